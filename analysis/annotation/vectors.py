"""The meaning of sentences and their clauses as vectors, kept with the annotation, so that a comparison is quick."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from analysis import embedding, pieces
from analysis.embedding import Vectors
from analysis.model import AnnotatedArticle, AnnotatedField


def with_vectors(annotated: AnnotatedArticle) -> AnnotatedArticle:
    """``annotated`` with the vectors of ``pieces.texts`` for title and text; as it is where the model is not installed.

    Fields that have theirs keep them. Raises ModelError where the model is installed but not the known one.
    """
    if not embedding.available():
        return annotated
    title = annotated.title and _with_vectors(annotated.title)
    return replace(annotated, text=_with_vectors(annotated.text), title=title)


def with_vectors_of(old: AnnotatedField | None, new: AnnotatedField) -> AnnotatedField:
    """``new`` with vectors, those of passages that ``old`` has as well taken from there; without any where ``old`` has
    none or, for other passages, the model is not installed."""
    texts, known = pieces.texts(new), _by_text(old) if old else {}
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    if not known or (missing and not embedding.available()):
        return new
    if missing:
        known.update(zip(missing, embedding.embed(missing), strict=True))
    return replace(new, vectors=packed(np.stack([known[text] for text in texts])))


def _by_text(field: AnnotatedField) -> dict[str, Vectors]:
    rows, texts = embedding.stored(field), pieces.texts(field)
    return {} if rows is None or len(rows) != len(texts) else dict(zip(texts, rows, strict=True))


def packed(vectors: Vectors) -> bytes:
    """Vectors as ``AnnotatedField.vectors`` holds them: float16, row by row."""
    return vectors.astype("<f2").tobytes()


def _with_vectors(field: AnnotatedField) -> AnnotatedField:
    if field.vectors or not field.sentences:
        return field
    texts = pieces.texts(field)
    distinct = list(dict.fromkeys(texts))
    places = {text: place for place, text in enumerate(distinct)}
    return replace(field, vectors=packed(embedding.embed(distinct)[[places[text] for text in texts]]))
