"""Shares of sentences: of the sentences in which a voice speaks, how many are of a kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from analysis.model import AnnotatedArticle, Evidence, Measurement, Span, Voice, main_voice

MIN_SENTENCES = 5
"""Sentences of a voice below which no share is given: one sentence would move it by more than 20 %."""
OF_SENTENCES = "% of sentences"


def by_voice(article: AnnotatedArticle) -> Mapping[Voice, Sequence[Span]]:
    """The sentences of the text, each with the voice that has most of its words (the outlet's own where two have)."""
    words: dict[int, Counter[Voice]] = defaultdict(Counter)
    for token in article.text.tokens:
        if token.is_word:
            words[token.sentence][token.voice] += 1
    found: dict[Voice, list[Span]] = {voice: [] for voice in Voice}
    for number, counts in sorted(words.items()):
        found[main_voice(counts)].append(article.text.sentences[number])
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
