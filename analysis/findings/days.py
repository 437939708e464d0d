"""How far apart in time articles appeared: what was news one day is told otherwise, or not at all, some days later."""

from __future__ import annotations

from datetime import datetime, timedelta

_DATE = len("2031-03-12")


def within_a_day(one: str | None, other: str | None) -> bool:
    """Whether two ISO dates, with the hour where it is known, lie less than a day apart; dates alone have to be equal.

    True where either is not known: nothing speaks against it.
    """
    first, second = _moment(one), _moment(other)
    if one is None or other is None or first is None or second is None or first.date() == second.date():
        return True
    return min(len(one), len(other)) > _DATE and abs(first - second) < timedelta(days=1)


def days_apart(one: str | None, other: str | None) -> int:
    """From date to date; 0 where either is not known."""
    first, second = _moment(one), _moment(other)
    return abs((first.date() - second.date()).days) if first and second else 0


def _moment(published: str | None) -> datetime | None:
    """Zones are left aside: an article is read on the day on which it appeared where it appeared."""
    try:
        return datetime.fromisoformat(published).replace(tzinfo=None) if published else None
    except ValueError:
        return None
