"""Dates as pages write them -> ISO dates. Only full dates (day, month, year) that can be read in one way."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<iso_year>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?,? (?P<year>\d{{4}})"
    rf"|(?P<us_month>{_MONTH})\.? (?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<us_year>\d{{4}})"
    rf"|(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<num_year>\d{{4}}))(?:(?![\w/-])|(?=T\d\d:))",
    re.IGNORECASE,
)
_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?|\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2} ?[ap]m\b"
    r"|\b(?:gmt|utc|[a-z]{1,3}st|[a-z]{1,3}dt|[ecmp]t|cet)\b(?:\s?[+-]\d{1,2})?",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"\b\d{1,2}/\d{1,2}\b|\b(?:first|last|originally|article|story|published|publication|updated?|posted|modified|created|issued|date|on|"
    r"at|time|"
    r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"\d+ (?:second|minute|min|hour|day|week|month|year)s? ago|yesterday|today|\d+[- ]min(?:ute)?s? read)\b",
    re.IGNORECASE,
)


def find(text: str) -> str | None:
    """The first full date in ``text`` as ISO date, or None. ``3/4/2023``, which has two readings, is no date."""
    for match in _DATE.finditer(text):
        found = _iso(match)
        if found:
            return found
    return None


def parse(value: str) -> str | None:
    """``value`` (a date given with an article) as ISO date or date-time, or None where it cannot be read."""
    value = value.strip()
    if _ISO_TIME.fullmatch(value):
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return None
        return value.replace(" ", "T", 1)
    return find(value) if len(value) <= 60 else None


def is_date_line(text: str) -> bool:
    """True for a line that says nothing but when ("Published: 3 May 2023, 10:15 | Updated ...", "2 hours ago")."""
    if len(text) > 160 or not any(character.isdigit() for character in text):
        return False
    if not _DATE.search(text) and not re.search(r"\bago\b|\d{1,2}:\d\d|min(?:ute)?s? read", text, re.IGNORECASE):
        return False
    rest = _DATE_WORDS.sub("", _TIME.sub("", _DATE.sub("", text)))
    return not re.search(r"\w", rest)


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if parts["iso_year"]:
        numbers = (parts["iso_year"], parts["iso_month"], parts["iso_day"])
    elif parts["day"]:
        numbers = (parts["year"], _month(parts["month"]), parts["day"])
    elif parts["us_day"]:
        numbers = (parts["us_year"], _month(parts["us_month"]), parts["us_day"])
    else:
        numbers = _unambiguous(parts["a"], parts["b"], parts["num_year"])
    try:
        return date(*(int(number) for number in numbers)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _unambiguous(first: str, second: str, year: str) -> tuple[str, str, str]:
    """Day and month of ``13/5/2023`` or ``5/13/2023``; a month 0, which is no date, where both could be the month."""
    if first == second or int(first) > 12:
        return year, second, first
    return (year, first, second) if int(second) > 12 else (year, "0", "0")
