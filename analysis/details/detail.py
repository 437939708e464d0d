"""A figure or date, and whether two of them may be one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

DATES = frozenset(
    {"weekday", "month", "day of the month", "year", "decade", "clock", "part of the day", "nearness", "season"}
)
"""The kinds that tell when; the others tell how many."""
VAGUE = "order of magnitude"
"""The kind of "dozens" and "hundreds of thousands"; ``value`` is 10, 100,000."""
LABEL = "label"
"""The kind of a number that is part of a name ("Flight 370"); ``noun`` is the word before it."""
SCORE = "score"
"""The kind of a result ("3-1"): the higher figure and, in ten-thousandths, the lower."""
_EXACT = DATES | {SCORE} | {LABEL, VAGUE, "times", "period", "quarter", "change", "by or to", "written date"}
_OF_A_FIGURE = frozenset({"by or to"})
"""Kinds that tell how a figure is meant, which is ``noun``: "by 12" and "to 40" may both hold."""
EITHER_HALF = "before or after noon"
"""The bound of a time of day that is told without saying which half of the day it is in."""
ABOUT = "about"
"""The bound of a time of day that is told as near another ("shortly before nine")."""
SAID = "said"
"""The noun of a weekday on which something was said, which need not be that of what is told."""
UNTIL, THROUGH = "until", "through"
"""The bounds of a weekday at which something ends: "until Monday" is "through Sunday"."""
_NOT_LESS = {f"{no} {less} than" for no in ("no", "not") for less in ("fewer", "less")}
_AS_FEW, _AS_MANY = {"as few as", "as little as"}, {"as many as", "as much as"}
_INCLUSIVE = {"at least", "at most", "up to", "no more than", "not more than"} | _NOT_LESS | _AS_MANY | _AS_FEW
"""Bounds that the figure itself keeps."""
_NO_ROUNDING = frozenset({"at least", "at most"} | _NOT_LESS)
_FROM_BELOW = frozenset({"more than", "over", "above", "upwards of", "at least"} | _NOT_LESS | _AS_FEW)
_FROM_ABOVE = frozenset(
    {"less than", "fewer than", "under", "up to", "at most", "no more than", "not more than"} | _AS_MANY
)
_NOT_QUITE = frozenset({"nearly", "almost"})
_NEAR, _ABOUT = 0.05, 0.1
"""Relative differences up to which a rounded figure agrees with an exact one: without a word for it, and with "about"
where the exact one has more digits ("some 30", 32)."""
_BEYOND = 1.25
"""How many times "more than 50" an exact figure may be that it is a rounder telling of; of "fewer than 50" a part
likewise. "At least 5" is a figure that may rise, and no rounder telling of 6; nor is one bound of another."""
_FURTHEST = 5.0
"""The larger of two figures of one thing is at most so many times the smaller."""
_SOON = 30
"""Minutes that a time told as "about nine" may be away from it."""
_EXCHANGED = 2.5
"""The larger of two amounts in different great currencies is at most so many times the smaller, if they are one."""
_DOZENS, _MANY = 2, 20
""""Dozens" are from 20 on; what is said to be hundreds is at most so many times a hundred."""
_MILLION = 1e6
_OF_HUNDRED = {"percent", "percentage points"}
_GREAT = frozenset({"dollar", "euro", "pound"})


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure or date: its kind, its value in the kind's unit, the words "about" or "more than" before it, the noun
    it counts (of a time of day the zone), the upper end of a range (``value`` is then the lower), the currency of
    money ("" where unknown) and the words behind a count, of which the noun is the first."""

    kind: str
    value: float
    bound: str = ""
    noun: str = ""
    to: float | None = None
    currency: str = ""
    phrase: frozenset[str] = frozenset()


def differing(first: Sequence[Detail], second: Sequence[Detail]) -> str | None:
    """Either "date" or "figure" where each side has a detail of one kind that the other contradicts, else None.

    A detail that only one side tells is no contradiction. Where other figures agree, two counts of different things
    ("3 dead", "4 towns") are none either.
    """
    left, right = _unmatched(first, second), _unmatched(second, first)
    agreed = len(left) < len(first)
    for one in left:
        for other in right:
            if _like(one, other) and not (_of_others(one, other) and (agreed or one.kind == LABEL)):
                return "date" if one.kind in DATES else "figure"
    return "figure" if _exchanged(first, second) or _of_another_size(first, second) else None


def _of_another_size(first: Sequence[Detail], second: Sequence[Detail]) -> bool:
    """Whether all that is counted is told vaguely in one and exactly in the other, and is of another size: "dozens",
    "six"."""
    counted = [[each for each in side if each.kind in ("count", VAGUE)] for side in (first, second)]
    if [len(side) for side in counted] != [1, 1] or {counted[0][0].kind, counted[1][0].kind} != {"count", VAGUE}:
        return False
    vague, exact = sorted((side[0] for side in counted), key=lambda each: each.kind == "count")
    least = vague.value * (_DOZENS if vague.value == 10 else 1)
    return not least * (1 - _ABOUT) <= exact.value < least * _MANY


def _of_others(one: Detail, other: Detail) -> bool:
    """Whether two details count different things: "3 dead", "4 towns", but not "2 large mills", "3 mills"."""
    return one.noun != other.noun and one.phrase.isdisjoint(other.phrase)


def _like(one: Detail, other: Detail) -> bool:
    """Of one kind, the same number of percent and of percentage points, or money and millions of what is not said."""
    if {one.kind, other.kind} == {"count", "money"}:
        return all(each.kind == "money" or (not each.noun and each.value >= _MILLION) for each in (one, other))
    return one.kind == other.kind or ({one.kind, other.kind} == _OF_HUNDRED and one.value == other.value)


def _exchanged(first: Sequence[Detail], second: Sequence[Detail]) -> bool:
    """Whether two things are counted the other way round: "200 cars and 30 buses", "30 cars and 200 buses"."""
    mine, theirs = ({each.noun: each.value for each in side if each.kind == "count" and each.noun}
                    for side in (first, second))
    same = sorted(mine.values()) == sorted(theirs.values())
    return same and len(mine) > 1 and any(mine[noun] != theirs[noun] for noun in mine.keys() & theirs.keys())


def _unmatched(details: Sequence[Detail], others: Sequence[Detail]) -> list[Detail]:
    """Those that none of the others agrees with; where the other side counts the same thing, none of these."""
    found = []
    for one in details:
        same = [other for other in others if one.noun and one.kind == other.kind == "count" and one.noun == other.noun]
        if not any(agree(one, other) for other in same or others):
            found.append(one)
    return found


def agree(one: Detail, other: Detail) -> bool:
    """Whether two details may be one: the same value, one within the range of the other, or a rounder telling of it."""
    kinds = {one.kind, other.kind}
    if len(kinds) > 1:
        return "count" in kinds and not kinds & DATES and one.value == other.value
    if one.kind == other.kind and one.kind in _OF_A_FIGURE and one.noun != other.noun:
        return True
    if one.kind == other.kind and one.kind in DATES:
        return _same_date(one, other)
    if one.currency and other.currency and one.currency != other.currency:
        if one.currency.endswith(f" {other.currency}") or other.currency.endswith(f" {one.currency}"):
            return True  # "$" may be any dollar
        return _may_be_exchanged(one, other)
    if _opposed(one, other) or _other_range(one, other):
        return False
    one, other = _nearest(one, other)
    return one.value == other.value or (one.kind not in _EXACT and (_rounds(one, other) or _rounds(other, one)))


def _opposed(one: Detail, other: Detail) -> bool:
    """"More than 100" and "fewer than 100", or "nearly 100"."""
    bounds = {one.bound, other.bound}
    if bounds <= _INCLUSIVE:
        return False
    below = bounds & (_FROM_ABOVE | _NOT_QUITE)
    return one.value == other.value and bool(bounds & _FROM_BELOW) and bool(below)


def _other_range(one: Detail, other: Detail) -> bool:
    """Whether both tell a range, with one end in common and the other not: "10 to 20" and "10 to 30"."""
    if one.to is None or other.to is None:
        return False
    same = [abs(a - b) <= _NEAR * max(abs(a), abs(b)) for a, b in zip(_span(one), _span(other), strict=True)]
    return any(same) and not all(same)


def may_both_hold(one: Detail, other: Detail) -> bool:
    """Whether two details agree, or a bound is kept however loosely: "fewer than 100" and "60" do not contradict each
    other, but are not taken for one."""
    if agree(one, other):
        return True
    if one.kind != other.kind or one.kind in _EXACT or one.currency != other.currency:
        return False
    return _keeps(one, other) or _keeps(other, one)


def _keeps(bounded: Detail, other: Detail) -> bool:
    low, high = _span(other)
    if bounded.bound in _FROM_BELOW:
        return low > bounded.value and other.bound not in _FROM_ABOVE
    return bounded.bound in _FROM_ABOVE and high < _span(bounded)[1] and other.bound not in _FROM_BELOW


def comparable(one: Detail, other: Detail) -> bool:
    """Whether two details contradict each other and are of one size, if figures: a figure many times the other tells of
    another thing."""
    smaller, larger = sorted((abs(one.value), abs(other.value)))
    if one.kind == LABEL and one.noun != other.noun:
        return False
    near = one.kind in _EXACT or larger <= _FURTHEST * smaller
    return one.kind == other.kind and near and not may_both_hold(one, other)


def _nearest(one: Detail, other: Detail) -> tuple[Detail, Detail]:
    """Both with the value of their ranges that is nearest to the other."""
    if one.to is None and other.to is None:
        return one, other
    (low, high), (start, end) = _span(one), _span(other)
    if low <= end and start <= high:
        low = high = start = end = max(low, start)
    elif high < start:
        low, end = high, start
    else:
        high, start = low, end
    return replace(one, value=low, to=None), replace(other, value=end, to=None)


def _span(one: Detail) -> tuple[float, float]:
    return one.value, one.value if one.to is None else one.to


def _same_date(one: Detail, other: Detail) -> bool:
    """Whether two dates may be one. The ends of two ranges must be the same: "3 to 5 May" is not "3 to 6 May"."""
    if one.kind == "clock" and one.to is None and other.to is None:
        return _same_time(one, other)
    if one.kind == "weekday" and one.noun != other.noun:
        return True
    if {one.bound, other.bound} == {UNTIL, THROUGH}:
        until, through = (one, other) if one.bound == UNTIL else (other, one)
        return until.value == (through.value + 1) % 7 or until.value == through.value
    if one.to is not None and other.to is not None:
        return _span(one) == _span(other)
    if one.kind == "nearness" and one.noun and other.noun and one.noun != other.noun:
        return 0 in (one.value, other.value)  # last week may lie in this month
    low, high = max(one.value, other.value), min(_span(one)[1], _span(other)[1])
    return low <= high


def _same_time(one: Detail, other: Detail) -> bool:
    if one.noun != other.noun:
        return True  # which is which hour in the other zone the texts do not say
    around = 720 if EITHER_HALF in (one.bound, other.bound) else 1440
    away = abs(round(60 * one.value) - round(60 * other.value)) % around
    return min(away, around - away) <= (_SOON if ABOUT in (one.bound, other.bound) else 0)


def _may_be_exchanged(one: Detail, other: Detail) -> bool:
    """Whether amounts in two currencies may be one: not where the figure is the same, nor, of great currencies, where
    one is many times the other."""
    smaller, larger = sorted((abs(one.value), abs(other.value)))
    great = {one.currency, other.currency} <= _GREAT
    return smaller != larger and (not great or larger <= _EXCHANGED * smaller)


def _rounds(rounded: Detail, exact: Detail) -> bool:
    """Whether ``rounded`` may be a rounder telling of ``exact``."""
    if rounded.value * exact.value < 0:
        return False
    beyond = 1 + _NEAR if rounded.bound in _NO_ROUNDING or _bounded(rounded) == _bounded(exact) != 0 else _BEYOND
    if _bounded(rounded) > 0:
        return rounded.value < exact.value <= rounded.value * beyond
    if _bounded(rounded) < 0:
        return rounded.value / beyond <= exact.value < rounded.value
    if not rounded.bound and abs(exact.value) < 100 and exact.value == int(exact.value):
        return False
    away = abs(rounded.value - exact.value) / max(abs(rounded.value), abs(exact.value))
    fewer = _digits(rounded) < _digits(exact)
    if rounded.bound:
        return away <= (_ABOUT if fewer else _NEAR)
    return fewer and away <= _NEAR


def _bounded(one: Detail) -> int:
    """1 where the figure is bounded from below, -1 where from above, else 0."""
    return (one.bound in _FROM_BELOW) - (one.bound in _FROM_ABOVE)


def _digits(one: Detail) -> int:
    """Digits that carry what is told; of a length of time those in hours, minutes or seconds, the first of which it is
    a whole number: "two hours and five minutes" is no rounder than "two hours and nine minutes"."""
    if one.kind != "length of time":
        return digits(one.value)
    told = (one.value * seconds for seconds in (1, 60, 3600))
    return digits(next((value for value in told if abs(value - round(value)) < 1e-6), one.value))


def digits(value: float) -> int:
    """Digits that carry the value: 1 for 4,000, 3 for 6.12."""
    return len(f"{abs(value):.6f}".replace(".", "").strip("0"))
