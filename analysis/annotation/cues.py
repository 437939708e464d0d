"""The cue list as the attribution rules need it: by part of speech, with the complement each cue asks for."""

from __future__ import annotations

import csv
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.model import CueClass, Token

CUES = Path(__file__).parents[2] / "data" / "lexicons" / "cues.csv"
_NEEDS = ("any", "clause", "statement", "quotation", "figure")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word and what it must come with to report.

    ``needs`` is ``any`` (clause, quotation or object), ``clause`` (clause or quotation: "find", "plan"), ``statement``
    (as ``clause``, but with a finite verb: "hold", "record"), ``quotation`` ("continue", "laugh") or ``figure`` ("put
    the number at nine").
    """

    words: tuple[str, ...]
    cue_class: CueClass
    needs: str = "any"
    judges: bool = False
    """Its object is what is judged, not what is said ("slam")."""


@cache
def single_verbs() -> frozenset[str]:
    """The reporting verbs of one word."""
    return frozenset(words[0] for words in cues("verb") if len(words) == 1)


@cache
def cues(kind: str) -> dict[tuple[str, ...], Cue]:
    """Cues of one kind: ``verb``, ``noun``, ``adjective``, ``adverb``, ``passive`` or ``preposition``."""
    found: dict[tuple[str, ...], Cue] = {}
    with CUES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            words = tuple(row["term"].split())
            frames = row["note"].split()
            judges = "judges" in frames
            for frame in [frame for frame in frames if frame != "judges"] or ["any"]:
                if (frame if frame not in _NEEDS else "verb") == kind:
                    found[words] = Cue(words, CueClass(row["class"]), frame, judges)
    return found


def lemma_of(token: Token, known: Container[str]) -> str:
    """The lemma of ``token``, an "e" added where the parser lost it and the word is known so: "hoping" -> "hope"."""
    stem = f"{token.lemma}e"
    if stem in known and token.text.lower() in (f"{token.lemma}ing", f"{token.lemma}ed"):
        return stem
    return token.lemma
