"""How far each sentence of a title or text uses each policy frame: words and the sense of the sentence, added up.

The log-odds of a frame are its bias, plus the weights of the terms found (each term once, at most ``MOST`` together),
plus the product of the sentence's vector with the frame's direction. Where no vectors are stored, words alone decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis import embedding
from analysis.frames.tables import Weights, weights
from analysis.frames.terms import Found, terms_in
from analysis.model import AnnotatedField

MOST = 4.5
"""Log-odds that the words of a sentence can add to a frame: a long sentence with many cues is no surer than that."""

Scores = NDArray[np.float32]


class Told(NamedTuple):
    """A sentence that holds a word: its number in the field, its tokens, the terms found, what they add by frame."""

    sentence: int
    first: int
    last: int
    found: tuple[Found, ...]
    words: Scores


def told(field: AnnotatedField) -> list[Told]:
    """Every sentence of ``field`` that holds a word, in order."""
    table = weights()
    places = [(*each, tuple(terms_in(field.tokens, *each[1:], table.words, table.longest))) for each in _places(field)]
    return [Told(*each, _from_words(each[-1], table)) for each in places]


def odds_of(field: AnnotatedField, sentences: Sequence[Told]) -> Scores:
    """The log-odds of each of its ``sentences`` for each frame, by the vectors that are stored or by words alone."""
    sense = stored_sense(field)
    words = np.array([each.words for each in sentences], np.float32).reshape(-1, len(weights().names))
    if sense is None:
        return np.asarray(words + weights().bias_alone, np.float32)
    return np.asarray(words + sense[[each.sentence for each in sentences]], np.float32)


def stored_sense(field: AnnotatedField) -> Scores | None:
    """What the sense of each sentence adds, bias included; None where its vectors are not stored, or damaged."""
    if not field.sentences:
        return np.empty((0, len(weights().names)), np.float32)
    vectors = embedding.stored_sentences(field)
    return None if vectors is None else sense_of(vectors)


def sense_of(vectors: Scores) -> Scores:
    """What vectors of sentences add to the log-odds, bias included."""
    return np.asarray(vectors @ weights().directions.T + weights().bias, np.float32)


def probabilities(odds: Scores) -> Scores:
    """Log-odds as scores from 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), np.float32)


def _places(field: AnnotatedField) -> Iterator[tuple[int, int, int]]:
    """(number, first token, end) of every sentence that holds a word."""
    first = 0
    for number, members in groupby(field.tokens, key=lambda token: token.sentence):
        held = list(members)
        if any(token.is_word for token in held):
            yield number, first, first + len(held)
        first += len(held)


def _from_words(found: Iterable[Found], table: Weights) -> Scores:
    total = np.zeros(len(table.names), np.float32)
    for term in dict.fromkeys(each.term for each in found):
        for position, weight in table.words[term]:
            total[position] += weight
    return np.minimum(total, MOST)
