"""Whose deeds go without a doer: shares of clauses, over all deeds and by who they were done to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from analysis.findings.figures import Candidate, Figure, highest, lowest, named, passages_of
from analysis.model import Comparison, Deed, Evidence, Finding, Voice
from analysis.prose import listed

_FEWEST_DEEDS = 2


def agency(comparison: Comparison) -> Iterator[Candidate]:
    """All deeds told in the outlet's own voice, and the deeds done to each person or group."""
    own = [deed for deed in comparison.deeds if deed.voice is Voice.OWN]
    names = {entity.id: entity.name for entity in comparison.entities}
    yield from _candidate(own, "deeds")
    for entity in dict.fromkeys(deed.done_to_entity for deed in own if deed.done_to_entity in names):
        mine = [deed for deed in own if deed.done_to_entity == entity]
        yield from _candidate(mine, f"deeds done to {names[entity or '']}")


def _candidate(deeds: Sequence[Deed], what: str) -> Iterator[Candidate]:
    figures = _figures(deeds)
    if len(figures) > 1:
        yield Candidate("agency", "", figures, partial(_told, what, figures))


def _told(what: str, figures: Sequence[Figure], high: Figure, low: Figure) -> Finding:
    top, bottom = highest(figures, high), lowest(figures, low)
    return Finding(
        kind="agency",
        template=f"{named(top)} {'tells' if len(top) == 1 else 'tell'} {listed([each.of for each in top])} {what} "
        f"without naming a doer in the clause; {listed([f'{{{each.article}}} {each.of}' for each in bottom])}.",
        size="Deeds of harm, force, conflict or blame; few clauses, so read the passages",
        voice=Voice.OWN.value,
        unit="own-voice clauses without a doer",
        rows=tuple((each.article, each.of) for each in figures),
        evidence=passages_of(figures),
        weight=0.0,
    )


def _figures(deeds: Sequence[Deed]) -> tuple[Figure, ...]:
    figures = []
    for article in dict.fromkeys(deed.article for deed in deeds):
        mine = [deed for deed in deeds if deed.article == article]
        if len(mine) >= _FEWEST_DEEDS:
            without = sum(deed.without_doer for deed in mine)
            figures.append(Figure(article, without, len(mine), tuple(map(_evidence, mine))))
    return tuple(figures)


def _evidence(deed: Deed) -> Evidence:
    label = f"{deed.form}, no doer" if deed.without_doer else str(deed.form)
    return Evidence(deed.article, deed.field, deed.start, deed.end, label)
