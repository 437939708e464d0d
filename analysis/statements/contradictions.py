"""What the sentences of one statement contradict each other in, and the words that show it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from analysis import opposites
from analysis.conflicts import conflict
from analysis.details import comparable, details, differing
from analysis.embedding import Vectors
from analysis.negations import alike
from analysis.phrasing import stem, words
from analysis.statements.units import Unit, Units, silent

_SAME_SENTENCE: Mapping[str, float] = {"figure": 0.8, "date": 0.8, "negation": 0.8, "order": 0.65}
"""Share of their content words that two sentences have in common from which they tell the same as wholes, by what they
differ in: a figure may stand in a clause that only one of them has. (Set by hand on real events.)"""
_SAME_MEANING = 0.84
"""Cosine of two sentences from which they tell the same as wholes."""
_MOST_MEMBERS = 80
"""Units of a cluster that are held against each other; the others against the most central one only."""
_NEGATION = re.compile(
    r"\b(?:not|no|never|without|neither|nor|none|nobody|nothing|nowhere|hardly|barely|scarcely|unable|cannot)\b"
    r"|\b\w+n['’]t\b|\b(?:den(?:y|ied|ies|ying)|lack|refus|declin|fail)\w*\b",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\b(?:before|prior to|ahead of|until|after|following|since|in the wake of)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_SHOULD_HAVE = re.compile(r"\b(?:should|ought to) have\b", re.IGNORECASE)
"""What should have been was not: "should have asked" is a negation without a "not"."""
_MARKS = " ,;:.!?()[]\"'“”‘’«»–—"
_WIDEST = 4
"""Words that a figure or date takes at most."""


def contradiction(event: Units, one: int, other: int) -> str | None:
    """What two pieces contradict each other in (see ``conflicts.conflict``), or None.

    A negation only counts where the whole sentences differ in it too: a clause may have been cut off from its "nobody".
    "Not since May" is no denial of "last in May", nor "did not answer" of "declined to comment", nor "without leave" of
    "should have had leave". Two that both tell since when ("nobody tried it since May", "in a drawer since May") differ
    in a negation only where they have a verb in common.
    """
    first, second = event.units[one], event.units[other]
    kind = conflict(first.text, second.text)
    if kind != "negation":
        return kind
    if _only_seem_to_deny(first.text, second.text) or (
        _SINCE.search(first.text) and _SINCE.search(second.text) and not _verbs(first) & _verbs(second)
    ):
        return None
    return kind if conflict(first.whole, second.whole) == "negation" else None


def _only_seem_to_deny(first: str, second: str) -> bool:
    if any(bool(sign.search(first)) != bool(sign.search(second)) for sign in (_SINCE, _SHOULD_HAVE)):
        return True
    return silent(first) and silent(second)


def contradiction_of_wholes(event: Units, one: int, other: int) -> str | None:
    """What the sentences of two pieces of different articles contradict each other in, where they tell the same as
    wholes; or None. A clause may have lost it: "aged 79", "denied that", "before"."""
    first, second = event.units[one], event.units[other]
    if first.article == second.article:
        return None
    if event.contexts is not None and float(event.contexts[one] @ event.contexts[other]) < _SAME_MEANING:
        return None
    one_whole, other_whole = words(first.whole), words(second.whole)
    if not alike(one_whole, other_whole, min(_SAME_SENTENCE.values())):
        return None
    kind = conflict(first.whole, second.whole)
    if kind == "negation" and _only_seem_to_deny(first.whole, second.whole):
        return None
    return kind if kind and alike(one_whole, other_whole, _SAME_SENTENCE[kind]) else None


def _verbs(unit: Unit) -> set[str]:
    return {lemma for lemma, _ in unit.verbs}


def consistent(event: Units, members: Sequence[int], likeness: Vectors) -> list[list[int]]:
    """The cluster parted so that no members of a part contradict each other, the most central ones first."""
    ordered = sorted(members, key=lambda unit: -float(likeness[unit, members].sum()))
    found = _contradictions(event, ordered)
    return _sides(ordered, found) if found else [ordered]


def opposed(event: Units, members: Sequence[int], kind: str) -> dict[int, str]:
    """For each member that contradicts another in ``kind``, the words that show it, as they stand in its piece; or in
    its sentence, where no pieces contradict each other."""
    pairs = [pair for pair in _pairs(members) if contradiction(event, *pair) == kind]
    if pairs:
        return _showing({unit: event.units[unit].text for unit in members}, pairs, kind)
    pairs = [pair for pair in _pairs(members) if contradiction_of_wholes(event, *pair) == kind]
    return _showing({unit: event.units[unit].whole for unit in members}, pairs, kind)


def _showing(texts: Mapping[int, str], pairs: Sequence[tuple[int, int]], kind: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for one, other in pairs:
        for unit, against in ((one, other), (other, one)):
            found[unit] = found.get(unit) or _words(texts[unit], texts[against], kind)
    return found


def of_wholes(event: Units, members: Sequence[int], settled: Mapping[int, Collection[int]]) -> str:
    """What the sentences of members contradict each other in as wholes, or ``""``. ``settled`` tells for each unit in
    which statements in conflict its sentence stands: two that are in one already are not asked again."""
    pairs = (pair for pair in _pairs(members) if not set(settled[pair[0]]) & set(settled[pair[1]]))
    return next(filter(None, (contradiction_of_wholes(event, *pair) for pair in pairs)), "")


def _pairs(ordered: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from combinations(ordered[:_MOST_MEMBERS], 2)
    yield from ((ordered[0], other) for other in ordered[_MOST_MEMBERS:])


def _contradictions(event: Units, ordered: Sequence[int]) -> set[frozenset[int]]:
    found = set()
    for one, other in _pairs(ordered):
        if event.units[one].text != event.units[other].text and contradiction(event, one, other):
            found.add(frozenset((one, other)))
    return found


def _sides(ordered: Sequence[int], found: set[frozenset[int]]) -> list[list[int]]:
    """Members that do not contradict each other, the most central first."""
    sides: list[list[int]] = []
    for unit in ordered:
        for side in sides:
            if not any(frozenset((unit, other)) in found for other in side[:_MOST_MEMBERS]):
                side.append(unit)
                break
        else:
            sides.append([unit])
    return sides


def told_twice(event: Units, sides: Sequence[Sequence[int]], kind: str) -> bool:
    """Whether an article tells two of the sides, and not in one breath; two amounts in one breath are two things too
    ("lost 52 million, must repay 17.2 million")."""
    for one, other in combinations(sides, 2):
        theirs = [event.units[unit] for unit in other]
        for unit in map(event.units.__getitem__, one):
            both = [each for each in theirs if each.article == unit.article and {each.field, unit.field} == {"text"}]
            if both and (kind == "figure" or not any(_together(unit, each) for each in both)):
                return True
    return False


def _together(one: Unit, other: Unit) -> bool:
    return one.paragraph == other.paragraph or abs(one.sentence - other.sentence) <= 1


def _words(text: str, against: str, kind: str) -> str:
    if kind in ("figure", "date"):
        return _detail(text, against)
    pattern = _ORDER if kind == "order" else _NEGATION
    mine, theirs = pattern.findall(text), pattern.findall(against)
    if kind == "order" or len(mine) > len(theirs):
        return str(mine[0]) if mine else ""
    return "" if theirs and not mine else _opposite(text, against)


def _opposite(text: str, against: str) -> str:
    theirs = {stem(word.strip(_MARKS).lower()) for word in against.split()}
    for word in text.split():
        if opposites.of(stem(word.strip(_MARKS).lower())) & theirs:
            return word.strip(_MARKS)
    return ""


def _detail(text: str, against: str) -> str:
    """The shortest stretch that holds a figure or date which contradicts one of the other text."""
    others = details(against)
    contrary = [each for each in details(text) if differing((each,), others)]
    of_one_size = [each for each in contrary if any(comparable(each, other) for other in others)]
    wanted = {(each.kind, each.value) for each in of_one_size or contrary}
    words = text.split()
    for width in range(1, _WIDEST + 1):
        for first in range(len(words) - width + 1):
            stretch = " ".join(words[first : first + width]).strip(_MARKS)
            if any((each.kind, each.value) in wanted for each in details(stretch)):
                return stretch
    return ""
