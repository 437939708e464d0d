"""How loaded a sentence is, and the words that make it so."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from analysis.model.annotated import Voice


class OthersSay(StrEnum):
    """How the other outlets of an event stand to a word of one of them."""

    WITHOUT = "others tell it without"
    """Sentences of other outlets tell what the clause with the word tells, and none of them has the word."""
    ALONE = "only here"
    """No article of another outlet has the word, and none tells the same."""
    TOO = "others too"
    """At least half of those that tell the same have it there, or, where none does, half of the other articles."""


class LoadedWord(NamedTuple):
    """A word or phrase of a sentence, as offsets into the field, and its share of all that speaks for the score."""

    start: int
    end: int
    share: float
    """Above 0, at most 1; what is left to 1 is no choice of words (a quotation, the grammar)."""
    others: OthersSay | None = None
    """None too where there are no other outlets."""
    without: tuple[str, ...] = ()
    """The articles of other outlets that tell the same without it, where all that tell it do."""


class LoadedSentence(NamedTuple):
    """One sentence of a title or text with its score, 0 to 1; from 0.5 on it counts as loaded."""

    start: int
    end: int
    score: float
    voice: Voice | None
    """That in which it tells what it tells (``sentence_voice``), None without a word."""
    voices: tuple[Voice, ...]
    """All voices that have a word in it, in the order in which they are heard."""
    words: tuple[LoadedWord, ...]
    """What speaks for the score, in text order; never overlapping."""
