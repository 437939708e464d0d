"""Our test of two rates beside the exact conditional test of two Poisson rates, both on real articles.

Articles of one outlet on one topic are compared two, four, eight and sixteen at a time. At the same corrected level
the exact test raises a false alarm more often, and ever more often the more articles there are, because rates vary from
article to article and not only by counting. So the two are set beside each other once more where they cry wolf equally
often: the marks of one article, one measure and one voice are multiplied, and it is counted how often either test finds
the difference in that measure. Rates alone are tested here by both: the exact test has none for shares of words and
clauses, and false alarms in those would leave it more room for rates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from analysis.findings.figures import Candidate, Figure
from analysis.findings.tested import LEVEL, surest
from analysis.model import Finding
from analysis.usual import Spreads
from benchmarks.calibrate.power import FACTORS
from benchmarks.calibrate.row import Row
from benchmarks.wilson import wilson

SIZES = (1, 2, 4, 8)
"""Pairs of articles that make a story."""
DRAWS = 3
"""Marks are multiplied so often in every story, each time in another place, for each factor."""
SECTION = "Beside the exact Poisson test"
Tallies = Mapping[tuple[str, str], tuple[tuple[int, int], ...]]
"""Gauge and voice -> (marks, basis) of every article."""


class Tried(NamedTuple):
    """A pair of articles of one outlet: when, what was counted, and the spreads that have not seen them."""

    outlet: str
    day: str
    tallies: Tallies
    table: Spreads


class Story(NamedTuple):
    """What was counted in some pairs together, and the spreads."""

    tallies: Tallies
    table: Spreads


def tallies_of(candidates: Sequence[Candidate]) -> Tallies:
    """The counts behind ``candidates``."""
    return {
        (each.gauge, each.voice): tuple((figure.hits, figure.basis) for figure in each.figures) for each in candidates
    }


def rows(tried: Sequence[Tried]) -> Iterator[Row]:
    """False alarms of both tests at one level, then what both find where they raise equally many."""
    for size in SIZES:
        held = [rates_alone(story) for story in stories(tried, size)]
        name, total = f"{2 * size} articles", len(held)
        ours, exact = ([alarm_p(story) for story in each] for each in (held, [as_poisson(story) for story in held]))
        for test, ps in (("our test", ours), ("the exact test", exact)):
            hits = sum(p <= LEVEL for p in ps)
            yield (SECTION, f"false alarms, {name}, {test}", hits / total, *wilson(hits, total), total,
                   f"stories of one outlet with a rate found to differ, each at a corrected level of {100 * LEVEL:g} %")
        level = equal_level(exact, sum(p <= LEVEL for p in ours))
        for factor in FACTORS:
            yield from _found_rows(f"{factor} times as many, {name}", held, factor, level)


def _found_rows(what: str, held: Sequence[Story], factor: int, level: float) -> Iterator[Row]:
    found = [both for seed, story in enumerate(held) for both in _found(story, factor, level, seed)]
    for place, test in enumerate(("our test", "the exact test")):
        hits = sum(both[place] for both in found)
        yield (SECTION, f"{what}, {test}", hits / max(len(found), 1), *wilson(hits, len(found)), len(found),
               "planted differences found in real articles, both tests raising equally many false alarms")


def _found(story: Story, factor: int, level: float, seed: int) -> Iterator[tuple[bool, bool]]:
    """For each difference that is planted, whether our test finds it, and the exact test at ``level``."""
    chosen = np.random.default_rng([seed, factor])
    for _ in range(DRAWS):
        key = tuple(chosen.choice(rates_of(story)))
        planted = multiplied(story, (key[0], key[1]), int(chosen.integers(len(story.tallies[key]))), factor)
        if planted is not None:
            yield (_p_of(planted, key) <= LEVEL, _p_of(as_poisson(planted), key) <= level)


def stories(tried: Sequence[Tried], size: int) -> list[Story]:
    """``size`` pairs of one outlet that follow each other in time, and one table, are a story; what is over is left."""
    by_outlet: dict[tuple[str, int], list[Tried]] = defaultdict(list)
    for each in sorted(tried, key=lambda each: each.day):
        by_outlet[each.outlet, id(each.table)].append(each)
    return [
        Story(_together(held[first : first + size]), held[0].table)
        for held in by_outlet.values()
        for first in range(0, len(held) - size + 1, size)
    ]


def _together(pairs: Sequence[Tried]) -> Tallies:
    found: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}
    for pair in pairs:
        for key, counts in pair.tallies.items():
            found[key] = found.get(key, ()) + counts
    return found


def rates_alone(story: Story) -> Story:
    """The story without its shares."""
    return story._replace(tallies={key: story.tallies[key] for key in rates_of(story)})


def as_poisson(story: Story) -> Story:
    """The story with a table by which rates vary by counting alone."""
    return story._replace(table={key: replace(spread, topic=0.0) for key, spread in story.table.items()})


def alarm_p(story: Story) -> float:
    """The smallest corrected p of a story; 1 where nothing could be tested."""
    return min((p for _, p in _tested(story)), default=1.0)


def equal_level(ps: Sequence[float], alarms: int) -> float:
    """The highest level at which no more than ``alarms`` of ``ps`` are alarms; ties keep it lower."""
    ordered = sorted(ps)
    return 1.0 if alarms >= len(ordered) else float(np.nextafter(ordered[alarms], 0.0))


def rates_of(story: Story) -> list[tuple[str, str]]:
    """The gauges of the story that are rates and have a spread, in a fixed order."""
    return sorted(key for key in story.tallies if key in story.table and not story.table[key].share)


def multiplied(story: Story, key: tuple[str, str], article: int, factor: int) -> Story | None:
    """The story with ``factor`` times as many marks at one place; None where there are none."""
    counts = list(story.tallies[key])
    hits, basis = counts[article]
    counts[article] = (hits * factor, basis)
    return story._replace(tallies={**story.tallies, key: tuple(counts)}) if hits else None


def _p_of(story: Story, key: tuple[str, str]) -> float:
    return next((p for found, p in _tested(story) if found == key), 1.0)


def _tested(story: Story) -> Iterator[tuple[tuple[str, str], float]]:
    candidates = [
        Candidate(gauge, voice, tuple(Figure(str(n), *count, ()) for n, count in enumerate(counts)), _untold)
        for (gauge, voice), counts in story.tallies.items()
    ]
    for test, p in surest(candidates, story.table, level=1.0):
        yield (candidates[test.candidate].gauge, candidates[test.candidate].voice), p


def _untold(high: Figure, low: Figure) -> Finding:
    raise NotImplementedError("what is planted is not told")
