"""Outlet and date of an article, guessed from what its text tells; precision before reach.

An outlet is guessed only from signs that an outlet speaks of itself. Somebody who is merely cited ("according to",
"a translation by") never counts, nor does one interview with another outlet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from analysis.reading import dates

ENOUGH = 3
"""Points from which on an outlet is believed."""
MOST_INTERVIEWS = 2
"""Points that "told X" and the like give at most: other outlets' interviews are cited too."""

_WORDS = (
    r"(?:Times|Post|News|Herald|Journal|Tribune|Guardian|Telegraph|Beast|Press|Daily|Weekly|Today|Magazine|Gazette|"
    r"Chronicle|Observer|Mail|Mirror|Star|Sun|Independent|Review|Examiner|Dispatch|Courier|Record|Register|Standard|"
    r"Bulletin|Sentinel|Argus|Echo|Reporter|Monitor|Globe|Inquirer|Media|Radio|TV|Television|Broadcasting|Wire|Report|"
    r"Express|Ledger|Advertiser|Messenger|Banner|Mercury|Voice|Insider|Agency)"
)
_CAPITALISED = r"[A-Z][\w.&-]{0,40}"
_NAME = rf"(?:The |the )?{_CAPITALISED}(?:(?: | of | and | of the | & | de | del | di |: ){_CAPITALISED}){{0,4}}"
_SOURCE_LINE = re.compile(rf"(?:Source|Published by|Publisher|Outlet|Publication): ?({_NAME})\.?$")
_COPYRIGHT = re.compile(rf"(?:©|\(c\)|Copyright(?: ©)?) ?(?:19|20)\d\d,? ({_NAME})")
_PLAIN = (_SOURCE_LINE, _COPYRIGHT)
"""Lines that name the publisher outright, whatever it is called."""
_SIGNS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"\b(?:told|tells?|telling|interview (?:with|to|given to)|interviewed by|spoke (?:to|with)|"
                   rf"speaking (?:to|with)|talking to) ({_NAME})")),
    (2, re.compile(rf"\b(?:[Aa]s )({_NAME}) (?:has )?(?:previously|earlier|already) (?:reported|revealed|noted)")),
    (2, re.compile(rf"\b({_NAME}) (?:has learned|can reveal|can disclose|understands|has contacted|"
                   r"has (?:reached out to|approached|asked) [\w ,’']{2,60} for (?:a )?comment)")),
    (3, re.compile(rf"(?:request(?:s)? for comment|questions|inquiries) from ({_NAME})")),
    (3, re.compile(rf"\b({_NAME})['’]s? requests? for (?:a )?comment")),
    (1, re.compile(rf"\b(?:obtained|seen|reviewed|viewed|verified|contacted) by ({_NAME})")),
    (3, re.compile(rf"\b(?:originally|first) (?:appeared|published) (?:in|on|by|at) ({_NAME})")),
    (3, _SOURCE_LINE),
    (3, _COPYRIGHT),
    (3, re.compile(r"\b(?:is|are) (?:an? |the )[\w -]{0,40}(?:reporter|correspondent|columnist|editor|journalist) "
                   rf"(?:at|for|of|with) ({_NAME})(?:\.|$)")),
)
_SPEAKER_LINE = re.compile(rf"[A-Z][\w.’'-]*(?: [\w.’'-]+){{0,4}}, .{{2,80}} (?:at|to|in|for|with) ({_NAME})")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’/-]+(?:[ ,][A-Z][\w.'’/-]*){0,5},?(?: \d{1,2}| [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)? ?"
    r"\((?P<name>[A-Z][\w .]{1,30})\) ?[-–—]"
)
_DATED = re.compile(r"^[A-Z][A-Za-z.'’/-]+(?:[ ,]+[A-Z][\w.'’/-]*){0,5},? .{0,25}\d{4}.{0,25}?[-–—]")
_TRAILING_TIME = re.compile(
    r" (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|All|In|On|At|But|The|A|He|She|They|It)\.?$"
)


def guess_outlet(units: Sequence[str]) -> str | None:
    """The outlet that ``units`` (all lines of the input, page furniture too) show to be speaking, or None."""
    points: Counter[str] = Counter()
    first: dict[str, str] = {}
    interviews: Counter[str] = Counter()
    for name, worth in _signs(units):
        key = name.lower().removeprefix("the ")
        interviews[key] += worth == 1
        points[key] += worth if worth > 1 or interviews[key] <= MOST_INTERVIEWS else 0
        first.setdefault(key, name)
        if name.startswith("The "):
            first[key] = name
    ranked = points.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return first[ranked[0][0]]


def guess_date(date_lines: Iterable[str], opening: Sequence[str]) -> str | None:
    """The ISO date of a date line or byline, or of a full date in the dateline of the first paragraph; else None."""
    lines = sorted(date_lines, key=lambda line: "publi" not in line.lower() and "posted" not in line.lower())
    for line in lines:
        found = dates.find(line)
        if found:
            return found
    for paragraph in opening:
        dateline = _DATED.match(paragraph[:90])
        found = dates.find(dateline.group()) if dateline else None
        if found:
            return found
    return None


def _signs(units: Sequence[str]) -> Iterable[tuple[str, int]]:
    for unit in units:
        dateline = _DATELINE.match(unit)
        if dateline:
            yield dateline.group("name").strip(), 3
        speaker = _SPEAKER_LINE.fullmatch(unit)
        if speaker and _like_an_outlet(speaker.group(1)):
            yield _cleaned(speaker.group(1)), 2
        for worth, pattern in _SIGNS:
            for match in _matches(pattern, unit):
                name = _cleaned(match.group(1))
                if pattern in _PLAIN or _like_an_outlet(name):
                    yield name, worth


def _matches(pattern: re.Pattern[str], unit: str) -> Iterable[re.Match[str]]:
    """Everywhere in the unit; a line that names the publisher must begin with that."""
    if pattern not in _PLAIN:
        return pattern.finditer(unit)
    match = pattern.match(unit)
    return () if match is None else (match,)


def _cleaned(name: str) -> str:
    name = re.sub(r"['’]s?$", "", name.rstrip(".-"))
    before = ""
    while before != name:
        before, name = name, _TRAILING_TIME.sub("", name).rstrip(".")
    return name.removeprefix("the ")


def _like_an_outlet(name: str) -> bool:
    """Newspaper words, a domain, capitals only, or a capital "The" within a sentence: what outlets are called."""
    return (
        re.search(rf"\b{_WORDS}\b", name) is not None
        or re.fullmatch(r"[\w-]+\.[A-Za-z]{2,6}", name) is not None
        or re.fullmatch(r"[A-Z]{2,5}", name) is not None
    )
