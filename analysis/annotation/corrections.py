"""A reader's corrections of voices, applied to an annotation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from analysis.model import AnnotatedArticle, AnnotatedField, Correction, Span


def corrected(annotated: AnnotatedArticle, corrections: Iterable[Correction]) -> AnnotatedArticle:
    """``annotated`` with every voice correction for it applied, later ones over earlier ones."""
    for correction in corrections:
        if correction.kind == "voice" and correction.article == annotated.id and correction.voice is not None:
            if correction.field == "text":
                annotated = replace(annotated, text=_revoiced(annotated.text, correction))
            elif annotated.title is not None:
                annotated = replace(annotated, title=_revoiced(annotated.title, correction))
    return annotated


def _revoiced(annotated: AnnotatedField, correction: Correction) -> AnnotatedField:
    span = Span(correction.start, correction.end)
    voice = correction.voice
    assert voice is not None
    tokens = tuple(
        token._replace(voice=voice) if Span(token.start, token.end).overlaps(span) else token
        for token in annotated.tokens
    )
    return replace(annotated, tokens=tokens)
