"""The table that ``make accuracy`` prints: one line a figure, in the order of the notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.accuracy import Note
from benchmarks.accuracy.figures import Figure
from benchmarks.accuracy.floors import Floors, key_of

HEAD = ("set", "metric", "items", "ours", "95 % interval", "simple", "published", "people", "floor", "fold", "")
RIGHT = frozenset({2, 3, 5, 6, 7, 8})
"""Columns of numbers, set flush right."""


def table(figures: Iterable[Figure], notes: Sequence[Note], floors: Floors, seen: frozenset[str]) -> str:
    """The figures as aligned text. ``seen`` are the sets that shipped weights saw; their figures are out of fold."""
    places = {(note.set, note.metric): (place, note) for place, note in enumerate(notes)}
    known = [figure for figure in figures if (figure.set, figure.metric) in places]
    known.sort(key=lambda figure: places[figure.set, figure.metric][0])
    rows = [HEAD, *(row(figure, places[figure.set, figure.metric][1], floors, seen) for figure in known)]
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(HEAD))]
    return "\n".join(_line(cells, widths) for cells in rows)


def row(figure: Figure, note: Note, floors: Floors, seen: frozenset[str]) -> tuple[str, ...]:
    """One line of the table, cell by cell as under ``HEAD``; what is not known is empty."""
    floor = floors.get(key_of(figure))
    mark = "no floor" if floor is None else "BELOW" if figure.value < floor.floor else "ok"
    return (
        figure.set + (" (part)" if figure.part == "quick" else ""),
        figure.metric,
        f"{figure.items:,}",
        number(figure.value),
        "" if figure.low is None or figure.high is None else f"{number(figure.low)}–{number(figure.high)}",
        number(note.simple),
        number(note.published),
        number(note.human),
        number(None if floor is None else floor.floor),
        "out of fold" if figure.set in seen else "",
        mark,
    )


def number(value: float | None) -> str:
    """Three decimals without the leading nought; empty where nothing is known."""
    return "" if value is None else f"{value:.3f}".removeprefix("0")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = (
        cell.rjust(width) if column in RIGHT else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(parts).rstrip()
