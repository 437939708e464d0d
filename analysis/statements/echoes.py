"""What an article tells twice: in its standfirst and again in its body, say.

Two clauses of one article tell the same less often than two of different articles that are as alike, and nothing is
gained by rows that agree within one article; so they are not put together like those of different articles. But a
sentence that tells nothing beyond what its own article tells elsewhere makes no row of its own, in which all others
would seem to be silent; and rows that one article's repetition ties together are kin (see ``absent``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from analysis.statements.cells import Background, Place, place_of
from analysis.statements.contradictions import contradiction

_SAME = 0.55
"""Likeness of two clauses of one article from which they are the same told twice. Of 14 pairs of public events between
.50 and .77 one reader took 13 to be."""
_KIN = 0.40
"""Likeness from which they are kin, and from which the other clauses of the sentence count as told there too."""
_MOST = 5
"""Other units of its article that a unit may repeat, so that an article of one sentence over and over stays quick."""

Told = tuple[tuple[int, ...], str]
"""Units of a statement, and what they contradict each other in."""


def echoes(known: Background) -> Iterator[tuple[int, int]]:
    """The pairs of units in different sentences of one article that are kin, each once; ``_MOST`` of a unit, those most
    alike."""
    for article in np.unique(known.units.articles):
        mine = np.flatnonzero(known.units.articles == article)
        numbers: dict[Place, int] = {}
        places = np.array([numbers.setdefault(place_of(known.units.units[unit]), len(numbers)) for unit in mine])
        found: set[tuple[int, int]] = set()
        for unit, place in zip(mine.tolist(), places, strict=True):
            likeness = np.where(places == place, 0.0, known.likeness[unit, mine])
            near = np.argsort(-likeness, kind="stable")[:_MOST]
            found.update((min(unit, other), max(unit, other)) for other in mine[near[likeness[near] >= _KIN]].tolist())
        yield from sorted(found)


def with_echoes(known: Background, shared: Sequence[Told], alone: Mapping[Place, Sequence[int]]) -> list[Told]:
    """The ``shared`` statements and those of the sentences that stand ``alone``, in this order; a sentence that only
    echoes a statement of its own article is put to that."""
    found = [(list(members), kind) for members, kind in (*shared, *((own, "") for own in alone.values()))]
    home = {unit: number for number in range(len(found) - 1, -1, -1) for unit in found[number][0]}
    near = _near(known)
    for own in alone.values():
        mine = home[own[0]]
        target = next((home[other] for other in _same(known, own, near) if home.get(other, mine) != mine), None)
        if target is not None and _covered(known, own, found[target][0]):
            found[target][0].extend(found[mine][0])
            home.update(dict.fromkeys(found[mine][0], target))
            found[mine][0].clear()
    return [(tuple(sorted(members)), kind) for members, kind in found if members]


def _near(known: Background) -> dict[int, list[int]]:
    near: dict[int, list[int]] = {}
    for one, other in echoes(known):
        if known.likeness[one, other] >= _SAME and known.units.units[one].field == known.units.units[other].field:
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    return near


def _same(known: Background, own: Sequence[int], near: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """The units that one of ``own`` tells again, the most alike first."""
    pairs = sorted((-float(known.likeness[one, other]), other, one) for one in own for other in near.get(one, ()))
    yield from (other for _, other, one in pairs if not contradiction(known.units, one, other))


def _covered(known: Background, own: Sequence[int], members: Sequence[int]) -> bool:
    """Whether each of ``own`` is kin to what its article tells among ``members``."""
    article = known.units.units[own[0]].article
    theirs = [unit for unit in members if known.units.units[unit].article == article]
    return bool((known.likeness[np.ix_(list(own), theirs)].max(axis=1) >= _KIN).all())
