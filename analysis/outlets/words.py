"""Words that one outlet uses more than the others over several stories, and more than chance would have it.

For each word and phrase of two or three words, in the outlet's own choice of words and in what it quotes, the outlet's
articles are held against the others' in the same stories (``dealing.statistic``). Then the articles of each story are
dealt to the outlet at random, as many as it has there: within a story and never across, because outlet and topic go
together. The largest statistic of all words is kept for each deal, and a word counts where fewer than 5 % of the deals
have a largest one as high (Westfall & Young 1993, single-step max-T; p = (1 + deals as high)/(1 + deals), Phipson &
Smyth 2010). So the error is held over all words of an outlet together. Asked are the terms that stand in three of the
stories or more, whoever uses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis import background
from analysis.contrast import PRIOR, VOICES, log_odds
from analysis.model import AnnotatedArticle, ContrastTerm, Evidence, Span
from analysis.ngrams import Run, occurrences, runs
from analysis.outlets import dealing
from analysis.outlets.dealing import Hand, Numbers, Table

DEALS = 1_999
SEED = 1_993
LEVEL = 0.05
_LITTLE = frozenset({"the", "a", "an", "and", "of", "in", "on", "at", "for", "to", "from", "by", "s"})
"""Words of a name that tell nobody whose it is; "s" as in "the Post's"."""


@dataclass(frozen=True, slots=True)
class Distinctive:
    """A term that an outlet uses more; ``p`` is corrected over all its words.

    ``expected``: the occurrences that the outlet's share in the words of its stories would give. ``events``: stories in
    which it uses the term, of ``of_events`` that were compared.
    """

    term: ContrastTerm
    p: float
    strength: float
    expected: float
    events: int
    of_events: int


def distinctive(
    articles: Sequence[AnnotatedArticle], events: Sequence[str], outlet: str, *, deals: int = DEALS, seed: int = SEED
) -> tuple[Distinctive, ...]:
    """The terms that ``outlet`` uses more, the strongest first; ``events`` go with ``articles``.

    Empty where nothing is more than chance, and where there are so few different deals that nothing could be.
    """
    kept = _shared(articles, events, outlet)
    articles = [articles[at] for at in kept]
    held = dealing.hand([one.article.outlet == outlet for one in articles], [events[at] for at in kept])
    if 1 / dealing.different_deals(held) > LEVEL:
        return ()
    spoken = [list(runs(one.text.tokens)) for one in articles]
    made = dealing.tables(spoken, held)
    if not made:
        return ()
    highest = dealing.largest(made, held, deals, np.random.default_rng(seed))
    found = [one for table in made for one in _found(articles, spoken, held, table, highest)]
    return _once(sorted(found, key=lambda one: (-one.strength, one.term.term)))


def without_names(found: Sequence[Distinctive], names: Iterable[str]) -> tuple[Distinctive, ...]:
    """``found`` without the terms that hold a word of one of ``names``, in any case of letters.

    An outlet writes its own name more than others do, mostly a part of it ("the Chronicle", "Chronicle reporters"), and
    such a word would give away whose words are listed. Too many are left out rather than too few ("harbour wall").
    """
    known = set().union(*map(_pieces, names))
    return tuple(one for one in found if not _pieces(one.term.term) & known)


def _pieces(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _LITTLE


def _shared(articles: Sequence[AnnotatedArticle], events: Sequence[str], outlet: str) -> list[int]:
    """Positions of the articles in stories that hold one of the outlet's and one of another."""
    mine = {event for one, event in zip(articles, events, strict=True) if one.article.outlet == outlet}
    theirs = {event for one, event in zip(articles, events, strict=True) if one.article.outlet != outlet}
    return [at for at, event in enumerate(events) if event in mine & theirs]


def _found(
    articles: Sequence[AnnotatedArticle], spoken: Sequence[Sequence[Run]], held: Hand, table: Table, highest: Numbers
) -> Iterator[Distinctive]:
    side = held.side[:, None]
    strength = dealing.statistic(table, held, side)[:, 0]
    due = dealing.expected(table, held, side)[:, 0]
    p = (1 + len(highest) - np.searchsorted(highest, strength - 1e-9)) / (1 + len(highest))
    listed = [int(at) for at in np.flatnonzero(p <= LEVEL)]
    mine = [int(place) for place in np.flatnonzero(held.side)] if listed else []
    spans = {articles[place].id: occurrences(spoken[place], VOICES[table.voice], table.n) for place in mine}
    for at in listed:
        counts = table.counts[[at]].toarray()[0]
        using = sum(bool(counts[places][held.side[places]].any()) for places in held.places)
        term = _term(spans, held, table, table.terms[at], counts)
        yield Distinctive(term, float(p[at]), float(strength[at]), float(due[at]), using, len(held.places))


def _term(
    spans: Mapping[str, Mapping[str, list[Span]]], held: Hand, table: Table, term: str, counts: Numbers
) -> ContrastTerm:
    """The term with both figures of ``analysis.contrast``; ``spans`` are those of the outlet's articles."""
    here, there = int(counts[held.side].sum()), int(counts[~held.side].sum())
    all_here, all_there = int(table.totals[held.side].sum()), int(table.totals[~held.side].sum())
    prior = PRIOR * background.load(table.n).probability(term)
    return ContrastTerm(
        term=term, n=table.n, article=next(iter(spans)),
        z=log_odds(here, all_here, there, all_there, prior).z, tfidf=_tfidf(held, table, term, counts),
        count=here, count_rest=there, tested=True, voice=table.voice,
        evidence=tuple(
            Evidence(article, "text", start, end, term)
            for article, places in spans.items()
            for start, end in places.get(term, ())
        ),
    )


def _tfidf(held: Hand, table: Table, term: str, counts: Numbers) -> float:
    """The TF-IDF contrast of ``analysis.contrast``, documents counted on the reference corpus and these articles."""
    known = background.load(table.n)
    documents = known.document_count(term) + np.count_nonzero(counts)
    rates = 1000 * counts / np.maximum(table.totals, 1)
    worded = table.totals > 0
    gap = rates[held.side & worded].mean() - (rates[~held.side & worded].mean() if (~held.side & worded).any() else 0)
    return float(gap * (np.log((1 + known.documents + len(counts)) / (1 + documents)) + 1))


def _once(found: Sequence[Distinctive]) -> tuple[Distinctive, ...]:
    """Each word once, in the strongest of the terms that hold it: "night ferry" or "ferry", not both."""
    whole = [one for one in found if not any(_same(one.term, other.term) for other in found)]
    listed: list[Distinctive] = []
    for one in whole:
        if not any(_overlaps(one.term, other.term) for other in listed):
            listed.append(one)
    return tuple(listed)


def _same(term: ContrastTerm, longer: ContrastTerm) -> bool:
    """Whether a term stands only within a longer one."""
    counts = (term.count, term.count_rest) == (longer.count, longer.count_rest)
    return longer.n > term.n and counts and _overlaps(term, longer)


def _overlaps(one: ContrastTerm, other: ContrastTerm) -> bool:
    first, second = f" {one.term} ", f" {other.term} "
    return one.voice == other.voice and (first in second or second in first)
