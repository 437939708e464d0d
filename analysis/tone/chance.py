"""Whether two outlets' clauses about somebody differ in tone by more than chance: an exact permutation test."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import comb, erfc, sqrt

from analysis.model import Tone
from analysis.tone.weights import LABELS

_MOST_DEALT = 200
"""Clauses of two outlets up to which every way to deal them out is counted; beyond, the normal curve is close."""


def chance(one: Tone, other: Tone) -> float:
    """How likely the means of two outlets are to lie as far apart if their clauses are dealt out between them anew.

    An exact permutation test (Fisher 1935), two-sided: of all ways to deal the labels of both, each outlet given as
    many clauses as it has, the share in which the gap is no smaller. The normal curve beyond ``_MOST_DEALT`` clauses.
    """
    mine, all_ = ([sum(tone.count(label) for tone in tones) for label in LABELS] for tones in ([one], [one, other]))
    clauses, total = sum(mine), sum(all_)
    gap = abs((mine[2] - mine[0]) * total - (all_[2] - all_[0]) * clauses)
    if total > _MOST_DEALT:
        return _by_normal_curve(gap, clauses, all_)
    dealt = (
        comb(all_[0], low) * comb(all_[2], high) * comb(all_[1], clauses - low - high)
        for low, high in product(range(min(all_[0], clauses) + 1), range(min(all_[2], clauses) + 1))
        if low + high <= clauses and abs((high - low) * total - (all_[2] - all_[0]) * clauses) >= gap
    )
    return sum(dealt) / comb(total, clauses)


def _by_normal_curve(gap: int, clauses: int, labels: Sequence[int]) -> float:
    """``gap`` is that of the sums of labels, times the number of all clauses. Sums are whole: half a step is less."""
    total, sums = sum(labels), labels[2] - labels[0]
    spread = (labels[0] + labels[2] - sums * sums / total) / (total - 1)
    error = sqrt(spread * clauses * (total - clauses) / total)
    return erfc(max(gap / total - 0.5, 0) / error / sqrt(2)) if error > 0 else 1.0
