"""Figures with their intervals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from benchmarks.golden.stories import Outcome
from benchmarks.wilson import wilson

Part = Literal["whole", "quick"]
"""A set in full, or the fixed part of it that ``--quick`` takes. Their figures are not compared with each other."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure between 0 and 1, where more is better. ``low`` and ``high`` bound its 95 % interval."""

    set: str
    metric: str
    value: float
    low: float | None
    high: float | None
    items: int
    """How many articles, pairs, labels or words it rests on."""
    part: Part = "whole"

    @property
    def name(self) -> str:
        """``set metric``, as floors and messages call it."""
        return f"{self.set} {self.metric}"


def share(name: str, metric: str, outcomes: Sequence[Outcome], part: Part = "whole") -> Figure:
    """The share of right outcomes, with a Wilson interval that is wider where errors cluster in articles.

    Raises ValueError where there is no outcome: a share of nothing is no figure.
    """
    if not outcomes:
        raise ValueError(f"{name} {metric}: there is no share of nothing")
    right, total = sum(outcome.right for outcome in outcomes), len(outcomes)
    effect = design_effect(outcomes)
    low, high = wilson(right / effect, total / effect)
    return Figure(name, metric, right / total, low, high, total, part)


def design_effect(outcomes: Sequence[Outcome]) -> float:
    """How much more the shares of articles differ than chance lets them: Pearson's chi-square by degree of freedom.

    At least 1 (McCullagh and Nelder 1989, 4.5); 1 where there are fewer than two articles or nothing varies.
    """
    totals = Counter(outcome.article for outcome in outcomes)
    hits = Counter(outcome.article for outcome in outcomes if outcome.right)
    rate = hits.total() / max(1, totals.total())
    if len(totals) < 2 or not 0 < rate < 1:
        return 1.0
    square = sum((hits[each] - rate * size) ** 2 / (size * rate * (1 - rate)) for each, size in totals.items())
    return max(1.0, square / (len(totals) - 1))
