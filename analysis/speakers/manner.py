"""How something was said: the adverbs beside a reporting word ("grudgingly admitted", "said defiantly").

Style guides warn of them as of coloured reporting words: "said angrily" tells what to think of the speaker. Adverbs of
manner end in "-ly" in English, but for a few; those in "-ly" that tell when, in which order or how many are not taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model import Token

_NO_MANNER = frozenset({
    "accordingly", "actually", "additionally", "apparently", "approximately", "barely", "basically", "certainly",
    "clearly", "consequently", "constantly", "conversely", "correspondingly", "currently", "daily", "early",
    "especially", "essentially", "eventually", "exactly", "exclusively", "externally", "finally", "firstly",
    "formerly", "fully", "generally", "globally", "hardly", "hourly", "immediately", "increasingly", "initially",
    "instantly", "internally", "lastly", "lately", "likely", "locally", "mainly", "merely", "monthly", "mostly",
    "namely", "nationally", "nearly", "newly", "normally", "notably", "only", "originally", "particularly", "partly",
    "possibly", "presently", "previously", "primarily", "probably", "promptly", "rarely", "recently", "respectively",
    "roughly", "scarcely", "secondly", "separately", "shortly", "similarly", "simply", "simultaneously", "slightly",
    "specifically", "subsequently", "supposedly", "temporarily", "thirdly", "typically", "ultimately", "usually",
    "virtually", "weekly", "wholly", "yearly",
})  # fmt: skip
"""Adverbs in "-ly" of time, order, place, degree and likelihood."""
_MOST = 3
"""Adverbs on one side, at most: "rather less grudgingly"."""


def with_manner(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The range of a reporting word, widened by the adverbs of manner right before and behind it that belong to it."""
    begin, end = first, last
    while first - begin < _MOST and begin > 0 and _is_manner(tokens, begin - 1, first, last):
        begin -= 1
    while end - last < _MOST and end < len(tokens) and _is_manner(tokens, end, first, last):
        end += 1
    return begin, end


def _is_manner(tokens: Sequence[Token], index: int, first: int, last: int) -> bool:
    token, word = tokens[index], tokens[index].text.lower()
    told = token.pos == "ADV" and word.endswith("ly") and word not in _NO_MANNER
    return told and first <= token.head < last and token.sentence == tokens[first].sentence
