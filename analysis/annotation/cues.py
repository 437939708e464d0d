"""The cue list as the attribution rules need it: by part of speech, with the complement each cue asks for."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.model import CueClass

CUES = Path(__file__).parents[2] / "data" / "lexicons" / "cues.csv"
_NEEDS = ("any", "clause", "quotation")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word and what it must come with to report.

    ``needs`` is ``any`` (clause, quotation or object), ``clause`` (clause or quotation: "find", "plan") or
    ``quotation`` ("continue", "laugh").
    """

    words: tuple[str, ...]
    cue_class: CueClass
    needs: str = "any"


@cache
def cues(kind: str) -> dict[tuple[str, ...], Cue]:
    """Cues of one kind: ``verb``, ``noun``, ``adjective``, ``adverb``, ``passive`` or ``preposition``."""
    found: dict[tuple[str, ...], Cue] = {}
    with CUES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            words = tuple(row["term"].split())
            for frame in (row["note"] or "any").split():
                if (frame if frame not in _NEEDS else "verb") == kind:
                    found[words] = Cue(words, CueClass(row["class"]), frame)
    return found
