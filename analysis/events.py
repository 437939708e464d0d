"""Articles -> events: which articles report the same story?

Each article becomes a TF-IDF vector of the words of its headline (counted four times), its lead (twice) and the
opening of its text, with pairs of neighbouring words at half weight. Articles whose dates lie within two days of
each other count as a tenth more alike, those more than 90 days apart as a fifth less; where a date is unknown,
articles that name weekdays, but none in common, count as half as alike. Groups are joined by average linkage until
no two are alike enough.

Document frequencies are those of the pool together with the reference corpus (data/reference), which counts like
300 articles: a library of five articles has no usable frequencies of its own, a pool of a thousand knows better
than the corpus what sets its stories apart.

One threshold serves every pool. It was chosen by the mean B-cubed F1 over four public sets of articles grouped by
event (g5w, allsides2021, ecbplus, basil-events), not set by set: see ``THRESHOLD``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log
from typing import Any

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from analysis import background
from analysis.kept import FIELDS, kept
from analysis.model import Article
from analysis.ngrams import FUNCTION_WORDS, normal

Matrix = np.ndarray[Any, np.dtype[np.float64]]

THRESHOLD = 0.16
"""Mean similarity at which two groups of articles still are one event.

Mean B-cubed F1 over the four sets: .911 at .14, .917 at .15, .918 at .16, .913 at .17, .907 at .18; at .16 it is .957
(g5w), .835 (allsides2021), .893 (ecbplus) and .986 (basil-events). Where dense pools of neighbouring stories all bear
one date, so that neither dates nor weekdays tell them apart, precision falls (allsides2021 so dated: .778).
"""
TIED = 0.14
"""Similarity of any two articles across two sets of articles from which the sets are not surely two events.

In pools made of two public events whole sets that no pair ties are the events in 95 of 100, the groups of ``group`` in
83; of 83 single events 5 fall apart so, 13 by ``group``.
"""
LEAD = 500
OPENING = 2_000
"""Characters of the text that are read twice and once: what happened stands at the top, further down stories drift
together."""
HEADLINE_WEIGHT = 4
PAIR_WEIGHT = 0.5
CORPUS_WEIGHT = 300
"""As how many articles of the pool the reference corpus counts."""
CLOSE_DAYS = 2
CLOSE_FACTOR = 1.1
FAR_DAYS = 90
FAR_FACTOR = 0.8
OTHER_WEEKDAYS_FACTOR = 0.5
"""News names the weekday of what happened: of pairs of similar, but different stories most name no common one."""

_WORD = re.compile(r"[^\W_]+(?:[.'’&][^\W_]+)*")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PAUSE = re.compile(r"[^\w\s'’\"“”‘-]")


def group(articles: Sequence[Article], threshold: float = THRESHOLD) -> list[str]:
    """One label per article, in the same order; equal labels, same event.

    ``threshold`` is the mean similarity (0 to 1) at which two groups still are one event. An article without any
    words stands alone. Time and memory grow with the square of the number of articles (2,000 take a few seconds).
    """
    if len(articles) < 2:
        return ["e1"] * len(articles)
    distances = 1 - similarities(articles)
    np.fill_diagonal(distances, 0)
    tree = linkage(squareform(distances, checks=False), "average")
    clusters = fcluster(tree, 1 - threshold, "distance").tolist()
    order = {cluster: number for number, cluster in enumerate(dict.fromkeys(clusters), 1)}
    return [f"e{order[cluster]}" for cluster in clusters]


def surely_apart(articles: Sequence[Article]) -> list[str]:
    """One label per article; different ones only where no chain of articles that are at least ``TIED`` ties two."""
    if len(articles) < 2:
        return ["e1"] * len(articles)
    _, found = connected_components(similarities(articles) >= TIED, directed=False)
    return [f"e{number + 1}" for number in found.tolist()]


def similarities(articles: Sequence[Article]) -> Matrix:
    """How alike every two articles are, 0 to 1."""
    vectors = _vectors([_counts(article) for article in articles])
    alike = np.asarray((vectors @ vectors.T).toarray())
    return np.clip(alike * _time_factors(articles), 0, 1)


def _time_factors(articles: Sequence[Article]) -> Matrix:
    """By how much dates, or else the weekdays named, make every two articles more or less alike."""
    days = np.array([_day(article.published) for article in articles])
    gaps = np.abs(days[:, None] - days[None, :])
    named = np.array([_weekdays(article) for article in articles], dtype=np.int8)
    common = named @ named.T > 0
    both = np.outer(named.any(axis=1), named.any(axis=1))
    factors = np.select([gaps <= CLOSE_DAYS, gaps > FAR_DAYS], [CLOSE_FACTOR, FAR_FACTOR], 1.0)
    return np.where(np.isnan(gaps) & both & ~common, OTHER_WEEKDAYS_FACTOR, factors)


def _weekdays(article: Article) -> list[bool]:
    opening = f"{article.title or ''} {article.text[:OPENING]}"
    return [day in opening for day in _WEEKDAYS]


@kept(FIELDS)
def _counts(article: Article) -> Counter[str]:
    counts = Counter(_terms(article.text[:OPENING]))
    counts.update(_terms(article.text[:LEAD]))
    for term in _terms(article.title or ""):
        counts[term] += HEADLINE_WEIGHT
    return counts


def _terms(text: str) -> Iterator[str]:
    """Words and pairs of neighbouring words; function words and punctuation marks part neighbours."""
    before, end = "", 0
    for match in _WORD.finditer(text):
        word = normal(match.group()).removesuffix("'s")
        if word in FUNCTION_WORDS:
            before = ""
            continue
        yield word
        if before and not _PAUSE.search(text, end, match.start()):
            yield f"{before} {word}"
        before, end = word, match.end()


def _vectors(counts: Sequence[Counter[str]]) -> csr_array:
    """TF-IDF vectors of length 1 (0 for an article without words), one row an article."""
    holding = Counter(term for each in counts for term in each)
    columns = {term: column for column, term in enumerate(holding)}
    weights = {term: _weight(term, number, len(counts)) for term, number in holding.items()}
    rows = [_row(each, weights) for each in counts]
    return csr_array(
        (
            np.concatenate(rows),
            [columns[term] for each in counts for term in each],
            np.cumsum([0, *map(len, rows)]),
        ),
        shape=(len(counts), len(columns)),
    )


def _row(counts: Counter[str], weights: Mapping[str, float]) -> Matrix:
    values = np.array([(1 + log(count)) * weights[term] for term, count in counts.items()], dtype=float)
    return values / max(float(np.linalg.norm(values)), 1e-12)


def _weight(term: str, holding: int, articles: int) -> float:
    """Inverse document frequency on pool and corpus together; half of it for a pair of words."""
    known = background.load(2 if " " in term else 1)
    share = CORPUS_WEIGHT / known.documents
    idf = log((1 + articles + CORPUS_WEIGHT) / (1 + holding + share * known.document_count(term))) + 1
    return idf * (PAIR_WEIGHT if " " in term else 1)


def _day(published: str | None) -> float:
    """A date as a number of days; not a number, which is close to nothing, where it is unknown."""
    try:
        return float(date.fromisoformat((published or "")[:10]).toordinal())
    except ValueError:
        return float("nan")
