"""Words and phrases of one to three words, as both the word contrast and its background count them.

A phrase runs over words (``Token.is_word``) of one voice within one sentence. A hyphen inside a compound
("grief-stricken") and a clitic ("the mayor's plan") tie words together and stay part of the phrase; every other
mark, and every change of voice or sentence, ends the run.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.model import Span, Token, Voice

ORDERS = (1, 2, 3)
_HYPHENS = frozenset("-‐‑")
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")
_PLAIN = re.compile(r"[^\W_]+(?:[.,'’ʼ&][^\W_]+)*")
_CLITIC = re.compile(r"(?<=.)(?:n't|'(?:s|re|ve|ll|d|m))$")
_LONGEST_WORD = 40
"""Characters; longer ones are addresses and noise: counted, never listed."""

_FUNCTION_WORDS = """
    a about above across after again against all along also although always am among an and another any anyone
    anything are around as at away be became because become becomes been before behind being below between both
    but by ca came can cannot come comes could did do does doing done down due during each either else enough even
    ever every everyone everything few for from further get gets getting go goes going gone got had has have
    having he her here hers herself him himself his how however i if in instead into is it its itself just last
    least less let like made make makes making many may me might mine more most much must my myself neither never
    next no nobody none nor not nothing now of off often on once one ones only onto or other others our ours
    ourselves out over own per put rather said same say saying says second she should since so some someone
    something soon still such than that the their theirs them themselves then there therefore these they thing
    things this those though three through thus to together told too toward towards two under until up upon us
    very via was we well were what whatever when where whether which while who whole whom whose why will with
    within without wo would yet you your yours yourself mr mr. mrs mrs. ms ms. dr dr. monday tuesday wednesday
    thursday friday saturday sunday
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words of the closed classes, plain reporting verbs, courtesy titles and weekdays: they say how an article is
built, not how it words the event. Counted in every total, but not listed."""


class Word(NamedTuple):
    """A word of a run; ``joint`` is what ties it to the word before (a space, a hyphen, a clitic and a space)."""

    text: str
    start: int
    end: int
    joint: str


Run = tuple[Voice, list[Word]]
"""Unbroken words of one voice."""


def normal(text: str) -> str:
    """Lower case, with straight apostrophes: the form in which terms are counted."""
    return text.lower().translate(_APOSTROPHES)


def runs(tokens: Iterable[Token]) -> Iterator[Run]:
    """Every unbroken run of words with its voice; phrases lie within one run."""
    words: list[Word] = []
    joint = " "
    before: Token | None = None
    for token in tokens:
        is_word = token.is_word
        if before is not None and not _continues(before, token, is_word):
            if words:
                yield before.voice, words
            words, joint = [], " "
        if is_word:
            words.append(Word(normal(token.text), token.start, token.end, joint))
            joint = " "
        elif words:
            joint = joint.rstrip() + ("-" if token.text in _HYPHENS else normal(token.text) + " ")
        before = token
    if before is not None and words:
        yield before.voice, words


def _continues(before: Token, token: Token, is_word: bool) -> bool:
    if token.sentence != before.sentence or token.voice is not before.voice:
        return False
    if is_word:
        return before.text not in _HYPHENS or token.start == before.end
    return token.start == before.end and (token.text in _HYPHENS or any(map(str.isalnum, token.text)))


def plain_runs(text: str) -> Iterator[Run]:
    """The runs of a text that is not annotated, near enough to count the articles that hold a term: marks and line ends
    part them; the voice is the outlet's for all."""
    words: list[Word] = []
    joint, end = " ", 0
    for match in _PLAIN.finditer(text):
        gap = text[end : match.start()]
        if words and gap != "-" and (not gap.isspace() or "\n" in gap):
            yield Voice.OWN, words
            words, joint = [], " "
        word, clitic = _parted(match.group())
        words.append(Word(word, match.start(), match.end(), "-" if gap == "-" else joint))
        joint, end = f"{clitic} ", match.end()
    if words:
        yield Voice.OWN, words


def _parted(written: str) -> tuple[str, str]:
    """"don't" -> "do", "n't"."""
    text = normal(written)
    clitic = _CLITIC.search(text) if "'" in text else None
    return (text[: clitic.start()], clitic.group()) if clitic else (text, "")


def ngrams(words: Sequence[Word], n: int) -> Iterator[tuple[str, Span]]:
    """The phrases of ``n`` words in one run, in order, each with its characters in the field."""
    tails = [word.joint + word.text for word in words]
    for first in range(len(words) - n + 1):
        term = words[first].text + "".join(tails[first + 1 : first + n])
        yield term, Span(words[first].start, words[first + n - 1].end)


def terms(found: Iterable[Run], n: int) -> set[str]:
    """Each term of ``n`` words in the runs, whatever their voice: ``occurrences`` without the places."""
    held: set[str] = set()
    for _, words in found:
        tails = [word.joint + word.text for word in words]
        held.update(word.text + "".join(tails[at + 1 : at + n]) for at, word in enumerate(words[: len(words) - n + 1]))
    return held


def occurrences(found: Iterable[Run], voices: Collection[Voice], n: int) -> dict[str, list[Span]]:
    """Where each term of ``n`` words stands in the runs of the given voices."""
    spans: dict[str, list[Span]] = {}
    for voice, words in found:
        if voice in voices:
            for term, span in ngrams(words, n):
                spans.setdefault(term, []).append(span)
    return spans


def is_listable(term: str) -> bool:
    """Whether a term is worth showing: it neither begins nor ends with a function word, a number or an initial.

    Compounds count as one ("so-called" is listable although "so" is not).
    """
    if len(term) > _LONGEST_WORD and any(len(piece) > _LONGEST_WORD for piece in term.split(" ")):
        return False
    first, last = term.partition(" ")[0], term.rpartition(" ")[2]
    return not (_is_empty(first) or _is_empty(last))


def _is_empty(piece: str) -> bool:
    if piece.isalpha():
        return piece in FUNCTION_WORDS or len(piece) < 2
    stem = piece.removesuffix("n't").partition("'")[0]
    return stem in FUNCTION_WORDS or piece in FUNCTION_WORDS or sum(map(str.isalpha, piece)) < 2
