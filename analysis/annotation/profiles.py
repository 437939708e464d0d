"""What is known of one actor: names, roles, countries, gender; and whether a phrase or another profile fits it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.annotation.people import part_of, same_body, same_person, words_of
from analysis.annotation.phrase import Phrase
from analysis.annotation.vocabulary import collective, country, noun
from analysis.model import EntityKind


class Role(NamedTuple):
    """A description: its noun, what the noun shares with others, rank, other nouns in it, country."""

    noun: str
    sense: str
    ranks: frozenset[str]
    modifiers: frozenset[str]
    country: str
    number: str = ""
    plural: bool = False
    owner: str = ""


_MOST_ROLES = 60
"""Descriptions kept of one actor, at most; real articles have a handful."""
_COMMON = frozenset({
    "crew", "officer", "man", "troops", "soldier", "member", "staff", "patrol", "people", "team", "unit", "service",
    "force",
})  # fmt: skip
"""Nouns for the people of any body."""
_UNIFORMED = frozenset({"coastguard"})
"""Nouns whose plural means the members of the one body."""
OF_STATE = ("state", "minister", "secretary")
"""Senses of the offices whose holders have a counterpart."""
_VAGUE = frozenset({"people", "man", "woman", "country", "person", "member", "force", "group", "official", "other"})
"""Nouns so wide that only the same words besides make them the same group."""


@dataclass
class Profile:
    """One actor, as far as an article (or several) tells."""

    kinds: Counter[EntityKind] = field(default_factory=Counter)
    sure: Counter[EntityKind] = field(default_factory=Counter)
    """Kinds that a phrase told for certain."""
    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """Names as words that compare (``people.words_of``)."""
    roles: Counter[Role] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    count: int = 0
    place: str = ""
    """The country of the table that it is."""
    plural: bool = False
    ages: Counter[int] = field(default_factory=Counter)
    things: int = 0
    """Mentions by name that introduce it as a thing."""
    titled: int = 0
    """Mentions with a title, form of address or part of a person."""
    indefinite: bool = False
    """Was it brought in by "a" or "an"?"""
    determined: bool = False
    """Does an article, a possessive or a number stand before any mention?"""

    @property
    def kind(self) -> EntityKind:
        if self.place:
            return EntityKind.COUNTRY
        if self.things > self.titled:
            return EntityKind.OTHER
        counts = self.sure or self.kinds
        if len(counts) == 1:
            return next(iter(counts))
        return max(counts, key=lambda kind: (counts[kind], kind), default=EntityKind.OTHER)

    @property
    def gender(self) -> str:
        told = {gender for gender in self.genders if gender}
        return told.pop() if len(told) == 1 else ""

    @property
    def age(self) -> int:
        """In years; 0 where none or several are told."""
        return next(iter(self.ages)) if len(self.ages) == 1 else 0

    @property
    def full(self) -> tuple[str, ...]:
        """The most frequent name, for a person or group one of two words or more; ``()`` where there is none."""
        if len(self.names) < 2:
            return next(iter(self.names), ())
        words = 2 if self.kind in (EntityKind.PERSON, EntityKind.GROUP) else 1
        return max(
            self.names,
            key=lambda name: (min(len(name), words), self.names[name], len(name), sum(map(len, name)), name),
            default=(),
        )

    @property
    def country(self) -> str:
        if not any(role.country for role in self.roles):
            return ""
        told = Counter(role.country for role in self.roles.elements() if role.country)
        return max(told, key=lambda name: (told[name], name), default="")

    def take(self, phrase: Phrase) -> None:
        """Learn what ``phrase`` tells."""
        self.count += 1
        if phrase.kind is not None and (phrase.kind is not EntityKind.OTHER or phrase.name or not self.names):
            (self.sure if phrase.sure else self.kinds)[phrase.kind] += 1
        if phrase.name:
            self.names[words_of(phrase.name)] += 1
        if phrase.name and phrase.kind is EntityKind.COUNTRY and not self.place:
            known = country(" ".join(phrase.name))
            self.place = known.name if known else ""
        if phrase.role and (len(self.roles) < _MOST_ROLES or role_in(phrase) in self.roles):
            self.roles[role_in(phrase)] += 1
        if phrase.sure and phrase.name and phrase.kind is EntityKind.OTHER:
            self.things += 1
        if phrase.kind is EntityKind.PERSON and (phrase.honorific or phrase.role):
            self.titled += 1
        if phrase.gender:
            self.genders[phrase.gender] += 1
        if phrase.age:
            self.ages[phrase.age] += 1
        self.plural = self.plural or phrase.plural
        self.indefinite = self.indefinite or phrase.determiner == "a"
        self.determined = self.determined or bool(phrase.determiner or phrase.number)

    def absorb(self, other: Profile) -> None:
        """Learn what another profile of the same actor holds."""
        self.kinds += other.kinds
        self.sure += other.sure
        self.names += other.names
        for role, times in other.roles.items():
            if len(self.roles) < _MOST_ROLES or role in self.roles:
                self.roles[role] += times
        self.genders += other.genders
        self.ages += other.ages
        self.count += other.count
        self.things += other.things
        self.titled += other.titled
        self.place = self.place or other.place
        self.plural = self.plural or other.plural


def role_in(phrase: Phrase) -> Role:
    """The description that a phrase holds."""
    return Role(
        phrase.role, phrase.sense, phrase.ranks, phrase.modifiers, phrase.country, phrase.number, phrase.plural,
        phrase.owner,
    )  # fmt: skip


def name_fit(name: tuple[str, ...], kind: EntityKind | None, profile: Profile) -> int:
    """How well a name (``words_of``) stands for a profile: 4 the same, 3 a full name alike, 2 surname, 1 first name."""
    if name in profile.names:
        return 4
    if kind is not None and profile.sure and profile.kind is not kind:
        return 0
    if profile.kind is EntityKind.PERSON or kind is EntityKind.PERSON:
        return _person_fit(name, profile)
    if any(same_body(name, other) for other in profile.names):
        return 3
    return 2 if profile.kind is not EntityKind.COUNTRY and any(_tail(name, other) for other in profile.names) else 0


def _person_fit(name: tuple[str, ...], profile: Profile) -> int:
    full = profile.full
    if len(name) > 1 and len(full) > 1:
        return 3 if same_person(name, full) else part_of(name, full) if len(name) < len(full) else 0
    return max(part_of(name, full), part_of(full, name))


def _tail(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Water Authority" or "the Authority" for "Tessen Water Authority", and the other way round."""
    short, full = sorted((name, other), key=len)
    known = noun(short[0]) if len(short) == 1 and short is name else None
    enough = len(short) > 1 or (known is not None and known.kind in ("group", "body"))
    return enough and len(short) < len(full) and full[-len(short) :] == short


def telling(profile: Profile) -> list[Role]:
    """The descriptions by which an actor is known again: "its crew" tells nothing of a body named otherwise."""
    found = [role for role in profile.roles if role.noun not in _COMMON]
    return found if found and profile.kind is EntityKind.GROUP else list(profile.roles)


def role_fit(role: Role, profile: Profile) -> int:
    """How well a description fits a profile; 2 and more is a fit."""
    best = 0
    roles = telling(profile)
    told = frozenset().union(*(known.modifiers for known in roles if known.sense == role.sense))
    mine = role.modifiers - {role.sense}
    if profile.kind is not EntityKind.PERSON and told and mine and not told & mine:
        return 0
    countries = {known.country for known in profile.roles if known.country}
    for known in roles:
        best = max(best, _one_role_fit(role, known, countries, profile.kind is EntityKind.GROUP))
    return best


def _other_group(role: Role, known: Role, group: bool) -> bool:
    """One government is not several; "armed forces" are not "special forces"."""
    if not group:
        return False
    if role.owner and known.owner and role.owner != known.owner:
        return True
    if role.noun == known.noun and role.noun in _UNIFORMED:
        return False
    if collective(role.noun) and role.modifiers & known.modifiers:
        return False
    vague = role.noun in _VAGUE and (role.modifiers != known.modifiers or role.number != known.number)
    return vague or (role.plural != known.plural and (role.noun == known.noun or role.sense != "police"))


def _one_role_fit(role: Role, known: Role, countries: set[str], group: bool) -> int:
    counterpart = role.noun == "counterpart" and role.country and known.sense in OF_STATE
    if not counterpart and role.noun != known.noun and role.sense != known.sense:
        return 0
    if (role.number != known.number and role.number and known.number) or _other_group(role, known, group):
        return 0
    if role.ranks != known.ranks or (role.country and countries and role.country not in countries):
        return 0
    if role.noun != known.noun and role.country and role.country not in countries:
        return 0
    score = 3 if role.noun == known.noun else 2
    score += 2 if role.country and role.country in countries else 0
    mine, theirs = role.modifiers - {role.sense}, known.modifiers - {role.sense}
    shared = mine & theirs
    score += min(2, len(shared))
    if mine and theirs and not shared:
        score -= 2
    elif mine and not shared and role.noun != known.noun:
        score -= 1
    return score
