"""The list of deeds (data/lexicons/deeds.csv): which words, and who does and who undergoes what they name.

The column ``note`` holds, parted by semicolons:

- ``subject undergoes``: the subject is the one it happens to ("died"); ``subject does or undergoes``: that depends on
  whether there is an object ("burned the house", "the house burned"). Otherwise the subject does it.
- ``mutual``: two sides do it to each other ("crews clashed"), unless there is a "with" ("they clashed with police").
- ``owner undergoes``: in "the killing of N" and "N's death" N is the one it happens to. Otherwise N does it.
- ``object: WORDS``: a deed only where the object is one of these; ``PERSON``, ``FOLK`` (people without a name) and
  ``PLACE`` are kinds of object.
- ``not: WORDS``: no deed where the object is one of these ("shot a film").
- ``with: WORDS``: a deed only with one of these prepositions.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.model import AnnotatedField, Token

LONGEST_SENTENCE = 300
"""Tokens. A longer "sentence" is a table or a list that has lost its line ends; its parse tells nothing."""


class Frame(NamedTuple):
    """How a term of the list is used."""

    theme: str
    subject_does: bool = True
    subject_undergoes: bool = False
    owner_undergoes: bool = False
    mutual: bool = False
    objects: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    verbal: bool = True
    nominal: bool = False


class Hit(NamedTuple):
    """A term found: indices of its first, last and main token. ``noun`` is True where it is used as a noun."""

    first: int
    last: int
    head: int
    frame: Frame
    noun: bool


def hits(annotated: AnnotatedField) -> Iterator[Hit]:
    """The terms of the list in a field, in order, those in endless sentences left out."""
    tokens = annotated.tokens
    starts = {token.start: index for index, token in enumerate(tokens)}
    ends = {token.end: index for index, token in enumerate(tokens)}
    lengths: dict[int, int] = {}
    for token in tokens:
        lengths[token.sentence] = lengths.get(token.sentence, 0) + 1
    for match in lexicons.load("deeds").matches(annotated):
        first, last = starts[match.start], ends[match.end]
        head = _main(tokens[first : last + 1]) + first
        if lengths[tokens[head].sentence] <= LONGEST_SENTENCE:
            frame = _frames()[match.term]
            yield Hit(first, last, head, frame, _is_noun(tokens[head], frame))


def _main(words: tuple[Token, ...]) -> int:
    """The verb of a phrase ("opened fire"), else its last word where that is a noun ("air strikes"), else its first."""
    verbs = [index for index, token in enumerate(words) if token.pos in ("VERB", "AUX")]
    return verbs[0] if verbs else (len(words) - 1 if words[-1].pos in ("NOUN", "PROPN") else 0)


def _is_noun(token: Token, frame: Frame) -> bool:
    return frame.nominal and (token.pos in ("NOUN", "PROPN") or not frame.verbal)


def frame_of(term: str) -> Frame | None:
    """How the list uses ``term``; None where it is not in the list."""
    return _frames().get(term)


@lru_cache(maxsize=1)
def _frames() -> Mapping[str, Frame]:
    with (lexicons.FOLDER / "deeds.csv").open(encoding="utf-8", newline="") as file:
        return {row["term"]: _frame(row["class"], row["pos"], row["note"]) for row in csv.DictReader(file)}


def _frame(theme: str, pos: str, note: str) -> Frame:
    parts = {part.strip() for part in note.split(";")}
    return Frame(
        theme,
        subject_does="subject undergoes" not in parts,
        subject_undergoes=not parts.isdisjoint({"subject undergoes", "subject does or undergoes"}),
        owner_undergoes="owner undergoes" in parts,
        mutual="mutual" in parts,
        objects=_words(parts, "object:"),
        excluded=_words(parts, "not:"),
        prepositions=_words(parts, "with:"),
        verbal=pos != "NOUN",
        nominal="NOUN" in pos,
    )


def _words(parts: set[str], name: str) -> frozenset[str]:
    return frozenset(word for part in parts if part.startswith(name) for word in part[len(name) :].split())
