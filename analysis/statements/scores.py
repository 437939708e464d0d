"""How far two pieces of one event tell the same: 0 to 1.

An event's sentences are all on one topic, so a likeness that would tell in a pool of news tells little here. Four
things are added: the cosine of the pieces' vectors; that of their whole sentences (what is around them), both less the
event's mean, which is the topic; the share of weighty words in common (Dice); and how much they have in common at all,
which a figure told by both decides ("1,500 crowns"). A word weighs what it does in news at large, less the more pieces
of the event have it. Where there are no vectors, the share of words stands in for the meaning.

Then each likeness is held against the others. A sentence that is more like another one than any sentence near it is
told there; one that is as like to three is told by none for sure. So a pair gains by how far it is ahead of the next
best sentence of either article, and loses where one article tells it early and the other late.

The weights were set by hand after looking at pairs of clauses from two sample stories and from a few real events.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from analysis.embedding import Vectors
from analysis.statements.company import hold_back
from analysis.statements.stretches import each_stretch
from analysis.statements.units import Unit, Units

_MEANING, _CONTEXT, _SHARED, _COMMON = 0.15, 0.2, 0.2, 0.45
_ENOUGH = 8.0
"""Weight of the words in common at which half of ``_COMMON`` is reached."""
_LEAST = 0.25
"""What is left of a word's weight where every piece of the event has it."""
_FEW = 20
"""Units of an event at which half of their mean is taken off."""
_AHEAD = 0.8
"""What a pair gains by each point that it is ahead of the next best sentence of either article, or loses if behind."""
_APART = 0.2
"""What a pair loses that stands at the start of one article and at the end of the other."""
_STRANGE = 0.07
"""What a pair loses whose articles report different events."""
_ONLY_NAMES = 0.2
"""What a pair loses that has names and titles in common, and nothing else."""
_TELLING = 1.5
"""Weight from which a word in common tells more than who or where."""
_SAME_MEANING = 0.55
"""Cosine of two pieces from which they need no words in common."""


def scores(event: Units, kin: Vectors | None = None) -> Vectors:
    """A symmetric matrix, one row a unit, values 0 to 1.

    ``kin`` tells of every two articles how sure it is that they report one event (0 to 1, see ``kinship``; None where
    all do). In articles on different events some sentence is always ahead of the next best, so being ahead says nothing
    there, and more likeness is asked for.
    """
    likeness = _likeness(event)
    ahead = _ahead(event, likeness)
    ahead = np.minimum(ahead, ahead.T)
    places = _places(event)

    def gained(rows: slice) -> None:
        others = event.articles[rows, None] != event.articles[None]
        gain = _AHEAD * ahead[rows] - _APART * np.abs(places[rows, None] - places[None])
        if kin is not None:
            sure = kin[event.articles[rows]][:, event.articles]
            gain = sure * gain - _STRANGE * (1 - sure)
        likeness[rows] += np.where(others, gain, 0)

    each_stretch(len(likeness), gained)
    hold_back(event, likeness, kin)
    return np.asarray(likeness.clip(0, 1), dtype=np.float32)


def _likeness(event: Units) -> Vectors:
    """How like any two units are, whatever else their articles tell."""
    table = _weighted(event.units)
    total = np.asarray(table.multiply(table).sum(axis=1), dtype=np.float32).ravel()
    found = np.zeros((len(event.units), len(event.units)), dtype=np.float32)
    vectors, contexts = _centred(event.vectors), _centred(event.contexts)
    names, plain = _named(event.units)

    def alike(rows: slice) -> None:
        shared = np.asarray((table[rows] @ table.T).toarray(), dtype=np.float32)
        dice = 2 * shared / np.maximum(total[rows, None] + total[None], 1e-6)
        common = _COMMON * shared / (shared + _ENOUGH)
        if vectors is None or contexts is None:
            found[rows] = (_MEANING + _CONTEXT + _SHARED) * np.sqrt(dice) + common
        else:
            found[rows] = _MEANING * (vectors[rows] @ vectors.T) + common
            found[rows] += _CONTEXT * (contexts[rows] @ contexts.T) + _SHARED * dice
        by_name = ((names[rows] @ names.T).toarray() > 0) & ((plain[rows] @ plain.T).toarray() == 0)
        if event.vectors is not None:
            by_name &= event.vectors[rows] @ event.vectors.T < _SAME_MEANING
        found[rows] -= _ONLY_NAMES * by_name

    each_stretch(len(found), alike)
    found.clip(0, 1, out=found)
    return np.maximum(found, found.T)


def _ahead(event: Units, likeness: Vectors) -> Vectors:
    """How far each unit (column) is ahead of the best other sentence in the text of its article, in its likeness to
    each unit (row); negative where another one is more like it."""
    sentences = [(unit.article, unit.field, unit.sentence) for unit in event.units]
    firsts = [place for place, own in enumerate(sentences) if place == 0 or own != sentences[place - 1]]
    sentence_of = np.searchsorted(firsts, np.arange(len(sentences)), side="right") - 1
    in_text = np.array([sentences[place][1] == "text" for place in firsts], dtype=np.float32)
    articles = event.articles[firsts]
    found = np.zeros_like(likeness)

    def led(rows: slice) -> None:
        best = np.maximum.reduceat(likeness[rows], firsts, axis=1) * in_text
        for article in np.unique(articles):
            own = np.flatnonzero(event.articles == article)
            two = _best_two(best[:, articles == article])
            other = np.where(best[:, sentence_of[own]] >= two[:, 1:], two[:, :1], two[:, 1:])
            found[rows, own] = likeness[rows][:, own] - other

    each_stretch(len(likeness), led)
    return found


def _best_two(values: Vectors) -> Vectors:
    """The second best and the best of each row; 0 where there is none."""
    padded = np.pad(values, ((0, 0), (2, 0)))
    return np.asarray(np.partition(padded, -2, axis=1)[:, -2:])


def _places(event: Units) -> Vectors:
    """Where in its text each unit stands, from 0 to 1; 0 for a headline."""
    numbers = np.array([unit.sentence if unit.field == "text" else 0 for unit in event.units], dtype=np.float32)
    for article in np.unique(event.articles):
        own = event.articles == article
        numbers[own] /= max(1.0, float(numbers[own].max()))
    return numbers


def _centred(vectors: Vectors | None) -> Vectors | None:
    """The vectors less their mean (in a small event less a part of it), brought to length 1 again."""
    if vectors is None:
        return None
    centred = vectors - vectors.mean(axis=0) * (len(vectors) / (len(vectors) + _FEW))
    return np.asarray(centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def _named(units: Sequence[Unit]) -> tuple[csr_array, csr_array]:
    """Which terms of each unit only name somebody, and which tell something else."""
    names = [[term for term in unit.terms if term in unit.names] for unit in units]
    plain = [
        [term for term, weight in unit.terms.items() if weight >= _TELLING and term not in unit.names]
        for unit in units
    ]
    return _having(names), _having(plain)


def _having(terms: Sequence[Sequence[str]]) -> csr_array:
    numbers: dict[str, int] = {}
    columns = [numbers.setdefault(term, len(numbers)) for own in terms for term in sorted(own)]
    ends = np.cumsum([0, *map(len, terms)])
    data = np.ones(len(columns), dtype=np.float32)
    return csr_array((data, columns, ends), shape=(len(terms), max(1, len(numbers))))


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
