"""What a single line is when it is not article, told by the line alone.

The whole line must have the shape, so that a sentence that merely mentions comments or cookies is never touched.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.reading.bylines import BOTTOM, DATE, find_bylines
from analysis.reading.dates import is_date_line
from analysis.reading.margins import header_end, spaced_menu
from analysis.reading.patterns import CAPTION, COMMENTS, FURNITURE, GALLERY, LABEL, LINE_PATTERNS, RELATED, SOURCE
from analysis.reading.units import Unit

MAX_CHARACTERS = 600
"""Longer lines are never furniture."""

TOP = 8
"""Units from the top in which bylines, dates and section labels stand, even below a standfirst."""

_DECORATION = "[]()<>«»*_=~–—- \t"
_TRAILING = " \t.!:…*>»→›|▼▾+"


def label_lines(units: Sequence[Unit]) -> dict[int, str]:
    """Index -> reason, for the units whose own shape tells that they are not article."""
    top = max(TOP, header_end(units))
    reasons: dict[int, str] = {}
    for index, unit in enumerate(units):
        reason = line_reason(unit.text)
        if reason == LABEL and index >= top and unit.text.lower() == "comment":
            reason = COMMENTS
        if reason and not _out_of_place(reason, index, units, top):
            reasons[index] = reason
    return find_bylines(units, reasons, top) | reasons


def line_reason(text: str) -> str | None:
    """Why a line is not article, or None where its shape does not tell."""
    if GALLERY.search(text):
        return CAPTION
    if len(text) > MAX_CHARACTERS:
        return None
    if is_date_line(text):
        return DATE
    if spaced_menu(text):
        return FURNITURE
    bare = text.strip(_DECORATION).rstrip(_TRAILING)
    for reason, pattern in LINE_PATTERNS:
        if pattern.fullmatch(text) or (bare and pattern.fullmatch(bare) and not _is_sentence(reason, text)):
            return reason
    return None


def _out_of_place(reason: str, index: int, units: Sequence[Unit], top: int) -> bool:
    """The first line may be a headline ("Sources: ..."); within the text a date may head a part of a chronology."""
    if index == 0 and reason in (RELATED, SOURCE) and ":" in units[0].text:
        return units[0].words > 5
    if reason == LABEL:
        return index >= top
    return reason == DATE and top <= index < len(units) - BOTTOM


def _is_sentence(reason: str, text: str) -> bool:
    """Guards the two groups of patterns with open ends against running prose that begins alike."""
    ends = text.endswith((".", "!", "?"))
    if reason == CAPTION:
        return ends and not text.endswith((".)", "Images."))
    return reason == RELATED and ends and len(text.split()) > 10
