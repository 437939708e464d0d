"""Two shares of a few things each (cues, clauses): how surely they differ, and how often they do by chance.

How surely is told by Fisher's exact test (two-sided, half of the probability of the observed table included: mid-p,
Lancaster 1961). How often by counting out: the common share varies as it does in the reference corpus (beta
distribution: ``Spread.mean``, ``Spread.between``), that of each article around it (beta-binomial, ``Spread.topic``).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from scipy.special import betaincinv, betaln, gammaln

from analysis.usual.tables import Spread

_SHARES = 24
"""Common shares, each as likely as the others, that stand for all."""
_NARROWEST = 0.01
"""Correlation of the common share from topic to topic where the corpus shows less."""
_EDGE = 1e-5


@lru_cache(maxsize=500)
def fisher_table(of1: int, of2: int) -> Any:
    """Two-sided mid-p of Fisher's exact test; row: hits among ``of1``, column: hits among ``of2``."""
    first, second = np.meshgrid(np.arange(of1 + 1), np.arange(of2 + 1), indexing="ij")
    total = first + second
    probability = np.exp(_ways(of1, first) + _ways(of2, second) - _ways(of1 + of2, total))
    by_total = np.zeros((of1 + 1, of1 + of2 + 1))
    by_total[first, total] = probability
    below = by_total.cumsum(0)[first, total] - probability / 2
    return np.minimum(1.0, 2 * np.clip(np.minimum(below, 1 - below), 0.0, None))


def joint(spread: Spread, of1: int, of2: int, width: float) -> Any:
    """How likely each pair of hits is where nothing differs, as in ``fisher_table``; ``width``: correlation of the hits
    of one article around the common share."""
    return _by_share(spread, of1, width).T @ _by_share(spread, of2, width) / _SHARES


@lru_cache(maxsize=500)
def _by_share(spread: Spread, of: int, width: float) -> Any:
    """How likely each number of hits is, one row a common share."""
    precision = 1 / max(spread.between - spread.topic, _NARROWEST) - 1
    places = (np.arange(_SHARES) + 0.5) / _SHARES
    shares = betaincinv(spread.mean * precision, (1 - spread.mean) * precision, places).clip(_EDGE, 1 - _EDGE)
    return _beta_binomial(of, shares[:, None], width)


def _beta_binomial(of: int, share: Any, correlation: float) -> Any:
    precision = 1 / max(correlation, 1e-6) - 1
    hits = np.arange(of + 1)
    yes, no = share * precision, (1 - share) * precision
    return np.exp(_ways(of, hits) + betaln(hits + yes, of - hits + no) - betaln(yes, no))


def _ways(of: int, hits: Any) -> Any:
    return gammaln(of + 1) - gammaln(hits + 1) - gammaln(of - hits + 1)
