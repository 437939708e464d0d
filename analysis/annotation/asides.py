"""Phrases that name a source beside its claim: "according to the report", "in her opinion", "by the guild's count"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.annotation.complements import verb_cue
from analysis.annotation.sources import Clause, phrase
from analysis.annotation.tree import Tree
from analysis.model import CueClass

_VIEWS = frozenset(
    {"opinion", "view", "word", "eye", "mind", "estimation", "judgment", "judgement", "telling", "reckoning"}
)
_COUNTS = frozenset({"count", "reckoning", "estimate", "account", "tally", "calculation", "admission", "telling"})
_TELLINGS = frozenset({
    "information", "version", "word", "knowledge", "recollection", "reckoning", "memory", "telling", "understanding",
    "remark", "comment", "testimony",
})  # fmt: skip
"""What somebody has and tells: "according to his information" is according to him."""
_BEFORE_VIEWS = {"in": _VIEWS, "by": _COUNTS, "on": frozenset({"account", "telling"})}


def in_the_view(tree: Tree, index: int) -> Iterator[Clause]:
    """ "in his opinion", "in the words of the guild", "by the count of the office" """
    noun = tree.child(index, "pobj")
    if noun is None or tree.tokens[noun].lemma not in _BEFORE_VIEWS.get(tree.tokens[index].lemma, ()):
        return
    owner = tree.child(noun, "poss")
    of = next((child for child in tree.children[noun] if tree.tokens[child].lemma == "of"), None)
    holder = owner if owner is not None else tree.child(of, "pobj") if of is not None else None
    if holder is not None:
        source = [at for at in phrase(tree, holder) if tree.tokens[at].dep != "case"]
        content = _before_aside(tree, index) or _around(tree, index)
        own = tree.tokens[holder].lemma in ("my", "our", "we", "i")
        yield Clause(source, [index, noun], CueClass.NEUTRAL, content, index, claim=not own)


def _before_aside(tree: Tree, index: int) -> list[int]:
    """The words before ", by the count of the guild", back to a colon, a semicolon or the start of the sentence."""
    sentence = tree.tokens[index].sentence
    if index < 2 or tree.tokens[index - 1].text != "," or tree.tokens[index - 1].sentence != sentence:
        return []
    start = index - 1
    while start and tree.tokens[start - 1].sentence == sentence and tree.tokens[start - 1].text not in (":", ";"):
        start -= 1
    before = list(range(start, index - 1))
    return before if any(tree.tokens[at].tag in ("VBZ", "VBP", "VBD", "MD", "VBN") for at in before) else []


def according(tree: Tree, index: int) -> Iterator[Clause]:
    """ "according to X": everything of the clause that it hangs on, itself left out."""
    preposition = next((at for at in tree.children[index] if at > index and tree.tokens[at].dep == "prep"), None)
    noun = tree.child(preposition, "pobj") if preposition is not None else None
    if preposition is None or noun is None:
        return
    owner = tree.child(noun, "poss") if tree.tokens[noun].lemma in _TELLINGS else None
    source = [at for at in tree.subtree(owner) if tree.tokens[at].dep != "case"] if owner is not None else []
    yield Clause(source or phrase(tree, noun), [index, preposition], CueClass.NEUTRAL, _around(tree, index), index)


def _around(tree: Tree, index: int) -> list[int]:
    """The clause that the phrase at ``index`` hangs on, without the phrase."""
    own = set(tree.subtree(index))
    head = tree.tokens[index].head
    while tree.tokens[head].pos in ("NOUN", "PROPN", "NUM", "ADP", "ADJ") and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    if tree.tokens[head].dep == "conj" and tree.child(head, "nsubj", "nsubjpass", "expl") is None:
        head = tree.tokens[head].head  # "the team is led by clerks and includes help, according to ..."
    as_clause = tree.child(head, "advcl") if tree.tokens[head].lemma == "come" else None
    if as_clause is not None and head < as_clause < index:
        head = as_clause  # "the move comes as prices rise, according to ...": only the rise is theirs
    if head == index:
        return []
    told = _told(tree, head, index)
    if told is not None:
        return tree.subtree(told)
    content = [at for at in tree.subtree(head, _new_clause(tree, head, index)) if at not in own]
    first, last = _reach(tree, index)
    return [at for at in content if first <= at <= last]


def _told(tree: Tree, head: int, index: int) -> int | None:
    """The content of "“...,” the clerk said, according to the Beacon": that she said so is told by the writer."""
    told = tree.child(head, "ccomp") if verb_cue(tree, head) is not None else None
    return told if told is not None and told < head < index else None


def _reach(tree: Tree, index: int) -> tuple[int, int]:
    """First and last token between the colons and semicolons around the phrase at ``index``, in its sentence."""
    tokens, sentence = tree.tokens, tree.tokens[index].sentence
    first = last = index
    while first and tokens[first - 1].sentence == sentence and tokens[first - 1].text not in (":", ";"):
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].sentence == sentence and tokens[last + 1].text != ";":
        last += 1
    return first, last


def _new_clause(tree: Tree, head: int, index: int) -> list[int]:
    """The clause with a subject of its own joined on after the phrase: ", according to her, and it will rise"."""
    if index < head or tree.tokens[index - 1].text != ",":
        return []
    joined = [
        child
        for child in tree.children[head]
        if child > index
        and tree.tokens[child].dep == "conj"
        and tree.child(child, "nsubj", "nsubjpass", "expl") is not None
    ]
    return [*joined, *(at for at in tree.children[head] if tree.tokens[at].dep == "cc" and at > index and joined)]
