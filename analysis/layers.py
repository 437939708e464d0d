"""The layers a reader can switch on: what a comparison marks in one field of an article, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.highlight import Copied, Frame, Mark, Told
from analysis.model import (
    Comparison,
    CueClass,
    EntityKind,
    FieldName,
    Measurement,
    MentionForm,
    Statement,
)
from analysis.names import warned
from analysis.reasons import reasons


@dataclass(frozen=True, slots=True)
class Layer:
    """A kind of mark a reader can switch on: its class in the style sheet, its letter, its name."""

    name: str
    letter: str
    words: str


LAYERS = {
    "loaded_words": Layer("loaded", "L", "loaded word"),
    "hedges": Layer("hedge", "H", "hedge"),
    "boosters": Layer("boost", "B", "booster"),
    "cues": Layer("attr", "A", "attribution"),
    "scare_quotes": Layer("scare", "S", "scare quotes"),
    "names": Layer("name", "N", "name"),
    "agency": Layer("nodoer", "P", "no doer"),
    "loaded_sentences": Layer("lsent", "Ls", "loaded sentence"),
}
"""Measure -> the layer that shows its evidence in the text."""

_BY_WORD = LAYERS.keys() - {"loaded_sentences"}
_ACTORS = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.COUNTRY})


def marks_of(comparison: Comparison, article: str, field: FieldName) -> tuple[Mark, ...]:
    """The marks of all layers in one field of an article, in order, each once."""
    found = {
        (evidence.start, evidence.end, measurement.measure): _mark(measurement, evidence.start, evidence.end,
                                                                   evidence.label)
        for measurement in comparison.measurements
        if measurement.article == article and measurement.measure in _BY_WORD
        for evidence in measurement.evidence
        if evidence.field == field
    }
    measured = [mark for _, mark in sorted(found.items())]
    return tuple(
        sorted(
            [*measured, *_names(comparison, article, field), *_without_doer(comparison, article, field),
             *_loaded_sentences(comparison, article, field)],
            key=lambda mark: (mark.start, mark.end),
        )
    )


def _mark(measurement: Measurement, start: int, end: int, label: str) -> Mark:
    layer = LAYERS[measurement.measure]
    named_class = layer.name == "attr" and label in set(CueClass) - {CueClass.NEUTRAL}
    letter = f"{layer.letter} {label}" if named_class else layer.letter
    detail = f": {label}" if label and label != measurement.measure else ""
    return Mark(start, end, layer.name, letter, f"{layer.words}{detail}, {measurement.voice} voice".capitalize())


def frames_of(comparison: Comparison, article: str, field: FieldName) -> tuple[Frame, ...]:
    """The sentences of a field that tell statements, and the agency copy in it."""
    return (*_told(comparison, article, field), *_copied(comparison, article, field))


def _names(comparison: Comparison, article: str, field: FieldName) -> Iterator[Mark]:
    """People, groups and countries that more than one passage names; the outermost of nested ones."""
    layer = LAYERS["names"]
    found = (
        (naming, entity)
        for entity in comparison.entities
        if entity.kind in _ACTORS and len(entity.namings) > 1
        for naming in entity.namings
        if naming.article == article and naming.field == field and naming.form is not MentionForm.PRONOUN
    )
    reach = 0
    for naming, entity in sorted(found, key=lambda each: (each[0].start, -each[0].end)):
        if naming.end > reach:
            reach = naming.end
            guides = f"; {warned(naming.label)}" if naming.guides else ""
            title = f"{entity.name}, {naming.voice} voice{guides}"
            yield Mark(naming.start, naming.end, layer.name, layer.letter, title, named=len(entity.name))


def _without_doer(comparison: Comparison, article: str, field: FieldName) -> Iterator[Mark]:
    layer = LAYERS["agency"]
    for deed in comparison.deeds:
        if deed.article == article and deed.field == field and deed.without_doer:
            yield Mark(deed.start, deed.end, layer.name, layer.letter, f"No doer: {deed.form}, {deed.voice} voice")


def _loaded_sentences(comparison: Comparison, article: str, field: FieldName) -> Iterator[Mark]:
    """The sentences that count as loaded, each with the words that made it so; none that a reader dismissed."""
    layer = LAYERS["loaded_sentences"]
    counted = {
        (mark.start, mark.end)
        for row in comparison.measurements
        if row.measure == "loaded_sentences" and row.article == article
        for mark in row.evidence
    }
    dismissed = {
        (each.start, each.end)
        for each in comparison.corrections
        if (each.kind, each.article, each.field) == ("dismiss", article, field)
        and each.measure in ("", "loaded_sentences")
    }
    for place, (score, words) in reasons(comparison, article, field).items():
        if place not in dismissed if field == "title" else place in counted:
            title = f"Loaded sentence ({score:.2f} of 1)" + (f": {words}" if words else "")
            yield Mark(*place, layer.name, layer.letter, title)


def _told(comparison: Comparison, article: str, field: FieldName) -> Iterator[Told]:
    told: dict[tuple[int, int], list[Statement]] = {}
    near: dict[tuple[int, int], list[int]] = {}
    for statement in comparison.statements:
        for cell in statement.cells:
            if cell.article == article and cell.field == field:
                told.setdefault((cell.start, cell.end), []).append(statement)
        for one in statement.nearest:
            if one.article == article and one.field == field:
                near.setdefault((one.start, one.end), []).append(statement.number)
    for place in sorted(told.keys() | near.keys()):
        held = told.get(place, [])
        numbers = tuple(dict.fromkeys(statement.number for statement in held))
        alone = bool(held) and all(len(each.carriers) == 1 for each in held)
        yield Told(*place, numbers, tuple(near.get(place, ())), alone)


def _copied(comparison: Comparison, article: str, field: FieldName) -> Iterator[Copied]:
    total = len(comparison.articles)
    for passage in comparison.copies:
        shared = len({place.article for place in passage.places})
        for place in passage.places:
            if place.article == article and place.field == field:
                yield Copied(place.start, place.end, f"Agency copy, in {shared} of {total} articles, counted once")
