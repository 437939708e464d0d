"""A figure that is told as a count of something: "puts the number at nine", "the summary speaks of 17.2 million".

Such a figure names nothing that it counts; the words around it say that it is a count: a noun for counts that speaks
of nothing else ("the official count stops at 17", not "the number of boats stood at 17", no "death toll" of the hurt),
"it" in the next sentence ("the hospital puts it at 14"), or somebody with a verb of telling ("the navy counted nine").

Rules on the parse, no list of phrasings; what is told otherwise is missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.agency.wordsets import words
from analysis.model import Token
from analysis.phrasing import stem
from analysis.statements.counts import Count, fate_of

_COUNTS = words("figure number count toll total tally sum estimate")
_PUT = words("put place set stand stop remain stay end list give reckon estimate")
_TELL = words("count list report give say cite name mention estimate register record confirm tally admit claim")
_SPEAK, _IS = words("speak talk"), words("be remain")
_POINTING = words("it that this them")
PRONOUNS = words("he she it they we i you who that this these those one")
"""Words that stand for a source named elsewhere."""
_ANYBODY = words("people person casualty victim")
_DEEPEST = 6
"""Words over which another is followed to what it hangs on."""


class Counted(NamedTuple):
    """What is known of the thing counted: the noun behind its figure, the stems of its sentence, the counts and fates
    in it; ``away`` is how many sentences later the other figure stands."""

    noun: str
    stems: frozenset[str]
    counts: frozenset[Count]
    fates: frozenset[str]
    away: int = 0


def teller(tokens: Sequence[Token], places: Sequence[int], place: int, own: Counted) -> str | None:
    """Who tells the figure at ``place``, where it is told as a count of ``own``: "" where nobody is named, None where
    it is not told so. ``places`` are those of its sentence."""
    governor, through = _governor(tokens, place)
    subject, thing = (_part(tokens, places, governor, dep) for dep in ("nsubj", "dobj"))
    lemma = tokens[governor].lemma
    if lemma in _COUNTS and through == "of":
        return "" if _speaks_of(tokens, places, governor, own) else None
    counted = next((at for at in (thing, subject) if at is not None and tokens[at].lemma in _COUNTS), None)
    if counted is not None and ((lemma in _PUT and through == "at") or (lemma in _IS and not through)):
        return _named(tokens, places, subject, counted) if _speaks_of(tokens, places, counted, own) else None
    if lemma in _PUT and through == "at" and thing is not None and tokens[thing].text.lower() in _POINTING:
        return _named(tokens, places, subject) if 0 <= own.away <= 1 else None
    telling = lemma in _SPEAK if through == "of" else lemma in _TELL and not through
    return _named(tokens, places, subject) if telling and subject not in (None, place) else None


def _governor(tokens: Sequence[Token], place: int) -> tuple[int, str]:
    """The word that the figure hangs on, over its noun and a preposition, and that preposition."""
    head = tokens[place].head
    if tokens[place].dep == "nummod" and tokens[head].pos in ("NOUN", "SYM"):
        head = tokens[head].head
    return (tokens[head].head, tokens[head].lemma) if tokens[head].pos == "ADP" else (head, "")


def _part(tokens: Sequence[Token], places: Sequence[int], verb: int, dep: str) -> int | None:
    return next((at for at in places if tokens[at].head == verb and at != verb and tokens[at].dep == dep), None)


def _speaks_of(tokens: Sequence[Token], places: Sequence[int], noun: int, own: Counted) -> bool:
    """Whether a noun for counts counts what ``own`` does: nothing in its phrase speaks of anything else."""
    phrase = (tokens[at] for at in places if at != noun and _leads_to(tokens, at, noun) and not _is_owner(tokens, at))
    return all(
        stem(token.text.lower()) in own.stems or fate_of(token.lemma) in own.fates or token.lemma in _ANYBODY
        for token in phrase if token.pos in ("NOUN", "PROPN", "VERB")
    )


def _is_owner(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word belongs to the "hospital’s" of "the hospital’s count"."""
    for _ in range(_DEEPEST):
        if tokens[at].dep in ("poss", "relcl", "nummod") or tokens[at].pos == "NUM":
            return True
        at = tokens[at].head
    return False


def _leads_to(tokens: Sequence[Token], at: int, noun: int) -> bool:
    for _ in range(_DEEPEST):
        if at == noun:
            return True
        at = tokens[at].head
    return False


def _named(tokens: Sequence[Token], places: Sequence[int], subject: int | None, counted: int | None = None) -> str:
    """The words of the subject up to its noun, as a source: not a pronoun, no mere "the number"."""
    if subject is None or tokens[subject].text.lower() in PRONOUNS:
        return ""
    begin = min((at for at in places if at <= subject and _leads_to(tokens, at, subject)), default=subject)
    if subject == counted and all(tokens[at].pos in ("DET", "PRON") for at in range(begin, subject)):
        return ""
    joined = (tokens[at].text if at == begin or tokens[at].start == tokens[at - 1].end else f" {tokens[at].text}"
              for at in range(begin, subject + 1))
    return "".join(joined)
