"""What people are told to feel, want, decide, ask for, know and talk about: attributions that are nobody's claim.

"The guild opposes the toll", "criticism of the plan", "worries the fishermen": PolNeAR (Newell et al. 2018) counts them
as attributions, as does the literature on private states (Wiebe, Wilson & Cardie 2005). They leave every voice as it
is, for the words stay the journalist's own account. Rules over dependencies; the words stand in ``attitudes.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from analysis.annotation.cues import lemma_of
from analysis.annotation.sources import Clause, phrase, source_of
from analysis.annotation.tree import Tree
from analysis.model import CueClass

ATTITUDES = Path(__file__).parents[2] / "data" / "lexicons" / "attitudes.csv"

_OBJECTS = ("dobj", "ccomp", "xcomp", "nsubjpass", "oprd")
_OWNERS = ("by", "from", "among", "with")
_TOPICS = ("about", "of", "for", "over", "against", "on", "to", "toward", "towards")
_EMPTY = frozenset({"it", "this", "that", "there", "what", "which"})
_ABOUT = ("about", "of", "for", "over", "against", "on", "to")

_PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_AUDIENCES = frozenset({"reporter", "journalist", "crowd", "audience", "supporter", "voter", "people", "medium"})


@cache
def attitudes(pos: str) -> dict[str, frozenset[str]]:
    """Words of the universal part of speech ``pos`` -> their frames.

    ``experiencer``: the object feels ("worries the fishermen"); ``appearance``: the observer is not named ("seems");
    ``survey``: as a noun, its topic is not its content ("a poll of sailors"). Without a frame the subject has it.
    """
    with ATTITUDES.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if pos in row["pos"].split("|")]
    return {row["term"]: frozenset(row["note"].split()) for row in rows}


def attitudes_of(tree: Tree) -> Iterator[Clause]:
    """Every attitude that ``tree`` shows, in the order of the words that tell them; content may be empty."""
    for index, token in enumerate(tree.tokens):
        if token.pos == "VERB":
            yield from _verb(tree, index)
        elif token.pos == "NOUN":
            yield from _noun(tree, index)
        elif token.pos == "ADJ":
            yield from _adjective(tree, index)


def _verb(tree: Tree, index: int) -> Iterator[Clause]:
    token = tree.tokens[index]
    words = attitudes("VERB")
    frames = words.get(lemma_of(token, words))
    if frames is None or token.dep in ("amod", "compound"):
        return
    passive = tree.child(index, "auxpass") is not None
    if "appearance" in frames:
        clause = tree.child(index, "xcomp", "oprd", "acomp", "ccomp", "prep")
        if clause is not None:
            yield _clause([], index, tree.subtree(clause))
    elif "experiencer" in frames and not passive:
        sufferer = tree.child(index, "dobj")
        if sufferer is not None:
            yield _clause(phrase(tree, sufferer), index, [])
    else:
        source = source_of(tree, index)
        if passive or (source and (len(source) > 1 or tree.tokens[source[0]].lemma not in _EMPTY)):
            yield _clause(source, index, _content(tree, index, source))


def _content(tree: Tree, index: int, source: list[int]) -> list[int]:
    """Object and complements of the verb at ``index``; of a passive, what it is about."""
    barred = {*source, index}
    objects = [child for child in tree.children[index] if tree.tokens[child].dep in _OBJECTS]
    objects = objects or [
        child
        for child in tree.children[index]
        if tree.tokens[child].dep == "prep" and tree.tokens[child].lemma in _ABOUT and not _addressed(tree, child)
    ]
    return [at for child in objects for at in tree.subtree(child) if at not in barred]


def _addressed(tree: Tree, preposition: int) -> bool:
    """ "(spoke) to reporters", "(spoke) on Monday": to whom and when, not what about"""
    noun = tree.child(preposition, "pobj")
    if noun is None:
        return False
    token = tree.tokens[noun]
    heard = token.entity in _PEOPLE or token.pos == "PRON" or token.lemma in _AUDIENCES
    return token.entity in ("DATE", "TIME") or (tree.tokens[preposition].lemma == "to" and heard)


def _noun(tree: Tree, index: int) -> Iterator[Clause]:
    """ "his criticism of the plan", "opposition from the guild", "a report on the flood" """
    token = tree.tokens[index]
    frames = attitudes("NOUN").get(token.lemma)
    if frames is None or token.dep == "compound":
        return
    source = _holder(tree, index)
    topics = [child for child in tree.children[index] if _is_topic(tree, child, named=bool(source))]
    content = [] if "survey" in frames else [at for child in topics for at in tree.subtree(child)]
    if source or content:
        yield _clause(source, index, content)


def _holder(tree: Tree, noun: int) -> list[int]:
    """Whose it is: "the guild's opposition", "opposition from the guild"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return [at for at in tree.subtree(owner) if tree.tokens[at].dep != "case"]
    for child in tree.children[noun]:
        holder = tree.child(child, "pobj") if tree.tokens[child].lemma in _OWNERS else None
        if holder is not None:
            return phrase(tree, holder)
    return []


def _is_topic(tree: Tree, child: int, *, named: bool) -> bool:
    """A clause or phrase that tells what the noun is about; a clause without "that" only where the holder is named."""
    token = tree.tokens[child]
    if token.dep in ("acl", "ccomp"):
        return named or _that(tree, child)
    return token.dep == "prep" and token.lemma in _TOPICS


def _that(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[child].text.lower() in ("that", "whether") for child in tree.children[clause])


def _adjective(tree: Tree, index: int) -> Iterator[Clause]:
    token = tree.tokens[index]
    if token.lemma not in attitudes("ADJ") or token.dep not in ("acomp", "oprd", "conj", "ROOT"):
        return
    source = source_of(tree, token.head)
    topic = tree.child(index, "prep", "ccomp", "xcomp")
    if source:
        yield _clause(source, index, tree.subtree(topic) if topic is not None else [])


def _clause(source: list[int], cue: int, content: list[int]) -> Clause:
    return Clause(source, [cue], CueClass.NEUTRAL, content, cue, claim=False)
