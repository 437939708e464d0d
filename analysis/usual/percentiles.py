"""Where a figure stands among the articles of the reference corpus that have as many words of that voice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from math import log
from operator import itemgetter

from analysis.model import Measurement, Voice
from analysis.usual.tables import quantiles

USUAL = (10, 90)
"""The usual range: from this percentile to that."""
OPENING = ".opening"
"""Counts in headline and first paragraph have a table of their own, as in the JSON of a comparison."""
_Table = Mapping[int, Sequence[float]]


def percentile_of(row: Measurement) -> float | None:
    """0 to 100: the share of articles with less, ties counted half; None where ``row`` has no value or no reference.

    Between two lengths of the tables the percentiles are interpolated on the logarithm of the length.
    """
    value = row.value
    name = row.measure if row.part == "article" else row.measure + OPENING
    table = quantiles().get((name, row.voice))
    if value is None or table is None:
        return None
    return _at_length(table, row.basis, lambda figures: mid_percentile(figures, value))


def usual_range(measure: str, voice: Voice, words: int) -> tuple[float, float] | None:
    """From the 10th to the 90th percentile, in the unit of ``measure``, for a text of ``words`` words of ``voice``."""
    table = quantiles().get((measure, voice))
    if table is None:
        return None
    return _at_length(table, words, itemgetter(USUAL[0])), _at_length(table, words, itemgetter(USUAL[1]))


def mid_percentile(figures: Sequence[float], value: float) -> float:
    """Place of ``value`` among the 0th to 100th percentile ``figures``; of equal figures the middle one counts."""
    low, high = bisect_left(figures, value - 1e-9), bisect_right(figures, value + 1e-9)
    if low < high:
        return (low + high - 1) / 2
    if low in (0, len(figures)):
        return 0.0 if low == 0 else 100.0
    return low - 1 + (value - figures[low - 1]) / (figures[low] - figures[low - 1])


def _at_length(table: _Table, words: int, read: Callable[[Sequence[float]], float]) -> float:
    """``read`` at the two nearest lengths, weighed by the logarithm of the length; at the ends the last one."""
    lengths = sorted(table)
    above = bisect_left(lengths, words)
    if above == 0 or above == len(lengths):
        return read(table[lengths[min(above, len(lengths) - 1)]])
    short, long = lengths[above - 1], lengths[above]
    share = log(words / short) / log(long / short)
    low = read(table[short])
    return low + share * (read(table[long]) - low)
