"""Rates of word lists in which outlets differ, by voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from analysis.findings.figures import Candidate, Figure, highest, lowest, named, passages_of
from analysis.measures import MEASURES, Measure
from analysis.model import Comparison, Finding, Measurement, Voice
from analysis.prose import figure, listed

_PHRASES = {Voice.OWN: "in its own voice", Voice.REPORTED: "in reported speech"}


def rates(comparison: Comparison) -> Iterator[Candidate]:
    """Every measure that may be a finding, in the outlet's own voice and in reported speech."""
    for measure in MEASURES:
        for voice in _PHRASES:
            figures = _figures(comparison.measurements, measure.name, voice)
            if measure.finding and figures:
                yield Candidate(measure.name, voice.value, figures, partial(_told, measure, voice, figures))


def _figures(rows: Sequence[Measurement], name: str, voice: Voice) -> tuple[Figure, ...]:
    return tuple(
        Figure(row.article, len(row.evidence), row.basis, row.evidence)
        for row in rows
        if row.measure == name and row.voice is voice and row.part == "article" and row.value is not None
    )


def _told(measure: Measure, voice: Voice, figures: Sequence[Figure], high: Figure, low: Figure) -> Finding:
    title = measure.title.lower()
    return Finding(
        kind=measure.name,
        template=_most_often(highest(figures, high), lowest(figures, low), title, _PHRASES[voice]),
        size=f"{figure(1000 * high.rate)} per 1,000 words of that voice against {figure(1000 * low.rate)}",
        voice=voice.value,
        unit=f"{title} per 1,000 {voice.value}-voice words",
        rows=tuple((each.article, figure(1000 * each.rate)) for each in figures),
        evidence=passages_of(figures),
        weight=0.0,
    )


def _most_often(top: list[Figure], bottom: list[Figure], title: str, phrase: str) -> str:
    """Everybody near the top and everybody at the bottom is named, so that no outlet stands out by a hair."""
    counts = listed([f"{each.hits} in {each.basis}" for each in top])
    verb, voice = ("uses", phrase) if len(top) == 1 else ("use", phrase.replace("its", "their"))
    return f"{named(top)} {verb} {title} {voice} most often, {counts} words; {_least(bottom)}."


def _least(bottom: list[Figure]) -> str:
    none = [each for each in bottom if not each.hits]
    few = [f"{{{each.article}}} {each.hits} in {each.basis}" for each in bottom if each.hits]
    if len(none) == 1:
        return "; ".join([f"{{{none[0].article}}} none in {none[0].basis}", *few])
    return "; ".join([*([f"{named(none)} have none"] if none else []), *few])
