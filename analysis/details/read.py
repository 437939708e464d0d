"""All details of a sentence: dates first, then figures in what is left of it."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.details.dates import DATE_WORDS, READ_AGAIN, READERS, clock_in_digits, without_names
from analysis.details.detail import Detail
from analysis.details.figures import figures
from analysis.details.labels import labels
from analysis.details.numerals import NUMBER_WORDS, in_digits
from analysis.details.other import OTHER_WORDS, ROMAN, others, roman
from analysis.details.units import TENS_OF_YEARS, with_units

_LONGEST = 4_000
"""Characters of a sentence that are looked at; longer ones are tables and noise."""
_DIGIT = re.compile(r"[\d½¼¾]")
_WORD = re.compile(r"[a-z]+")
_TELLING = NUMBER_WORDS | DATE_WORDS | OTHER_WORDS | TENS_OF_YEARS


@lru_cache(maxsize=20_000)
def details(sentence: str) -> tuple[Detail, ...]:
    """All figures and dates of the sentence; each stretch of it counts once, dates before figures."""
    return _all(sentence) if may_hold(sentence) else ()


def may_hold(sentence: str) -> bool:
    """Whether it has a digit or a word without which nobody tells a figure or a date: most sentences have none."""
    text = sentence[:_LONGEST].lower()
    if _DIGIT.search(text) is not None or not _TELLING.isdisjoint(_WORD.findall(text)):
        return True
    return ROMAN.search(sentence[:_LONGEST]) is not None


def _all(sentence: str) -> tuple[Detail, ...]:
    plain, found = labels(sentence[:_LONGEST])
    found.extend(roman(plain))
    rest = in_digits(clock_in_digits(without_names(with_units(plain)).lower()))
    found.extend(others(rest))
    for pattern, read in READERS:
        taken = [(match.span(), read(match, rest)) for match in pattern.finditer(rest)]
        found.extend(detail for _, told in taken for detail in told)
        if pattern not in READ_AGAIN:
            rest = _without(rest, [span for span, told in taken if told])
    return (*found, *figures(rest))


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """``text`` with a blank in the place of each stretch."""
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))
