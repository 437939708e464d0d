"""What a text says or shows about itself: a translation, an opinion piece, an analysis."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.model import Flag

TRANSLATION_POINTS = 2
"""A plain statement or an unmistakable sign counts two, a weak sign one."""

_LANGUAGE = (
    r"(?:arabic|belarusian|bengali|bulgarian|chinese|mandarin|croatian|czech|danish|dutch|estonian|farsi|finnish|french|"
    r"german|greek|hebrew|hindi|hungarian|indonesian|italian|japanese|korean|latvian|lithuanian|norwegian|persian|polish|"
    r"portuguese|romanian|russian|serbian|slovak|slovene|spanish|swedish|turkish|ukrainian|urdu|vietnamese)"
)
_SAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^\W*(?:machine[- ]|automatically |auto-?)?translat(?:ed|ion)\b(?!\s+(?:into|to)\b).{0,120}$",
        r"\b(?:article|text|story|interview|piece|report|page|content)s? (?:was|were|is|are|has been|have been) "
        r"(?:originally |first |automatically |machine[- ])*"
        rf"(?:translated|(?:written|published) in {_LANGUAGE})\b",
        r"^.{0,80}\b(?:translated|translation) (?:in)?(?:to english |from (?:the )?(?:original )?"
        rf"{_LANGUAGE}\b).{{0,120}}$",
        r"^.{0,40}\b(?:original|read (?:it|this|the (?:article|original))).{0,20}"
        rf" in {_LANGUAGE}\b.{{0,40}}$",
        r"\((?:machine )?translat(?:ed|ion)\b[^()]{0,80}\)\s*$",
    )
)
_ORIGINAL_LINE = re.compile(r"(?:the |link to the )?original (?:article|text|version|report)s?:?.{0,80}", re.IGNORECASE)
_FOREIGN_SOURCE = re.compile(
    r"(?i:source|from|published (?:in|by)): ?"
    r"(?:(?:El|La|Los|Las|Le|Les|Il|Lo|Der|Die|Das|Het|O|Os)\s|L['’])\w.{0,30}"
)
_ENGLISH_NAME = re.compile(
    r"\b(?:Times|Tribune|Post|Herald|Journal|News|Sun|Register|Daily|Gazette|Star|Press|Review)\b"
)
_BROKEN_SENTENCE = re.compile(r"[”»]\.\s+(?![a-z]\.)[a-z]+\s|[.!?][”»]\.(?:\s|$)")

_OPINION = re.compile(
    r"(?:opinion|op[- ]?ed|comment|commentary|editorial|column|guest essay|viewpoint|perspective|"
    r"letters?(?: to the editor)?)s?(?: ?(?:[|:•·–—]|- ).*)?|(?:news )?analysis/opinion:?",
    re.IGNORECASE,
)
_ANALYSIS = re.compile(r"(?:news )?analys[ie]s(?: ?(?:[|:•·–—]|- ).*|/opinion:?)?", re.IGNORECASE)
_VIEWS = re.compile(
    r"\b(?:views|opinions) (?:expressed|presented|stated)\b.{0,80}"
    r"\b(?:author|writer|own|columnist|do not|not necessarily)",
    re.IGNORECASE,
)
_OPINION_URL = re.compile(
    r"/(?:opinions?|op-?ed|commentisfree|comment(?:ary|aries)?|editorials?|columns?|columnists?|views|voices|blogs?)"
    r"(?:/|$)",
    re.IGNORECASE,
)
_ANALYSIS_URL = re.compile(r"/(?:news-)?analysis(?:/|$)", re.IGNORECASE)


def find_flags(units: Sequence[str], labels: Sequence[str], url: str | None) -> tuple[Flag, ...]:
    """The flags that ``units`` (all lines of the input), section labels, headline and address give."""
    found = {
        Flag.TRANSLATION: translation_points(units) >= TRANSLATION_POINTS,
        Flag.OPINION: _labelled(labels, _OPINION) or _address(url, _OPINION_URL) or any(map(_VIEWS.search, units)),
        Flag.ANALYSIS: _labelled(labels, _ANALYSIS) or _address(url, _ANALYSIS_URL),
    }
    return tuple(flag for flag, holds in found.items() if holds)


def translation_points(units: Sequence[str]) -> int:
    """How strongly a text shows that it is translated: two for a statement, one for each weak sign."""
    text = "\n".join(units)
    says = any(pattern.search(unit) for unit in units if len(unit) <= 300 for pattern in _SAYS)
    return (
        2 * says
        + 2 * any(_mixed_marks(unit) for unit in units)
        + any(_ORIGINAL_LINE.fullmatch(unit) for unit in units)
        + any(_FOREIGN_SOURCE.fullmatch(unit) and not _ENGLISH_NAME.search(unit) for unit in units)
        + (_BROKEN_SENTENCE.search(text) is not None)
    )


def _mixed_marks(unit: str) -> bool:
    """A guillemet at a word without its partner, or a low opening mark: marks of another language left behind."""
    opening, closing = len(re.findall(r"«(?=\S)", unit)), len(re.findall(r"(?<=\S)»", unit))
    return opening != closing or ("„" in unit and "“" in unit)


def _labelled(lines: Sequence[str], label: re.Pattern[str]) -> bool:
    """A short line that is the label, or begins with it and a separator ("Opinion | ...", "Analysis: ...")."""
    return any(len(line) <= 200 and label.fullmatch(line.strip("[]() ")) is not None for line in lines)


def _address(url: str | None, pattern: re.Pattern[str]) -> bool:
    return pattern.search(url or "") is not None
