"""Within which bounds the rate behind a count likely lies: Gamma-Poisson.

The words of an article are a sample of how it is written. With h marks in n words the rate has the posterior
Gamma(a + h/f, b + n/f). The prior Gamma(a, b) is the spread of rates between the articles of the reference corpus
(a = 1/between, b = a/mean), and f = 1 + within * h' makes up for words that come in bursts within an article (h' is the
expected number of marks). The interval holds the middle 95 %; with no mark at all it begins at 0.

Source: Gelman et al. (2013), Bayesian Data Analysis, 2.6; a bootstrap over sentences would give [0, 0] for no marks.
"""

from __future__ import annotations

from scipy.special import gammaincinv

from analysis.model import Voice
from analysis.usual.shares import LEVEL, share_interval
from analysis.usual.tables import Number, Spread, spreads


def interval(measure: str, voice: Voice, hits: int, basis: int) -> tuple[float, float] | None:
    """The likely range of the rate per 1,000 words, or of the share in % where ``basis`` is a number of sentences;
    None where the tables do not know the measure in that voice."""
    spread = spreads().get((measure, voice.value))
    if spread is None or basis <= 0:
        return None
    if spread.share:
        low, high = share_interval(spread, hits, basis)
        return 100 * low, 100 * high
    return rate_interval(spread, hits, basis)


def rate_interval(spread: Spread, hits: int, words: int) -> tuple[float, float]:
    """The middle 95 % of the posterior, per 1,000 words.

    It is about the rate behind the text: an extreme figure may lie outside, because extremes are partly chance (see
    ``wording.likely``).
    """
    shape, exposure = posterior(spread, hits, words)
    tail = (1 - LEVEL) / 2
    low = float(gammaincinv(shape, tail) / exposure) if hits else 0.0
    high = float(gammaincinv(shape, 1 - tail if hits else LEVEL) / exposure)
    return 1_000 * low, 1_000 * high


def posterior(spread: Spread, hits: Number, words: Number) -> tuple[Number, Number]:
    """Shape and rate of the gamma distribution of the rate per word, after ``hits`` in ``words``, numbers or arrays."""
    prior = 1 / max(spread.between, 1e-3)
    expected = words * (prior + hits) / (prior / spread.mean + words)
    burst = 1 + spread.within * expected
    return prior + hits / burst, prior / spread.mean + words / burst
