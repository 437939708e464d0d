"""Deeds of headlines that the tagger reads as nouns, and nouns that it reads as verbs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agency import deeds
from analysis.agency.headlines import retagged
from analysis.annotation import annotate
from analysis.model import Article, DeedForm


def told(title):
    """(words, form, doer, done-to) of each deed of a headline."""
    found = deeds([annotate(Article("a", "Nothing else is known.", title, "Outlet"))])

    def words(span):
        return None if span is None else title[span.start : span.end]

    return [
        (title[deed.start : deed.end], deed.form, words(deed.doer), words(deed.done_to))
        for deed in found
        if deed.field == "title"
    ]


@pytest.mark.parametrize(
    "title, wanted",
    [
        ("Night of noise as student gangs brawl at fair", ("brawl", DeedForm.INTRANSITIVE, None, "student gangs")),
        ("Calm returns, villagers brought to safety", ("brought to safety", DeedForm.PASSIVE, None, "villagers")),
        ("Barge rams and sinks raft of miners", ("sinks", DeedForm.ACTIVE, "Barge", "raft of miners")),
    ],
)
def test_a_deed_of_a_headline_is_a_verb(title, wanted):
    assert wanted in told(title)


def test_before_another_verb_it_is_a_noun():
    found = told("Onion price leaps as Teal Hill clash shuts last open market")
    assert [deed[1] for deed in found if deed[0] == "clash"] == [DeedForm.NOMINAL]


def test_a_compound_stays_a_noun():
    assert told("Prison protest ends after a week")[0][1] is DeedForm.NOMINAL


def test_a_text_is_left_as_it_is():
    field = annotate(Article("a", "Gangs brawl at fair", "Gangs brawl at fair", "Outlet")).text
    assert retagged(field) is field


WORDS = ["Gangs", "rams", "sinks", "and", "brawl", "clash", "shuts", "raft", "of", "the", "police", ",", ";", "40"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_any_headline_keeps_its_tokens_and_heads(words):
    title = annotate(Article("a", "Nothing else is known.", " ".join(words) or "x", "Outlet")).title
    assert title is not None
    tokens = retagged(title).tokens
    assert [(each.start, each.end) for each in tokens] == [(each.start, each.end) for each in title.tokens]
    assert all(0 <= each.head < len(tokens) for each in tokens)
