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
    topic: tuple[int, ...] = ()
    """What a judgment is about; no part of the claim."""


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
    """The subject of ``verb`` where the parse took it for an object or an apposition of the noun before."""
    if not is_finite(tree, verb):
        return None
    return _inverted(tree, verb) if _after_quotation(tree, verb) else _in_apposition(tree, verb)


def _after_quotation(tree: Tree, verb: int) -> bool:
    return verb > 0 and tree.tokens[verb - 1].text in ("”", '"', "’", "'", "»") and tree.tokens[verb - 1].pos == "PUNCT"


def _inverted(tree: Tree, verb: int) -> int | None:
    """ "‘...!’ shouted one": what follows the verb, where its subject is part of the quotation or missing"""
    subject = tree.nearest_child(verb, "nsubj", "csubj", "nsubjpass")
    after = tree.child(verb, "dobj")
    if after is None or after < verb or (subject is not None and subject > verb):
        return None
    return after if tree.subtree(after)[0] == verb + 1 else None


def _in_apposition(tree: Tree, verb: int) -> int | None:
    """ "..., the clerk continues:", "..., Mara Teviot, the guild's lawyer, told the Beacon" """
    if tree.tokens[verb].dep != "conj" or tree.child(verb, "nsubj", "csubj") is not None:
        return None
    if tree.child(tree.tokens[verb].head, "cc") is not None:
        return None
    at = last = _before_aside(tree, verb)
    found = None
    while tree.tokens[verb].head < at and tree.tokens[at].pos != "VERB":
        if tree.tokens[at].dep == "appos":
            found = at
        head = tree.tokens[at].head
        at = head if head < at else -1
    if found is None or tree.tokens[found].pos not in ("NOUN", "PROPN"):
        return None
    below = tree.subtree(found)
    return found if tree.tokens[below[0] - 1].text == "," and last <= below[-1] < verb else None


def _before_aside(tree: Tree, verb: int) -> int:
    """The last word before ``verb``, a comma or a bracket between them passed over."""
    at = verb - 1
    if tree.tokens[at].text == ")":
        opening = (back for back in range(at, max(at - 12, 0), -1) if tree.tokens[back].text == "(")
        at = next(opening, at)
    return at - 1 if tree.tokens[at].text in (",", "(") else at


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
