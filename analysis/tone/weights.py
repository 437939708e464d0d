"""The weights of the tone model: ``data/weights/tone_words.csv`` and ``tone_vectors.csv``, with ``tone.toml``."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis.embedding import DIMENSIONS
from analysis.shipped import restored
from analysis.weights import figure, rows

FOLDER = Path(__file__).resolve().parents[2] / "data" / "weights"
LABELS = (-1, 0, 1)
"""Negative, neutral, positive: the order of every row of weights."""
COLUMNS = ("negative", "neutral", "positive")
ALWAYS = "always"
"""The feature that every target has."""
VECTORS = ("sentence", "clause")
_DIMENSIONS = tuple(map(str, range(DIMENSIONS + 1)))

Row = tuple[float, float, float]
Table = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """A row of weights for each feature of words, and for each dimension of the vectors of sentence and clause.

    ``vectors`` has the shape (2, 385, 3): the last dimension is always 1, and stands for the mean vector.
    """

    words: Mapping[str, Row]
    vectors: Table


@lru_cache(maxsize=1)
def load(folder: Path = FOLDER) -> Weights:
    """The shipped weights. Raises TableError where a table is missing or damaged."""
    with restored(folder / "tone_words.csv") as path:
        words = {row["feature"]: _row(row) for row in rows(path, ("feature", *COLUMNS))}
        if ALWAYS not in words:
            raise ValueError(f"the row {ALWAYS} is missing")
    with restored(folder / "tone_vectors.csv") as path:
        table = np.full((len(VECTORS), DIMENSIONS + 1, len(LABELS)), np.nan)
        for row in rows(path, ("vector", "dimension", *COLUMNS)):
            table[VECTORS.index(row["vector"]), _DIMENSIONS.index(row["dimension"])] = _row(row)
        if not np.isfinite(table).all():
            raise ValueError("a dimension has no weights")
    return Weights(words, table)


def write(weights: Weights, folder: Path) -> None:
    """Keep ``weights`` as two tables."""
    words = ([name, *map(_cell, row)] for name, row in sorted(weights.words.items()))
    _write(folder / "tone_words.csv", ["feature", *COLUMNS], words)
    rows = (
        [name, dimension, *map(_cell, weights.vectors[number, dimension])]
        for number, name in enumerate(VECTORS)
        for dimension in range(DIMENSIONS + 1)
    )
    _write(folder / "tone_vectors.csv", ["vector", "dimension", *COLUMNS], rows)


def _cell(weight: float) -> str:
    return f"{weight:.3f}".replace("-0.000", "0.000")


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def _row(row: Mapping[str, str]) -> Row:
    return figure(row["negative"]), figure(row["neutral"]), figure(row["positive"])
