"""Who speaks: the source of a reporting word, and the noun phrases that name people."""

from __future__ import annotations

from typing import NamedTuple

from analysis.annotation.cues import lemma_of, single_verbs
from analysis.annotation.tree import Tree
from analysis.model import CueClass

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_OPENING = frozenset({"“", "‘", '"', "'", "«", "„", "”", "»"})
_QUOTED = 80
"""Tokens looked back from the end of a quotation for its start."""


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
    misread = _misread_subject(tree, index)
    if misread is not None:
        return phrase(tree, misread)
    outer = outer_speech(tree, index)
    current = index if outer is None else outer
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


def outer_speech(tree: Tree, index: int) -> int | None:
    """The reporting verb that the one at ``index`` goes on with, where the parse put it inside what that one reports.

    "The clerk said the barge had sunk and called it a pity", "denied that it will sink, accusing the guild of ...": the
    clerk calls, and he accuses. Only where the verb between is no reporting verb and has the only subject near.
    """
    token = tree.tokens[index]
    finite = token.dep == "conj" and is_finite(tree, index)
    aside = token.dep == "advcl" and token.tag == "VBG" and index > 0 and tree.tokens[index - 1].text == ","
    if not (finite or aside) or not _reports(tree, index) or tree.child(index, *_SUBJECTS) is not None:
        return None
    inner = token.head
    if tree.tokens[inner].dep == "conj" and tree.child(inner, *_SUBJECTS) is None:
        inner = tree.tokens[inner].head
    outer = tree.tokens[inner].head
    if tree.tokens[inner].dep != "ccomp" or not inner < index or not outer < inner or _reports(tree, inner):
        return None
    if not _reports(tree, outer) or (finite and _form(tree, outer) != _form(tree, index)):
        return None
    subject = tree.child(inner, *_SUBJECTS)
    himself = subject is not None and tree.tokens[subject].text.lower() in ("he", "she", "they", "it")
    return None if finite and himself and _finite_form(tree, inner) == _finite_form(tree, index) else outer


def _finite_form(tree: Tree, verb: int) -> str:
    """ "VBD" for "was pleased" and "felt", "MD" for "would go" """
    auxiliary = tree.child(verb, "aux", "auxpass")
    return tree.tokens[verb if auxiliary is None else auxiliary].tag


def _reports(tree: Tree, index: int) -> bool:
    verbs = single_verbs()
    return tree.tokens[index].pos in ("VERB", "AUX") and lemma_of(tree.tokens[index], verbs) in verbs


def _form(tree: Tree, verb: int) -> tuple[str, bool]:
    """Tense and auxiliary: "said" and "called" are alike, as are "has denied" and "has called"."""
    has = any(tree.tokens[child].lemma in ("have", "’ve", "'ve") for child in tree.children[verb])
    return tree.tokens[verb].tag, has


def _misread_subject(tree: Tree, verb: int) -> int | None:
    """The subject of ``verb`` where the parse took it for an object or an apposition of the noun before."""
    if not is_finite(tree, verb):
        return None
    if _after_quotation(tree, verb):
        return _inverted(tree, verb)
    return _in_headline(tree, verb) or _in_apposition(tree, verb)


def _in_headline(tree: Tree, verb: int) -> int | None:
    """ "... and dam boss snaps that ...": the noun right before a verb that has no subject"""
    before = verb - 1
    if tree.tokens[verb].tag not in ("VBZ", "VBD") or before < 0 or tree.tokens[before].head != verb:
        return None
    named = tree.tokens[before].dep in ("compound", "nmod") and tree.tokens[before].pos in ("NOUN", "PROPN")
    return before if named and tree.child(verb, "nsubj", "csubj", "nsubjpass") is None else None


def _after_quotation(tree: Tree, verb: int) -> bool:
    if verb > 1 and tree.tokens[verb - 1].text == "," and _is_closing(tree, verb - 2):
        return _opens_sentence(tree, verb - 2)
    return verb > 0 and _is_closing(tree, verb - 1)


def _is_closing(tree: Tree, at: int) -> bool:
    return tree.tokens[at].text in ("”", '"', "’", "'", "»") and tree.tokens[at].pos == "PUNCT"


def _opens_sentence(tree: Tree, closing: int) -> bool:
    """ "“Not true”, shouted one", not "He found it “untrue”, told the clerk and left": nothing before the quotation"""
    sentence = tree.tokens[closing].sentence
    for at in range(closing - 1, max(closing - _QUOTED, -1), -1):
        if tree.tokens[at].sentence != sentence:
            return True
        if tree.tokens[at].pos == "PUNCT" and tree.tokens[at].text in _OPENING:
            return at == 0 or tree.tokens[at - 1].sentence != sentence
    return closing < _QUOTED


def _inverted(tree: Tree, verb: int) -> int | None:
    """ "‘...!’ shouted one": what follows the verb, where its subject is part of the quotation or missing"""
    subject = tree.nearest_child(verb, "nsubj", "csubj", "nsubjpass")
    after = tree.child(verb, "dobj")
    if after is None:
        timed = tree.child(verb, "npadvmod")  # a name that the parse took for a time
        after = timed if timed is not None and tree.tokens[timed].entity == "PERSON" else None
    if after is None or after < verb or (subject is not None and subject > verb):
        return None
    particle = tree.child(verb, "prt")  # "pointed out one"
    return after if tree.subtree(after)[0] == verb + (2 if particle == verb + 1 else 1) else None


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
