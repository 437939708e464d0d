"""Golden test: the deeds found in the sample stories against their answer keys."""

import pytest

from benchmarks.golden.deeds import deeds_found, deeds_meant
from benchmarks.golden.stories import missed, slugs

FLOORS = {"grell-bank": 0.84}
"""Floors of stories below the general one. The key of grell-bank holds deeds whose words tell none by themselves ("came
from", "kept at sea", "sent to the bottom"), and ships' names that mislead the parser."""
FLOOR = 0.9
FALSE = 0.1
"""Largest share of the deeds found, in the sentences that hold a planted one, that nobody planted."""


@pytest.mark.parametrize("story", slugs())
def test_planted_deeds_are_found_with_their_form_and_with_or_without_doer(story):
    outcomes = deeds_found(story)
    wrong = missed(outcomes)
    print(f"{story}: {len(outcomes) - len(wrong)} of {len(outcomes)}", *wrong, sep="\n  ")
    assert len(outcomes) - len(wrong) >= FLOORS.get(story, FLOOR) * len(outcomes), wrong


@pytest.mark.parametrize("story", slugs())
def test_few_deeds_are_found_beside_the_planted_ones_in_their_sentences(story):
    outcomes = deeds_meant(story)
    false = missed(outcomes)
    print(f"{story}: {len(false)} of {len(outcomes)} not planted", *false, sep="\n  ")
    assert len(false) <= FALSE * len(outcomes), false
