"""Loaded words: words that judge, inflate or take a side where a plainer word would report the same thing.

Counts: terms of our list in six classes: strong subjective ("disgraceful"), intensifier ("staggering"), one-sided
term ("strongman"), dysphemism or euphemism ("butcher", "collateral damage"), dismissive ("baselessly"), sensational
("slammed"). An adverb or adjective by which a writer judges a claim counts in the voice that utters it.

Method: 1,000 times the number of terms, divided by the number of words of that voice. The longest term wins and terms
do not overlap. In headline and first paragraph the number alone is given, because ten words make no rate.

Source: style guides of BBC, Reuters and AP; Wikipedia, Words to watch; the classes after Recasens, Danescu-Niculescu-
Mizil and Jurafsky (2013), Linguistic models for analyzing and detecting biased language.

Limits: a mark points to a choice of words and proves nothing about it: some deeds are brutal. Irony, and words that
are loaded only in their context, are not found. A word that all outlets of a story use says little about any of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.measures.rates import lexicon_rates
from analysis.model import AnnotatedArticle, Measurement


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Loaded words per 1,000 words, in all and by class, for each article and voice."""
    return lexicon_rates("loaded_words", event, by_class=True)
