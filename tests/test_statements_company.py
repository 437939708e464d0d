"""Middling likeness is held against how much two articles tell alike besides, and against who does what."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.annotation import annotate
from analysis.model import Article
from analysis.pieces import pieces
from analysis.statements.company import hold_back
from analysis.statements.parts import NO_PARTS, Parts, parts_of
from analysis.statements.units import Unit, Units

SINK = Parts("sink", frozenset({"crew", "launch"}))
RAM = Parts("ram", frozenset({"crew", "launch"}))
SELL = Parts("sell", frozenset({"farmer", "onion"}))
MIDDLING = 0.4


def unit(article: int, sentence: int, parts: Parts, *terms: str) -> Unit:
    return Unit(article, "text", sentence, 1, "", "", dict.fromkeys(terms, 1.0), parts=parts)


def held(one: Parts, other: Parts, *, sure: int = 0, kin: float | None = None, terms: str = "") -> float:
    """What a middling pair of two articles of eight sentences loses, of which ``sure`` others are told in both."""
    found = [unit(0, 0, one, *terms.split()), *(unit(0, at, NO_PARTS) for at in range(1, 8))]
    found += [unit(1, 0, other, *terms.split()), *(unit(1, at, NO_PARTS) for at in range(1, 8))]
    likeness = np.zeros((16, 16), dtype=np.float32)
    likeness[0, 8] = likeness[8, 0] = MIDDLING
    for at in range(1, 1 + sure):
        likeness[at, 8 + at] = likeness[8 + at, at] = 0.9
    articles = np.array([each.article for each in found], dtype=np.intp)
    same = None if kin is None else np.array([[1, kin], [kin, 1]], dtype=np.float32)
    hold_back(Units(tuple(found), articles, None, None), likeness, same)
    assert likeness[0, 8] == likeness[8, 0]
    return round(MIDDLING - float(likeness[0, 8]), 6)


def test_a_pair_is_held_back_by_how_little_else_its_articles_share() -> None:
    # 8 sentences and 2 added: one told in both is a share of .1, of the .22 that are enough.
    assert held(NO_PARTS, NO_PARTS) == 0.16
    assert held(NO_PARTS, NO_PARTS, sure=1) == round(0.16 * (1 - 0.1 / 0.22), 6)
    assert held(NO_PARTS, NO_PARTS, sure=3) == 0


def test_the_same_deed_is_held_back_less_and_another_one_more() -> None:
    assert held(SINK, SINK) == pytest.approx(0.16 - 0.12)
    assert held(SINK, RAM) == pytest.approx(0.16)
    assert held(SINK, SELL) == pytest.approx(0.16 + 0.12)
    assert held(SINK, SELL, sure=3) == 0


def test_on_different_events_the_verb_of_one_must_be_told_by_the_other() -> None:
    assert held(SINK, RAM, kin=0.0) == pytest.approx(0.05)
    assert held(SINK, RAM, kin=0.0, terms="ram launch") == 0
    assert held(SINK, RAM, kin=1.0) == held(SINK, RAM)


def test_pairs_of_one_article_stay_as_they_are() -> None:
    units = Units((unit(0, 0, SINK), unit(0, 1, SELL)), np.array([0, 0], dtype=np.intp), None, None)
    likeness = np.full((2, 2), MIDDLING, dtype=np.float32)
    hold_back(units, likeness)
    assert (likeness == np.float32(MIDDLING)).all()


def parts_in(text: str) -> list[Parts]:
    article = annotate(Article("a", text, None, "Outlet", None))
    found = parts_of(article.text, article.chains)
    return [found(piece.head) for piece in pieces(article.text)]


@pytest.mark.parametrize("text, verb, ends", [
    ("The crew sank a launch on Monday.", "sink", {"crew", "launch"}),
    ("A launch was sunk by the crew on Monday.", "sink", {"crew", "launch"}),
    ("The crew of the ferry sank a launch.", "sink", {"crew", "ferri", "launch"}),
    ("The crew were on the quay all day.", "", {"crew"}),
])  # fmt: skip
def test_the_parts_of_a_clause_are_its_verb_and_who_stands_at_either_end(
    text: str, verb: str, ends: set[str]
) -> None:
    assert parts_in(text) == [Parts(verb, frozenset(ends))]


def test_a_pronoun_is_read_as_whom_the_article_means() -> None:
    _, second = parts_in("Mara Teviot leads the choir. She praised the bakers.")
    assert second == Parts("prais", frozenset({"mara", "teviot", "baker"}))


def test_a_clause_has_the_subject_of_the_verb_or_noun_that_it_hangs_on() -> None:
    both = parts_in("The crew rammed the pier and sank a launch.")
    assert [each.verb for each in both] == ["ram", "sink"]
    assert all("crew" in each.ends for each in both)
    assert Parts("sink", frozenset({"crew", "launch"})) in parts_in("The crew who sank a launch went home to Tessen.")


@pytest.mark.parametrize("head", [-1, 99, 0])
def test_what_is_no_verb_has_no_parts(head: int) -> None:
    article = annotate(Article("a", "The crew slept.", None, "Outlet", None))
    assert parts_of(article.text, article.chains)(head) == NO_PARTS
