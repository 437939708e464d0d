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
from numpy.typing import NDArray
from scipy.stats import betabinom, nbinom

from analysis.usual import Spread, posterior, share_posterior
from analysis.usual.shares import LEVEL
from scripts.reference_usual.fit import Pairs

Places = NDArray[np.float64]
_STEP, _STEPS = 1.15, 15


def places(spread: Spread, halves: Pairs, drawn: Sequence[float] | Places) -> Places:
    """Where the (marks, words) of each second half lie in what its first half foretells, 0 to 1.

    Counts are whole numbers, so a place lies between the probability of less and that of at most as many, at the share
    ``drawn`` of the way.
    """
    first, second = (np.array(side, float).T for side in zip(*halves, strict=True))
    foretold = _shares(spread, first, second[1]) if spread.share else _rates(spread, first, second[1])
    below, up_to = foretold.cdf(second[0] - 1), foretold.cdf(second[0])
    return np.asarray(below + np.asarray(drawn) * (up_to - below), float)


def _rates(spread: Spread, first: Places, words: Places) -> Any:
    shape, exposure = posterior(spread, first[0], first[1])
    expected = shape / exposure * words
    size = 1 / (1 / shape + spread.within)
    return nbinom(size, size / (size + expected))


def _shares(spread: Spread, first: Places, sentences: Places) -> Any:
    """Correlation from what is not known of the share, and from sentences of a kind that stand together."""
    yes, no = share_posterior(spread, first[0], first[1])
    together = 1 - (1 - 1 / (yes + no + 1)) * (1 - spread.within)
    precision = 1 / together - 1
    return betabinom(sentences, precision * yes / (yes + no), precision * no / (yes + no))


def covered(found: Sequence[float] | Places, level: float = LEVEL) -> int:
    """How many places lie within the middle ``level``."""
    tail = (1 - level) / 2
    at = np.asarray(found)
    return int(((tail <= at) & (at <= 1 - tail)).sum())


def widened(spread: Spread, halves: Pairs, seed: int = 0) -> float:
    """The spread within articles, enlarged step by step until 95 of 100 second halves lie in what was foretold.

    The likelihood fits the middle of the distribution; where a few articles change in midway, as from narrative to
    quotation, its ends are heavier than that.
    """
    drawn = np.random.default_rng(seed).random(len(halves))
    for _ in range(_STEPS):
        if covered(places(spread, halves, drawn)) >= LEVEL * len(halves):
            break
        spread = replace(spread, within=min(spread.within * _STEP, 0.99 if spread.share else 4.0))
    return round(spread.within, 4)
