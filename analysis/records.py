"""An annotation as one plain record, for the command line and for measuring accuracy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.frames import document_scores
from analysis.loaded import loaded_sentences
from analysis.model import AnnotatedArticle, AnnotatedField, Attribution, Entity, LoadedSentence, MentionForm


def as_record(
    identifier: str, annotated: AnnotatedArticle, entities: Sequence[Entity] = (),
    frames: Mapping[str, float] | None = None, *, with_text: bool,
) -> dict[str, Any]:
    """``{"id", "sentences", "attributions", "mentions", "frames"}``, offsets into the text (the title where
    the text is empty); ``frames`` are of the whole article.

    ``entities`` are those of the event, or of the article alone. ``frames`` are the scores of ``frames.with_scores``;
    without them words and stored vectors decide.
    """
    field = annotated.text if annotated.text.text.strip() or annotated.title is None else annotated.title
    return {
        "id": identifier,
        **({"text": field.text} if with_text else {}),
        "sentences": _sentences(field),
        "attributions": [attribution_record(each) for each in field.attributions],
        "mentions": _mentions(annotated.id, field, entities),
        "frames": dict(document_scores(annotated) if frames is None else frames),
        "annotator": annotated.annotator,
    }


def _sentences(field: AnnotatedField) -> list[dict[str, Any]]:
    """Each sentence with ``loaded``, 0 to 1, and the ``words`` that speak for it with their share of the score."""
    return [
        {"start": each.start, "end": each.end, "loaded": round(each.score, 4), "words": word_records(each)}
        for each in loaded_sentences(field)
    ]


def word_records(sentence: LoadedSentence) -> list[dict[str, Any]]:
    """The words behind a score: ``{"start", "end", "share"}`` each, and ``"others"`` where other outlets have a say."""
    return [
        {"start": each.start, "end": each.end, "share": round(each.share, 3)}
        | ({} if each.others is None else {"others": each.others})
        for each in sentence.words
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
