"""Bodies and their people: "members of the Bank Watch", "its crew", "her patrol", "its leader".

A possessive is read only where its owner is clear: "its" as the body that the sentence before is about, "her" as the
person named last whom the article calls the head of one body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

from analysis.annotation.descriptions import described
from analysis.annotation.links import Links, Place
from analysis.annotation.vocabulary import noun
from analysis.model import EntityKind

UNITS = frozenset({
    "group", "organisation", "organization", "association", "society", "party", "union", "movement", "team", "charity",
    "club", "patrol", "outfit", "league", "company", "firm", "service", "force", "network", "campaign", "agency",
    "squad", "unit",
})  # fmt: skip
_ANY_UNIT = frozenset({"group", "organisation", "organization", "outfit", "network", "team"})
"""Of these nouns for a body each may stand for any."""
_UNIT_KINDS = (
    frozenset({"company", "firm", "business", "corporation", "corp", "inc", "ltd", "plc", "holdings"}),
    frozenset({"union"}),
    frozenset({"party", "movement", "campaign"}),
    frozenset({"association", "society", "charity", "club", "league", "federation", "movement", "campaign"}),
    frozenset({"service", "force", "agency", "squad", "unit", "patrol"}),
)
"""Nouns that may stand for bodies of one kind: a league is a kind of association, but no firm."""
MEMBERS = frozenset({"member", "volunteer", "activist", "supporter", "warden", "follower", "campaigner"})
_STAFF = frozenset({
    "member", "official", "officer", "boss", "chief", "executive", "leader", "representative", "spokesman", "manager",
})  # fmt: skip
UNIFORMED_MEMBERS = frozenset({"officer", "crew", "patrol", "man", "troops", "soldier", "sailor", "firefighter"})
UNIFORMED = frozenset({"coastguard", "police", "army", "navy", "brigade", "constabulary", "military", "airforce"})
"""Nouns by which a service is known where it has no other name."""
_SERVICES = {
    "service": frozenset({"coastguard", "brigade", "navy"}), "force": frozenset({"police", "army", "constabulary"}),
}  # fmt: skip
HEADS = frozenset({
    "leader", "head", "founder", "cofounder", "co-founder", "chairman", "chairwoman", "chair", "chairperson", "boss",
    "chief", "director", "president", "commander", "captain", "commissioner", "superintendent", "manager", "owner",
})  # fmt: skip
TO_LEAD = frozenset({"found", "lead", "head", "run", "chair", "command", "direct", "own"})
_BACK = 12
"""Phrases looked at before a possessive, at most."""


def leads(links: Links) -> dict[int, int]:
    """Chain of a person -> chain of the one body that the article calls theirs to lead."""
    told: dict[int, Counter[int]] = defaultdict(Counter)
    for number, place in enumerate(links.places):
        chain = links.chain.get(number)
        if chain is not None and links.profiles[chain].kind is EntityKind.PERSON:
            told[chain].update(body for body in _bodies_at(links, place) if body != chain)
    return {person: next(iter(bodies)) for person, bodies in told.items() if len(bodies) == 1}


def body_of(links: Links, number: int, led: dict[int, int]) -> int | None:
    """The body that a description of a group stands for through its head, its members or its owner."""
    place = links.places[number]
    phrase = place.phrase
    if phrase.role == "member" and phrase.plural and phrase.last > phrase.head + 1:
        return _group_at(links, place, phrase.last - 1)
    if phrase.owner in ("his", "her"):
        return _led_body(links, number, led)
    if phrase.owner == "its" and phrase.role in UNIFORMED_MEMBERS | MEMBERS:
        owner = _subject_before(links, number)
        fits = owner is not None and (phrase.role in MEMBERS or _is_uniformed(links, owner))
        return owner if fits else None
    if phrase.role in _STAFF and phrase.plural and (body := _employer(links, number)) is not None:
        return body
    return _service(links, number)


def is_unit_of(noun: str, words: Collection[str]) -> bool:
    """Whether "her ``noun``" may be a body that is called by these words (in small letters)."""
    if noun not in UNITS or noun in _ANY_UNIT or noun in words:
        return noun in UNITS
    return any(noun in kind and not kind.isdisjoint(words) for kind in _UNIT_KINDS)


def _employer(links: Links, number: int) -> int | None:
    """The body of "ministry officials", "union members": the only one of the article with that noun."""
    phrase = links.places[number].phrase
    nouns = [word for word in phrase.modifiers if (known := noun(word)) is not None and known.kind == "group"]
    if len(nouns) != 1 or len(phrase.modifiers) > 1 or phrase.country or phrase.number:
        return None
    return _by_noun(links, nouns[0])


def leader_of(links: Links, number: int, led: dict[int, int]) -> int | None:
    """The person whom "its leader" stands for."""
    phrase = links.places[number].phrase
    if phrase.owner != "its" or phrase.kind is not EntityKind.PERSON or phrase.role not in HEADS:
        return None
    body = _subject_before(links, number)
    heads = [person for person, each in led.items() if each == body]
    return heads[0] if body is not None and len(heads) == 1 else None


def _bodies_at(links: Links, place: Place) -> list[int]:
    """Bodies that the phrase, or the clause after it, says its person leads."""
    phrase, tokens = place.phrase, place.tokens
    found = []
    if phrase.role in HEADS:
        inside = range(phrase.first, phrase.last)
        found += [_group_at(links, place, index) for index in inside if index != phrase.head]
        found += [_by_noun(links, word) for word in phrase.modifiers if word in UNIFORMED]
    after = phrase.last + (phrase.last < len(tokens) and tokens[phrase.last].text == ",")
    if after + 1 < len(tokens) and tokens[after].text.lower() == "who" and tokens[after + 1].lemma in TO_LEAD:
        nouns = range(after + 2, min(after + 10, len(tokens)))
        found += [_group_at(links, place, index) for index in nouns if tokens[index].head == after + 1]
    if phrase.name and after == phrase.last < len(tokens) and tokens[after].text == "of":
        nouns = range(after + 1, min(after + 8, len(tokens)))
        found += [_group_at(links, place, index) for index in nouns if tokens[index].head == after]
    return [body for body in found if body is not None]


def _group_at(links: Links, place: Place, index: int) -> int | None:
    """The chain of the group whose phrase ends at ``index``; a body told by its noun alone included."""
    number = links.ends.get((place.field, index))
    if number is None or links.places[number] is place:
        return None
    phrase = links.places[number].phrase
    chain = links.chain.get(number)
    if chain is None and not phrase.name and phrase.kind is not EntityKind.PERSON and not phrase.plural:
        chain = described(links, number)
    return chain if chain is not None and links.profiles[chain].kind is EntityKind.GROUP else None


def _by_noun(links: Links, word: str) -> int | None:
    """The only chain of the article that a noun for a body stands for."""
    found = [chain for chain in links.among((word,)) if any(role.noun == word for role in links.profiles[chain].roles)]
    return found[0] if len(found) == 1 and links.profiles[found[0]].kind is EntityKind.GROUP else None


def _called(links: Links, chain: int) -> set[str]:
    """The words of a body's names and the nouns of its labels."""
    profile = links.profiles[chain]
    return {word.lower() for name in profile.names for word in name} | {role.noun for role in profile.roles}


def _is_uniformed(links: Links, chain: int) -> bool:
    return any(role.noun in UNIFORMED for role in links.profiles[chain].roles)


def _led_body(links: Links, number: int, led: dict[int, int]) -> int | None:
    place = links.places[number]
    role = place.phrase.role
    gender = "m" if place.phrase.owner == "his" else "f"
    for chain in links.before(number, 2):
        profile = links.profiles[chain]
        if profile.kind is not EntityKind.PERSON or profile.gender not in ("", gender):
            continue
        body = led.get(chain)
        if body is None:
            return None
        uniformed = _is_uniformed(links, body)
        if uniformed:
            return body if role in UNIFORMED_MEMBERS | {"patrol", "service", "force"} else None
        return body if role in MEMBERS or is_unit_of(role, _called(links, body)) else None
    return None


def _subject_before(links: Links, number: int) -> int | None:
    """The group that is the subject of the sentence before, or of what the sentence has said so far."""
    place = links.places[number]
    for before in range(number - 1, max(-1, number - 1 - _BACK), -1):
        other = links.places[before]
        if other.field != place.field or place.sentence - other.sentence > 1:
            return None
        chain = links.chain.get(before)
        if chain is None or other.phrase.plural or other.tokens[other.phrase.head].dep not in ("nsubj", "nsubjpass"):
            continue
        if links.profiles[chain].kind in (EntityKind.GROUP, EntityKind.COUNTRY):
            return chain if links.profiles[chain].kind is EntityKind.GROUP else None
    return None


def _service(links: Links, number: int) -> int | None:
    """ "The service", "officers": the uniformed service of the article mentioned last before."""
    place = links.places[number]
    phrase = place.phrase
    if phrase.modifiers or phrase.country or phrase.owner:
        return None
    if phrase.role in _SERVICES and phrase.determiner == "the" and not phrase.plural:
        nouns = _SERVICES[phrase.role]
    elif phrase.role == "officer" and phrase.plural:
        nouns = UNIFORMED
    else:
        return None
    fits = [
        (links.recency(chain, number), chain)
        for chain in links.among(sorted(nouns))
        if links.profiles[chain].kind is EntityKind.GROUP
        and any(role.noun in nouns and not role.plural for role in links.profiles[chain].roles)
    ]
    fits = [each for each in fits if each[0][0]]
    return max(fits)[1] if fits else None
