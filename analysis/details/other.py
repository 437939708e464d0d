"""What tells how many without a figure, or how a figure is meant: "dozens", "doubled", "a month", "Phase II".

Each has a kind of its own, so that it contradicts only its like: "dozens" and "hundreds", not "dozens" and "27".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.details.detail import LABEL, VAGUE, Detail
from analysis.details.numerals import HOURS

_VAGUE = re.compile(r"\b(?:(tens|hundreds) of )?(dozens|scores|hundreds|thousands|millions|billions)\b")
_POWERS = {"dozens": 1, "scores": 1, "tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9}
_TIMES = {"doubled": 2.0, "twice": 2.0, "twofold": 2.0, "tripled": 3.0, "trebled": 3.0, "threefold": 3.0}
_TIMES |= {"quadrupled": 4.0, "fourfold": 4.0, "halved": 0.5}
_MULTIPLE = re.compile(
    rf"\b(?:({'|'.join(_TIMES)})\b|(\d+(?:\.\d+)?) times (?=as\b|more\b|the\b|higher\b|larger\b|bigger\b))"
)
_PER = re.compile(
    r"\d[\d,.]*(?: ?(?:k|m|bn|mg|g|kg|million|billion|thousand|dollars|euros|pounds|people|cases|tons|tonnes|barrels))?"
    r" (?:(?:an?|per|each|every) (hour|day|week|month|year)\b(?! (?:ago|later|before|after|earlier|old)\b)"
    r"|(hour|dai|week|month|year)ly\b)"
)
_CHANGED = re.compile(
    r"\b(?:r[io]s(?:e|es|en|ing)|f[ae]ll(?:s|en|ing)?|(?:increas|decreas|rais|declin)(?:e|es|ed|ing)|cut|gr[eo]wn?"
    r"|(?:lower|climb|jump)(?:s|ed|ing)?|dropp?(?:s|ed|ing)?|up|down) (by|to) (?:[a-z]+ ){0,2}[$£€]?(\d[\d,.]*)"
)
"""By how much something changed, or to what."""
_FROM_TO = re.compile(r"\bfrom [$£€]?(\d[\d,.]*)(?: ?%| [a-z]+)? to [$£€]?(\d[\d,.]*)")
_QUARTER = re.compile(r"\bq([1-4])\b")
OTHER_WORDS = frozenset({*_POWERS, *_TIMES})
"""Without a digit, one of them stands in whatever is found here."""
ROMAN = re.compile(
    r"\b(?P<word>[A-Z][A-Za-z]{1,20}) (?P<number>X{0,3}(?:IX|IV|V?I{2,3}|VI|V(?=\b)|X)|L(?:IX|IV|V?I{1,3}|V|X{1,3})?"
    r"|(?<=(?:War|ase|art|ype|Act|ter) )I)\b(?![.'’])"
)
"""A Roman numeral behind a capital; "I" only behind words that are numbered so ("World War I", "Phase I")."""
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50}


def others(text: str) -> Iterator[Detail]:
    """What ``text`` (small letters, numbers in digits) tells so."""
    for match in _VAGUE.finditer(text):
        yield Detail(VAGUE, 10.0 ** sum(_POWERS[word] for word in match.groups() if word))
    for match in _MULTIPLE.finditer(text):
        yield Detail("times", _TIMES[match[1]] if match[1] else float(match[2]))
    for match in _PER.finditer(text):
        yield Detail("period", HOURS[match[1] or {"dai": "day"}.get(match[2], match[2])])
    for match in _CHANGED.finditer(text):
        yield Detail("by or to", 1 if match[1] == "by" else 2, noun=match[2].rstrip(".,"))
    for match in _FROM_TO.finditer(text):
        first, last = (float(number.strip(".,").replace(",", "").split(".")[0]) for number in match.groups())
        if first != last:
            yield Detail("change", 1 if first < last else -1)
    for match in _QUARTER.finditer(text):
        yield Detail("quarter", int(match[1]))


def roman(text: str) -> Iterator[Detail]:
    """The Roman numerals of ``text`` (as written), each with the word before it."""
    for match in ROMAN.finditer(text):
        yield Detail(LABEL, _value(match["number"]), noun=match["word"].lower())


def _value(numeral: str) -> int:
    values = [_LETTERS[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
