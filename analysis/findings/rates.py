"""Rates of word lists in which outlets differ: the highest against the lowest, by voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.findings.figures import (
    FEWEST_MARKS,
    SMALLEST,
    Figure,
    difference,
    extremes,
    highest,
    lowest,
    named,
    passages_of,
)
from analysis.measures import MEASURES
from analysis.model import HOW_USUAL_UNKNOWN, Comparison, Finding, Measurement, Voice
from analysis.prose import listed


def rates(comparison: Comparison) -> Iterator[Finding]:
    """One finding for each measure and voice that differs beyond the smallest size."""
    for measure in MEASURES:
        if not measure.finding:
            continue
        for voice, phrase in ((Voice.OWN, "in its own voice"), (Voice.REPORTED, "in reported speech")):
            figures = _figures(comparison.measurements, measure.name, voice)
            finding = _rate(measure.name, measure.title.lower(), voice, phrase, figures)
            if finding is not None:
                yield finding


def _figures(rows: Sequence[Measurement], name: str, voice: Voice) -> list[Figure]:
    return [
        Figure(row.article, len(row.evidence), row.basis, row.evidence)
        for row in rows
        if row.measure == name and row.voice is voice and row.part == "article" and row.value is not None
    ]


def _rate(name: str, title: str, voice: Voice, phrase: str, figures: list[Figure]) -> Finding | None:
    if len(figures) < 2:
        return None
    high, low = extremes(figures)
    size = difference(figures, share=False)
    if high.hits < FEWEST_MARKS or size < SMALLEST:
        return None
    return Finding(
        kind=name,
        template=_most_often(figures, title, phrase),
        size=f"{1000 * high.rate:.0f} per 1,000 words of that voice against {1000 * low.rate:.0f}; {HOW_USUAL_UNKNOWN}",
        voice=voice.value,
        unit=f"{title} per 1,000 {voice.value}-voice words",
        rows=tuple((each.article, f"{1000 * each.rate:.0f}") for each in figures),
        evidence=passages_of(figures),
        weight=size,
    )


def _most_often(figures: list[Figure], title: str, phrase: str) -> str:
    """Everybody near the top and everybody at the bottom is named, so that no outlet stands out by a hair."""
    top, bottom = highest(figures), lowest(figures)
    names = named(top)
    counts = listed([f"{each.hits} in {each.basis}" for each in top])
    verb, voice = ("uses", phrase) if len(top) == 1 else ("use", phrase.replace("its", "their"))
    if len(bottom) == 1:
        least = f"{{{bottom[0].article}}} {bottom[0].hits or 'none'} in {bottom[0].basis}"
    else:
        least = f"{named(bottom)} " + (
            "have none" if not bottom[0].hits else f"{bottom[0].hits} in {bottom[0].basis} each"
        )
    return f"{names} {verb} {title} {voice} most often, {counts} words; {least}."
