"""Groups that are told by one noun and one place: "fishing crews from Tessen", "a Tessen crew", "the crews".

A group without a name is known by what it is and where it is from. Where the labels of one tell both, together or
apart, a label of another article that tells both stands for the same people, unless it counts others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from analysis.model import EntityKind, MentionForm, Naming
from analysis.names.counted import count_in
from analysis.names.labels import Label, Labels

_FROM = frozenset({"from", "of"})
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_MANY_SORTS = frozenset({
    "people", "person", "man", "woman", "child", "official", "source", "expert", "member", "leader", "politician",
    "lawmaker", "minister", "citizen", "national", "group", "other", "journalist", "reporter", "side", "region",
})  # fmt: skip
"""Nouns of which one place has several groups, so that they tell of no certain one."""
_TWO = 2
"""A figure from here on counts a group."""


def from_one_place(labels: Labels) -> dict[Naming, int]:
    """Single labels told by noun and place -> number of the draft of the group without a name that is told by both."""
    nouns: dict[int, set[str]] = defaultdict(set)
    places: dict[int, set[str]] = defaultdict(set)
    told: dict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in labels.readable(EntityKind.GROUP):
        noun = labels.lemma(label)
        if label.draft in labels.named or noun in _MANY_SORTS:
            continue
        nouns[label.draft].add(noun)
        mine = list(dict.fromkeys(_places(labels, label)))
        places[label.draft].update(mine)
        if len(mine) == 1:
            told[noun, mine[0]].append(label)
    moves: dict[Naming, int] = {}
    for (noun, place), alike in told.items():
        fitting = [at for at, each in nouns.items() if noun in each and places[at] == {place}]
        home = max(fitting, key=lambda at: (len(labels.drafts[at].namings), -at), default=None)
        if home is not None and len({each.where[0] for each in alike} | _articles(labels, home)) > 1:
            moves.update((each.naming, home) for each in alike if each.draft != home and not _counts(each))
    return moves


def _articles(labels: Labels, draft: int) -> set[str]:
    return {naming.article for naming in labels.drafts[draft].namings}


def _counts(label: Label) -> bool:
    return count_in(label.naming.label, _TWO) is not None


def _places(labels: Labels, label: Label) -> Iterator[str]:
    """The places that stand before the noun, or after it with "from"."""
    tree = labels.trees[label.where]
    for at in tree.children[label.head]:
        token = tree.tokens[at]
        noun = tree.child(at, "pobj") if token.dep == "prep" and token.lemma.lower() in _FROM else None
        if token.dep in ("compound", "amod", "nmod") and _is_place(labels, label, at):
            yield token.lemma.lower()
        elif noun is not None and _is_place(labels, label, noun):
            yield tree.tokens[noun].lemma.lower()


def _is_place(labels: Labels, label: Label, at: int) -> bool:
    told = labels.at(label.where, at)
    country = told is not None and labels.kind(told) is EntityKind.COUNTRY and told.naming.form is MentionForm.NAME
    return country or labels.fields[label.where].tokens[at].entity in _PLACES
