"""The layers a reader can switch on: what a comparison marks in one field of an article, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.highlight import Copied, Frame, Mark, Told
from analysis.loaded import LOADED
from analysis.model import (
    Comparison,
    CueClass,
    EntityKind,
    FieldName,
    LoadedWord,
    Measurement,
    MentionForm,
    Span,
    Statement,
)
from analysis.names import warned
from analysis.passages import field_of


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

_WORDS_TOLD = 4
"""Words behind a loaded sentence that are named beside it, those that count most."""

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
    annotated = field_of(next(each for each in comparison.articles if each.id == article), field)
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
    instead = _instead(comparison, article, field)
    for each in comparison.loaded.get((article, field), ()) if annotated else ():
        place = each.start, each.end
        if each.score >= LOADED and (place not in dismissed if field == "title" else place in counted):
            most = sorted(each.words, key=lambda word: -word.share)[:_WORDS_TOLD]
            words = ", ".join(_behind(word, annotated.text, instead) for word in sorted(most)) if annotated else ""
            title = f"Loaded sentence ({each.score:.2f} of 1)" + (f": {words}" if words else "")
            yield Mark(each.start, each.end, layer.name, layer.letter, title)


def _behind(word: LoadedWord, text: str, instead: Mapping[Span, str]) -> str:
    """A word behind a score, and how the other outlets stand to it."""
    other = next((words for span, words in instead.items() if span.overlaps(Span(word.start, word.end))), None)
    reason = word.others if other is None else f"others write: {other}"
    return text[word.start : word.end] + (f" ({reason})" if reason else "")


def _instead(comparison: Comparison, article: str, field: FieldName) -> dict[Span, str]:
    """Loaded words of a field -> what stands in the place of just that word in another outlet's article, if known."""
    fields = {(each.id, one.name): one.text for each in comparison.articles for one in each.fields()}
    found: dict[Span, str] = {}
    for each in comparison.alternatives:
        place, phrase = Span(each.word.start, each.word.end), Span(each.phrase.start, each.phrase.end)
        if (each.word.article, each.word.field) == (article, field) and place == phrase:
            for one in (other.words for other in each.others if other.words is not None and not other.same):
                found.setdefault(place, fields[one.article, one.field][one.start : one.end])
    return found


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
