"""The tables behind the policy frames: what each frame means, what words weigh, and where a sentence's vector points.

``data/frames/`` holds what was written by hand: definitions, cue words, example sentences. ``frames_words.csv`` and
``frames_directions.csv`` in ``data/weights/`` hold what was learned from it (see ``frames.toml`` beside them, and
``scripts/train_frames.py``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis.errors import LexiconError
from analysis.lexicons import split

DATA = Path(__file__).resolve().parents[2] / "data"
WRITTEN, LEARNED = DATA / "frames", DATA / "weights"
WORDS, DIRECTIONS = "frames_words.csv", "frames_directions.csv"
OTHER = "other"

Term = tuple[str, ...]
"""The words of a term, lower-cased, as the tokenizer parts them."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A frame: its name in files, the title shown, and what it means in plain words."""

    name: str
    title: str
    meaning: str


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """What decides, in steps of log-odds; columns are the frames of ``names`` in their order.

    ``words`` maps a term to its weight for each frame (``(position, weight)``), ``longest`` is the number of words in
    the longest term. ``directions`` has one row a frame, to be multiplied with a sentence's vector. ``bias`` is added
    to the sum of both, ``bias_alone`` where words alone decide.
    """

    names: tuple[str, ...]
    words: Mapping[Term, tuple[tuple[int, float], ...]]
    directions: NDArray[np.float32]
    bias: NDArray[np.float32]
    bias_alone: NDArray[np.float32]
    longest: int


@cache
def definitions() -> tuple[Definition, ...]:
    """The fifteen frames in the order of the codebook, ``other`` last."""
    return tuple(Definition(row["frame"], row["title"], row["definition"]) for row in rows(WRITTEN / "definitions.csv"))


@cache
def weights() -> Weights:
    """The learned tables. Raises LexiconError where one is missing or malformed."""
    names = tuple(each.name for each in definitions() if each.name != OTHER)
    found = {row["frame"]: row for row in rows(LEARNED / DIRECTIONS)}
    try:
        table = [found[name] for name in names]
        vectors = [[float(value) for key, value in row.items() if key.startswith("d")] for row in table]
        words = _words(names)
        both, alone = (np.array([float(row[column]) for row in table], np.float32) for column in ("bias", "bias_alone"))
    except (KeyError, ValueError) as error:
        raise LexiconError(f"The tables of the policy frames in {LEARNED.name} do not fit; restore them.") from error
    longest = max(map(len, words), default=1)
    return Weights(names, words, np.array(vectors, np.float32), both, alone, longest)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The lines of a table. Raises LexiconError where the file cannot be read."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            yield from csv.DictReader(stream, strict=True)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LexiconError(f"The table {path.name} of {path.parent.name} cannot be read; please restore it.") from error


def _words(names: tuple[str, ...]) -> dict[Term, tuple[tuple[int, float], ...]]:
    found: dict[Term, tuple[tuple[int, float], ...]] = {}
    for row in rows(LEARNED / WORDS):
        term = split(row["term"])
        found[term] = (*found.get(term, ()), (names.index(row["frame"]), float(row["weight"])))
    return found
