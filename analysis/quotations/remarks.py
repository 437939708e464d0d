"""Remarks: the quotations of one attribution, with its speaker and its cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.model import (
    AnnotatedArticle,
    AnnotatedField,
    Attribution,
    Evidence,
    FieldName,
    Quotation,
    Span,
    Speaker,
    SpeakerKind,
)
from analysis.speakers.counting import cue

_PLACES = frozenset({"in", "on", "at", "during", "via"})
"""Prepositions that say where something was said, and are no part of the reporting word ("called on" is one)."""
_SOURCE = frozenset({"PUNCT", "NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Remark:
    """What one source says in quotation marks in one place. ``speaker`` is None where nobody is named."""

    article: str
    field: AnnotatedField
    spans: tuple[Span, ...]
    speaker: Speaker | None
    cue: Evidence | None


def remarks(event: Sequence[AnnotatedArticle], speakers: Sequence[Speaker]) -> list[Remark]:
    """Every remark of the event, in the order of articles, title before text."""
    heard = _Heard(speakers)
    return [
        remark for article in event for field in article.fields() for remark in _in_field(article.id, field, heard)
    ]


def _in_field(article: str, field: AnnotatedField, heard: _Heard) -> Iterator[Remark]:
    quotations = [quotation for quotation in field.quotations if quotation.sourced]
    owners = _owners(quotations, field.attributions)
    grouped: dict[int, list[Quotation]] = {}
    for number, quotation in enumerate(quotations):
        # A quotation that no attribution holds stands alone, under a number that none has.
        grouped.setdefault(owners.get(number, -1 - number), []).append(quotation)
    for owner, group in sorted(grouped.items(), key=lambda item: item[1][0].start):
        spans = tuple(Span(quotation.start, quotation.end) for quotation in group)
        introduced = _word(field, cue(article, field, field.attributions[owner])) if owner >= 0 else None
        yield Remark(article, field, spans, heard.at(article, field.name, spans), introduced)


def _word(field: AnnotatedField, cue: Evidence | None) -> Evidence | None:
    """The reporting word alone: "wrote", not "wrote in" (the "Beacon") nor "In her letter, Marsk also wrote"."""
    if cue is None:
        return None
    first = bisect_left(field.tokens, cue.start, key=lambda token: token.start)
    last = bisect_left(field.tokens, cue.end, key=lambda token: token.start)
    tokens = field.tokens[first:last]
    while len(tokens) > 1 and tokens[-1].lemma in _PLACES and tokens[-1].tag != "RP" and tokens[-2].lemma != "call":
        tokens = tokens[:-1]
    if len(tokens) > 1 and tokens[-1].pos == "VERB" and any(token.pos in _SOURCE for token in tokens):
        tokens = tokens[-1:]
    return replace(cue, start=tokens[0].start, end=tokens[-1].end) if tokens else cue


def _owners(quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> dict[int, int]:
    """Number of each quotation -> number of the claim whose content holds it; those with a source first."""
    starts = [quotation.start for quotation in quotations]
    ends = [quotation.end for quotation in quotations]
    owners: dict[int, int] = {}
    order = sorted(range(len(attributions)), key=lambda number: attributions[number].source is None)
    free = list(range(len(quotations) + 1))
    for number in order:
        for span in attributions[number].content if attributions[number].claim else ():
            index = _next(free, bisect_right(ends, span.start))
            while index < bisect_left(starts, span.end):
                owners[index], free[index] = number, index + 1
                index = _next(free, index + 1)
    return owners


def _next(free: list[int], index: int) -> int:
    """The next quotation without an owner; the way there is shortened for whoever asks next."""
    root = index
    while free[root] != root:
        root = free[root]
    while free[index] != root:
        free[index], index = root, free[index]
    return root


class _Heard:
    """Who is given each quoted stretch."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self._places: dict[tuple[str, str], list[tuple[int, int, Speaker]]] = {}
        for speaker in speakers:
            for speech in speaker.speeches:
                for each in speech.evidence:
                    self._places.setdefault((each.article, each.field), []).append((each.start, each.end, speaker))
        for places in self._places.values():
            places.sort(key=lambda place: place[:2])

    def at(self, article: str, field: FieldName, spans: Sequence[Span]) -> Speaker | None:
        """The named speaker of the first of ``spans`` that has one."""
        places = self._places.get((article, field), [])
        for span in spans:
            index = bisect_right(places, span.start, key=lambda place: place[0])
            for start, end, speaker in places[max(0, index - 1) : index + 1]:
                if start < span.end and end > span.start and is_named(speaker):
                    return speaker
        return None


def is_named(speaker: Speaker) -> bool:
    """Whether a speaker is somebody in particular, so that two different ones do not make the same remark."""
    return speaker.kind is not SpeakerKind.UNNAMED and not speaker.id.startswith(("phrase:", "nobody"))
