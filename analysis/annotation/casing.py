"""What the parser is given instead of a text: as long, letter for letter, but readable to a model of running prose.

A lone surrogate, which no UTF-8 has, becomes U+FFFD. In a Headline Set Like This One the parser takes verbs for names;
verbs that report and small words get a small letter, all others keep theirs.
"""

from __future__ import annotations

import re
from functools import cache

from analysis.annotation.attitudes import attitudes
from analysis.annotation.cues import single_verbs

_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LONGEST_HEADING = 200
_FEWEST_WORDS = 3
_STOPS = (".", "!", "…")
_CAPITALISED = 0.8
"""Share of the longer words that begin with a capital in a line in title case."""
_SMALL = frozenset({
    "a", "about", "after", "against", "amid", "among", "an", "and", "are", "as", "at", "be", "been", "before",
    "but", "by", "could", "despite", "for", "from", "had", "has", "have", "her", "his", "if", "in", "into", "is",
    "it", "its", "must", "no", "not", "of", "off", "on", "or", "our", "over", "should", "than", "that", "the",
    "their", "they", "this", "to", "too", "under", "until", "was", "were", "what", "when", "where", "while", "who",
    "why", "with", "without", "would",
})  # fmt: skip


def readable(text: str) -> str:
    """``text``, of the same length, with what would confuse or stop the parser replaced."""
    text = _SURROGATE.sub("\ufffd", text)
    return _WORD.sub(_plain, text) if _in_title_case(text) else text


def _in_title_case(text: str) -> bool:
    if len(text) > _LONGEST_HEADING or text.rstrip().endswith(_STOPS):
        return False
    words: list[str] = _WORD.findall(text)
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() and not word.isupper() for word in long)
    return len(words) >= _FEWEST_WORDS and capitals >= _CAPITALISED * len(long) and len(long) > 1


def _plain(match: re.Match[str]) -> str:
    word: str = match.group()
    lowered = word.lower()
    small = lowered in _SMALL or lowered in _verb_forms()
    opens = not match.string[: match.start()].rstrip("\"'“‘ ") or word.isupper()
    return lowered if small and not opens and len(lowered) == len(word) else word


@cache
def _verb_forms() -> frozenset[str]:
    """Third persons and past forms of the verbs that report or tell an attitude."""
    verbs = {word for word in {*single_verbs(), *attitudes("VERB")} if " " not in word}
    return frozenset(form for verb in verbs for form in _forms(verb))


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return f"{verb}es", f"{verb}ed"
    return f"{verb}s", f"{verb}d" if verb.endswith("e") else f"{verb}ed"
