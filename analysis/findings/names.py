"""One person or group under a loaded label in some outlets and under a plain one in others, in their own voice.

That labels differ is no finding: two articles of one outlet call the same person "the president" and "Mr Teviot",
too. A finding needs a label with a loaded word, one that style guides warn of, or one that tells of power beside an
office ("the ruler"), where another outlet labels the same person or group without any; and more than one label against
one: the loaded one twice, or two outlets without.

The loaded label and one of the plain ones must stand for them beyond a guess (``labels.is_sure``). An outlet that also
uses the plain label of the others ("president") does not label otherwise than they do.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.findings.figures import grouped, largest
from analysis.findings.labels import Place, is_sure, noun_of, of_power
from analysis.model import Comparison, Entity, EntityKind, Evidence, Finding, MentionForm, Naming, Voice
from analysis.names import warned
from analysis.prose import shortened

_WEIGHT = 2.0
"""Where naming stands among what is read: after contradictions and statements that are not found."""
_OF_WHOM, _OF_USES, _MOST_USES = 0.5, 0.4, 4
"""How much is added for the share of the mentions that the most mentioned has, and for uses of loaded labels."""
_ACTORS = frozenset({EntityKind.PERSON, EntityKind.GROUP})
_LONGEST = 90
_FEWEST = 2
_NO_LABEL = frozenset({"", "who", "whose", "which", "that", "no", "not", "both", "all", "one", "some"})


def namings(comparison: Comparison) -> Iterator[Finding]:
    """The person or group under a loaded label that another outlet does without; of several the one who is mentioned
    most and has most such labels."""
    loaded = _loaded(comparison)
    actors = [one for one in comparison.entities if one.kind in _ACTORS]
    most = max((len(one.namings) for one in actors), default=0)
    found = (_finding(comparison, one, loaded, len(one.namings) / most) for one in actors if one.namings)
    yield from largest(found)


def _loaded(comparison: Comparison) -> list[Place]:
    """The loaded words of all outlets' own voice."""
    return [
        (mark.article, mark.field, mark.start, mark.end)
        for row in comparison.measurements
        if row.measure == "loaded_words" and row.voice is Voice.OWN
        for mark in row.evidence
    ]


def _finding(comparison: Comparison, entity: Entity, loaded: list[Place], mentioned: float) -> Finding | None:
    """``mentioned``: mentions of the entity for each of the most mentioned."""
    labels = [one for one in entity.namings if _tells_who(one) and one.voice is Voice.OWN]
    loaded = [*loaded, *of_power(comparison, labels)]
    marked = [one for one in labels if one.guides or _holds(one, loaded)]
    plain = {one.article for one in labels} - {one.article for one in marked}
    shared = {noun_of(one.label) for one in labels if one.article in plain}
    alike = {one.article for one in labels if one not in marked and noun_of(one.label) in shared
             and is_sure(comparison, entity, one, ())}
    coloured = [one for one in marked if one.article not in alike and is_sure(comparison, entity, one, loaded)]
    beside = any(one.article in plain and is_sure(comparison, entity, one, ()) for one in labels)
    if not coloured or not beside or len(coloured) + len(plain) <= _FEWEST or not _named(entity):
        return None
    labels = [one for one in labels if one.article in plain or one in coloured]
    first = _first(labels) | _first(coloured)
    said = grouped([(each.id, _shown(first[each.id])) for each in comparison.articles if each.id in first])
    return Finding(
        kind="names",
        template=f"{entity.name} is called {said}, all in the outlets’ own voice.",
        size=_warned(coloured) or "One label of each article, a loaded one where there is one",
        voice=Voice.OWN.value,
        unit="label, own voice",
        rows=tuple((each.id, _row(entity, first, each.id)) for each in comparison.articles),
        evidence=tuple(Evidence(one.article, one.field, one.start, one.end, "") for one in labels),
        weight=_WEIGHT + _OF_WHOM * mentioned + _OF_USES * min(len(coloured) / _MOST_USES, 1),
    )


def _named(entity: Entity) -> bool:
    return any(one.form is MentionForm.NAME for one in entity.namings)


def _holds(naming: Naming, loaded: list[Place]) -> bool:
    return any(
        (article, field) == (naming.article, naming.field) and naming.start <= start and end <= naming.end
        for article, field, start, end in loaded
    )


def _first(labels: list[Naming]) -> dict[str, Naming]:
    """Article -> the first of ``labels`` in it."""
    return {one.article: one for one in sorted(labels, key=lambda one: (one.field == "title", -one.start))}


def _warned(labels: list[Naming]) -> str:
    return "; ".join(dict.fromkeys(warned(one.label) for one in labels if one.guides))


def _row(entity: Entity, first: dict[str, Naming], article: str) -> str:
    if article in first:
        return _shown(first[article])
    named = [one for one in entity.namings if one.article == article]
    if any(one.form is MentionForm.LABEL and one.voice is not Voice.OWN for one in named):
        return "labels in others’ words only"
    return "name only" if named else "not named"


def _shown(naming: Naming) -> str:
    return shortened(naming.label, _LONGEST)


def _tells_who(naming: Naming) -> bool:
    """A label that is no name, no clause ("who owns the line") and says what somebody is, not what not."""
    first = naming.label.split(maxsplit=1)[0].lower() if naming.label.strip() else ""
    return naming.form is MentionForm.LABEL and first not in _NO_LABEL
