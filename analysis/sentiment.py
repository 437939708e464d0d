"""Positive and negative words with their strength, by VADER's list.

Source: Hutto and Gilbert (2014), VADER: a parsimonious rule-based model for sentiment analysis of social media text;
the list (MIT licence) comes with their package.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache


@cache
def strengths() -> Mapping[str, float]:
    """Word in lower case -> strength, -4 to 4; emoticons are among the words. Read when it is first needed."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return dict(SentimentIntensityAnalyzer().lexicon)
