"""Which sets are measured in a run, and what is said of those that are not."""

from __future__ import annotations

import time
import traceback
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from analysis import embedding
from benchmarks.accuracy import in_company, own_checks, public_sets
from benchmarks.accuracy.figures import Figure
from benchmarks.accuracy.notes import metrics
from benchmarks.accuracy.public_sets import MeasureError

Say = Callable[[str], None]
Measure = Callable[[], list[Figure]]


class UnknownSetError(Exception):
    """A set is asked for that is not known by that name; the message names those that are."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is asked for."""

    benchmarks: Path
    """Folder with ``score.py`` and ``data/``; it need not be there."""
    quick: bool = False
    sets: tuple[str, ...] = ()
    """Only these; empty: all."""
    out_of_fold: Path | None = None
    """Folder with predictions ``SET.jsonl`` for sets that shipped weights saw; without it they are made anew."""
    seen: frozenset[str] = frozenset()


class Measured(NamedTuple):
    """The figures of a run, and a sentence for each set that could not be measured."""

    figures: list[Figure]
    failed: list[str]


def measured(asked: Asked, say: Say) -> Measured:
    """Measures set by set; ``say`` is told what is going on. A set that fails does not stop the others.

    Raises UnknownSetError before anything is measured.
    """
    figures: list[Figure] = []
    failed: list[str] = []
    for name, measure in _plan(asked, say):
        begun = time.monotonic()
        try:
            figures += measure()
        except MeasureError as error:
            failed.append(str(error))
        except (OSError, EOFError, zlib.error) as error:
            failed.append(f"{name}: its data cannot be read ({error}).")
        except Exception as error:
            say(traceback.format_exc())
            failed.append(f"{name}: it could not be measured ({type(error).__name__}: {error}).")
        say(f"{name}: {time.monotonic() - begun:.0f} s")
    return Measured(figures, failed)


def _plan(asked: Asked, say: Say) -> Iterator[tuple[str, Measure]]:
    """(name, what measures it) of each set that is asked for and can be measured."""
    everything = {**own(), **with_texts(asked)}
    if unknown := sorted(set(asked.sets) - everything.keys()):
        raise UnknownSetError(f"No such set: {', '.join(unknown)}. There are: {', '.join(everything)}.")
    present = (asked.benchmarks / "score.py").is_file()
    if not present:
        say(f"The public sets are not in {asked.benchmarks}, so only what the project's own data allow is measured.")
    if not embedding.available():
        say("The model for the meaning of sentences is not installed; figures on statements will be lower.")
    for name, measure in everything.items():
        if asked.quick and name in asked.seen and name not in asked.sets and asked.out_of_fold is None:
            say(f"{name}: not in a quick run, because predictions out of fold take minutes.")
        elif name in asked.sets or (not asked.sets and (present or name in own())):
            yield name, measure if present or name in own() else _absent(name, asked.benchmarks)


def _absent(name: str, benchmarks: Path) -> Measure:
    """Says of a set that is asked for by its name that it is not there."""

    def measure() -> list[Figure]:
        raise MeasureError(f"{name}: it could not be measured, because the public sets are not in {benchmarks}.")

    return measure


def own() -> dict[str, Measure]:
    """What needs nothing but the project."""
    return {"near_misses": own_checks.near_misses, "sample_stories": lambda: list(own_checks.stories())}


def with_texts(asked: Asked) -> dict[str, Measure]:
    """What needs the public sets."""
    data = asked.benchmarks / "data"
    found: dict[str, Measure] = {name: _public(name, asked) for name in public_sets.COMMANDS}
    found[in_company.SET] = lambda: in_company.run(asked.benchmarks, metrics()[in_company.SET], asked.quick)
    found["agency_labels"] = lambda: own_checks.agency_labels(data, asked.quick)
    found["headline_labels"] = lambda: own_checks.headline_labels(data, asked.quick)
    found["speaker_kinds"] = lambda: own_checks.speaker_labels(data, asked.quick)
    return found


def _public(name: str, asked: Asked) -> Measure:
    """Measures a public set; one that shipped weights saw only by predictions made out of fold."""

    def measure() -> list[Figure]:
        wanted = metrics()[name]
        if name not in asked.seen:
            return public_sets.run(name, asked.benchmarks, wanted, asked.quick, None)
        with TemporaryDirectory(prefix="parallax-folds-") as temporary:
            given = asked.out_of_fold / f"{name}.jsonl" if asked.out_of_fold else None
            if given is None or not given.is_file():
                given = public_sets.answer_out_of_fold(name, asked.benchmarks, Path(temporary))
            return public_sets.run(name, asked.benchmarks, wanted, False, given)

    return measure
