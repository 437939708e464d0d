"""How far two sentences tell the same, word by word: each word is held against the word of the other most like it.

Like BERTScore (Zhang et al. 2020) and the word alignment of Sultan, Bethard and Sumner (2014), with three rules of our
own. A figure is like no other word but the same figure, however close the model puts "12 hurt" and "14 hurt". Words of
the closed classes count for half, as they carry little; names for three quarters, as "he" or "the minister" often
stands for them; figures for one and a half. And what one sentence tells in one piece and the other leaves out (a
further clause) is taken off once more, by how much it is and not by its share: a word changed here and there is
wording, five words in a row are news.

Nothing here is learned from labelled pairs; the few numbers are round and set by hand.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.embedding import Reading, Vectors
from analysis.ngrams import FUNCTION_WORDS

_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_LONGEST = 4_000
"""Characters of a sentence that are looked at; longer ones are tables and noise."""
_TO_NINETEEN = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TO_NINETEEN += " eighteen nineteen"
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMERALS = {word: float(n) for n, word in enumerate(_TO_NINETEEN.split(), start=2)}
_NUMERALS |= {word: 10.0 * n for n, word in enumerate(_TO_NINETY.split(), start=2)}
_FUNCTION, _NAME, _FIGURE = 0.5, 0.75, 1.5
"""What a word weighs that is not an ordinary one (1)."""
_FOUND = 0.6
"""Cosine of two words in their sentences from which one has found its like; those of one event seldom lie below 0.3."""
_LEFT_OUT = 0.05
"""What each word takes that one sentence tells in one piece and the other leaves out."""
_LONGER, _FREE = 0.015, 2
"""What each further word of the longer sentence takes, and how many are free."""
_WORDS, _LETTERS, _MEANING = 0.6, 0.2, 0.2
"""Shares in the whole of words found, letters in common and the cosine of the sentences' vectors."""


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """The words of a sentence: whether of the closed classes, their weights, their values where they are figures (else
    not a number), their vectors of length 1 as they stand in it; then its triples of letters and its own vector."""

    function: NDArray[np.bool_]
    weights: Vectors
    figures: NDArray[np.float64]
    vectors: Vectors
    letters: Counter[str]
    meaning: Vectors


def words_of(sentence: str, reading: Reading) -> Words:
    """The words of the sentence that the model has read (of a very long one the first)."""
    found = list(_with_states(sentence[:_LONGEST], reading))
    texts = [text for text, _ in found]
    figures = np.array([_value(text) for text in texts], dtype=np.float64)
    function = np.array([text.lower() in FUNCTION_WORDS for text in texts], dtype=bool)
    name = np.array([place > 0 and text[0].isupper() for place, text in enumerate(texts)], dtype=bool)
    weights = np.where(function, _FUNCTION, np.where(name, _NAME, 1.0))
    weights = np.where(np.isnan(figures), weights, _FIGURE).astype(np.float32)
    vectors = np.array([state for _, state in found], dtype=np.float32).reshape(len(found), reading.states.shape[1])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return Words(function, weights, figures, vectors, _letters(sentence), reading.vector)


def agreement(one: Words, other: Words) -> float:
    """How far two sentences tell the same, 0 to 1, whatever their order; 0 where one has no word."""
    if not len(one.weights) or not len(other.weights):
        return 0.0
    likeness = _likeness(one, other)
    mine, theirs = likeness.max(axis=1), likeness.max(axis=0)
    shares = [float(best @ each.weights / each.weights.sum()) for each, best in ((one, mine), (other, theirs))]
    told = 2 * shares[0] * shares[1] / max(sum(shares), 1e-9)
    left_out = max(_left_out(one, mine), _left_out(other, theirs))
    longer = max(0.0, abs(float(one.weights.sum() - other.weights.sum())) - _FREE)
    letters, meaning = _letters_shared(one.letters, other.letters), max(0.0, float(one.meaning @ other.meaning))
    whole = _WORDS * told + _LETTERS * letters + _MEANING * meaning
    return min(1.0, max(0.0, whole * (1 - _LEFT_OUT * left_out - _LONGER * longer)))


def _likeness(one: Words, other: Words) -> Vectors:
    """The cosine of every word of one and every word of the other, at least 0; of figures 1 or 0."""
    cosines = (one.vectors @ other.vectors.T).clip(0, 1)
    figures = ~np.isnan(one.figures)[:, None] | ~np.isnan(other.figures)[None]
    return np.where(figures, one.figures[:, None] == other.figures[None], cosines).astype(np.float32)


def _left_out(words: Words, best: Vectors) -> float:
    """The most that is told in a row without its like in the other sentence. A word of the closed classes breaks no
    row, as it finds its like everywhere."""
    most = row = 0.0
    for function, weight, found in zip(words.function.tolist(), words.weights.tolist(), best.tolist(), strict=True):
        if found < _FOUND:
            row += weight * (1 - found)
            most = max(most, row)
        elif not function:
            row = 0.0
    return most


def _with_states(sentence: str, reading: Reading) -> Iterator[tuple[str, Vectors]]:
    """Each word with the mean of its word pieces' states."""
    starts, ends = [start for start, _ in reading.spans], [end for _, end in reading.spans]
    for match in _WORD.finditer(sentence):
        first, last = bisect_right(ends, match.start()), bisect_left(starts, match.end())
        if first < last:
            yield match[0], reading.states[first:last].mean(axis=0)


def _value(word: str) -> float:
    """What a figure in digits or one word comes to, else not a number. ("One" is a pronoun as often.)"""
    if not word[0].isdecimal():
        return _NUMERALS.get(word.lower(), float("nan"))
    try:
        return float(word.replace(",", ""))
    except ValueError:  # "1.2.3"
        return float(re.sub(r"\D", "", word))


def _letters(sentence: str) -> Counter[str]:
    plain = " " + re.sub(r"\W+", " ", sentence[:_LONGEST].lower()).strip() + " "
    return Counter(plain[place : place + 3] for place in range(len(plain) - 2))


def _letters_shared(one: Counter[str], other: Counter[str]) -> float:
    """The share of the triples of letters of the sentence with more of them that the other has too."""
    return (one & other).total() / max(one.total(), other.total(), 1)
