"""How usual is a figure, how sure is it, and is a difference more than chance?

The tables in ``data/reference`` were counted in US political news of 2012-2020 by ``scripts.reference_usual``.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.model import Measurement
from analysis.usual.chance import Chances, ExactChances, chances, difference_p, exact_p, shares_p, statistic
from analysis.usual.intervals import interval, posterior, rate_interval
from analysis.usual.percentiles import mid_percentile, percentile_of, usual_range
from analysis.usual.shares import share_interval, share_posterior
from analysis.usual.tables import Spread, Spreads, provenance, quantiles, spread_of, spreads, version
from analysis.usual.wording import NO_DIFFERENCE, between, gap_words, how_usual, likely

__all__ = [
    "NO_DIFFERENCE",
    "Chances",
    "ExactChances",
    "Spread",
    "Spreads",
    "between",
    "chances",
    "difference_p",
    "exact_p",
    "gap_words",
    "how_usual",
    "interval",
    "likely",
    "mid_percentile",
    "percentile_of",
    "placed",
    "posterior",
    "provenance",
    "quantiles",
    "rate_interval",
    "share_interval",
    "share_posterior",
    "shares_p",
    "spread_of",
    "spreads",
    "statistic",
    "usual_range",
    "version",
]


def placed(row: Measurement) -> Measurement:
    """``row`` with its percentile in the reference corpus and the bounds within which rate or share likely lies."""
    likely_range = None
    if row.value is not None and row.part == "article":
        likely_range = interval(row.measure, row.voice, len(row.evidence), row.basis)
    return replace(row, usual_percentile=percentile_of(row), interval=likely_range)
