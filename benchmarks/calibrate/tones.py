"""Tone: how often a gap is called more than chance where there is none, and whether the likely ranges hold.

Judged, like everything else, by tables fitted on the opposite half of outlets and dates (see ``split``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.model import Voice
from analysis.tone.gaps import LEVEL, chances_of
from analysis.usual.tones import ToneSpreads, tone_spread
from benchmarks.calibrate import alarms, split
from benchmarks.calibrate.row import Row
from benchmarks.wilson import wilson
from scripts.reference_usual import corpus
from scripts.reference_usual.count_tone import heard_in
from scripts.reference_usual.foretold import covered
from scripts.reference_usual.tone_rows import Heard, counts_of, halves, places, spread_rows

SECTIONS = ("False alarms of tone, pairs", "False alarms of tone, stories", "Coverage of tone")


class Cell(NamedTuple):
    """What is heard in the pairs, in the stories of four, and in the single articles of one cell."""

    pairs: list[list[Heard]]
    stories: list[list[Heard]]
    articles: list[list[Heard]]

    @property
    def table(self) -> ToneSpreads:
        """The spreads of this cell; that between outlets plays no part here."""
        rows = spread_rows(self.articles, self.pairs, self.pairs)
        return {Voice(str(row["voice"])): tone_spread(row) for row in rows}


Tried = Sequence[tuple[Cell, ToneSpreads]]
"""Each cell with the table of its opposite."""


def measured(frame: pd.DataFrame, cache: Path, most: int) -> Iterator[Row]:
    """The figures on tone, from at most ``most`` pairs and as many stories of each cell."""
    cells = {name: _cell(frame, pairs[:most], cache) for name, pairs in split.cells(corpus.same_outlet(frame)).items()}
    tables = {name: cell.table for name, cell in cells.items()}
    yield from rows([(cell, tables[name.opposite]) for name, cell in cells.items()])


def _cell(frame: pd.DataFrame, pairs: Sequence[corpus.Pair], cache: Path) -> Cell:
    stories = [(*one[:2], *other[:2]) for one, other in alarms.stories(pairs)]
    single = [(place,) for pair in pairs for place in pair[:2]]
    twos = [pair[:2] for pair in pairs]
    return Cell(list(heard_in(frame, twos, cache)), list(heard_in(frame, stories, cache)),
                list(heard_in(frame, single, cache)))


def rows(cells: Tried) -> Iterator[Row]:
    """The figures on tone."""
    pairs, stories, coverage = SECTIONS
    yield from _alarm_rows(pairs, "pairs of articles of one outlet on one topic that both tell of the same person",
                           [(each, table) for cell, table in cells for each in cell.pairs])
    yield from _alarm_rows(stories, "stories of four articles of one outlet within two weeks, two of them or more on "
                           "the same person", [(each, table) for cell, table in cells for each in cell.stories])
    yield from _coverage_rows(coverage, cells)


def _alarm_rows(section: str, meaning: str, tried: Sequence[tuple[list[Heard], ToneSpreads]]) -> Iterator[Row]:
    told = [chances for heard, table in tried if (chances := _chances(heard, table))]
    if told:
        hits = sum(min(each) <= LEVEL for each in told)
        yield section, "any gap", hits / len(told), *wilson(hits, len(told)), len(told), meaning


def _chances(heard: Sequence[Heard], table: ToneSpreads) -> list[float]:
    """The corrected p of each gap of a story."""
    pairs = [(each.voice, counts_of(one), counts_of(other))
             for each in heard for one, other in combinations(each.labels.values(), 2)]
    return [p for p in chances_of(pairs, table) if p is not None]


def _coverage_rows(section: str, cells: Tried) -> Iterator[Row]:
    generator = np.random.default_rng(0)
    found: dict[str, list[float]] = {"all voices": []}
    for cell, table in cells:
        for voice, spread in table.items():
            dealt = halves(cell.articles, voice)
            at = list(places(spread, dealt, generator.random(len(dealt))))
            for key in ("all voices", f"{voice.value} voice"):
                found.setdefault(key, []).extend(at)
    for what, at in found.items():
        if at:
            hits = covered(at)
            yield (section, what, hits / len(at), *wilson(hits, len(at)), len(at),
                   "second halves of an article’s clauses about somebody in the range that the first foretells")
