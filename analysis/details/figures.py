"""Figures: how many, how much, how long, how old; alone or as a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from analysis.details.detail import SCORE, Detail
from analysis.details.numerals import HOURS, METRES, ORDINALS, SCALES
from analysis.details.units import FACTORS, SCALES_OF_HEAT
from analysis.ngrams import FUNCTION_WORDS

BOUND = (
    "not? more than|not? (?:fewer|less) than|more than|over|at least|above|upwards of|less than|fewer than|under|up to"
    "|at most|as many as|as much as|as few as|as little as|nearly|almost|about|around"
    "|roughly|some|approximately|close to|an estimated"
)
"""Words before a figure that make it a bound or a rounder telling, as a pattern in small letters."""
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "dozen": 12.0, **SCALES}
_SHORT_SCALES |= {"mil": 1e6, "mln": 1e6, "bil": 1e9, "bln": 1e9, "trn": 1e12}
_SHORT_SCALES |= {"lakh": 1e5, "crore": 1e7}
_SCALE = "lakh|crore|hundred|thousand|million|billion|trillion|dozen|k|mil|mln|mn?|bil|bln|bn?|trn|tn"
_COINS = {"dollar": "dollar", "cent": "dollar", "euro": "euro", "pound": "pound", "pence": "pound", "crown": "crown"}
_COINS |= {"us$": "dollar", "$": "dollar", "£": "pound", "€": "euro"}
_OTHER_COINS = "rupee yen yuan ruble rouble franc peso lira shekel zloty krona krone dirham riyal rand rupiah naira"
_COINS |= {coin: coin for coin in _OTHER_COINS.split()}
_DOLLARS = {"c": "canadian", "ca": "canadian", "cad": "canadian", "a": "australian", "au": "australian"}
_DOLLARS |= {"aud": "australian", "nz": "new zealand", "hk": "hong kong", "s": "singapore", "sg": "singapore"}
_DOLLARS |= {"nt": "taiwan", "mx": "mexican", "j": "jamaican"}
_HOME = frozenset({"", "us", "u.s.", "american", "british"})
"""Words before the name of a coin that name the one usually meant."""
_SMALL_COINS = ("cent", "pence")
_WHOSE = r"(?:(?:us|u\.s\.|hong kong|new zealand|singapore|[a-z]{2,12}(?:an|ish|ese))[ -])?"
"""Whose coin it is: "Canadian dollars"."""
_UNIT = r"\s?%|[ -]per ?cent\b|[ -]percentage|[ -]" + _WHOSE + r"(?:" + "|".join(
    rf"{coin}s?" for coin in _COINS if coin.isalpha()) + r")\b"
_SIGN = r"(?<![a-z])(?:us|" + "|".join(_DOLLARS) + r")\$|[$£€]"
_MINUS = r"(?<!\S)(?:[-−]|minus )"
_COMMA = rf"\d{{1,3}},\d{{1,2}}(?=[ -]?(?:{_SCALE})\b|{_UNIT})"
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|{_COMMA}|\d{{1,15}}(?!\d)(?:\.\d+)?"
_LOW = (
    rf"(?P<between>between )?(?P<low_minus>{_MINUS})?(?P<low_sign>{_SIGN})?(?<![\w.,])(?P<low>{_NUMBER})"
    rf"(?:[ -]?(?P<low_scale>{_SCALE})\b)?(?P<low_unit>{_UNIT})?(?P<join> ?[-–—] ?|-? to |-to-|-? or (?:even )?| and )"
)
_FIGURE = re.compile(
    rf"(?:\b(?P<bound>{BOUND})\s)?(?:{_LOW}(?=(?:{_SIGN})?\d))?"
    rf"(?P<minus>{_MINUS})?(?:(?P<sign>{_SIGN})\s?)?"
    rf"(?<![\w.,])(?P<number>{_NUMBER})(?P<nth>st|nd|rd|th)?"
    rf"(?:[ -]?(?P<scale>{_SCALE})\b)?(?P<unit>{_UNIT})?"
    r"(?:[ -](?P<noun>[a-z]+)(?:[ -](?P<next>olds?)\b)?)?"
)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b(?! of)")
_AGE = re.compile(
    r"(?<=[^\W\d_], )(?:[1-9]\d?|1[01]\d)(?=, [^\W\d])|(?<=\baged )\d{1,3}\b|(?<=\bage of )\d{1,3}\b"
)
"""The age of somebody named, set off by commas ("Teviot, 44, said"), or said to be one ("aged 44")."""
_SIZES = frozenset({"high", "tall", "long", "wide", "deep", "thick", "away", "square"})
_OF_PEOPLE = frozenset({"crowd", "population", "majority", "strong", "march", "rally", "deal", "fine", "sum", "bill"})
"""Words after "a 1.2m" of which there are millions, so that it is no measure."""
_MEASURE_OF = re.compile(
    r"\b(magnitude|score|rating|reading|level|rate|speed|turnout|index|grade|average|mark|pressure|capacity) of ?$"
)
"""What a figure without a noun behind it is a figure of: "a magnitude of 6.3"."""
_SCORE = re.compile(
    r"\b(?:w[io]n|los[et]|lost|beat|beaten|defeat\w*|drew|lead|led|scor\w+|vot\w+|rul\w+|tied)\b[^.;]{0,30}$"
)
_HIGHEST_SCORE = 999
_DASHES = frozenset("-–—")
_DIALLED = re.compile(r"[-–—]\d")
_WIDEST = 10
"""How many times its lower end the upper end of a range is at most."""
_FAR_BACK = 40
_WORDS = re.compile(r"[a-z]+|[.,;:]")
_LONGEST_PHRASE = 4


def figures(text: str) -> Iterator[Detail]:
    """All figures of ``text``: small letters, numbers in digits, dates taken out."""
    rest, aged = _AGE.sub(" ", text), _AGE.findall(text)
    yield from (Detail("age", int(years)) for years in aged)
    yield from (Detail("place in a row", n) for n in sorted({ORDINALS[word] for word in _ORDINAL.findall(rest)}))
    for match in _FIGURE.finditer(rest):
        yield from _read(match, rest)


def _read(match: re.Match[str], text: str) -> Iterator[Detail]:
    """The figure, or the range, or the two figures that are no range ("from 10 to 12")."""
    last = _figure(match, text, _value(match, ""))
    if not match["low"]:
        yield last
        return
    start, own = match.start("low"), _value(match, "low_")
    scale = 1.0 if match["low_scale"] else _factor(match, "")
    shared = own * scale if own * scale < _value(match, "") else own
    before = text[max(0, start - _FAR_BACK) : start]
    if _is_range(match, before) and shared < _value(match, "") and (last.kind != "count" or not match["low_unit"]):
        whole = _figure(match, text, shared)
        yield Detail(whole.kind, whole.value, whole.bound, whole.noun, last.value, whole.currency)
    else:
        yield _low(match, before, own, last)
        yield last
        yield from _score(match, before)


def _score(match: re.Match[str], before: str) -> Iterator[Detail]:
    """The two figures as one result, whoever's is told first: "won 3-1", "lost 1-3", "by 88 votes to 61"."""
    ends = [match["low"], match["number"]]
    small = all(end.isdigit() and int(end) <= _HIGHEST_SCORE for end in ends)
    plain = small and not match["sign"] and not match["unit"]
    joined = match["join"].strip() in _DASHES or _SCORE.search(before)
    if plain and joined and not before.rstrip().endswith(("from", ",", "/")) and not _is_dialled(match, before):
        low, high = sorted(map(int, ends))
        yield Detail(SCORE, high + low / (10 * _HIGHEST_SCORE))


def _low(match: re.Match[str], before: str, own: float, last: Detail) -> Detail:
    """The first of two figures that are no range; of a change ("from 10 to 12 percent") it has the second's unit."""
    sign = match["low_sign"]
    unit = _unit(match["low_unit"])
    if not sign and not unit and before.endswith("from ") and last.kind == "percent":
        return Detail("percent", own, match["bound"] or "")
    return _of_kind(own, unit, sign or "", match["bound"] or "", "")


def _is_range(match: re.Match[str], before: str) -> bool:
    """Whether two figures joined by a dash or "to" are the ends of one: no change, no score, no list."""
    join, wide = match["join"].strip(), _value(match, "") > _WIDEST * _value(match, "low_") * _factor(match, "")
    if join == "and" or match["between"]:
        return bool(match["between"]) and join == "and"
    if before.rstrip().endswith(("from", ",", "/")) or wide or match["nth"] or _in_two_units(match):
        return False
    if _is_dialled(match, before):
        return False
    return not _SCORE.search(before)


def _is_dialled(match: re.Match[str], before: str) -> bool:
    """Whether more figures hang on with dashes, or both are the parts of a number to dial: "555-688-4068"."""
    if len(match["low"]) == 3 and len(match["number"]) == 4 and match["number"].isdigit():
        return True
    return _DIALLED.match(match.string, match.end("number")) is not None or before[-1:] in _DASHES


def _in_two_units(match: re.Match[str]) -> bool:
    """Whether each has a unit and not the same: "fell 1.3 percent to $12.40"."""
    low, last = ((_unit(match[f"{which}unit"]), match[f"{which}sign"] or "") for which in ("low_", ""))
    return any(low) and any(last) and low != last and not (low[1] and last[1])


def _factor(match: re.Match[str], which: str) -> float:
    return 1.0 if which == "" and _is_metres(match) else _SHORT_SCALES.get(match[f"{which}scale"] or "", 1.0)


def _value(match: re.Match[str], which: str) -> float:
    written = match[which.strip("_") or "number"]
    value = _plain(written)
    if not match[f"{which}scale"] and not match[f"{which}unit"] and _counts_thousands(match, written):
        value *= 1000
    return value * _factor(match, which) * (-1 if match[f"{which}minus"] else 1)


def _plain(written: str) -> float:
    """"1,200" has thousands set apart, "1,5" a comma before the decimals."""
    return float(written.replace(",", "." if re.fullmatch(r"\d+,\d{1,2}", written) else ""))


def _counts_thousands(match: re.Match[str], written: str) -> bool:
    """"1.200 people": nobody counts people in thousandths."""
    noun = match["noun"] or ""
    whole = re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", written) and not match["sign"] and not match["unit"]
    return bool(whole) and len(noun) > 2 and noun.endswith(("s", "people", "men", "women", "children")) and not (
        noun.removesuffix("s") in HOURS or noun.removesuffix("s") in METRES or noun in ("times", "points", "degrees")
    )


def _is_metres(match: re.Match[str]) -> bool:
    """"A 1.2m wall", "1.2m high": no millions."""
    if match["scale"] != "m" or match["sign"] or match["unit"]:
        return False
    noun, before = match["noun"] or "", match.string[max(0, match.start("number") - 4) : match.start("number")]
    if noun in _SIZES:
        return True
    attributive = re.search(r"\b(?:an?|the) $", before) and len(noun) > 2 and not noun.endswith(("s", "ed"))
    return bool(attributive) and noun not in _OF_PEOPLE and _plain(match["number"]) < 1000


def _figure(match: re.Match[str], text: str, value: float) -> Detail:
    unit, noun, bound = _unit(match["unit"]), _noun(match, text), match["bound"] or ""
    if match["nth"]:
        return Detail("place in a row", value)
    if _is_metres(match):
        return Detail("distance", value, bound)
    if not unit and noun == "year" and match["next"]:
        return Detail("age", value)
    found = _of_kind(value, unit, match["sign"] or match["low_sign"] or "", bound, noun)
    return replace(found, phrase=_phrase(text, match.start("noun"))) if found.kind == "count" and noun else found


def _noun(match: re.Match[str], text: str) -> str:
    """The word behind the figure, or that before it which it is a figure of."""
    before = _MEASURE_OF.search(text[max(0, match.start() - _FAR_BACK) : match.start()])
    noun = "" if match["noun"] in FUNCTION_WORDS else match["noun"] or ""
    return before[1] if before else noun.removesuffix("s")


def _phrase(text: str, start: int) -> frozenset[str]:
    """The noun and the words that follow it up to one of the closed classes."""
    near = _WORDS.findall(text[start : start + _FAR_BACK])[:_LONGEST_PHRASE]
    return frozenset(word.removesuffix("s") for word in takewhile(_is_open, near))


def _is_open(word: str) -> bool:
    return word.isalpha() and word not in FUNCTION_WORDS


def _unit(written: str | None) -> str:
    return (written or "").strip().lstrip("-")


def _of_kind(value: float, unit: str, sign: str, bound: str, noun: str) -> Detail:
    if unit == "percentage" and noun == "point":
        return Detail("percentage points", value, bound)
    if unit.startswith(("%", "per")):
        return Detail("percent", abs(value), bound)
    if sign or unit:
        whose, _, coin = unit.removesuffix("s").rpartition(" ")
        whole = value / (100 if coin in _SMALL_COINS else 1)
        return Detail("money", whole, bound, currency=_currency(sign, whose, coin))
    if noun in HOURS:
        return Detail("length of time", value * HOURS[noun], bound)
    if noun in FACTORS:
        kind, factor = FACTORS[noun]
        return Detail(kind, value * factor, bound)
    if noun in SCALES_OF_HEAT:
        return Detail("temperature", SCALES_OF_HEAT[noun](value), bound)
    if noun in METRES:
        return Detail("distance", value * METRES[noun], bound)
    return Detail("count", value, bound, noun)


def _currency(sign: str, whose: str, coin: str) -> str:
    """"dollar" for "$" and "US dollars", "canadian dollar" for "C$"; which dollar "$" is the place decides."""
    if sign:
        whose, coin = _DOLLARS.get(sign.removesuffix("$"), ""), sign[-1]
    known = _COINS.get(coin, "")
    return known if whose in _HOME or not known else f"{whose} {known}"
