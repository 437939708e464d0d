"""Boosters: words by which a writer presents a claim as beyond doubt ("clearly", "of course").

Counts: adverbs, adjectives, verbs and phrases of certainty, of our list.

Method: 1,000 times the number of terms, divided by the number of words of that voice.

Source: Hyland (2005), Metadiscourse: exploring interaction in writing.

Limits: "clear" and "sure" have plain uses ("a clear day"); those that part of speech or a fixed phrase shows are left
out. A booster that is denied ("not certain") counts as one.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.measures.rates import lexicon_rates
from analysis.model import AnnotatedArticle, Measurement


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Boosters per 1,000 words, for each article and voice."""
    return lexicon_rates("boosters", event)
