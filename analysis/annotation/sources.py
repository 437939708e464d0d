"""Who speaks: the source of a reporting word, and the noun phrases that name people."""

from __future__ import annotations

from typing import NamedTuple

from analysis.annotation.tree import Tree
from analysis.model import CueClass


class Clause(NamedTuple):
    """An attribution as token indices; ``content`` may be empty where a quotation beside the cue supplies it."""

    source: list[int]
    cue: list[int]
    cue_class: CueClass
    content: list[int]
    head: int
    """The reporting word itself."""
    claim: bool = True
    """See ``Attribution.claim``."""


def source_of(tree: Tree, index: int) -> list[int]:
    """Who speaks: the subject of a verb, of the verb it is joined to or depends on, or the agent of a passive."""
    agent = tree.child(index, "agent")
    if agent is not None:
        noun = tree.child(agent, "pobj")
        return phrase(tree, noun) if noun is not None else []
    if tree.child(index, "auxpass") is not None:
        return []
    current = index
    misread = _misread_subject(tree, index)
    if misread is not None:
        return phrase(tree, misread)
    for _ in range(6):
        subject = tree.nearest_child(current, "nsubj", "csubj")
        if subject is not None:
            return _subject(tree, current, subject)
        token = tree.tokens[current]
        if token.dep in ("relcl", "acl") and tree.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            return phrase(tree, token.head) if token.tag != "VBN" else []
        if token.dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "parataxis", "dep"):
            return []
        if token.dep == "ccomp" and tree.tokens[current].tag not in ("VB", "VBG"):
            return []
        current = token.head
    return []


def _misread_subject(tree: Tree, verb: int) -> int | None:
    """The noun of "..., the clerk continues:", where the parse took it for an apposition of the noun before."""
    if tree.tokens[verb].dep != "conj" or tree.child(verb, "nsubj", "csubj") is not None:
        return None
    if tree.child(tree.tokens[verb].head, "cc") is not None or not is_finite(tree, verb):
        return None
    at = verb - 1
    while at > tree.tokens[verb].head and tree.tokens[at].dep != "appos":
        at = tree.tokens[at].head if tree.tokens[at].head < verb and tree.tokens[at].head != at else -1
    if at <= tree.tokens[verb].head or tree.tokens[at].pos not in ("NOUN", "PROPN"):
        return None
    below = tree.subtree(at)
    outer = tree.tokens[below[0] - 1].text == "," and below[-1] == verb - 1
    return at if outer else None


def _subject(tree: Tree, verb: int, subject: int) -> list[int]:
    if tree.tokens[subject].tag in ("WP", "WDT") and tree.tokens[verb].dep == "relcl":
        return phrase(tree, tree.tokens[verb].head)
    return phrase(tree, subject)


def phrase(tree: Tree, noun: int) -> list[int]:
    """The noun phrase of ``noun`` without relative clauses and without what follows a colon or dash."""
    barred = [
        child
        for child in tree.children[noun]
        if tree.tokens[child].dep in ("relcl", "punct") or (tree.tokens[child].dep == "acl" and child > noun)
    ]
    run = run_around(tree.trim(tree.subtree(noun, barred)), noun)
    dash = max((at for at in run if at < noun and tree.tokens[at].text in ("-", "–", "—", "―")), default=-1)
    return [at for at in run if at > dash] if tree.spaced(dash) else run


def run_around(indices: list[int], centre: int) -> list[int]:
    """The part of ``indices`` without gaps (single tokens aside) that holds ``centre``."""
    if centre not in indices:
        return [centre]
    at = indices.index(centre)
    first = last = at
    while first and indices[first] - indices[first - 1] <= 2:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] - indices[last] <= 2:
        last += 1
    return indices[first : last + 1]


def is_finite(tree: Tree, index: int) -> bool:
    """ "said", "says", "have said" """
    if tree.tokens[index].tag == "VBN":
        return any(tree.tokens[child].lemma in ("have", "’ve", "'ve") for child in tree.children[index])
    return tree.tokens[index].tag in ("VBD", "VBZ", "VBP")
