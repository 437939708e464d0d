"""Where a sentence goes on in the writer's own words: "The bridge was unsafe, she said, and the police closed it"."""

from __future__ import annotations

from analysis.annotation.tree import Tree

_JOINS = ("and", "but")
_MARKS = frozenset({"“", "”", '"', "‘", "’", "'", "''", "``", "«", "»", "„"})
_SUBJECTS = ("nsubj", "nsubjpass")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def own_tail(tree: Tree, content: list[int], said: list[int]) -> int | None:
    """The token from which ``content`` is the writer's own; ``said`` are source and cue, in the midst of it.

    That is a whole clause after "..., she said, and", in the past, of somebody or something newly named, without
    quotation: "and it will open again" goes on with what she said.
    """
    first, last = min(said), max(said)
    if not content or content[0] > first or content[-1] <= last + 2 or tree.tokens[last + 1].text != ",":
        return None
    joint = last + 2
    if tree.tokens[joint].text.lower() not in _JOINS or tree.tokens[joint].sentence != tree.tokens[first].sentence:
        return None
    tail = [at for at in content if at >= joint]
    if any(tree.tokens[at].text in _MARKS for at in tail):
        return None
    subject = next((at for at in tail if tree.tokens[at].dep in _SUBJECTS), None)
    return joint if subject is not None and _tells(tree, joint, subject) else None


def _tells(tree: Tree, joint: int, subject: int) -> bool:
    """Does the ``subject`` head a clause of the past that "and" joins on, and does its phrase name somebody anew?"""
    verb = tree.tokens[subject].head
    if tree.tokens[verb].dep != "conj" or tree.tokens[verb].head > joint or not _is_past(tree, verb):
        return False
    named = tree.tokens[subject].pos == "PROPN"
    definite = tree.tokens[subject].pos == "NOUN" and any(
        tree.tokens[child].text.lower() in _DEFINITE for child in tree.children[subject]
    )
    return named or definite


def _is_past(tree: Tree, verb: int) -> bool:
    """ "closed", "was closed"; not "was worse" and "had closed", which are more often what she said"""
    if tree.tokens[verb].pos != "VERB":
        return False
    helpers = [child for child in tree.children[verb] if tree.tokens[child].dep in ("aux", "auxpass")]
    if any(tree.tokens[at].lemma == "have" for at in helpers):
        return False
    return tree.tokens[helpers[0] if helpers else verb].tag == "VBD"
