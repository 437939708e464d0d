"""How much two articles tell alike, and what that says of two of their sentences that are only middling alike.

Two short reports of one morning tell nearly the same things; two long ones from different days have little in common
but the topic. So the same middling likeness is a paraphrase in the first and a resemblance in the second: a pair is
held back by how few other sentences of its articles are surely told in both. Where few are, it also counts who does
what: a pair is held back less that has the verb and one end of it in common, more where neither is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from analysis.embedding import Vectors
from analysis.statements.stretches import each_stretch
from analysis.statements.units import Indices, Unit, Units

_SURE = 0.55
"""Score of the best pair of a sentence from which it is surely told in the other article."""
_ENOUGH = 0.22
"""Share of an article's sentences, surely told in the other, from which nothing is held back."""
_FEW = 2
"""Sentences that are added to an article's, so that one sure sentence of a short one is not enough."""
_HELD_BACK = 0.16
"""What a pair loses where its articles have nothing in common for sure."""
_SAME_DEED, _OTHER_DEED = 0.12, 0.12
"""How much less that is for a pair with verb and one end of it in common, and how much more for one with neither."""
_UNTOLD = 0.05
"""What a pair loses whose articles report different events, where the verb of neither is told in the other."""

Marks = NDArray[np.bool_]


def hold_back(event: Units, likeness: Vectors, kin: Vectors | None = None) -> None:
    """Lowers the scores of pairs whose articles tell few things alike, in place.

    ``kin`` tells of every two articles how sure it is that they report one event (see ``kinship``; None where all do).
    """
    apart = 1 - _company(event, likeness)
    deeds = _Deeds(event.units)

    def held_back(rows: slice) -> None:
        held = _HELD_BACK - _SAME_DEED * deeds.same(rows)
        if kin is not None:
            sure = kin[event.articles[rows]][:, event.articles]
            held = sure * held + (1 - sure) * _UNTOLD * deeds.untold(rows)
        likeness[rows] -= (held + _OTHER_DEED * deeds.other(rows)) * apart[event.articles[rows]][:, event.articles]

    each_stretch(len(likeness), held_back)


class _Deeds:
    """Which pairs of units tell of the same deed; each answer has a row for each of the units asked for."""

    def __init__(self, units: Sequence[Unit]) -> None:
        parts = [unit.parts for unit in units]
        self._verbs, self._ends, self._core, self._words = _having(
            [[each.verb] if each.verb else [] for each in parts],
            [sorted(each.ends) for each in parts],
            [sorted({*each.ends, each.verb} - {""}) for each in parts],
            [sorted(unit.terms) for unit in units],
        )
        self._tells = np.array([bool(each.verb) for each in parts], dtype=bool)
        self._whole = np.array([bool(each.verb and each.ends) for each in parts], dtype=bool)

    def same(self, rows: slice) -> Marks:
        """Both have the verb and one of its ends."""
        return np.logical_and(_shared(self._verbs, self._verbs, rows), _shared(self._ends, self._ends, rows))

    def other(self, rows: slice) -> Marks:
        """Both have a verb and one of its ends, and nothing of these in common."""
        nothing = ~_shared(self._core, self._core, rows)
        return np.asarray(np.logical_and.outer(self._whole[rows], self._whole) & nothing)

    def untold(self, rows: slice) -> Marks:
        """Both have a verb that is no word of the other."""
        told = _shared(self._verbs, self._words, rows) | _shared(self._words, self._verbs, rows)
        return np.asarray(np.logical_and.outer(self._tells[rows], self._tells) & ~told)


def _company(event: Units, likeness: Vectors) -> Vectors:
    """By article and article, 0 to 1: how much of the one that tells less is surely told in the other."""
    texts = _texts(event)
    size = int(event.articles.max()) + 1
    found = np.ones((size, size), dtype=np.float32)
    for one, own in texts.items():
        numbers = np.array([event.units[unit].sentence for unit in own.tolist()])
        firsts = np.flatnonzero(np.diff(numbers, prepend=-1))
        for other, theirs in texts.items():
            if one != other:
                best = np.maximum.reduceat(likeness[np.ix_(own, theirs)].max(axis=1), firsts)
                found[one, other] = (best >= _SURE).sum() / (len(firsts) + _FEW)
    return np.asarray((np.maximum(found, found.T) / _ENOUGH).clip(0, 1), dtype=np.float32)


def _texts(event: Units) -> dict[int, Indices]:
    """The units of each article's text."""
    in_text = np.array([unit.field == "text" for unit in event.units], dtype=bool)
    found = {article: np.flatnonzero((event.articles == article) & in_text) for article in set(event.articles.tolist())}
    return {article: units for article, units in found.items() if len(units)}


def _shared(one: csr_array, other: csr_array, rows: slice) -> Marks:
    return np.asarray((one[rows] @ other.T).toarray() > 0)


def _having(*tables: Sequence[Sequence[str]]) -> list[csr_array]:
    """For each table which unit (row) has which term (column); one column is the same term in all."""
    numbers: dict[str, int] = {}
    columns = [[numbers.setdefault(term, len(numbers)) for own in terms for term in own] for terms in tables]
    shape = len(tables[0]), max(1, len(numbers))
    return [
        csr_array((np.ones(len(own), dtype=np.float32), own, np.cumsum([0, *map(len, terms)])), shape=shape)
        for terms, own in zip(tables, columns, strict=True)
    ]
