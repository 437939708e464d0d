"""Text -> what is the article, and what was cut with the reason why.

Every non-space character of the input ends up in the title, the text or one ``Removed``; kept lines are changed only
in white space, line ends and invisible control characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.model import Removed
from analysis.reading.bylines import BYLINE, DATE, author_of
from analysis.reading.headline import find_headline, is_heading_mark
from analysis.reading.lines import label_lines
from analysis.reading.margins import find_menu, find_scraps, full_header_end
from analysis.reading.patterns import LABEL
from analysis.reading.repeats import find_repeats
from analysis.reading.sections import find_sections
from analysis.reading.units import Unit, split_units

_SAYS_PUBLISHED = re.compile(r"(?:first |originally )?(?:published|posted)\b", re.IGNORECASE)
PARAGRAPH_BREAK = "\n\n"
MARKUP = "markup"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An input divided: title, text, removed stretches, and what bylines, date lines and section labels told."""

    title: str | None
    text: str
    removed: tuple[Removed, ...]
    author: str | None
    date_lines: tuple[str, ...]
    labels: tuple[str, ...]


def clean(raw: str, title: str | None = None) -> Cleaned:
    """Divide pasted or plain text ``raw``. ``title`` is the headline where it is known already."""
    return clean_units(raw, split_units(raw), {}, title)


def clean_units(raw: str, units: Sequence[Unit], given: Mapping[int, str], title: str | None) -> Cleaned:
    """Divide ``units`` of ``raw``; ``given`` holds units (index -> reason) that are known not to be article."""
    reasons = {**label_lines(units), **given}
    reasons |= find_sections(units, reasons)
    reasons |= find_menu(units, reasons)
    at = find_headline(units, reasons) if title is None else None
    if at is not None:
        title = units[at].text.removeprefix("# ").strip()
        reasons |= {index: LABEL for index in range(at) if index not in reasons}
    taken = reasons if at is None else {**reasons, at: "title"}
    reasons |= find_repeats(units, taken, title)
    reasons |= find_scraps(units, reasons, at)
    top = full_header_end(units, reasons)
    return Cleaned(
        title=title,
        text=PARAGRAPH_BREAK.join(
            unit.text for index, unit in enumerate(units) if index not in reasons and index != at and unit.text
        ),
        removed=_removed(raw, units, reasons, at),
        author=next((author_of(units[index].text) for index, why in sorted(reasons.items()) if why == BYLINE), None),
        date_lines=tuple(
            units[index].text
            for index, why in sorted(reasons.items())
            if why in (DATE, BYLINE) and (index < top or _SAYS_PUBLISHED.match(units[index].text))
        ),
        labels=tuple(units[index].text for index, why in reasons.items() if why == LABEL and index <= (at or 2)),
    )


def _removed(raw: str, units: Sequence[Unit], reasons: Mapping[int, str], at: int | None) -> tuple[Removed, ...]:
    cuts = [
        Removed(raw[units[index].start:units[index].end], reason, units[index].start, units[index].end)
        for index, reason in reasons.items()
    ]
    if at is not None and is_heading_mark(units[at].text):
        cuts.append(Removed("#", MARKUP, units[at].start, units[at].start + 1))
    return tuple(sorted(cuts, key=lambda cut: cut.start))
