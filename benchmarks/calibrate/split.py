"""Pairs of one outlet in four cells, by outlet and by date; each is judged by tables fitted on the opposite cell.

So no outlet and no day that a table has seen stands among the pairs it is tried on, and every pair is tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low
from typing import NamedTuple
from zlib import crc32

from analysis.usual import Spreads, spread_of
from scripts.reference_usual.corpus import Pair
from scripts.reference_usual.counts import Counted
from scripts.reference_usual.fit import Pairs
from scripts.reference_usual.tables import speaker_row, spread_rows


class Cell(NamedTuple):
    """Which half of the outlets, and whether before the middle date."""

    outlets: int
    early: bool

    @property
    def opposite(self) -> Cell:
        return Cell(1 - self.outlets, not self.early)


def cells(pairs: Sequence[Pair]) -> dict[Cell, list[Pair]]:
    """Every pair in its cell."""
    middle = median_low([pair.day for pair in pairs])
    found: dict[Cell, list[Pair]] = {Cell(half, early): [] for half in (0, 1) for early in (True, False)}
    for pair in pairs:
        found[Cell(crc32(pair.outlet.encode()) % 2, pair.day < middle)].append(pair)
    return found


def fitted(pairs: Sequence[tuple[Counted, Counted]], speakers: Pairs) -> Spreads:
    """The spreads of a cell. The spread between outlets plays no part here and stands for nothing."""
    articles = [article for pair in pairs for article in pair]
    rows = [*spread_rows(articles, pairs, pairs), *speaker_row(speakers, speakers)]
    return {(str(row["gauge"]), str(row["voice"])): spread_of(row) for row in rows}
