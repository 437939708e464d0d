"""Organisations by what they are: "the company", "the newspaper", after a name that does not say so."""

from __future__ import annotations

from analysis.annotation.links import Links, Place
from analysis.annotation.profiles import Profile
from analysis.annotation.tellers import outlet_words
from analysis.annotation.vocabulary import is_given
from analysis.model import EntityKind

_BACK = 6
"""Sentences back in which the name is looked for."""
_BODIES = frozenset({"company", "firm", "operator", "group", "association", "society", "organisation", "organization",
                     "newspaper", "club", "retailer", "manufacturer", "corporation", "charity", "giant", "agency",
                     "broadcaster", "union", "party", "bank"})  # fmt: skip
"""Nouns by which an organisation is spoken of whose name does not tell what it is."""
_OUTLETS = frozenset({"newspaper", "broadcaster"})
"""Nouns for outlets; who is called so has a name that says so."""
_ALLIED = frozenset({"association", "alliance", "league", "union", "federation", "confederation", "society", "guild",
                     "group", "movement", "foundation", "coalition", "organisation", "organization", "charity",
                     "front", "network", "campaign", "club", "body", "initiative", "trust", "fund"})  # fmt: skip
_TRADING = frozenset({"company", "firm", "operator", "corporation", "retailer", "manufacturer", "giant", "business",
                      "ltd", "inc", "plc", "corp", "co", "gmbh", "llc", "group", "developer", "employer", "airline",
                      "contractor", "builder", "supplier", "insurer", "utility", "subsidiary", "conglomerate",
                      "consortium", "shipyard", "yard", "maker", "producer", "publisher", "broadcaster", "lender",
                      "bank", "brewery", "factory"})  # fmt: skip
"""Nouns for bodies of people of one mind, and for businesses: any may stand for one whose name holds another."""


def the_company(links: Links, number: int) -> int | None:
    """ "The company": the organisation last named before whose name does not say what it is."""
    place = links.places[number]
    phrase = place.phrase
    known = phrase.role in _BODIES or phrase.role in _ALLIED or phrase.role in _TRADING
    if not known or phrase.determiner != "the" or phrase.plural or phrase.country:
        return None
    if phrase.modifiers and (phrase.role not in ("company", "firm", "operator") or not is_plain(place)):
        return None
    told = _is_outlet if phrase.role in _OUTLETS else _may_be_company
    near = [
        (links.profiles[chain].count, at, chain)
        for chain, at in links.before(number, _BACK).items()
        if links.profiles[chain].kind is EntityKind.GROUP and told(links.profiles[chain], phrase.role)
    ]
    if phrase.modifiers and len(near) > 1:
        return None
    return max(near)[2] if near else None


def _is_outlet(profile: Profile, noun: str) -> bool:
    """Does a word of the name say that it is an outlet ("Gazette")? A ``noun`` in the name does so too."""
    return not (outlet_words() | {noun}).isdisjoint(profile.full)


def _may_be_company(profile: Profile, noun: str) -> bool:
    """A name that does not say what it is, or says nearly the same, and is hardly a stray word."""
    name = profile.full
    told = bool(profile.sure) or len(name) > 1 or profile.count > 2
    nouns = {role.noun for role in profile.roles}
    alike = any(noun in kin and nouns <= kin | _BODIES for kin in (_ALLIED, _TRADING))
    plain = (alike or (noun in _BODIES and nouns <= _BODIES)) and not profile.plural
    return bool(name) and told and plain and not is_given(name[0])


def is_plain(place: Place) -> bool:
    """No name and no "former" in it: nothing that points to somebody in particular."""
    words = place.tokens[place.phrase.first + (place.phrase.determiner == "the") : place.phrase.last]
    shown = place.field == 0 and any(token.text[:1].isupper() for token in words)
    return not shown and all(token.text.lower() not in ("former", "ex") for token in words)
