"""The meaning of every sentence as a vector, kept with the annotation, so that a comparison need not compute it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis import embedding
from analysis.embedding import Vectors
from analysis.model import AnnotatedArticle, AnnotatedField

_DIMENSIONS = 384


def with_vectors(annotated: AnnotatedArticle) -> AnnotatedArticle:
    """``annotated`` with a vector for each sentence of title and text; as it is where the model is not installed.

    Fields that have theirs keep them. Raises ModelError where the model is installed but not the known one.
    """
    if not embedding.available():
        return annotated
    title = annotated.title and _with_vectors(annotated.title)
    return replace(annotated, text=_with_vectors(annotated.text), title=title)


def vectors_of(field: AnnotatedField) -> Vectors | None:
    """One row a sentence, float32, or None where the field has none."""
    if not field.vectors:
        return None
    return np.frombuffer(field.vectors, dtype="<f2").reshape(-1, _DIMENSIONS).astype(np.float32)


def packed(vectors: Vectors) -> bytes:
    """Vectors as ``AnnotatedField.vectors`` holds them: float16, row by row."""
    return vectors.astype("<f2").tobytes()


def _with_vectors(field: AnnotatedField) -> AnnotatedField:
    if field.vectors or not field.sentences:
        return field
    return replace(field, vectors=packed(embedding.embed(_texts(field))))


def _texts(field: AnnotatedField) -> Sequence[str]:
    return [field.text[sentence.start : sentence.end] for sentence in field.sentences]
