"""Where a statement was not found: the nearest sentence, and whether it may tell it. Likeness is written by hand."""

from __future__ import annotations

import numpy as np
from spelled import article, field

from analysis.model import Nearest, Voice
from analysis.statements.absent import absences
from analysis.statements.cells import Background, Draft, draft
from analysis.statements.units import Unit, Units

PLACES = ((0, 0), (1, 0), (1, 1), (2, 0), (2, 1))
"""Article and sentence of five units."""


def background(**likeness: float) -> Background:
    """Three articles; ``a_b`` is how like units a and b are, 0 where nothing is said."""
    event = [article(field(text), identifier=name) for name, text in (
        ("one", "rain fell ."), ("two", "rain fell . boats sank ."), ("three", "wind rose . boats sank ."),
    )]  # fmt: skip
    units = tuple(Unit(at, "text", sentence, 1, "", "", {}, voices=((Voice.OWN, 2),)) for at, sentence in PLACES)
    table = np.eye(len(units), dtype=np.float32)
    for pair, score in likeness.items():
        one, other = map(int, pair.removeprefix("u").split("_"))
        table[one, other] = table[other, one] = score
    articles = np.array([at for at, _ in PLACES], dtype=np.intp)
    return Background(event, Units(units, articles, None, None), table, {})


def found(known: Background, *members: tuple[int, ...]) -> list[tuple[Nearest, ...]]:
    drafts: list[Draft] = [draft(known, each, "") for each in members]
    return list(absences(known, drafts))


def test_the_nearest_sentence_is_perhaps_told_from_a_bound_on() -> None:
    ((near,),) = found(background(u0_1=0.9, u0_3=0.1, u1_4=0.23), (0, 1))
    assert near == Nearest("three", "text", 12, 24, 0.23, perhaps=False)
    ((near,),) = found(background(u0_1=0.9, u0_3=0.1, u1_4=0.24), (0, 1))
    assert (near.start, near.perhaps) == (12, True)


def test_what_shares_a_sentence_with_a_statement_that_the_article_carries_is_perhaps_told() -> None:
    (first,), (second,) = found(background(u0_1=0.9, u1_3=0.05, u1_4=0.2), (0, 1), (1, 3))
    assert first == Nearest("three", "text", 0, 11, 0.05, perhaps=True)
    assert second == Nearest("one", "text", 0, 11, 0.9, perhaps=True)


def test_statements_without_a_common_sentence_tell_nothing_of_each_other() -> None:
    (first,), (second,) = found(background(u0_1=0.9, u2_4=0.9), (0, 1), (2, 4))
    assert (first.article, first.perhaps) == ("three", False)
    assert (second.article, second.perhaps) == ("one", False)


def test_an_article_without_a_unit_shows_its_first_sentence_and_one_without_a_word_nothing() -> None:
    known = background(u0_1=0.9)
    event = [*known.event, article(field("fog ."), identifier="four"), article(field(""), identifier="five")]
    ((three, four),) = found(Background(event, known.units, known.likeness, {}), (0, 1))
    assert three.article == "three"
    assert four == Nearest("four", "text", 0, 5, 0.0)
