"""Who is named, against the answer keys.

Each person or group of the key is taken for the entity that shares most labels with it, so a split chain counts as
labels missed; a label found under an entity that stands for somebody else is a false link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.model import MentionForm, Span
from analysis.names import entities
from benchmarks.golden.stories import Outcome, answers, event

KINDS = ("people", "bodies", "groups")


class Label(NamedTuple):
    """One label of the key: who is meant, where, its passage, and the ids of the entities found there."""

    who: str
    article: str
    passage: str
    held: frozenset[str]


def labels_linked(slug: str, kind: str) -> list[Outcome]:
    """Each label of the key for one of ``KINDS``: is it found, and under the entity that stands for who is meant?"""
    entity = _stands_for(_labels(slug))
    return [
        Outcome(label.article, entity.get(label.who) in label.held, f"{label.passage} ({label.who})")
        for label in _labels(slug)
        if kind_of(label.who) == kind
    ]


def labels_not_misled(slug: str) -> list[Outcome]:
    """Each label of the key: is it free of a link to somebody else?"""
    entity = _stands_for(_labels(slug))
    others = {identifier: who for who, identifier in entity.items()}
    return [
        Outcome(label.article, not wrong, f"{label.passage} ({label.who}) is linked to {', '.join(wrong)}")
        for label in _labels(slug)
        for wrong in [_others(label, entity.get(label.who), others)]
    ]


def _others(label: Label, own: str | None, others: dict[str, str]) -> list[str]:
    linked = [] if own in label.held else sorted(label.held & others.keys())
    return [others[identifier] for identifier in linked if others[identifier] != label.who]


@cache
def _labels(slug: str) -> tuple[Label, ...]:
    namings: dict[tuple[str, str], list[tuple[Span, str]]] = {}
    for entity in entities(event(slug)):
        for naming in entity.namings:
            if naming.form is not MentionForm.PRONOUN:
                place = namings.setdefault((naming.article, naming.field), [])
                place.append((Span(naming.start, naming.end), entity.id))
    return tuple(
        Label(
            label["entity"],
            annotated.id,
            f"{key['outlet']}: {label['text']}",
            _held(namings.get((annotated.id, label["field"]), []), Span(label["start"], label["end"])),
        )
        for annotated, key in zip(event(slug), answers(slug), strict=True)
        for label in key["labels"]
    )


def _held(near: Sequence[tuple[Span, str]], span: Span) -> frozenset[str]:
    return frozenset(identifier for place, identifier in near if alike(place, span))


def kind_of(who: str) -> str:
    """Is somebody of the key a person, a body, or a group without a name? Told by how the key calls them.

    Two capitalised words are a person; a plural in small letters ("the residents") is a group; the rest are bodies
    and places ("the coastguard", "the Bank Watch", "Dorvany").
    """
    words = who.split()
    if all(word[0].isupper() for word in words):
        return "people" if len(words) > 1 else "bodies"
    plural = any(word.islower() and word.endswith("s") and len(word) > 3 for word in words)
    return "groups" if plural else "bodies"


def alike(one: Span, other: Span) -> bool:
    """Whether two stretches are the same phrase: most of their characters in common, or they begin alike, or each has
    words that the other lacks ("more than 2,600 drivers", "2,600 drivers who refused to pay").

    "director" stands for "director of the line"; "Dorvany" inside "volunteers from Dorvany" is another name.
    """
    shared = min(one.end, other.end) - max(one.start, other.start)
    lengths = one.end - one.start + other.end - other.start
    crossed = (one.start - other.start) * (one.end - other.end) > 0
    return shared > 0 and (4 * shared >= lengths or one.start == other.start or crossed)


def _stands_for(labels: Sequence[Label]) -> dict[str, str]:
    """Who of the key -> the entity that shares most labels with them."""
    shared: dict[str, Counter[str]] = {}
    for label in labels:
        shared.setdefault(label.who, Counter()).update(sorted(label.held))
    return {who: max(sorted(counts), key=counts.__getitem__) for who, counts in shared.items() if counts}
