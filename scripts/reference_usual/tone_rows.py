"""The clauses of articles about persons and groups, and the rows on tone that are counted from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import gammaln

from analysis.model import AnnotatedArticle, Voice
from analysis.names import entities
from analysis.tone.counting import FEWEST, toned
from analysis.usual.shares import LEVEL
from analysis.usual.tones import LABELS, MEASURE, Counts, ToneSpread, tone_mean, tone_posterior, tone_spread
from scripts.reference_usual.fit import FEWEST_PAIRS
from scripts.reference_usual.foretold import covered
from scripts.reference_usual.told import as_outlets

LENGTHS = (5, 8, 12, 20, 32)
"""Clauses of one article and voice about somebody at which quantiles are taken, from one contiguous run of each."""
FEWEST_MEANS, FEWEST_HALVES = 150, 60
"""With fewer means no quantiles are taken; with fewer halves of clauses about somebody no spread is fitted."""
Labels = tuple[int, ...]
"""-1, 0 or 1 of each clause, headline first, then in the order of the text."""
Sides = tuple[Counts, Counts]
Figures = NDArray[np.float64]


class Heard(NamedTuple):
    """The clauses of articles about one person or group in one voice: the articles by their place, and their labels."""

    voice: Voice
    labels: dict[int, Labels]


def heard(event: Sequence[AnnotatedArticle]) -> list[Heard]:
    """Everybody of whom articles of ``event`` have clauses enough for a mean; names are linked over all of them."""
    found: dict[tuple[str, Voice], dict[int, Labels]] = {}
    whole = as_outlets(event)
    places = {article.id: place for place, article in enumerate(whole)}
    for (entity, article, voice), clauses in toned(whole, entities(whole)).items():
        if len(clauses) >= FEWEST:
            ordered = sorted(clauses, key=lambda each: (each.field != "title", each.target.start))
            labels = tuple(each.label for each in ordered)
            found.setdefault((entity, voice), {})[places[article]] = labels
    return [Heard(voice, labels) for (_, voice), labels in found.items()]


def runs(articles: Sequence[Sequence[Heard]], voice: Voice) -> list[tuple[int, Labels]]:
    """(place of the article, labels) of everybody in one voice, each article being an event of its own."""
    return [(place, each.labels[0]) for place, those in enumerate(articles) for each in those if each.voice is voice]


def sides(pairs: Sequence[Sequence[Heard]], voice: Voice) -> list[Sides]:
    """The counts of either article of a pair, of everybody whom both speak of often enough in one voice."""
    return [(counts_of(each.labels[0]), counts_of(each.labels[1]))
            for those in pairs for each in those if each.voice is voice and len(each.labels) == 2]


def halves(articles: Sequence[Sequence[Heard]], voice: Voice) -> list[Sides]:
    """First and second half of the clauses about somebody, where either makes a mean."""
    found = [labels for _, labels in runs(articles, voice) if len(labels) >= 2 * FEWEST]
    return [(counts_of(each[: len(each) // 2]), counts_of(each[len(each) // 2 :])) for each in found]


def counts_of(labels: Sequence[int]) -> Counts:
    """How many are negative, neutral and positive."""
    negative, neutral, positive = (sum(each == label for each in labels) for label in LABELS)
    return negative, neutral, positive


def quantile_rows(articles: Sequence[Sequence[Heard]], seed: int = 0) -> Iterator[dict[str, object]]:
    """One row a voice and number of clauses: 0th to 100th percentile of the means of contiguous runs."""
    generator = np.random.default_rng(seed)
    for voice in Voice:
        held = runs(articles, voice)
        for length in LENGTHS:
            enough = [(place, labels) for place, labels in held if len(labels) >= length]
            starts = [int(generator.integers(len(labels) - length + 1)) for _, labels in enough]
            means = [float(np.mean(labels[start : start + length]))
                     for (_, labels), start in zip(enough, starts, strict=True)]
            if len(means) >= FEWEST_MEANS:
                yield {"measure": MEASURE, "voice": voice.value, "length": length,
                       "articles": len({place for place, _ in enough}), "means": len(means),
                       "percentiles 0 to 100": " ".join(f"{each:.4g}" for each in np.percentile(means, range(101)))}


def spread_rows(articles: Sequence[Sequence[Heard]], topic: Sequence[Sequence[Heard]],
                event: Sequence[Sequence[Heard]], seed: int = 0) -> Iterator[dict[str, object]]:
    """One row a voice. ``topic``: A/A pairs; ``event``: pairs of outlets. With fewer than ``FEWEST_PAIRS`` of either in
    which both speak of the same person their columns are empty: nothing is said of gaps in that voice."""
    for voice in Voice:
        counts = [counts_of(labels) for _, labels in runs(articles, voice)]
        same, other, dealt = sides(topic, voice), sides(event, voice), halves(articles, voice)
        if len(dealt) < FEWEST_HALVES:
            continue
        negative, neutral, positive = (f"{each:.4f}" for each in np.array(counts, float).sum(0) / np.sum(counts))
        row: dict[str, object] = {"voice": voice.value, "negative": negative, "neutral": neutral, "positive": positive,
                                  "between": between_of(counts), "within": correlation(dealt), "topic": "", "event": ""}
        if min(len(same), len(other)) >= FEWEST_PAIRS:
            row |= {"topic": correlation(same), "event": max(correlation(same), correlation(other))}
        yield row | {"within": widened(tone_spread(row), dealt, seed), "articles": len(articles),
                     "halves": len(dealt), "topic pairs": len(same), "event pairs": len(other)}


def correlation(pairs: Sequence[Sides]) -> float:
    """The correlation with which z squared (``usual.tones``) is 1 on average; pairs of one label alone tell nothing."""
    def loss(log_correlation: float) -> float:
        from_z = [_z_squared(*pair, float(np.exp(log_correlation))) for pair in pairs]
        return (float(np.mean([each for each in from_z if each is not None])) - 1) ** 2

    found = minimize_scalar(loss, bounds=(np.log(1e-3), np.log(0.9)), method="bounded")
    return round(float(np.exp(found.x)), 4)


def _z_squared(one: Counts, other: Counts, correlated: float) -> float | None:
    total = np.add(one, other)
    spread = (total[0] + total[2]) / total.sum() - ((total[2] - total[0]) / total.sum()) ** 2
    parts = sum((1 + (sum(each) - 1) * correlated) / sum(each) for each in (one, other))
    return None if spread <= 1e-12 else float((tone_mean(one) - tone_mean(other)) ** 2 / (spread * parts))


def between_of(counts: Sequence[Counts]) -> float:
    """Correlation of the labels of one article and person: the likelihood of the Dirichlet-multinomial distribution."""
    found = np.array(counts, float)
    total, shares = found.sum(1), found.sum(0) / found.sum()

    def loss(log_correlation: float) -> float:
        precision = 1 / np.exp(log_correlation) - 1
        a = precision * shares
        each = gammaln(precision) - gammaln(total + precision) + (gammaln(found + a) - gammaln(a)).sum(1)
        return -float(each.sum())

    return round(float(np.exp(minimize_scalar(loss, bounds=(np.log(1e-3), np.log(0.9)), method="bounded").x)), 4)


def places(spread: ToneSpread, dealt: Sequence[Sides], drawn: Sequence[float] | Figures) -> Figures:
    """Where the mean of each second half lies in what the first half foretells, 0 to 1.

    The sum of labels is a whole number, so a place lies between the probability of less and that of at most as much, at
    the share ``drawn`` of the way.
    """
    found = [_place(spread, first, second, share) for (first, second), share in zip(dealt, drawn, strict=True)]
    return np.array(found, float)


def _place(spread: ToneSpread, first: Counts, second: Counts, share: float) -> float:
    """By the Dirichlet-multinomial distribution: correlated by what is not known of the shares, and by clauses of one
    tone that stand together."""
    posterior = np.array(tone_posterior(spread, first))
    together = 1 - (1 - 1 / (posterior.sum() + 1)) * (1 - spread.within)
    a = posterior / posterior.sum() * (1 / together - 1)
    sums, chance = _foretold(a, sum(second))
    seen = second[2] - second[0]
    return float(chance[sums < seen].sum() + share * chance[sums == seen].sum())


def _foretold(a: Figures, total: int) -> tuple[Any, Any]:
    """The sum of ``total`` labels, and how likely it is, for each number of negative and of positive ones."""
    negative, positive = np.meshgrid(np.arange(total + 1), np.arange(total + 1), indexing="ij")
    kept = negative + positive <= total
    counts = np.stack([negative[kept], total - negative[kept] - positive[kept], positive[kept]], 1)
    ways = gammaln(total + 1) - gammaln(counts + 1).sum(1)
    beta = gammaln(a.sum()) - gammaln(total + a.sum()) + (gammaln(counts + a) - gammaln(a)).sum(1)
    return counts[:, 2] - counts[:, 0], np.exp(ways + beta)


def widened(spread: ToneSpread, dealt: Sequence[Sides], seed: int = 0) -> float:
    """The correlation within articles, enlarged step by step until 95 of 100 second halves lie in what was foretold."""
    drawn = np.random.default_rng(seed).random(len(dealt))
    for _ in range(15):
        if covered(places(spread, dealt, drawn)) >= LEVEL * len(dealt):
            break
        spread = replace(spread, within=min(1.15 * spread.within, 0.9))
    return round(spread.within, 4)
