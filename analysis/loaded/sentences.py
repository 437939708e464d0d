"""A sentence as the score reads it: its marks by kind, its voices, and its words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from analysis.loaded.marks import Mark, marks, written
from analysis.model import AnnotatedField, Span, Token, Voice

UNREAD = frozenset({"PROPN", "NOUN", "NUM", "PUNCT", "SYM", "SPACE", "X"})
"""Parts of speech whose words have no weight of their own: names, and nouns, which mostly tell the topic."""
_HEARD = 2
"""Words of a voice above which it counts as heard in a sentence."""


class Sentence(NamedTuple):
    """One sentence. ``voices``: the number of words of each, in the order in which they are heard."""

    span: Span
    voices: Mapping[Voice, int]
    marks: Mapping[str, Sequence[Mark]]
    words: Mapping[str, Span]
    """Each distinct word that may have a weight, at its first place."""

    def heard(self) -> dict[str, float]:
        """1 for each voice of somebody else: it is the sentence that bears it, and no single word."""
        others = (Voice.REPORTED, Voice.QUOTED)
        return {f"{voice} voice": 1.0 for voice in others if self.voices.get(voice, 0) > _HEARD}

    def values(self) -> dict[str, float]:
        """All that a weight of a kind is multiplied by: ln(1 + amount) of each kind of mark, and the voices."""
        marked = {kind: math.log1p(math.fsum(each.amount for each in found)) for kind, found in self.marks.items()}
        return marked | self.heard()


def read(field: AnnotatedField) -> list[Sentence]:
    """The sentences of ``field`` in order; one pass over its tokens, word lists and attributions."""
    tokens: Mapping[int, list[Token]] = defaultdict(list)
    for token in field.tokens:
        tokens[token.sentence].append(token)
    found: Mapping[int, Mapping[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks(field):
        found[mark.sentence][mark.kind].append(mark)
    return [
        Sentence(span, Counter(token.voice for token in tokens[number] if token.is_word), found[number],
                 _words(tokens[number]))
        for number, span in enumerate(field.sentences)
    ]


def _words(tokens: Iterable[Token]) -> dict[str, Span]:
    first: dict[str, Span] = {}
    for token in tokens:
        if any(map(str.isalnum, token.text)) and token.pos not in UNREAD:
            first.setdefault(written(token), Span(token.start, token.end))
    return first
