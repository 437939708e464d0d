"""In what capacity a speaker is heard, from the words around the name: title, apposition, predicate, body, label.

Every place where a speaker is named gives clues, each a kind with a weight; the kind with most weight is taken, the
one met first where two are level. Clues come from all outlets: what one calls "the campaigner" another need not.

House sense. *Unnamed* are people who are neither named nor a named body: "officials", "critics", "sources",
"residents", "a spokesman who declined to be named". One ordinary person described by part or trade ("a
resident", "one neighbour") is a *witness* even without a name. Police, courts, ministries and governments are
*official* as bodies, parties and parliaments *politician*; "a police spokesman" speaks for the body and has its
kind. Nurses and paramedics tell what they saw on duty and are *witnesses*; doctors and analysts, asked for what
they know, are *experts*; who heads an association or a league is a *campaigner*. A trade by which somebody is
called in passing ("the skipper") weighs less than a post. "The minister" is an office that one person holds and
counts as named. A country that speaks is *official*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from analysis.model import EntityKind, SpeakerKind
from analysis.speakers.around import (
    REACH,
    Place,
    apposition,
    apposition_before,
    body_of,
    predicate,
    title_start,
)
from analysis.speakers.roles import DOCUMENT, OFFICE, Role, Roles

_TITLE, _APPOSITION, _LABEL, _PREDICATE, _AGE = 3.0, 3.0, 2.0, 1.5, 0.5
_FORMER = 0.5
"""Weight of a bygone part, a mocking one, or a mere trade, beside a post that somebody has."""
_NAMED_BODY = 1.5
"""Weight of a post that takes its kind from the body named with it."""
_MOCKING = frozenset({"styled", "self-styled", "appointed", "self-appointed", "so-called", "would-be"})
"""Words that say the part is not a real one: "the self-styled admiral"."""
_HONORIFIC = 0.2
"""Weight of a bare "Dr", which many who speak in another part bear."""
_PARTY = re.compile(
    r"\s*[,(]\s?(?:D|R|I|Dem|Rep|Ind|Lab|Con|Lib)\.?\s?(?:[-–—][\w. ]{1,12}|\)|,\s?[A-Z][\w. ]{1,12}\))"
)
"""A party letter after a name: "(R-Ohio)", "(D)", "(Lab)"."""
_POLITICAL = re.compile(
    r"(?:[’']s?)?\s(?:campaign|administration|presidency|candidacy|premiership|cabinet|rall(?:y|ies))\b"
)
"""What only politicians have, right after a name: "the Teviot campaign"."""
_AGED = re.compile(r",\s(?:1[0-9]|[2-9]\d|1[01]\d)(?=[,.;\s)’”\"])")
_ASSETS = frozenset({
    "lorry", "truck", "fleet", "shop", "company", "firm", "business", "factory", "plant", "cannery", "hotel",
    "restaurant", "store", "brewery", "yard", "bakery", "garage", "chain", "haulage", "farm", "trawler", "mill", "cafe",
    "pub", "bar",
})  # fmt: skip
"""What people in business own or run."""
_TRADED = frozenset({"stock", "share", "bond", "sector"})
"""What analysts follow."""
_FIRST_NAMES = 2
"""Words of a name that may stand between a title and the last name."""


def kind_of_named(name: str, kind: EntityKind | None, places: Iterable[Place]) -> SpeakerKind | None:
    """The kind of somebody with a proper name; None where the articles do not tell."""
    votes: dict[SpeakerKind, float] = {}
    for place in places:
        for clue, weight in _clues(name, kind, place):
            votes[clue] = votes.get(clue, 0) + weight
    if votes:
        return max(votes, key=lambda clue: votes[clue])
    return SpeakerKind.OFFICIAL if kind is EntityKind.COUNTRY else None


def _clues(name: str, kind: EntityKind | None, place: Place) -> Iterator[tuple[SpeakerKind, float]]:
    roles = place.roles
    if kind is EntityKind.PERSON and not _bears(name, place):
        role = roles.read(place.first, place.last)
        if role is not None and role.kind is not None and role.head.form != DOCUMENT:
            yield role.kind, _LABEL * _worth(roles, role)
        elif (told := _by_work(place)) is not None:
            yield told, _LABEL
        return
    begin, end = _own(name, kind, place)
    before = title_start(roles.tokens, begin)
    readings = [
        (_title(roles, kind, before, begin, end), _TITLE),
        (apposition_before(roles, before), _APPOSITION),
        (apposition(roles, end), _APPOSITION),
        (body_of(roles, end), _LABEL),
        (predicate(roles, end), _PREDICATE),
    ]
    for role, weight in readings:
        if role is not None and role.kind is not None and not _is_other(role, kind, begin <= role.head.first < end):
            honorific = roles.tokens[role.head.last].text.lower() in ("dr", "dr.")
            yield role.kind, weight * _worth(roles, role) * (_HONORIFIC if honorific else 1)
    start = roles.tokens[end - 1].end if end else 0
    tail = roles.field.text[start : start + 40]
    if kind is not EntityKind.GROUP and _POLITICAL.match(tail):
        yield SpeakerKind.POLITICIAN, _PREDICATE
    if _PARTY.match(tail):
        yield SpeakerKind.POLITICIAN, _APPOSITION
    if kind is not EntityKind.GROUP and _AGED.match(tail):
        yield SpeakerKind.WITNESS, _AGE


def _worth(roles: Roles, role: Role) -> float:
    """How much a part weighs: one mocked or bygone, and a mere trade, less; a post in a body that is named, more."""
    around = roles.tokens[max(0, role.head.first - _FIRST_NAMES - 1) : role.head.first]
    if role.former or role.kind is SpeakerKind.WITNESS or any(token.lemma in _MOCKING for token in around):
        return _FORMER
    return _NAMED_BODY if role.head.form == OFFICE and role.head.kind is None else 1


def _by_work(place: Place) -> SpeakerKind | None:
    """The part that a clause tells: "who runs nine lorries", "who follows the stock"."""
    tokens = place.roles.tokens[place.first : min(place.last, place.first + REACH)]
    if len(tokens) < 3 or tokens[0].text.lower() != "who":
        return None
    verb, nouns = tokens[1].lemma, {token.lemma for token in tokens[2:] if token.pos == "NOUN"}
    if verb in ("own", "run") and not nouns.isdisjoint(_ASSETS):
        return SpeakerKind.BUSINESS
    return SpeakerKind.EXPERT if verb in ("follow", "cover") and not nouns.isdisjoint(_TRADED) else None


def _title(roles: Roles, kind: EntityKind | None, before: int, begin: int, end: int) -> Role | None:
    """The role in the words before a name, or in the name of a body; the last word of a person's name tells none."""
    role = roles.read(before, max(before, end - 1) if kind is EntityKind.PERSON else end)
    return role if role is not None and role.head.last >= begin - _FIRST_NAMES - 1 else None


def _is_other(role: Role, kind: EntityKind | None, own: bool) -> bool:
    """A person is no document, a body no witness, and a country takes no part from the words around it.

    A document is one by its ``own`` name ("the Marsk Report"), not by a word beside it.
    """
    if kind is EntityKind.GROUP and role.kind is SpeakerKind.WITNESS:
        return True
    return kind is EntityKind.COUNTRY or (role.head.form == DOCUMENT and (kind is EntityKind.PERSON or not own))


def _bears(name: str, place: Place) -> bool:
    """Whether a mention holds the last word of the name, and is not a description in its stead ("the deckhand")."""
    last = name.split()[-1:]
    return any(token.text in last for token in place.roles.tokens[place.first : place.last])


def _own(name: str, kind: EntityKind | None, place: Place) -> tuple[int, int]:
    """The tokens of the name proper in a mention, which may be a whole source phrase with title and apposition."""
    roles, first, last = place
    words = name.split()
    if words and kind is not EntityKind.GROUP:
        for index in range(first, last):
            if roles.tokens[index].text == words[-1]:
                begin = index
                while begin > first and roles.tokens[begin - 1].text in words:
                    begin -= 1
                return begin, index + 1
    return first, last
