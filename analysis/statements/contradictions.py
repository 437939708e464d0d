"""What the sentences of one statement contradict each other in, and the words that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis import opposites
from analysis.conflicts import conflict
from analysis.details import comparable, details, differing
from analysis.embedding import Vectors
from analysis.phrasing import stem
from analysis.statements.units import Unit, Units, silent

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
    if bool(_SINCE.search(first.text)) != bool(_SINCE.search(second.text)):
        return None
    if _both_since(first, second) and not _verbs(first) & _verbs(second):
        return None
    if bool(_SHOULD_HAVE.search(first.text)) != bool(_SHOULD_HAVE.search(second.text)):
        return None
    if silent(first.text) and silent(second.text):
        return None
    return kind if conflict(first.whole, second.whole) == "negation" else None


def _both_since(first: Unit, second: Unit) -> bool:
    return bool(_SINCE.search(first.text) and _SINCE.search(second.text))


def _verbs(unit: Unit) -> set[str]:
    return {lemma for lemma, _ in unit.verbs}


def consistent(event: Units, members: Sequence[int], likeness: Vectors) -> list[list[int]]:
    """The cluster parted so that no members of a part contradict each other, the most central ones first."""
    ordered = sorted(members, key=lambda unit: -float(likeness[unit, members].sum()))
    found = _contradictions(event, ordered)
    return _sides(ordered, found) if found else [ordered]


def opposed(event: Units, members: Sequence[int], kind: str) -> dict[int, str]:
    """For each member that contradicts another in ``kind``, the words that show it, as they stand in its piece."""
    found: dict[int, str] = {}
    for one, other in _pairs(members):
        if contradiction(event, one, other) == kind:
            for unit, against in ((one, other), (other, one)):
                words = _words(event.units[unit].text, event.units[against].text, kind)
                found[unit] = found.get(unit) or words
    return found


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
