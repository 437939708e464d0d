"""Print how many changes that were planted into the sample stories Parallax shows.

    python -m benchmarks.planted [--per-story 14] [--verbose]

One change is made in one article of a story, and the changed text is compared with the story as that of a further
outlet. So the untouched article stands beside it and everything else is equal, as where somebody holds two versions of
one text against each other within the coverage: what differs between the two is the plant alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from analysis import samples
from analysis.annotation import annotate_many
from analysis.compare import compare
from analysis.model import AnnotatedArticle, Article
from analysis.samples import SampleStory
from benchmarks.plants import cues, labels, quotations, sentences
from benchmarks.plants.base import Plant, Shown
from benchmarks.wilson import wilson

SEED = 20261122
PER_STORY = 14
TARGET = 0.8


class Kind(NamedTuple):
    """Where a kind of change can be planted, whether a comparison shows it, and for labels, whether What differs tells
    it too (which has one finding on names at most)."""

    plants: Callable[[SampleStory], Iterator[Plant]]
    is_shown: Callable[[Shown], bool]
    is_told: Callable[[Shown], bool] = lambda shown: False


class Outcome(NamedTuple):
    plant: Plant
    shown: bool
    told: bool


KINDS = {each.KIND: Kind(each.plants, each.is_shown) for each in (sentences, quotations, cues)}
KINDS = {labels.KIND: Kind(labels.plants, labels.is_shown, labels.is_told), **KINDS}


def drawn(kind: str, per_story: int, seed: int = SEED) -> list[Plant]:
    """At most ``per_story`` plants of a kind for each story, drawn at random with ``seed``."""
    found: list[Plant] = []
    for story in samples.stories():
        places = list(KINDS[kind].plants(story))
        picked = Random(f"{seed} {kind} {story.slug}").sample(range(len(places)), min(per_story, len(places)))
        found += [places[number] for number in sorted(picked)]
    return found


def outcomes(plants: Sequence[Plant]) -> Iterator[Outcome]:
    """Each plant and whether it is shown; every article is annotated once."""
    changed = annotate_many((plant.changed(_article(plant)) for plant in plants), vectors=True)
    for plant, annotated in zip(plants, changed, strict=True):
        event = _annotated(plant.story)
        comparison = compare((*event, annotated))
        shown = Shown(plant, comparison, event[plant.article].id, annotated.id)
        yield Outcome(plant, KINDS[plant.kind].is_shown(shown), KINDS[plant.kind].is_told(shown))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Plant changes into the sample stories and look for them.")
    parser.add_argument("--per-story", type=int, default=PER_STORY, help="plants of a kind in each story, at most")
    parser.add_argument("--seed", type=int, default=SEED, help="which places are drawn")
    parser.add_argument("--kind", choices=KINDS, help="one kind only")
    parser.add_argument("--verbose", action="store_true", help="print the plants that are not shown")
    options = parser.parse_args(arguments)
    short = [
        kind
        for kind in ([options.kind] if options.kind else KINDS)
        if _measured(kind, options.per_story, options.seed, options.verbose) < TARGET
    ]
    return 1 if short else 0


def _measured(kind: str, per_story: int, seed: int, verbose: bool) -> float:
    """Prints one line, and the misses if asked; gives the share found."""
    results = list(outcomes(drawn(kind, per_story, seed)))
    found, total = sum(each.shown for each in results), len(results)
    told = sum(each.told for each in results)
    low, high = wilson(found, total)
    share = found / total if total else 0.0
    print(f"{kind}: {found} of {total} shown, {share:.0%} (95 %: {low:.0%} to {high:.0%}; aim: {TARGET:.0%})")
    if kind == labels.KIND:
        print(f"  in What differs, where one name stands at most: {told} of {total}")
    for each in results if verbose else ():
        if not each.shown:
            print(f"  {each.plant.described(_article(each.plant))}")
    return share


def _article(plant: Plant) -> Article:
    return _story(plant.story).articles[plant.article]


@cache
def _story(slug: str) -> SampleStory:
    return next(story for story in samples.stories() if story.slug == slug)


@cache
def _annotated(slug: str) -> tuple[AnnotatedArticle, ...]:
    return tuple(annotate_many(_story(slug).articles, vectors=True))


if __name__ == "__main__":
    sys.exit(main())
