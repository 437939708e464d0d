"""Tone: mean VADER score of what each voice says in each sentence."""

import pytest
from spelled import article, field
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.measures.tone import measure
from analysis.model import Voice


def compound(text):
    return SentimentIntensityAnalyzer().polarity_scores(text)["compound"]


def rows(of, part="article"):
    return {row.voice: row for row in measure([of]) if row.part == part}


def passages(of, row):
    return [(of.article.passage(mark.field, mark.start, mark.end), mark.label) for mark in row.evidence]


def test_the_value_is_the_mean_over_the_sentences_of_the_voice():
    of = article(field("A good plan . A terrible plan . " + "A plan . " * 60))
    own = rows(of)[Voice.OWN]
    expected = (compound("A good plan .") + compound("A terrible plan .")) / 62
    assert own.value == pytest.approx(expected)
    assert passages(of, own) == [("A good plan .", "positive"), ("A terrible plan .", "negative")]


def test_a_sentence_of_two_voices_is_scored_in_parts_that_never_mix():
    of = article(field("Sadly it|||reported is|||reported great|||reported , he said . " + "Word|||reported " * 100))
    found = rows(of)
    assert passages(of, found[Voice.REPORTED]) == [("it is great", "positive")]
    assert passages(of, found[Voice.OWN]) == [("Sadly", "negative"), (", he said .", "negative")]
    assert found[Voice.REPORTED].value == pytest.approx(compound("it is great") / 2)


def test_too_few_words_have_no_value_and_the_opening_needs_one():
    of = article(field("A good plan ."), field("Great news", "title"))
    assert rows(of)[Voice.OWN].value is None
    opening = rows(of, "opening")
    assert opening[Voice.OWN].value == pytest.approx((compound("Great news") + compound("A good plan .")) / 2)
    assert (opening[Voice.QUOTED].value, opening[Voice.QUOTED].basis) == (None, 0)
