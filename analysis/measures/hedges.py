"""Hedges: words by which a writer holds back from a claim ("reportedly", "may", "it seems").

Counts: modal verbs, adverbs, adjectives, verbs, nouns and phrases of doubt and approximation, of our list.

Method: 1,000 times the number of terms, divided by the number of words of that voice.

Source: Hyland (2005), Metadiscourse: exploring interaction in writing.

Limits: a hedge may be caution or evasion; the passage tells which. The month of May and "likely" in comparisons are
left out by part of speech; "could" for an ability in the past and "about" for a topic are not always told apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.measures.rates import lexicon_rates
from analysis.model import AnnotatedArticle, Measurement


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Hedges per 1,000 words, for each article and voice."""
    return lexicon_rates("hedges", event)
