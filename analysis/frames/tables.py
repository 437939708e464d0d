"""The tables behind the policy frames: what each frame means, what words weigh, and where a sentence's vector points.

``data/frames/`` holds what was written by hand: definitions, cue words, example sentences. ``frames_words.csv`` and
``frames_directions.csv`` in ``data/weights/`` hold what was learned from it (see ``frames.toml`` beside them, and
``scripts/train_frames``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis.embedding import DIMENSIONS
from analysis.errors import LexiconError
from analysis.lexicon_words import split
from analysis.weights import figure
from analysis.weights import rows as rows_of

DATA = Path(__file__).resolve().parents[2] / "data"
WRITTEN, LEARNED = DATA / "frames", DATA / "weights"
WORDS, DIRECTIONS = "frames_words.csv", "frames_directions.csv"
OTHER = "other"
FRAMES = 15
_HEAD = ("frame", "bias", "bias_alone", *(f"d{place}" for place in range(DIMENSIONS)))

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
    """The fifteen frames in the order of the codebook, ``other`` last. Raises LexiconError where they are damaged."""
    path = WRITTEN / "definitions.csv"
    found = {row["frame"]: Definition(*row.values()) for row in rows(path, ("frame", "title", "definition"))}
    if len(found) != FRAMES or [*found][-1] != OTHER or not all(found):
        raise LexiconError(_unreadable(path, "its frames are not those of the codebook"))
    return tuple(found.values())


@cache
def weights() -> Weights:
    """The learned tables. Raises LexiconError where one is missing or malformed."""
    names = tuple(each.name for each in definitions() if each.name != OTHER)
    words, table = _words(names), _directions(names)
    longest = max(map(len, words), default=1)
    return Weights(names, words, table[:, 2:], table[:, 0], table[:, 1], longest)


def rows(path: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, str]]:
    """The lines of a table, with these ``columns`` where they are given. Raises LexiconError where it is missing or
    damaged."""
    try:
        yield from rows_of(path, columns)
    except (OSError, ValueError) as error:
        raise LexiconError(_unreadable(path, str(error))) from error


def _unreadable(path: Path, reason: str) -> str:
    return f"The table {path.name} of {path.parent.name} is missing or damaged ({reason}); please restore it."


def _directions(names: tuple[str, ...]) -> NDArray[np.float32]:
    """Bias, bias where words decide alone, and direction of each frame, in the order of ``names``."""
    path = LEARNED / DIRECTIONS
    found = list(rows(path, _HEAD))
    try:
        table = {row.pop("frame"): [figure(value) for value in row.values()] for row in found}
    except ValueError as error:
        raise LexiconError(_unreadable(path, str(error))) from error
    if len(found) != len(names) or table.keys() != set(names):
        raise LexiconError(_unreadable(path, "its frames are not those that are defined"))
    return np.array([table[name] for name in names], np.float32)


def _words(names: tuple[str, ...]) -> dict[Term, tuple[tuple[int, float], ...]]:
    path = LEARNED / WORDS
    found: dict[Term, tuple[tuple[int, float], ...]] = {}
    for row in rows(path, ("term", "frame", "weight", "origin", "sentences")):
        term = split(row["term"])
        if not term or row["frame"] not in names:
            raise LexiconError(_unreadable(path, "a row is of no frame, or has no term"))
        try:
            weight = figure(row["weight"])
        except ValueError as error:
            raise LexiconError(_unreadable(path, str(error))) from error
        found[term] = (*found.get(term, ()), (names.index(row["frame"]), weight))
    return found
