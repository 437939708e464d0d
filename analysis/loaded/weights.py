"""The weights of the score: a table of words and kinds, made by ``scripts/train_loaded`` and read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.shipped import restored
from analysis.weights import figure, rows

TABLE = Path(__file__).resolve().parents[2] / "data" / "weights" / "loaded.csv"
COLUMNS = ("kind", "word", "weight")
WORD, BASE = "word", "base"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each thing adds to the log-odds of the score: the base, a kind per ln(1 + amount), a word once."""

    base: float
    kinds: Mapping[str, float]
    words: Mapping[str, float]


@cache
def weights(table: Path = TABLE) -> Weights:
    """The table as shipped; raises TableError where it is missing or damaged."""
    with restored(table):
        lines = {(row["kind"], row["word"]): figure(row["weight"]) for row in _rows(table)}
        if (BASE, "") not in lines:
            raise ValueError(f"there is no row “{BASE}”")
    base = lines.pop((BASE, ""))
    kinds = {kind: weight for (kind, _), weight in lines.items() if kind != WORD}
    return Weights(base, kinds, {word: weight for (kind, word), weight in lines.items() if kind == WORD})


def _rows(table: Path) -> list[dict[str, str]]:
    """The rows, in which each kind and each word stands once."""
    found = rows(table, COLUMNS)
    if any((row["kind"] == WORD) != bool(row["word"]) for row in found):
        raise ValueError("a row is neither of a kind nor of a word")
    if len({(row["kind"], row["word"]) for row in found}) < len(found):
        raise ValueError("a row stands twice")
    return found
