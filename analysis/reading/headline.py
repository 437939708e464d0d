"""The headline of a bare text, where it has one. A text without one gets None, never its first sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.reading.units import Unit, is_cut_off

MAX_WORDS = 25
MAX_CHARACTERS = 200
LABEL_WORDS = 2
"""Up to so many words, a line above the headline is a section label ("World", "Local news")."""
SEARCHED = 8
"""Kept units from the top among which the headline is looked for."""

_RUNNING_ON = (".", ":", ";", ",", "-", "–", "—")


def find_headline(units: Sequence[Unit], reasons: Mapping[int, str]) -> int | None:
    """Index of the headline: the first short line without a full stop that stands above running text."""
    kept = [index for index in range(len(units)) if index not in reasons]
    for position, index in enumerate(kept[:SEARCHED]):
        unit = units[index]
        below = [units[other] for other in kept[position + 1:]]
        if is_heading_mark(unit.text) and below:
            return index
        if not _could_be(unit) or not any(other.is_prose and len(other.text) > len(unit.text) for other in below):
            return None
        if kept[position + 1] == index + 1 and below[0].text[0].islower():
            return None
        if unit.words > LABEL_WORDS:
            return index
    return None


def is_heading_mark(text: str) -> bool:
    """True for a markdown heading of the first rank."""
    return text.startswith("# ") and len(text) > 2


def _could_be(unit: Unit) -> bool:
    text = unit.text.rstrip("\"'”’»)]")
    short = unit.words <= MAX_WORDS and len(unit.text) <= MAX_CHARACTERS
    return short and unit.words > 0 and not text.endswith(_RUNNING_ON) and not is_cut_off(unit.text)
