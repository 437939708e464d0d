"""What a person wrote about each figure: where it stands, what it is compared with, and what it means."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from analysis import accuracy

ROOT = Path(__file__).parents[2]
PROVENANCE = ROOT / "data"


def metrics() -> dict[str, list[str]]:
    """Set -> the metrics that have a note and so a place in the table, in the order of the notes."""
    found: dict[str, list[str]] = {}
    for note in accuracy.notes():
        found.setdefault(note.set, []).append(note.metric)
    return found


def trained_on(folders: Iterable[Path] = (PROVENANCE,)) -> frozenset[str]:
    """The sets that shipped weights have seen: what the ``.toml`` files beside data and weights list as ``trained_on``.

    A figure on such a set counts only where the predictions were made out of fold.
    """
    import tomllib

    files = (file for folder in folders for file in sorted(folder.rglob("*.toml")))
    return frozenset(name for file in files for name in tomllib.loads(file.read_text("utf-8")).get("trained_on", ()))
