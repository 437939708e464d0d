"""Pairs of sentences from a JSON Lines file: ``{"id", "s1", "s2"}``, one pair a line."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.json_lines import read_items


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences and the id their file gives them."""

    id: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a file in its order, and one sentence for each line that is none."""

    pairs: tuple[Pair, ...] = ()
    failures: tuple[str, ...] = ()


def read_pairs(path: Path) -> Pairs:
    """All pairs in the file; a broken line is told in ``failures`` and the others go on.

    Raises ReadingError when the file cannot be opened or is not UTF-8.
    """
    return Pairs(*read_items(path, _pair))


def _pair(line: str, known: Collection[str]) -> Pair | str:
    """The pair, or what is wrong with the line, to complete the sentence "NAME, line 3 ..."."""
    try:
        item: Any = json.loads(line)
    except (ValueError, RecursionError):
        return "is not JSON."
    if not isinstance(item, dict):
        return 'is not an object with "id", "s1" and "s2".'
    for name in ("id", "s1", "s2"):
        if not isinstance(item.get(name), str):
            return f'has no text "{name}".'
    identifier: str = item["id"]
    if identifier in known:
        return f"has the id {identifier[:40]!r}, which stood before."
    return Pair(identifier, item["s1"], item["s2"])
