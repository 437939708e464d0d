"""Passages: the sentences in which the evidence behind a number stands, ready to be shown or copied."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.model import AnnotatedArticle, AnnotatedField, Comparison, Evidence, FieldName, Span, Voice


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a title or a text, and the marks in it that are of one voice.

    ``start`` and ``end`` are offsets of the sentence (of several, where a mark spans them); ``paragraph`` counts
    from 1 and is None in a title.
    """

    article: str
    field: FieldName
    start: int
    end: int
    voice: Voice
    paragraph: int | None
    evidence: tuple[Evidence, ...]


def passages(comparison: Comparison, evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
    """The passages of ``evidence``, in its order of articles; marks in one sentence and voice come together.

    Evidence on an article or a title that the comparison does not hold is left out.
    """
    fields = {(article.id, field.name): field for article in comparison.articles for field in article.fields()}
    grouped: dict[tuple[str, FieldName, Span, Voice], list[Evidence]] = {}
    for mark in dict.fromkeys(evidence):
        field = fields.get((mark.article, mark.field))
        if field is not None:
            key = (mark.article, mark.field, sentence_of(field, mark.start, mark.end), voice_at(field, mark.start))
            grouped.setdefault(key, []).append(mark)
    return tuple(
        Passage(article, name, span.start, span.end, voice, paragraph_of(fields[article, name], span.start),
                tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))))
        for (article, name, span, voice), marks in grouped.items()
    )


def field_of(article: AnnotatedArticle, name: FieldName) -> AnnotatedField | None:
    """The annotated title or text; None where there is no title."""
    return article.title if name == "title" else article.text


def voice_at(field: AnnotatedField, offset: int) -> Voice:
    """Voice of the token at or before ``offset``; own in an empty field."""
    index = bisect_right(field.tokens, offset, key=lambda token: token.start) - 1
    return field.tokens[max(index, 0)].voice if field.tokens else Voice.OWN


def sentence_of(field: AnnotatedField, start: int, end: int) -> Span:
    """The sentence that holds ``start:end``, or the run of sentences it spans."""
    starts = [span.start for span in field.sentences]
    first = max(bisect_right(starts, start) - 1, 0)
    last = max(bisect_right(starts, max(start, end - 1)) - 1, first)
    if not starts:
        return Span(start, end)
    return Span(min(start, field.sentences[first].start), max(end, field.sentences[last].end))


def paragraph_of(field: AnnotatedField, offset: int) -> int | None:
    """Number of the paragraph at ``offset``, counted from 1; None in a title."""
    if field.name == "title":
        return None
    return max(bisect_right([span.start for span in field.paragraphs], offset), 1)
