"""Rates by voice and part, and the registry."""

import inspect
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled import article, field

from analysis import lexicons
from analysis.measures import MEASURES, measure_all
from analysis.measures.rates import MARKED, MIN_WORDS, PER_THOUSAND, Found, rate_per_thousand, rates, words_by_voice
from analysis.model import Span, Voice


def long_article(words=200):
    """``words`` own-voice words after a title of three."""
    return article(field("word " * words), field("A short title", "title"))


def test_a_rate_is_marks_per_thousand_words_of_the_voice():
    found = [Found("text", 0, 4, "x", Voice.OWN), Found("text", 5, 9, "x", Voice.OWN),
             Found("text", 10, 14, "x", Voice.QUOTED), Found("title", 0, 1, "x", Voice.OWN)]
    row = rate_per_thousand("sample", long_article(), Voice.OWN, found)
    assert (row.value, row.basis, row.unit, row.voice, row.part) == (10.0, 200, PER_THOUSAND, Voice.OWN, "article")
    assert [(mark.field, mark.start, mark.end, mark.label) for mark in row.evidence] == [
        ("text", 0, 4, "x"), ("text", 5, 9, "x"),
    ]


def test_under_a_hundred_words_there_is_no_rate_but_the_passages_stay():
    found = [Found("text", 0, 4, "x", Voice.OWN)]
    short = rate_per_thousand("sample", long_article(MIN_WORDS - 1), Voice.OWN, found)
    assert (short.value, short.basis, len(short.evidence)) == (None, 99, 1)
    assert rate_per_thousand("sample", long_article(MIN_WORDS), Voice.OWN, found).value == 10.0


def test_a_voice_that_does_not_speak_has_no_value():
    for part in ("article", "opening"):
        row = rate_per_thousand("sample", long_article(), Voice.QUOTED, [], part)
        assert (row.value, row.basis) == (None, 0)


def test_the_opening_is_title_and_first_paragraph_and_a_count():
    text = field("one two three four", paragraphs=(Span(0, 7), Span(8, 18)))
    places = (("title", 0, 1), ("text", 4, 7), ("text", 8, 13))
    found = [Found(name, start, end, "x", Voice.OWN) for name, start, end in places]
    row = rate_per_thousand("sample", article(text, field("A title", "title")), Voice.OWN, found, "opening")
    assert (row.value, row.unit, row.basis, len(row.evidence)) == (2.0, MARKED, 4, 2)


def test_punctuation_and_clitics_are_no_words():
    of = article(field("He|||own did n't , he said|||quoted . 1,200"))
    assert words_by_voice(of, "article") == {Voice.OWN: 4, Voice.QUOTED: 1}


def test_classes_are_measured_apart_under_the_measure_s_name():
    found = [Found("text", 0, 4, "one-sided term", Voice.OWN), Found("text", 5, 9, "loud", Voice.OWN)]
    rows = [row for row in rates("sample", long_article(), found, ("one-sided term", "loud", "soft"))
            if row.voice is Voice.OWN and row.part == "article"]
    assert {row.measure: row.value for row in rows} == {
        "sample": 10.0, "sample.one_sided_term": 5.0, "sample.loud": 5.0, "sample.soft": 0.0,
    }


@given(st.lists(st.sampled_from(list(Voice)), max_size=150))
@settings(deadline=None, max_examples=50)
def test_every_mark_is_counted_in_one_voice_only(voices):
    of = article(field(" ".join(f"shameful||ADJ|{voice}" for voice in voices)))
    rows = [row for row in measure_all([of]) if row.measure == "loaded_words" and row.part == "article"]
    assert sum(len(row.evidence) for row in rows) == len(voices)
    assert sum(row.basis for row in rows) == len(voices)
    assert all((row.value is None) == (row.basis < MIN_WORDS) for row in rows)


def test_the_registry_names_every_measure_once():
    assert [each.name for each in MEASURES] == [
        "loaded_words", "loaded_sentences", "hedges", "boosters", "factives", "assertives", "implicatives", "cues",
        "scare_quotes", "frames",
    ]
    assert not next(each for each in MEASURES if each.name == "cues").finding


@pytest.mark.parametrize("each", MEASURES, ids=lambda each: each.name)
def test_a_measure_explains_itself_and_measures_what_it_is_called(each):
    page = inspect.getdoc(sys.modules[each.measure.__module__])
    assert all(word in page for word in ("Counts:", "Source:", "Limits:"))
    assert "Method:" in page or "Formula:" in page
    assert each.lexicon is None or each.lexicon in lexicons.names()
    rows = each.measure([long_article()])
    assert {row.measure.partition(".")[0] for row in rows} == {each.name}
    assert {row.unit for row in rows if row.part == "article"} == {each.unit}


def test_no_articles_no_measurements():
    assert measure_all([]) == []
