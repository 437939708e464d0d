"""Sentences that name other people or other countries."""

import pytest

from analysis.other_names import other_countries, other_people
from analysis.similarity import similarity


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("Helen Tarn opened the dock.", "The dock was opened by Robert Velm.", True),
        ("Helen Tarn opened the dock.", "Tarn opened the dock.", False),
        ("Helen Tarn opened the dock.", "The mayor opened the dock.", False),
        ("Helen Tarn opened the dock for Robert Velm.", "Robert Velm watched the dock open.", False),
        ("Helen Tarn opened the dock.", "Miss Tarn, aide of Robert Velm, opened it.", False),
        ("", "Robert Velm opened it.", False),
    ],
)
def test_two_people_named_in_full_are_two(first, second, expected):
    assert other_people(first, second) == other_people(second, first) == expected


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("Floods killed 20 in Kenya.", "Floods killed 20 in Ghana.", True),
        ("Kenyan farmers blocked the road.", "Ghanaian farmers blocked the road.", True),
        ("Kenyan farmers blocked the road.", "Farmers in Kenya blocked the road to Ghana.", False),
        ("Kenya's farmers blocked the road.", "Farmers blocked the road in Ghana.", False),
        ("Farmers blocked the road.", "Farmers blocked the road in Ghana.", False),
    ],
)
def test_countries_named_in_one_way_are_other_places(first, second, expected):
    assert other_countries(first, second) == other_countries(second, first) == expected


def test_sentences_on_other_people_or_countries_are_no_agreement():
    pairs = [
        ("Helen Tarn opened the new dock in Harl.", "The new dock in Harl was opened by Robert Velm."),
        ("Floods killed 20 people in Kenya.", "Floods killed 20 people in Ghana."),
    ]
    assert max(similarity(pairs)) < 0.5
