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
from analysis.frames.scores import Scores, Told, odds_of, probabilities, sense_of, stored_sense, told
from analysis.frames.tables import OTHER, definitions, weights
from analysis.model import AnnotatedArticle, AnnotatedField

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

_Sentences = list[tuple[AnnotatedField, list[Told]]]


class _Read(NamedTuple):
    """The log-odds of an article's sentences, and which of them are still to be read for their sense."""

    odds: Scores
    texts: tuple[str, ...] = ()
    chosen: tuple[int, ...] = ()


def document_scores(article: AnnotatedArticle) -> dict[str, float]:
    """Frame -> 0..1 for an article as a whole, headline included; all fifteen, in the order of ``definitions``.

    The mean log-odds of the ``STRONGEST`` sentences for that frame, as a probability: it orders articles, and is no
    share of anything. ``other`` is what is left by the strongest of the fourteen; 0 for all where there is no word.
    """
    return _named(_by_what_is_stored(_told(article)))


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
    read = [_read(each) for each in articles]
    texts = [each.texts[place][:FIRST] for each in read for place in each.chosen]
    sense = sense_of(embedding.embed(texts)) if texts else np.empty(0)
    parts: list[Scores] = np.split(sense, np.cumsum([len(each.chosen) for each in read])[:-1])
    return [
        (article, _named(_partly_read(each, part) if each.chosen else each.odds))
        for article, each, part in zip(articles, read, parts, strict=True)
    ]


def _told(article: AnnotatedArticle) -> _Sentences:
    return [(field, told(field)) for field in article.fields()]


def _by_what_is_stored(fields: _Sentences) -> Scores:
    return np.concatenate([odds_of(field, sentences) for field, sentences in fields])


def _read(article: AnnotatedArticle) -> _Read:
    """Nothing is to be read where there is no word, where vectors are stored, or where no model is there to read."""
    fields = _told(article)
    every = [(field, each) for field, sentences in fields for each in sentences]
    if not every or not embedding.available() or all(stored_sense(field) is not None for field, _ in fields):
        return _Read(_by_what_is_stored(fields))
    odds = np.array([each.words for _, each in every])
    texts = tuple(field.text[slice(*field.sentences[each.sentence])] for field, each in every)
    return _Read(odds, texts, tuple(_chosen(odds)))


def _partly_read(of: _Read, sense: Scores) -> Scores:
    """The log-odds of sentences of which only the chosen have the ``sense`` given; the others have the mean of it."""
    every = np.tile(sense.mean(axis=0), (len(of.texts), 1))
    every[list(of.chosen)] = sense
    return np.asarray(of.odds + every, np.float32)


def _chosen(words: Scores) -> list[int]:
    """The first sentence, then by turns the one with the strongest words for each frame, three turns at most."""
    frames = [frame for frame in np.argsort(-words.max(axis=0), kind="stable") if words[:, frame].max() > 0]
    ranked = [np.argsort(-words[:, frame], kind="stable") for frame in frames]
    turns = (int(order[turn]) for turn in range(min(STRONGEST, len(words))) for order in ranked)
    return list(dict.fromkeys([0, *turns, *range(min(READ, len(words)))]))[:READ]


def _named(odds: Scores) -> dict[str, float]:
    """The scores of an article from the log-odds of its sentences, of shape (sentences, frames)."""
    if not len(odds):
        return {each.name: 0.0 for each in definitions()}
    strongest = np.sort(odds, axis=0)[-STRONGEST:].mean(axis=0)
    scores = (round(float(value), 5) for value in probabilities(strongest))
    found = dict(zip(weights().names, scores, strict=True))
    return found | {OTHER: round(1 - max(found.values()), 5)}
