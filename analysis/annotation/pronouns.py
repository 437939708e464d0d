"""Pronouns for one person, tied to the person the passage speaks of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from analysis.annotation.links import Links, Place
from analysis.annotation.phrase import Phrase
from analysis.model import AnnotatedField, EntityKind, MentionForm

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_RELATIVES = frozenset({"who", "whose", "whom"})
_REACH = 4
"""Sentences back to the person a pronoun stands for."""
_KEPT = 12
"""People kept in mind, at most."""


def pronouns_of(links: Links, fields: Mapping[int, AnnotatedField]) -> Iterator[tuple[Place, int]]:
    """(place, chain) of every pronoun that could be resolved, field by field in text order."""
    for number, field in sorted(fields.items()):
        yield from _in_field(links, number, field)


def _in_field(links: Links, number: int, field: AnnotatedField) -> Iterator[tuple[Place, int]]:
    starts = sorted((place.phrase.head, index) for index, place in enumerate(links.places) if place.field == number)
    recent: deque[tuple[int, bool, int]] = deque(maxlen=_KEPT)
    position = 0
    for index, token in enumerate(field.tokens):
        while position < len(starts) and starts[position][0] < index:
            head, phrase = starts[position]
            chain = links.chain[phrase]
            if links.profiles[chain].kind is EntityKind.PERSON:
                recent.append((head, field.tokens[head].dep in ("nsubj", "nsubjpass"), chain))
            position += 1
        word = token.text.lower()
        if token.pos not in ("PRON", "DET") or (word not in _GENDERS and word not in _RELATIVES):
            continue
        chain_found = (
            _relative(links, number, field, index)
            if word in _RELATIVES
            else _antecedent(links, field, index, _GENDERS[word], recent)
        )
        if chain_found is not None:
            if word in _GENDERS:
                recent.append((index, token.dep in ("nsubj", "nsubjpass"), chain_found))
            yield Place(number, field.tokens, _pronoun(index)), chain_found


def _relative(links: Links, number: int, field: AnnotatedField, index: int) -> int | None:
    """The person before "who"."""
    tokens = field.tokens
    current = index
    for _ in range(4):
        if tokens[current].dep == "relcl":
            found = links.ends.get((number, tokens[current].head))
            return None if found is None else links.chain[found]
        current = tokens[current].head
    return None


def _antecedent(
    links: Links, field: AnnotatedField, index: int, gender: str, recent: deque[tuple[int, bool, int]]
) -> int | None:
    sentence = field.tokens[index].sentence
    best: tuple[float, int, int] | None = None
    for head, subject, chain in recent:
        back = sentence - field.tokens[head].sentence
        known = links.profiles[chain].gender
        if back > _REACH or (known and known != gender):
            continue
        score = -back + (1.2 if subject else 0.0) + (0.5 if links.profiles[chain].full else 0.0)
        best = max(best or (score, head, chain), (score, head, chain))
    return None if best is None else best[2]


def _pronoun(index: int) -> Phrase:
    none: frozenset[str] = frozenset()
    return Phrase(
        index, index + 1, index, EntityKind.PERSON, False, (), "", "", "", none, none, "", "", "", False, "",
        MentionForm.PRONOUN,
    )  # fmt: skip
