"""Statements that (nearly) the same sentences tell: two clauses that go together wherever they are told are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from analysis.conflicts import conflict
from analysis.statements.cells import Background, Place, place_of

_MOST = 2 / 3
"""Share of the articles of both statements from which they are one, if those have the same sentences in both."""
_SAME = 0.5
"""Share of an article's sentences in either that stand in both, from which they are the same."""
_KINDS = frozenset({"figure", "date", "order"})
"""Contradictions between whole sentences that part them; a "not" may stand in another clause."""
_MOST_PLACES = 40
"""Sentences of a statement that are held against those of another."""

Told = tuple[tuple[int, ...], str]
"""Units of a statement, and what they contradict each other in."""


def merged(known: Background, found: Sequence[Told]) -> list[Told]:
    """The statements, twins put together where no sentences of both contradict each other; one in conflict only with
    one that has none."""
    kept: list[Told] = []
    having: dict[Place, set[int]] = defaultdict(set)
    for each in found:
        near = sorted({number for place in _places(known, each) for number in having.get(place, ())})
        home = next((number for number in near if _are_twins(known, kept[number], each)), len(kept))
        if home == len(kept):
            kept.append(each)
        else:
            members, conflict = kept[home]
            kept[home] = tuple(sorted({*members, *each[0]})), conflict or each[1]
        for place in _places(known, each):
            having[place].add(home)
    return kept


def _are_twins(known: Background, one: Told, other: Told) -> bool:
    if one[1] and other[1]:
        return False
    mine, theirs = _by_article(known, one), _by_article(known, other)
    same = sum(
        len(mine[article] & theirs[article]) >= _SAME * len(mine[article] | theirs[article])
        for article in mine.keys() & theirs.keys()
    )
    if same < _MOST * len(mine.keys() | theirs.keys()):
        return False
    return bool(one[1] or other[1]) or not _contradict(known, one, other)


def _contradict(known: Background, one: Told, other: Told) -> bool:
    """Whether a sentence of one contradicts one of the other; those that stand in both do not."""
    mine, theirs = _sentences(known, one), _sentences(known, other)
    pairs = {
        (mine[place], theirs[there])
        for place in sorted(mine.keys() - theirs.keys())[:_MOST_PLACES]
        for there in sorted(theirs.keys() - mine.keys())[:_MOST_PLACES]
    }
    return any(conflict(*pair) in _KINDS for pair in sorted(pairs))


def _sentences(known: Background, told: Told) -> dict[Place, str]:
    return {place_of(known.units.units[unit]): known.units.units[unit].whole for unit in told[0]}


def _places(known: Background, told: Told) -> set[Place]:
    return {place_of(known.units.units[unit]) for unit in told[0]}


def _by_article(known: Background, told: Told) -> dict[int, set[Place]]:
    found: dict[int, set[Place]] = defaultdict(set)
    for place in _places(known, told):
        found[place[0]].add(place)
    return found
