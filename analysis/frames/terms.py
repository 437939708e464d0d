"""Where the terms of a table stand in a sentence: the longest first, and none in names of people and places.

Nor is a word a term where a proper noun alone makes a name of it ("the Dogger Bank", "Kelling Health"), which the
annotation often takes for an organisation. In longer names of organisations, and with other words before it ("Federal
Court", "World Trade Organization"), it points to what they deal with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from analysis.frames.tables import Term
from analysis.model import Token

_NAMES = frozenset({"PERSON", "GPE", "LOC", "FAC"})
"""Entities in which a word is part of a name, and points to nothing: "Justice Hill", "Market Square"."""
_ORGANISATION = "ORG"


class Found(NamedTuple):
    """A term found: the places of its tokens in the field, the last one exclusive."""

    term: Term
    first: int
    last: int


def terms_in(tokens: Sequence[Token], begin: int, end: int, known: Collection[Term], longest: int) -> Iterator[Found]:
    """The ``known`` terms in ``tokens[begin:end]``, one sentence; each word matches as written or by its lemma."""
    places = [place for place in range(begin, end) if tokens[place].text.strip()]
    written = [_plain(tokens[place].text) for place in places]
    lemmas = [_plain(tokens[place].lemma) for place in places]
    here = 0
    while here < len(places):
        length, term = 1, None
        if tokens[places[here]].entity not in _NAMES:
            length, term = _longest(written, lemmas, here, known, longest)
        if term is not None and not (length == 1 and _makes_a_name(tokens, places[here], begin, end)):
            yield Found(term, places[here], places[here + length - 1] + 1)
        here += length


def _makes_a_name(tokens: Sequence[Token], place: int, begin: int, end: int) -> bool:
    """Is the word the second of two that are all of a name, and the first a proper noun that belongs to it?"""
    first = place - 1
    return (
        all(_in_organisation(tokens, at, begin, end) for at in (first, place))
        and tokens[first].dep == "compound"
        and not any(_in_organisation(tokens, at, begin, end) for at in (first - 1, place + 1))
    )


def _in_organisation(tokens: Sequence[Token], place: int, begin: int, end: int) -> bool:
    inside = begin <= place < end
    return inside and tokens[place].entity == _ORGANISATION and tokens[place].pos == "PROPN"


def _longest(
    written: Sequence[str], lemmas: Sequence[str], here: int, known: Collection[Term], longest: int
) -> tuple[int, Term | None]:
    for length in range(min(longest, len(written) - here), 0, -1):
        for words in (written, lemmas):
            term = tuple(words[here : here + length])
            if term in known:
                return length, term
    return 1, None


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
