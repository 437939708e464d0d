"""What sentences put before what: invented pairs that tell the same things in another order, or in the same."""

import pytest

from analysis.conflicts import conflict
from analysis.sequence import ordered_differently

DIFFERENT = [
    ("The gate was locked before the crowd came.", "The gate was locked after the crowd came."),
    ("The leak was caused by a fire at the Velm depot.", "A leak had triggered the fire at the Velm depot."),
    ("The strike led to the closure of the port.", "The closure of the port sparked the strike."),
    ("Protests began in response to the ban.", "Protests began, and the ban came later."),
    ("The council will not vote until after the fair.", "The council will vote before the fair."),
    ("The council will not vote until the fair.", "The council will vote ahead of the fair."),
    ("Holm left, and Teviot signed the following day.", "Teviot signed, followed a day later by Holm leaving."),
    ("Villagers left their homes before the dam burst.", "Villagers left their homes when the dam burst."),
    ("The kiosk had closed by the time the guard came.", "The guard came before the kiosk had closed."),
    ("He first sold the barge and then burned the sail.", "He burned the sail and afterwards sold the barge."),
]
SAME = [
    ("The gate was locked before the crowd came.", "The crowd came after the gate was locked."),
    ("The leak was caused by a fire at the depot.", "A fire at the depot had triggered the leak."),
    ("The leak followed a fire at the depot.", "A fire at the depot was followed by a leak."),
    ("The vote came two days after Velm won the election, taking most seats.", "The vote followed Velm's election."),
    ("Holm did no work for the mill until the trial began.", "Holm worked for the mill after the trial began."),
    ("Villagers left their homes after the dam burst.", "Villagers left their homes as soon as the dam burst."),
    ("The guild is waiting until the fair to decide.", "The guild will decide after the fair."),
    ("The flood came at noon.", "The flood came before Monday."),
    ("He lied after his arrest but later told the truth.", "He lied, but later told the truth."),
]


@pytest.mark.parametrize("first, second", DIFFERENT)
def test_events_told_in_another_order_are_a_conflict(first, second):
    assert conflict(first, second) == conflict(second, first) == "order"


def test_a_sentence_of_nothing_but_orders_is_read_to_an_end():
    assert not ordered_differently("after " * 700 + "Monday", "before " * 700 + "Friday")


@pytest.mark.parametrize("first, second", SAME)
def test_one_order_told_in_two_ways_is_none(first, second):
    assert not ordered_differently(first, second)
    assert not ordered_differently(second, first)
