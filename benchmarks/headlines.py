"""Print how far what Parallax says of headlines agrees with headlines labelled by hand.

    python -m benchmarks.headlines [--data ../shared/benchmarks/data]

The labels (data/checks/headlines.jsonl) hold no text: set, id, and the kinds of difference between headline and text
that a reader saw. The texts are not part of the project. Where these are not present, nothing is measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.agency import deeds
from analysis.annotation import annotate_many
from analysis.headline import headline_checks
from analysis.model import Article, HeadlineKind
from benchmarks.labels import SETS, Label, Place, inputs, read
from benchmarks.wilson import wilson

NAMES = {
    HeadlineKind.ATTRIBUTED: "attributed", HeadlineKind.DOER_ADDED: "doer added",
    HeadlineKind.DOER_HIDDEN: "doer hidden", HeadlineKind.FIGURE: "figure", HeadlineKind.WORD: "word",
    HeadlineKind.QUESTION: "question",
}  # fmt: skip
"""Kind -> its name in the labels."""

Found = tuple[Label, frozenset[str]]


class Judged(NamedTuple):
    """One kind in one headline, found or labelled or both."""

    row: Label
    kind: str
    found: bool
    labelled: bool


def labels() -> list[Label]:
    """The labelled headlines: ``set``, ``id``, ``kinds``, ``open`` (a reader could say either), ``part``."""
    return read("headlines")


def articles(rows: Iterable[Label], folder: Path = SETS) -> dict[Place, Article]:
    """(set, id) -> article, its text without a first line that is its headline. Raises FileNotFoundError where a set
    is not present."""
    return {place: _article(place, given) for place, given in inputs(rows, folder).items()}


def _article(place: Place, given: Label) -> Article:
    title = given["title"].strip()
    return Article("/".join(place), without_headline(given["text"], title), title=title)


def without_headline(text: str, title: str) -> str:
    """``text`` without its first line where that is the headline."""
    first, _, rest = text.lstrip().partition("\n")
    return rest.lstrip() if _letters(first) == _letters(title) else text


def found_in(rows: Sequence[Label], folder: Path = SETS) -> list[Found]:
    """Each labelled headline with the kinds that Parallax finds."""
    held = articles(rows, folder)
    annotated = annotate_many([held[row["set"], row["id"]] for row in rows], vectors=True)
    return [
        (row, frozenset(NAMES[check.kind] for check in headline_checks(each, deeds([each]))))
        for row, each in zip(rows, annotated, strict=True)
    ]


def judged(found: Iterable[Found]) -> Iterator[Judged]:
    """What was found or labelled, without what a reader could see either way."""
    for row, kinds in found:
        for kind in sorted((kinds | set(row["kinds"])) - set(row["open"])):
            yield Judged(row, kind, kind in kinds, kind in row["kinds"])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _line(name: str, rows: Sequence[Judged]) -> str:
    found, labelled = [each for each in rows if each.found], [each for each in rows if each.labelled]
    return f"{name:24} {_share('right of found', found)}  {_share('found of labelled', labelled)}"


def _share(word: str, rows: Sequence[Judged]) -> str:
    right = sum(each.found and each.labelled for each in rows)
    low, high = wilson(right, len(rows))
    return f"{word} {right}/{len(rows)} ({low:.2f}-{high:.2f})"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SETS, help="folder of the public sets (*.jsonl.gz)")
    folder = parser.parse_args(arguments).data
    if not folder.is_dir():
        print(f"skipped: the public sets are not in {folder}")
        return 0
    everything = list(judged(found_in(labels(), folder)))
    for part in ("develop", "test"):
        own = [each for each in everything if each.row["part"] == part]
        print(_line(part, own))
        for kind in NAMES.values():
            print(_line(f"  {kind}", [each for each in own if each.kind == kind]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
