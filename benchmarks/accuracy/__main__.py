"""Measure, print the table, compare with the floors: ``python -m benchmarks.accuracy``.

Exit status: 0 every figure reaches its floor; 1 one does not, a set could not be measured, or the floors or the kept
figures could not be read; 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from analysis import accuracy
from analysis.errors import ParallaxError
from benchmarks.accuracy import floors, record
from benchmarks.accuracy.figures import Figure
from benchmarks.accuracy.measure import Asked, Measured, UnknownSetError, measured
from benchmarks.accuracy.notes import ROOT, trained_on
from benchmarks.accuracy.table import table

BENCHMARKS = ROOT.parent / "shared" / "benchmarks"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.lower and not floors.is_reason(options.reason):
        parser.error('floors are lowered only with a written reason: --lower --reason "why this is right"')
    try:
        held = floors.read() if floors.FILE.exists() else {}
        return _run(options, held)
    except UnknownSetError as error:
        parser.error(str(error))
    except (floors.FloorError, ParallaxError) as error:
        print(error, file=sys.stderr)
        return 1


def _run(options: argparse.Namespace, held: floors.Floors) -> int:
    seen = trained_on()
    asked = Asked(options.benchmarks, options.quick, tuple(options.sets), options.out_of_fold, seen)
    result = measured(asked, lambda sentence: print(sentence, file=sys.stderr, flush=True))
    held = _keep(options, result, held, seen)
    print(table(result.figures, accuracy.notes(), held, seen))
    return _verdict(result, held)


def _keep(options: argparse.Namespace, result: Measured, held: floors.Floors, seen: frozenset[str]) -> floors.Floors:
    """Figures of whole sets go to the Methods page, unless this is a quick run; floors move where that is asked."""
    today = date.today()
    if not options.quick and not options.dry:
        record.keep(result.figures, accuracy.notes(), seen, today)
    if options.raised:
        held = floors.raised(result.figures, held, today)
    if options.lower:
        held = floors.lowered(result.figures, held, options.reason, today)
    if options.raised or options.lower:
        floors.write(held)
    return held


def _verdict(result: Measured, held: floors.Floors) -> int:
    low = floors.below(result.figures, held)
    unknown = [figure for figure in result.figures if floors.key_of(figure) not in held]
    for sentence in (*result.failed, *low):
        print(sentence)
    if unknown:
        print(f"Without a floor yet ({_names(unknown)}): --raise sets one.")
    held_up = len(result.figures) - len(unknown)
    if held_up and not low and not result.failed:
        print(f"All {held_up} figures that have a floor reach it.")
    return 1 if low or result.failed else 0


def _names(figures: Sequence[Figure]) -> str:
    return ", ".join(figure.name for figure in figures)


def _place(name: str) -> Path:
    return Path(name).resolve()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make accuracy, or python -m benchmarks.accuracy",
        description="Measure Parallax on public sets and on its own keys, and compare each figure with its floor.",
        epilog="A full run takes about twenty minutes on two cores and keeps its figures for the Methods page.",
    )
    add = parser.add_argument
    add("--benchmarks", type=_place, default=BENCHMARKS, help="folder of score.py and data/ (default: %(default)s)")
    add("--quick", action="store_true", help="fixed parts of the large sets, about two minutes; nothing is kept")
    add("--sets", nargs="+", default=(), metavar="SET", help="only these sets; the kept figures of others stay")
    add("--dry", action="store_true", help="do not keep the figures for the Methods page")
    add("--raise", dest="raised", action="store_true", help="raise floors to what was measured, less a small margin")
    add("--lower", action="store_true", help="lower the floors that were not reached; needs --reason")
    add("--reason", default="", help="why the lowering is right, in words; it is kept with the floor")
    add("--out-of-fold", type=_place, metavar="DIR", help="predictions SET.jsonl for sets that shipped weights saw")
    return parser


if __name__ == "__main__":
    sys.exit(main())
