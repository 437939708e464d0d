"""The words around a name that may tell in what capacity somebody is heard: title, apposition, predicate, body."""

from __future__ import annotations

from typing import NamedTuple

from analysis.model import Token
from analysis.speakers.roles import BODY, Role, Roles

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that", "these", "those"})
"""Words that begin a noun phrase."""
REACH = 16
"""Tokens after a name that an apposition is read from."""


class Place(NamedTuple):
    """Where a speaker is named: the role words of that field, and the tokens ``first:last`` of the mention."""

    roles: Roles
    first: int
    last: int


def title_start(tokens: tuple[Token, ...], begin: int) -> int:
    """The first token of the title before a name: nouns, adjectives, hyphens and possessives that run up to it."""
    index = begin
    while index and begin - index < 10 and tokens[index - 1].sentence == tokens[begin].sentence:
        token = tokens[index - 1]
        if token.pos not in ("NOUN", "PROPN", "ADJ", "PART", "NUM") and token.text not in "-‐‑.&":
            break
        index -= 1
    return index


def apposition_before(roles: Roles, begin: int) -> Role | None:
    """The role in "the police chief, Lorn Abbery, said": a phrase with a determiner between mark and comma."""
    tokens = roles.tokens
    if begin < 3 or tokens[begin - 1].text != ",":
        return None
    index = begin - 1
    while index and begin - index < REACH and not _is_boundary(tokens, index, begin):
        index -= 1
    starts = tokens[index].text.lower() in DETERMINERS
    return roles.read(index, begin - 1) if starts and index < begin - 2 else None


def _is_boundary(tokens: tuple[Token, ...], index: int, begin: int) -> bool:
    before = tokens[index - 1]
    return (
        before.sentence != tokens[begin].sentence
        or before.pos in ("VERB", "AUX")
        or before.text in ",;:“”\"‘("
    )


def apposition(roles: Roles, end: int) -> Role | None:
    """The role in an apposition: "Jory Penn, 24, a deckhand", "Mara Teviot (chair of the union)"."""
    tokens = roles.tokens
    index = end
    if index >= len(tokens) or tokens[index].text not in (",", "(", "–", "—"):
        return None
    sentence = tokens[index].sentence
    while index < len(tokens) and (tokens[index].text in ",(–—" or tokens[index].pos == "NUM"):
        index += 1
    begin = index
    while index < len(tokens) and index - begin < REACH and tokens[index].sentence == sentence:
        if tokens[index].text in ",;:)–—.”" or tokens[index].tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT"):
            break
        index += 1
    said = index < len(tokens) and tokens[index].tag in ("VBD", "VBZ") and tokens[index].sentence == sentence
    # "Solin, the minister said" is a clause of its own: whom it names is somebody else.
    return roles.read(begin, index) if index > begin and not said else None


def body_of(roles: Roles, end: int) -> Role | None:
    """The body in "Ines Tolland of the insurers' federation"."""
    tokens = roles.tokens
    if end >= len(tokens) or tokens[end].text.lower() not in ("of", "at", "from", "with"):
        return None
    index = end + 1
    while index < len(tokens) and index - end < 10 and tokens[index].pos in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
        index += 1
    role = roles.read(end + 1, index)
    return role if role is not None and role.head.form == BODY else None


def predicate(roles: Roles, end: int) -> Role | None:
    """The role in "Penn is a deckhand", "Teviot, who works as a teacher": a form of "be" and a noun phrase."""
    tokens = roles.tokens
    index = end
    while index < min(len(tokens), end + 2) and (tokens[index].text == "," or tokens[index].tag == "WP"):
        index += 1
    if index + 1 >= len(tokens) or tokens[index].lemma not in ("be", "become"):
        return None
    index += 1
    if tokens[index].text.lower() not in DETERMINERS | {"one"} and tokens[index].pos not in ("NOUN", "PROPN"):
        return None
    begin = index
    while index < len(tokens) and index - begin < 10 and tokens[index].pos not in ("VERB", "AUX", "PUNCT"):
        index += 1
    return roles.read(begin, index)
