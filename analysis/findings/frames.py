"""Frames that outlets of a story use to different shares, by more than chance: what the tab on frames says on top.

They are tested like what is counted elsewhere (``tested``), with the error held over the frames and pairs of one voice,
but are no findings on the story: a frame found by words and sense is mostly a topic, and that outlets tell of different
topics is said better by the statements that one has and another lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from analysis.findings.figures import Candidate, Figure, highest, lowest, passages_of
from analysis.findings.tested import beyond_chance
from analysis.frames import frame_of, title_of
from analysis.model import Comparison, Finding, Voice
from analysis.usual import Spreads, spreads


def framings(comparison: Comparison, voice: Voice, table: Spreads | None = None) -> list[Finding]:
    """The frames in which articles differ beyond chance in ``voice``, the most unusual gap first; ``kind`` is the name
    of the measure (``frames.economic``)."""
    return beyond_chance(list(_candidates(comparison, voice)), spreads() if table is None else table)


def _candidates(comparison: Comparison, voice: Voice) -> Iterator[Candidate]:
    rows = [row for row in comparison.measurements if frame_of(row.measure) is not None and row.voice is voice]
    for name in dict.fromkeys(row.measure for row in rows):
        figures = tuple(
            Figure(row.article, len(row.evidence), row.basis, row.evidence)
            for row in rows
            if row.measure == name and row.value is not None
        )
        if len(figures) > 1:
            yield Candidate(name, voice.value, figures, partial(_told, name, voice, figures))


def _told(name: str, voice: Voice, figures: Sequence[Figure], high: Figure, low: Figure) -> Finding:
    first, *others = highest(figures, high)
    title = title_of(frame_of(name) or name).lower()
    most = ", ".join([f"{first.of} sentences", *map(_place, others)])
    least = ", ".join(map(_place, lowest(figures, low)))
    return Finding(
        kind=name,
        template=f"{{{first.article}}} uses the frame “{title}” in {most}; {least}.",
        size=f"{100 * high.rate:.0f} % of the sentences of that voice against {100 * low.rate:.0f} %",
        voice=voice.value,
        unit=f"{voice.value}-voice sentences that use the frame",
        rows=tuple((each.article, each.of) for each in figures),
        evidence=passages_of(figures),
        weight=0.0,
    )


def _place(figure: Figure) -> str:
    return f"{{{figure.article}}} in {figure.of}"
