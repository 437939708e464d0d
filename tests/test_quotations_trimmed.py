"""A remark cut short is still the same remark, and what was cut from it is struck through."""

import pytest
from test_quotations_shared import cuts, shared, told

WHOLE = "If the pumps stop there will be no water in the well by June."


@pytest.mark.parametrize(
    "kept, gone",
    [
        ("If the pumps stop there will.", "be no water in the well by June"),
        ("There will be no water in the well by June.", "If the pumps stop"),
        ("If the pumps stop there will be no water.", "in the well by June"),
    ],
)
def test_words_cut_from_either_end_are_trimmed(kept, gone):
    event = (told("a", f"“{WHOLE}” said Marsk."), told("b", f"“{kept}” said Marsk."))
    (found,) = shared(*event)
    assert cuts(event, found)["b"] == ([kept], [gone])


def test_words_that_come_twice_are_carried_as_often_as_they_are_kept():
    event = (
        told("a", "“You have no more reason to cut that tree than to cut the hedge,” said Marsk."),
        told("b", "“You have no more reason to cut that tree,” said Marsk."),
    )
    (found,) = shared(*event)
    assert cuts(event, found)["b"][1] == ["than to cut the hedge"]


def test_few_common_words_of_different_speakers_are_not_one_remark():
    event = (
        told("a", f"“{WHOLE}” said Marsk."),
        told("b", "“If the pumps stop there will,” said Teviot.", speaker="Jory Teviot"),
    )
    assert shared(*event) == ()
