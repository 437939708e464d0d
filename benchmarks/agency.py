"""Print how far the deeds that Parallax finds agree with clauses labelled by hand.

    python -m benchmarks.agency [--data ../shared/benchmarks/data]

The labels (data/checks/agency.jsonl) hold no text: set, id and offsets into the texts of the public sets, which are not
part of the project. Where these are not present, nothing is measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from analysis.agency import deeds
from analysis.annotation import annotate
from analysis.model import Article, Deed, Span
from benchmarks.labels import SETS, Label, inputs, read

Pair = tuple[Label, Deed | None]


class Agreement(NamedTuple):
    """Shares of labelled clauses; ``form`` counts "no deed" as a form."""

    clauses: int
    form: float
    form_and_doer_named: float
    doer: float
    """The doer found overlaps the labelled one, of the clauses that name one and were found as deeds."""
    done_to: float


def labels(part: str | None = None) -> list[Label]:
    """The labelled clauses of ``part`` ("develop", "test"), or all."""
    return [row for row in read("agency") if part in (None, row["part"])]


def pairs(rows: Sequence[Label], folder: Path = SETS) -> list[Pair]:
    """Each labelled clause with the deed found at its place, or None."""
    given = inputs(rows, folder)
    told = {place: deeds([annotate(Article("/".join(place), each["text"]))]) for place, each in given.items()}
    return [(row, found_at(told[row["set"], row["id"]], row)) for row in rows]


def found_at(told: Iterable[Deed], row: Label) -> Deed | None:
    """The deed that overlaps the labelled word."""
    return next((deed for deed in told if overlaps((row["start"], row["end"]), Span(deed.start, deed.end))), None)


def agreement(found: Sequence[Pair]) -> Agreement:
    """Agreement over ``found``; shares of nothing are 0."""
    told = [(row, deed) for row, deed in found if deed is not None and row["form"] != "none"]
    return Agreement(
        len(found),
        share(found, same_form),
        share(found, lambda row, deed: same_form(row, deed) and same_naming(row, deed)),
        share(
            [pair for pair in told if pair[0]["doer"]],
            lambda row, deed: overlaps(row["doer"], None if deed is None else deed.doer),
        ),
        share(
            [pair for pair in told if pair[0]["done_to"]],
            lambda row, deed: overlaps(row["done_to"], None if deed is None else deed.done_to),
        ),
    )


def share(found: Sequence[Any], right: Callable[[Label, Deed | None], bool]) -> float:
    """The share of pairs for which ``right`` holds."""
    return sum(right(*pair) for pair in found) / len(found) if found else 0.0


def same_form(row: Label, deed: Deed | None) -> bool:
    """The form is exactly that of the label ("none" where there is no deed)."""
    return bool(row["form"] == ("none" if deed is None else str(deed.form)))


def same_naming(row: Label, deed: Deed | None) -> bool:
    """Both name a doer, or neither does."""
    return deed is None or (deed.doer is None) == (row["doer"] is None)


def overlaps(wanted: Sequence[int], found: Span | None) -> bool:
    """Have the labelled and the found phrase a character in common?"""
    return found is not None and wanted[0] < found.end and found.start < wanted[1]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SETS, help="folder of the public sets (*.jsonl.gz)")
    folder = parser.parse_args(arguments).data
    if not folder.is_dir():
        print(f"skipped: the public sets are not in {folder}")
        return 0
    for part in ("develop", "test"):
        found = pairs(labels(part), folder)
        for name, some in (
            (part, found),
            (f"{part}, deeds", [pair for pair in found if pair[0]["form"] != "none"]),
            (f"{part}, no deeds", [pair for pair in found if pair[0]["form"] == "none"]),
        ):
            got = agreement(some)
            print(f"{name:18} {got.clauses:4} clauses  form {got.form:.3f}  form and doer named or not "
                  f"{got.form_and_doer_named:.3f}  doer {got.doer:.3f}  done-to {got.done_to:.3f}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
