"""Words that outspoken desks write more than sober ones on the same topics and days, whatever the outlet."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from analysis.lexicon_words import split
from scripts.train_loaded.desks import Desked

SENTENCES, SHORTEST, LONGEST = 14, 5, 60
"""Sentences of an article that are read, and their words: without quotation marks, drawn with a fixed seed."""
SEEN, FEWEST_OUTLETS, MOST_OF_ONE = 25, 5, 0.35
"""A word stands in so many sentences, in so many outlets of either sort, and in one of them at most so often."""
PENALTY = 0.02
LEAST = 0.03
"""A word is kept where two fits on outlets of which none is in both give it weights of one sign, this far from 0."""
CAPITALS = 0.35
"""Share of capitals inside sentences above which a word is (part of) a name."""

CAMPS = frozenset(
    {"left", "right", "wing", "liberal", "liberals", "conservative", "conservatives", "progressive", "progressives",
     "socialist"}
)
"""Words for political camps say what a desk writes about: none of them is loaded by itself."""

_SENTENCE = re.compile(r'(?<=[.!?])["”’\')]*\s+(?=["“‘\'(]*[A-Z0-9])')
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")


class Told(NamedTuple):
    """A sentence: its distinct words, its article, and what it counts."""

    words: frozenset[str]
    article: Desked
    weight: float


def learned(frame: pd.DataFrame, articles: Sequence[Desked]) -> dict[str, float]:
    """Word -> log-odds, of the words that hold over outlets; names and camps are left out."""
    told, names = _told(frame, articles)
    vectorizer = CountVectorizer(analyzer=lambda words: words - names - CAMPS, min_df=SEEN, binary=True)
    table = vectorizer.fit_transform([each.words for each in told])
    outlets = np.array([each.article.outlet for each in told])
    loud = np.array([each.article.outspoken for each in told])
    weights = np.array([each.weight for each in told])
    half = np.array([sha256(outlet.encode()).digest()[0] % 2 == 1 for outlet in outlets])
    whole, *halves = (_fitted(table[rows], loud[rows], weights[rows]) for rows in (half | ~half, half, ~half))
    agreed = (np.sign(halves[0]) == np.sign(halves[1])) & (np.min(np.abs(halves), axis=0) > LEAST)
    kept = agreed & _spread(table, outlets, loud)
    names_of = vectorizer.get_feature_names_out()
    return {str(word): float(weight) for word, weight in zip(names_of[kept], whole[kept], strict=True)}


def _fitted(table: Any, loud: Any, weights: Any) -> Any:
    return LogisticRegression(C=PENALTY, max_iter=300).fit(table, loud, sample_weight=weights).coef_[0]


def _spread(table: Any, outlets: Any, loud: Any) -> Any:
    """Which words stand in enough outlets of either sort, and in none too often."""
    columns = table.tocsc()
    found = []
    for column in range(table.shape[1]):
        rows = columns.indices[columns.indptr[column] : columns.indptr[column + 1]]
        most = Counter(outlets[rows]).most_common(1)[0][1]
        either = (len(set(outlets[rows][loud[rows] == side])) for side in (True, False))
        found.append(most < MOST_OF_ONE * len(rows) and min(either) >= FEWEST_OUTLETS)
    return np.array(found)


def _told(frame: pd.DataFrame, articles: Iterable[Desked]) -> tuple[list[Told], frozenset[str]]:
    """The sentences of ``articles``, and the words that are written with a capital too often."""
    draw, told = random.Random(0), []
    capital: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for article in articles:
        sentences = list(_sentences(frame["text"][article.place], capital))
        for words in draw.sample(sentences, min(SENTENCES, len(sentences))):
            told.append(Told(words, article, article.weight * max(1.0, SENTENCES / len(sentences))))
    return told, frozenset(word for word, (high, low) in capital.items() if high > CAPITALS * (high + low))


def _sentences(text: str, capital: dict[str, list[int]]) -> Iterator[frozenset[str]]:
    for line in text.replace("’", "'").split("\n"):
        for sentence in _SENTENCE.split(line):
            words = _WORD.findall(sentence)
            for word in words[1:]:
                capital[word.lower()][0 if word[0].isupper() else 1] += 1
            if SHORTEST <= len(words) <= LONGEST and not set(sentence) & set('"“”'):
                yield frozenset(part for word in words for part in _parts(word))


@lru_cache(maxsize=100_000)
def _parts(word: str) -> tuple[str, ...]:
    """As the tokenizer cuts it: "don't" is "do" and "n't"."""
    return split(word)
