"""The words that stand beside a loaded sentence."""

from analysis.annotation import annotate
from analysis.compare import compare
from analysis.model import Article
from analysis.reasons import reasons

PLAIN = "The council met on Monday. It adjourned at noon. "
JUDGING = "We all ask: is this disgraceful, shameful and utterly reckless plan not an outrage?"


def test_words_that_judge_are_named_and_those_of_grammar_are_not() -> None:
    event = [annotate(Article("a", PLAIN * 3 + JUDGING)), annotate(Article("b", PLAIN * 4))]
    ((place, (score, words)),) = reasons(compare(event), "a", "text").items()
    assert place == (len(PLAIN * 3), len(PLAIN * 3 + JUDGING))
    assert 0.5 <= score <= 1
    named = [each.split(" (")[0] for each in words.split(", ")]
    assert "disgraceful" in named
    assert not {"We", "we", "this", "?", "is"} & set(named)


def test_a_field_that_is_not_there_has_none() -> None:
    event = [annotate(Article(each, PLAIN * 3)) for each in "ab"]
    assert reasons(compare(event), "a", "title") == {}
    assert reasons(compare(event), "a", "text") == {}
