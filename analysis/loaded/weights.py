"""The weights of the score: a table of words and kinds, made by ``scripts/train_loaded`` and read once."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.errors import TableError

TABLE = Path(__file__).resolve().parents[2] / "data" / "weights" / "loaded.csv"
_COLUMNS = ("kind", "word", "weight")
WORD, BASE = "word", "base"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each thing adds to the log-odds of the score: the base, a kind per ln(1 + amount), a word once."""

    base: float
    kinds: Mapping[str, float]
    words: Mapping[str, float]


@cache
def weights(table: Path = TABLE) -> Weights:
    """The table as shipped; raises TableError where it is missing or malformed."""
    try:
        rows = csv.DictReader(io.StringIO(table.read_text(encoding="utf-8")))
        if tuple(rows.fieldnames or ()) != _COLUMNS:
            raise TableError(f"The table {table.name} must begin with the line “{','.join(_COLUMNS)}”.")
        lines = [(row["kind"], row["word"], _number(row["weight"])) for row in rows]
    except OSError as error:
        raise TableError(f"The table {table.name} is missing from {table.parent.name}; restore it.") from error
    except (ValueError, TypeError) as error:
        raise TableError(f"The table {table.name} holds a weight that is no number; please correct it.") from error
    kinds = {kind: weight for kind, _, weight in lines if kind != WORD}
    return Weights(kinds.pop(BASE, 0.0), kinds, {word: weight for kind, word, weight in lines if kind == WORD})


def _number(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(written)
    return number
