"""How far an article as a whole uses each policy frame, and how to tell without reading every sentence for its sense.

The vectors of all sentences take longer than the parse. Where they are not stored, the sentence model therefore reads
at most ``READ`` sentences of an article: the first of headline and text, then for each frame those with the strongest
words. The others are taken to have the mean sense of these.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

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
_TOGETHER = 4_000
"""Characters of articles that are read together: the model is quicker with many short texts than with one at a time,
while a long article need not wait for others."""
_AHEAD = 8
"""Bundles that may wait for their scores."""
_MOST = 32
"""Articles that are read together, at most."""


class _Words(NamedTuple):
    """The log-odds of an article's sentences by their words, and which of them are to be read for their sense."""

    odds: Scores
    texts: tuple[str, ...]
    chosen: tuple[int, ...]


def document_scores(article: AnnotatedArticle) -> dict[str, float]:
    """Frame -> 0..1 for an article as a whole, headline included; all fifteen, in the order of ``definitions``.

    The mean log-odds of the ``STRONGEST`` sentences for that frame, as a probability: it orders articles, and is no
    share of anything. ``other`` is what is left by the strongest of the fourteen; 0 for all where there is no word.
    """
    fields = [(field, told(field)) for field in article.fields()]
    if not any(sentences for _, sentences in fields):
        return _nothing()
    return _named(np.concatenate([odds_of(field, sentences) for field, sentences in fields]))


def with_scores(annotated: Iterable[AnnotatedArticle]) -> Iterator[tuple[AnnotatedArticle, dict[str, float]]]:
    """Each article with its scores, in order; the sentence model reads in a second thread while others are parsed."""
    with ThreadPoolExecutor(max_workers=1) as worker:
        waiting: deque[Future[list[tuple[AnnotatedArticle, dict[str, float]]]]] = deque()
        for together in _together(annotated):
            waiting.append(worker.submit(_scored, together))
            while waiting and (len(waiting) > _AHEAD or waiting[0].done()):
                yield from waiting.popleft().result()
        for scored in waiting:
            yield from scored.result()


def _together(annotated: Iterable[AnnotatedArticle]) -> Iterator[tuple[AnnotatedArticle, ...]]:
    """Short articles in bundles, long ones alone."""
    bundle: list[AnnotatedArticle] = []
    for each in annotated:
        bundle.append(each)
        if len(bundle) == _MOST or sum(len(one.text.text) for one in bundle) >= _TOGETHER:
            yield tuple(bundle)
            bundle = []
    if bundle:
        yield tuple(bundle)


def _scored(articles: Sequence[AnnotatedArticle]) -> list[tuple[AnnotatedArticle, dict[str, float]]]:
    """The articles with their scores; what has no vectors stored is read for its sense, of all articles at once."""
    unread = [_words(each) if embedding.available() else None for each in articles]
    texts = [words.texts[place][:FIRST] for words in unread if words for place in words.chosen]
    sense = sense_of(embedding.embed(texts)) if texts else np.empty(0)
    ends = np.cumsum([len(words.chosen) if words else 0 for words in unread])
    parts: list[Scores] = np.split(sense, ends[:-1])
    return [
        (article, document_scores(article) if words is None else _named(_partly_read(words, part)))
        for article, words, part in zip(articles, unread, parts, strict=True)
    ]


def _words(article: AnnotatedArticle) -> _Words | None:
    """None where there is nothing to read, or vectors are stored."""
    fields = [(field, told(field)) for field in article.fields()]
    every = [(field, each) for field, sentences in fields for each in sentences]
    if not every or all(stored_sense(field) is not None for field, _ in fields):
        return None
    odds = np.array([each.words for _, each in every])
    texts = tuple(field.text[slice(*field.sentences[each.sentence])] for field, each in every)
    return _Words(odds, texts, tuple(_chosen(odds)))


def _partly_read(words: _Words, read: Scores) -> Scores:
    """The log-odds of sentences of which only the chosen are read."""
    sense = np.tile(read.mean(axis=0), (len(words.texts), 1))
    sense[list(words.chosen)] = read
    return np.asarray(words.odds + sense, np.float32)


def _chosen(words: Scores) -> list[int]:
    """The first sentence, then by turns the one with the strongest words for each frame, three turns at most."""
    frames = [frame for frame in np.argsort(-words.max(axis=0), kind="stable") if words[:, frame].max() > 0]
    ranked = [np.argsort(-words[:, frame], kind="stable") for frame in frames]
    turns = (int(order[turn]) for turn in range(min(STRONGEST, len(words))) for order in ranked)
    return list(dict.fromkeys([0, *turns, *range(min(READ, len(words)))]))[:READ]


def _nothing() -> dict[str, float]:
    return {each.name: 0.0 for each in definitions()}


def _named(odds: Scores) -> dict[str, float]:
    """The scores of an article from the log-odds of its sentences, of shape (sentences, frames)."""
    strongest = np.sort(odds, axis=0)[-STRONGEST:].mean(axis=0)
    scores = (round(float(value), 5) for value in probabilities(strongest))
    found = dict(zip(weights().names, scores, strict=True))
    return found | {OTHER: round(1 - max(found.values()), 5)}
