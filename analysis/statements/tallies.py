"""Outlets that count the same people differently: "17 were hurt" in one, "23 had been treated" in another.

An event may have several counts of one fate (17 hurt in the flood, four on the road). Those that one article tells are
several things; those that no article tells both may be one thing in dispute. So the counts of one fate are put
together by value, and two values are in dispute where no article has both, and where the pieces name no other places
or years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis.details import Detail, agree, details, may_both_hold
from analysis.phrasing import words
from analysis.statements.units import Unit, Units

_FURTHEST = 5.0
"""The larger of two counts of one thing is at most so many times the smaller."""
_MOST_VALUES = 12
"""Different values of one fate that are compared; where there are more it is a list."""
_MOST_TOLD = 12
"""Units of one value that are held against those of another; a statement needs only one of them."""

_Told = tuple[int, Detail]
"""A unit and the figure it tells."""


def disputed(event: Units) -> Iterator[tuple[int, int]]:
    """Pairs of units of different articles that count the same people differently."""
    for told in _by_fate(event).values():
        values = _values(told)
        if len(values) > _MOST_VALUES:
            continue
        for one, other in combinations(values, 2):
            if _may_be_one(event, one, other):
                yield from (
                    (left, right)
                    for left, _ in one[:_MOST_TOLD]
                    for right, _ in other[:_MOST_TOLD]
                    if _fit(event.units[left], event.units[right])
                )


def _by_fate(event: Units) -> dict[tuple[str, str, str], list[_Told]]:
    found: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for number, unit in enumerate(event.units):
        for count in filter(lambda each: each.fate, unit.counts):
            found[count.fate, count.who, count.figure.kind].append((number, count.figure))
    return found


def _values(told: Sequence[_Told]) -> list[list[_Told]]:
    """The units put together whose figures agree; given up where there are too many values."""
    values: list[list[_Told]] = []
    for each in told:
        if len(values) > _MOST_VALUES:
            break
        for same in values:
            if agree(each[1], same[0][1]):
                same.append(each)
                break
        else:
            values.append([each])
    return values


def _may_be_one(event: Units, one: Sequence[_Told], other: Sequence[_Told]) -> bool:
    smaller, larger = sorted((one[0][1].value, other[0][1].value))
    articles, others = ({event.units[unit].article for unit, _ in told} for told in (one, other))
    compatible = may_both_hold(one[0][1], other[0][1])
    return larger <= _FURTHEST * smaller and not articles & others and not compatible


def _fit(one: Unit, other: Unit) -> bool:
    """Whether neither piece has a place or person, or a year, of its own that the other's sentence contradicts."""
    names, others = ({word.stem for word in words(unit.text) if word.name} for unit in (one, other))
    years, theirs = ({each.value for each in details(unit.whole) if each.kind == "year"} for unit in (one, other))
    return (not names or not others or bool(names & others)) and years == theirs
