"""Our own labels of texts in the public sets: files in data/checks that hold set, id and label, and no text."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SETS = ROOT.parent / "shared" / "benchmarks" / "data"
"""Where the public sets lie; they are not part of Parallax."""

Label = dict[str, Any]
Place = tuple[str, str]
"""A set and an id in it."""


def read(name: str) -> list[Label]:
    """The labels in data/checks/``name``.jsonl, in the order of the file."""
    path = ROOT / "data" / "checks" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def inputs(labels: Iterable[Label], folder: Path = SETS) -> dict[Place, dict[str, Any]]:
    """What the sets give for the articles that are labelled: id, outlet, title, text. Raises FileNotFoundError where a
    set is not in ``folder``."""
    wanted = {(label["set"], label["id"]) for label in labels}
    found: dict[Place, dict[str, Any]] = {}
    for name in sorted({name for name, _ in wanted}):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            every = (json.loads(line)["input"] for line in lines)
            found |= {(name, given["id"]): given for given in every if (name, given["id"]) in wanted}
    return found
