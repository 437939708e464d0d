"""What findings are made of: one outlet's count on its basis, who has most and least, names in lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.model import Evidence, Finding
from analysis.prose import listed

FEWEST_MARKS = 3
"""A difference that rests on fewer marks is no finding: one word more or less would undo it."""
NEAR = 0.85
"""An outlet with at least this share of the highest rate is named beside the highest."""
MOST_GROUPS, MOST_NAMED = 6, 4
"""Different words, and outlets for each, that a sentence names; the rows beside it have the others."""


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A difference to be tested: the figures of all articles, and how it is told if two of them differ.

    ``gauge`` and ``voice`` ("" where the gauge has none) name the spread that the test takes from the tables of
    ``analysis.usual``. ``told`` makes the Finding for the two figures that differ most surely, the higher first.
    """

    gauge: str
    voice: str
    figures: tuple[Figure, ...]
    told: Callable[[Figure, Figure], Finding]


def highest(figures: Sequence[Figure], high: Figure) -> list[Figure]:
    """``high`` and those with nearly its rate or more, so that no outlet stands out by a hair."""
    return sorted((each for each in figures if each.rate >= NEAR * high.rate), key=lambda each: -each.rate)


def lowest(figures: Sequence[Figure], low: Figure) -> list[Figure]:
    """``low`` and those with the same figure or less."""
    return sorted((each for each in figures if each == low or each.rate < low.rate or each.hits == low.hits == 0),
                  key=lambda each: each.rate)


def largest(found: Iterable[Finding | None]) -> Iterator[Finding]:
    """The weightiest of the findings, or nothing where there is none."""
    best = max((each for each in found if each is not None), key=lambda finding: finding.weight, default=None)
    if best is not None:
        yield best


def passages_of(figures: Iterable[Figure]) -> tuple[Evidence, ...]:
    """The passages behind all the figures."""
    return tuple(mark for each in figures for mark in each.evidence)


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
