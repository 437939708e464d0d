"""A saved web page -> Article. trafilatura (Barbaresi 2021) says which blocks are article; nothing is ever fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from analysis.errors import ReadingError
from analysis.model import Article
from analysis.reading import dates
from analysis.reading.build import from_units
from analysis.reading.limits import MAX_ARTICLE_LINES, MAX_PAGE_BYTES
from analysis.reading.lines import CAPTION, FURNITURE, line_reason
from analysis.reading.units import Unit, tidy

LOOKS_LIKE_PAGE = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml[^>]*>\s*<!doctype html)", re.IGNORECASE)
ENOUGH_FOUND = 0.9
"""Share of trafilatura's text that must be found again among the page's blocks; else the blocks are cleaned as lines."""
MIN_PART = 40
"""Characters from which on a block may be part of one of trafilatura's lines."""

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "head", "select", "textarea", "iframe"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)


@dataclass(frozen=True, slots=True)
class _Block:
    """The text between two block tags, where its source stands in the page, and the tag it stands in."""

    start: int
    end: int
    text: str
    tag: str


def read_page(page: str, name: str) -> Article:
    """An Article from the HTML source ``page``; ``Removed`` offsets are into that source.

    Raises ReadingError when the page is too large, holds no text, or as ``read_text`` does.
    """
    if len(page) > MAX_PAGE_BYTES:
        raise ReadingError(f"{name} is too large for a web page; copy the words of the article and paste them.")
    blocks = _blocks(page)[:MAX_ARTICLE_LINES]
    found = _extracted(page)
    units = [Unit(block.start, block.end, block.text) for block in blocks]
    return from_units(
        page,
        units,
        name,
        outlet=_text(found, "sitename"),
        title=_title(found),
        published=dates.parse(_text(found, "date") or ""),
        author=_text(found, "author"),
        url=_text(found, "url"),
        left_out=_left_out(blocks, _text(found, "text") or ""),
    )


def _extracted(page: str) -> Any:
    """trafilatura's document, or None where it finds no article."""
    from trafilatura import bare_extraction

    return bare_extraction(
        page,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _text(found: Any, field: str) -> str | None:
    value = getattr(found, field, None)
    return value if isinstance(value, str) and value.strip() else None


def _title(found: Any) -> str | None:
    """The headline without the outlet that page titles carry after a bar or dash."""
    title, site = _text(found, "title"), _text(found, "sitename")
    if title and site:
        title = re.sub(rf"\s+[|–—·-]\s+{re.escape(site)}\s*$", "", title)
    return title


def _left_out(blocks: list[_Block], text: str) -> dict[int, str]:
    """Index -> reason, for blocks that trafilatura did not take over; none where its text is not found again."""
    lines = [_squeezed(line.removeprefix("- ")) for line in text.split("\n")]
    whole, known = "".join(lines), frozenset(lines)
    taken = [_squeezed(block.text) in known or _is_part(_squeezed(block.text), whole) for block in blocks]
    covered = sum(len(_squeezed(block.text)) for block, took in zip(blocks, taken, strict=True) if took)
    if not whole or covered < ENOUGH_FOUND * len(whole):
        return {}
    return {index: _reason(blocks[index]) for index, took in enumerate(taken) if not took}


def _is_part(text: str, whole: str) -> bool:
    return len(text) >= MIN_PART and text in whole


def _reason(block: _Block) -> str:
    return line_reason(block.text) or (CAPTION if block.tag == "figcaption" else FURNITURE)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _blocks(page: str) -> list[_Block]:
    """The visible text of ``page`` in blocks. One pass with ``str.find``: linear in time whatever the page holds."""
    blocks: list[_Block] = []
    pieces: list[str] = []
    start, end, tag, breaks, position = 0, 0, "", 0, 0
    for kind, at, until in _pieces(page):
        if kind == "":
            text = page[at:until]
            if text.strip():
                start = start if pieces else at + len(text) - len(text.lstrip())
                end, breaks = at + len(text.rstrip()), 0
            if pieces or text.strip():
                pieces.append(text)
            continue
        if kind in _INLINE:
            continue
        breaks = breaks + 1 if kind == "br" else 2
        pieces = [*pieces, " "] if pieces and breaks == 1 else pieces
        if breaks >= 2:
            _add(blocks, pieces, start, end, tag)
            pieces, tag = [], kind
        position = until
    _add(blocks, pieces, start, max(end, position if not end else end), tag)
    return blocks


def _add(blocks: list[_Block], pieces: list[str], start: int, end: int, tag: str) -> None:
    text = tidy(" ".join(unescape("".join(pieces)).split()))
    if text:
        blocks.append(_Block(start, end, text, tag))


def _pieces(page: str) -> list[tuple[str, int, int]]:
    """("", start, end) for text and (tag name, start, end) for tags, without comments and what is never shown."""
    found: list[tuple[str, int, int]] = []
    lowered, position = page.lower(), 0
    while position < len(page):
        opening = page.find("<", position)
        opening = len(page) if opening < 0 else opening
        if opening > position:
            found.append(("", position, opening))
        position = opening
        if position >= len(page):
            break
        match = _TAG.match(page, position)
        if page.startswith("<!--", position):
            position = _after(page, "-->", position)
        elif match or page.startswith(("<!", "<?"), position):
            name = match.group(1).lower() if match else ""
            closing = page.startswith("</", position)
            until = _after(page, ">", position)
            found.append((name, position, until))
            position = _after(lowered, f"</{name}", until) if name in _SKIPPED and not closing else until
        else:
            found.append(("", position, position + 1))
            position += 1
    return found


def _after(text: str, mark: str, position: int) -> int:
    """Index behind the next ``mark``; the end of ``text`` where there is none."""
    at = text.find(mark, position)
    return len(text) if at < 0 else at + len(mark)
