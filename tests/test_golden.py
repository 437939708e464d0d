"""Golden test: annotator and measures against the answer keys of the sample stories.

The key says what a careful reader marks; the floors say how much of it has to be found. Floors move up only.
"""

import pytest

from benchmarks.golden import marks
from benchmarks.golden.stories import missed, slugs

FLOOR = 0.9
LOADED = {"harl-dam": 0.9, "grell-bank": 0.35, "ostray-bridge": 0.6}
"""Floors of the loaded words. The list grew with the first story in view and was left as it is for the others: what
they give is what a list finds in a text it has not seen."""
FALSE_LOADED = {"harl-dam": 0.15, "grell-bank": 0.4, "ostray-bridge": 0.15}
"""Largest share of the loaded words found that no reader marked; in the second story tyres are slashed in fact."""


@pytest.fixture(params=slugs())
def story(request):
    return request.param


def require(outcomes, what, floor=FLOOR):
    wrong = missed(outcomes)
    found, total = len(outcomes) - len(wrong), len(outcomes)
    print(f"{what}: {found} of {total}", *wrong, sep="\n  ")
    assert found >= floor * total, f"{what}: {found} of {total}; wrong: {'; '.join(wrong)}"


@pytest.mark.parametrize("kind", ["loaded_words", "hedges", "boosters", "scare_quotes"])
def test_planted_marks_are_found_in_their_voice(story, kind):
    require(marks.marks_found(story, kind), kind, LOADED[story] if kind == "loaded_words" else FLOOR)


def test_few_loaded_words_are_marked_that_nobody_planted(story):
    meant = marks.marks_meant(story, "loaded_words", ["loaded_words", "scare_quotes"])
    assert meant
    require(meant, "loaded words that a reader marked too", 1 - FALSE_LOADED[story])


def test_no_scare_quote_is_marked_where_somebody_speaks(story):
    assert missed(marks.marks_meant(story, "scare_quotes", ["scare_quotes"])) == []


def test_cues_are_found(story):
    require(marks.cues_found(story), "cues")


def test_cues_found_have_their_class(story):
    require(marks.cues_classed(story), "cue classes")


def test_words_have_their_voice(story):
    require(marks.words_in_voice(story), "voices of words")
