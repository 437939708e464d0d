"""The adverbs beside a reporting word belong to it; those that tell when or how many do not."""

import pytest

from analysis.annotation import annotate
from analysis.model import Article
from analysis.names import entities
from analysis.speakers import speakers


def cues(text):
    event = [annotate(Article("a", text, None, "Outlet"))]
    return [
        (text[cue.start : cue.end], cue.label)
        for speaker in speakers(event, entities(event))
        for speech in speaker.speeches
        for cue in speech.cues
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The minister admitted that the bridge was closed.", ("admitted", "conceding")),
        ("The minister grudgingly admitted that the bridge was closed.", ("grudgingly admitted", "conceding")),
        ("The bridge was closed in May, the minister said defiantly.", ("said defiantly", "neutral")),
        ("The driver falsely claimed that the light was green.", ("falsely claimed", "distancing")),
        ("The minister recently said that the bridge was closed.", ("said", "neutral")),
        ("The minister said nearly all bridges were closed.", ("said", "neutral")),
        ("The minister also said that the bridge was closed.", ("said", "neutral")),
    ],
)
def test_a_reporting_word_is_shown_with_its_manner(text, expected):
    assert cues(text) == [expected]
