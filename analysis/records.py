"""An annotation as one plain record, for the command line and for measuring accuracy."""

from __future__ import annotations

from typing import Any

from analysis import lexicons
from analysis.model import AnnotatedArticle, AnnotatedField, Attribution, Span, Voice


def as_record(identifier: str, annotated: AnnotatedArticle, *, with_text: bool) -> dict[str, Any]:
    """``{"id", "sentences", "attributions"}`` with offsets into the text (into the title where the text is empty)."""
    field = annotated.text if annotated.text.text.strip() or annotated.title is None else annotated.title
    return {
        "id": identifier,
        **({"text": field.text} if with_text else {}),
        "sentences": _sentences(field),
        "attributions": [_attribution(each) for each in field.attributions],
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


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": attribution.source,
        "speaker": attribution.speaker,
        "cue": attribution.cue,
        "cue_class": attribution.cue_class,
        "content": attribution.content,
        "direct": attribution.direct,
        "claim": attribution.claim,
    }
