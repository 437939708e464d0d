"""Keeps the figures of a full run for the Methods page."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from analysis import accuracy
from analysis.accuracy import Kept, Note
from benchmarks.accuracy.figures import Figure

COLUMNS = ("set", "metric", "figure", "low", "high", "out of fold", "date")


def keep(
    figures: Iterable[Figure],
    notes: Sequence[Note],
    seen: frozenset[str],
    today: date,
    path: Path = accuracy.FIGURES,
) -> None:
    """Writes the figures of whole sets, in the order of the notes.

    A figure that this run did not measure stays as it was, with its old date; one without a note is dropped.
    """
    found = accuracy.kept(path) if path.exists() else {}
    for figure in figures:
        if figure.part == "whole":
            day = today.isoformat()
            found[figure.set, figure.metric] = Kept(figure.value, figure.low, figure.high, figure.set in seen, day)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for key in ((note.set, note.metric) for note in notes):
            if key in found:
                writer.writerow((*key, *_cells(found[key])))


def _cells(kept: Kept) -> tuple[str, ...]:
    numbers = ("" if value is None else f"{value:.4f}" for value in (kept.figure, kept.low, kept.high))
    return (*numbers, "yes" if kept.out_of_fold else "", kept.date)
