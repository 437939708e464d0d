"""The figures and dates of a sentence, in a form in which two sentences can be compared.

A figure or date has a *kind* (percent, money, a length of time, an age, a weekday, a year ...), and only details of
one kind are held against each other: "12 hurt" says nothing about "9 percent". A figure may be told in words, with a
scale ("1.2 million") or rounded: "nearly 4,000" agrees with "3,987", "more than 200" with "212".

General rules of English prose, no model; a detail that is written in an unusual way is missed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

DATES = frozenset({"weekday", "month", "day of the month", "year", "decade", "clock", "part of the day", "nearness"})
"""The kinds that tell when; the others tell how many."""

_TO_NINETEEN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
_TO_NINETEEN += "fifteen sixteen seventeen eighteen nineteen"
_SMALL = {word: n for n, word in enumerate(_TO_NINETEEN.split())}
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * n for n, word in enumerate(_TO_NINETY.split(), start=2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "dozen": 12.0, **_SCALES}
_TO_TENTH = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINALS = {word: n for n, word in enumerate(_TO_TENTH.split(), start=1)}
_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8760}
_HOURS["decade"] = 87600
_METRES = {"metre": 1.0, "meter": 1.0, "kilometre": 1e3, "kilometer": 1e3, "km": 1e3, "mile": 1609.344, "foot": 0.3048}
_METRES |= {"feet": 0.3048, "yard": 0.9144, "centimetre": 0.01, "centimeter": 0.01, "cm": 0.01, "mm": 0.001}
_METRES |= {"millimetre": 0.001, "millimeter": 0.001}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEARLY = "january february march april may june july august september october november december"
_MONTHS = tuple(_YEARLY.split())
_SHARES = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "thirds": 200 / 3, "quarters": 75.0}

_WORD = "|".join((*_SMALL, *_TENS, *_SCALES))
_IN_WORDS = re.compile(rf"\b(?:an? (?=hundred|thousand|million|billion))?(?:(?:{_WORD})(?:[ -]and[ -]|[ -])?)+\b")
_PRONOUN = re.compile(r"one(?= of| another| who| that| day| way| thing|['’])|(?<=no )one|(?<=this )one|(?<=that )one")
_SHARE = re.compile(r"\b(?:(?:an?|one) )?(half|third|quarter)(?= of)|\b(?:two[ -](thirds)|three[ -](quarters))\b")
_MONTH_NAME = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS if month != "may") + "|sept|may"
_DATE = re.compile(
    rf"\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_MONTH_NAME})\b\.?"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?![,.]?\d))?"
)
_MAY = re.compile(
    r"\b(?:in|of|since|by|until|late|early|last|next|this|mid) may\b|\bmay \d|\d(?:st|nd|rd|th)? (?:of )?may\b"
)
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_HOURS_OF_DAY = {word: n for word, n in _SMALL.items() if 1 <= n <= 12}
_HOUR = "|".join(_HOURS_OF_DAY)
_TOLD_CLOCK = re.compile(
    rf"\b(?P<minutes>five|ten|quarter|twenty|twenty-five|half)(?: minutes)? "
    rf"(?P<way>past|(?:(?<=\b(?:at|by) \w{{3}} )|(?<=\b(?:at|by) \w{{4}} )|(?<=\b(?:at|by) \w{{6}} )|(?<=quarter ))to) "
    rf"(?P<hour>{_HOUR})\b(?! \w+s\b)|\b(?P<full>{_HOUR}|\d{{1,2}}) o['’]clock\b"
)
"""The time in words: "ten past four", "at ten to nine", "nine o'clock". ("From ten to twenty" is none.)"""
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?|\b(\d{1,2}):(\d\d)\b( oclock)?")
_WEEKDAY = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b\.?")
_PART = re.compile(r"\b(dawn|morning|noon|midday|afternoon|evening|night|midnight|overnight)\b")
_NEARNESS = re.compile(
    r"\b(yesterday|today|tomorrow)\b|\b(last|next) (?:week|month|year|summer|winter|spring|autumn)\b"
)
_YEAR = re.compile(r"(?<![$£€\d,.])\b((?:19|20)\d\d)\b(?![,.]?\d)")
_DECADE = re.compile(r"(?<![$£€\d,.])\b((?:19|20)\d0)['’]?s\b")
_AGE = re.compile(
    r"(?<=[^\W\d_], )(?:1\d|[2-9]\d|1[01]\d)(?=, [^\W\d])|(?<=\baged )\d{1,3}\b|(?<=\bage of )\d{1,3}\b"
)
"""The age of somebody named, set off by commas ("Teviot, 44, said"), or said to be one ("aged 44")."""
BOUND = (
    "more than|over|at least|above|upwards of|less than|fewer than|under|up to|at most|nearly|almost|about|around"
    "|roughly|some|approximately|close to|an estimated"
)
"""Words before a figure that make it a bound or a rounder telling, as a pattern in small letters."""
_FIGURE = re.compile(
    rf"(?P<bound>{BOUND})?\s*(?P<sign>us\$|[$£€])?\s?"
    r"(?<![\w.,])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?!\d)(?:\.\d+)?)(?P<nth>st|nd|rd|th)?"
    r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|k|mn?|bn?)\b)?"
    r"(?P<unit>\s?%|[ -]per ?cent\b|[ -]percentage|[ -](?:dollars?|euros?|pounds?|cents?|crowns?)\b)?"
    r"(?:[ -](?P<noun>[a-z]+)(?:[ -](?P<next>old)\b)?)?"
)
_FROM_BELOW = frozenset({"more than", "over", "at least", "above", "upwards of"})
_FROM_ABOVE = frozenset({"less than", "fewer than", "under", "up to", "at most"})
_EITHER_HALF = "before or after noon"
"""The bound of a time of day that is told without saying which half of the day it is in."""
_NEAR, _ABOUT = 0.05, 0.1
"""Relative differences up to which a rounded figure agrees with an exact one: without a word for it, and with "about"
where the exact one has more digits ("some 30", 32)."""


_BEYOND = 1.5
"""How many times "more than 50" another figure may be without contradicting it; of "fewer than 50" a part likewise."""
_LONGEST = 4_000
"""Characters of a sentence that are looked at; longer ones are tables and noise."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure or date: its kind, its value in the kind's unit, the words "about" or "more than" before it, and
    the noun it counts."""

    kind: str
    value: float
    bound: str = ""
    noun: str = ""


@lru_cache(maxsize=20_000)
def details(sentence: str) -> tuple[Detail, ...]:
    """All figures and dates of the sentence; each stretch of it counts once, dates before figures."""
    rest = _in_digits(sentence[:_LONGEST].lower())
    found: list[Detail] = []
    for pattern, read in _READERS:
        found.extend(detail for match in pattern.finditer(rest) for detail in read(match, rest))
        if pattern not in (_PART, _NEARNESS):
            rest = pattern.sub(lambda match: " " if _reads(match) else match[0], rest)
    found.extend(Detail("place in a row", n) for word, n in _ORDINALS.items() if re.search(rf"\b{word}\b(?! of)", rest))
    return (*found, *map(_figure, _FIGURE.finditer(rest)))


def differing(first: Sequence[Detail], second: Sequence[Detail]) -> str | None:
    """Either "date" or "figure" where each side has a detail of one kind that the other contradicts, else None.

    A detail that only one side tells is no contradiction. Where other figures agree, two counts of different things
    ("3 dead", "4 towns") are none either.
    """
    left, right = _unmatched(first, second), _unmatched(second, first)
    agreed = len(left) < len(first)
    for one in left:
        for other in right:
            if one.kind == other.kind and not (agreed and one.noun != other.noun):
                return "date" if one.kind in DATES else "figure"
    return None


def _unmatched(details: Sequence[Detail], others: Sequence[Detail]) -> list[Detail]:
    return [one for one in details if not any(agree(one, other) for other in others)]


def agree(one: Detail, other: Detail) -> bool:
    """Whether two details may be one: the same value, or one a rounder telling of the other."""
    if one.kind != other.kind and "count" not in (one.kind, other.kind):
        return False
    if one.value == other.value or (one.kind == "clock" and _same_on_the_dial(one, other)):
        return True
    return one.kind not in DATES and (_rounds(one, other) or _rounds(other, one))


def _same_on_the_dial(one: Detail, other: Detail) -> bool:
    minutes = (round(60 * each.value) % 720 for each in (one, other))
    return _EITHER_HALF in (one.bound, other.bound) and len(set(minutes)) == 1


def _rounds(rounded: Detail, exact: Detail) -> bool:
    """Whether ``rounded`` may be a rounder telling of ``exact``."""
    if rounded.bound in _FROM_BELOW:
        return rounded.value < exact.value <= rounded.value * _BEYOND
    if rounded.bound in _FROM_ABOVE:
        return rounded.value / _BEYOND <= exact.value < rounded.value
    if not rounded.bound and abs(exact.value) < 100 and exact.value == int(exact.value):
        return False
    away = abs(rounded.value - exact.value) / max(abs(rounded.value), abs(exact.value))
    fewer = digits(rounded.value) < digits(exact.value)
    if rounded.bound:
        return away <= (_ABOUT if fewer else _NEAR)
    return fewer and away <= _NEAR


def digits(value: float) -> int:
    """Digits that carry the value: 1 for 4,000, 3 for 6.12."""
    return len(f"{value:.6f}".replace(".", "").strip("0"))


def _in_digits(text: str) -> str:
    """Numbers told in words written as digits ("twenty-one" -> "21"), "two thirds of" as percentages."""
    text = _PRONOUN.sub("someone", _TOLD_CLOCK.sub(_clock_in_digits, text))
    text = _SHARE.sub(lambda match: f"{_SHARES[match[1] or match[2] or match[3]]:.4g} percent", text)
    return _IN_WORDS.sub(_written, text).replace("half a dozen", "6").replace("a dozen", "12")


def _clock_in_digits(match: re.Match[str]) -> str:
    """"Twenty to three" -> "2:40 oclock"; before or after noon is left open."""
    if match["full"]:
        return f"{_HOURS_OF_DAY.get(match['full'], match['full'])}:00 oclock"
    minutes = 60 * _HOURS_OF_DAY[match["hour"]] + _MINUTES[match["minutes"]] * (1 if match["way"] == "past" else -1)
    return f"{(minutes // 60 - 1) % 12 + 1}:{minutes % 60:02d} oclock"


def _written(match: re.Match[str]) -> str:
    told = re.findall(r"[a-z]+", match[0])
    if not any(word in _SMALL or word in _TENS or word in ("a", "an") for word in told):
        return match[0]  # "3 million", "thousands of"
    total = part = 0.0
    for word in told:
        if word in _SCALES:
            part = max(part, 1) * _SCALES[word]
            if word != "hundred":
                total, part = total + part, 0.0
        else:
            part += _SMALL.get(word, _TENS.get(word, 0))
    tail = match[0][len(match[0].rstrip(" -")) :]
    return f"{total + part:.15g}{tail}"


def _date(match: re.Match[str], text: str) -> list[Detail]:
    if (match["month"] == "may" and not _MAY.search(text)) or (match["month"] == "mar" and not match["after"]):
        return []
    month = next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(match["month"][:3]))
    day = match["before"] or match["after"]
    return [Detail("month", month), *([Detail("day of the month", int(day))] if day else [])]


def _clock(match: re.Match[str], text: str) -> list[Detail]:
    if match[4]:
        return [Detail("clock", int(match[4]) + int(match[5]) / 60, _EITHER_HALF if match[6] else "")]
    return [Detail("clock", int(match[1]) % 12 + 12 * (match[3] == "p") + int(match[2] or 0) / 60)]


def _weekday(match: re.Match[str], text: str) -> list[Detail]:
    if "day" not in match[0] and match[1] in ("sat", "sun", "wed"):
        return []  # words of their own
    return [Detail("weekday", next(n for n, day in enumerate(_DAYS) if day.startswith(match[1][:3])))]


def _part(match: re.Match[str], text: str) -> list[Detail]:
    parts = ("dawn morning", "noon midday", "afternoon", "evening night midnight overnight")
    return [Detail("part of the day", next(n for n, words in enumerate(parts) if match[1] in words.split()))]


def _nearness(match: re.Match[str], text: str) -> list[Detail]:
    days = {"yesterday": -1, "last": -1, "today": 0, "tomorrow": 1, "next": 1}
    return [Detail("nearness", days[match[1] or match[2]])]


def _year(match: re.Match[str], text: str) -> list[Detail]:
    return [Detail("year", int(match[1]))]


def _decade(match: re.Match[str], text: str) -> list[Detail]:
    return [Detail("decade", int(match[1]))]


def _age(match: re.Match[str], text: str) -> list[Detail]:
    return [Detail("age", int(match[0]))]


_READERS = (
    (_CLOCK, _clock),
    (_DATE, _date),
    (_DECADE, _decade),
    (_AGE, _age),
    (_YEAR, _year),
    (_WEEKDAY, _weekday),
    (_PART, _part),
    (_NEARNESS, _nearness),
)


def _reads(match: re.Match[str]) -> bool:
    """Whether a stretch was read as a date and is not to be read again as a figure."""
    return any(pattern is match.re and bool(read(match, match.string)) for pattern, read in _READERS)


def _figure(match: re.Match[str]) -> Detail:
    scale = _SHORT_SCALES.get(match["scale"] or "", 1.0)
    value = float(match["number"].replace(",", "")) * scale
    unit, noun, bound = (match["unit"] or "").strip(" -"), (match["noun"] or "").removesuffix("s"), match["bound"] or ""
    if match["nth"]:
        return Detail("place in a row", value)
    if unit.startswith(("%", "per")):
        return Detail("percent", value, bound)
    if match["sign"] or unit:
        return Detail("money", value / (100 if unit.startswith("cent") else 1), bound)
    if noun == "year" and match["next"]:
        return Detail("age", value)
    if noun in _HOURS:
        return Detail("length of time", value * _HOURS[noun], bound)
    if noun in _METRES:
        return Detail("distance", value * _METRES[noun], bound)
    return Detail("count", value, bound, noun)
