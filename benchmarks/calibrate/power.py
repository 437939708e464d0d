"""What differences can be seen: the chance that a test finds two articles to differ whose rates do differ by a factor.

Computed from the distributions, not drawn: counts are Poisson around the two rates. Beside our test stands the exact
conditional test of two Poisson rates at the same corrected level, and how often the exact test would cry wolf at that
level, as the table of spreads tells. Ours is that test with its level lowered (or raised, where few marks leave room)
until articles of one outlet on one topic raise no more false alarms than the level says.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from scipy.stats import poisson

from analysis.usual import ExactChances, Spread, chances, exact_p

BASES, FACTORS, LENGTHS = (5, 10, 20), (2, 3, 5), (300, 600, 1_200)
_MOST = 250
"""Marks in one article up to which the distributions are summed; the rest is less than 1 in 1,000,000."""


class Power(NamedTuple):
    """How likely ours and the exact test find a difference, and how often the exact test finds one where none is."""

    base: int
    factor: int
    words: int
    ours: float
    exact: float
    exact_alarms: float


def powers(level: float, spread: Spread) -> list[Power]:
    """For each base rate per 1,000 words, factor and length (of either article); ``level`` is that of one test after
    correction."""
    return [_power(base, factor, words, level, spread) for base in BASES for factor in FACTORS for words in LENGTHS]


def _power(base: int, factor: int, words: int, level: float, spread: Spread) -> Power:
    known = chances(spread, (0, words), (0, words))
    assert isinstance(known, ExactChances)
    place = int(np.searchsorted(known.share, level, side="right"))
    ours = float(known.values[place - 1]) if place else 0.0
    hits = np.arange(_MOST)
    statistic = exact_p(hits[:, None], words, hits[None, :], words)
    drawn = np.outer(*(poisson.pmf(hits, base * times * words / 1_000) for times in (1, factor)))
    found, exact = (_found(drawn, statistic, most) for most in (ours, level))
    return Power(base, factor, words, found, exact, known.chance(level))


def _found(drawn: Any, statistic: Any, level: float) -> float:
    return float(drawn[statistic <= level].sum())
