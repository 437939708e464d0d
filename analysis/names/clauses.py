"""Groups that are told by the same clause: "drivers who refused to pay", "those who refused to pay".

A clause that says who is meant is as good as a name on one event, whatever noun stands before it. "Cash payers" are
those who paid in cash, "holders of electronic passes" those with electronic passes, and "the island's families" the
islanders. "Those who ..." is no naming of an article's own annotation; it is made one here, where another label is told
by the same clause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.annotation.tree import Tree
from analysis.annotation.vocabulary import collective
from analysis.model import EntityKind, MentionForm, Naming
from analysis.names.guides import guides_of
from analysis.names.labels import Label, Labels, Where
from analysis.phrasing import stem

_LONGEST = 30
"""Words of a clause that are looked at."""
_FEWEST = 2
"""Words of its own that a clause must have to say who is meant."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LIGHT = frozenset({"be", "have", "do", "can", "will", "would", "could", "may", "might", "must", "shall", "should"})
_HOLDERS = frozenset({"holder", "owner", "bearer"})
_AGENT = ("ers", "ors")
_WITH, _OF = "with ", "of "
"""Stand among the words of what somebody holds, and of where people live."""
_LIVE = frozenset({"resident", "inhabitant", "family", "people", "householder", "household"})

Words = frozenset[str]


class _Told(NamedTuple):
    """A naming, or what could be one ("those who refused to pay"), with the number of its draft (None: of none yet),
    the stems of the words that tell who is meant, and whether a clause (or that they hold something) tells so, which
    other wordings may fit."""

    naming: Naming
    draft: int | None
    words: Words
    sure: bool = True


def told_alike(labels: Labels) -> tuple[dict[Naming, int], dict[Naming, int]]:
    """Single labels told by the same clause as the group of a draft, and new namings -> number of the draft."""
    told: dict[Words, list[_Told]] = defaultdict(list)
    for each in (*_of_labels(labels), *_of_pronouns(labels)):
        told[each.words].append(each)
    moves: dict[Naming, int] = {}
    new: dict[Naming, int] = {}
    for alike in told.values():
        home = _home(labels, alike) if any(each.sure for each in alike) else None
        if home is None:
            continue
        for each in alike:
            if each.draft is None:
                new[each.naming] = home
            elif each.draft != home and each.naming.form is MentionForm.LABEL:
                moves[each.naming] = home
    return moves, new


def _home(labels: Labels, alike: Sequence[_Told]) -> int | None:
    """The draft among them with most namings; None where there is nothing to bring together."""
    drafts = dict.fromkeys(each.draft for each in alike if each.draft is not None)
    if len(alike) < 2 or not drafts:
        return None
    return max(drafts, key=lambda number: (len(labels.drafts[number].namings), -number))


def _of_labels(labels: Labels) -> Iterator[_Told]:
    for label in labels.readable(EntityKind.GROUP):
        if label.naming.form is MentionForm.LABEL:
            tree, held = labels.trees[label.where], labels.lemma(label) in _HOLDERS
            found = [(words, True) for words in _clause(tree, label.head)]
            found += [(words, False) for words in _agents(tree, label)]
            found += [(words | {_WITH}, held) for words in _held(tree, label.head, "of" if held else "with")]
            found += [(frozenset({place, _OF}), True) for place in _peopled(tree, label)]
            yield from (_Told(label.naming, label.draft, words, sure) for words, sure in found)


def _of_pronouns(labels: Labels) -> Iterator[_Told]:
    for where, tree in labels.trees.items():
        for place, token in enumerate(tree.tokens):
            free = token.text.lower() == "those" and token.pos == "PRON" and labels.at(where, place) is None
            if free and labels.is_readable(where, place):
                for words in _clause(tree, place):
                    yield _Told(_naming(labels, where, tree, place), None, words)


def _naming(labels: Labels, where: Where, tree: Tree, place: int) -> Naming:
    clause = tree.child(place, "relcl")
    span = tree.span([place, *(() if clause is None else tree.subtree(clause))])
    label = " ".join(labels.fields[where].text[span.start : span.end].split())
    return Naming(*where, *span, label, MentionForm.LABEL, tree.tokens[place].voice, guides_of(label))


def _clause(tree: Tree, noun: int) -> Iterator[Words]:
    """The stems of "who refused to pay" behind a noun."""
    verb = tree.child(noun, "relcl")
    subject = None if verb is None else tree.child(verb, "nsubj", "nsubjpass")
    if verb is not None and subject is not None and tree.tokens[subject].text.lower() in ("who", "that"):
        words = _stems(tree, tree.subtree(verb)[:_LONGEST])
        if len(words) >= _FEWEST:
            yield words


def _agents(tree: Tree, label: Label) -> Iterator[Words]:
    """"Cash payers" are told by paying and cash."""
    token = tree.tokens[label.head]
    others = [at for at in range(label.first, label.head) if tree.tokens[at].dep == "compound"]
    if others and token.text.lower().endswith(_AGENT):
        verb = token.text.lower()[: -len(_AGENT[0])]
        yield from (_stems(tree, others) | {stem(each)} for each in (verb, f"{verb}e"))


def _peopled(tree: Tree, label: Label) -> Iterator[str]:
    """The island of "islanders" and of "the island's families"."""
    token = tree.tokens[label.head]
    lemma = token.lemma.lower()
    if collective(lemma) == "residents" and lemma.endswith("er"):
        yield from (lemma[:-1], lemma[:-2])
    owner = tree.child(label.head, "poss")
    if owner is not None and lemma in _LIVE and tree.tokens[owner].pos == "NOUN":
        yield tree.tokens[owner].lemma.lower()


def _held(tree: Tree, noun: int, preposition: str) -> Iterator[Words]:
    """What "holders of electronic passes" and "operators with electronic passes" have."""
    for child in tree.children[noun]:
        held = tree.child(child, "pobj")
        if tree.tokens[child].text.lower() == preposition and held is not None:
            words = _stems(tree, tree.subtree(held)[:_LONGEST])
            if len(words) >= _FEWEST:
                yield words


def _stems(tree: Tree, places: Sequence[int]) -> Words:
    kept = (tree.tokens[at] for at in places if tree.tokens[at].pos in _CONTENT)
    return frozenset(stem(token.text.lower()) for token in kept if token.lemma not in _LIGHT)
