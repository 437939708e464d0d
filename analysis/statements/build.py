"""From an event's articles to its statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.fixed_order import in_fixed_order
from analysis.model import AnnotatedArticle, CopiedPassage, Statement
from analysis.statements.absent import absences
from analysis.statements.cells import Background, Draft, Place, background, draft, place_of
from analysis.statements.clusters import clusters
from analysis.statements.contradictions import consistent, of_wholes
from analysis.statements.disputes import joined
from analysis.statements.echoes import with_echoes
from analysis.statements.grid import early, gists, ordered
from analysis.statements.kinship import kinship
from analysis.statements.scores import scores
from analysis.statements.twins import Told, merged
from analysis.statements.units import units


def statements(event: Sequence[AnnotatedArticle], copies: Sequence[CopiedPassage] = ()) -> tuple[Statement, ...]:
    """What the articles of one event tell, statement by statement, in the order of the grid.

    Two sentences stand in one statement where a clause of each tells the same (see ``scores`` and ``clusters``), or
    where both have a saying of common words word for word (see ``repeated``); a sentence may stand in several. Where
    they contradict each other in a figure, date, negation or order they make one statement with ``conflict`` set. A
    headline may be a cell, but makes no statement of its own; nor do sentences of fewer than four words. A sentence
    that stands in no statement with another article makes one of its own, unless it only repeats one of its article.

    Statements carried by most outlets come first; outlets whose cells stand in one of the ``copies`` count as one.
    Among equals, those told nearer to the start of the articles come first.

    Uses the vectors stored with the fields (those of ``pieces.texts``, or of the sentences alone), else makes them;
    without the model words alone decide. Of long events only ``MOST_UNITS`` pieces are aligned, an equal share of each
    article. Raises ModelError where the model is installed but not the known one.

    The order of the articles decides nothing but the order of the cells.
    """
    given = {article.id: number for number, article in enumerate(event)}
    return tuple(_in_order(each, given) for each in _statements(in_fixed_order(event), copies))


def _in_order(told: Statement, given: Mapping[str, int]) -> Statement:
    return replace(
        told,
        cells=tuple(sorted(told.cells, key=lambda cell: given[cell.article])),
        nearest=tuple(sorted(told.nearest, key=lambda near: given[near.article])),
        early=tuple(sorted(told.early, key=lambda each: given[each])),
    )


def _statements(event: Sequence[AnnotatedArticle], copies: Sequence[CopiedPassage]) -> Iterator[Statement]:
    found = units(event)
    if not found.units:
        return
    known = background(event, found, scores(found, kinship(event)), copies)
    rows = ordered(list(_drafts(known)), event, copies)
    shown = zip(rows, gists(known, rows), absences(known, rows), strict=True)
    for number, (each, gist, nearest) in enumerate(shown, start=1):
        yield Statement(number, gist, each.cells, each.conflict, nearest, early(event, each))


def _drafts(known: Background) -> Iterator[Draft]:
    """What several articles tell, then the sentences that tell none of it."""
    told: set[Place] = set()
    alike = clusters(known.units, known.likeness)
    agreeing = [part for each in alike for part in consistent(known.units, each, known.likeness)]
    shared = [each for each in joined(known.units, agreeing, known.likeness) if _is_shared(known, each[0])]
    together = _with_wholes(known, merged(known, shared))
    for members, _ in together:
        told.update(place_of(known.units.units[unit]) for unit in members)
    alone: dict[Place, list[int]] = {}
    for number, unit in enumerate(known.units.units):
        if unit.field == "text" and place_of(unit) not in told:
            alone.setdefault(place_of(unit), []).append(number)
    for members, conflict in with_echoes(known, together, alone):
        yield draft(known, members, conflict)


def _with_wholes(known: Background, found: Sequence[Told]) -> list[Told]:
    """The statements, those in conflict added whose sentences contradict each other outside the clause they share,
    unless another statement tells so."""
    places = [place_of(unit) for unit in known.units.units]
    disputed: dict[Place, set[int]] = defaultdict(set)
    for number, (members, kind) in enumerate(found):
        for unit in members if kind else ():
            disputed[places[unit]].add(number)
    settled = {unit: disputed.get(place, set()) for unit, place in enumerate(places)}
    return [(members, kind or of_wholes(known.units, members, settled)) for members, kind in found]


def _is_shared(known: Background, members: Sequence[int]) -> bool:
    """Whether several articles tell it, and not in headlines alone."""
    own = [known.units.units[unit] for unit in members]
    return len({unit.article for unit in own}) > 1 and any(unit.field == "text" for unit in own)
