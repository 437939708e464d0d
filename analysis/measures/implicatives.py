"""Implicatives: verbs that imply whether the deed was done ("manage to", "fail to", "neglect to").

Counts: terms of our list, positive ("manage": it was done) and negative ("fail": it was not).

Method: 1,000 times the number of terms, divided by the number of words of that voice.

Source: Karttunen (1971), Implicative verbs.

Limits: they carry an expectation ("failed to answer" says that an answer was due), which may be the common one. Some
verbs have a plain use as well ("the bridge failed").
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.measures.rates import lexicon_rates
from analysis.model import AnnotatedArticle, Measurement


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Implicatives per 1,000 words, for each article and voice."""
    return lexicon_rates("implicatives", event)
