"""Factives: verbs, adjectives and nouns that take what follows for true ("realise", "regret", "the fact that").

Counts: terms of our list, factives (the truth is presupposed) and semifactives ("discover", "find out").

Method: 1,000 times the number of terms, divided by the number of words of that voice.

Source: Kiparsky and Kiparsky (1970), Fact; Karttunen (1971), Some observations on factivity; Hooper (1975), On
assertive predicates.

Limits: a term counts with or without a clause after it ("he knows her"). Learned from edits of encyclopaedia articles
(Recasens et al. 2013), such words point to a presupposition; they do not prove a slant.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.measures.rates import lexicon_rates
from analysis.model import AnnotatedArticle, Measurement


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Factives per 1,000 words, for each article and voice."""
    return lexicon_rates("factives", event)
