"""Dates and times of day."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from analysis.details.detail import ABOUT, EITHER_HALF, SAID, THROUGH, UNTIL, Detail
from analysis.details.numerals import SMALL
from analysis.ngrams import FUNCTION_WORDS

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEARLY = "january february march april may june july august september october november december"
_MONTHS = tuple(_YEARLY.split())
DAY_NAMES = (*_DAYS, *(day[:3] for day in _DAYS), "tues", "thur", "thurs")
MONTH_NAMES = (*_MONTHS, *(month[:3] for month in _MONTHS), "sept")
"""Names of weekdays and months, in full and cut, in small letters."""
_MONTH_NAME = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS if month != "may") + "|sept|may"
_NTH = "(?:st|nd|rd|th)?"
_TO = "(?: ?[-–] ?| to )"
_DATE = re.compile(
    rf"(?:\b(?P<in>in) )?\b(?:(?:(?P<since>\d{{1,2}}){_NTH}{_TO})?(?P<before>\d{{1,2}}){_NTH}(?: of)? )?"
    rf"(?P<month>{_MONTH_NAME})\b\.?"
    r"(?:(?(before)(?!))(?(in)(?! \d{1,2} (?:[a-z]{2,}s|people|men|women|children)\b))"
    rf" (?P<after>\d{{1,2}}){_NTH}\b(?![,.]?\d)"
    rf"(?:{_TO}(?P<to>\d{{1,2}}){_NTH}\b(?![,.:]?\d| ?[ap]\.?m| [a-z]*s\b))?)?"
)
"""Only one day stands beside a month ("On 5 March 20 people"); "In May 30 villages" tells no day."""
_ISO = re.compile(r"(?<![\w-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])")
_SLASHED_DATE = re.compile(r"(?<![\d/])([0-3]?\d)/([0-3]?\d)/((?:19|20)\d\d)(?![\d/])")
_MARCHING = re.compile(
    r"(?<!\d )(?<!\d(?:st|nd|rd|th) )(?<!\bin )(?<!since )(?<!until )(?<!early )(?<!late )(?<!last )(?<!next )"
    r"\bmarch\b(?! \d)"
)
"""A march of people: without a capital and without what stands beside a month."""
_MAY = re.compile(
    r"\b(?:in|of|since|by|until|late|early|last|next|this|mid) may\b|\bmay \d|\d(?:st|nd|rd|th)? (?:of )?may\b"
)
_BARE_MAY = re.compile(
    r"(?<![\w'’-])((?!(?:of|in|since|by|until|late|early|last|next|this|mid|on|and|or|to)\b)[a-z]{2,}) May\b"
    r"(?![’'-]| [A-Z\d])"
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Judge|Sen|Rep|Gov|Capt|Sgt|Chief|Mayor)\.?"
_AS_NAME = "Jan|March|April|May|June|August"
_NAME = re.compile(
    rf"\b(?:{_TITLE} |(?P<first>[A-Z][\w.-]*)(?:['’]s)? )(?:{_AS_NAME})\b(?!\.? \d)"
    rf"|(?<!\d )(?P<before>\b[\w'’-]+ )?\b(?:{_AS_NAME}) (?P<last>[A-Z][a-z]+)\b"
)
"""A month that may be a name: "Mr March", "Theresa May", "Jan Novak"."""
_MAYBE_NAME = re.compile(_AS_NAME)
_BEFORE_A_MONTH = FUNCTION_WORDS | {"last", "next", "late", "early", "mid", "since", "until", "during", "every", "each"}
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_HOURS_OF_DAY = {word: n for word, n in SMALL.items() if 1 <= n <= 12}
_HOUR = "|".join(_HOURS_OF_DAY)
_TOLD_CLOCK = re.compile(
    rf"\b(?P<minutes>five|ten|quarter|twenty|twenty-five|half)(?: minutes)? "
    rf"(?P<way>past|(?:(?<=\b(?:at|by) \w{{3}} )|(?<=\b(?:at|by) \w{{4}} )|(?<=\b(?:at|by) \w{{6}} )|(?<=quarter ))to) "
    rf"(?P<hour>{_HOUR})\b(?! \w+s\b)|\b(?P<full>{_HOUR}|\d{{1,2}}) o['’]clock\b"
)
"""The time in words: "ten past four", "at ten to nine", "nine o'clock". ("From ten to twenty" is none.)"""
_ZONE = (
    r"(?:,? ?\(?(?P<zone>[ecmp][sd]?t|gmt|utc|bst|cest|cet|eest|eet|msk|ist|jst|aest|aedt|eastern|pacific"
    r"|(?!this|that|next|last|local|some|same|first|prime|long)[a-z]{4,12}(?: standard| daylight| summer)?(?= time\b)"
    r")\b)?"
)
"""The zone after a time of day; "local time" is none that another article would name."""
_CLOCK = re.compile(
    r"(?:\b(?P<about>about|around|roughly|nearly|almost|(?:shortly |just |soon )?(?:before|after)) )?"
    rf"(?:(?:\b(?P<since>\d{{1,2}})(?:[:.]\d\d)?{_TO})?"
    r"\b(?P<hour>\d{1,2})(?:(?: ?: ?|\.)(?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?"
    r"|\b(?P<of_24>\d{1,2}):(?P<past>\d\d)\b(?P<open> oclock)?"
    r"|\b(?P<army>[01]\d|2[0-3])(?P<past_it>[0-5]\d)(?= ?(?:gmt|utc|hours|hrs|local time)\b)(?: hours| hrs)?"
    r"|(?:\b12 )?\b(?P<named>noon|midday|midnight)\b)" + _ZONE
)
_SHORT_DAYS = ("mon", "tue", "tues", "wed", "wednes", "thu", "thur", "thurs", "fri", "sat", "satur", "sun")
_WEEKDAY = re.compile(
    rf"\b(?:(?P<end>until|till|through|thru) )?(?P<day>{'|'.join(_SHORT_DAYS)})(?:day)?s?\b\.?"
)
_SAID = re.compile(
    r"\b(?:said|says|told (?:[a-z]+ ){1,2}?|added|wrote|tweeted|comment|interview|statement) ?(?:on |late |early )?$"
)
_PART = re.compile(r"\b(dawn|morning|afternoon|evening|night|overnight)\b")
_NEARNESS = re.compile(
    r"\b(yesterday|tomorrow)\b|\b(last|next) (?P<unit>week|month|year|summer|winter|spring|autumn)\b"
    r"|\b(this) (?P<now>month|year)\b"
)
"""What is over, what is to come, and what is both. "Today" is yesterday in an article of the next day."""
_SEASONS = ("spring", "summer", "autumn", "winter")
_SEASON = re.compile(
    rf"\b(?:this|next|last|early|late|mid|by|until|since|of|in)(?: the| late| early)? ({'|'.join(_SEASONS)})\b"
)
"""Without such a word before it "spring" may be a well."""
_YEAR = re.compile(r"(?<![$£€\d,.])\b((?:19|20)\d\d)(?:[-–/]\d\d){0,2}\b(?![,.]?\d)")
_DECADE = re.compile(r"(?<![$£€\d,.])\b((?:19|20)\d0)['’]?s\b")

_FAR_BACK = 40

Reader = Callable[[re.Match[str], str], list[Detail]]
"""Reads the details of a stretch; gets the text too."""


def without_names(text: str) -> str:
    """``text`` (as written) without the months that are somebody's name, and with "in" before a May of its own."""
    text = _BARE_MAY.sub(r"\1 in May", text)
    text = _MARCHING.sub("march_", text)
    return _NAME.sub(_unnamed, text) if _MAYBE_NAME.search(text) else text


def _unnamed(match: re.Match[str]) -> str:
    """The match where it is a date after all ("In May Parliament", "5 May Parliament"), else without the month."""
    before, following = (match["first"] or match["before"] or "").strip(), match["last"] or ""
    by_a_day = before[:1].isdigit() or {before.lower(), following.lower()} & set(_DAYS)
    return match[0] if by_a_day or before.lower() in _BEFORE_A_MONTH else f"{before} name {following}".strip()


def clock_in_digits(text: str) -> str:
    """"Twenty to three" -> "2:40 oclock"; before or after noon is left open."""
    return _TOLD_CLOCK.sub(_clock_in_digits, text)


def _clock_in_digits(match: re.Match[str]) -> str:
    if match["full"]:
        return f"{_HOURS_OF_DAY.get(match['full'], match['full'])}:00 oclock"
    minutes = 60 * _HOURS_OF_DAY[match["hour"]] + _MINUTES[match["minutes"]] * (1 if match["way"] == "past" else -1)
    return f"{(minutes // 60 - 1) % 12 + 1}:{minutes % 60:02d} oclock"


def _date(match: re.Match[str], text: str) -> list[Detail]:
    around = text[max(0, match.start() - 8) : match.end() + 2]
    if (match["month"] == "may" and not _MAY.search(around)) or (match["month"] == "mar" and not match["after"]):
        return []
    month = next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(match["month"][:3]))
    days = [int(day) for day in (match["since"], match["before"], match["after"], match["to"]) if day]
    return [Detail("month", month), *([_day(days[0], days[-1])] if days else [])]


def _day(first: int, last: int) -> Detail:
    return Detail("day of the month", first, to=last if last > first else None)


def _clock(match: re.Match[str], text: str) -> list[Detail]:
    zone, bound = match["zone"] or "", ABOUT if match["about"] else ""
    if match["named"]:
        return [Detail("clock", 0 if match["named"] == "midnight" else 12, bound, zone)]
    if match["army"]:
        return [Detail("clock", int(match["army"]) + int(match["past_it"]) / 60, bound, zone)]
    if match["of_24"]:
        hour = match["of_24"]
        either = not bound and 1 <= int(hour) <= 12 and hour[0] != "0"  # "9:15" may be in the evening
        half = EITHER_HALF if match["open"] or either else bound
        return [Detail("clock", int(hour) % 24 + int(match["past"]) / 60, half, zone)]
    since, hour = (int(match[name] or 0) % 12 + 12 * (match["half"] == "p") for name in ("since", "hour"))
    time = hour + int(match["minute"] or 0) / 60
    if match["since"] and since < time:
        return [Detail("clock", since, bound, zone, to=time)]
    return [Detail("clock", time, bound, zone)]


def _weekday(match: re.Match[str], text: str) -> list[Detail]:
    day = match["day"]
    if f"{day}day" not in match[0] and day in ("sat", "sun", "wed"):
        return []  # words of their own
    bound = (UNTIL if "til" in match["end"] else THROUGH) if match["end"] else ""
    noun = SAID if _SAID.search(text[max(0, match.start() - _FAR_BACK) : match.start()]) else ""
    return [Detail("weekday", next(n for n, name in enumerate(_DAYS) if name.startswith(day[:3])), bound, noun)]


def _part(match: re.Match[str], text: str) -> list[Detail]:
    parts = ("dawn morning", "", "afternoon", "evening night overnight")
    return [Detail("part of the day", next(n for n, words in enumerate(parts) if match[1] in words.split()))]


def _nearness(match: re.Match[str], text: str) -> list[Detail]:
    if match["now"]:
        return [Detail("nearness", 0, noun=match["now"])]
    unit = match["unit"] if match["unit"] in ("week", "month", "year") else ""
    return [Detail("nearness", -1 if (match[1] or match[2]) in ("yesterday", "last") else 1, noun=unit)]


def _season(match: re.Match[str], text: str) -> list[Detail]:
    return [Detail("season", _SEASONS.index(match[1]))]


def _year(match: re.Match[str], text: str) -> list[Detail]:
    return [Detail("year", int(match[1]))]


def _iso(match: re.Match[str], text: str) -> list[Detail]:
    return [Detail("year", int(match[1])), Detail("month", int(match[2])), Detail("day of the month", int(match[3]))]


def _decade(match: re.Match[str], text: str) -> list[Detail]:
    return [Detail("decade", int(match[1]))]


def _slashed(match: re.Match[str], text: str) -> list[Detail]:
    """Which of the first two is the day, the country decides; as written they are one date or two."""
    written = 100 * int(match[1]) + int(match[2])
    return [Detail("year", int(match[3])), Detail("written date", written)]


READERS: Sequence[tuple[re.Pattern[str], Reader]] = (
    (_ISO, _iso),
    (_SLASHED_DATE, _slashed),
    (_CLOCK, _clock),
    (_DATE, _date),
    (_DECADE, _decade),
    (_YEAR, _year),
    (_WEEKDAY, _weekday),
    (_PART, _part),
    (_SEASON, _season),
    (_NEARNESS, _nearness),
)
"""Patterns of dates and what reads them, in the order in which they are looked for."""
DATE_WORDS = frozenset({
    *MONTH_NAMES, *(f"{day}{end}{s}" for day in _SHORT_DAYS for end in ("", "day") for s in ("", "s")),
    *("noon", "midday", "midnight", "dawn", "morning", "afternoon", "evening", "night", "overnight"),
    *("yesterday", "tomorrow", "last", "next", "this", *_SEASONS),
})
"""Without a digit, one of them stands in whatever the readers find."""
READ_AGAIN = frozenset({_PART, _SEASON, _NEARNESS})
"""Those whose stretches may hold other details too."""
