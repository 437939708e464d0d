"""Assertives: verbs and adjectives whose clause is put forward as a claim ("insist", "suggest", "it appears").

Counts: terms of our list, strong assertives ("claim", "contend") and weak ones ("think", "seem").

Method: 1,000 times the number of terms, divided by the number of words of that voice.

Source: Hooper (1975), On assertive predicates.

Limits: most of them are also reporting verbs, so they overlap with attribution cues. A term counts with or without a
clause after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.measures.rates import lexicon_rates
from analysis.model import AnnotatedArticle, Measurement


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Assertives per 1,000 words, for each article and voice."""
    return lexicon_rates("assertives", event)
