"""How an outlet's name may be written: its words apart, or joined as in addresses and handles."""

from __future__ import annotations

import re

_SIGNS = r"(?:%20|[._+\u00ad\u200b-\u200d\u2010\u2011\u2060-])"
_APART, _JOINED = rf"(?:[^\S\n]+|{_SIGNS})?", rf"{_SIGNS}?"
_ANDS = frozenset({"&", "and"})
_ENDS = r"(?![^\W_])"
_APOSTROPHE = re.compile("['’]")
_LONG = 8
"""Letters from which joined words are a name even with more letters behind them ("eveningblazenews.example")."""


def pattern_of(name: str) -> str:
    """A regular expression, in groups that do not capture, for what ``name`` may look like in a text; case is ignored.

    A name of one word is only found with its capitals or in an address: many outlets bear the name of a common thing
    ("Time"). Signs that stand alone in a name may be missing, an "and" too.
    """
    words = [word for word in name.split() if _is_word(word)]
    if not words:
        return r"\s+".join(map(re.escape, name.split())) + _ENDS
    if len(words) == 1:
        return _one_word(words[0])
    if len(words) == 2 and words[0].lower() == "the":
        return f"(?:the{_APART})?{_one_word(words[1])}"
    forms = _words(name, _APART) + _ENDS
    if sum(map(len, words)) >= _LONG:
        forms += rf"|(?:the)?{_words(name, _JOINED)}\w*"
    return f"(?:{forms})"


def _one_word(word: str) -> str:
    lower = re.escape(word.lower())
    return rf"(?-i:{re.escape(word)}|{re.escape(word.upper())}|(?<=[@#/.]){lower}|{lower}(?=\.[a-z])){_ENDS}"


def _words(name: str, between: str) -> str:
    found, joint = "", between
    words = name.split()
    for number, word in enumerate(words):
        if word.lower() in _ANDS and 0 < number < len(words) - 1:
            joint = f"{between}(?:(?:&|and){between})?"
        elif _is_word(word):
            found += (joint if found else "") + _APOSTROPHE.sub(_APOSTROPHE.pattern, re.escape(word))
            joint = between
    return found


def _is_word(word: str) -> bool:
    return any(map(str.isalnum, word))
