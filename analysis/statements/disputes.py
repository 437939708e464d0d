"""The same statement with conflicting details: clusters that say the same but for a figure, date, negation or order.

They have no figure in common, which otherwise tells that two clauses are one statement, so they have to be much alike
in all else; less so where the two sentences tell the same in another clause. Two clusters that one article tells in
different places are two things ("17 were hurt in the flood", "four were hurt on the road"), however alike they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np

from analysis.conflicts import conflict
from analysis.details import DATES, LABEL, Detail, comparable, details, differing
from analysis.embedding import Vectors
from analysis.statements.cells import Place, place_of
from analysis.statements.clusters import TOGETHER, tell_apart
from analysis.statements.contradictions import contradiction, told_twice
from analysis.statements.tallies import disputed
from analysis.statements.units import Unit, Units

_LEAST_MEANING = 0.58
"""Cosine of two pieces from which they are looked at."""
_LEAST_MEAN = 0.5
"""Mean cosine of all pairs across two clusters from which they can be one statement."""
_BESIDE: Mapping[str, float] = {"figure": 0.55, "date": 0.55, "negation": 0.7, "order": 0.75}
"""Cosine of two pieces from which they are the same but for the detail, where their sentences tell the same in another
clause. (Set by hand on real events.)"""
_LEAST_SHARED = 0.3
"""Share of their weighty words, figures aside, that they have in common at least."""
_ALIKE: Mapping[str, float] = {"figure": 0.55, "date": 0.57, "negation": 0.72, "order": 0.85}
"""Mean of both from which they are the same but for the detail. (Set by hand on real events.)"""
_LOOSE = frozenset({"count", "part of the day", LABEL})
"""Kinds that contradict each other only where they count the same thing, or never: "morning" and "noon"."""
_LIGHT = frozenset(
    {
        "be", "have", "do", "say", "tell", "make", "take", "get", "give", "go", "come", "accord", "include", "announce",
        "report", "speak", "add", "claim", "call", "warn", "insist", "state",
    }
)
"""Verbs that say too little for two pieces that share them to tell of the same deed."""
_MOST_PAIRS = 5_000


def joined(event: Units, clusters: Sequence[Sequence[int]], likeness: Vectors) -> list[tuple[tuple[int, ...], str]]:
    """The clusters, those in dispute with each other put together, the most alike first; each with what its members
    contradict each other in, or ``""``. ``likeness`` is that of all units (see ``scores``)."""
    home = {unit: number for number, members in enumerate(clusters) for unit in members}
    members = {number: list(each) for number, each in enumerate(clusters)}
    kinds: dict[int, str] = {}
    taken: set[int] = set()
    counted = [(one, other, "figure") for one, other in sorted(disputed(event))]
    sure = dict.fromkeys((*counted, *_beside(event, home, likeness)))
    for one, other, kind in (*sure, *_disputes(event, home)):
        smaller, larger = sorted((home[one], home[other]), key=lambda number: (len(members[number]), number))
        if smaller == larger or smaller in kinds or {smaller, larger} & taken:
            continue
        alike = (one, other, kind) in sure or _are_alike(event, members[smaller], members[larger], kind)
        if kinds.get(larger, kind) == kind and alike:
            home.update(dict.fromkeys(members[smaller], larger))
            members[larger].extend(members.pop(smaller))
            kinds[larger] = kind
            taken.add(smaller)
    return [(tuple(sorted(each)), kinds.get(number, "")) for number, each in members.items()]


def _beside(event: Units, home: Mapping[int, int], likeness: Vectors) -> Iterator[tuple[int, int, str]]:
    """Pairs of units that would be one statement but for a contradiction, and whose sentences tell the same in another
    clause; the most alike first."""
    told: dict[Place, set[int]] = defaultdict(set)
    for unit, number in home.items():
        told[place_of(event.units[unit])].add(number)
    for one, other, meaning in _most_alike(event, likeness):
        mine, theirs = told[place_of(event.units[one])], told[place_of(event.units[other])]
        if home[one] != home[other] and mine & theirs:
            kind = contradiction(event, one, other)
            first, second = event.units[one], event.units[other]
            if kind and meaning >= _BESIDE[kind] and conflict(first.whole, second.whole) == kind:
                yield one, other, kind


def _most_alike(event: Units, likeness: Vectors) -> list[tuple[int, int, float]]:
    """Pairs of units of different articles that are alike enough for one statement, with their cosine."""
    near = np.triu(likeness, 1) >= TOGETHER
    meaning = likeness if event.vectors is None else event.vectors @ event.vectors.T
    rows, columns = np.nonzero(near & (meaning >= min(_BESIDE.values())))
    others = event.articles[rows] != event.articles[columns]
    rows, columns = rows[others], columns[others]
    order = np.argsort(-likeness[rows, columns], kind="stable")[:_MOST_PAIRS]
    rows, columns = rows[order], columns[order]
    return list(zip(rows.tolist(), columns.tolist(), meaning[rows, columns].tolist(), strict=True))


def _are_alike(event: Units, one: Sequence[int], other: Sequence[int], kind: str) -> bool:
    """Whether all members of two clusters mean much the same on average, and no article tells both; where the same
    articles tell both, in one breath, no two of them are in dispute."""
    if told_twice(event, [one, other], kind) or _articles(event, one) == _articles(event, other):
        return False
    return event.vectors is None or float((event.vectors[one] @ event.vectors[other].T).mean()) >= _LEAST_MEAN


def _articles(event: Units, members: Sequence[int]) -> set[int]:
    return {event.units[unit].article for unit in members}


def _disputes(event: Units, home: Mapping[int, int]) -> Iterator[tuple[int, int, str]]:
    """Pairs of units of different articles and clusters that are the same but for a detail, the most alike first."""
    found = []
    parsed = any(unit.verbs for unit in event.units)
    for one, other, meaning in _near(event):
        if event.units[one].article != event.units[other].article and home[one] != home[other]:
            shared = _shared(event, one, other)
            alike = (meaning + shared) / 2
            if shared >= _LEAST_SHARED and alike >= min(_ALIKE.values()):
                kind = _dispute(event, one, other, parsed)
                if kind and alike >= _ALIKE[kind] and not tell_apart(event, one, other):
                    found.append((-alike, one, other, kind))
    yield from ((one, other, kind) for _, one, other, kind in sorted(found))


def _dispute(event: Units, one: int, other: int, parsed: bool) -> str | None:
    """What two pieces contradict each other in, where they tell it of the same. Without a parse words alone decide."""
    kind = contradiction(event, one, other)
    first, second = event.units[one], event.units[other]
    if kind is None or not parsed:
        return kind
    if kind in ("figure", "date"):
        return kind if any(_differ(mine, theirs) for mine, theirs in _told_of_the_same(first, second, kind)) else None
    return kind if kind != "negation" or _denies(first, second) or _denies(second, first) else None


def _differ(mine: Sequence[Detail], theirs: Sequence[Detail]) -> bool:
    return bool(differing(mine, theirs)) and any(comparable(*pair) for pair in product(mine, theirs))


def _told_of_the_same(one: Unit, other: Unit, kind: str) -> Iterator[tuple[list[Detail], list[Detail]]]:
    """The figures or dates of both pieces that may tell of the same: figures that count the same thing; amounts and
    dates where the pieces have a verb in common."""
    if kind == "figure":
        for who in sorted({each.who for each in one.counts} & {each.who for each in other.counts}):
            mine, theirs = ([each.figure for each in unit.counts if each.who == who] for unit in (one, other))
            yield mine, theirs
    if _plain_verbs(one) & _plain_verbs(other):
        mine, theirs = (
            [each for each in found if each.kind not in _LOOSE and (each.kind in DATES) == (kind == "date")]
            for found in (details(one.text), details(other.text))
        )
        yield mine, theirs


def _plain_verbs(unit: Unit) -> set[str]:
    return {verb for verb, _ in unit.verbs} - _LIGHT


def _denies(one: Unit, other: Unit) -> bool:
    """Whether one denies a verb that the other affirms."""
    denied = {verb for verb, said in one.verbs if said == "denied"}
    return bool(denied & {verb for verb, said in other.verbs if said == "affirmed"})


def _near(event: Units) -> list[tuple[int, int, float]]:
    """Pairs of units that mean much the same; without vectors those that share most of their words."""
    if event.vectors is None:
        return _near_by_words(event)
    cosines = np.triu(event.vectors @ event.vectors.T, 1)
    rows, columns = np.nonzero(cosines >= _LEAST_MEANING)
    values = cosines[rows, columns]
    order = np.argsort(-values, kind="stable")[:_MOST_PAIRS]
    return list(zip(rows[order].tolist(), columns[order].tolist(), values[order].tolist(), strict=True))


def _near_by_words(event: Units) -> list[tuple[int, int, float]]:
    having: dict[str, list[int]] = {}
    for place, unit in enumerate(event.units):
        for term in unit.terms:
            having.setdefault(term, []).append(place)
    rare = (places[:30] for places in having.values() if len(places) > 1)
    pairs = {(one, other) for places in rare for at, one in enumerate(places) for other in places[at + 1 :]}
    shared = ((one, other, _shared(event, one, other)) for one, other in sorted(pairs)[: 10 * _MOST_PAIRS])
    return [each for each in shared if each[2] >= _LEAST_MEANING]


def _shared(event: Units, one: int, other: int) -> float:
    """The share of the pieces' words by weight, figures and dates aside, that both have (Dice)."""
    mine, theirs = event.units[one].terms, event.units[other].terms
    both = sum(mine[term] + theirs[term] for term in sorted(mine.keys() & theirs.keys()) if term[0] != "#")
    total = sum(weight for terms in (mine, theirs) for term, weight in sorted(terms.items()) if term[0] != "#")
    return both / total if total else 0.0
