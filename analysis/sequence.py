"""What a sentence puts before what: "A before B", "after B, A", "A led to B", "A was caused by B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from analysis.negations import stems
from analysis.phrasing import Word, words

_EARLIER = (
    ("before",), ("prior", "to"), ("ahead", "of"), ("until",), ("then",), ("and", "later"), ("only", "later"),
    ("and", "afterwards"), ("and", "subsequently"), ("led", "to"), ("leading", "to"), ("resulted", "in"),
    ("set", "off"), ("by", "the", "time"),
)  # fmt: skip
"""What stands outside the clause behind such words comes before what stands in it; a cause before its effect."""
_LATER = (
    ("after",), ("following",), ("since",), ("once",), ("in", "the", "wake", "of"), ("because", "of"),
    ("due", "to", "the"), ("due", "to", "a"), ("due", "to", "an"), ("as", "a", "result", "of"),
    ("in", "response", "to"), ("followed",), ("set", "off", "by"), ("when",), ("as", "soon", "as"),
)  # fmt: skip
_CAUSING = frozenset({"caus", "trigger", "spark", "prompt", "provok"})
"""Stems of verbs whose subject comes before their object, and whose "by" names what comes before."""
_ALL = [*((marker, True) for marker in _EARLIER), *((marker, False) for marker in _LATER)]
_MARKERS = {
    first: sorted((each for each in _ALL if each[0][0] == first), key=lambda marker: -len(marker[0]))
    for first in {marker[0] for marker, _ in _ALL}
}
"""Both by their first word, the longest first, and whether what stands outside comes first."""
_PLAINLY = (["before"], ["after"], ["prior", "to"], ["ahead", "of"], ["until"], ["following"], ["since"])
_THEN = frozenset({"later", "afterwards", "subsequently"})
_SO_NEAR = 4
"""Words behind "followed" among which its "by" stands: "followed a day later by"."""
_DENYING = frozenset({"not", "never", "no"})
_MOST = 12
"""Orders that are read of a sentence: more are noise."""
_MOST_ALONE = 3
"""Stems of a clause behind "after" with nothing outside it; with more, a comma is missing: "After the storm Harl was
shut"."""
_WAITING = frozenset({"wait", "delay", "postpon"})
"""Stems before "until" of what keeps the rest for later: "waited until the fair to decide"."""
_SO_FAR = 8
"""Words before "until" among which a "not" turns it round: "will not vote until after the recess"."""


class Timed(NamedTuple):
    """Stems of what comes first in a sentence, and of what comes then; and whether "before" or "after" says so."""

    first: frozenset[str]
    then: frozenset[str]
    plainly: bool


def ordered_differently(first: str, second: str) -> bool:
    """Whether one sentence puts before what the other puts after, and nowhere in the same order."""
    found = [_crossed(mine, theirs) for mine in _all_timed(first) for theirs in _all_timed(second)]
    return any(crossed > 0 for crossed in found) and all(crossed >= 0 for crossed in found)


def _crossed(one: Timed, other: Timed) -> int:
    """By how many words more than not two sentences tell the same two things in another order; where they share but one
    of the two, only what is told with "before" and "after" counts."""
    same = len(one.first & other.first) + len(one.then & other.then)
    turned = len(one.first & other.then), len(one.then & other.first)
    return sum(turned) - same if all(turned) or (one.plainly and other.plainly) else -same


@lru_cache(maxsize=20_000)
def _all_timed(sentence: str) -> tuple[Timed, ...]:
    return tuple(islice(_timed(words(sentence)), _MOST))


def _timed(text: Sequence[Word]) -> Iterator[Timed]:
    plain = [word.text for word in text]
    place = 0
    yield from _later_clauses(text, plain)
    while place < len(text):
        length, earlier = _marker(text, plain, place)
        if length:
            inside = stems(_clause(text, place, place + length))
            behind = [word for word in text[place:] if word.clause > text[place].clause]
            outside = stems(text[:place]) or stems(behind)
            if not outside and len(inside) > _MOST_ALONE:
                return
            plainly = plain[place : place + length] in _PLAINLY
            first, then = (outside, inside) if earlier else (inside, outside)
            yield Timed(frozenset(first), frozenset(then), plainly)
        place += length or 1


def _clause(text: Sequence[Word], place: int, start: int) -> list[Word]:
    """The words from ``start`` to the end of the clause of the word at ``place``, or to a "but"."""
    return list(takewhile(lambda word: word.clause == text[place].clause and word.text != "but", text[start:]))


def _later_clauses(text: Sequence[Word], plain: Sequence[str]) -> Iterator[Timed]:
    """A clause that tells what came "later" or "the following day", behind the others."""
    for place, word in enumerate(text):
        if word.clause and (plain[place] in _THEN or (plain[place] == "following" and plain[place - 1] == "the")):
            before = stems([each for each in text[:place] if each.clause < word.clause])
            then = stems([each for each in text if each.clause == word.clause])
            yield Timed(frozenset(before), frozenset(then), plainly=False)


def _marker(text: Sequence[Word], plain: Sequence[str], place: int) -> tuple[int, bool]:
    """How many words from ``place`` on tell an order (0: none), and whether what stands outside comes first."""
    if text[place].stem in _CAUSING and plain[place] != "cause":
        by = plain[place + 1 : place + 2] == ["by"]
        return 1 + by, not by
    if plain[place] == "following" and plain[place - 1 : place] == ["the"]:
        return 0, False
    if plain[place] == "followed" and "by" in (near := plain[place + 1 : place + 1 + _SO_NEAR]):
        return near.index("by") + 2, True
    for marker, earlier in _MARKERS.get(plain[place], ()):
        if tuple(plain[place : place + len(marker)]) == marker:
            if marker == ("until",):
                return 1 + (plain[place + 1 : place + 2] == ["after"]), not _denied(text, place)
            return len(marker), earlier
    return 0, False


def _denied(text: Sequence[Word], place: int) -> bool:
    near = text[max(0, place - _SO_FAR) : place]
    own = [word for word in near if word.clause == text[place].clause]
    return any(word.text in _DENYING or word.stem in _WAITING for word in own)
