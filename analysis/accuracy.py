"""How well the parts of Parallax do on public test sets and hand-made keys: figures, kept with their date.

The texts of the sets are not part of Parallax; ``data/checks/accuracy.csv`` holds figures alone.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "data" / "checks" / "accuracy.csv"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One figure: the part of the Methods page it stands in, what it was measured on, and what it means."""

    section: str
    measured_on: str
    measure: str
    figure: float
    simple: float | None
    """What a simple method reaches on the same set, where somebody measured one."""
    meaning: str
    date: str


@cache
def figures() -> tuple[Accuracy, ...]:
    """All figures in the order of the file."""
    with _FILE.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Accuracy(
                row["section"],
                row["measured on"],
                row["measure"],
                float(row["figure"]),
                float(row["simple method"]) if row["simple method"] else None,
                row["meaning"],
                row["date"],
            )
            for row in csv.DictReader(stream)
        )
