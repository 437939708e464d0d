"""Groups that are said to have done the same to the same: "raiders cut the cables of three barges" in one outlet and
"members of the league cut the steering cables of three barges" in another name one doer.

Words that fill the same place of one predicate stand for one another (Lin and Pantel 2001); on one event, with the
same verb and an object that is told by several words alike, they are the same people. Another verb will do where both
are deeds (``data/lexicons/deeds``) and more is told of what was done ("slashed the tyres of two lorries", "ripped up
the tyres of two lorries"). Only groups and bodies are tied so, and never two that both have names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.annotation.tree import Tree
from analysis.model import Entity, EntityKind, MentionForm, Naming
from analysis.names.labels import Label, Labels, Where

_ALIKE = 3
"""Words of the object in common from which it is the same."""
_WHOLE = 2
"""Words of an object that are enough where the other has all of them."""
_LONGEST = 12
"""Words of an object that are looked at."""
_FEW = 2
"""Articles that a group is told in, at most, to be another label for one that more articles tell of."""
_DEEPEST = 3
"""Nouns with a preposition that are climbed."""
_MOST = 200
"""Clauses about one object that are held against each other; in more the object says little."""
_CONTENT = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_BESIDES = frozenset({"dobj", "nsubjpass", "prep", "npadvmod"})
"""What is told of a deed besides the doer."""


class Clause(NamedTuple):
    """What a clause tells of a deed: verb (with its particle), doer, head of the object, and the words told of the
    object, of the object and what stands beside it, and whether it is denied."""

    where: Where
    verb: str
    doer: Label
    object: str
    told: frozenset[str]
    around: frozenset[str]
    negated: bool

    def same(self, other: Clause) -> bool:
        """Do both tell the same of the same, so that their doers are one?"""
        shared = self.told & other.told
        if self.verb == other.verb:
            return len(shared) >= _ALIKE or self._whole(other) or other._whole(self)
        return self.object == other.object and self._deeds(other) and len(self.around & other.around) >= _ALIKE

    def _whole(self, other: Clause) -> bool:
        """Does the other tell the same object with all words that this tells of it?"""
        return len(self.told) >= _WHOLE and self.object == other.object and self.told <= other.around

    def likely_same(self, other: Clause) -> bool:
        """May both tell the same? Enough where something else tells so too."""
        verbs = self.verb == other.verb or self._deeds(other)
        return verbs and bool(self.around & other.around)

    def _deeds(self, other: Clause) -> bool:
        return self.verb in _deeds() and other.verb in _deeds()


def clauses(labels: Labels) -> tuple[Clause, ...]:
    """Every clause of an event with an object or a complement and a doer that is a naming."""
    return tuple(clause for where, tree in labels.trees.items() for clause in _clauses(labels, where, tree))


def same_doers(labels: Labels, done: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Pairs of drafts (by number) whose groups do the same to the same in two articles."""
    for one, other in _same(labels, done):
        if not _is_others(labels, one) and not _is_others(labels, other):
            yield from _pair(labels.drafts, one.draft, other.draft)


def same_others(labels: Labels, done: Sequence[Clause]) -> tuple[dict[Naming, int | None], dict[Naming, int]]:
    """"Others slashed the tyres": a capital makes it a name, which goes, and a label of the group that did the same."""
    gone: dict[Naming, int | None] = {}
    new: dict[Naming, int] = {}
    for pair in _same(labels, done):
        for one, other in (pair, pair[::-1]):
            if _is_others(labels, one) and not _is_others(labels, other) and one.naming not in gone:
                gone[one.naming] = None
                new[replace(one.naming, form=MentionForm.LABEL)] = other.draft
    return gone, new


def _same(labels: Labels, done: Sequence[Clause]) -> Iterator[tuple[Label, Label]]:
    by_word: dict[str, list[Clause]] = defaultdict(list)
    for clause in done:
        if clause.told and len(clause.around) >= _WHOLE and _may_be_group(labels, clause.doer):
            for key in dict.fromkeys((clause.object, clause.verb)):
                by_word[key].append(clause)
    for alike in by_word.values():
        near = alike[:_MOST]
        for place, one in enumerate(near):
            for other in near[:place]:
                if one.where[0] != other.where[0] and one.same(other):
                    yield one.doer, other.doer


def _may_be_group(labels: Labels, doer: Label) -> bool:
    return not doer.is_pronoun and (labels.kind(doer) is EntityKind.GROUP or _is_others(labels, doer))


def _is_others(labels: Labels, doer: Label) -> bool:
    return labels.kind(doer) is EntityKind.OTHER and labels.lemma(doer) == "other"


def _pair(drafts: Sequence[Entity], one: int, other: int) -> Iterator[tuple[int, int]]:
    """The draft that stays and the one to be joined to it, which few articles know: what more of them tell of is an
    actor of its own ("farmers" are not their union)."""
    known, less = sorted((one, other), key=lambda number: (-len(_articles(drafts[number])), number))
    if known != less and len(_articles(drafts[less])) <= _FEW:
        yield known, less


def _articles(draft: Entity) -> set[str]:
    return {naming.article for naming in draft.namings}


def _clauses(labels: Labels, where: Where, tree: Tree) -> Iterator[Clause]:
    for verb, token in enumerate(tree.tokens):
        if token.pos == "VERB" and labels.is_readable(where, verb):
            doer, object_ = _sides(tree, verb)
            label = labels.at(where, doer)
            if label is not None:
                yield _clause(tree, verb, label, object_)


def _clause(tree: Tree, verb: int, doer: Label, object_: int | None) -> Clause:
    particle = tree.child(verb, "prt")
    lemma = tree.tokens[verb].lemma
    told = frozenset() if object_ is None else _told(tree, [object_])
    besides = [child for child in tree.children[verb] if tree.tokens[child].dep in _BESIDES]
    return Clause(
        doer.where,
        lemma if particle is None else f"{lemma} {tree.tokens[particle].lemma}",
        doer,
        "" if object_ is None else tree.tokens[object_].lemma.lower(),
        told,
        told | _told(tree, besides),
        tree.child(verb, "neg") is not None,
    )


def _sides(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Subject and object; agent and subject of a passive."""
    by = tree.child(verb, "agent")
    if by is not None:
        return tree.child(by, "pobj"), tree.child(verb, "nsubjpass")
    doer = tree.child(verb, "nsubj")
    if doer is None and tree.child(verb, "nsubjpass", "auxpass") is None:
        doer = _subject_above(tree, verb)
    return doer, tree.child(verb, "dobj")


def _subject_above(tree: Tree, verb: int) -> int | None:
    """Of a verb joined to another, or that tells what for ("met to block the road"), the subject of that. Two clauses
    are often read wrongly: "insisted his lads did not fire", where the subject is taken for an object, and "skippers in
    trawlers sealed off the harbour", where the verb is taken for a participle of the last noun."""
    token, marked = tree.tokens[verb], tree.child(verb, "aux")
    purpose = token.dep == "advcl" and marked is not None and tree.tokens[marked].tag == "TO"
    if token.dep in ("conj", "dep") or purpose:
        return tree.child(token.head, "nsubj")
    if token.dep == "ccomp" and marked is not None:
        before = tree.child(token.head, "dobj")
        return before if before is not None and token.head < before < verb else None
    if token.dep == "acl" and token.tag in ("VBN", "VBD") and tree.child(verb, "dobj") is not None:
        return _noun_above(tree, token.head)
    return None


def _noun_above(tree: Tree, noun: int) -> int:
    """The "skippers" of "skippers in trawlers"."""
    for _ in range(_DEEPEST):
        preposition = tree.tokens[noun].head
        above = tree.tokens[preposition].head
        if tree.tokens[noun].dep != "pobj" or tree.tokens[above].pos not in ("NOUN", "PROPN"):
            break
        noun = above
    return noun


def _told(tree: Tree, nouns: Sequence[int]) -> frozenset[str]:
    words = (at for noun in nouns for at in tree.subtree(noun)[:_LONGEST])
    return frozenset(tree.tokens[at].lemma.lower() for at in words if tree.tokens[at].pos in _CONTENT)


@cache
def _deeds() -> frozenset[str]:
    """Verbs of the list of deeds, with their particles."""
    terms = lexicons.load("deeds").terms
    return frozenset(each.term for each in terms if each.label != "exempt" and (not each.pos or "VERB" in each.pos))
