"""A saved web page -> Article. trafilatura (Barbaresi 2021) says which blocks are article; nothing is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from analysis.errors import ReadingError
from analysis.model import Article
from analysis.reading import dates
from analysis.reading.build import from_units
from analysis.reading.limits import MAX_ARTICLE_LINES, MAX_PAGE_BYTES, MAX_PAGE_TAGS
from analysis.reading.lines import line_reason
from analysis.reading.patterns import CAPTION, FURNITURE
from analysis.reading.units import Unit, tidy

LOOKS_LIKE_PAGE = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml[^>]*>\s*<!doctype html)", re.IGNORECASE)
ENOUGH_FOUND = 0.9
"""Share of trafilatura's text that must be found among the page's blocks; else the blocks are cleaned as lines."""
MIN_PART = 40
"""Characters from which on a block may be part of one of trafilatura's lines."""

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_HIDDEN = ("head", "iframe", "noscript", "script", "select", "style", "svg", "template", "textarea", "title")
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _HIDDEN}
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span "
        "strike strong sub sup time tt u var wbr",
    )
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
    """trafilatura's document, or None where it finds no article or the page has too many tags."""
    if page.count("<") > MAX_PAGE_TAGS:
        return None
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
    """The visible text of ``page`` in blocks; a single line break stays within its block, two end it."""
    blocks: list[_Block] = []
    texts: list[tuple[int, int]] = []
    tag, breaks = "", 0
    for kind, start, end in _pieces(page):
        if kind == "":
            texts.append((start, end))
            breaks = 0 if page[start:end].strip() else breaks
        elif kind == "br" and not breaks:
            texts.append((end, end))
            breaks = 1
        elif kind not in _INLINE:
            blocks += _block(page, texts, tag)
            texts, breaks = [], 0
            tag = kind if kind != "br" else tag
    return blocks + _block(page, texts, tag)


def _block(page: str, texts: list[tuple[int, int]], tag: str) -> list[_Block]:
    """The block made of stretches of the source (an empty one stands for a line break); none where all is blank."""
    filled = [(start, end) for start, end in texts if page[start:end].strip()]
    if not filled:
        return []
    source = "".join(page[start:end] if end > start else " " for start, end in texts)
    text = tidy(" ".join(unescape(source).split()))
    start = filled[0][1] - len(page[slice(*filled[0])].lstrip())
    end = filled[-1][0] + len(page[slice(*filled[-1])].rstrip())
    return [_Block(start, end, text, tag)] if text else []


def _pieces(page: str) -> Iterator[tuple[str, int, int]]:
    """("", start, end) for text and (tag name, start, end) for tags, without comments and what is never shown.

    One pass forwards, so that the time is linear in the length of the page whatever it holds.
    """
    position, unclosed = 0, set[str]()
    while position < len(page):
        opening = page.find("<", position)
        opening = len(page) if opening < 0 else opening
        if opening > position:
            yield "", position, opening
        position = _after_markup(page, opening)
        match = _TAG.match(page, opening)
        if position == opening < len(page):
            position += 1
            yield "", opening, position
        elif match:
            name = match.group(1).lower()
            yield name, opening, position
            if name in _CLOSING and page[opening + 1] != "/" and name not in unclosed:
                closing = _CLOSING[name].search(page, position)
                position = closing.start() if closing else position
                unclosed |= set() if closing else {name}


def _after_markup(page: str, opening: int) -> int:
    """Index behind the tag or comment at ``opening``; ``opening`` itself where the "<" is only a character."""
    if page.startswith("<!--", opening):
        return _after(page, "-->", opening)
    is_tag = _TAG.match(page, opening) or page.startswith(("<!", "<?"), opening)
    return _after(page, ">", opening) if is_tag else opening


def _after(text: str, mark: str, position: int) -> int:
    """Index behind the next ``mark``; the end of ``text`` where there is none."""
    at = text.find(mark, position)
    return len(text) if at < 0 else at + len(mark)
