"""The tables that Parallax brings along: what is said when one of them cannot be read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.errors import TableError


@contextmanager
def restored(path: Path) -> Iterator[Path]:
    """Turn what goes wrong in reading ``path`` into a TableError: one sentence that names the file and the remedy."""
    try:
        yield path
    except KeyError as error:
        raise TableError(_sentence(path, f"“{error.args[0]}” is not in it")) from error
    except (OSError, ValueError, TypeError, AttributeError, csv.Error) as error:
        raise TableError(_sentence(path, str(error))) from error


def _sentence(path: Path, reason: str) -> str:
    return (
        f"The table {path.parent.name}/{path.name} is missing or damaged ({reason}). Please install Parallax anew, "
        "or restore that file."
    )
