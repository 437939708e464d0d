"""Hedges: words by which a writer holds back from a claim ("reportedly", "may", "it seems").

Counts: modal verbs, adverbs, adjectives, verbs, nouns and phrases of doubt and approximation, of our list.

Method: 1,000 times the number of terms, divided by the number of words of that voice.

Source: Hyland (2005), Metadiscourse: exploring interaction in writing.

Limits: a hedge may be caution or evasion; the passage tells which. The month of May is left out by part of speech,
comparisons ("more likely than") and "could not" as fixed phrases; "could" for an ability in the past is not told apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.measures.rates import lexicon_rates
from analysis.model import AnnotatedArticle, Measurement


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Hedges per 1,000 words, for each article and voice."""
    return lexicon_rates("hedges", event)
