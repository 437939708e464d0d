"""Noun phrases: their words, what a relative pronoun stands for, what hangs on a preposition."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.annotation.sources import run_around
from analysis.annotation.tree import Tree
from analysis.model import Span

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"})
_NEGATIVE = frozenset({"no", "nobody", "none", "nothing", "neither", "no-one", "nor"})
_APART = frozenset({"relcl", "punct", "acl", "appos", "case", "advcl", "cc"})
_DENYING = ("det", "neg", "amod", "advmod")
_REACH = 6


def phrase(tree: Tree, noun: int) -> Span:
    """The words of a noun with what modifies it, without relative clauses, participles and what a comma sets off."""
    barred = [
        child
        for child in tree.children[noun]
        if tree.tokens[child].dep in _APART or _set_off(tree, noun, child)
    ]
    barred += [child for child in tree.children[noun] if tree.tokens[child].dep == "conj" and _is_clause(tree, child)]
    joined = any(tree.tokens[child].dep == "conj" for child in tree.children[noun] if child not in barred)
    kept = tree.subtree(noun, [child for child in barred if not (joined and tree.tokens[child].dep in ("cc", "punct"))])
    run = tree.trim(_without_verbs(tree, run_around(kept, noun), noun))
    return tree.span(run or [noun])


def _without_verbs(tree: Tree, run: list[int], noun: int) -> list[int]:
    """``run`` without the verbs of other clauses and what lies behind them ("nine hurt and launch ..." is "nine")."""
    after = next((index for index in run if index > noun and _finite(tree, index)), len(tree.tokens))
    before = max((index for index in run if index < noun and _finite(tree, index)), default=-1)
    return [index for index in run if before < index < after]


def _finite(tree: Tree, index: int) -> bool:
    """A verb or a participle that stands after its noun, but no "injured" of "the injured man"."""
    token = tree.tokens[index]
    modifies = token.head > index and token.dep in ("amod", "compound", "nmod")
    return token.tag in ("VBD", "VBZ", "VBP", "VBN") and not modifies


def _is_clause(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos in ("VERB", "AUX")


def _set_off(tree: Tree, noun: int, child: int) -> bool:
    """A preposition after a comma, or one that says when: it belongs to the clause."""
    if tree.tokens[child].dep != "prep":
        return False
    pobj = tree.child(child, "pobj")
    late = pobj is not None and tree.tokens[pobj].entity in ("DATE", "TIME")
    return late or (child > noun + 1 and tree.tokens[child - 1].text in (",", "–", "—"))


def referent(tree: Tree, noun: int | None, verb: int) -> int | None:
    """What a relative pronoun stands for: the noun its clause hangs on; any other noun is itself."""
    if noun is None or tree.tokens[noun].text.lower() not in RELATIVE:
        return noun
    current = verb
    for _ in range(_REACH):
        if tree.tokens[current].dep == "relcl":
            return tree.tokens[current].head
        if tree.tokens[current].head == current:
            break
        current = tree.tokens[current].head
    return None if tree.tokens[noun].text.lower() != "that" else noun


def pobj(tree: Tree, index: int, *prepositions: str) -> int | None:
    """The noun after the first of ``prepositions`` that hangs on ``index``, times and amounts left out."""
    return next(pobjs(tree, index, *prepositions), None)


def pobjs(tree: Tree, index: int, *prepositions: str) -> Iterator[int]:
    """Nouns after those of ``prepositions`` that hang on ``index``."""
    for child in tree.children[index]:
        token = tree.tokens[child]
        if token.dep in ("prep", "agent", "dative", "prt") and token.text.lower() in prepositions:
            noun = tree.child(child, "pobj")
            if noun is not None and tree.tokens[noun].entity not in _TIMES:
                yield noun


def is_negative(tree: Tree, noun: int | None) -> bool:
    """ "no one", "nobody", "no officers", "none of them"."""
    if noun is None:
        return False
    near = (noun, *(child for child in tree.children[noun] if tree.tokens[child].dep in _DENYING))
    return any(tree.tokens[index].text.lower() in _NEGATIVE for index in near)
