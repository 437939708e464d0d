"""Whether two sentences name other people or other countries where only one of them can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from analysis.annotation.vocabulary import country, is_given
from analysis.phrasing import Word, words

_PLACING = frozenset({"in", "into", "to", "from", "across", "over", "against"})


def other_people(first: str, second: str) -> bool:
    """Whether each sentence names somebody in full, and nobody whom the other names."""
    mine, theirs = _people(first), _people(second)
    return bool(mine and theirs) and _all_missing(mine, words(second)) and _all_missing(theirs, words(first))


def other_countries(first: str, second: str) -> bool:
    """Whether each sentence names countries in one way ("in Vastria", "Vastrian"), and none that the other names."""
    mine, theirs = _countries(first), _countries(second)
    if {name for name, _ in mine} & {name for name, _ in theirs}:
        return False
    return any(how and how == other for _, how in mine for _, other in theirs)


@lru_cache(maxsize=20_000)
def _people(sentence: str) -> tuple[frozenset[str], ...]:
    """The words of names that begin with a first name: that and the next one."""
    return tuple(
        frozenset({one.text, following.text})
        for one, following in pairwise(words(sentence))
        if one.name and following.name and one.clause == following.clause and is_given(one.text)
    )


def _all_missing(people: Sequence[frozenset[str]], text: Sequence[Word]) -> bool:
    told = {word.text for word in text}
    return all(told.isdisjoint(names) for names in people)


@lru_cache(maxsize=20_000)
def _countries(sentence: str) -> tuple[tuple[str, str], ...]:
    """Each country with how it is named: "adjective", the preposition before it, or "" elsewhere."""
    return tuple(_each_country(words(sentence)))


def _each_country(text: Sequence[Word]) -> Iterator[tuple[str, str]]:
    for place, word in enumerate(text):
        for size in (1, 2):
            found = country(" ".join(each.text for each in text[place : place + size])) if word.name else None
            if found is not None:
                before = text[place - 1].text if place else ""
                yield found.name, "adjective" if found.how == "adjective" else before if before in _PLACING else ""
