"""What is shown of an article in which a statement was not found: its nearest sentence, and whether it may tell it.

A statement may be told in part, or in words too different to be aligned. It is perhaps told where the nearest sentence
is not far from being aligned, or where a sentence that tells the statement elsewhere also stands in another statement
that the article carries, or its own article tells it again there: two rows then tell much the same. Of 40 cells so
marked in 40 public events that were not in view when the bound was set, one reader found 16 to be told after all, in
whole or in part; of 39 not so marked, 6. As one empty cell in eight is marked, "perhaps" finds about a quarter of what
is told after all. A higher bound is no surer (from .30 on 6 of 13), a lower one cannot help: most of the 6 have a score
near 0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from analysis.embedding import Vectors
from analysis.model import Nearest
from analysis.statements.cells import Background, Draft, Place, place_of, span_of
from analysis.statements.echoes import echoes
from analysis.statements.units import Indices

_PERHAPS = 0.24
"""Score of the nearest sentence from which it may tell a statement."""

Linked = Mapping[int, Sequence[int]]
"""Article in the event -> its units in other statements that share a sentence with one, or repeat one."""


def absences(known: Background, drafts: Sequence[Draft]) -> Iterator[tuple[Nearest, ...]]:
    """For each statement the nearest sentence of each article without a cell, in the order of the event."""
    likeness = [known.likeness[list(each.members)].max(axis=0) for each in drafts]
    nearest = _nearest_units(known, likeness)
    for number, linked in enumerate(_linked(known, drafts)):
        mine = {article: int(units[number]) for article, units in nearest.items()}
        yield tuple(_nearest(known, drafts[number], likeness[number], mine, linked))


def _nearest_units(known: Background, likeness: Sequence[Vectors]) -> Mapping[int, Indices]:
    """Article in the event -> its unit that is most like each statement, if it has units."""
    if not likeness:
        return {}
    table = np.stack(likeness)
    return {article: own.start + table[:, own].argmax(axis=1) for article, own in _text_stretches(known).items()}


def _nearest(
    known: Background, draft: Draft, likeness: Vectors, nearest: Mapping[int, int], linked: Linked
) -> Iterator[Nearest]:
    carried = {cell.article for cell in draft.cells}
    for number, article in enumerate(known.event):
        if article.id in carried:
            continue
        if number in nearest:
            also = linked.get(number, ())
            place = max(also, key=likeness.__getitem__) if also else nearest[number]
            unit, score = known.units.units[place], round(float(likeness[place]), 4)
            span = span_of(known, unit)
            perhaps = bool(also) or score >= _PERHAPS
            yield Nearest(article.id, unit.field, span.start, span.end, score, perhaps)
        elif article.text.sentences:
            span = article.text.sentences[0]
            yield Nearest(article.id, "text", span.start, span.end, 0.0)


def _linked(known: Background, drafts: Sequence[Draft]) -> Iterator[Linked]:
    places = [{place_of(known.units.units[unit]) for unit in each.members} for each in drafts]
    holding: dict[Place, list[int]] = defaultdict(list)
    for number, own in enumerate(places):
        for place in own:
            holding[place].append(number)
    again: dict[Place, set[Place]] = defaultdict(set)
    for one, other in echoes(known):
        first, second = place_of(known.units.units[one]), place_of(known.units.units[other])
        again[first].add(second)
        again[second].add(first)
    for number, own in enumerate(places):
        near = own.union(*(again[place] for place in own))
        others = {other for place in near for other in holding[place]} - {number}
        found: dict[int, list[int]] = defaultdict(list)
        for unit in sorted({unit for other in others for unit in drafts[other].members}):
            found[known.units.units[unit].article].append(unit)
        yield found


def _text_stretches(known: Background) -> dict[int, slice]:
    """By article the places of its units in the text, or in the headline where the text has none."""
    first: dict[tuple[int, str], int] = {}
    last: dict[tuple[int, str], int] = {}
    for place, unit in enumerate(known.units.units):
        first.setdefault((unit.article, unit.field), place)
        last[unit.article, unit.field] = place + 1
    found: dict[int, slice] = {}
    for article, field in sorted(first):  # "text" before "title"
        found.setdefault(article, slice(first[article, field], last[article, field]))
    return found
