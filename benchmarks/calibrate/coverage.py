"""Do the intervals hold what they promise? The first half of an article foretells the second.

The rate behind a text cannot be seen, but another sample of it can. From the first half of what a voice says the
posterior of the rate is taken (``analysis.usual.intervals``); it foretells how many marks the second half has, as a
negative binomial distribution, widened by the spread within articles. If interval and spread are right, 95 of 100
second halves lie within the middle 95 % of what was foretold. Counts are whole numbers, so each lies at a place drawn
evenly (seeded) between the probability of less and that of at most as many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.stats import nbinom

from analysis.model import Voice
from analysis.usual import Spread, Spreads, posterior
from scripts.reference_usual.counts import Counted
from scripts.reference_usual.tables import halves

FEWEST = 100
"""Words in either half; less is shown without a rate."""


def places(articles: Iterable[Counted], table: Spreads, seed: int = 0) -> dict[tuple[str, str], list[float]]:
    """(measure, voice) -> where each second half lies in what the first foretold, 0 to 1."""
    generator = np.random.default_rng(seed)
    found: dict[tuple[str, str], list[float]] = {}
    for article in articles:
        for (measure, voice), spread in table.items():
            if not spread.share and article.words[Voice(voice)] >= 2 * FEWEST:
                place = _place(spread, *halves(article, measure, Voice(voice)), generator.random())
                found.setdefault((measure, voice), []).append(place)
    return found


def _place(spread: Spread, first: tuple[int, int], second: tuple[int, int], drawn: float) -> float:
    shape, exposure = posterior(spread, *first)
    marks, words = second
    expected = shape / exposure * words
    size = 1 / (1 / shape + spread.within)
    chance = size / (size + expected)
    below = nbinom.cdf(marks - 1, size, chance) if marks else 0.0
    return float(below + drawn * (nbinom.cdf(marks, size, chance) - below))


def covered(found: Sequence[float], level: float = 0.95) -> int:
    """How many places lie within the middle ``level``."""
    tail = (1 - level) / 2
    return sum(tail <= place <= 1 - tail for place in found)
