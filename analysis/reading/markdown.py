"""Markdown -> Article: its marks are resolved to the words a reader sees, headings and paragraphs stay apart."""

from __future__ import annotations

import re

from analysis.model import Article
from analysis.reading.build import check_size, from_units
from analysis.reading.clean import MARKUP
from analysis.reading.headline import is_heading_mark
from analysis.reading.patterns import CAPTION
from analysis.reading.units import Unit, split_units, tidy

_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,1000}(?: \"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(<?[^()\s]{0,1000}>?(?: \"[^\"\n]{0,300}\")?\)")
_HEADING = re.compile(r"#{2,6} +(.*?)#*")
_PREFIX = re.compile(r"(?:> ?|[*+-] +(?=\S))+")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?![\w*])|"
    r"(?<!\w)(_{1,3})(?=\S)([^_\n]{1,1000}?)(?<=\S)\3(?!\w)"
)
_RULE = re.compile(r"[-=*_ ]{3,}")


def read_markdown(text: str, name: str) -> Article:
    """An Article from markdown. ``Removed`` offsets are into ``text``; marks of emphasis and links are not listed.

    Raises ReadingError as ``read_text`` does.
    """
    check_size(text, name)
    units = split_units(text)
    left_out = {index: MARKUP for index, unit in enumerate(units) if _RULE.fullmatch(unit.text)}
    left_out |= {index: CAPTION for index, unit in enumerate(units) if not _IMAGE.sub("", unit.text).strip()}
    shown = [
        Unit(unit.start, unit.end, unit.text if index in left_out else _shown(unit.text))
        for index, unit in enumerate(units)
    ]
    return from_units(text, shown, name, left_out=left_out)


def _shown(line: str) -> str:
    """The words of one line as a reader sees them; the mark of the main heading stays, for the headline."""
    if is_heading_mark(line):
        return "# " + _shown(line[2:].rstrip("# "))
    heading = _HEADING.fullmatch(line)
    line = heading.group(1) if heading else _PREFIX.sub("", line, count=1)
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    return tidy(_EMPHASIS.sub(lambda match: match.group(2) or match.group(4), line))
