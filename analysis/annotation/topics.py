"""Judgments: what somebody is said to have said of a thing, apart from the thing itself.

"The guild accused the mayor of selling the river": the claim is "selling the river"; whom it is about is named by the
writer, in the writer's words. The same holds for "blasted the toll as a theft" and "railed against the “silence”".
"""

from __future__ import annotations

from analysis.annotation.cues import Cue
from analysis.annotation.tree import Tree

_CLAIMING = ("as", "of", "for", "with")
"""Prepositions that lead from the thing to what is said of it, the surest first."""
_ABOUT = frozenset({"against", "at", "about", "over", "on", "to", "into", "with", "by", "from"})


def judgment(tree: Tree, index: int, cue: Cue) -> tuple[list[int], list[int]]:
    """(what is said, whom or what it is said of) by the judging verb at ``index``; both may be empty."""
    thing = tree.child(index, "dobj", "nsubjpass")
    claiming = _claiming(tree, index, thing)
    said = _below(tree, claiming) if claiming is not None else []
    barred = {*said, index}
    preps = [
        child
        for child in tree.children[index]
        if tree.tokens[child].dep == "prep" and (child == claiming or tree.tokens[child].lemma in _ABOUT)
    ]
    about = [at for child in (thing, *preps) if child is not None for at in tree.subtree(child)]
    if thing is None and claiming is None and not cue.words[1:]:
        about = [at for child in preps if not _of_time(tree, child) for at in tree.subtree(child)]
    return said, sorted(set(about) - barred)


def _claiming(tree: Tree, index: int, thing: int | None) -> int | None:
    """The preposition before what is said: it hangs on the verb, or (misread) on the thing."""
    for lemma in _CLAIMING:
        found = [child for child in tree.children[index] if _is(tree, child, lemma) and child > index]
        if lemma == "with" and tree.tokens[index].lemma != "charge":
            continue
        if not found and thing is not None and (lemma == "as" or (lemma, tree.tokens[index].lemma) == ("of", "accuse")):
            found = [child for child in tree.children[thing] if _is(tree, child, lemma) and child > thing][-1:]
        if found:
            return found[0]
    return None


def _is(tree: Tree, child: int, lemma: str) -> bool:
    return tree.tokens[child].dep == "prep" and tree.tokens[child].lemma == lemma


def _of_time(tree: Tree, preposition: int) -> bool:
    noun = tree.child(preposition, "pobj")
    return noun is not None and tree.tokens[noun].entity in ("DATE", "TIME")


def _below(tree: Tree, preposition: int) -> list[int]:
    """What follows the preposition; nothing where that is another judgment ("for what he called ...")."""
    said = [at for at in tree.subtree(preposition) if at != preposition]
    free = said and tree.tokens[said[0]].lemma == "what"
    return [] if free else [at for at in said if at > preposition]
