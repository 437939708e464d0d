"""Which words and phrases does one outlet use more than the other outlets of the same story?

Each word and each phrase of two or three words is compared between one outlet and all the others together, by two
figures. Both are counted twice: in the outlet's own choice of words (own and reported voice) and in what it quotes.

- z, the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, "Fightin' Words"):
  d = ln[(y1+a)/(n1+a0-y1-a)] - ln[(y2+a)/(n2+a0-y2-a)], var = 1/(y1+a) + 1/(y2+a), z = d/sqrt(var), with y the
  occurrences of the term, n those of all terms of its length, 1 the outlet, 2 the rest, a = a0*p, p the share of the
  term in US news at large (data/reference; a term missing there counts like the rarest listed) and a0 = 1,000 words
  of prior. It favours words used often over rare ones.
- tfidf, the TF-IDF contrast: the mean over the outlet's articles minus the mean over the others' of occurrences per
  1,000 terms times ln[(1+N)/(1+df)] + 1. N and df count the articles of the reference corpus together with those of
  the library, never only the handful of articles of one story, where every name would seem common. It favours words
  that are rare elsewhere.

A phrase lies within one sentence and one voice and crosses no punctuation mark. Words and phrases that begin or end
with a function word ("the", "of") count in the totals, but are not listed; a phrase is listed from its second
occurrence on. A term that stands only within a longer listed one is shown once, in the longer.

Limits: words come in bursts, so that two sets of articles from one source differ "significantly" (z above 1.96) in
about one word of fourteen. With one article an outlet the list describes these articles and proves nothing about
the outlet; that is why no term is marked as tested.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import NamedTuple

from analysis import background
from analysis.model import AnnotatedArticle, Article, ContrastTerm, Evidence, Span, Voice
from analysis.ngrams import ORDERS, Run, is_listable, occurrences, plain_runs, runs, terms

OWN_WORDS = "own+reported"
QUOTED_WORDS = "quoted"
VOICES: Mapping[str, frozenset[Voice]] = {
    OWN_WORDS: frozenset((Voice.OWN, Voice.REPORTED)),
    QUOTED_WORDS: frozenset((Voice.QUOTED,)),
}
PRIOR = 1_000.0
"""a0: how many words of background are added to each side; METHODS gives 1,000 (see ``sensitivity``)."""
TOP_BY_Z = 25
TOP_BY_TFIDF = 10
RANKING = 20
"""Length of the rankings that ``sensitivity`` compares."""


class LogOdds(NamedTuple):
    """Difference of the log odds, its variance, and their ratio."""

    d: float
    variance: float
    z: float


def log_odds(y1: int, n1: int, y2: int, n2: int, a: float, a0: float = PRIOR) -> LogOdds:
    """Log-odds ratio of a term on side 1 against side 2, with prior ``a`` of ``a0`` (Monroe et al. 2008, eq. 15-22).

    Needs 0 < a < a0 and y <= n on both sides.
    """
    d = log((y1 + a) / (n1 + a0 - y1 - a)) - log((y2 + a) / (n2 + a0 - y2 - a))
    variance = 1 / (y1 + a) + 1 / (y2 + a)
    return LogOdds(d, variance, d / sqrt(variance))


def contrast(articles: Sequence[AnnotatedArticle], library: Sequence[Article] = ()) -> list[ContrastTerm]:
    """The terms that tell each outlet of one story from the rest: by outlet, voice, length, falling z.

    For each outlet, voice and length: the 25 terms of highest z and the 10 of highest TF-IDF contrast, of those with
    z above 0. An outlet with several articles is one side; its terms carry the id of its first article, and evidence
    in all of them. Articles without an outlet are sides of their own. ``library`` are all articles at hand: they
    only add to the document frequencies. Empty where there is nothing to contrast (one outlet, no words).
    """
    sides = _sides(articles)
    if len(sides) < 2:
        return []
    found = [list(runs(article.text.tokens)) for article in articles]
    tables = {voice: [_table(found, voice, n) for n in ORDERS] for voice in VOICES}
    idf = _idf([table for each in tables.values() for table in each], _others(articles, library))
    return [
        _term(articles, side, voice, score)
        for side in sides
        for voice in VOICES
        for score in _listed(tables[voice], side, idf)
    ]


def sensitivity(
    articles: Sequence[AnnotatedArticle], a0s: Sequence[float] = (100.0, PRIOR, 10_000.0)
) -> dict[tuple[float, float], float]:
    """For each two values of a0, the share of the 20 highest terms by z that both rankings hold.

    Mean over outlets and lengths (1 to 3 words) in the outlet's own choice of words, wherever more than 20 terms
    compete; empty where that is nowhere.
    """
    found = [list(runs(article.text.tokens)) for article in articles]
    sides = _sides(articles)
    shares: dict[tuple[float, float], list[float]] = {}
    for table in (_table(found, OWN_WORDS, n) for n in ORDERS):
        for side in sides if len(sides) > 1 else ():
            tops = {a0: _top_terms(table, side, a0) for a0 in a0s}
            for first, second in ((x, y) for x in a0s for y in a0s if x < y):
                if len(tops[first]) == RANKING:
                    shares.setdefault((first, second), []).append(len(tops[first] & tops[second]) / RANKING)
    return {pair: sum(values) / len(values) for pair, values in shares.items()}


def _sides(articles: Sequence[AnnotatedArticle]) -> list[tuple[int, ...]]:
    """Positions of each outlet's articles, in order of first appearance."""
    sides: dict[tuple[str, object], list[int]] = {}
    for position, each in enumerate(articles):
        outlet = each.article.outlet
        sides.setdefault(("outlet", outlet) if outlet else ("article", position), []).append(position)
    return [tuple(positions) for positions in sides.values()]


def _others(articles: Sequence[AnnotatedArticle], library: Iterable[Article]) -> list[Article]:
    """The library without the story's own articles and without repetitions."""
    seen = {article.id for article in articles}
    return list({article.id: article for article in library if article.id not in seen}.values())


@dataclass(frozen=True, slots=True)
class _Table:
    """The terms of one length in one choice of voices: where they stand in each article, and sums over all."""

    n: int
    spans: tuple[Mapping[str, list[Span]], ...]
    totals: tuple[int, ...]
    counts: Counter[str]
    rates: Mapping[str, float]
    """Occurrences per 1,000 terms, summed over the articles."""
    with_words: int
    """Articles that have any."""


@dataclass(frozen=True, slots=True)
class _Score:
    term: str
    n: int
    z: float
    tfidf: float
    count: int
    count_rest: int
    spans: tuple[tuple[int, Span], ...]
    """(position of the article, place in its text) of each occurrence."""


def _table(found: Sequence[Sequence[Run]], voice: str, n: int) -> _Table:
    spans = tuple(occurrences(each, VOICES[voice], n) for each in found)
    totals = tuple(sum(map(len, each.values())) for each in spans)
    counts: Counter[str] = Counter()
    rates: dict[str, float] = {}
    for each, total in zip(spans, totals, strict=True):
        for term, places in each.items():
            counts[term] += len(places)
            rates[term] = rates.get(term, 0.0) + 1000 * len(places) / total
    return _Table(n, spans, totals, counts, rates, sum(total > 0 for total in totals))


class _Idf:
    """Inverse document frequencies on the reference corpus together with the library and the story."""

    def __init__(self, holding: Mapping[str, int], articles: int) -> None:
        self._holding = holding
        self._articles = articles

    def __call__(self, term: str, n: int) -> float:
        known = background.load(n)
        documents = known.document_count(term) + self._holding.get(term, 0)
        return log((1 + known.documents + self._articles) / (1 + documents)) + 1


def _idf(tables: Sequence[_Table], others: Sequence[Article]) -> _Idf:
    """``tables`` are those of all voices; a term counts once for each article, whoever uses it."""
    by_article = zip(*(table.spans for table in tables), strict=True)
    story = [{term for each in held for term in each} for held in by_article]
    holding = Counter(term for held in story for term in held)
    for other in others:
        found = list(plain_runs(other.text))
        for n in ORDERS:
            holding.update(terms(found, n) & holding.keys())
    return _Idf(holding, len(story) + len(others))


def _listed(tables: Sequence[_Table], side: tuple[int, ...], idf: _Idf) -> list[_Score]:
    """What is shown for one outlet in one choice of voices: by length, falling z."""
    listed: list[_Score] = []
    for table in reversed(tables):
        ranked = sorted(_scores(table, side, idf), key=lambda score: (-score.z, score.term))
        free = [score for score in ranked if score.z > 0 and not _is_within(score, listed)]
        by_tfidf = {score.term for score in sorted(free, key=lambda score: -score.tfidf)[:TOP_BY_TFIDF]}
        top = [score for rank, score in enumerate(free) if rank < TOP_BY_Z or score.term in by_tfidf]
        listed = [*top, *listed]
    return listed


def _scores(table: _Table, side: tuple[int, ...], idf: _Idf) -> Iterator[_Score]:
    for term, a, y1, n1, y2, n2 in _candidates(table, side, PRIOR):
        spans = tuple((position, span) for position in side for span in table.spans[position].get(term, ()))
        tfidf = _rate_gap(table, side, term) * idf(term, table.n)
        yield _Score(term, table.n, log_odds(y1, n1, y2, n2, a).z, tfidf, y1, y2, spans)


def _candidates(
    table: _Table, side: tuple[int, ...], a0: float
) -> Iterator[tuple[str, float, int, int, int, int]]:
    """(term, a, y1, n1, y2, n2) of each term that could be listed for a side; nothing if a side has no words."""
    known = background.load(table.n)
    counts: Counter[str] = Counter()
    for position in side:
        counts.update({term: len(places) for term, places in table.spans[position].items()})
    n1 = counts.total()
    n2 = table.counts.total() - n1
    for term, y1 in counts.items() if n1 and n2 else ():
        if (y1 > 1 or " " not in term) and is_listable(term):
            yield term, a0 * known.probability(term), y1, n1, table.counts[term] - y1, n2


def _rate_gap(table: _Table, side: tuple[int, ...], term: str) -> float:
    """Mean occurrences per 1,000 terms in the side's articles minus that in the others; wordless ones left out."""
    within = [position for position in side if table.totals[position]]
    rate = sum(1000 * len(table.spans[position].get(term, ())) / table.totals[position] for position in within)
    return rate / len(within) - (table.rates[term] - rate) / (table.with_words - len(within))


def _is_within(score: _Score, listed: Iterable[_Score]) -> bool:
    """Whether every occurrence of a term, in the outlet and in the rest, lies within a longer term listed."""
    return any(
        (score.count, score.count_rest) == (longer.count, longer.count_rest)
        and score.term in longer.term
        and all(
            mine == its and place.contains(span)
            for (mine, span), (its, place) in zip(score.spans, longer.spans, strict=True)
        )
        for longer in listed
    )


def _top_terms(table: _Table, side: tuple[int, ...], a0: float) -> frozenset[str]:
    """The highest terms by z; empty if no more compete than a ranking holds."""
    ranked = sorted(
        (-log_odds(y1, n1, y2, n2, a, a0).z, term) for term, a, y1, n1, y2, n2 in _candidates(table, side, a0)
    )
    return frozenset(term for _, term in ranked[:RANKING]) if len(ranked) > RANKING else frozenset()


def _term(articles: Sequence[AnnotatedArticle], side: tuple[int, ...], voice: str, score: _Score) -> ContrastTerm:
    return ContrastTerm(
        term=score.term,
        n=score.n,
        article=articles[side[0]].id,
        z=score.z,
        tfidf=score.tfidf,
        count=score.count,
        count_rest=score.count_rest,
        tested=False,
        voice=voice,
        evidence=tuple(Evidence(articles[at].id, "text", start, end, score.term) for at, (start, end) in score.spans),
    )
