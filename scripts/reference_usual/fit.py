"""Spreads from pairs of articles: maximum likelihood of the Gamma-Poisson and the beta-binomial model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import betaln, gammaln

Counts = Sequence[tuple[int, int]]
"""(hits, basis) of some articles."""
_SMALLEST = 1e-3
Pairs = Sequence[tuple[tuple[int, int], tuple[int, int]]]
"""Two such counts of either article of a pair."""
FEWEST_PAIRS = 40
"""With fewer pairs in which anything was counted the spread of a gauge is not fitted."""


def rate_spread(pairs: Pairs) -> float:
    """Relative variance of the rate from one article of a pair to the other: the beta-binomial likelihood of how the
    marks of both fall to the first (``analysis.usual.chance``)."""
    first, words1, second, words2 = _columns(pairs)
    total, share = first + second, words1 / (words1 + words2)

    def loss(log_spread: float) -> float:
        precision = np.maximum(1 / (2 * np.exp(log_spread) * share * (1 - share)) - 1, 1e-2)
        return -float(_beta_binomial(first, total, precision * share, precision * (1 - share)).sum())

    return _minimum(loss)


def share_spread(pairs: Pairs) -> float:
    """Correlation of the beta-binomial distribution by moments: the squared gaps of shares are what binomial variance
    and the correlation make them on average (each pair weighs as its expected gap is small)."""
    first, of1, second, of2 = _columns(pairs)
    pooled = (first + second).sum() / (of1 + of2).sum()
    gaps = (first / of1 - second / of2) ** 2
    chance, spread = pooled * (1 - pooled) * (1 / of1 + 1 / of2), pooled * (1 - pooled) * (2 - 1 / of1 - 1 / of2)

    def loss(log_spread: float) -> float:
        expected = chance + np.exp(log_spread) * spread
        return float((np.log(expected) + gaps / expected).sum())

    return _minimum(loss, most=0.9)


def rate_between(counts: Counts) -> tuple[float, float]:
    """(mean rate per word, relative variance of the rate) of all articles: the negative binomial likelihood."""
    hits, words = (np.array(column, float) for column in zip(*counts, strict=True))
    mean = hits.sum() / words.sum()

    def loss(log_spread: float) -> float:
        size = 1 / np.exp(log_spread)
        expected = mean * words
        return -float((gammaln(hits + size) - gammaln(size) + size * np.log(size / (size + expected))
                       + hits * np.log(expected / (size + expected))).sum())

    return float(mean), _minimum(loss)


def share_between(counts: Counts) -> float:
    """Correlation of the beta-binomial distribution of the shares of all articles: its likelihood."""
    hits, of = (np.array(column, float) for column in zip(*counts, strict=True))
    mean = min(max(hits.sum() / of.sum(), 1e-6), 1 - 1e-6)

    def loss(log_spread: float) -> float:
        precision = 1 / np.exp(log_spread) - 1
        return -float(_beta_binomial(hits, of, precision * mean, precision * (1 - mean)).sum())

    return _minimum(loss, most=0.9)


def _columns(pairs: Pairs) -> Any:
    return np.array([(*one, *other) for one, other in pairs], float).T


def _beta_binomial(hits: Any, total: Any, a: Any, b: Any) -> Any:
    return (gammaln(total + 1) - gammaln(hits + 1) - gammaln(total - hits + 1)
            + betaln(hits + a, total - hits + b) - betaln(a, b))


def _minimum(loss: Any, most: float = 4.0) -> float:
    found = minimize_scalar(loss, bounds=(np.log(_SMALLEST), np.log(most)), method="bounded")
    return round(float(np.exp(found.x)), 4)
