"""Prove on articles that fitted no table that Parallax does not cry wolf, and say what it can see.

    python -m benchmarks.calibrate ../shared/corpora/news15k.parquet --cache .cache/reference.db

prints false alarms (with Wilson intervals), coverage of the intervals, power, and planted changes found, and writes
them to ``data/checks/calibration.csv``, which the Methods page shows. ``--pairs 50`` takes fewer pairs for a first
look, ``--tone`` measures tone alone, in minutes, and leaves the other figures as they are.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from multiprocessing import Pool
from pathlib import Path

import pandas as pd

from analysis.findings.tested import LEVEL
from analysis.model import AnnotatedArticle
from analysis.usual import Spreads, spreads
from analysis.usual.calibration import FILE, NAMES
from benchmarks import planted
from benchmarks.calibrate import alarms, coverage, equal, power, split, tones
from benchmarks.calibrate.row import Row
from benchmarks.wilson import wilson
from scripts.reference_usual import corpus
from scripts.reference_usual.annotated import annotated
from scripts.reference_usual.command_line import parser_of, read_with
from scripts.reference_usual.counts import Counted, counted
from scripts.reference_usual.foretold import covered
from scripts.reference_usual.told import speaker_figures

COMMAND = "make calibrate"
TESTS = 12
"""Tests of a pair of articles that could come out, in the middle: the level of a single one is LEVEL / TESTS."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; ends with status 2 and one sentence where the corpus cannot be read."""
    parser = parser_of(__doc__)
    parser.add_argument("--pairs", type=int, default=10**6, help="how many pairs of each cell to try")
    parser.add_argument("--tone", action="store_true", help="tone alone, in minutes; the other figures stay")
    frame, options = read_with(parser, arguments)
    rows = list(tones.measured(frame, options.cache, options.pairs))
    if not options.tone:
        rows = [*_measured(frame, options.cache, options.pairs), *rows, *_planted_rows(), *_power_rows()]
    for row in rows:
        print(*(f"{part:.4g}" if isinstance(part, float) else part for part in row if part is not None), sep="  ")
    write(rows, _others() if options.tone else ())


def _measured(frame: pd.DataFrame, cache: Path, most: int) -> Iterator[Row]:
    cells = split.cells(corpus.same_outlet(frame))
    places = list(chain.from_iterable(pair[:2] for pairs in cells.values() for pair in pairs))
    articles = corpus.articles_at(frame, places)
    done = dict(zip(articles, annotated(list(articles.values()), cache, vectors=True), strict=True))
    counts = {place: counted(one) for place, one in done.items()}
    cells = {cell: [pair for pair in pairs if set(pair[:2]) <= set(done)] for cell, pairs in cells.items()}
    tables = {cell: _table(cells[cell.opposite], done, counts) for cell in cells}
    yield from _alarm_rows(cells, tables, done, most)
    yield from _coverage_rows(cells, tables, counts)


def _table(pairs: Sequence[corpus.Pair], done: dict[int, AnnotatedArticle], counts: dict[int, Counted]) -> Spreads:
    speakers = [figures for pair in pairs for figures in speaker_figures([done[place] for place in pair[:2]])]
    return split.fitted([(counts[pair.first], counts[pair.second]) for pair in pairs], speakers)


def _alarm_rows(cells: dict[split.Cell, list[corpus.Pair]], tables: dict[split.Cell, Spreads],
                done: dict[int, AnnotatedArticle], most: int) -> Iterator[Row]:
    tried = {cell: list(islice(pairs, most)) for cell, pairs in cells.items()}
    places = ([pair[:2] for pair in pairs] for pairs in tried.values())
    found = _alarms(places, tables, done)
    yield from _share_rows("pairs", "pairs of articles of one outlet on one topic", found)
    told = ((pair, tables[cell]) for cell, pairs in tried.items() for pair in pairs)
    yield from equal.rows([equal.Tried(pair.outlet, pair.day, alarm.tallies, table)
                           for (pair, table), alarm in zip(told, found, strict=True)])
    stories = ([(*one[:2], *other[:2]) for one, other in islice(alarms.stories(pairs), most)]
               for pairs in cells.values())
    yield from _share_rows("stories", "stories of four articles of one outlet within two weeks",
                           _alarms(stories, tables, done))


def _alarms(tried: Iterable[Sequence[Sequence[int]]], tables: dict[split.Cell, Spreads],
            done: dict[int, AnnotatedArticle]) -> list[alarms.Alarm]:
    work = [(group, table) for table, groups in zip(tables.values(), tried, strict=True) for group in groups]
    jobs = (([done[place] for place in group], table) for group, table in work)
    found = []
    with Pool() as pool:
        for number, alarm in enumerate(pool.imap(_alarm, jobs, chunksize=4), 1):
            found.append(alarm)
            if number % 50 == 0:
                print(f"{number} of {len(work)} compared", file=sys.stderr, flush=True)
    return found


def _alarm(job: tuple[list[AnnotatedArticle], Spreads]) -> alarms.Alarm:
    return alarms.alarm(*job)


def _share_rows(name: str, meaning: str, found: Sequence[alarms.Alarm]) -> Iterator[Row]:
    total = len(found)
    for what, hits in (
        ("any finding", sum(bool(each.read or each.counted) for each in found)),
        ("any counted finding", sum(bool(each.counted) for each in found)),
        ("any finding that is read", sum(bool(each.read) for each in found)),
    ):
        yield (f"False alarms, {name}", what, hits / total, *wilson(hits, total), total, meaning)
    kinds = Counter(kind for each in found for kind in {*each.read, *each.counted})
    for kind, hits in kinds.most_common():
        yield (f"False alarms, {name}", kind, hits / total, *wilson(hits, total), total, meaning)


def _coverage_rows(cells: dict[split.Cell, list[corpus.Pair]], tables: dict[split.Cell, Spreads],
                   counts: dict[int, Counted]) -> Iterator[Row]:
    found: dict[tuple[str, str], list[float]] = {}
    for cell, pairs in cells.items():
        held = [counts[place] for pair in pairs for place in pair[:2]]
        for key, places in coverage.places(held, tables[cell]).items():
            found.setdefault(key, []).extend(places)
    meaning = "second halves of articles within the 95 % range that their first halves foretell"
    every = [place for places in found.values() for place in places]
    for (measure, voice), places in [(("all measures", "all voices"), every), *sorted(found.items())]:
        hits = covered(places)
        yield ("Coverage", f"{measure}, {voice}", hits / len(places), *wilson(hits, len(places)), len(places), meaning)


def _power_rows() -> Iterator[Row]:
    for one in power.powers(LEVEL / TESTS, spreads()["loaded_words", "own"]):
        what = f"{one.base} per 1,000 words, {one.factor} times as many, {one.words} words each"
        yield ("Power", what, one.ours, None, None, one.words, "chance that the difference is found")
        yield ("Power of the exact Poisson test", what, one.exact, None, None, one.words,
               f"it would find one in {100 * one.exact_alarms:.1f} % of such tests where there is none; "
               f"it is meant to in {100 * LEVEL / TESTS:.2f} %")


def _planted_rows() -> Iterator[Row]:
    for kind in planted.KINDS:
        results = list(planted.outcomes(planted.drawn(kind, planted.PER_STORY)))
        hits, total = sum(each.shown for each in results), len(results)
        yield ("Planted changes", kind, hits / total, *wilson(hits, total), total,
               "changes planted into the sample stories that a reader is shown; rules were made with some in view")


def _others() -> list[list[str]]:
    """The lines of the file that are not about tone."""
    with FILE.open(encoding="utf-8", newline="") as stream:
        return [line for line in list(csv.reader(stream))[1:] if line[0] not in tones.SECTIONS]


def write(rows: Iterable[Row], kept: Iterable[list[str]] = ()) -> None:
    """Write the file: the lines that are ``kept`` as they are, then ``rows`` with today's date."""
    today = datetime.now(UTC).date().isoformat()
    with FILE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(NAMES)
        writer.writerows(kept)
        for section, what, figure, low, high, number, meaning in rows:
            bounds = ["" if bound is None else f"{bound:.4f}" for bound in (low, high)]
            writer.writerow([section, what, f"{figure:.4f}", *bounds, number, meaning, today, COMMAND])


if __name__ == "__main__":
    main()
