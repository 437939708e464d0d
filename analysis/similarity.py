"""How far two sentences say the same: 0 to 1, and at least 0.5 where they may count as one statement.

Three things are averaged, with weights set by hand (nothing is learned from a set of labelled pairs): the cosine of the
sentences' vectors (``analysis.embedding``; half), the share of words they have in common (Dice; a quarter), and how
much of the weightier content of each is found in the other, the lesser of the two (a quarter; words weigh by their
inverse document frequency in news, so a long sentence is not covered by a short one). Two straight pieces turn the
average into the score. Without the model, the cosine of TF-IDF vectors stands in.

Then what such averages do not see: where the sentences contradict each other (``analysis.conflicts``), tell the deed of
another actor, or differ in one noun that changes the meaning, the score is pulled below 0.5.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from analysis import embedding
from analysis.conflicts import conflict, name_replaced, parts_exchanged, replaced
from analysis.embedding import Vectors
from analysis.phrasing import weight, weights, words

_MEANING, _SHARED, _COVERED = 0.5, 0.25, 0.25
_CENTRE, _CENTRE_WITHOUT_MODEL = 0.65, 0.55
"""The average at which the score is 0.5: set by hand, so that nearly all of our invented paraphrases lie above it."""
_HIGHEST_APART, _SPREAD_APART = 0.499, 0.2
_SYNONYMS = 0.6
"""Cosine of two words alone from which they count as synonyms ("hurt", "injured"); "wife" and "brother" have 0.37."""
_SAME_MEANING, _SAME_NOUN, _SAME_NAME = 0.82, 0.90, 0.95
"""Cosine from which two sentences say the same although one word (a noun after an article, a name) is replaced."""


def similarity(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """For each pair how far both say the same, 0 to 1; the same for both orders of a pair; 0 where one has no word.

    From 0.5 the two may count as one statement. Raises ModelError where the model is installed but not the known one;
    where it is not installed the words alone decide.
    """
    if not embedding.available():
        return [_score(pair, None) for pair in pairs]
    vectors = _vectors([text for pair in pairs for text in pair])
    return [_score(pair, vectors) for pair in pairs]


def _score(pair: tuple[str, str], vectors: Mapping[str, Vectors] | None) -> float:
    first, second = pair
    mine, theirs = {word.stem for word in words(first)}, {word.stem for word in words(second)}
    if not mine or not theirs:
        return 0.0
    meaning = _tf_idf(mine, theirs) if vectors is None else float(vectors[first] @ vectors[second])
    shared = 2 * len(mine & theirs) / (len(mine) + len(theirs))
    covered = weights(mine & theirs) / max(weights(mine), weights(theirs))
    average = _MEANING * meaning + _SHARED * shared + _COVERED * covered
    score = _bent(average, _CENTRE_WITHOUT_MODEL if vectors is None else _CENTRE)
    return _below_half(score) if _apart(first, second, meaning, vectors) else score


def _bent(average: float, centre: float) -> float:
    """The average brought to 0..1 in two straight pieces that meet at the centre, 0.5."""
    average = min(max(average, 0.0), 1.0)
    return average / centre / 2 if average < centre else 1 - (1 - average) / (1 - centre) / 2


def _below_half(score: float) -> float:
    """A score below 0.5 that keeps the order of the scores it is made from."""
    return min(score, _HIGHEST_APART - _SPREAD_APART * (1 - score))


def _apart(first: str, second: str, meaning: float, vectors: Mapping[str, Vectors] | None) -> bool:
    """Whether the sentences must not be merged, however alike they are."""
    if conflict(first, second) is not None or parts_exchanged(first, second):
        return True
    if name_replaced(first, second) and (vectors is None or meaning < _SAME_NAME):
        return True
    return vectors is not None and meaning < _SAME_NOUN and _another_noun(first, second, meaning)


def _another_noun(first: str, second: str, meaning: float) -> bool:
    """Whether one word stands in the place of another that is no synonym, and the meaning of the whole shows it."""
    for one, other, after_article in replaced(first, second):
        if meaning < _SAME_MEANING or after_article:
            vectors = embedding.embed([one, other])
            if float(vectors[0] @ vectors[1]) < _SYNONYMS:
                return True
    return False


def _tf_idf(mine: set[str], theirs: set[str]) -> float:
    """The cosine of the two sentences' TF-IDF vectors, each stem counted once."""
    def length(stems: set[str]) -> float:
        return math.sqrt(sum(weight(stem) ** 2 for stem in sorted(stems)))

    return length(mine & theirs) ** 2 / (length(mine) * length(theirs))


def _vectors(texts: Sequence[str]) -> dict[str, Vectors]:
    distinct = list(dict.fromkeys(texts))
    return dict(zip(distinct, np.asarray(embedding.embed(distinct)), strict=True))
