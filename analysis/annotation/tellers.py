"""What can tell something: people, bodies and documents can, a light or a silence cannot."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from analysis.annotation.tree import Tree, head_of
from analysis.annotation.vocabulary import noun

ROLES = Path(__file__).parents[2] / "data" / "lexicons" / "roles.csv"

_BETRAYS = frozenset({
    "tell", "show", "reveal", "suggest", "indicate", "prove", "demonstrate", "signal", "confirm", "expose", "hint",
    "imply", "remind", "establish", "underline", "underscore", "highlight", "illustrate", "betray", "convey", "attest",
    "testify", "verify", "make",
})  # fmt: skip
"""Verbs by which things let something be known, without a word."""


def is_mute(tree: Tree, verb: int, source: list[int]) -> bool:
    """ "The light tells where she is", "the silence showed that ...": what a thing shows is the writer's own account.

    A thing is what a common noun names that stands neither for people nor for a body or a document.
    """
    if tree.tokens[verb].lemma not in _BETRAYS:
        return False
    head = head_of(tree.tokens, source)
    token = tree.tokens[head] if head is not None else None
    if token is None or token.pos != "NOUN" or token.entity in ("PERSON", "ORG", "GPE", "NORP"):
        return False
    words = {token.lemma, token.text.lower()}
    return words.isdisjoint(_telling()) and all(noun(word) is None for word in words)


@cache
def outlet_words() -> frozenset[str]:
    """Words by which the name of an outlet is known ("gazette")."""
    with ROLES.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["term"] for row in csv.DictReader(lines) if row["class"] == "outlet body")


@cache
def _telling() -> frozenset[str]:
    """Last words of the nouns for people, bodies and documents."""
    with ROLES.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["term"].rsplit(" ", 1)[-1] for row in csv.DictReader(lines))
