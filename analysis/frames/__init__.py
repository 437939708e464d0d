"""Frames: the fifteen policy frames (Boydstun et al. 2013), the sides from which a matter can be looked at.

Method: each sentence gets a score from 0 to 1 for fourteen of them; from 0.5 on it uses the frame. The score adds up
words that point to the frame and the sense of the sentence, as its vector tells it; the words that decided are marked.
An article is scored by its three strongest sentences for the frame. How shares of sentences are counted stands under
Measures.

Learning: we wrote the meanings, the cue words and about 300 example sentences. From the examples comes, for each frame,
a direction among the vectors. What a word weighs was counted in US political news: how much oftener it stands in
sentences that this direction ranks high; other words were taken where that holds in nearly every outlet. No article of
a test set was learned from.

Limits: what is said of the measure. In one event the frames mostly tell its topic; only a difference between outlets
tells how they look at it. The figures under How well it does are of whole articles and headlines that were put in
order, not of the shares of sentences that Compare shows; what is known of these stands with the measure too.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.frames.documents import document_scores, with_scores
from analysis.frames.scores import Scores, Told, odds_of, probabilities, told
from analysis.frames.tables import OTHER, Definition, definitions, weights
from analysis.model import AnnotatedArticle, AnnotatedField, FramedSentence, FrameUse, Span, Voice
from analysis.sentence_voice import voices_of_sentences

__all__ = [
    "OTHER", "USED", "Definition", "definitions", "document_scores", "frame_of", "framed_sentences", "measure_of",
    "title_of", "with_scores",
]

USED = 0.5
"""From this score on a sentence uses a frame."""
_FAMILY = "frames."


def measure_of(frame: str) -> str:
    """The name of the measure that counts the sentences of a frame: "economic" -> "frames.economic"."""
    return f"{_FAMILY}{frame}"


def frame_of(measure: str) -> str | None:
    """The frame whose sentences a measure counts; None for every other measure."""
    return measure.removeprefix(_FAMILY) if measure.startswith(_FAMILY) else None


def title_of(name: str) -> str:
    """The title of a frame as shown: "fairness_and_equality" -> "Fairness and equality"."""
    return next((each.title for each in definitions() if each.name == name), name)


def framed_sentences(article: AnnotatedArticle) -> tuple[FramedSentence, ...]:
    """Every sentence of title and text that holds a word, in order, with the frames it uses.

    A sentence that uses none of the fourteen has ``uses`` empty; ``other`` is not among them.
    """
    return tuple(each for field in article.fields() for each in _framed(article.id, field))


def _framed(article: str, field: AnnotatedField) -> Iterator[FramedSentence]:
    sentences, voices = told(field), voices_of_sentences(field)
    for each, odds in zip(sentences, odds_of(field, sentences), strict=True):
        voice = voices[each.sentence] or Voice.OWN
        uses = tuple(_uses(field, each, odds, voice))
        yield FramedSentence(article, field.name, field.sentences[each.sentence], voice, uses)


def _uses(field: AnnotatedField, each: Told, odds: Scores, voice: Voice) -> Iterator[FrameUse]:
    for position, (name, score) in enumerate(zip(weights().names, probabilities(odds), strict=True)):
        if score >= USED:
            yield FrameUse(name, round(float(score), 3), _words(field, each, position, voice))


def _words(field: AnnotatedField, each: Told, position: int, voice: Voice) -> tuple[Span, ...]:
    """The terms of a sentence that speak for a frame, in its voice."""
    known = weights().words
    return tuple(
        Span(field.tokens[found.first].start, field.tokens[found.last - 1].end)
        for found in each.found
        if any(place == position for place, _ in known[found.term])
        and all(token.voice is voice for token in field.tokens[found.first : found.last])
    )
