"""Where in two sentences names stand, and whether two of them have changed places.

A name's place is the word before it with the content word before that, or the word behind it with the content word
behind that: "the mayor told *Holm* to sell".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from analysis.phrasing import Word, words
from analysis.same_names import names

_MOST = 12
"""Names of a sentence that are looked at; more are a list."""


class _Name(NamedTuple):
    """The words of a name, and what stands before and behind it."""

    words: frozenset[str]
    before: tuple[str, str]
    behind: tuple[str, str]

    @property
    def by(self) -> bool:
        return self.before[0] == "by"


def places_changed(first: str, second: str) -> bool:
    """Whether two names that both sentences have stand in each other's place ("by" before them in both or neither)."""
    both = [(one, other) for one, other in product(_names(first), _names(second)) if one.words & other.words]
    return any(_changed(*one, *other) for one, other in combinations(both, 2) if _of_two(one, other))


def _of_two(one: tuple[_Name, _Name], other: tuple[_Name, _Name]) -> bool:
    return all(mine.words.isdisjoint(theirs.words) for mine, theirs in zip(one, other, strict=True))


def _changed(here: _Name, there: _Name, other_here: _Name, other_there: _Name) -> bool:
    if _in_one_place(here, there) or _in_one_place(other_here, other_there):
        return False
    turned = here.by != other_there.by or other_here.by != there.by
    return not turned and _in_one_place(here, other_there) and _in_one_place(other_here, there)


def _in_one_place(one: _Name, other: _Name) -> bool:
    return (one.before == other.before and one.before[1] != "") or (one.behind == other.behind and one.behind[1] != "")


@lru_cache(maxsize=20_000)
def _names(sentence: str) -> tuple[_Name, ...]:
    text = words(sentence)
    return tuple(_name(text, place, end) for place, end in _runs(text))[:_MOST]


def _runs(text: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The first places and ends of names within a clause; titles, days and months are none."""
    place = 0
    while place < len(text):
        end = place
        while end < len(text) and text[end].clause == text[place].clause and names(text[end : end + 1]):
            end += 1
        if end > place:
            yield place, end
        place = max(end, place + 1)


def _name(text: Sequence[Word], place: int, end: int) -> _Name:
    before = text[place - 1].text if place else ""
    behind = text[end].text if end < len(text) else ""
    left = next((word.stem for word in reversed(text[:place]) if word.content), "")
    right = next((word.stem for word in text[end:] if word.content), "")
    return _Name(frozenset(word.text for word in text[place:end]), (before, left), (behind, right))
