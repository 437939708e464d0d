"""Marks, cues and voices against the answer keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.measures import measure_all
from analysis.model import AnnotatedArticle, CueClass, FieldName, Measurement, Span, Voice
from benchmarks.golden.stories import Outcome, answers, event


@dataclass(frozen=True)
class Mark:
    """A marked stretch; ``article`` is its place in the story."""

    article: int
    field: FieldName
    span: Span
    voice: str

    def meets(self, other: Mark) -> bool:
        """Do both lie in one field and have a character in common?"""
        return (self.article, self.field) == (other.article, other.field) and self.span.overlaps(other.span)

    def outcome(self, told: Sequence[AnnotatedArticle], right: bool) -> Outcome:
        """The mark with its passage."""
        article = told[self.article].article
        shown = f"{article.passage(self.field, *self.span)} ({self.voice}, {article.outlet})"
        return Outcome(article.id, right, shown)


def marks_found(slug: str, kind: str) -> list[Outcome]:
    """Each planted mark: is it found, in its voice?"""
    found = measured(slug, kind)
    return [
        mark.outcome(event(slug), any(mark.meets(other) and mark.voice == other.voice for other in found))
        for mark in planted(slug, kind)
    ]


def marks_meant(slug: str, kind: str, wanted: Iterable[str]) -> list[Outcome]:
    """Each mark of ``kind`` found: does it meet a planted one of the kinds ``wanted``?"""
    keyed = [mark for each in wanted for mark in planted(slug, each)]
    found = sorted(measured(slug, kind), key=lambda mark: (mark.article, mark.field, mark.span))
    return [mark.outcome(event(slug), any(mark.meets(other) for other in keyed)) for mark in found]


def planted(slug: str, kind: str) -> list[Mark]:
    """The marks of the key."""
    return [
        Mark(place, mark["field"], Span(mark["start"], mark["end"]), mark["voice"])
        for place, key in enumerate(answers(slug))
        for mark in key["marks"]
        if mark["kind"] == kind
    ]


def measured(slug: str, kind: str) -> set[Mark]:
    """What a measure marks, in the articles and in their openings."""
    places = {annotated.id: place for place, annotated in enumerate(event(slug))}
    return {
        Mark(places[evidence.article], evidence.field, Span(evidence.start, evidence.end), str(measurement.voice))
        for measurement in _measurements(slug)
        if measurement.measure == kind
        for evidence in measurement.evidence
    }


@cache
def _measurements(slug: str) -> tuple[Measurement, ...]:
    return tuple(measure_all(event(slug)))


def cues_found(slug: str) -> list[Outcome]:
    """Each cue of the key: is there a cue at its place?"""
    return [Outcome(article, found is not None, f"{cue} ({record['class']})")
            for article, record, cue, found in _cues(slug)]  # fmt: skip


def cues_classed(slug: str) -> list[Outcome]:
    """Each cue of the key that is found: has it the class of the key?"""
    return [Outcome(article, found == record["class"], f"{cue}: {found}, not {record['class']}")
            for article, record, cue, found in _cues(slug) if found is not None]  # fmt: skip


def _cues(slug: str) -> Iterator[tuple[str, Mapping[str, Any], str, CueClass | None]]:
    """(article, record of the key, passage of its cue, class of the annotated cue that overlaps it or None)."""
    for annotated, key in zip(event(slug), answers(slug), strict=True):
        for record in key["attributions"]:
            field = annotated.title if record["field"] == "title" else annotated.text
            assert field is not None
            classes = (
                attribution.cue_class
                for attribution in field.attributions
                if attribution.cue and attribution.cue.overlaps(Span(*record["cue"]))
            )
            yield annotated.id, record, field.text[slice(*record["cue"])], next(classes, None)


def words_in_voice(slug: str) -> list[Outcome]:
    """Each word of titles and texts: has it the voice of the key?"""
    return [
        Outcome(annotated.id, token.voice == wanted, f"{key['outlet']}: {token.text}: {token.voice}, not {wanted}")
        for annotated, key in zip(event(slug), answers(slug), strict=True)
        for field in annotated.fields()
        for token in field.tokens
        if token.is_word
        for wanted in [_voice_at(key["voices"], field.name, token.start)]
    ]


def _voice_at(stretches: Sequence[Mapping[str, Any]], field: str, offset: int) -> Voice:
    inside = (each["voice"] for each in stretches if each["field"] == field and each["start"] <= offset < each["end"])
    return Voice(next(inside, "own"))
