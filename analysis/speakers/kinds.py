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
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.model import EntityKind, SpeakerKind, Token
from analysis.speakers.roles import BODY, DOCUMENT, OFFICE, PERSON, SPOKESPERSON, Role, Roles

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
_ANONYMOUS = re.compile(
    r"anonym|(?:not to be|declin\w+ to be|refus\w+ to be|without being|not wish\w* to be|not want to be)"
    r" (?:named|identified)|condition that (?:he|she|they) not be",
    re.I,
)
_AGED = re.compile(r",\s(?:1[0-9]|[2-9]\d|1[01]\d)(?=[,.;\s)’”\"])")
_INDEFINITE_WORDS = """
    a an one another some any several many few most two three four five six seven eight nine ten no every each both
    all other others dozens hundreds thousands scores more numerous various multiple certain anonymous unnamed
    unidentified countless two-thirds half
"""
_INDEFINITE = frozenset(_INDEFINITE_WORDS.split())
_PRONOUNS_WORDS = """
    some many others most few several both all none those everyone everybody someone somebody anyone one another two
    three people half majority majorities dozens hundreds thousands nobody no-one
"""
_PRONOUNS = frozenset(_PRONOUNS_WORDS.split())
_ROUND_WORDS = """
    the by among from to about nearly almost roughly around at least more fewer than over just
"""
_ROUND = frozenset(_ROUND_WORDS.split())
"""Words before a number or noun that do not change whether it speaks of people."""
_DETERMINERS_WORDS = """
    the a an his her their its our my this that these those
"""
_DETERMINERS = frozenset(_DETERMINERS_WORDS.split())
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
_REACH = 16
"""Tokens after a name that an apposition is read from."""
_NEARBY = 400
"""Characters on either side of a source in which its sentence may say that it would not be named."""


class Place(NamedTuple):
    """Where a speaker is named: the role words of that field, and the tokens ``first:last`` of the mention."""

    roles: Roles
    first: int
    last: int


def kind_of_named(name: str, kind: EntityKind | None, places: Iterable[Place]) -> SpeakerKind | None:
    """The kind of somebody with a proper name; None where the articles do not tell."""
    votes: dict[SpeakerKind, float] = {}
    for place in places:
        for clue, weight in _clues(name, kind, place):
            votes[clue] = votes.get(clue, 0) + weight
    if votes:
        return max(votes, key=lambda clue: votes[clue])
    return SpeakerKind.OFFICIAL if kind is EntityKind.COUNTRY else None


def kind_of_unnamed(places: Iterable[Place]) -> SpeakerKind | None:
    """The kind of those whom only a description names ("officials", "the company", "a resident")."""
    votes = Counter(found for place in places if (found := _described(place)) is not None)
    return max(votes, key=lambda clue: votes[clue]) if votes else None


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
    before = _left(roles.tokens, begin)
    readings = [
        (_title(roles, kind, before, begin, end), _TITLE),
        (_before_comma(roles, before), _APPOSITION),
        (_after(roles, end), _APPOSITION),
        (_of(roles, end), _LABEL),
        (_predicate(roles, end), _PREDICATE),
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
    tokens = place.roles.tokens[place.first : min(place.last, place.first + _REACH)]
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


def _left(tokens: tuple[Token, ...], begin: int) -> int:
    """The first token of the title before a name: nouns, adjectives, hyphens and possessives that run up to it."""
    index = begin
    while index and begin - index < 10 and tokens[index - 1].sentence == tokens[begin].sentence:
        token = tokens[index - 1]
        if token.pos not in ("NOUN", "PROPN", "ADJ", "PART", "NUM") and token.text not in "-‐‑.&":
            break
        index -= 1
    return index


def _before_comma(roles: Roles, begin: int) -> Role | None:
    """The role in "the police chief, Lorn Abbery, said": a phrase with a determiner between mark and comma."""
    tokens = roles.tokens
    if begin < 3 or tokens[begin - 1].text != ",":
        return None
    index = begin - 1
    while index and begin - index < _REACH and not _is_boundary(tokens, index, begin):
        index -= 1
    starts = tokens[index].text.lower() in _DETERMINERS
    return roles.read(index, begin - 1) if starts and index < begin - 2 else None


def _is_boundary(tokens: tuple[Token, ...], index: int, begin: int) -> bool:
    before = tokens[index - 1]
    return (
        before.sentence != tokens[begin].sentence
        or before.pos in ("VERB", "AUX")
        or before.text in ",;:“”\"‘("
    )


def _after(roles: Roles, end: int) -> Role | None:
    """The role in an apposition: "Jory Penn, 24, a deckhand", "Mara Teviot (chair of the union)"."""
    tokens = roles.tokens
    index = end
    if index >= len(tokens) or tokens[index].text not in (",", "(", "–", "—"):
        return None
    sentence = tokens[index].sentence
    while index < len(tokens) and (tokens[index].text in ",(–—" or tokens[index].pos == "NUM"):
        index += 1
    begin = index
    while index < len(tokens) and index - begin < _REACH and tokens[index].sentence == sentence:
        if tokens[index].text in ",;:)–—.”" or tokens[index].tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT"):
            break
        index += 1
    said = index < len(tokens) and tokens[index].tag in ("VBD", "VBZ") and tokens[index].sentence == sentence
    # "Solin, the minister said" is a clause of its own: whom it names is somebody else.
    return roles.read(begin, index) if index > begin and not said else None


def _of(roles: Roles, end: int) -> Role | None:
    """The body in "Ines Tolland of the insurers' federation"."""
    tokens = roles.tokens
    if end >= len(tokens) or tokens[end].text.lower() not in ("of", "at", "from", "with"):
        return None
    index = end + 1
    while index < len(tokens) and index - end < 10 and tokens[index].pos in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
        index += 1
    role = roles.read(end + 1, index)
    return role if role is not None and role.head.form == BODY else None


def _predicate(roles: Roles, end: int) -> Role | None:
    """The role in "Penn is a deckhand", "Teviot, who works as a teacher": a form of "be" and a noun phrase."""
    tokens = roles.tokens
    index = end
    while index < min(len(tokens), end + 2) and (tokens[index].text == "," or tokens[index].tag == "WP"):
        index += 1
    if index + 1 >= len(tokens) or tokens[index].lemma not in ("be", "become"):
        return None
    index += 1
    if tokens[index].text.lower() not in _DETERMINERS | {"one"} and tokens[index].pos not in ("NOUN", "PROPN"):
        return None
    begin = index
    while index < len(tokens) and index - begin < 10 and tokens[index].pos not in ("VERB", "AUX", "PUNCT"):
        index += 1
    return roles.read(begin, index)


def is_description(place: Place) -> bool:
    """Whether a phrase only says what somebody is ("Officials", "one minister", "Teviot aides"), though it be
    capitalised like a name."""
    tokens = place.roles.tokens[place.first : place.last]
    role = place.roles.read(place.first, place.last)
    if role is None or role.head.form not in (PERSON, OFFICE, SPOKESPERSON):
        return False
    words = [place.first + number for number, token in enumerate(tokens) if token.is_word]
    if not words or role.head.last != words[-1]:
        return False
    covered = sum(mark.last - mark.first + 1 for mark in place.roles.within(place.first, place.last))
    determined = tokens[0].text.lower() in _DETERMINERS or is_indefinite(tokens[:1])
    return determined or is_plural(tokens[role.head.last - place.first]) or covered == len(tokens)


def _described(place: Place) -> SpeakerKind | None:
    roles, first, last = place
    if first >= last:
        return None
    tokens = roles.tokens[first:last]
    role = roles.read(first, last)
    if role is None:
        return SpeakerKind.UNNAMED if _is_people(tokens) else None
    form, kind = role.head.form, role.kind
    if form in (BODY, DOCUMENT):
        return kind
    if _asked_for_silence(place):
        return SpeakerKind.UNNAMED
    head = roles.tokens[role.head.last]
    if form == SPOKESPERSON:
        return kind or SpeakerKind.UNNAMED
    plural, indefinite = is_plural(head), is_indefinite(tokens)
    if kind is SpeakerKind.WITNESS and not plural and form == PERSON:
        return SpeakerKind.WITNESS
    if plural:
        # Members of a party that is named stand for it; "several Republicans" do not.
        party = kind is SpeakerKind.POLITICIAN and head.text[:1].isupper() and not indefinite and len(tokens) <= 2
        return kind if party and role.head.form == PERSON and _is_party(head) else SpeakerKind.UNNAMED
    return kind if form == OFFICE and not indefinite and kind is not None else SpeakerKind.UNNAMED


def _is_party(head: Token) -> bool:
    """Capitalised although a plain noun would not be: the name of a party's people."""
    return head.pos == "PROPN" or head.entity == "NORP"


def is_plural(token: Token) -> bool:
    """Whether a noun is plural; capitalised ones are often tagged as singular names."""
    return token.tag in ("NNS", "NNPS") or (token.pos == "PROPN" and token.text.endswith("s"))


def is_indefinite(tokens: Sequence[Token]) -> bool:
    """Whether a phrase begins like one that leaves open who is meant: "some", "a", "two"."""
    return any(token.text.lower() in _INDEFINITE or token.pos == "NUM" for token in tokens[:2])


def _is_people(tokens: tuple[Token, ...]) -> bool:
    """Whether a phrase without a role word speaks of people without naming them: "some", "creditors", "27 percent"."""
    words = [token for token in tokens if token.text.lower() not in _ROUND]
    if not words:
        return False
    if words[0].text.lower() in _PRONOUNS or words[0].pos == "NUM" or words[0].tag == "CD":
        return True
    head = next((token for token, after in pairwise(words) if after.pos in ("ADP", "PRON")), words[-1])
    return head.tag == "NNS" or (head.tag == "NNPS" and head.entity in ("", "NORP"))


def _asked_for_silence(place: Place) -> bool:
    """Whether the sentence says that the source would not be named."""
    roles, first, _ = place
    sentence = roles.tokens[first].sentence
    if sentence >= len(roles.field.sentences):
        return False
    span, start = roles.field.sentences[sentence], roles.tokens[first].start
    around = roles.field.text[max(span.start, start - _NEARBY) : min(span.end, start + _NEARBY)]
    return _ANONYMOUS.search(around) is not None
