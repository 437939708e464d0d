"""Which learned weights are installed: one ``.toml`` beside each table in ``data/weights``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from analysis.errors import TableError

FOLDER = Path(__file__).resolve().parents[1] / "data" / "weights"


@cache
def versions(folder: Path = FOLDER) -> str:
    """ "frames 1, loaded 1, tone 1": to be stored with results. Raises TableError where a file does not tell."""
    return ", ".join(f"{file.stem} {_version(file)}" for file in sorted(folder.glob("*.toml")))


def _version(file: Path) -> str:
    try:
        return str(tomllib.loads(file.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError) as error:
        raise TableError(f"The file data/weights/{file.name} is missing or damaged ({error}); restore it.") from error
