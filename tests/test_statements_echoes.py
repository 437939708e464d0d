"""What an article tells twice makes one row, and ties rows together. Likeness is written by hand."""

from __future__ import annotations

import numpy as np
import pytest
from test_statements_absent import background, found

from analysis.model import Voice
from analysis.statements.cells import Background, Place
from analysis.statements.echoes import echoes, with_echoes
from analysis.statements.units import Unit, Units

# Units: 0 is the sentence of article one; 1 and 2 are those of article two; 3 and 4 those of article three.


def test_clauses_of_one_article_are_kin_from_a_bound_on() -> None:
    assert list(echoes(background(u1_2=0.40, u3_4=0.39, u0_1=0.9))) == [(1, 2)]


@pytest.mark.parametrize("likeness, expected", [(0.55, [(0, 1, 2)]), (0.54, [(0, 1), (2,)])])
def test_a_sentence_that_only_repeats_its_article_makes_no_row_of_its_own(
    likeness: float, expected: list[tuple[int, ...]]
) -> None:
    known = background(u0_1=0.9, u1_2=likeness)
    assert with_echoes(known, [((0, 1), "")], {(1, "text", 1): [2]}) == [(members, "") for members in expected]


def test_what_is_told_twice_by_one_article_alone_is_one_row() -> None:
    known = background(u1_2=0.8)
    alone: dict[Place, list[int]] = {(1, "text", 0): [1], (1, "text", 1): [2], (2, "text", 0): [3]}
    assert with_echoes(known, [], alone) == [((1, 2), ""), ((3,), "")]


def test_a_conflict_stays_with_its_statement() -> None:
    known = background(u0_1=0.9, u1_2=0.8)
    assert with_echoes(known, [((0, 1), "figure")], {(1, "text", 1): [2]}) == [((0, 1, 2), "figure")]


def test_who_tells_what_an_article_repeats_elsewhere_perhaps_tells_this_too() -> None:
    (first,), (second, other) = found(background(u0_1=0.9, u1_2=0.45), (0, 1), (2,))
    assert (first.article, first.perhaps) == ("three", False)
    assert (second.article, second.perhaps) == ("one", True)
    assert (other.article, other.perhaps) == ("three", False)


def test_a_clause_that_stands_in_no_row_draws_nothing_to_it() -> None:
    assert with_echoes(background(u1_2=0.8), [], {(1, "text", 1): [2]}) == [((2,), "")]


def test_a_sentence_told_over_and_over_has_few_echoes_of_each() -> None:
    units = tuple(Unit(0, "text", number, 1, "", "", {}, voices=((Voice.OWN, 2),)) for number in range(100))
    alike = np.ones((100, 100), dtype=np.float32)
    known = Background([], Units(units, np.zeros(100, dtype=np.intp), None, None), alike, {})
    found = list(echoes(known))
    assert 100 <= len(found) == len(set(found)) <= 500
    assert all(one < other for one, other in found)


def test_the_headline_is_no_sentence_of_the_text() -> None:
    units = tuple(Unit(0, field, 0, 1, "", "", {}, voices=((Voice.OWN, 2),)) for field in ("title", "text", "text"))
    known = Background([], Units(units, np.zeros(3, dtype=np.intp), None, None), np.ones((3, 3), dtype=np.float32), {})
    assert list(echoes(known)) == [(0, 1), (0, 2)]
