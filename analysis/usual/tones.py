"""How sure a mean tone is, and whether two differ by more than chance: Dirichlet-multinomial.

The clauses of one article and voice about somebody are negative, neutral or positive (-1, 0, 1). With h clauses of each
label, n in all, the shares of the labels behind them have the posterior Dirichlet(a + h/f). The prior Dirichlet(a) is
the spread of shares from one article and person of the reference corpus to the next (a adds up to 1/between - 1), and
f = 1 + within * (n - 1), the design effect, makes up for clauses of one tone standing together. The likely range of the
mean is the middle 95 % of a beta distribution on -1 to 1 with the mean and the variance that the posterior gives it.

Two means are compared by z: the variance of each is s2 (1 + (n - 1) * correlation) / n, s2 the variance of the labels
of both together. The correlation is that of articles of one outlet on one topic about the same person (``topic``: is it
more than chance?) or of outlets on one event (``event``: is it unusual?), fitted so that z squared is 1 on average. A
correction for continuity is left out: with it, far fewer of those articles would differ than the p says.

Source: Gelman et al. (2013), Bayesian Data Analysis, 3.4 (multinomial counts); Kish (1965), Survey Sampling, 5.4 (the
design effect); Mosimann (1962), On the compound multinomial distribution (counts that vary more than chance).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import erfc, isfinite, sqrt

from scipy.special import betaincinv

from analysis.model import Voice
from analysis.shipped import restored
from analysis.usual.shares import LEVEL
from analysis.usual.tables import FOLDER, read_rows
from analysis.weights import by_key

SPREADS = "tone_spreads.csv"
MEASURE = "tone"
"""The name of tone in the table of quantiles."""
LABELS = (-1, 0, 1)
Counts = tuple[int, int, int]
"""Negative, neutral and positive clauses of one article and voice about somebody."""
Shares = tuple[float, float, float]
_ROUNDING = 0.01
_FIGURES, _OF_PAIRS = ("negative", "neutral", "positive", "between", "within"), ("topic", "event")


@dataclass(frozen=True, slots=True)
class ToneSpread:
    """How the tone of one voice varies, beyond what counting a few clauses would make it vary.

    ``shares`` are those of the three labels in the reference corpus. The others are correlations of labels, 0 to 1:
    ``between`` within one article and person as against all others, ``within`` from stretch to stretch of one,
    ``topic`` between articles of one outlet on one topic, ``event`` between outlets on one event, each about the same
    person or group; both None where the corpus has too few such pairs.
    """

    shares: Shares
    between: float
    within: float
    topic: float | None
    event: float | None


ToneSpreads = Mapping[Voice, ToneSpread]


@cache
def tone_spreads() -> ToneSpreads:
    """Voice -> its spread; a voice that the corpus has too little of is left out.

    Raises TableError where the table is missing or damaged.
    """
    with restored(FOLDER / SPREADS):
        return {Voice(voice): tone_spread(row) for (voice,), row in by_key(read_rows(SPREADS), "voice").items()}


def tone_spread(row: Mapping[str, object]) -> ToneSpread:
    """A row of the table as a ToneSpread. Raises ValueError where a figure is none or lies outside 0 to 1."""
    negative, neutral, positive, between, within = (float(str(row[name])) for name in _FIGURES)
    pairs = [float(str(row[name])) if row[name] else None for name in _OF_PAIRS]
    figures = (negative, neutral, positive, between, within, *pairs)
    if not all(each is None or (isfinite(each) and 0 < each < 1) for each in figures):
        raise ValueError(f"tone, {row['voice']}: shares and correlations must lie between 0 and 1")
    if abs(negative + neutral + positive - 1) > _ROUNDING:
        raise ValueError(f"tone, {row['voice']}: the shares must add up to 1")
    return ToneSpread((negative, neutral, positive), between, within, *pairs)


def tone_posterior(spread: ToneSpread, counts: Sequence[float]) -> Shares:
    """The three parameters of the Dirichlet distribution of the shares of labels, after ``counts`` clauses of each."""
    weight = 1 / max(spread.between, 1e-3) - 1
    together = 1 + spread.within * max(sum(counts) - 1, 0)
    negative, neutral, positive = (weight * share + count / together
                                   for share, count in zip(spread.shares, counts, strict=True))
    return negative, neutral, positive


def tone_interval(spread: ToneSpread, counts: Sequence[float]) -> tuple[float, float]:
    """Within which bounds, -1 to 1, the mean of the labels behind ``counts`` likely lies."""
    negative, neutral, positive = tone_posterior(spread, counts)
    total = negative + neutral + positive
    mean = (positive - negative) / total
    variance = ((positive + negative) / total - mean**2) / (total + 1)
    size = (1 - mean**2) / variance - 1
    ends = ((1 + mean) / 2 * size, (1 - mean) / 2 * size)
    low, high = (2 * float(betaincinv(*ends, share)) - 1 for share in ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return low, high


def tone_mean(counts: Counts) -> float:
    """The mean of the labels. Raises ZeroDivisionError where there is no clause."""
    return (counts[2] - counts[0]) / sum(counts)


def tones_p(one: Counts, other: Counts, correlation: float) -> float:
    """Two-sided p of the means of two articles; 1 where all clauses of both have one label."""
    negative, neutral, positive = (mine + its for mine, its in zip(one, other, strict=True))
    spread = (negative + positive) / (sum(one) + sum(other)) - tone_mean((negative, neutral, positive)) ** 2
    parts = sum((1 + (sum(each) - 1) * correlation) / sum(each) for each in (one, other))
    if spread <= 1e-12:
        return 1.0
    return erfc(abs(tone_mean(one) - tone_mean(other)) / sqrt(2 * spread * parts))


def tones_least(one: Counts, other: Counts, correlation: float) -> float:
    """The smallest p that the labels of both articles allow, dealt out as unevenly as can be."""
    together = [mine + its for mine, its in zip(one, other, strict=True)]
    first = sum(one)
    return min(_dealt(together, first, correlation), _dealt(together[::-1], first, correlation))


def _dealt(together: Sequence[int], first: int, correlation: float) -> float:
    """p if the first of two articles had the first of ``together``, as many as ``first``."""
    mine: list[int] = []
    for count in together:
        mine.append(min(count, first - sum(mine)))
    low, middle, high = mine
    rest = [count - own for count, own in zip(together, mine, strict=True)]
    return tones_p((low, middle, high), (rest[0], rest[1], rest[2]), correlation)
