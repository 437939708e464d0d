"""Speakers whom only a description names: "officials", "a resident", "the company", "27 percent"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from analysis.model import SpeakerKind, Token
from analysis.speakers.around import DETERMINERS, Place
from analysis.speakers.roles import BODY, DOCUMENT, OFFICE, PERSON, SPOKESPERSON

_ANONYMOUS = re.compile(
    r"anonym|(?:not to be|declin\w+ to be|refus\w+ to be|without being|not wish\w* to be|not want to be)"
    r" (?:named|identified)|condition that (?:he|she|they) not be",
    re.I,
)
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
_NEARBY = 400
"""Characters on either side of a source in which its sentence may say that it would not be named."""


def kind_of_unnamed(places: Iterable[Place]) -> SpeakerKind | None:
    """The kind of those whom only a description names ("officials", "the company", "a resident")."""
    votes = Counter(found for place in places if (found := _described(place)) is not None)
    return max(votes, key=lambda clue: votes[clue]) if votes else None


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
    determined = tokens[0].text.lower() in DETERMINERS or is_indefinite(tokens[:1])
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
