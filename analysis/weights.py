"""The learned weights of ``data/weights``: which are installed (a ``.toml`` beside each), and how to read them."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from io import StringIO
from pathlib import Path

from analysis.shipped import restored

FOLDER = Path(__file__).resolve().parents[1] / "data" / "weights"
LARGEST = 1e6
"""A weight beyond this is damage: products with it would overflow."""


@cache
def versions(folder: Path = FOLDER) -> str:
    """ "frames 1, loaded 1, tone 1": to be stored with results. Raises TableError where a file does not tell."""
    return ", ".join(f"{file.stem} {_version(file)}" for file in sorted(folder.glob("*.toml")))


def rows(path: Path, columns: Sequence[str] | None = None) -> list[dict[str, str]]:
    """The lines of a table below its head, which is ``columns`` where these are given; a cell for each of them.

    Raises OSError where the file cannot be read, and ValueError, with the reason in words, where it is damaged.
    """
    written = path.read_text(encoding="utf-8")
    if not written.endswith("\n"):
        raise ValueError("it is cut off")
    try:
        head, *lines = [line for line in csv.reader(StringIO(written, newline=""), strict=True) if line] or [[]]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    if not lines:
        raise ValueError("it holds no rows")
    if len(set(head)) < len(head) or (columns is not None and head != list(columns)):
        raise ValueError("its first line does not name the columns")
    if any(len(line) != len(head) for line in lines):
        raise ValueError("a row has too few or too many cells")
    return [dict(zip(head, line, strict=True)) for line in lines]


def by_key(table: Sequence[Mapping[str, str]], *columns: str) -> dict[tuple[str, ...], Mapping[str, str]]:
    """The lines of a table by the cells of ``columns``. Raises ValueError where two lines have the same."""
    found = {tuple(row[column] for column in columns): row for row in table}
    if len(found) < len(table):
        raise ValueError(f"two rows have the same {' and '.join(columns)}")
    return found


def figure(written: str) -> float:
    """A weight as a number. Raises ValueError where it is none, or is beyond ``LARGEST``."""
    found = float(written)
    if not abs(found) <= LARGEST:
        raise ValueError(f"{written[:20]} is no weight")
    return found


def _version(file: Path) -> str:
    with restored(file):
        return str(tomllib.loads(file.read_text(encoding="utf-8"))["version"])
