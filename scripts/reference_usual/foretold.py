"""One half of a text foretells the other: what intervals are fitted and checked by.

The rate behind a text cannot be seen, but another sample of it can. From the first half of what a voice says the
posterior of the rate is taken (``analysis.usual.intervals``); it foretells how many marks the second half has, as a
negative binomial distribution, widened by the spread within articles. If interval and spread are right, 95 of 100
second halves lie within the middle 95 % of what was foretold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.stats import nbinom

from analysis.usual import Spread, posterior
from scripts.reference_usual.fit import Pairs

LEVEL = 0.95
_STEP, _STEPS = 1.15, 15


def place(spread: Spread, first: tuple[int, int], second: tuple[int, int], drawn: float) -> float:
    """Where the (marks, words) of the second half lie in what the first foretells, 0 to 1.

    Counts are whole numbers, so the place lies between the probability of less and that of at most as many, at the
    share ``drawn`` of the way.
    """
    shape, exposure = posterior(spread, *first)
    marks, words = second
    expected = shape / exposure * words
    size = 1 / (1 / shape + spread.within)
    chance = size / (size + expected)
    below = nbinom.cdf(marks - 1, size, chance) if marks else 0.0
    return float(below + drawn * (nbinom.cdf(marks, size, chance) - below))


def covered(places: Sequence[float], level: float = LEVEL) -> int:
    """How many places lie within the middle ``level``."""
    tail = (1 - level) / 2
    return sum(tail <= place <= 1 - tail for place in places)


def widened(spread: Spread, halves: Pairs, seed: int = 0) -> float:
    """The spread within articles, enlarged step by step until 95 of 100 second halves lie in what was foretold.

    The likelihood fits the middle of the distribution; where a few articles change in midway, as from narrative to
    quotation, its ends are heavier than that.
    """
    drawn = np.random.default_rng(seed).random(len(halves))
    for _ in range(_STEPS):
        places = [place(spread, *pair, draw) for pair, draw in zip(halves, drawn, strict=True)]
        if covered(places) >= LEVEL * len(halves):
            break
        spread = replace(spread, within=spread.within * _STEP)
    return round(spread.within, 4)
