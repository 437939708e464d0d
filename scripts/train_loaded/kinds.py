"""What each kind of mark is worth: by the desks of the corpus, and by sentences labelled for tone towards somebody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from analysis.loaded.sentences import Sentence, read
from analysis.model import AnnotatedField, Span
from scripts import train_tone

DESK_PENALTY, TONE_PENALTY = 0.01, 0.05
SEEN = 80
"""Sentences in which a kind must stand."""
LEAST_SPREAD = 0.1
"""Standard deviation below which a kind is not scaled up any further."""
MOST_OF_AN_OUTLET = 300
WORDS = "words"
"""The sum of the learned words of a sentence, which takes part in the fit on desks."""
SHORTEST, LONGEST = 5, 69


class Example(NamedTuple):
    """A sentence by its values, with its label and what it counts."""

    values: Mapping[str, float]
    label: bool
    weight: float


def of_desks(fields: Iterable[tuple[AnnotatedField, bool, str]], words: Mapping[str, float]) -> list[Example]:
    """Every sentence of (field, whether its desk is outspoken, outlet); both sorts weigh the same."""
    rows = [
        (sentence, outspoken, outlet) for field, outspoken, outlet in fields for sentence in read(field)
        if SHORTEST <= sum(sentence.voices.values()) <= LONGEST
    ]
    counts = Counter(outlet for _, _, outlet in rows)
    weights = [min(1.0, MOST_OF_AN_OUTLET / counts[outlet]) for _, _, outlet in rows]
    totals: dict[bool, float] = defaultdict(float)
    for (_, loud, _), weight in zip(rows, weights, strict=True):
        totals[loud] += weight
    return [
        Example(sentence.values() | {WORDS: learned(sentence, words)}, loud, weight * len(rows) / totals[loud] / 2)
        for (sentence, loud, _), weight in zip(rows, weights, strict=True)
    ]


def of_tone(path: Path) -> list[Example]:
    """Every labelled sentence of NewsMTSC: does it judge anybody, for better or worse?"""
    judged: dict[tuple[int, int], list[bool]] = defaultdict(list)
    sentences: dict[tuple[int, int], Sentence] = {}
    known: dict[int, list[Sentence]] = {}
    for each in train_tone.read(path):
        found = known.setdefault(id(each.field), read(each.field))
        place = next(n for n, sentence in enumerate(found) if sentence.span.overlaps(Span(*each.target)))
        judged[id(each.field), place].append(each.label != 0)
        sentences[id(each.field), place] = found[place]
    return [Example(sentences[key].values(), any(labels), 1.0) for key, labels in judged.items()]


def learned(sentence: Sentence, words: Mapping[str, float]) -> float:
    return sum(words.get(word, 0.0) for word in sentence.words)


def fitted(examples: Sequence[Example], penalty: float, without: Collection[str]) -> dict[str, float]:
    """Kind -> log-odds per unit of its value. All kinds are scaled alike for the fit, so that the penalty is fair."""
    seen = Counter(kind for each in examples for kind, value in each.values.items() if value)
    kinds = sorted(kind for kind, count in seen.items() if count >= SEEN and kind not in without)
    table = np.array([[each.values.get(kind, 0.0) for kind in kinds] for each in examples])
    spread = np.where([kind == WORDS for kind in kinds], 1.0, np.maximum(table.std(axis=0), LEAST_SPREAD))
    labels, weights = np.array([each.label for each in examples]), np.array([each.weight for each in examples])
    model = LogisticRegression(C=penalty, max_iter=500).fit(table / spread, labels, sample_weight=weights)
    return dict(zip(kinds, map(float, model.coef_[0] / spread), strict=True))
