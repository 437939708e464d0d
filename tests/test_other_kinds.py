"""Sentences that tell of different things of one kind."""

import pytest

from analysis.other_kinds import other_of_a_kind
from analysis.similarity import similarity


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("A cyclist was hit by a lorry.", "A lorry hit a pedestrian.", True),
        ("A cyclist was hit by a lorry.", "A truck hit a bicyclist.", False),
        ("A cyclist and a pedestrian were hit.", "A pedestrian was hit.", False),
        ("The cyclists were hit.", "A cyclist was hit.", False),
        ("Her uncle found the key.", "Her brother found the key.", True),
        ("A bus left the road.", "Two vans left the road.", True),
        ("A cyclist was hit.", "A van left the road.", False),
        ("She lives in Bishop Street.", "The imam lives there.", False),
        ("", "A van left the road.", False),
    ],
)
def test_two_things_of_one_kind_are_two(first, second, expected):
    assert other_of_a_kind(first, second) == other_of_a_kind(second, first) == expected


def test_sentences_on_other_things_of_a_kind_are_no_agreement():
    pairs = [
        ("A cyclist has died after a lorry hit her on Mill Road.", "A lorry hit and killed a pedestrian on Mill Road."),
        ("The fire destroyed a school in Harl on Monday.", "A hospital in Harl was destroyed by the fire on Monday."),
    ]
    assert all(score < 0.5 for score in similarity(pairs))
