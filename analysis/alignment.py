"""How far two sentences tell the same, word by word: each word of one is matched with one word of the other.

Like the word alignment of Sultan, Bethard and Sumner (2014), with likenesses as in BERTScore (Zhang et al. 2020). Words
are matched one to one, so that no word of a short sentence stands for several of a long one, and so that the sum of
likenesses is greatest (Kuhn 1955). With that go four rules of our own. A figure is like no other word but the same
figure, however close the model puts "12 hurt" and "14 hurt". Words of one stem are more alike than the model finds them
in their places. Words of the closed classes and names weigh less than others, as the first carry little and "he" or
"the minister" often stands for the second; figures weigh more. And what one sentence tells in one piece and the other
leaves out (a further clause) is taken off once more, by how much it is and not by its share: a word changed here and
there is wording, five words in a row are news, unless they only tell who said it.

Nothing here is learned from labelled pairs: the few numbers are round and set by hand, among few variants by how they
do on the public sets that are measured (see Methods).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.embedding import Reading, Vectors
from analysis.ngrams import FUNCTION_WORDS
from analysis.phrasing import stem

_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_LONGEST = 4_000
"""Characters of a sentence that are looked at; longer ones are tables and noise."""
_TO_NINETEEN = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TO_NINETEEN += " eighteen nineteen"
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMERALS = {word: float(n) for n, word in enumerate(_TO_NINETEEN.split(), start=2)}
_NUMERALS |= {word: 10.0 * n for n, word in enumerate(_TO_NINETY.split(), start=2)}
_FUNCTION, _NAME, _FIGURE = 0.7, 0.6, 1.5
"""What a word weighs that is not an ordinary one (1)."""
_SAME_STEM = 0.4
"""Likeness from which words of one stem start; the rest is how alike they are in their sentences."""
_NEAR = 1e-4
"""By how much less alike two words count at opposite ends: among equals those at like places are matched."""
_ROUNDED = 0.02
"""How far apart, relatively, two figures may be that one is a rounder telling of the other."""
_FOUND = 0.5
"""Likeness of two words from which one has found its like; the cosines of one event seldom lie below 0.3."""
_LEFT_OUT = 0.07
"""What each word takes that one sentence tells in one piece and the other leaves out."""
_WHO_SAID_IT = 0.5
"""What is left of that where the piece is at an end of the sentence and tells who said it."""
_SAYING = frozenset(
    {
        "said", "say", "says", "saying", "told", "tell", "tells", "added", "adds", "according", "wrote", "writes",
        "tweeted", "reported", "reports", "noted", "notes", "stated", "states", "announced", "announces", "statement",
    }
)  # fmt: skip
_WORDS, _MEANING = 0.68, 0.32
"""Shares in the whole of the words found and the cosine of the sentences' vectors."""


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """The words of a sentence: whether of the closed classes, whether they tell that somebody says something, their
    stems, weights, values where they are figures (else not a number) and vectors of length 1 as they stand in it; then
    its own vector."""

    function: NDArray[np.bool_]
    saying: NDArray[np.bool_]
    stems: NDArray[np.object_]
    weights: Vectors
    figures: NDArray[np.float64]
    vectors: Vectors
    meaning: Vectors


def words_of(sentence: str, reading: Reading) -> Words:
    """The words of the sentence that the model has read (of a very long one the first)."""
    found = list(_with_states(sentence[:_LONGEST], reading))
    texts = [text for text, _ in found]
    lower = [text.lower() for text in texts]
    figures = np.array([_value(text) for text in texts], dtype=np.float64)
    function = np.array([text in FUNCTION_WORDS for text in lower], dtype=bool)
    name = np.array([place > 0 and text[0].isupper() for place, text in enumerate(texts)], dtype=bool)
    weights = np.where(function, _FUNCTION, np.where(name, _NAME, 1.0))
    weights = np.where(np.isnan(figures), weights, _FIGURE).astype(np.float32)
    vectors = np.array([state for _, state in found], dtype=np.float32).reshape(len(found), reading.states.shape[1])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    saying = np.array([text in _SAYING for text in lower], dtype=bool)
    stems = np.array([stem(text) for text in lower], dtype=object)
    return Words(function, saying, stems, weights, figures, vectors, reading.vector)


def agreement(one: Words, other: Words) -> float:
    """How far two sentences tell the same, 0 to 1, whatever their order; 0 where one has no word."""
    if not len(one.weights) or not len(other.weights):
        return 0.0
    mine, theirs = _matched(one, other)
    told = float(mine @ one.weights + theirs @ other.weights) / float(one.weights.sum() + other.weights.sum())
    meaning = max(0.0, float(one.meaning @ other.meaning))
    left_out = max(_left_out(one, mine), _left_out(other, theirs))
    return min(1.0, (_WORDS * told + _MEANING * meaning) / (1 + _LEFT_OUT * left_out))


def _matched(one: Words, other: Words) -> tuple[Vectors, Vectors]:
    """How like each word of one sentence is to the word of the other that it is matched with, for both sentences; 0
    for words that are left over."""
    from scipy.optimize import linear_sum_assignment  # slow to import, and not needed to compare articles

    likeness = _likeness(one, other)
    places, others = (np.linspace(0, 1, len(each.weights)) for each in (one, other))
    gain = (likeness - _NEAR * abs(places[:, None] - others[None])) * (one.weights[:, None] + other.weights[None])
    rows, columns = linear_sum_assignment(gain, maximize=True)
    mine, theirs = np.zeros_like(one.weights), np.zeros_like(other.weights)
    mine[rows] = theirs[columns] = likeness[rows, columns]
    return mine, theirs


def _likeness(one: Words, other: Words) -> Vectors:
    """How like every word of one is to every word of the other, 0 to 1: the cosine, more for one stem; of figures 1
    or 0, whether they are the same or one tells the other in round numbers."""
    cosines = (one.vectors @ other.vectors.T).clip(0, 1)
    same = (one.stems[:, None] == other.stems[None]).astype(bool)
    alike = np.where(same, _SAME_STEM + (1 - _SAME_STEM) * cosines, cosines)
    figures = ~np.isnan(one.figures)[:, None] | ~np.isnan(other.figures)[None]
    return np.where(figures, _one_figure(one.figures[:, None], other.figures[None]), alike).astype(np.float32)


def _one_figure(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.bool_]:
    with np.errstate(invalid="ignore"):  # a figure of 400 digits is infinite
        found: NDArray[np.bool_] = (one == other) | _rounds(one, other) | _rounds(other, one)
    return found


def _rounds(rounded: NDArray[np.float64], exact: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether figures are full hundreds that tell others in round numbers ("4,000" of "3,980")."""
    round_only: NDArray[np.bool_] = (rounded >= 100) & (rounded % 100 == 0) & (exact % 100 != 0)
    near: NDArray[np.bool_] = abs(rounded - exact) <= _ROUNDED * rounded
    return round_only & near


def _left_out(words: Words, found: Vectors) -> float:
    """The most that is told in a row without its like in the other sentence."""
    return max((_news(words, found, row) for row in _rows(words, found)), default=0.0)


def _rows(words: Words, found: Vectors) -> Iterator[list[int]]:
    """The places of words in a row without their like. A word of the closed classes breaks no row, as it finds its like
    everywhere."""
    row: list[int] = []
    for place, (function, like) in enumerate(zip(words.function.tolist(), found.tolist(), strict=True)):
        if like < _FOUND:
            row.append(place)
        elif row and not function:
            yield row
            row = []
    if row:
        yield row


def _news(words: Words, found: Vectors, row: list[int]) -> float:
    """How much the words at these places tell that the other sentence does not; less where they tell who said it."""
    told = float((words.weights[row] * (1 - found[row])).sum())
    at_an_end = row[0] <= 1 or row[-1] >= len(found) - 2
    return told * _WHO_SAID_IT if at_an_end and words.saying[row[0] : row[-1] + 1].any() else told


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
