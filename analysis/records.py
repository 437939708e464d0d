"""An annotation as one plain record, for the command line and for measuring accuracy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis import lexicons
from analysis.model import AnnotatedArticle, AnnotatedField, Attribution, Entity, MentionForm, Span, Voice


def as_record(
    identifier: str, annotated: AnnotatedArticle, entities: Sequence[Entity] = (), *, with_text: bool
) -> dict[str, Any]:
    """``{"id", "sentences", "attributions", "mentions"}``, offsets into the text (the title where the text is empty).

    ``entities`` are those of the event, or of the article alone.
    """
    field = annotated.text if annotated.text.text.strip() or annotated.title is None else annotated.title
    return {
        "id": identifier,
        **({"text": field.text} if with_text else {}),
        "sentences": _sentences(field),
        "attributions": [attribution_record(each) for each in field.attributions],
        "mentions": _mentions(annotated.id, field, entities),
        "annotator": annotated.annotator,
    }


def _sentences(field: AnnotatedField) -> list[dict[str, Any]]:
    """Each sentence with ``loaded``, 0 to 1: 1 - 0.5 ** (loaded words that are not somebody's very words)."""
    marks = [match for match in lexicons.load("loaded_words").matches(field) if match.voice is not Voice.QUOTED]
    return [
        {
            "start": sentence.start,
            "end": sentence.end,
            "loaded": 1 - 0.5 ** sum(sentence.overlaps(Span(mark.start, mark.end)) for mark in marks),
        }
        for sentence in field.sentences
    ]


def _mentions(article: str, field: AnnotatedField, entities: Sequence[Entity]) -> list[dict[str, Any]]:
    """Names and labels in text order, each with the id of its entity; pronouns are left out."""
    found = sorted(
        (naming.start, naming.end, entity.id)
        for entity in entities
        for naming in entity.namings
        if naming.article == article and naming.field == field.name and naming.form is not MentionForm.PRONOUN
    )
    return [{"start": start, "end": end, "entity": entity} for start, end, entity in found]


def attribution_record(attribution: Attribution) -> dict[str, Any]:
    """One attribution with its spans as offsets; ``claim`` is False for wishes, plans and attitudes."""
    return {
        "source": attribution.source,
        "speaker": attribution.speaker,
        "cue": attribution.cue,
        "cue_class": attribution.cue_class,
        "content": attribution.content,
        "direct": attribution.direct,
        "claim": attribution.claim,
    }
