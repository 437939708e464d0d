"""From marks to scores: everything that speaks for or against a sentence is added up (a logistic score)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.loaded.company import Company, Place, companies
from analysis.loaded.marks import GRAMMAR
from analysis.loaded.sentences import Sentence, read
from analysis.loaded.weights import Weights, weights
from analysis.model import (
    AnnotatedArticle,
    AnnotatedField,
    LoadedSentence,
    LoadedWord,
    OthersSay,
    Span,
    Statement,
    Voice,
)
from analysis.sentence_voice import voices_of_sentences

LOADED = 0.5
"""Score from which on a sentence counts as loaded."""
LEAST = 0.25
"""Log-odds that a word must add to be named: less is no reason."""
_EXTREME = 30.0
"""Log-odds beyond which the score is 0 or 1 to every digit that is shown."""


class Part(NamedTuple):
    """What one stretch adds to the log-odds (less than 0: takes away)."""

    span: Span
    adds: float


def loaded_sentences(field: AnnotatedField, company: Company | None = None) -> tuple[LoadedSentence, ...]:
    """Every sentence of ``field`` in order; one without a word has the score 0. Vectors are not read.

    ``company`` are the other outlets of its event, where there are any. Raises TableError where the weights are missing
    or damaged.
    """
    table = weights()
    sentences = zip(read(field), voices_of_sentences(field), strict=True)
    return tuple(_scored(each, voice, table, company) for each, voice in sentences)


def loaded_in_company(
    event: Sequence[AnnotatedArticle], statements: Sequence[Statement]
) -> dict[Place, tuple[LoadedSentence, ...]]:
    """The sentences of every title and text of an event, scored with regard to how the other outlets say the same.

    Keys are article and field. An article without company is scored as it is alone.
    """
    known = companies(event, statements)
    places = (((article.id, field.name), field) for article in event for field in article.fields())
    return {place: loaded_sentences(field, known.get(place)) for place, field in places}


def _scored(sentence: Sentence, voice: Voice | None, table: Weights, company: Company | None) -> LoadedSentence:
    form = [table.kinds.get(kind, 0.0) * value for kind, value in sentence.values().items() if kind in GRAMMAR]
    form += [table.kinds.get(kind, 0.0) * value for kind, value in sentence.heard().items()]
    parts = [_in_company(part, sentence, company) for part in parts_of(sentence, table)]
    odds = table.base + math.fsum(form) + math.fsum(part.adds for part in parts)
    voices = sentence.voices
    named = _named(sentence.span, parts, math.fsum(adds for adds in form if adds > 0))
    words = tuple(_beside_others(each, sentence.span.start, company) for each in named)
    return LoadedSentence(*sentence.span, _logistic(odds) if voices else 0.0, voice, tuple(voices), words)


def _beside_others(word: LoadedWord, sentence: int, company: Company | None) -> LoadedWord:
    if company is None:
        return word
    others = company.others(sentence, Span(word.start, word.end))
    without = company.without(sentence, Span(word.start, word.end)) if others is OthersSay.WITHOUT else ()
    return word._replace(others=others, without=without)


def _in_company(part: Part, sentence: Sentence, company: Company | None) -> Part:
    """What speaks for the score speaks for it more or less, as the others have it or not."""
    if company is None or part.adds <= 0:
        return part
    return part._replace(adds=part.adds * company.factor(sentence.span.start, part.span))


def parts_of(sentence: Sentence, table: Weights) -> Iterator[Part]:
    """What each mark and each word adds. A second mark of a kind adds less; what they add is dealt by amount."""
    for kind, members in sentence.marks.items():
        if kind not in GRAMMAR and (weight := table.kinds.get(kind)):
            total = math.fsum(mark.amount for mark in members)
            for mark in members:
                yield Part(Span(mark.start, mark.end), weight * math.log1p(total) * mark.amount / total)
    for word, span in sentence.words.items():
        if weight := table.words.get(word):
            yield Part(span, weight)


def _named(sentence: Span, parts: Iterable[Part], form: float) -> list[LoadedWord]:
    """The stretches that add at least ``LEAST``, with their share of all that adds, ``form`` included."""
    stretches = [*_joined(sentence, parts)]
    total = form + math.fsum(adds for _, adds in stretches if adds > 0)
    return [LoadedWord(*span, min(1.0, adds / total)) for span, adds in stretches if adds >= LEAST]


def _joined(sentence: Span, parts: Iterable[Part]) -> Iterator[Part]:
    """Stretches in text order, inside the sentence; those that overlap are one and add what they add together."""
    current: Part | None = None
    for span, adds in sorted(parts):
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if current is not None and start < current.span.end:
            current = Part(Span(current.span.start, max(current.span.end, end)), current.adds + adds)
        elif start < end:
            if current is not None:
                yield current
            current = Part(Span(start, end), adds)
    if current is not None:
        yield current


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-_EXTREME, min(_EXTREME, odds))))
