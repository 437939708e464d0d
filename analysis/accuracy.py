"""How well the parts of Parallax do on public test sets and hand-made keys: figures, kept with their date.

``data/checks/accuracy.csv`` is written by ``make accuracy`` and holds figures alone; the texts of the sets are not part
of Parallax. What a figure means, and what others reach, a person writes in ``data/checks/accuracy_notes.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import isfinite
from pathlib import Path

from analysis.shipped import restored

CHECKS = Path(__file__).parents[1] / "data" / "checks"
FIGURES = CHECKS / "accuracy.csv"
NOTES = CHECKS / "accuracy_notes.csv"


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of one metric on one set, apart from our figure. Figures lie between 0 and 1; more is better."""

    set: str
    metric: str
    section: str
    """The part of the Methods page it belongs to."""
    measured_on: str
    measure: str
    """The metric in plain words."""
    simple: float | None
    """What a simple method reaches on the same set, where somebody measured one."""
    published: float | None
    """What a published or trained system reaches; ``published_source`` says which, and what it was given."""
    published_source: str
    human: float | None
    """How well people agree with each other in the same measure; None where nobody is known to have measured it."""
    human_source: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A figure of a run: ``low`` and ``high`` bound its 95 % interval, where there is one."""

    figure: float
    low: float | None
    high: float | None
    out_of_fold: bool
    """Shipped weights saw this set, so that the figure was taken on parts of it that they had not seen."""
    date: str


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One figure with what is known of it."""

    note: Note
    kept: Kept


@cache
def figures() -> tuple[Accuracy, ...]:
    """All kept figures, in the order of the notes. Raises TableError where a file of them is missing or damaged."""
    found = kept(FIGURES)
    return tuple(Accuracy(note, found[key]) for note in notes(NOTES) if (key := (note.set, note.metric)) in found)


@cache
def notes(path: Path = NOTES) -> tuple[Note, ...]:
    """The notes, in the order in which the table shows them. Raises TableError where they are missing or damaged."""
    with restored(path):
        return tuple(
            Note(
                row["set"],
                row["metric"],
                row["section"],
                row["measured on"],
                row["measure"],
                _number(row["simple method"]),
                _number(row["published"]),
                row["published source"],
                _number(row["human agreement"]),
                row["human source"],
                row["meaning"],
            )
            for row in _rows(path, "meaning")
        )


def kept(path: Path = FIGURES) -> dict[tuple[str, str], Kept]:
    """(set, metric) -> the figure of the last run that measured it. Raises TableError as ``notes`` does."""
    with restored(path):
        return {
            (row["set"], row["metric"]): Kept(
                _finite(row["figure"]),
                _number(row["low"]),
                _number(row["high"]),
                row["out of fold"] == "yes",
                row["date"],
            )
            for row in _rows(path, "date")
        }


def _rows(path: Path, last: str) -> list[Mapping[str, str]]:
    """The rows of a file. Raises ValueError where its head lacks the ``last`` column, or a row has other cells."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        rows = list(reader)
    if last not in (reader.fieldnames or ()):
        raise ValueError(f"it has no column {last!r}")
    for number, row in enumerate(rows, 1):
        if None in row or None in row.values():
            raise ValueError(f"row {number} has more or fewer cells than the head")
    return list(rows)


def _number(cell: str) -> float | None:
    return _finite(cell) if cell else None


def _finite(cell: str) -> float:
    """Raises ValueError where the cell holds no figure."""
    value = float(cell)
    if not isfinite(value):
        raise ValueError(f"{cell!r} is no figure")
    return value
