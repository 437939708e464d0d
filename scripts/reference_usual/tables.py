"""From counted articles to the tables in ``data/reference``: quantiles, spreads, provenance."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from analysis.measures import MEASURES, cues
from analysis.measures.rates import PER_THOUSAND
from analysis.measures.sentences import MIN_SENTENCES
from analysis.model import Voice
from analysis.usual import Spread
from analysis.usual.percentiles import OPENING
from scripts.reference_usual.counts import Counted, Key
from scripts.reference_usual.fit import (
    FEWEST_PAIRS,
    Counts,
    Pairs,
    rate_between,
    rate_spread,
    share_between,
    share_spread,
)
from scripts.reference_usual.foretold import widened

LENGTHS = (100, 150, 250, 400, 650, 1_000, 1_600)
"""Words of a voice at which quantiles are taken, from one contiguous stretch of every article that has as many."""
SENTENCES = (5, 8, 12, 20, 32, 50, 80)
"""Sentences of a voice at which those of shares are."""
FEWEST_ARTICLES = 150
OF_WORDS = ("voices",)
SHARES = (*OF_WORDS, *cues.SHARES, "agency", "headline")
Pair = tuple[Counted, Counted]


def quantile_rows(articles: Sequence[Counted], seed: int = 0) -> Iterator[dict[str, object]]:
    """One row a measure, voice and length: rates by words, shares by sentences, counts of the opening at 0."""
    generator = np.random.default_rng(seed)
    for (measure, voice) in _keys(each.marks for each in articles):
        for length in LENGTHS:
            found = [_hits(each.marks, (measure, voice), each.words[voice], length, generator) for each in articles]
            yield from _row(measure, voice, length, _scaled(found, 1_000 / length))
        counts = [float(each.openings[measure, voice]) for each in articles if (measure, voice) in each.openings]
        yield from _row(measure + OPENING, voice, 0, counts)
    for (measure, voice) in _keys(each.sentences for each in articles):
        for length in SENTENCES:
            found = [_hits(each.sentences, (measure, voice), each.spoken[voice], length, generator)
                     for each in articles]
            yield from _row(measure, voice, length, _scaled(found, 100 / length))


def _keys(found: Iterable[Mapping[Key, object]]) -> list[Key]:
    return sorted({key for each in found for key in each})


def _hits(places: Mapping[Key, Sequence[int]], key: Key, total: int, length: int,
          generator: np.random.Generator) -> int | None:
    """How many of ``places`` lie in a contiguous stretch of ``length``, drawn from ``total``; None where it is less."""
    if total < length:
        return None
    start = int(generator.integers(total - length + 1))
    return sum(start <= place < start + length for place in places.get(key, ()))


def _scaled(found: Iterable[int | None], factor: float) -> list[float]:
    return [hits * factor for hits in found if hits is not None]


def _row(measure: str, voice: Voice, length: int, figures: list[float]) -> Iterator[dict[str, object]]:
    if len(figures) >= FEWEST_ARTICLES:
        percentiles = np.percentile(figures, range(101))
        yield {"measure": measure, "voice": voice.value, "length": length, "articles": len(figures),
               "percentiles 0 to 100": " ".join(f"{figure:.4g}" for figure in percentiles)}


def spread_rows(
    articles: Sequence[Counted], topic: Sequence[Pair], event: Sequence[Pair]
) -> Iterator[dict[str, object]]:
    """One row a gauge: the measures by voice, then the shares. ``topic``: A/A pairs; ``event``: pairs of outlets."""
    for measure in (each.name for each in MEASURES if each.unit == PER_THOUSAND):
        for voice in Voice:
            yield from _rate_row(measure, voice, articles, topic, event)
    yield from _sentence_rows(articles, topic, event)
    for name in SHARES:
        yield from _share_row(name, articles, topic, event)


def _rate_row(measure: str, voice: Voice, articles: Sequence[Counted], topic: Sequence[Pair], event: Sequence[Pair],
              fewest: int = 100) -> Iterator[dict[str, object]]:
    def counts(one: Counted) -> tuple[int, int]:
        return len(one.marks.get((measure, voice), ())), one.words[voice]

    same, other = (_counted(pairs, counts, fewest) for pairs in (topic, event))
    dealt = [halves(each, measure, voice) for each in articles if each.words[voice] >= 2 * fewest]
    if min(len(same), len(other), len(dealt)) < FEWEST_PAIRS:
        return
    mean, between = rate_between([counts(each) for each in articles if each.words[voice] >= fewest])
    topic_spread = rate_spread(same)
    spread = Spread(False, mean, between, rate_spread(dealt), topic_spread, max(rate_spread(other), topic_spread))
    yield {"gauge": measure, "voice": voice.value, "kind": "rate", "mean": f"{mean:.6g}", "between": between,
           "within": widened(spread, dealt), "topic": topic_spread, "event": spread.event,
           "topic pairs": len(same), "event pairs": len(other), "articles": len(articles)}


def _sentence_rows(articles: Sequence[Counted], topic: Sequence[Pair],
                   event: Sequence[Pair]) -> Iterator[dict[str, object]]:
    """Shares of sentences, by measure and voice."""
    for key in _keys(each.sentences for each in articles):
        measure, voice = key
        count = partial(_sentences, key=key)
        same, other = (_counted(pairs, count, MIN_SENTENCES) for pairs in (topic, event))
        figures = [count(each) for each in articles if each.spoken[voice] >= MIN_SENTENCES]
        dealt = [halved(each.sentences.get(key, ()), each.spoken[voice]) for each in articles
                 if each.spoken[voice] >= 2 * MIN_SENTENCES]
        if figures and dealt:
            between, within = share_between(figures), share_spread(dealt)
            for row in _shares(measure, figures, same, other, len(articles)):
                spread = Spread(True, float(str(row["mean"])), between, within, float(str(row["topic"])), 1.0)
                yield row | {"voice": voice.value, "between": between, "within": widened(spread, dealt)}


def _sentences(article: Counted, key: Key) -> tuple[int, int]:
    return len(article.sentences.get(key, ())), article.spoken[key[1]]


def _share_row(name: str, articles: Sequence[Counted], topic: Sequence[Pair], event: Sequence[Pair],
               fewest: int = 2) -> Iterator[dict[str, object]]:
    def counts(one: Counted) -> tuple[int, int]:
        return one.shares[name]

    same, other = (_counted(pairs, counts, fewest) for pairs in (topic, event))
    figures = [counts(each) for each in articles if counts(each)[1]]
    for row in _shares(name, figures, same, other, len(articles)):
        yield row if name in OF_WORDS else row | {"between": share_between(figures)}


def _shares(name: str, figures: Counts, topic: Pairs, event: Pairs, articles: int) -> Iterator[dict[str, object]]:
    if min(len(topic), len(event)) < FEWEST_PAIRS:
        return
    mean = sum(hits for hits, _ in figures) / sum(of for _, of in figures)
    spread = share_spread(topic)
    yield {"gauge": name, "voice": "", "kind": "share", "mean": f"{mean:.6g}", "between": 0, "within": 0,
           "topic": spread, "event": max(share_spread(event), spread), "topic pairs": len(topic),
           "event pairs": len(event), "articles": articles}


def speaker_row(topic: Pairs, event: Pairs) -> Iterator[dict[str, object]]:
    """The share of attributed words that one speaker gets, where both articles of a pair quote or report that one."""
    yield from _shares("speakers", [side for pair in topic for side in pair], topic, event, 0)


def _counted(pairs: Sequence[Pair], counts: Any, fewest: int) -> Pairs:
    """The counts of the pairs in which both articles have enough to count in, and anything was counted."""
    found = [(counts(one), counts(other)) for one, other in pairs]
    return [(a, b) for a, b in found if min(a[1], b[1]) >= fewest and a[0] + b[0] > 0]


def halves(article: Counted, measure: str, voice: Voice) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the second half of what the voice says: marks and words, or such sentences and all."""
    if (measure, voice) in article.sentences:
        return halved(article.sentences[measure, voice], article.spoken[voice])
    return halved(article.marks.get((measure, voice), ()), article.words[voice])


def halved(places: Sequence[int], total: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """(those of ``places`` in it, length) of the first and the second half of ``total``."""
    middle = total // 2
    early = sum(place < middle for place in places)
    return (early, middle), (len(places) - early, total - middle)


def write(path: Path, rows: Iterable[Mapping[str, object]]) -> int:
    """Write ``rows`` as CSV; how many."""
    lines = list(rows)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
    return len(lines)
