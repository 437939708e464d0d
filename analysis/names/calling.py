"""What somebody calls somebody: "described the union as a gang of bullies", "called them hooligans".

The label stands for who is so called, whoever calls them so, and mostly in that speaker's voice; it is where outlets
choose which names to pass on. Only verbs that say what somebody is are read, never those that say what somebody was
made or used as ("replaced her as leader").
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.annotation.tree import Tree
from analysis.model import EntityKind, MentionForm, Naming
from analysis.names.labels import Label, Labels, Where

_AS = frozenset({
    "describe", "brand", "label", "denounce", "condemn", "blast", "slam", "dismiss", "hail", "praise", "portray",
    "depict", "characterise", "characterize", "denigrate", "deride", "mock", "criticise", "criticize", "paint",
    "regard", "lambast", "vilify", "decry", "attack", "ridicule", "define", "identify", "stigmatise", "stigmatize",
    "disparage", "revile", "berate", "deplore", "celebrate", "salute", "laud",
})  # fmt: skip
_CALL = frozenset({"call", "brand", "label", "dub", "name", "term", "deem", "consider"})
_CALLED = ("oprd", "attr")
_SELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_ACTORS = (EntityKind.PERSON, EntityKind.GROUP, EntityKind.COUNTRY)


def called(labels: Labels) -> dict[Naming, int]:
    """Single labels that the text says an actor is called -> number of the draft of that actor."""
    found: dict[Naming, int] = {}
    for where, tree in labels.trees.items():
        for one, other in _pairs(labels, where, tree):
            if other.naming.form is MentionForm.LABEL and labels.kind(one) in _ACTORS and one.draft != other.draft:
                found[other.naming] = one.draft
    return found


def _pairs(labels: Labels, where: Where, tree: Tree) -> Iterator[tuple[Label, Label]]:
    """(who is called something, the label)."""
    for verb, token in enumerate(tree.tokens):
        read = token.pos == "VERB" and token.lemma in _AS | _CALL and labels.is_readable(where, verb)
        if not read or tree.child(verb, "neg") is not None:
            continue
        told = labels.at(where, _object(tree, verb))
        for place in (*_as(tree, verb), *_small(tree, verb)):
            label = labels.at(where, place)
            if told is not None and label is not None and _is_whole_noun(tree, label):
                yield told, label


def _is_whole_noun(tree: Tree, label: Label) -> bool:
    """No pronoun, and not the "up" of "toss-up"."""
    cut = label.first > 0 and tree.tokens[label.first - 1].text in ("-", "‑")
    return tree.tokens[label.head].pos in ("NOUN", "PROPN") and not label.is_pronoun and not cut


def _object(tree: Tree, verb: int) -> int | None:
    """Who is called: the object, the subject of a passive, or the noun before "described as"."""
    place = tree.child(verb, "dobj", "nsubjpass")
    if place is not None and tree.tokens[place].text.lower() in _SELF:
        doer = tree.child(verb, "nsubj")
        return place if doer is None else doer
    if place is None and tree.tokens[verb].dep == "acl" and tree.tokens[verb].tag == "VBN":
        return tree.tokens[verb].head
    return place


def _as(tree: Tree, verb: int) -> Iterator[int]:
    """The noun in "describe X as ...", also where the parse hangs "as" on X. A second "as" is about somebody else."""
    above = (verb, _object(tree, verb)) if tree.tokens[verb].lemma in _AS else ()
    children = (child for place in above if place is not None for child in tree.children[place])
    first = next((child for child in children if tree.tokens[child].text.lower() == "as"), None)
    noun = None if first is None else tree.child(first, "pobj")
    if noun is not None and tree.child(noun, "poss") is None:
        yield noun


def _small(tree: Tree, verb: int) -> Iterator[int]:
    """The noun in "call X ..."."""
    if tree.tokens[verb].lemma in _CALL:
        noun = tree.child(verb, *_CALLED)
        if noun is not None:
            yield noun
