"""Is a word used more by one outlet than chance would have it? The outlets of each story dealt anew, again and again.

The statistic of a word is its occurrences in the outlet's articles, less those expected from how often all articles of
each story use it (by their lengths), over the standard deviation of that difference when the outlet's articles are
dealt at random within each story: a stratified test of Mantel's kind (Mantel 1963). In a story of m articles, k of them
the outlet's, with residuals x: variance = k (m - k)/(m - 1) mean(x^2). A word that comes in bursts has a large variance
and so no advantage. The log-odds z of ``analysis.contrast`` would be no test: with the prior of news at large it sinks
towards 0 for a rare word that the others never use, because its variance grows to 1/a.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import comb, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.contrast import VOICES
from analysis.ngrams import ORDERS, Run, is_listable, occurrences

EVENTS_OF_A_TERM = 3
"""Stories in which a term must stand to be asked about."""
_AT_ONCE = 200
"""Deals counted at a time, which bounds the memory."""
Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Hand:
    """The articles of several stories and whose they are: ``side`` is True for the outlet's.

    ``places`` holds the positions of the articles of each story.
    """

    side: Mask
    places: tuple[NDArray[np.intp], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Occurrences of the terms of one length in one choice of voices, (terms, articles) and (terms, stories).

    ``totals`` are the occurrences of all terms, asked about or not, by article; ``deviation`` is that of the
    difference from what is expected, by term.
    """

    voice: str
    n: int
    terms: tuple[str, ...]
    counts: Any
    by_event: Any
    totals: Numbers
    deviation: Numbers


def hand(side: Sequence[bool], events: Sequence[str]) -> Hand:
    """``side`` and ``events`` go by article."""
    places: dict[str, list[int]] = {}
    for at, event in enumerate(events):
        places.setdefault(event, []).append(at)
    return Hand(np.array(side, dtype=bool), tuple(np.array(held, dtype=np.intp) for held in places.values()))


def different_deals(held: Hand) -> int:
    """In how many ways the outlet's articles can be dealt within the stories: one over it is the smallest p."""
    return prod(comb(len(places), int(held.side[places].sum())) for places in held.places)


def tables(found: Sequence[Sequence[Run]], held: Hand) -> list[Table]:
    """What is counted in the runs of each article, for every choice of voices and length that has anything to ask."""
    made = (_table(found, held, voice, n) for voice in VOICES for n in ORDERS)
    return [table for table in made if table.terms]


def statistic(table: Table, held: Hand, sides: Mask) -> Numbers:
    """(terms, deals) for ``sides`` (articles, deals), True for the outlet's; 0 where a term cannot vary."""
    surplus = table.counts @ sides.astype(float) - expected(table, held, sides)
    return np.asarray(np.divide(surplus, table.deviation[:, None], out=np.zeros_like(surplus),
                                where=table.deviation[:, None] > 0))


def expected(table: Table, held: Hand, sides: Mask) -> Numbers:
    """(terms, deals): occurrences on the outlet's side if all articles of a story used a term alike."""
    shares = np.array([_share(table.totals[places], sides[places]) for places in held.places])
    return np.asarray(table.by_event @ shares)


def largest(made: Sequence[Table], held: Hand, deals: int, rng: np.random.Generator) -> Numbers:
    """The largest statistic over all terms of all tables, for each deal, in rising order."""
    parts = []
    for start in range(0, deals, _AT_ONCE):
        sides = _deal(held, min(_AT_ONCE, deals - start), rng)
        parts.append(np.max([statistic(table, held, sides).max(axis=0) for table in made], axis=0))
    return np.sort(np.concatenate(parts))


def _deal(held: Hand, deals: int, rng: np.random.Generator) -> Mask:
    """(articles, deals): within each story as many articles as the outlet has there, at random."""
    sides = np.zeros((len(held.side), deals), dtype=bool)
    for places in held.places:
        order = rng.random((len(places), deals)).argsort(axis=0)
        sides[places] = order < np.count_nonzero(held.side[places])
    return sides


def _share(totals: Numbers, sides: Mask) -> Numbers:
    """Share of a story's words that lie on the outlet's side, for each deal."""
    return np.asarray(totals @ sides / max(totals.sum(), 1.0))


def _table(found: Sequence[Sequence[Run]], held: Hand, voice: str, n: int) -> Table:
    spans = (occurrences(one, VOICES[voice], n) for one in found)
    counts = [Counter({term: len(where) for term, where in each.items()}) for each in spans]
    terms = _asked(counts, held)
    totals = np.array([float(each.total()) for each in counts])
    by_article = _matrix(counts, terms)
    events = [Counter[str]() for _ in held.places]
    for event, places in zip(events, held.places, strict=True):
        for at in places:
            event.update({term: count for term, count in counts[at].items() if term in terms})
    by_event = _matrix(events, terms)
    variance = sum(_variances(by_article, by_event, totals, held), np.zeros(len(terms)))
    return Table(voice, n, tuple(terms), by_article, by_event, totals, np.sqrt(variance))


def _asked(counts: Sequence[Mapping[str, int]], held: Hand) -> dict[str, int]:
    """The terms that are asked about, with their rows: chosen without regard to who uses them."""
    holding: Counter[str] = Counter()
    for places in held.places:
        holding.update({term for at in places for term in counts[at]})
    asked = sorted(term for term, events in holding.items() if events >= EVENTS_OF_A_TERM and is_listable(term))
    return {term: row for row, term in enumerate(asked)}


def _matrix(counts: Sequence[Mapping[str, int]], terms: Mapping[str, int]) -> Any:
    """(terms, columns), sparse."""
    from scipy.sparse import csr_array

    cells = [(terms[term], at, count) for at, each in enumerate(counts) for term, count in each.items()
             if term in terms]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((np.array(values, dtype=float), (rows, columns)), shape=(len(terms), len(counts)))


def _variances(by_article: Any, by_event: Any, totals: Numbers, held: Hand) -> Iterator[Numbers]:
    """What each story adds to the variance of each term."""
    columns = by_article.tocsc()
    for number, places in enumerate(held.places):
        size, own = len(places), int(held.side[places].sum())
        if 0 < own < size:
            in_event = by_event[:, [number]].toarray()
            share = totals[places] / max(totals[places].sum(), 1.0)
            residuals = columns[:, places].toarray() - in_event * share
            yield own * (size - own) / (size - 1) * (residuals**2).mean(axis=1)
