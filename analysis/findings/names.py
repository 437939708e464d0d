"""One person or group under different labels, in the outlets' own voice."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.findings.figures import grouped, largest
from analysis.model import (
    HOW_USUAL_UNKNOWN,
    Comparison,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    MentionForm,
    Naming,
    Voice,
)
from analysis.prose import shortened

_BASE = 2.0
"""Where naming stands among findings measured in standard errors."""
_ACTORS = frozenset({EntityKind.PERSON, EntityKind.GROUP})
_FEWEST_OUTLETS = 2
_LONGEST = 60
_NO_LABEL = frozenset({"", "who", "whose", "which", "that", "no", "not", "both", "all", "one", "some"})


def namings(comparison: Comparison) -> Iterator[Finding]:
    """The person or group that the outlets label least alike."""
    found = [_finding(comparison, one) for one in comparison.entities if one.kind in _ACTORS]
    yield from largest(found)


def _finding(comparison: Comparison, entity: Entity) -> Finding | None:
    first = _first_labels(comparison, entity)
    distinct = {naming.label.lower() for naming in first.values()}
    named = any(one.form is MentionForm.NAME for one in entity.namings)
    if not named or len(first) < _FEWEST_OUTLETS or len(distinct) < 2:
        return None
    said = grouped([(article, shortened(naming.label, _LONGEST)) for article, naming in first.items()])
    warnings = {one.label: one.guides for one in first.values() if one.guides}
    warned = "; ".join(f"{guides} warn of “{shortened(label, _LONGEST)}”" for label, guides in warnings.items())
    marks = [one for one in entity.namings if one.form is MentionForm.LABEL and one.voice is Voice.OWN]
    return Finding(
        kind="names",
        template=f"{entity.name} is {said}, all in the outlets’ own voice.",
        size=(f"{warned}; " if warned else "") + f"first label in each article; {HOW_USUAL_UNKNOWN}",
        voice=Voice.OWN.value,
        unit="first label, own voice",
        rows=tuple((each.id, _row(entity, first, each.id)) for each in comparison.articles),
        evidence=tuple(Evidence(one.article, one.field, one.start, one.end, "") for one in marks),
        weight=_BASE + 0.3 * len(distinct) + 0.5 * bool(warned) + 0.02 * min(len(entity.namings), 30),
    )


def _row(entity: Entity, first: dict[str, Naming], article: str) -> str:
    if article in first:
        return shortened(first[article].label, _LONGEST)
    return "name only" if any(one.article == article for one in entity.namings) else "not named"


def _first_labels(comparison: Comparison, entity: Entity) -> dict[str, Naming]:
    """Article -> the first label (not a name) that it gives in its own voice."""
    found: dict[str, Naming] = {}
    for article in comparison.articles:
        own = [
            one
            for one in entity.namings
            if one.article == article.id and _tells_who(one) and one.voice is Voice.OWN
        ]
        if own:
            found[article.id] = min(own, key=lambda one: (one.field == "text", one.start))
    return found


def _tells_who(naming: Naming) -> bool:
    """A label that is no name, no clause ("who owns the line") and says what somebody is, not what not."""
    first = naming.label.split(maxsplit=1)[0].lower() if naming.label.strip() else ""
    return naming.form is MentionForm.LABEL and first not in _NO_LABEL
