"""Numbers told in words, in halves or with other marks, written in digits: "twenty-one", "two and a half", "1 200"."""

from __future__ import annotations

import re

from analysis.details.units import FACTORS

_TO_NINETEEN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
_TO_NINETEEN += "fifteen sixteen seventeen eighteen nineteen"
SMALL = {word: n for n, word in enumerate(_TO_NINETEEN.split())}
"""The numbers up to nineteen by word."""
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * n for n, word in enumerate(_TO_NINETY.split(), start=2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
"""Words that multiply the number before them."""
_TO_TENTH = "first second third fourth fifth sixth seventh eighth ninth tenth"
ORDINALS = {word: n for n, word in enumerate(_TO_TENTH.split(), start=1)}
"""The places in a row up to the tenth by word."""
HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8760}
HOURS["decade"] = 87600
_PLACES = {word: str(n) for word, n in ORDINALS.items()} | {"eleventh": "11", "twelfth": "12", "thirteenth": "13"}
_PLACES |= {f"{word}th": str(n) for word, n in SMALL.items() if n > 13}
_PLACES |= {f"{word[:-1]}ieth": str(n) for word, n in _TENS.items()}
_PLACE = "|".join(_PLACES)
_COMPOUND_PLACE = re.compile(rf"\b({'|'.join(_TENS)})[ -]({'|'.join(ORDINALS)})\b")
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY = re.compile(
    rf"\b(?:(?P<before>{_PLACE}) of (?=(?:{_MONTH})\b)|(?P<month>{_MONTH}) the (?P<after>{_PLACE})\b(?! \w+s\b))"
)
METRES = {"metre": 1.0, "meter": 1.0, "kilometre": 1e3, "kilometer": 1e3, "km": 1e3, "mile": 1609.344, "foot": 0.3048}
METRES |= {"feet": 0.3048, "yard": 0.9144, "centimetre": 0.01, "centimeter": 0.01, "cm": 0.01, "mm": 0.001}
METRES |= {"millimetre": 0.001, "millimeter": 0.001}

NUMBER_WORDS = frozenset({*SMALL, *_TENS, *SCALES, *_PLACES, "half", "quarter", "thirds", "quarters", "dozen"})
"""Without a digit or a sign for a part of one, one of them stands in every number."""
_PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "thirds": 2 / 3, "quarters": 0.75}
_SIGNS = {"½": ".5", "¼": ".25", "¾": ".75"}
_WORD = "|".join((*SMALL, *_TENS, *SCALES))
_SCALE = "|".join(SCALES)
_IN_WORDS = re.compile(
    rf"\b(?:an? (?=hundred|thousand|million|billion))?"
    rf"(?:(?:{_SCALE})[ -]and[ -](?=(?:{_WORD})\b)|(?:{_WORD})\b[ -]?)+\b"
)
"""After a scale word alone an "and" adds up: "one hundred and five", but "three and five"."""
_PRONOUN = re.compile(r"one(?= of| another| who| that| day| way| thing|['’])|(?<=no )one|(?<=this )one|(?<=that )one")
_SHARE = re.compile(r"\b(?:(?:an?|one) )?(half|third|quarter)(?= of)|\b(?:two[ -](thirds)|three[ -](quarters))\b")
_UNIT = "|".join((
    *HOURS, *METRES, *(unit for unit in FACTORS if len(unit) > 2), *(scale for scale in SCALES if scale != "hundred"),
    "per ?cent", "percentage point",
))  # fmt: skip
_NUMBER = rf"(?:\d[\d,]*|(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join((*SMALL, *_TENS))}))"
_AND_A_HALF = re.compile(rf"\b({_NUMBER})[ -]and[ -]an?[ -](half|quarter|third)\b")
_SHARED_SCALE = re.compile(
    rf"(?<![\w-])({_NUMBER}) (to|or) ({_NUMBER}) ((?:{_SCALE})(?: (?:{_SCALE}))?)\b"
    rf"|\bbetween ({_NUMBER})((?: (?:{_SCALE}))*) and ({_NUMBER}) ((?:{_SCALE})(?: (?:{_SCALE}))?)\b"
)
"""Two numbers that share the scale behind the second: "two to three hundred"."""
_HALF_MORE = re.compile(rf"\b(an?|{_NUMBER}) ({_UNIT})s? and a (half|quarter)\b")
_PART_OF = re.compile(
    rf"\b(?:(?:an?|one) )?(half|quarter)(?: of)? an? ({_UNIT})\b|\b(?:three[ -](quarters)|two[ -](thirds)) of an?"
    rf" ({_UNIT})\b|\b(half|quarter)-({_UNIT})\b"
)
_ONE_IN = re.compile(
    r"\b([1-9]) (?:in(?: every)?|out of(?: every)?) ((?:[2-9]|10|12|20|25|50|100|1,?000)\b)"
    rf"(?![-–.,:]?\d| (?:{'|'.join((*HOURS, *METRES, *SCALES))})s?\b)"
)
"""A share: "one in five". ("Two in three days" is none.)"""
_PART_IN_WORDS = re.compile(r"\b(?:an?|one) (fifth|sixth|eighth|tenth)(?= of)")
_SIGNED = re.compile(r"(\d*)([½¼¾])")
_SPACED = re.compile(r"(?<![\d.,])(\d{1,3})((?:[ \u00a0\u2009\u202f]\d{3})+)(?!\d|[.,]\d)")
_HOURS_AND_MINUTES = re.compile(
    r"\b(\d+) ?(?:hours?|hrs?)(?:,? and)?,? (\d{1,2}) ?min(?:ute)?s?\b(?:(?:,? and)?,? (\d{1,2}) ?sec(?:ond)?s?\b)?"
)
_TIMED = re.compile(r"(?<![\d:.])(\d):([0-5]\d):([0-5]\d)(?![\d:])")
"""How long a run took: "2:07:12"."""


def in_digits(text: str) -> str:
    """``text`` (small letters) with numbers told in words written as digits ("twenty-one" -> "21"), "two thirds of" as
    percentages, thousands set apart by spaces put together."""
    text = _DAY.sub(_day, _COMPOUND_PLACE.sub(_place, text))
    text = _PART_IN_WORDS.sub(lambda match: f"{100 / ORDINALS[match[1]]:.4g} percent", text)
    text = _SIGNED.sub(lambda match: f"{match[1] or 0}{_SIGNS[match[2]]}", text)
    text = _SPACED.sub(lambda match: match[1] + re.sub(r"\D", "", match[2]), text)
    text = _with_halves(_SHARED_SCALE.sub(_scaled, _PRONOUN.sub("someone", text)))
    text = _SHARE.sub(lambda match: f"{100 * _PARTS[match[1] or match[2] or match[3]]:.4g} percent", text)
    text = _IN_WORDS.sub(_written, text).replace("half a dozen", "6").replace("a dozen", "12")
    text = _ONE_IN.sub(_share, text)
    return _TIMED.sub(_hours, _HOURS_AND_MINUTES.sub(_hours, text))


def _hours(match: re.Match[str]) -> str:
    hours, minutes, seconds = (int(figure or 0) for figure in match.groups())
    whole = 60 * hours + minutes
    return f"{60 * whole + seconds} seconds" if seconds else f"{whole} minutes"


def _share(match: re.Match[str]) -> str:
    some, whole = int(match[1]), int(match[2].replace(",", ""))
    return f"{100 * some / whole:.4g} percent of" if some < whole else match[0]


def _day(match: re.Match[str]) -> str:
    """"3 may" for "third of May", "may 3" for "May the third"."""
    return f"{_PLACES[match['before']]} " if match["before"] else f"{match['month']} {_PLACES[match['after']]}"


def _place(match: re.Match[str]) -> str:
    return f"{_TENS[match[1]] + ORDINALS[match[2]]}th"


def _scaled(match: re.Match[str]) -> str:
    """"Two hundred to three hundred" for "two to three hundred", with "to" in the place of "between" and "and"."""
    low, high, scale = match[1] or match[5], match[3] or match[7], match[4] or match[8]
    own = (match[6] or "").strip()
    if not own and _value(low) >= _value(high):
        return match[0].replace(" and ", ", ")
    return f"{low} {own or scale} {match[2] or 'to'} {high} {scale}"


def _with_halves(text: str) -> str:
    """"Two and a half hours", "a mile and a half", "half an hour" with a decimal figure."""
    text = _AND_A_HALF.sub(lambda match: f"{_value(match[1]) + _PARTS[match[2]]:.6g}", text)
    text = _HALF_MORE.sub(lambda match: f"{_value(match[1]) + _PARTS[match[3]]:.6g} {match[2]}", text)
    return _PART_OF.sub(_part, text)


def _part(match: re.Match[str]) -> str:
    part = match[1] or match[3] or match[4] or match[6]
    return f"{_PARTS[part]:.6g} {match[2] or match[5] or match[7]}"


def _value(number: str) -> float:
    if number[0].isdigit():
        return float(number.replace(",", ""))
    return 1.0 if number in ("a", "an") else _total(number)


def _written(match: re.Match[str]) -> str:
    told = re.findall(r"[a-z]+", match[0])
    if not any(word in SMALL or word in _TENS or word in ("a", "an") for word in told):
        return match[0]  # "3 million", "thousands of"
    tail = match[0][len(match[0].rstrip(" -")) :]
    return f"{_total(match[0]):.15g}{' and' * (told[-1] == 'and')}{tail}"


def _total(words: str) -> float:
    total = part = 0.0
    for word in re.findall(r"[a-z]+", words):
        if word in SCALES:
            part = max(part, 1) * SCALES[word]
            if word != "hundred":
                total, part = total + part, 0.0
        else:
            part += SMALL.get(word, _TENS.get(word, 0))
    return total + part
