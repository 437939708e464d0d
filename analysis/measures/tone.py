"""Tone: how positive or negative the words are, by a general list of sentiment words. A column, never a finding.

Counts: every sentence in which the voice speaks, or the part of it that this voice speaks. Shown as passages are those
that are not neutral by the authors' own bounds (0.05 and -0.05).

Formula: the mean of VADER's compound score, from -1 to 1, over these sentences.

Source: Hutto and Gilbert (2014), VADER: a parsimonious rule-based model for sentiment analysis of social media text.

Limits: the list was made for short posts. It takes "killed" and "war" for negative tone, though they are the event.
Averaged over articles it cannot order outlets that report on the same person. Many sentences score exactly 0, so that
articles often tie; ties are no ranking.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from analysis.measures.rates import MIN_WORDS, PARTS, words_by_voice
from analysis.model import AnnotatedArticle, AnnotatedField, Evidence, Measurement, Part, Span, Token, Voice

UNIT = "mean sentence score from −1 to 1"
NEUTRAL = 0.05
"""Compound scores nearer to 0 than this are neutral (Hutto and Gilbert 2014)."""


class _Scored(NamedTuple):
    """What one voice says in one sentence: its stretches and their score."""

    annotated: AnnotatedField
    voice: Voice
    stretches: tuple[Span, ...]
    score: float


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Mean tone from -1 to 1, for each article and voice; None under MIN_WORDS words (opening: without a word)."""
    return [
        row
        for article in event
        for scored in [list(_scored(article))]
        for part in PARTS
        for row in _rows(article, scored, part)
    ]


def _rows(article: AnnotatedArticle, scored: list[_Scored], part: Part) -> Iterator[Measurement]:
    words = words_by_voice(article, part)
    inside = [each for each in scored if _lies_in(each, article, part)]
    for voice in Voice:
        own = [each for each in inside if each.voice is voice]
        enough = own and words[voice] >= (MIN_WORDS if part == "article" else 1)
        yield Measurement(
            measure="tone", article=article.id, voice=voice, unit=UNIT, basis=words[voice], part=part,
            value=sum(each.score for each in own) / len(own) if enough else None,
            evidence=tuple(mark for each in own for mark in _evidence(article, each)),
        )


def _evidence(article: AnnotatedArticle, scored: _Scored) -> Iterator[Evidence]:
    if abs(scored.score) >= NEUTRAL:
        label = "positive" if scored.score > 0 else "negative"
        for span in scored.stretches:
            yield Evidence(article.id, scored.annotated.name, span.start, span.end, label)


def _lies_in(scored: _Scored, article: AnnotatedArticle, part: Part) -> bool:
    if part == "article":
        return scored.annotated.name == "text"
    first = article.text.paragraphs[0].end if article.text.paragraphs else 0
    return scored.annotated.name == "title" or scored.stretches[-1].end <= first


def _scored(article: AnnotatedArticle) -> Iterator[_Scored]:
    for annotated in article.fields():
        for _, sentence in groupby(annotated.tokens, key=lambda token: token.sentence):
            tokens = [token for token in sentence if token.text.strip()]
            for voice in Voice:
                stretches = tuple(_stretches(tokens, voice))
                if stretches:
                    text = " ".join(annotated.text[span.start : span.end] for span in stretches)
                    yield _Scored(annotated, voice, stretches, _analyzer().polarity_scores(text)["compound"])


def _stretches(tokens: Sequence[Token], voice: Voice) -> Iterator[Span]:
    """Runs of tokens of ``voice`` that hold a word."""
    for speaks, run in groupby(tokens, key=lambda token: token.voice is voice):
        members = list(run)
        if speaks and any(token.is_word for token in members):
            yield Span(members[0].start, members[-1].end)


@cache
def _analyzer() -> Any:
    """VADER reads its list when it is made: once is enough, and not before it is needed."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()
