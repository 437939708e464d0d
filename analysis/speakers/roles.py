"""What a phrase says about somebody's part: "the union's president", "an analyst at Corran Bank", "a court filing".

Words of the list ``data/lexicons/roles.csv`` are found in the phrase. The last one before a preposition, comma or
relative pronoun is the head. A head such as "analyst" tells its kind by itself; an office such as "director" or
"spokesman" takes the kind of the body it belongs to, named before it ("bank director") or after ("director of the
bank"), and only where there is none the kind that the office has alone ("president").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from analysis import lexicons
from analysis.model import AnnotatedField, SpeakerKind, Token

KINDS = {
    "politician": SpeakerKind.POLITICIAN,
    "official": SpeakerKind.OFFICIAL,
    "expert": SpeakerKind.EXPERT,
    "business": SpeakerKind.BUSINESS,
    "witness": SpeakerKind.WITNESS,
    "campaigner": SpeakerKind.CAMPAIGNER,
    "outlet": SpeakerKind.OUTLET,
}
PERSON, OFFICE, BODY, DOCUMENT, SPOKESPERSON = "person", "office", "body", "document", "spokesperson"
_ABBREVIATIONS = {
    **dict.fromkeys(("rep.", "sen.", "gov.", "sens.", "reps.", "cllr", "cllr.", "pres."), "politician office"),
    **dict.fromkeys(("gen.", "col.", "lt.", "sgt.", "capt.", "maj.", "adm.", "brig.", "det."), "official office"),
    **dict.fromkeys(("dr.", "prof.", "atty."), "expert office"),
    **dict.fromkeys(("inc.", "ltd.", "corp.", "co.", "l.l.c."), "business body"),
}
"""Abbreviations that end in a full stop, which the tokenizer keeps only where they are capitalised."""
_OUTER = frozenset({"former", "ex", "erstwhile", "onetime"})
_PARTITIVE = frozenset({"of", "among", "by"})
"""Prepositions after which the head may stand: "one of the officials", "a group of residents"."""
_LONGEST = 40
"""Tokens of a phrase that are looked at."""


class Mark(NamedTuple):
    """A role word: indices of its first and last token, the kind it has alone (None: any), and what sort it is."""

    first: int
    last: int
    kind: SpeakerKind | None
    form: str


@dataclass(frozen=True, slots=True)
class Role:
    """What a phrase tells: ``kind`` (None where only the sort is known), and the mark that heads it."""

    kind: SpeakerKind | None
    head: Mark
    former: bool = False


class Roles:
    """The role words of one title or text, found once."""

    def __init__(self, field: AnnotatedField) -> None:
        self.field = field
        self.tokens = field.tokens
        self.starts = [token.start for token in field.tokens]
        self.marks = _marks(field, self.starts)
        self._firsts = [mark.first for mark in self.marks]

    def index(self, offset: int) -> int:
        """The first token that starts at ``offset`` or later."""
        return bisect_left(self.starts, offset)

    def within(self, first: int, last: int) -> list[Mark]:
        """The marks that lie wholly among the tokens ``first:last``."""
        begin = bisect_left(self._firsts, first)
        end = bisect_left(self._firsts, last, begin)
        return [mark for mark in self.marks[begin:end] if mark.last < last]

    def read(self, first: int, last: int) -> Role | None:
        """The role that the phrase of the tokens ``first:last`` tells, or None where no word of it tells any."""
        segments = list(_segments(self.tokens, first, min(last, first + _LONGEST)))
        for place, (begin, end, _) in enumerate(segments):
            marks = self.within(begin, end)
            if marks:
                kind = self._kind(marks, segments[place + 1 :])
                former = any(token.text.lower() in _OUTER for token in self.tokens[begin : marks[-1].first])
                return Role(kind, marks[-1], former)
            if place + 1 < len(segments) and segments[place + 1][2] not in _PARTITIVE:
                return None
        return None

    def _kind(self, marks: list[Mark], following: list[tuple[int, int, str]]) -> SpeakerKind | None:
        head = marks[-1]
        if head.form in (BODY, DOCUMENT) and head.kind is not None:
            return head.kind
        if head.form == PERSON:
            return head.kind
        if self._is_minister(head, following):
            return SpeakerKind.POLITICIAN
        before = (mark.kind for mark in reversed(marks[:-1]) if mark.form != DOCUMENT)
        found = next((kind for kind in before if kind is not None), None)
        return found or self._body(following) or (None if self._of_another(head) else head.kind)

    def _is_minister(self, head: Mark, following: list[tuple[int, int, str]]) -> bool:
        """ "Secretary for the sea": a member of a government, unless a union or a company is named with the post."""
        named = self.tokens[head.last].text.lower() == "secretary" and bool(following) and following[0][2] == "for"
        return named and self._body(following) in (None, SpeakerKind.OFFICIAL, SpeakerKind.POLITICIAN)

    def _of_another(self, head: Mark) -> bool:
        """Whether an unknown organisation is named before a post that is political where it stands alone."""
        before = self.tokens[head.first - 1] if head.first else None
        return head.kind is SpeakerKind.POLITICIAN and before is not None and before.entity == "ORG"

    def _body(self, segments: list[tuple[int, int, str]]) -> SpeakerKind | None:
        """The kind of the body that an office is "of": the head of the next few phrases that has one."""
        for begin, end, introduced in segments[:3]:
            if not introduced:
                return None
            kinds = [mark.kind for mark in self.within(begin, end) if mark.form in (BODY, OFFICE) and mark.kind]
            if kinds:
                return kinds[-1]
        return None


def _segments(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """(first, last, preposition that introduces it or "") of the stretches between prepositions, commas and "who"."""
    begin, introduced = first, ""
    for index in range(first, last):
        token = tokens[index]
        preposition = token.tag in ("IN", "TO") or token.pos == "ADP"
        if preposition or token.tag in ("WP", "WDT", "WP$") or token.text in ",;:()–—":
            if index > begin:
                yield begin, index, introduced
            begin, introduced = index + 1, token.text.lower() if preposition else ""
    if last > begin:
        yield begin, last, introduced


def _marks(field: AnnotatedField, starts: list[int]) -> list[Mark]:
    """Role words in order, without overlap. "House" in "the house" and the like are kept out by part of speech."""
    found = [
        _mark(bisect_left(starts, match.start), bisect_left(starts, match.end) - 1, match.label)
        for match in lexicons.load("roles").matches(replace(field, tokens=tuple(map(_singular, field.tokens))))
    ]
    taken = {index for mark in found for index in range(mark.first, mark.last + 1)}
    for index, token in enumerate(field.tokens):
        label = _ABBREVIATIONS.get(token.text.lower())
        if label is not None and index not in taken:
            found.append(_mark(index, index, label))
    return sorted(found)


def _singular(token: Token) -> Token:
    """A capitalised plural with the lemma of a plain noun: taggers leave "Republicans", "Officials" as they are."""
    plural = token.pos == "PROPN" and len(token.text) > 4 and token.text.endswith("s") and not token.text.endswith("ss")
    return token._replace(lemma=token.text[:-1].lower()) if plural else token


def _mark(first: int, last: int, label: str) -> Mark:
    if label == DOCUMENT:
        return Mark(first, last, SpeakerKind.DOCUMENT, DOCUMENT)
    if label == SPOKESPERSON:
        return Mark(first, last, None, SPOKESPERSON)
    kind, form = label.split()
    return Mark(first, last, KINDS.get(kind), form)
