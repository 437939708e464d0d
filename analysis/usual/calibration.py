"""How often Parallax cries wolf, how honest its intervals are, and what it can see: figures of ``make calibrate``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parents[2] / "data" / "checks" / "calibration.csv"
NAMES = ("section", "what", "figure", "low", "high", "number", "meaning", "date", "command")


@dataclass(frozen=True, slots=True)
class Calibrated:
    """One figure, a share from 0 to 1, with its 95 % interval where it was measured and not computed."""

    section: str
    what: str
    figure: float
    interval: tuple[float, float] | None
    number: int
    meaning: str
    date: str
    command: str


@cache
def calibration_rows() -> tuple[Calibrated, ...]:
    """All figures in the order of the file; none where the file is not there."""
    if not FILE.is_file():
        return ()
    with FILE.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Calibrated(
                row["section"], row["what"], float(row["figure"]),
                (float(row["low"]), float(row["high"])) if row["low"] else None,
                int(row["number"]), row["meaning"], row["date"], row["command"],
            )
            for row in csv.DictReader(stream)
        )
