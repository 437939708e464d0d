"""Shares of sentences: of the sentences in which a voice speaks, how many are of a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.model import AnnotatedArticle, Evidence, Measurement, Span, Voice
from analysis.sentence_voice import voices_of_sentences

MIN_SENTENCES = 5
"""Sentences of a voice below which no share is given: one sentence would move it by more than 20 %."""
OF_SENTENCES = "% of sentences"


def by_voice(article: AnnotatedArticle) -> Mapping[Voice, Sequence[Span]]:
    """The sentences of the text that hold a word, by voice (``sentence_voice``)."""
    found: dict[Voice, list[Span]] = {voice: [] for voice in Voice}
    for sentence, voice in zip(article.text.sentences, voices_of_sentences(article.text), strict=True):
        if voice is not None:
            found[voice].append(sentence)
    return found


def share_of_sentences(
    name: str, article: AnnotatedArticle, voice: Voice, sentences: Sequence[Span], labels: Mapping[Span, str]
) -> Measurement:
    """How many percent of ``sentences``, those of ``voice``, have a label; they are the passages.

    ``basis`` is the number of sentences; the value is None under ``MIN_SENTENCES``.
    """
    evidence = tuple(
        Evidence(article.id, "text", each.start, each.end, labels[each]) for each in sentences if each in labels
    )
    enough = len(sentences) >= MIN_SENTENCES
    return Measurement(
        measure=name, article=article.id, voice=voice, unit=OF_SENTENCES, basis=len(sentences), evidence=evidence,
        value=100 * len(evidence) / len(sentences) if enough else None,
    )
