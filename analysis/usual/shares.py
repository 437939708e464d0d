"""Within which bounds the share behind a count of sentences likely lies: beta-binomial.

With h of n sentences of a kind the share has the posterior Beta(a + h/f, b + (n - h)/f). The prior Beta(a, b) is the
spread of shares between the articles of the reference corpus (mean a/(a + b), correlation 1/(a + b + 1) = between), and
f = 1 + within * (n - 1), the design effect, makes up for sentences of a kind standing together. The interval holds the
middle 95 %; with none it begins at 0, with all it ends at 1.

Source: Gelman et al. (2013), Bayesian Data Analysis, 2.4; Kish (1965), Survey Sampling, 5.4, for the design effect.
"""

from __future__ import annotations

from scipy.special import betaincinv

from analysis.usual.tables import Number, Spread

LEVEL = 0.95
"""Chance with which a likely range holds what lies behind a figure."""


def share_interval(spread: Spread, hits: int, of: int) -> tuple[float, float]:
    """The middle 95 % of the posterior of the share, 0 to 1."""
    yes, no = share_posterior(spread, hits, of)
    tail = (1 - LEVEL) / 2
    low = float(betaincinv(yes, no, tail if hits < of else 1 - LEVEL)) if hits else 0.0
    high = float(betaincinv(yes, no, 1 - tail if hits else LEVEL)) if hits < of else 1.0
    return low, high


def share_posterior(spread: Spread, hits: Number, of: Number) -> tuple[Number, Number]:
    """Both parameters of the beta distribution of the share, after ``hits`` in ``of`` sentences (numbers or arrays)."""
    weight = 1 / max(spread.between, 1e-3) - 1
    together = 1 + spread.within * (of - 1)
    return spread.mean * weight + hits / together, (1 - spread.mean) * weight + (of - hits) / together
