"""How much sentences claim: invented pairs of which one says less than the other, or both as much."""

import pytest

from analysis.certainty import claims_less
from analysis.similarity import similarity

LESS = [
    ("The mill may close in May.", "The mill will close in May."),
    ("The storm might have sunk the barge.", "The storm sank the barge."),
    ("Divers attempted to raise the barge.", "Divers raised the barge."),
    ("The guild threatened to block the port.", "The guild has blocked the port."),
    ("All nine sailors were saved.", "Some of the nine sailors were saved."),
    ("Every school in Harl opened.", "Most schools in Harl opened."),
    ("The council will probably sell the dock.", "The council will sell the dock."),
    ("Nearly all the roofs were torn off.", "All the roofs were torn off."),
]
AS_MUCH = [
    ("The mill will close in May.", "The mill closed in May."),
    ("The mill may close in May.", "The mill might close in May."),
    ("The bridge would be closed.", "The bridge could be closed."),
    ("The mill is to be closed in May.", "The mill will be closed in May."),
    ("Some 300 residents left.", "All the residents left at 3 pm."),
    ("Some said all the miners left.", "Some said all the miners left."),
    ("It happens every day.", "It happens on some days."),
    ("The united party may split.", "The party united in May."),
    ("The closed mill may open.", "The mill closed by the council may open."),
    ("He tried to sell the mill.", "He bought the barge."),
]


@pytest.mark.parametrize("first, second", LESS)
def test_what_may_be_is_not_what_is_and_some_are_not_all(first, second):
    assert claims_less(first, second)
    assert claims_less(second, first)
    assert max(similarity([(first, second), (second, first)])) < 0.5


@pytest.mark.parametrize("first, second", AS_MUCH)
def test_what_is_claimed_alike_or_of_other_things_is_left_alone(first, second):
    assert not claims_less(first, second)
    assert not claims_less(second, first)


def test_an_empty_sentence_claims_nothing():
    assert not claims_less("", "The mill may close.")
