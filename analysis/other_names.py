"""Whether two sentences name other people or other countries where only one of them can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.annotation.vocabulary import country, is_given
from analysis.phrasing import Word, words

_PLACING = frozenset({"in", "into", "to", "from", "across", "over", "against"})


def other_people(first: str, second: str) -> bool:
    """Whether each sentence names somebody in full, and nobody whom the other names."""
    one, other = words(first), words(second)
    mine, theirs = list(_people(one)), list(_people(other))
    return bool(mine and theirs) and _all_missing(mine, other) and _all_missing(theirs, one)


def other_countries(first: str, second: str) -> bool:
    """Whether each sentence names countries in one way ("in Vastria", "Vastrian"), and none that the other names."""
    mine, theirs = list(_countries(words(first))), list(_countries(words(second)))
    if {name for name, _ in mine} & {name for name, _ in theirs}:
        return False
    return any(how and how == other for _, how in mine for _, other in theirs)


def _people(text: Sequence[Word]) -> Iterator[frozenset[str]]:
    """The words of names that begin with a first name: that and the next one."""
    for one, following in pairwise(text):
        if one.name and following.name and one.clause == following.clause and is_given(one.text):
            yield frozenset({one.text, following.text})


def _all_missing(people: Sequence[frozenset[str]], text: Sequence[Word]) -> bool:
    told = {word.text for word in text}
    return all(told.isdisjoint(names) for names in people)


def _countries(text: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Each country with how it is named: "adjective", the preposition before it, or "" elsewhere."""
    for place, word in enumerate(text):
        for size in (1, 2):
            found = country(" ".join(each.text for each in text[place : place + size])) if word.name else None
            if found is not None:
                before = text[place - 1].text if place else ""
                yield found.name, "adjective" if found.how == "adjective" else before if before in _PLACING else ""
