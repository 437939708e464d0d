"""Runs of units that are not article: boxes and lists of other stories, readers' comments, cut-off teasers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from analysis.reading.patterns import COMMENTS, ITEM
from analysis.reading.units import Unit, is_cut_off

TEASER = "teaser of another story"
READERS = "readers' comments"
MAX_TITLE_WORDS = 25
MIN_TITLE_WORDS = 4

_HEADINGS = (
    r"more like this|more (?:from|on|in|about) .{1,60}",
    rf"more (?:{ITEM}|to (?:read|explore))|(?:also )?related(?: {ITEM})?",
    r"(?:stories |what )?you (?:may|might|could|would) (?:also |have )?"
    r"(?:like|love|enjoy|missed|want|be interested).{0,40}",
    r"recommended(?: .{1,30})?|suggested(?: .{1,30})?|trending(?: .{1,20})?|explore more(?: .{1,40})?",
    r"(?:most|also) (?:read|popular|viewed|shared|commented|watched).{0,20}",
    rf"popular(?: {ITEM}| now)?|latest(?: {ITEM}| from .{{1,40}})?|top (?:{ITEM}|picks)|featured(?: {ITEM})?",
    r"(?:read|see|watch) (?:next|also|more)|up next|what to read next|editors?['’]?s? (?:picks?|choice)|in other news",
    r"further reading|don['’]t miss|must[- ]reads?|(?:from )?around the web|elsewhere on .{1,30}|keep reading",
    rf"(?:other|similar|sponsored|next) {ITEM}",
)
_HEADING = re.compile(rf"(?:{'|'.join(_HEADINGS)})[:.…]?", re.IGNORECASE)
_OPEN_HEADING = re.compile(r"(?:more (?:from|on|in|about)|recommended|suggested|trending|explore more) ", re.IGNORECASE)
"""Headings that go on as they like: these may also be sub-headlines, or announce a list of the article."""
_READERS = re.compile(
    r"(?:\(?\d+\)? |all |reader )?(?:comments?|replies|responses)(?: ?\(\d+\)| \d+|:)?", re.IGNORECASE
)
_COMMENT_SIGN = re.compile(
    r"reply|\d+ (?:minute|hour|day|week|month|year)s? ago|.{2,40} says:?|report|like|upvote", re.IGNORECASE
)
_LIST_MARKS = ("-", "–", "—", "•", "*", "“", '"', "(")


def find_sections(units: Sequence[Unit], reasons: Mapping[int, str]) -> dict[int, str]:
    """Index -> reason, for units in teaser boxes and lists, at the end or inside the article."""
    found = _boxes(units, reasons)
    found |= _readers(units, {**reasons, **found})
    return found | _headless_tail(units, {**reasons, **found})


def _boxes(units: Sequence[Unit], reasons: Mapping[int, str]) -> dict[int, str]:
    """"More like this" and all teasers below it."""
    found: dict[int, str] = {}
    end = 0
    words_above = list(accumulate((unit.words for unit in units), initial=0))
    for index, unit in enumerate(units):
        if index and index >= end and len(unit.text) <= 100 and _HEADING.fullmatch(unit.text):
            near_end = words_above[index] >= 2 * (words_above[-1] - words_above[index])
            last = _box_end(units, reasons, index + 1, near_end)
            if _OPEN_HEADING.match(unit.text) and (last == index + 1 < len(units) or unit.text.endswith(":")):
                continue
            end = last
            found |= {inside: TEASER for inside in range(index, end) if inside not in reasons}
    return found


def _box_end(units: Sequence[Unit], reasons: Mapping[int, str], start: int, near_end: bool) -> int:
    """Index after the box: where a sentence stands that is not itself the summary of a teaser near the page's end."""
    for index in range(start, len(units)):
        unit = units[index]
        if _READERS.fullmatch(unit.text):
            return index
        prose = _is_statement(unit) if near_end else unit.ends_sentence and not is_cut_off(unit.text)
        summary = near_end and index > start and _is_summary(units, reasons, index)
        if index not in reasons and prose and not summary:
            return index
    return len(units)


def _is_summary(units: Sequence[Unit], reasons: Mapping[int, str], index: int) -> bool:
    """One paragraph below a title, with no second one after it."""
    alone = index + 1 >= len(units) or index + 1 in reasons or not units[index + 1].ends_sentence
    return not units[index - 1].ends_sentence and alone and units[index].words <= 60


def _readers(units: Sequence[Unit], reasons: Mapping[int, str]) -> dict[int, str]:
    """Everything below "12 comments" when what stands there looks like comments (names, "2 hours ago", "reply")."""
    for index, unit in enumerate(units):
        if _READERS.fullmatch(unit.text) and 2 * index > len(units) and reasons.get(index) == COMMENTS:
            rest = units[index + 1:]
            signs = sum(bool(_COMMENT_SIGN.fullmatch(line.text)) for line in rest)
            if signs >= 2 or (signs and len(rest) <= 6):
                return {later: READERS for later in range(index + 1, len(units)) if later not in reasons}
    return {}


def _headless_tail(units: Sequence[Unit], reasons: Mapping[int, str]) -> dict[int, str]:
    """Titles at the very end, each with a cut-off summary below it or three and more of them in a row."""
    kept = [index for index in range(len(units)) if index not in reasons]
    found: list[int] = []
    pairs = titles = 0
    while kept:
        if len(kept) > 2 and _is_title(units[kept[-2]]) and _is_cut(units[kept[-1]]):
            found += [kept.pop(), kept.pop()]
            pairs += 1
        elif len(kept) > 2 and _is_title(units[kept[-1]]):
            found.append(kept.pop())
            titles += 1
        else:
            break
    sure = pairs >= 2 or titles >= 3 or (pairs and titles)
    return dict.fromkeys(found, TEASER) if sure else {}


def _is_statement(unit: Unit) -> bool:
    """Ends in a full stop, as titles do not (they may end in a question mark or in dots)."""
    return unit.ends_sentence and unit.text.rstrip("\"'”’»)]").endswith(".") and not is_cut_off(unit.text)


def _is_title(unit: Unit) -> bool:
    numbered = unit.text[0].isdigit() and "." in unit.text[:4]
    listed = numbered or unit.text.startswith(_LIST_MARKS)
    return MIN_TITLE_WORDS <= unit.words <= MAX_TITLE_WORDS and not listed and unit.text[-1] not in ".:;,”\""


def _is_cut(unit: Unit) -> bool:
    return is_cut_off(unit.text) and unit.words <= 60
