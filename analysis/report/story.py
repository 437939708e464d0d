"""Who speaks, who is named, what is told and who did it, as plain dicts and lists for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.model import (
    AnnotatedArticle,
    Comparison,
    Deed,
    Entity,
    Evidence,
    FieldName,
    SharedQuotation,
    Span,
    Speaker,
    Statement,
)
from analysis.records import attribution_record


def story_dict(comparison: Comparison) -> dict[str, Any]:
    """``attributions``, ``speakers``, ``quotations``, ``names``, ``statements``, ``copies`` and ``agency``.

    Offsets are into the ``title`` or ``text`` (``field``) of the article whose id stands beside them.
    """
    return {
        "attributions": [each for article in comparison.articles for each in _attributions(article)],
        "speakers": [_speaker(each) for each in comparison.speakers],
        "quotations": [_quotation(each) for each in comparison.shared_quotations],
        "names": [_entity(each) for each in comparison.entities],
        "statements": [_statement(each) for each in comparison.statements],
        "copies": [[_place(each) for each in passage.places] for passage in comparison.copies],
        "agency": [_deed(each) for each in comparison.deeds],
    }


def _attributions(article: AnnotatedArticle) -> Iterator[dict[str, Any]]:
    for field in article.fields():
        for each in field.attributions:
            yield {"article": article.id, "field": field.name, **attribution_record(each)}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        **{name: getattr(speaker, name) for name in ("id", "name", "kind", "entity")},
        "speeches": [
            {
                **{name: getattr(speech, name) for name in ("article", "words", "share", "position")},
                "cues": [_place(mark) for mark in speech.cues],
                "evidence": [_place(mark) for mark in speech.evidence],
            }
            for speech in speaker.speeches
        ],
    }


def _quotation(quotation: SharedQuotation) -> dict[str, Any]:
    return {
        "speaker": quotation.speaker,
        "cuts": [
            {
                "article": cut.article,
                "field": cut.field,
                "spans": [list(span) for span in cut.spans],
                "trimmed": [_place(mark) for mark in cut.trimmed],
                "cue": _place(cut.cue) if cut.cue is not None else None,
            }
            for cut in quotation.cuts
        ],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    names = ("article", "field", "start", "end", "label", "form", "voice", "guides")
    return {
        **{name: getattr(entity, name) for name in ("id", "name", "kind")},
        "namings": [{name: getattr(naming, name) for name in names} for naming in entity.namings],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    cell = ("article", "field", "start", "end", "voice", "paragraph", "copied", "detail")
    nearest = ("article", "field", "start", "end", "score")
    return {
        "number": statement.number,
        "gist": _place(statement.gist),
        "conflict": statement.conflict,
        "cells": [{name: getattr(each, name) for name in cell} for each in statement.cells],
        "nearest": [{name: getattr(each, name) for name in nearest} for each in statement.nearest],
        "early": list(statement.early),
    }


def _deed(deed: Deed) -> dict[str, Any]:
    names = ("article", "field", "start", "end", "form", "theme", "voice", "doer_entity", "done_to_entity")
    return {
        **{name: getattr(deed, name) for name in names},
        "clause": list(deed.clause),
        "doer": _span(deed.doer),
        "done_to": _span(deed.done_to),
    }


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span is not None else None


def _place(mark: Evidence) -> dict[str, Any]:
    field: FieldName = mark.field
    return {"article": mark.article, "field": field, "start": mark.start, "end": mark.end, "label": mark.label}
