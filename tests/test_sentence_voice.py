"""A sentence has one voice, whoever asks: that of most of its words, the outlet's own where two have as many."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled import article, field

from analysis.frames import framed_sentences
from analysis.loaded import loaded_sentences
from analysis.measures.sentences import by_voice
from analysis.model import Span, Voice

SPOKEN = st.lists(st.lists(st.sampled_from([*Voice]), min_size=1, max_size=7), min_size=1, max_size=5)


def spelled(sentence: list[Voice]) -> str:
    return " ".join(f"rain||X|{voice}" for voice in sentence) + " ."


@pytest.mark.parametrize(
    "sentence, voice",
    [
        ("rain||X|quoted fell", Voice.OWN),
        ("rain||X|quoted fell||X|reported", Voice.REPORTED),
        ("rain||X|quoted fell||X|quoted here", Voice.QUOTED),
        ("rain fell", Voice.OWN),
    ],
)
def test_most_words_decide_and_own_words_among_equals(sentence: str, voice: Voice) -> None:
    told = article(field(f"{sentence} ."))
    assert [each.voice for each in loaded_sentences(told.text)] == [voice]
    assert [each.voice for each in framed_sentences(told)] == [voice]
    assert {each for each, sentences in by_voice(told).items() if sentences} == {voice}


@settings(deadline=None)
@given(SPOKEN)
def test_frames_loaded_sentences_and_shares_agree(story: list[list[Voice]]) -> None:
    told = article(field(" ".join(map(spelled, story))))
    shares = {sentence: voice for voice, sentences in by_voice(told).items() for sentence in sentences}
    assert {Span(each.start, each.end): each.voice for each in loaded_sentences(told.text)} == shares
    assert {each.span: each.voice for each in framed_sentences(told)} == shares
