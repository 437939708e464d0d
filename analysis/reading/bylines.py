"""Who wrote it: byline lines above an article, notes on the author below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from analysis.reading.units import Unit

BYLINE = "byline"
DATE = "date line"
BOTTOM = 12
"""Units from the bottom in which notes on the author stand."""

_NAME = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|da|van|von|der|bin|al|el|la)){1,4}"
_NAMES = rf"{_NAME}(?:(?:,| and| &|, and) {_NAME})*"
_BY = re.compile(
    r"(?:by|By|BY|Written by|Words by|Story by|Report by|Author:|By:)\s+"
    rf"(?P<names>{_NAMES})(?:(?:,| in | for |\s?[|•·–—(-]).{{0,120}})?"
)
_ONLY_NAMES = re.compile(_NAMES)
_ROLE = re.compile(
    r"(?:\w+ ){0,4}(?:reporter|writer|correspondent|editor|columnist|bureau chief)s?(?:,? .{0,40})?", re.IGNORECASE
)
_ABOUT_AUTHOR = re.compile(
    rf"{_NAME} (?:is|are|was) (?:a|an|the|our)\b.{{0,200}}\b(?:reporter|correspondent|columnist|journalist|editor|"
    r"contributor|staff writer|author of|fellow)\b.{0,400}|about the authors?\b.{0,40}|"
    r"follow .{2,60} on (?:twitter|x|facebook|instagram|threads|bluesky)\b.{0,80}|"
    r".{0,60}e-?mail (?:address )?is \S+@.{0,80}"
)


def author_of(text: str) -> str | None:
    """The names in a byline ("By Ana Ruiz and Tom Hale, political editor"), or None."""
    match = _BY.fullmatch(text) if len(text) <= 200 else None
    return match.group("names") if match else None


def find_bylines(units: Sequence[Unit], reasons: Mapping[int, str], top: int) -> dict[int, str]:
    """Index -> reason, for bylines among the first ``top`` units and for notes on the author at the end."""
    found: dict[int, str] = {}
    for index, unit in enumerate(units[:top]):
        below_byline = index - 1 in found and _is_role(unit)
        if _is_by(unit) or below_byline or _is_name_above_credits(units, reasons, index):
            found[index] = BYLINE
    return found | _author_notes(units, reasons)


def _is_by(unit: Unit) -> bool:
    return not unit.ends_sentence and author_of(unit.text) is not None


def _is_role(unit: Unit) -> bool:
    return len(unit.text) <= 80 and not unit.ends_sentence and _ROLE.fullmatch(unit.text) is not None


def _is_name_above_credits(units: Sequence[Unit], reasons: Mapping[int, str], index: int) -> bool:
    """A line of names alone is a byline when a role or a date stands right below it."""
    text = units[index].text
    if index == 0 or len(text) > 80 or not _ONLY_NAMES.fullmatch(text) or index + 1 >= len(units):
        return False
    return reasons.get(index + 1) == DATE or _is_role(units[index + 1])


def _author_notes(units: Sequence[Unit], reasons: Mapping[int, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for index in range(len(units) - 1, max(0, len(units) - BOTTOM), -1):
        if len(units[index].text) <= 700 and _ABOUT_AUTHOR.fullmatch(units[index].text):
            found[index] = BYLINE
        elif index not in reasons:
            break
    return found
