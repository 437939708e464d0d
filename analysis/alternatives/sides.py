"""A title or text as it is asked, word by word, what stands in the place of a word of another one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from analysis.annotation.tree import Tree
from analysis.model import AnnotatedField, Attribution, Entity, EntityKind, Naming, Span, Voice
from analysis.ngrams import FUNCTION_WORDS
from analysis.phrasing import stem

_MOST_TOKENS = 200
"""Words of a sentence that are looked at; longer ones are tables and noise."""
KEPT = 128
"""Sentences and clauses that are kept as they were read, as many marks ask for the same ones."""
_NESTED = 5
"""Namings before a word that may reach over it."""


@dataclass(frozen=True, eq=False, slots=True)
class Side:
    """A title or text with what is asked of it again and again: its tree, starts, stems, and namings in order."""

    field: AnnotatedField
    tree: Tree
    starts: tuple[int, ...]
    stems: tuple[str, ...]
    """Of every token; "" for words of the closed classes and marks."""
    namings: tuple[tuple[Naming, str], ...]
    """Namings with the id of their entity."""
    naming_starts: tuple[int, ...]
    said: tuple[tuple[int, Attribution], ...]
    """Attributions with a cue, by where it starts."""

    def places(self, span: Span) -> range:
        """The tokens that begin in ``span``, at most ``_MOST_TOKENS``."""
        first = bisect_left(self.starts, span.start)
        return range(first, min(bisect_left(self.starts, span.end), first + _MOST_TOKENS))

    def named(self, span: Span) -> list[tuple[Naming, str]]:
        """The namings that begin in ``span``."""
        first, last = bisect_left(self.naming_starts, span.start), bisect_left(self.naming_starts, span.end)
        return list(self.namings[first:last])

    def cues(self, span: Span) -> list[Attribution]:
        """The attributions whose cue begins in ``span``."""
        first = bisect_left(self.said, span.start, key=itemgetter(0))
        last = bisect_left(self.said, span.end, key=itemgetter(0))
        return [each for _, each in self.said[first:last]]

    def namings_around(self, span: Span) -> list[tuple[Naming, str]]:
        """The namings that hold ``span``, the nearest first."""
        last = bisect_right(self.naming_starts, span.start)
        near = self.namings[max(0, last - _NESTED) : last]
        return [each for each in reversed(near) if each[0].end >= span.end]

    def entity_at(self, place: int) -> str | None:
        """The entity that the word at ``place`` names, as the last word of a label or as (a part of) a name."""
        token = self.field.tokens[place]
        around = self.namings_around(Span(token.start, token.end))
        return next((entity for each, entity in around if each.end == token.end or token.pos == "PROPN"), None)


def side_of(article: str, field: AnnotatedField, entities: Sequence[Entity]) -> Side:
    """The field of an article, ready to be asked."""
    namings = sorted(
        ((naming, entity.id) for entity in entities for naming in entity.namings
         if naming.article == article and naming.field == field.name and entity.kind is not EntityKind.OTHER),
        key=lambda each: (each[0].start, each[0].end),
    )  # fmt: skip
    stems = tuple(
        stem(word) if token.is_word and (word := token.text.lower()) not in FUNCTION_WORDS else ""
        for token in field.tokens
    )
    said = ((each.cue.start, each) for each in field.attributions if each.cue is not None)
    return Side(field, Tree(field.tokens), tuple(token.start for token in field.tokens), stems, tuple(namings),
                tuple(naming.start for naming, _ in namings),
                tuple(sorted(said, key=itemgetter(0))))  # fmt: skip


class Sentence(NamedTuple):
    """What is asked of a sentence for every mark of another one: its words in lower case, its content stems, and where
    those stand that nobody is quoted with."""

    words: frozenset[str]
    stems: frozenset[str]
    own: Mapping[str, Sequence[int]]


@lru_cache(maxsize=KEPT)
def read(side: Side, sentence: Span) -> Sentence:
    """The words of a sentence of ``side``."""
    places = side.places(sentence)
    own: dict[str, list[int]] = {}
    for at in places:
        if side.stems[at] and side.field.tokens[at].voice is not Voice.QUOTED:
            own.setdefault(side.stems[at], []).append(at)
    words = frozenset(side.field.tokens[at].text.lower() for at in places)
    return Sentence(words, frozenset(side.stems[at] for at in places) - {""}, own)
