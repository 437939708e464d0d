"""How far two pieces of one event tell the same: 0 to 1.

An event's sentences are all on one topic, so a likeness that would tell in a pool of news tells little here. Four
things are added: the cosine of the pieces' vectors; that of their whole sentences (what is around them), both less the
event's mean, which is the topic; the share of weighty words in common (Dice); and how much they have in common at all,
which a figure told by both decides ("1,500 crowns"). A word weighs what it does in news at large, less the more pieces
of the event have it. Where there are no vectors, the share of words stands in for the meaning.

The weights were set by hand after looking at pairs of clauses from the first sample story and from a few real events.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from analysis.embedding import Vectors
from analysis.statements.units import Unit, Units

_MEANING, _CONTEXT, _SHARED, _COMMON = 0.25, 0.1, 0.2, 0.45
_ENOUGH = 8.0
"""Weight of the words in common at which half of ``_COMMON`` is reached."""
_LEAST = 0.25
"""What is left of a word's weight where every piece of the event has it."""
_FEW = 20
"""Units of an event at which half of their mean is taken off."""
_ROWS = 500
"""Rows that are worked out together, so that memory stays small."""


def scores(event: Units) -> Vectors:
    """A symmetric matrix, one row a unit, values 0 to 1."""
    table = _weighted(event.units)
    total = np.asarray(table.multiply(table).sum(axis=1), dtype=np.float32).ravel()
    found = np.zeros((len(event.units), len(event.units)), dtype=np.float32)
    vectors, contexts = _centred(event.vectors), _centred(event.contexts)
    for first in range(0, len(found), _ROWS):
        rows = slice(first, first + _ROWS)
        shared = np.asarray((table[rows] @ table.T).toarray(), dtype=np.float32)
        dice = 2 * shared / np.maximum(total[rows, None] + total[None], 1e-6)
        common = _COMMON * shared / (shared + _ENOUGH)
        if vectors is None or contexts is None:
            found[rows] = (_MEANING + _CONTEXT + _SHARED) * np.sqrt(dice) + common
        else:
            found[rows] = _MEANING * (vectors[rows] @ vectors.T) + common
            found[rows] += _CONTEXT * (contexts[rows] @ contexts.T) + _SHARED * dice
    found.clip(0, 1, out=found)
    return np.maximum(found, found.T)


def _centred(vectors: Vectors | None) -> Vectors | None:
    """The vectors less their mean (in a small event less a part of it), brought to length 1 again."""
    if vectors is None:
        return None
    centred = vectors - vectors.mean(axis=0) * (len(vectors) / (len(vectors) + _FEW))
    return np.asarray(centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def _weighted(units: Sequence[Unit]) -> csr_array:
    """Roots of the weights of each unit's terms, so that a product of two rows is the weight that they share."""
    numbers: dict[str, int] = {}
    frequency: Counter[str] = Counter(term for unit in units for term in unit.terms)
    longest = math.log(max(3, len(units)))
    data: list[float] = []
    columns: list[int] = []
    ends = [0]
    for unit in units:
        for term, weight in sorted(unit.terms.items()):
            columns.append(numbers.setdefault(term, len(numbers)))
            data.append(math.sqrt(weight * max(_LEAST, 1 - math.log(frequency[term]) / longest)))
        ends.append(len(columns))
    return csr_array((data, columns, ends), shape=(len(units), max(1, len(numbers))), dtype=np.float32)
