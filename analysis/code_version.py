"""Which rules made a figure: a hash of the code of this package, kept beside the version for what lies between two."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


@cache
def code_version(folder: Path = FOLDER) -> str:
    """Eight letters and digits that change with any line of Python in ``folder``, read once a process."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*.py"), key=lambda path: path.relative_to(folder).as_posix()):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:8]
