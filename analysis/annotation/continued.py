"""Speakers who go on: "the former minister continued" is whoever spoke last, where nobody else is described so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from analysis.annotation.links import Place
from analysis.model import AnnotatedField, Attribution, EntityKind, Span

_GOES_ON = frozenset({"continue", "continues", "continued", "add", "adds", "added", "goes on", "went on"})
_FAR = 1_500
"""Characters from the source before to one who goes on, at most."""


def going_on(places: Iterable[Place], fields: Mapping[int, AnnotatedField]) -> dict[int, int]:
    """Number of a definite description that goes on speaking -> number of the phrase that names who spoke before.

    Nothing for a description after somebody else's claim: each must follow the one named before directly.
    """
    found: dict[int, int] = {}
    by_field: dict[int, list[tuple[int, int, Place]]] = {}
    for number, place in enumerate(places):
        by_field.setdefault(place.field, []).append((place.tokens[place.phrase.first].start, number, place))
    for number, field in fields.items():
        found.update(_in_field(field, sorted(by_field.get(number, []), key=_outer_first)))
    return found


def _outer_first(each: tuple[int, int, Place]) -> tuple[int, int]:
    return each[0], -each[2].phrase.last


def _in_field(field: AnnotatedField, places: list[tuple[int, int, Place]]) -> dict[int, int]:
    found: dict[int, int] = {}
    last: tuple[int, int] | None = None
    reach = 0
    for each in field.attributions:
        start = min((span.start for span in (each.source, *each.content) if span), default=0)
        outer, reach = start >= reach, max([reach, *(span.end for span in each.content)])
        if each.source is None or not each.claim or not outer:
            continue
        at = _at(places, each.source)
        if at is None:
            pronoun = field.text[each.source.start : each.source.end].lower() in ("he", "she", "his", "her")
            last = last if pronoun else None
            continue
        number, place = at
        person = place.phrase.kind is EntityKind.PERSON and not place.phrase.plural
        if place.phrase.name:
            last = (number, each.source.end) if person else None
        elif last is not None and person and _goes_on(field, each, place) and each.source.start - last[1] <= _FAR:
            found[number] = last[0]
        elif not person or place.phrase.determiner:
            last = None
    return found


def _goes_on(field: AnnotatedField, attribution: Attribution, place: Place) -> bool:
    """ "the former culture minister continued", but not "the engineer continued", which may well be somebody else"""
    cue = attribution.cue
    told = cue is not None and field.text[cue.start : cue.end].lower() in _GOES_ON
    return told and place.phrase.determiner in ("the", "poss") and bool(place.phrase.modifiers or place.phrase.ranks)


def _at(places: list[tuple[int, int, Place]], source: Span) -> tuple[int, Place] | None:
    """The phrase that begins the source, the name of "union boss Mara Teviot" included."""
    first = bisect_left(places, source.start, key=lambda each: each[0])
    if first >= len(places) or places[first][0] >= source.end:
        return None
    return places[first][1], places[first][2]
