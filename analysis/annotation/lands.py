"""The country that "our country", "his country" or "the country" stands for, where the article makes it plain.

A possessive is the country of the person who has it, as far as the office tells ("the Norwegian president"); "the
country" is one only where no other is in play. What stays open is left untied: a wrong country misleads.
"""

from __future__ import annotations

from analysis.annotation.links import Links, Place
from analysis.model import EntityKind

_NEAR = 2
"""Sentences back in which a country, or a person who speaks of one, is in play."""
_BACK = 30
"""Phrases looked at backwards and forwards from a possessive, at most."""
_DOMINANT = 3
"""So many times the mentions of all others must a country have to be meant from afar."""
_GENDERS = {"his": "m", "her": "f"}
_PLURAL = frozenset({"its", "their", "your", ""})


def land_of(links: Links, number: int) -> int | None:
    """The chain of the country that a phrase without a name stands for, or None."""
    phrase = links.places[number].phrase
    if phrase.determiner not in ("the", "poss") or phrase.plural or phrase.modifiers:
        return None
    if phrase.country:
        return _listed(links, phrase.country)
    return _owners(links, number) if phrase.determiner == "poss" else _only(links, number)


def _listed(links: Links, name: str) -> int | None:
    return next(iter(links.by_word.get(f"country:{name}", ())), None)


def _owners(links: Links, number: int) -> int | None:
    """The country of the subject of the sentence, else of the only people in play."""
    place = links.places[number]
    if place.phrase.owner in _PLURAL:
        return _only(links, number) if place.phrase.owner == "its" else None
    near = [other for other in _people(links, number) if place.sentence - links.places[other].sentence <= _NEAR]
    here = [other for other in near if links.places[other].sentence == place.sentence and _is_subject(links, other)]
    lands = {_land(links, other) for other in here or near}
    return _listed(links, lands.pop()) if len(lands) == 1 and "" not in lands else None


def _people(links: Links, number: int) -> list[int]:
    """People told before the phrase, or in its sentence after it, of the gender that the possessive tells."""
    place = links.places[number]
    gender = _GENDERS.get(place.phrase.owner, "")
    found = []
    for other in range(max(0, number - _BACK), min(len(links.places), number + _BACK)):
        there = links.places[other]
        chain = links.chain.get(other)
        if chain is None or there.field != place.field or there.sentence > place.sentence:
            continue
        profile = links.profiles[chain]
        told = not gender or profile.gender in ("", gender)
        if profile.kind is EntityKind.PERSON and told:
            found.append(other)
    return found


def _land(links: Links, number: int) -> str:
    return links.profiles[links.chain[number]].country


def _is_subject(links: Links, number: int) -> bool:
    place = links.places[number]
    return place.tokens[place.phrase.head].dep in ("nsubj", "nsubjpass")


def _only(links: Links, number: int) -> int | None:
    """The one country of this and the last sentences; from afar only one that the article is about."""
    place = links.places[number]
    seen = [chain for chain in links.countries if links.recency(chain, number)[0]]
    near = [chain for chain in seen if _is_near(links, place, chain, number)]
    if near:
        return near[0] if len(near) == 1 else None
    counts = {chain: links.profiles[chain].count for chain in seen}
    best = max(seen, key=lambda chain: (counts[chain], -chain), default=None)
    if best is None or counts[best] < _DOMINANT * (sum(counts.values()) - counts[best]):
        return None
    return best


def _is_near(links: Links, place: Place, chain: int, number: int) -> bool:
    at = links.recency(chain, number)[1]
    return place.sentence - place.tokens[at].sentence <= _NEAR
