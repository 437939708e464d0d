"""One half of a text foretells the other: what intervals are fitted and checked by.

The rate behind a text cannot be seen, but another sample of it can. From the first half of what a voice says the
posterior of the rate is taken (``analysis.usual.intervals``; of a share of sentences: ``analysis.usual.shares``); it
foretells how many marks the second half has, as a negative binomial (for shares a beta-binomial) distribution, widened
by the spread within articles. If interval and spread are right, 95 of 100 second halves lie within the middle 95 % of
what was foretold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.stats import betabinom, nbinom

from analysis.usual import Spread, posterior, share_posterior
from scripts.reference_usual.fit import Pairs

LEVEL = 0.95
_STEP, _STEPS = 1.15, 15


def place(spread: Spread, first: tuple[int, int], second: tuple[int, int], drawn: float) -> float:
    """Where the (marks, words) of the second half lie in what the first foretells, 0 to 1.

    Counts are whole numbers, so the place lies between the probability of less and that of at most as many, at the
    share ``drawn`` of the way.
    """
    marks, _ = second
    foretold = _share(spread, first, second) if spread.share else _rate(spread, first, second)
    below = foretold.cdf(marks - 1) if marks else 0.0
    return float(below + drawn * (foretold.cdf(marks) - below))


def _rate(spread: Spread, first: tuple[int, int], second: tuple[int, int]) -> Any:
    shape, exposure = posterior(spread, *first)
    expected = shape / exposure * second[1]
    size = 1 / (1 / shape + spread.within)
    return nbinom(size, size / (size + expected))


def _share(spread: Spread, first: tuple[int, int], second: tuple[int, int]) -> Any:
    """Correlation from what is not known of the share, and from sentences of a kind that stand together."""
    yes, no = share_posterior(spread, *first)
    together = 1 - (1 - 1 / (yes + no + 1)) * (1 - spread.within)
    precision = 1 / together - 1
    return betabinom(second[1], precision * yes / (yes + no), precision * no / (yes + no))


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
        spread = replace(spread, within=min(spread.within * _STEP, 0.99 if spread.share else 4.0))
    return round(spread.within, 4)
