"""Sentences in which another actor, or another noun, stands in the place of one."""

import pytest

from analysis.conflicts import actors_in_place, another_noun_alone
from analysis.similarity import similarity


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("The pilot reported a fault on Monday.", "Two mechanics reported a fault on Monday.", [("pilot", "mechanic")]),
        ("Her sister found the key.", "Her brother found the key.", [("sister", "brother")]),
        ("A suspect was held after the raid.", "A student was held after the raid.", []),
        ("Villagers blocked the road.", "Residents blocked the road.", []),
        ("The pilot Ada Holm reported the fault.", "A mechanic reported the fault.", []),
        ("The pilot reported the fault.", "It rained in Harl, a mechanic said.", []),
    ],
)  # fmt: skip
def test_nouns_for_two_actors_in_one_place_are_found(first, second, expected):
    assert list(actors_in_place(first, second)) == expected
    assert list(actors_in_place(second, first)) == [(other, one) for one, other in expected]


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("Residents left by boat.", "Residents left by helicopter.", ("boat", "helicopter")),
        ("The vans had faulty brakes.", "The vans had faulty airbags.", ("brakes", "airbags")),
        ("An oil firm paid for it.", "A green group paid for it.", ("oil firm", "green group")),
        ("The vans were sold.", "The vans were stolen.", None),
        ("Orlo paid for it.", "The oil firm paid for it.", None),
        ("The mayor of the old town left.", "The mayor of Harl left.", None),
    ],
)
def test_the_only_other_noun_is_found_with_what_is_set_before_it(first, second, expected):
    assert another_noun_alone(first, second) == expected


@pytest.mark.parametrize(
    "first, second, same",
    [
        ("The insurer agreed to compensate the families.", "The airline agreed to compensate the families.", False),
        ("The pilot reported the fault two hours before take-off, the inquiry was told.",
         "A mechanic reported the fault two hours before take-off, the inquiry was told.", False),
        ("The lawyer reported the fault to the board.", "The attorney reported the fault to the board.", True),
    ],
)  # fmt: skip
def test_another_actor_is_no_agreement(first, second, same):
    assert [score >= 0.5 for score in similarity([(first, second), (second, first)])] == [same, same]
