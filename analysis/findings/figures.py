"""What findings are made of: one outlet's count on its basis, the differences between them, names in lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from analysis.model import Evidence, Finding
from analysis.prose import listed

FEWEST_MARKS = 3
"""A difference that rests on fewer marks is no finding: one word more or less would undo it."""
SMALLEST = 1.64
"""Standard errors below which a difference is not listed."""
NEAR = 0.85
"""An outlet with at least this share of the highest rate is named beside the highest."""
MOST_GROUPS, MOST_NAMED = 6, 4
"""Different words, and outlets for each, that a sentence names; the rows beside it have the others."""
BURST = 25.0
"""Words come in quotations, not one by one: a share of words is taken to hold this many times less evidence."""


class Figure(NamedTuple):
    """How often something was counted in an article, on which basis, with the passages."""

    article: str
    hits: int
    basis: int
    evidence: tuple[Evidence, ...]

    @property
    def rate(self) -> float:
        return self.hits / self.basis

    @property
    def of(self) -> str:
        """ "3 of 12"."""
        return f"{self.hits} of {self.basis}"


def highest(figures: Sequence[Figure]) -> list[Figure]:
    """Those with nearly the highest rate, so that no outlet stands out by a hair."""
    most = max(each.rate for each in figures)
    return sorted((each for each in figures if each.rate >= NEAR * most), key=lambda each: -each.rate)


def lowest(figures: Sequence[Figure]) -> list[Figure]:
    """Those with just the lowest figure."""
    least = min(figures, key=lambda each: each.rate)
    figure = (least.hits, least.hits and least.basis)
    return [each for each in figures if (each.hits, each.hits and each.basis) == figure]


def extremes(figures: Sequence[Figure]) -> tuple[Figure, Figure]:
    """One with the highest and one with the lowest rate."""
    return max(figures, key=lambda each: each.rate), min(figures, key=lambda each: each.rate)


def largest(found: Iterable[Finding | None]) -> Iterator[Finding]:
    """The weightiest of the findings, or nothing where there is none."""
    best = max((each for each in found if each is not None), key=lambda finding: finding.weight, default=None)
    if best is not None:
        yield best


def passages_of(figures: Iterable[Figure]) -> tuple[Evidence, ...]:
    """The passages behind all the figures."""
    return tuple(mark for each in figures for mark in each.evidence)


def difference(figures: Sequence[Figure], *, share: bool, burst: float = 1.0) -> float:
    """Highest against lowest rate in standard errors: of Poisson rates, or of shares where ``share``."""
    high, low = extremes(figures)
    pooled = sum(each.hits for each in figures) / sum(each.basis for each in figures)
    variance = (pooled * (1 - pooled) if share else pooled) * burst
    return (high.rate - low.rate) / sqrt(variance * (1 / high.basis + 1 / low.basis)) if variance > 0 else 0.0


def named(figures: Sequence[Figure]) -> str:
    """The articles as places in a template: "{a}, {b} and {c}"."""
    return listed([f"{{{each.article}}}" for each in figures])


def grouped(said: Sequence[tuple[str, str]]) -> str:
    """Who says what, as a template: "“said” in {a} and {c}, “claimed” in {b}"; long lists are cut, and say so.

    ``said`` holds (article, words); words that differ in case only are one.
    """
    groups: dict[str, list[str]] = {}
    shown: dict[str, str] = {}
    for article, words in said:
        shown.setdefault(words.casefold(), words)
        groups.setdefault(words.casefold(), []).append(article)
    told = [f"“{shown[key]}” in {_some(articles)}" for key, articles in list(groups.items())[:MOST_GROUPS]]
    more = len(groups) - len(told)
    told += [f"{more} {'other' if more == 1 else 'others'} elsewhere"] if more > 0 else []
    return listed(told) if len(said) == len(groups) else "; ".join(told)


def _some(articles: Sequence[str]) -> str:
    places = [f"{{{article}}}" for article in articles]
    if len(places) <= MOST_NAMED:
        return listed(places)
    more = len(places) - MOST_NAMED + 1
    return f"{', '.join(places[: MOST_NAMED - 1])} and {more} others"
