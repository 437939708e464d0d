"""How often Parallax cries wolf, how honest its intervals are, and what it can see: figures of ``make calibrate``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.shipped import restored

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
    """All figures in the order of the file; none where the file is not there.

    Raises TableError where it is damaged.
    """
    if not FILE.is_file():
        return ()
    with restored(FILE), FILE.open(encoding="utf-8", newline="") as stream:
        return tuple(map(_row, csv.DictReader(stream)))


def _row(row: dict[str, str]) -> Calibrated:
    bounds = (float(row["low"]), float(row["high"])) if row["low"] else None
    return Calibrated(row["section"], row["what"], float(row["figure"]), bounds, int(row["number"]), row["meaning"],
                      row["date"], row["command"])
