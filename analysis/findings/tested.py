"""Which of the differences in a story are more than chance, with the error held over all that was tested.

Every candidate is tested in every pair of articles. A difference as sure as s (``usual.chance.statistic``) might have
come out in any of these tests: its corrected p is the sum, over all tests of the story, of how often each gives s or
less where nothing differs. So of a hundred stories without any real difference at most ``100 * LEVEL`` show one. A
test of few marks, which cannot give so small an s, adds nothing to the sum: unlike a bare Bonferroni correction this
makes no allowance for what could not happen (after Tarone 1990, A modified Bonferroni method for discrete data). Of
each candidate the pair that differs most surely is told. The order is by how unusual the difference is among outlets
on one event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from analysis.findings.figures import FEWEST_MARKS, Candidate, Figure
from analysis.model import Finding
from analysis.usual import Chances, Spread, Spreads, chances, difference_p, gap_words, statistic

LEVEL = 0.019
"""Corrected p up to which a difference is a finding. Not 0.05: on articles whose outlets and dates the spreads have not
seen, chances come out about half as large again (``make calibrate``), and of the 5 % of pairs and stories in which
anything may be found by chance some are left to what is read and not counted (labels, contradictions)."""


class Test(NamedTuple):
    """Two articles' figures of the candidate at a place in the list: how surely they differ, and how often any do."""

    candidate: int
    high: Figure
    low: Figure
    statistic: float
    chances: Chances


def beyond_chance(candidates: Sequence[Candidate], table: Spreads, level: float = LEVEL) -> list[Finding]:
    """The findings among ``candidates``, the most unusual first, each with ``chance_p`` and ``gap_percentile``.

    A gauge that ``table`` does not hold is not tested, and so is no finding.
    """
    found = [
        _finding(candidates[test.candidate], table, test, p)
        for test, p in surest(candidates, table, level)
        if p <= level
    ]
    return sorted(found, key=lambda finding: -finding.weight)


def surest(candidates: Sequence[Candidate], table: Spreads, level: float = LEVEL) -> Iterator[tuple[Test, float]]:
    """Of each candidate the pair that differs most surely, with its corrected p (past ``level`` cut off). None for a
    gauge that ``table`` does not hold, and where no article has ``FEWEST_MARKS``."""
    tests = [
        test
        for place, each in enumerate(candidates)
        if (each.gauge, each.voice) in table
        for test in _pairs(place, each.figures, table[each.gauge, each.voice])
    ]
    sources = Counter(test.chances for test in tests)
    for place in range(len(candidates)):
        mine = [test for test in tests if test.candidate == place and test.high.hits >= FEWEST_MARKS]
        best = min(mine, key=lambda test: test.statistic, default=None)
        if best is not None:
            yield best, corrected(best.statistic, sources, level)


def corrected(statistic: float, sources: Mapping[Chances, int], level: float) -> float:
    """How often, at most, any test gives ``statistic`` or less without a difference; past ``level`` cut off.

    ``sources``: distribution of the statistic -> how many tests have it.
    """
    total = 0.0
    for each, tests in sources.items():
        total += tests * each.at(statistic)
        if total > level:
            return min(total, 1.0)
    return total


def _pairs(place: int, figures: Sequence[Figure], spread: Spread) -> Iterator[Test]:
    for one, other in combinations(figures, 2):
        high, low = (one, other) if one.rate >= other.rate else (other, one)
        sides = (high.hits, high.basis), (low.hits, low.basis)
        yield Test(place, high, low, statistic(spread, *sides), chances(spread, *sides))


def _finding(candidate: Candidate, table: Spreads, test: Test, p: float) -> Finding:
    spread = table[candidate.gauge, candidate.voice]
    finding = candidate.told(test.high, test.low)
    sides = (test.high.hits, test.high.basis), (test.low.hits, test.low.basis)
    percentile = 100 * (1 - difference_p(spread, *sides, event=True))
    return replace(
        finding, size=f"{finding.size}; more than chance, and {gap_words(percentile)}", weight=percentile,
        chance_p=p, gap_percentile=percentile,
    )
