"""Is a difference between two articles more than chance, and is it unusual among outlets on one event?

Rates. How surely two counts differ is told by the exact conditional test of two Poisson rates: given the marks of
both articles together, N, those of the first are binomial with share n1/(n1+n2), n = words of that voice
(Przyborowski and Wilenski 1940; two-sided, half of the probability of the observed count included: mid-p, Lancaster
1961). As a p-value it would cry wolf: articles of one outlet on one topic differ more than that. So it serves as a
statistic, t, and its distribution G is taken from pairs of articles of one outlet on one topic: their common rate
varies as rates vary in the reference corpus (gamma distribution: ``Spread.mean``, ``Spread.between``), the rate of
each article varies around it by a relative variance v (``Spread.topic``), and counts are Poisson. G(t) is how often
such a pair differs as surely. With the spread between outlets on one event (``Spread.event``) in the place of v,
100(1 - G(t)) is the percentile of the difference among pairs of outlets.

Why not z with one factor phi for all counts: in those pairs phi is near 1 where few marks are expected and near 2
where many are, just as v predicts. Why not a test given N with v in it: of equal false alarms it finds fewer real
differences.

Tests of one story are ordered by sqrt(t G(t)). By t alone the measures that vary most from article to article would use
up most of the errors that are allowed (loaded words and hedges seven of ten); by G alone all would rest on its far
tail, where the pairs are few. Of equal false alarms on articles that fitted no table, this order finds most.

Shares of a few things (cues, clauses: those with a ``Spread.between`` and no ``Spread.within``) are treated alike: t is
Fisher's exact test, G counted out with beta-binomial hits (``few``). What comes in runs (words given to others or to a
speaker, sentences of a frame) is compared by z with the beta-binomial variance p(1-p)(1 + (n-1)rho)/n of each side and
a correction for continuity; rho is the Spread. By the exact way twice as many frames would differ by chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from math import erfc, exp, log, sqrt
from operator import itemgetter
from typing import Any

import numpy as np
from scipy.special import bdtr, gammaincinv, gammaln

from analysis.usual.few import fisher_table, joint
from analysis.usual.tables import Spread

Count = tuple[int, int]
"""(hits, basis)"""
_RATES = 24
"""Common rates, each as likely as the others, that stand for all."""
_STEP = 0.1
"""Lengths are rounded to steps of 10 % for G (not for t), so that few distributions are computed."""
_LONGEST = 5_000
"""Words of a voice beyond which a longer text proves no more: articles of that length are not in the corpus."""
_MOST = 150
"""Cues or clauses beyond which more prove no more."""
_FINEST, _KEPT = 1e-10, 4_000
"""The smallest share that G tells, and how many of its steps are kept, each 0.6 % apart."""


@dataclass(frozen=True, slots=True, eq=False)
class ExactChances:
    """``values``: what the exact test can say (t), rising; ``share``: how often it is at most as large (G);
    ``statistics``: sqrt(t G(t))."""

    values: Any
    share: Any
    statistics: Any

    def at(self, statistic: float) -> float:
        """How often the statistic is at most ``statistic`` where there is no difference."""
        return self._up_to(self.statistics, statistic)

    def chance(self, exact: float) -> float:
        """G: how often the exact test says ``exact`` or less where there is no difference."""
        return self._up_to(self.values, exact)

    def _up_to(self, rising: Any, value: float) -> float:
        place = int(np.searchsorted(rising, value * (1 + 1e-6), side="right"))
        return float(self.share[place - 1]) if place else 0.0


@dataclass(frozen=True, slots=True)
class ShareChances:
    """The statistic of two shares of what comes in runs is a p-value; with few hits it cannot fall below ``least``."""

    least: float

    def at(self, statistic: float) -> float:
        """How often the statistic is at most ``statistic`` where there is no difference."""
        return statistic if statistic >= self.least * (1 - 1e-9) else 0.0


Chances = ExactChances | ShareChances


def statistic(spread: Spread, first: Count, second: Count) -> float:
    """How surely two figures differ, from 0 (surely) to 1; comparable between gauges, and no p-value."""
    known = chances(spread, first, second)
    if isinstance(known, ShareChances):
        return shares_p(*first, *second, spread.topic)
    exact = _exact(spread, first, second)
    return sqrt(exact * min(1.0, known.chance(exact)))


def chances(spread: Spread, first: Count, second: Count, *, event: bool = False) -> Chances:
    """The distribution of ``statistic`` for two such articles of one outlet on one topic (``event``: two outlets)."""
    if _in_runs(spread):
        return ShareChances(min(_furthest(spread, *sides) for sides in permutations((first, second))))
    steps = sorted(_step(_limited(spread, count)[1]) for count in (first, second))
    return _exact_chances(spread, *steps, width=spread.event if event else spread.topic)


def difference_p(spread: Spread, first: Count, second: Count, *, event: bool = False) -> float:
    """p of two figures against articles of one outlet on one topic or, ``event``, against outlets on one event."""
    known = chances(spread, first, second, event=event)
    if isinstance(known, ShareChances):
        return shares_p(*first, *second, spread.event if event else spread.topic)
    return min(1.0, known.chance(_exact(spread, first, second)))


def _in_runs(spread: Spread) -> bool:
    """Whether it is a share of what comes in runs, like words and sentences."""
    return spread.share and (spread.within > 0 or not spread.between)


def _exact(spread: Spread, first: Count, second: Count) -> float:
    """t: Fisher's exact test of two shares, or that of two Poisson rates."""
    first, second = _limited(spread, first), _limited(spread, second)
    (hits1, basis1), (hits2, basis2) = sorted((first, second), key=itemgetter(1, 0))
    if spread.share:
        return float(fisher_table(basis1, basis2)[hits1, hits2])
    return float(exact_p(hits1, basis1, hits2, basis2))


def exact_p(first: Any, words1: float, second: Any, words2: float) -> Any:
    """Two-sided mid-p of two Poisson counts given their sum; ``first`` and ``second`` may be arrays."""
    total, share = first + second, words1 / (words1 + words2)
    probability = np.exp(gammaln(total + 1) - gammaln(first + 1) - gammaln(second + 1)
                         + first * log(share) + second * log(1 - share))
    below = bdtr(first, total, share) - probability / 2
    return np.minimum(1.0, 2 * np.minimum(below, 1 - below))


def shares_p(first: int, of1: int, second: int, of2: int, correlation: float) -> float:
    """Two-sided p of two shares, ``first`` of ``of1`` against ``second`` of ``of2``."""
    pooled = (first + second) / (of1 + of2)
    size1, size2 = (of / (1 + (of - 1) * correlation) for of in (of1, of2))
    variance = pooled * (1 - pooled) * (1 / size1 + 1 / size2)
    if variance <= 0:
        return 1.0
    gap = abs(first / of1 - second / of2) - (1 / size1 + 1 / size2) / 2
    return erfc(max(gap, 0.0) / sqrt(2 * variance))


def _furthest(spread: Spread, most: Count, least: Count) -> float:
    """p if as many of the hits of both as can stood on the side of ``most``."""
    hits = most[0] + least[0]
    there = min(hits, most[1])
    return shares_p(there, most[1], hits - there, least[1], spread.topic)


@lru_cache(maxsize=2_000)
def _exact_chances(spread: Spread, step1: int, step2: int, width: float) -> ExactChances:
    if spread.share:
        sizes = round(_size(step1)), round(_size(step2))
        probability, values = joint(spread, *sizes, width), fisher_table(*sizes)
    else:
        first, second = (_by_rate(spread, step, width) for step in (step1, step2))
        probability = first.T @ second / _RATES
        values = _rate_table(step2 - step1, *map(_up, probability.shape))[tuple(map(slice, probability.shape))]
    return _distribution(values.ravel(), probability.ravel())


@lru_cache(maxsize=500)
def _rate_table(apart: int, most1: int, most2: int) -> Any:
    """The exact test of 0, 1 ... marks in two lengths so many steps apart; on their ratio alone it depends."""
    hits1, hits2 = np.meshgrid(np.arange(most1), np.arange(most2), indexing="ij")
    return exact_p(hits1, 1.0, hits2, _size(apart))


def _up(size: int) -> int:
    """The next power of two: one table serves many measures."""
    return 1 << (size - 1).bit_length()


def _distribution(values: Any, probability: Any) -> ExactChances:
    order = np.argsort(values)
    share = np.cumsum(probability[order])
    steps = (_KEPT - 1) / log(share[-1] / _FINEST)
    reached = np.floor(np.log(share.clip(min=_FINEST / 2) / _FINEST) * steps + 1e-9)
    kept = np.flatnonzero(np.diff(reached.clip(min=-1), prepend=-1))
    values, share = values[order][kept], share[kept]
    return ExactChances(values, share, np.sqrt(values * share))


@lru_cache(maxsize=500)
def _by_rate(spread: Spread, step: int, width: float) -> Any:
    """How likely each number of marks in a text of this length is, one row a common rate."""
    return _counts(_common_rates(spread) * _size(step), width)


def _common_rates(spread: Spread) -> Any:
    """Rates per word from topic to topic: what is left of the spread between articles without that within topics."""
    shape = 1 / max(spread.between - spread.topic, 0.05)
    return gammaincinv(shape, (np.arange(_RATES) + 0.5) / _RATES) * spread.mean / shape


def _counts(expected: Any, width: float) -> Any:
    """Negative binomial probabilities of 0, 1 ... marks, one row a rate."""
    size = 1 / max(width, 1e-6)
    highest = float(expected.max())
    hits = np.arange(int(highest + 8 * sqrt(highest + width * highest**2) + 10))
    means = expected[:, None]
    return np.exp(gammaln(hits + size) - gammaln(size) - gammaln(hits + 1)
                  + size * np.log(size / (size + means)) + hits * np.log(means / (size + means)))


def _limited(spread: Spread, count: Count) -> Count:
    """``count``, or of a longer text as much of it as stands in so many words, or cues."""
    hits, basis = count
    most = _MOST if spread.share else _LONGEST
    return count if basis <= most else (round(hits * most / basis), most)


def _step(words: int) -> int:
    """A length as a number of steps of ``_STEP`` each, from one word."""
    return round(log(max(words, 1)) / _STEP)


def _size(step: int) -> float:
    return exp(_STEP * step)
