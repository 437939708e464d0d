"""Counts, dates and lists in words, as the pages print them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")


def count(number: int, noun: str, plural: str | None = None) -> str:
    """``count(2, "story", "stories")`` -> "2 stories"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None where there is none or it cannot be read."""
    try:
        return datetime.fromisoformat(published).date() if published else None
    except ValueError:
        return None


def day(moment: date) -> str:
    """3 March 2026."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def moment(published: str | None) -> str:
    """ "12 March 2026, 10:40", the day alone where no hour is known, or "date unknown"."""
    found = day_of(published)
    if found is None:
        return "date unknown"
    stamp = datetime.fromisoformat(published or "")
    has_hour = len(published or "") > len("2026-03-12")
    return f"{day(found)}, {stamp:%H:%M}" if has_hour else day(found)


def days(published: Iterable[str | None]) -> str:
    """The days of several articles in words: "12 and 13 March 2026", "9 to 11 March 2026", "date unknown"."""
    found = sorted({known for known in map(day_of, published) if known is not None})
    if not found:
        return "date unknown"
    first, last = found[0], found[-1]
    if first == last:
        return day(first)
    joint = "and" if len(found) == 2 else "to"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {joint} {day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} {joint} {day(last)}"
    return f"{day(first)} {joint} {day(last)}"
