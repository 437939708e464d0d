"""Work in progress on the chains of one article."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from analysis.annotation.people import words_of
from analysis.annotation.phrase import Phrase
from analysis.annotation.profiles import OF_STATE, Profile
from analysis.model import Token

_KEPT = 30
"""Actors looked at backwards from a description, at most."""
_MOST_CHAINS = 60
"""Chains of one noun that a description is compared with, at most; the latest. Real articles have a handful."""


@dataclass(frozen=True)
class Place:
    """A phrase in its field: number of the field, its tokens, the phrase."""

    field: int
    tokens: Sequence[Token]
    phrase: Phrase

    @property
    def at(self) -> int:
        return self.phrase.first

    @property
    def sentence(self) -> int:
        return self.tokens[self.phrase.head].sentence


@dataclass
class Links:
    """Work in progress: the chain of every phrase, and what is known of every chain."""

    places: list[Place]
    chain: dict[int, int] = field(default_factory=dict)
    """Number of a phrase -> number of its chain."""
    profiles: list[Profile] = field(default_factory=list)
    spots: list[list[tuple[int, int]]] = field(default_factory=list)
    """(field, first token) of the phrases of each chain, in the order of linking."""
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """A word of a name, or a noun or sense of a role -> chains, in order of appearance."""
    ends: dict[tuple[int, int], int] = field(default_factory=dict)
    """(field, head token) -> number of the phrase."""
    named: list[tuple[int, int, int]] = field(default_factory=list)
    """(field, first token, chain) of every name, in text order; complete before descriptions are linked."""
    countries: list[int] = field(default_factory=list)
    """Chains of countries that the table knows."""

    def new(self, number: int) -> int:
        self.profiles.append(Profile())
        self.spots.append([])
        self.join(number, len(self.profiles) - 1)
        return len(self.profiles) - 1

    def join(self, number: int, chain: int) -> None:
        place = self.places[number]
        self.chain[number] = chain
        self.profiles[chain].take(place.phrase)
        insort(self.spots[chain], (place.field, place.at))
        name = words_of(place.phrase.name) if place.phrase.name else ()
        words = [*name, *(acronyms_of(name) if len(name) > 1 else ()), place.phrase.role, place.phrase.sense]
        if place.phrase.role == "counterpart":
            words.append("state")
        for word in filter(None, words):
            listed = self.by_word[word]
            if chain not in listed[-8:]:
                listed.append(chain)

    def shares_office(self, chain: int, other: int, phrase: Phrase) -> None:
        """Learn that ``chain``, called a counterpart in ``phrase``, holds elsewhere the office that ``other`` holds."""
        offices = [role for role in self.profiles[other].roles if role.sense in OF_STATE]
        for office in offices[:1]:
            told = office._replace(country=phrase.country, modifiers=phrase.modifiers, owner="")
            self.profiles[chain].roles[told] += 1
            for word in (told.noun, told.sense):
                if chain not in self.by_word[word][-8:]:
                    self.by_word[word].append(chain)

    def among(self, words: Iterable[str]) -> list[int]:
        """Chains that share one of ``words``."""
        found: dict[int, None] = {}
        for word in words:
            found.update(dict.fromkeys(self.by_word.get(word, ())[-_MOST_CHAINS:]))
        return list(found)

    def before(self, number: int, sentences: int) -> dict[int, int]:
        """Chains named in the ``sentences`` before a phrase -> first token of the last name, the nearest first."""
        place = self.places[number]
        position = bisect_left(self.named, (place.field, place.at, -1)) - 1
        found: dict[int, int] = {}
        while position >= 0 and len(found) < _KEPT:
            where, at, chain = self.named[position]
            if where != place.field or place.sentence - place.tokens[at].sentence > sentences:
                break
            found.setdefault(chain, at)
            position -= 1
        return found

    def recency(self, chain: int, number: int) -> tuple[int, int]:
        """(1 where the chain was mentioned before, place of its last mention before), greater is nearer."""
        place = self.places[number]
        here = (place.field, place.at)
        spots = self.spots[chain]
        before = bisect_left(spots, here)
        if before and spots[before - 1][0] == place.field:
            return 1, spots[before - 1][1]
        return 0, len(spots)


def acronyms_of(name: Sequence[str]) -> list[str]:
    """What an acronym of ``name`` would be."""
    content = [word for word in name if word not in ("of", "the", "for", "and")]
    return ["".join(word[0] for word in name), "".join(word[0] for word in content)]
