"""Whose deeds go without a doer: shares of clauses, over all deeds and by who they were done to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.findings.figures import (
    FEWEST_MARKS,
    SMALLEST,
    Figure,
    difference,
    highest,
    largest,
    lowest,
    named,
    passages_of,
)
from analysis.model import HOW_USUAL_UNKNOWN, Comparison, Deed, Evidence, Finding, Voice
from analysis.prose import listed

_FEWEST_DEEDS = 2


def agency(comparison: Comparison) -> Iterator[Finding]:
    """The largest difference: over all deeds, or over the deeds done to one person or group."""
    own = [deed for deed in comparison.deeds if deed.voice is Voice.OWN]
    names = {entity.id: entity.name for entity in comparison.entities}
    found = [_finding(own, "")]
    for entity in dict.fromkeys(deed.done_to_entity for deed in own if deed.done_to_entity):
        found.append(_finding([deed for deed in own if deed.done_to_entity == entity], names.get(entity, "")))
    yield from largest(found)


def _finding(deeds: Sequence[Deed], done_to: str) -> Finding | None:
    figures = _figures(deeds)
    if len(figures) < 2:
        return None
    size = difference(figures, share=True)
    top, bottom = highest(figures), lowest(figures)
    if sum(each.hits for each in top) < FEWEST_MARKS or size < SMALLEST:
        return None
    what = f"deeds done to {done_to}" if done_to else "deeds"
    return Finding(
        kind="agency",
        template=f"{named(top)} {'tells' if len(top) == 1 else 'tell'} {listed([each.of for each in top])} {what} "
        f"without naming a doer in the clause; {listed([f'{{{each.article}}} {each.of}' for each in bottom])}.",
        size=f"Deeds of harm, force, conflict or blame; few clauses: read the passages; {HOW_USUAL_UNKNOWN}",
        voice=Voice.OWN.value,
        unit="own-voice clauses without a doer",
        rows=tuple((each.article, each.of) for each in figures),
        evidence=passages_of(figures),
        weight=size,
    )


def _figures(deeds: Sequence[Deed]) -> list[Figure]:
    figures = []
    for article in dict.fromkeys(deed.article for deed in deeds):
        mine = [deed for deed in deeds if deed.article == article]
        if len(mine) >= _FEWEST_DEEDS:
            without = sum(deed.without_doer for deed in mine)
            figures.append(Figure(article, without, len(mine), tuple(map(_evidence, mine))))
    return figures


def _evidence(deed: Deed) -> Evidence:
    label = f"{deed.form}, no doer" if deed.without_doer else str(deed.form)
    return Evidence(deed.article, deed.field, deed.start, deed.end, label)
