"""Numbers that are part of a name: "Flight 370", "F-16", "Covid-19", "Boeing 737-800". They count nothing."""

from __future__ import annotations

import re

from analysis.details.dates import DAY_NAMES, MONTH_NAMES
from analysis.details.detail import LABEL, Detail
from analysis.details.numerals import HOURS, METRES, SCALES
from analysis.ngrams import FUNCTION_WORDS

_UNITS = "|".join((*SCALES, *HOURS, *METRES, "per", "percent", "degree", "gmt", "dozen", "bn?", "mn?", "k"))
_COUNTED = rf"(?:[\w-]+s|people|men|women|children|dead|more|others?|{_UNITS})"
_JOINED = re.compile(
    r"(?<![\w-])(?P<word>[A-Z][A-Za-z]{0,20})-(?P<number>\d{1,4})(?P<rest>[A-Za-z]{0,2})\b(?![-–]|[.,:]\d)"
)
_SPACED = re.compile(
    r"(?<=[\w,’'\"“)] )(?P<word>i?[A-Z][A-Za-z]{0,20}) (?P<number>\d{1,4})(?P<rest>[A-Z]{0,2}|-\d00[A-Z]{0,2})\b"
    rf"(?![-–%°]|[.,:/]\d| ?[ap]\.?m\b| ?%| (?:{_COUNTED})\b| (?:[a-z]+ ){{1,2}}(?:[a-z]+s|people)\b)"
)
"""A number behind a capital inside a sentence, with nothing behind it that is counted; a year is none."""
_RANK = re.compile(r"\b(?P<word>[Nn]o) ?\. ?(?P<number>\d{1,4})\b(?![.,:]\d| (?:" + _COUNTED + r")\b)")
"""A rank or running number: "No. 2", in a piece "No . 2"."""
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SLASHED = re.compile(r"(?<![\d/.,])\d{1,2}/\d{1,2}(?![\d/])")
"""What is called by two figures ("9/11", "24/7") or a fraction."""
_NO_NAME = frozenset({*DAY_NAMES, *MONTH_NAMES, "no", "nos"}) | FUNCTION_WORDS
_HEADLINE = 0.6
"""Share of capitals among the longer words from which a capital tells no name."""


def labels(text: str) -> tuple[str, list[Detail]]:
    """``text`` (as written) without the numbers that are part of a name, and these, each with the word before it."""
    found: list[Detail] = []
    if not _DIGIT.search(text):
        return text, found

    def take(match: re.Match[str]) -> str:
        word, number = match["word"].lower(), match["number"]
        if word.removesuffix(".") in _NO_NAME or (match[0].find(" ") > 0 and _YEAR.fullmatch(number)):
            return match[0]
        found.append(Detail(LABEL, int(number), noun=word))
        return match["word"]

    def number(match: re.Match[str]) -> str:
        found.append(Detail(LABEL, int(match["number"]), noun="no"))
        return match["word"]

    rest = _JOINED.sub(take, _RANK.sub(number, _SLASHED.sub(" ", text)))
    return (rest if _in_capitals(text) else _SPACED.sub(take, rest)), found


def _in_capitals(text: str) -> bool:
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > _HEADLINE * len(long)
