"""False alarms: pairs and stories of one outlet on one topic, compared as if outlets had written them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from analysis.compare import compare
from analysis.findings import candidates_of, findings_of
from analysis.model import AnnotatedArticle
from analysis.usual import Spreads
from benchmarks.calibrate.equal import Tallies, tallies_of
from scripts.reference_usual.corpus import TOPIC_DAYS, Pair
from scripts.reference_usual.told import as_outlets


class Alarm(NamedTuple):
    """What was found where nothing should be: kinds of findings that are read, and of those that are counted; and the
    counts that were tested."""

    read: tuple[str, ...]
    counted: tuple[str, ...]
    tallies: Tallies


def alarm(articles: Sequence[AnnotatedArticle], table: Spreads) -> Alarm:
    """The findings on ``articles``, all of one outlet, by a ``table`` that has not seen them."""
    comparison = compare(as_outlets(articles))
    findings = findings_of(comparison, table)
    return Alarm(
        tuple(each.kind for each in findings if each.chance_p is None),
        tuple(f"{each.kind} {each.voice}" for each in findings if each.chance_p is not None),
        tallies_of(candidates_of(comparison)),
    )


def stories(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Pairs of one outlet close in time, two by two; no pair stands in two stories."""
    used: set[Pair] = set()
    for one, other in combinations(sorted(pairs, key=lambda pair: (pair.outlet, pair.day)), 2):
        if one.outlet == other.outlet and not used & {one, other} and _days_between(one, other) <= TOPIC_DAYS:
            used |= {one, other}
            yield one, other


def _days_between(one: Pair, other: Pair) -> int:
    return abs((date.fromisoformat(one.day[:10]) - date.fromisoformat(other.day[:10])).days)
