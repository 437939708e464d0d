"""How far an article as a whole uses each policy frame, and how to tell without reading every sentence for its sense.

The vectors of all sentences take longer than the parse. Where they are not stored, the sentence model therefore reads
at most ``READ`` sentences of an article: the first of headline and text, then for each frame those with the strongest
words. The others are taken to have the mean sense of these.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from analysis import embedding
from analysis.frames.scores import Scores, odds_of, probabilities, sense_of, stored_sense, told
from analysis.frames.tables import OTHER, definitions, weights
from analysis.model import AnnotatedArticle

STRONGEST = 3
"""Sentences that decide for an article: a frame that is dwelt on somewhere is used, however long the rest."""
READ = 8
"""Sentences of an article that are read for their sense where no vectors are stored."""
FIRST = 220
"""Characters of such a sentence that are read: what follows changes little and costs as much again."""
_AHEAD = 8
"""Articles that may wait for their scores."""


def document_scores(article: AnnotatedArticle, *, read: bool = False) -> dict[str, float]:
    """Frame -> 0..1 for an article as a whole, headline included; all fifteen, in the order of ``definitions``.

    The mean log-odds of the ``STRONGEST`` sentences for that frame, as a probability: it orders articles, and is no
    share of anything. ``other`` is what is left by the strongest of the fourteen; 0 for all where there is no word.
    ``read`` lets the sentence model read what has no vectors stored.
    """
    fields = [(field, told(field)) for field in article.fields()]
    if not any(sentences for _, sentences in fields):
        return {each.name: 0.0 for each in definitions()}
    if read and embedding.available() and any(stored_sense(field) is None for field, _ in fields):
        every = [(field, each) for field, sentences in fields for each in sentences]
        texts = [field.text[slice(*field.sentences[each.sentence])] for field, each in every]
        odds = _partly_read(texts, np.array([each.words for _, each in every]))
    else:
        odds = np.concatenate([odds_of(field, sentences) for field, sentences in fields])
    return _named(np.sort(odds, axis=0)[-STRONGEST:].mean(axis=0))


def with_scores(annotated: Iterable[AnnotatedArticle]) -> Iterator[tuple[AnnotatedArticle, dict[str, float]]]:
    """Each article with its scores, in order; the sentence model reads in a second thread while the next is parsed."""
    with ThreadPoolExecutor(max_workers=1) as worker:
        waiting: deque[tuple[AnnotatedArticle, Future[dict[str, float]]]] = deque()
        for each in annotated:
            waiting.append((each, worker.submit(document_scores, each, read=True)))
            while len(waiting) > _AHEAD or (waiting and waiting[0][1].done()):
                article, scores = waiting.popleft()
                yield article, scores.result()
        for article, scores in waiting:
            yield article, scores.result()


def _partly_read(texts: Sequence[str], words: Scores) -> Scores:
    """The log-odds of sentences of which only some are read."""
    chosen = _chosen(words)
    read = sense_of(embedding.embed([texts[place][:FIRST] for place in chosen]))
    sense = np.tile(read.mean(axis=0), (len(texts), 1))
    sense[chosen] = read
    return np.asarray(words + sense, np.float32)


def _chosen(words: Scores) -> list[int]:
    """The first sentence, then by turns the one with the strongest words for each frame, three turns at most."""
    frames = [frame for frame in np.argsort(-words.max(axis=0), kind="stable") if words[:, frame].max() > 0]
    ranked = [np.argsort(-words[:, frame], kind="stable") for frame in frames]
    turns = (int(order[turn]) for turn in range(min(STRONGEST, len(words))) for order in ranked)
    return list(dict.fromkeys([0, *turns, *range(min(READ, len(words)))]))[:READ]


def _named(odds: Scores) -> dict[str, float]:
    scores = (round(float(value), 5) for value in probabilities(odds))
    found = dict(zip(weights().names, scores, strict=True))
    return found | {OTHER: round(1 - max(found.values()), 5)}
