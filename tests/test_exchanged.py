"""Sentences in which two words or the two sides of a deed have changed places."""

import pytest

from analysis.exchanged import voice_turned, words_exchanged
from analysis.phrasing import words
from analysis.similarity import similarity


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("The coach said the referee insulted him.", "The referee said the coach insulted him.", True),
        ("Police said protesters threw stones.", "Protesters said police threw stones.", True),
        ("It was opposed by staff but backed by buyers.", "It was backed by staff but opposed by buyers.", True),
        ("The league fined the club and spared the player.", "The league fined the player and spared the club.", True),
        ("Spain and France agreed.", "France and Spain agreed.", False),
        ("They sold pears, plums and figs.", "They sold figs, plums and pears.", False),
        ("The club met the league.", "The league met the club.", False),
        ("Ada Holm, head of Orlo, said the firm grew.", "The firm said Orlo grew.", False),
        ("Aspirin can cost less than ticlopidine can.", "Aspirin can cost less than ticlopidine can.", False),
        ("Harl has 200 cars and 30 vans.", "Harl has 30 cars and 200 vans.", False),
        ("", "Police threw stones.", False),
    ],
)
def test_words_that_stand_in_each_others_place_are_exchanged(first, second, expected):
    assert words_exchanged(words(first), words(second)) is expected
    assert words_exchanged(words(second), words(first)) is expected


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("The gunman was shot dead by a guard.", "The gunman shot a guard dead.", True),
        ("Orlo was outbid by its rival.", "Orlo outbid its rival.", True),
        ("The gunman was shot dead by a guard.", "A guard shot the gunman dead.", False),
        ("The loans are being arranged by a bank.", "The loans arranged by a bank are small.", False),
        ("The gunman was shot.", "The gunman shot a guard.", False),
    ],
)
def test_a_deed_in_the_passive_is_held_against_the_active(first, second, expected):
    assert voice_turned(words(first), words(second)) is expected
    assert voice_turned(words(second), words(first)) is expected


def test_exchanged_words_are_no_agreement():
    pairs = [
        ("The coach said that the referee had insulted his players.",
         "The referee said that the coach had insulted his players."),
        ("The state oil company outbid its northern rival for the field.",
         "The state oil company was outbid by its northern rival for the field."),
    ]  # fmt: skip
    assert all(score < 0.5 for score in similarity(pairs))
