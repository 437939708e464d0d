"""How one clause speaks of a person or group: a label, a score, and the words that decided.

Multinomial logistic regression on the features of words and grammar (``features``) and on the stored vectors of the
sentence and of the clause. Where a field has no vectors, the words alone decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis import embedding, pieces
from analysis.embedding import DIMENSIONS
from analysis.model import AnnotatedField, Span
from analysis.tone.features import Feature, Features, Near
from analysis.tone.weights import ALWAYS, LABELS, Weights, load

MOST_WORDS = 4
"""Words that are named for a decision."""
_TELLING = frozenset({"ADJ", "ADV", "NOUN", "VERB", "INTJ"})
"""Parts of speech that are named; the others weigh little and tell a reader nothing."""
_LEAST = 0.2
"""What a word must add, as a difference of log-odds, to be named."""

Figures = NDArray[np.float64]
_Weighed = tuple[Sequence[float], float, int]
"""Weights by label, value and place of the word of a feature."""


class Judgment(NamedTuple):
    """-1, 0 or 1; the chance of positive less that of negative; the words that decided, the weightiest first.

    A word's weight is what it adds to positive less what it adds to negative. Words are named that speak for the
    label and are said in the voice of the word that stands for the target; none where the label is 0 or the sentence
    as a whole decided.
    """

    label: int
    score: float
    words: tuple[tuple[Span, float], ...]


class Judge:
    """Judges targets in one field, which is read once; ``weights`` are the shipped ones unless others are given."""

    def __init__(self, field: AnnotatedField, weights: Weights | None = None) -> None:
        self.field = field
        self._weights = load() if weights is None else weights
        self._judged: dict[Span, Judgment] = {}
        self._seen: dict[Near, list[_Weighed]] = {}

    @cached_property
    def features(self) -> Features:
        """What can be said of the field's targets."""
        return Features(self.field)

    def clause(self, target: Span) -> tuple[int, int] | None:
        """The places of the word that stands for the target and of the verb of its clause; None without a token."""
        head = self.features.head(self.features.members(target))
        return None if head is None else (head, self.features.heads[head])

    def span(self, clause: int) -> Span:
        """From the first to the last word of the clause that ``clause`` heads."""
        return self._spans[clause]

    @cached_property
    def _spans(self) -> dict[int, Span]:
        spans: dict[int, Span] = {}
        for token, head in zip(self.field.tokens, self.features.heads, strict=True):
            if token.is_word or head not in spans:
                begun = spans.get(head)
                spans[head] = Span(begun.start if begun else token.start, token.end)
        return spans

    def judge(self, target: Span) -> Judgment:
        """The tone towards ``target``; neutral where no token stands there."""
        if target not in self._judged:
            self._judged[target] = self._judge(target)
        return self._judged[target]

    def _judge(self, target: Span) -> Judgment:
        own = self.features.own(target)
        if not own:
            return Judgment(0, 0.0, ())
        always = np.array(self._weights.words.get(ALWAYS, (0.0, 0.0, 0.0)))
        negative, neutral, positive = (always + self._of_vectors(target)).tolist()
        by_word: dict[int, float] = defaultdict(float)
        near = (each for word in self.features.near(target) for each in self._near(word))
        for row, value, token in chain(self._known(own), near, self._known(self.features.tied(target))):
            negative += row[0] * value
            neutral += row[1] * value
            positive += row[2] * value
            by_word[token] += (row[2] - row[0]) * value
        total = np.array((negative, neutral, positive))
        chances = np.exp(total - total.max())
        chances /= chances.sum()
        label = LABELS[int(total.argmax())]
        return Judgment(label, float(chances[2] - chances[0]), self._named(by_word, label, target))

    def _known(self, features: Iterable[Feature]) -> list[_Weighed]:
        """The weights of those of ``features`` that have some, with value and word."""
        words = self._weights.words
        return [(words[each.name], each.value, each.token) for each in features if each.name in words]

    def _near(self, word: Near) -> list[_Weighed]:
        """The same of one word near a target, kept for all targets to which it stands alike."""
        if word not in self._seen:
            self._seen[word] = self._known(self.features.word_at(word))
        return self._seen[word]

    def _named(self, by_word: Mapping[int, float], label: int, target: Span) -> tuple[tuple[Span, float], ...]:
        """The weightiest words that speak for the label, in the voice of the target."""
        tokens = self.field.tokens
        stands = self.clause(target)
        voice = tokens[stands[0]].voice if stands else None
        telling = [(place, weight) for place, weight in by_word.items() if place >= 0 and weight * label >= _LEAST]
        fit = [
            (place, weight)
            for place, weight in telling
            if tokens[place].pos in _TELLING and tokens[place].voice is voice
        ]
        fit.sort(key=lambda each: (-abs(each[1]), each[0]))
        return tuple((Span(tokens[place].start, tokens[place].end), weight) for place, weight in fit[:MOST_WORDS])

    def _of_vectors(self, target: Span) -> Figures:
        """What the vectors of sentence and clause add."""
        if self._of_rows is None:
            return np.zeros(len(LABELS))
        head = self.features.head(self.features.members(target))
        if head is None:
            return np.zeros(len(LABELS))
        sentence, clause = self.field.tokens[head].sentence, self._clause_rows[head]
        clause = clause if self._with_clauses else sentence
        return np.asarray(self._of_rows[0, sentence] + self._of_rows[1, clause])

    @cached_property
    def _of_rows(self) -> Figures | None:
        """For each stored vector what it adds as that of a sentence, and as that of a clause."""
        vectors = embedding.stored(self.field)
        if vectors is None or not len(vectors):
            return None
        return np.asarray(vectors @ self._weights.vectors[:, :DIMENSIONS] + self._weights.vectors[:, DIMENSIONS:])

    @cached_property
    def _clause_rows(self) -> tuple[int, ...]:
        return pieces.rows(self.field)

    @cached_property
    def _with_clauses(self) -> bool:
        """Whether there is a vector for each clause, and none more: else they are of another text."""
        texts = max(len(self.field.sentences), max(self._clause_rows, default=0) + 1)
        return self._of_rows is not None and self._of_rows.shape[1] == texts


def summed(found: Iterable[Feature]) -> dict[str, float]:
    """Features by name, their values added up."""
    sums: dict[str, float] = {}
    for feature in found:
        sums[feature.name] = sums.get(feature.name, 0.0) + feature.value
    return sums
