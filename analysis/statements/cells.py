"""The sentences behind a statement: one cell for each that carries it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.embedding import Vectors
from analysis.model import AnnotatedArticle, Cell, CopiedPassage, FieldName, Span
from analysis.pieces import letters
from analysis.statements.contradictions import opposed
from analysis.statements.units import Unit, Units
from analysis.statements.wording import most

_MOST_CELLS = 5
"""Cells of one article in one statement; more are captions and lines that are repeated."""

Place = tuple[int, FieldName, int]
"""A sentence: article in the event, field, index in the field."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it has its number: places of its units, its conflict, its cells."""

    members: tuple[int, ...]
    conflict: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Background:
    """What cells need to know of an event, worked out once: likeness of all units, copied stretches by article."""

    event: Sequence[AnnotatedArticle]
    units: Units
    likeness: Vectors
    copied: Mapping[str, Sequence[Span]]


def background(
    event: Sequence[AnnotatedArticle], found: Units, likeness: Vectors, copies: Sequence[CopiedPassage]
) -> Background:
    """An event with its units, and where its articles hold copied passages."""
    copied: dict[str, list[Span]] = {}
    for passage in copies:
        for place in passage.places:
            if place.field == "text":
                copied.setdefault(place.article, []).append(Span(place.start, place.end))
    return Background(event, found, likeness, {article: sorted(spans) for article, spans in copied.items()})


def draft(known: Background, members: Sequence[int], conflict: str) -> Draft:
    """The statement of a cluster; its cells by article, within one the sentence most like all the others first."""
    details = opposed(known.units, members, conflict) if conflict else {}
    by_place: dict[Place, list[int]] = {}
    counts: Counter[int] = Counter()
    for unit in sorted(members, key=lambda unit: (known.units.articles[unit], -centrality(known, unit, members))):
        place = place_of(known.units.units[unit])
        if place in by_place or counts[place[0]] < _MOST_CELLS:
            counts[place[0]] += place not in by_place
            by_place.setdefault(place, []).append(unit)
    cells = tuple(
        _cell(known, same, next((details[unit] for unit in same if details.get(unit)), ""))
        for same in by_place.values()
    )
    return Draft(tuple(members), conflict, cells)


def place_of(unit: Unit) -> Place:
    return unit.article, unit.field, unit.sentence


def centrality(known: Background, unit: int, members: Sequence[int]) -> float:
    """How like a unit is to all of a cluster on average."""
    return float(known.likeness[unit, list(members)].mean()) if len(members) > 1 else 1.0


def span_of(known: Background, unit: Unit) -> Span:
    """Where the unit's sentence stands in its field."""
    article = known.event[unit.article]
    field = article.title if unit.field == "title" and article.title is not None else article.text
    return field.sentences[unit.sentence]


def _cell(known: Background, same: Sequence[int], detail: str) -> Cell:
    """The voice is that of most words of the pieces that carry the statement, not of those that say who said it."""
    unit = known.units.units[same[0]]
    identifier, span = known.event[unit.article].id, span_of(known, unit)
    copied = unit.field == "text" and _is_inside(span, known.copied.get(identifier, ()))
    voice = most(count for each in same for count in known.units.units[each].voices)
    clauses = _clauses(known, same)
    return Cell(identifier, unit.field, span.start, span.end, voice, unit.paragraph, copied, detail, clauses)


def _clauses(known: Background, same: Sequence[int]) -> str:
    texts = [known.units.units[each].text for each in same]
    whole = letters(known.units.units[same[0]].whole)
    return "" if any(letters(each) == whole for each in texts) else "; ".join(texts)


def _is_inside(span: Span, copied: Sequence[Span]) -> bool:
    """Whether at least half of a sentence lies in one of the stretches, which are in order."""
    last = bisect_right(copied, span.end, key=lambda each: each.start)
    shared = [min(span.end, each.end) - max(span.start, each.start) for each in copied[max(0, last - 3) : last]]
    return 2 * max(shared, default=0) >= span.end - span.start
