"""The margins of a page: navigation above the headline, and scraps around byline, share links and footer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.reading.bylines import BYLINE, DATE
from analysis.reading.patterns import COMMENTS, FURNITURE, LABEL, NEWSLETTER, SHARE
from analysis.reading.units import Unit

MENU_WORDS = 3
"""Most words of an entry in a menu, or of a scrap ("Save", "152", "in Politics")."""
MENU_LENGTH = 3
"""Short lines in a row that make a menu."""
HEADLINE_WORDS = 5
"""A line above the menu with so many words may be the headline, so the menu is no menu."""
MAX_HEADER = 60
"""Units after which a page's header has ended, whatever it holds."""

_FORM = frozenset({NEWSLETTER, COMMENTS})


def header_end(units: Sequence[Unit]) -> int:
    """Index of the first running paragraph, where the header of the page ends."""
    return next((index for index, unit in enumerate(units[:MAX_HEADER]) if unit.is_prose), min(len(units), MAX_HEADER))


def full_header_end(units: Sequence[Unit], reasons: Mapping[int, str]) -> int:
    """As ``header_end``; where the first paragraph is a standfirst above byline or date, the paragraph below them."""
    first = header_end(units)
    for index in range(first + 1, min(len(units), first + MAX_HEADER)):
        if units[index].is_prose and index not in reasons:
            credits_between = any(reasons.get(between) in (BYLINE, DATE) for between in range(first + 1, index))
            return index if credits_between else first
    return first


def find_menu(units: Sequence[Unit], reasons: Mapping[int, str]) -> dict[int, str]:
    """Index -> reason, for the lines of a menu above the headline, and all above it."""
    end = header_end(units)
    entries = [_is_entry(units[index], reasons.get(index)) for index in range(end)]
    headlines = [index for index in range(end) if index not in reasons and _may_be_headline(units[index])]
    for last in range(end - 1, MENU_LENGTH - 2, -1):
        if all(entries[last - MENU_LENGTH + 1:last + 1]) and any(index > last for index in headlines):
            above = any(index < last for index in headlines)
            whole = range(last + 1)
            return {} if above else {index: FURNITURE for index in whole if reasons.get(index, LABEL) == LABEL}
    return {}


def find_scraps(units: Sequence[Unit], reasons: Mapping[int, str], headline: int | None) -> dict[int, str]:
    """Index -> reason, for scraps beside what was cut: below the headline, below the article, counters, form texts."""
    top, bottom = full_header_end(units, reasons), _footer_start(units, reasons)
    found: dict[int, str] = {}
    order = [*range(len(units)), *range(len(units) - 1, -1, -1)]
    for index in order:
        cut = {**_near(reasons, index), **_near(found, index)}
        if index in reasons or index in found or index == headline or not cut:
            continue
        in_margin = (headline is not None and headline < index < top) or index >= bottom
        if (in_margin and _is_entry(units[index], None)) or _is_counter(units[index], cut):
            found[index] = FURNITURE
        elif _inside_form(units[index], cut):
            found[index] = NEWSLETTER
    return found


def _near(reasons: Mapping[int, str], index: int) -> dict[int, str]:
    return {other: reasons[other] for other in (index - 1, index + 1) if other in reasons}


def _footer_start(units: Sequence[Unit], reasons: Mapping[int, str]) -> int:
    """Index behind the last kept unit that ends like a sentence."""
    kept = [index for index, unit in enumerate(units) if index not in reasons and unit.ends_sentence]
    return kept[-1] + 1 if kept else len(units)


def _is_entry(unit: Unit, reason: str | None) -> bool:
    return reason in (None, LABEL, FURNITURE) and unit.words <= MENU_WORDS and not unit.ends_sentence


def _may_be_headline(unit: Unit) -> bool:
    return unit.words >= HEADLINE_WORDS and not unit.text.endswith(".")


def _is_counter(unit: Unit, cut: Mapping[int, str]) -> bool:
    """A bare number beside share links or a comment form."""
    return unit.text.rstrip("kKmM").replace(".", "").replace(",", "").isdigit() and (
        SHARE in cut.values() or COMMENTS in cut.values()
    )


def _inside_form(unit: Unit, cut: Mapping[int, str]) -> bool:
    """A line between two lines of a newsletter form."""
    both = len(cut) == 2 and _FORM.issuperset(cut.values()) and NEWSLETTER in cut.values()
    return both and unit.words <= 25 and not unit.ends_sentence


def spaced_menu(text: str) -> bool:
    """True for a menu on one line, its entries parted by wide gaps ("Home   World   Sport")."""
    parts = [part for part in text.replace("\t", "  ").split("  ") if part.strip()]
    return len(parts) >= MENU_LENGTH and all(len(part.split()) <= MENU_WORDS for part in parts)

