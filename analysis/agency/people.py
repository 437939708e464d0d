"""Is a noun a person, a group or a place? By name where the annotator knows one, else by a short list of nouns."""

from __future__ import annotations

from analysis.agency.wordsets import words
from analysis.model import Token

_NAMES = frozenset({"PERSON", "NORP", "ORG"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PRONOUNS = words(
    """
    he she they i we you him her them me us who whom himself herself themselves those someone somebody others
    """
)
_PEOPLE = words(
    """
    person people man woman child boy girl baby teenager youth student pupil teacher worker employee driver
    passenger resident neighbour neighbor inhabitant villager citizen civilian migrant refugee tourist visitor
    pedestrian cyclist bystander onlooker spectator fan reveller shopper customer patient nurse doctor medic
    firefighter rescuer journalist reporter photographer mother father son daughter wife husband brother sister
    parent grandmother grandfather pensioner family couple crowd group mob gang victim survivor hostage prisoner
    inmate detainee suspect gunman attacker shooter assailant bomber hijacker kidnapper robber thief burglar
    rioter protester protestor demonstrator activist campaigner striker marcher squatter picketer
    counter-protester supporter opponent agitator extremist militant insurgent rebel fighter guerrilla terrorist
    jihadist separatist soldier troop sailor marine officer policeman policewoman cop guard sheriff deputy agent
    security police army navy force military militia government regime authority minister president official
    lawmaker senator mayor judge prosecutor lawyer leader chief commander general hacker pirate settler farmer
    miner fisherman trucker household member relative nephew niece uncle aunt cousin deckhand employer buyer
    client boss chairman owner manager other skipper crew homeowner tenant squad unit team union opposition
    party state
    """
)
_AGENTS = words(
    """
    police army navy military militia government regime rebel militant insurgent guerrilla terrorist jihadist
    separatist student worker teacher miner farmer mob gang settler union opposition state paramilitary prisoner
    inmate civilian soldier officer militia shark dog pirate hacker
    """
)


def is_person(token: Token) -> bool:
    """A person or a group of people."""
    return token.entity in _NAMES or token.text.lower() in _PRONOUNS or token.lemma in _PEOPLE or _is_unnamed(token)


def _is_unnamed(token: Token) -> bool:
    """ "17 were hurt"; a name that the annotator cannot sort."""
    return (token.pos == "NUM" and token.entity in ("", "CARDINAL")) or (token.pos == "PROPN" and not token.entity)


def is_place(token: Token) -> bool:
    """A town, a country, a building with a name."""
    return token.entity in _PLACES or token.lemma in ("it", "town", "city", "village", "country", "area", "region")


def is_agent(token: Token) -> bool:
    """A word that names the doer before a noun: "police raid", "Norran offensive"."""
    return token.entity in ("NORP", "ORG", "PERSON") or token.lemma in _AGENTS


def fits(token: Token, objects: frozenset[str]) -> bool:
    """Is ``token`` one of ``objects``, words or kinds (PERSON, FOLK, PLACE)?"""
    return (
        token.lemma in objects
        or token.text.lower() in objects
        or ("PERSON" in objects and is_person(token))
        or ("FOLK" in objects and is_person(token) and not token.entity)
        or ("PLACE" in objects and is_place(token))
    )
