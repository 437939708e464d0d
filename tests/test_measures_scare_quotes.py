"""Scare quotes: quotation marks without a source, round few words, that are no title, name or mention."""

import pytest
from spelled import article, field

from analysis.measures.scare_quotes import measure
from analysis.model import Quotation, Voice


def marks(spelled, *, name="text", sourced=False):
    """What is marked when everything between curly marks is a quotation."""
    plain = field(spelled, name)
    start = plain.text.index("“")
    quotation = Quotation(start, plain.text.index("”") + 1, sourced)
    of = field(spelled, name, quotations=(quotation,))
    annotated = article(field("Text .") if name == "title" else of, of if name == "title" else None)
    return [annotated.article.passage(mark.field, mark.start, mark.end)
            for row in measure([annotated]) if row.part == "opening" for mark in row.evidence]


@pytest.mark.parametrize("spelled", [
    "The “ experts ” agreed .",
    "A “ safe and sound ” dam .",
    "The so - called “ Deep State ” met .",
])
def test_marked(spelled):
    assert marks(spelled) == [spelled[spelled.index("“") : spelled.index("”") + 1]]


@pytest.mark.parametrize("spelled", [
    "He said a “ much longer stretch of speech ” there .",
    "She read “ The Long Night ” aloud .",
    "Bo “ Slim ” Marsk won .",
    "They use the word “ levy ” for it .",
    "The film “ winter ” opened .",
    "He cried “ help ! ” and left .",
    "An empty “ ” pair .",
    "The “ experts|||reported ” agreed .",
])
def test_not_marked(spelled):
    assert marks(spelled) == []


def test_a_quotation_with_a_source_is_never_a_scare_quote():
    assert marks("The “ experts ” agreed .", sourced=True) == []


def test_capitals_say_nothing_in_a_headline_in_capitals():
    assert marks("Mayor Defends “ Reckless ” Plan Again", name="title") == ["“ Reckless ”"]
    assert marks("Mayor opens “ Hamlet ” with song again", name="title") == []


def test_only_own_voice_is_measured_per_thousand_words():
    of = field("The “ experts ” agreed " + "word " * 197, quotations=(Quotation(4, 15, False),))
    rows = [row for row in measure([article(of)]) if row.part == "article"]
    assert [(row.voice, row.value, row.basis) for row in rows] == [(Voice.OWN, 5.0, 200)]
