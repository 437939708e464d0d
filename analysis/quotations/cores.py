"""Groups of lines round one core: a run of words that every one of them holds.

Links alone would chain: A shares words with B and B with C, and A and C not one. So each line, the fullest first, is
taken as the measure; the lines linked to it are laid against its words, and those that meet on the same three words
make a group (the maximal cliques of an interval graph, found in one sweep). What a larger group holds is not given
again. Each link is followed once, so the time grows with the words and not with the pairs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from analysis.quotations.lines import Line
from analysis.quotations.linking import Gram, Taken, links

_CORE = 3
"""Words of the shortest core; one of them at least tells something and is no name."""

Group = frozenset[int]


def groups(lines: Sequence[Line], outlets: Mapping[str, str]) -> list[list[int]]:
    """Groups of line numbers, each with one core and from two outlets or more, in the order of the text."""
    taken = Taken.of(lines)
    found = (
        group
        for core, near in _near(lines, links(lines, outlets))
        for group in _meeting(core, near, lines, taken)
        if len({outlets[lines[number].article] for number in group}) > 1
    )
    return sorted(sorted(group) for group in _maximal(found))


def _near(lines: Sequence[Line], linked: Sequence[Sequence[int]]) -> Iterator[tuple[int, list[int]]]:
    """Each line with the lines that are linked to it by what no fuller line was linked by."""
    of: dict[int, list[int]] = {}
    for link, numbers in enumerate(linked):
        for number in numbers:
            of.setdefault(number, []).append(link)
    free = set(range(len(linked)))
    for core in sorted(of, key=lambda number: (-len(lines[number].words), number)):
        fresh = [link for link in of[core] if link in free]
        free.difference_update(fresh)
        if fresh:
            yield core, sorted({number for link in fresh for number in linked[link]})


def _meeting(core: int, near: Collection[int], lines: Sequence[Line], taken: Taken) -> Iterator[Group]:
    """The largest sets of remarks that meet at one place of ``core``, each with all lines that they have near it."""
    places: dict[Gram, int] = {}
    for place, gram in enumerate(_runs(lines[core])):
        if taken.tells(gram):
            places.setdefault(gram, place)
    at: dict[int, set[int]] = {}
    of: dict[int, list[int]] = {}
    for number in near:
        here = {places[gram] for gram in _runs(lines[number]) if gram in places} if number != core else set()
        if here or number == core:
            of.setdefault(lines[number].remark, []).append(number)
        for place in here:
            at.setdefault(place, set()).add(lines[number].remark)
    mine = lines[core].remark
    for remarks in _maximal(frozenset(held | {mine}) for held in at.values()):
        yield frozenset(number for remark in remarks for number in of[remark])


def _runs(line: Line) -> Iterator[Gram]:
    words = [word.text for word in line.words]
    return (tuple(words[first : first + _CORE]) for first in range(len(words) - _CORE + 1))


def _maximal(found: Iterable[Group]) -> list[Group]:
    """Those that no other holds, the largest first."""
    kept: list[Group] = []
    holding: dict[int, list[Group]] = {}
    for group in sorted(dict.fromkeys(found), key=lambda group: -len(group)):
        rarest = min(group, key=lambda member: len(holding.get(member, ())))
        if not any(group <= larger for larger in holding.get(rarest, ())):
            kept.append(group)
            for member in group:
                holding.setdefault(member, []).append(group)
    return kept
