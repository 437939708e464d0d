"""Groups that are said to have done the same to the same: "raiders cut the cables of three barges" in one outlet and
"members of the league cut the steering cables of three barges" in another name one doer.

Words that fill the same place of one predicate stand for one another (Lin and Pantel 2001); on one event, with the
same verb and an object that is told by several words alike, they are the same people. Only groups and bodies are tied
so, and never two that both have names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.annotation.tree import Tree
from analysis.model import AnnotatedArticle, AnnotatedField, Entity, EntityKind, MentionForm

_ALIKE = 3
"""Words of the object in common from which it is the same."""
_LONGEST = 12
"""Words of an object that are looked at."""
_LONGEST_SENTENCE = 300
"""Tokens; a longer "sentence" is a table or a list."""
_FEW = 2
"""Articles that a group is told in, at most, to be another label for one that more articles tell of."""
_MOST = 200
"""Clauses with one verb that are held against each other; in more the verb says little."""
_CONTENT = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})

Heads = dict[tuple[str, str, int], int]
"""(article, field, head token of a naming) -> number of the draft."""


class _Done(NamedTuple):
    """What a group does: number of its draft, article, words of the object."""

    doer: int
    article: str
    told: frozenset[str]


def same_doers(event: Sequence[AnnotatedArticle], drafts: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """Pairs of drafts (by number) whose groups do the same to the same in two articles."""
    by_verb: dict[str, list[_Done]] = defaultdict(list)
    heads = _heads(event, drafts)
    for article in event:
        for field in article.fields():
            for verb, done in _clauses(article.id, field, heads):
                by_verb[verb].append(done)
    for alike in by_verb.values():
        near = alike[:_MOST]
        for place, one in enumerate(near):
            for other in near[:place]:
                if one.article != other.article and len(one.told & other.told) >= _ALIKE:
                    yield from _pair(drafts, one.doer, other.doer)


def _pair(drafts: Sequence[Entity], one: int, other: int) -> Iterator[tuple[int, int]]:
    """The draft that stays and the one to be joined to it, which few articles know: what more of them tell of is an
    actor of its own ("farmers" are not their union)."""
    known, less = sorted((one, other), key=lambda number: (-len(_articles(drafts[number])), number))
    if known != less and len(_articles(drafts[less])) <= _FEW:
        yield known, less


def _articles(draft: Entity) -> set[str]:
    return {naming.article for naming in draft.namings}


def _heads(event: Sequence[AnnotatedArticle], drafts: Sequence[Entity]) -> Heads:
    fields = {(article.id, field.name): field for article in event for field in article.fields()}
    starts = {place: [token.start for token in field.tokens] for place, field in fields.items()}
    found: Heads = {}
    for number, draft in enumerate(drafts):
        for naming in draft.namings if draft.kind is EntityKind.GROUP else ():
            if naming.form is not MentionForm.PRONOUN:
                place = naming.article, naming.field
                inside = range(bisect_left(starts[place], naming.start), bisect_left(starts[place], naming.end))
                head = next((at for at in inside if fields[place].tokens[at].head not in inside), None)
                if head is not None:
                    found[naming.article, naming.field, head] = number
    return found


def _clauses(article: str, field: AnnotatedField, heads: Heads) -> Iterator[tuple[str, _Done]]:
    tree = Tree(field.tokens)
    lengths = Counter(token.sentence for token in field.tokens)
    for verb, token in enumerate(field.tokens):
        if token.pos != "VERB" or lengths[token.sentence] > _LONGEST_SENTENCE:
            continue
        doer, object_ = _sides(tree, verb)
        number = None if doer is None else heads.get((article, field.name, doer))
        if number is not None and object_ is not None:
            told = _told(tree, object_)
            if len(told) >= _ALIKE:
                yield token.lemma, _Done(number, article, told)


def _sides(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Subject and object; agent and subject of a passive. A verb joined to another shares its subject."""
    by = tree.child(verb, "agent")
    if by is not None:
        return tree.child(by, "pobj"), tree.child(verb, "nsubjpass")
    doer, token = tree.child(verb, "nsubj"), tree.tokens[verb]
    if doer is None and token.dep in ("conj", "dep") and tree.child(verb, "nsubjpass", "auxpass") is None:
        doer = tree.child(token.head, "nsubj")
    return doer, tree.child(verb, "dobj")


def _told(tree: Tree, noun: int) -> frozenset[str]:
    words = tree.subtree(noun)[:_LONGEST]
    return frozenset(tree.tokens[at].lemma.lower() for at in words if tree.tokens[at].pos in _CONTENT)
