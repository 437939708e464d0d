"""A figure of the headline that the text does not carry, in digits or words, exact or rounded.

Dates and ordinals are left out, small counts of anything but the dead and hurt (four towns may be told one by one,
seven years counted from a date), and what counts the headline's own matter: "5 things to know", "a four-word answer". A
figure may still have been worked out from others: the sentence says that it was not found, no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from analysis.agency.wordsets import words
from analysis.details import DATES, Detail, agree, details
from analysis.headline.pair import MOST, Pair, beside_nearest, shown
from analysis.model import HeadlineCheck, HeadlineKind, Span

_SMALL, _SMALLEST = 12, 3
"""Counts up to this one are as often told one by one; of the dead and hurt, up to the second."""
_VICTIMS = words(
    """
    dead killed die dies died deaths hurt injured wounded lives casualties victims arrested held missing
    """
)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_TO_NINETEEN = "four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
_IN_HEADLINE = re.compile(
    rf"(?P<number>\b(?:{_TO_NINETEEN}|{_TENS})\b(?!-)|"
    r"(?<![\w.,/:’'#-])[$£€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,/:’'#-])[$£€]?\d{1,12}(?:\.\d+)?)"
    r"(?P<scale>[ -]?(?:hundred|thousand|million|billion|trillion|dozen|k|mn?|bn?)\b)?"
    r"(?P<unit>\s?%|[ -]per ?cent\b)?(?![\w/:]|[.,]\d|-\d|['’]s?\b)(?:[ -](?P<noun>[A-Za-z]+))?",
    re.IGNORECASE,
)
"""A figure, as a digit no part of a name ("F-16", "G20"), a time, a score ("3-2"), a date ("9/11") or "1990s"."""
_OWN_MATTER = words(
    """
    word words letter letters thing things way ways reason reasons time times takeaway takeaways fact facts question
    questions step steps tip tips photo photos chart charts map maps lesson lessons moment moments key item items minute
    quote quotes theory theories video videos picture pictures tweet tweets more simple easy best worst most big top
    s st nd rd th
    """
)
_TIMES = words("second minute hour day week month year decade")
_YEARS = range(1000, 2101)


def figures(pair: Pair) -> Iterator[HeadlineCheck]:
    """The figures of the headline that no sentence of the text carries; none where the text is short."""
    if not pair.long_enough:
        return
    known = None
    for place, detail in islice(_figures(pair.title.text), MOST):
        known = _carried(pair) if known is None else known
        if not _carries(known, detail):
            told = f"{shown(pair, place)}: this figure was not found in the text."
            yield beside_nearest(pair, HeadlineKind.FIGURE, place, "figure", told)


def _figures(headline: str) -> Iterator[tuple[Span, Detail]]:
    for match in _IN_HEADLINE.finditer(headline):
        noun = (match["noun"] or "").lower()
        if noun in _OWN_MATTER or noun.removesuffix("s") in _TIMES:
            continue
        found = [each for each in details(match[0]) if each.kind not in DATES and each.kind != "place in a row"]
        unit = match["scale"] or match["unit"] or match["number"][0] in "$£€"
        if len(found) == 1 and (unit or _tells(found[0].value, headline[match.end("number") :].lower().split()[:3])):
            yield Span(match.start(), _end(match)), found[0]


def _end(match: re.Match[str]) -> int:
    """The end of the figure, with its scale and unit, without what it counts."""
    return max(match.end("number"), match.end("scale"), match.end("unit"))


def _tells(value: float, behind: Sequence[str]) -> bool:
    """Whether a figure without a unit is one that a text must carry, given the words behind it."""
    if value in _YEARS:
        return False
    return value > (_SMALLEST if not _VICTIMS.isdisjoint(word.strip(",;:") for word in behind) else _SMALL)


def _carried(pair: Pair) -> tuple[tuple[Detail, ...], frozenset[float]]:
    """The details of the text and the numbers that stand in it in whatever form."""
    spans = [pair.text.sentences[number] for number in pair.told]
    sentences = [pair.text.text[span.start : span.end] for span in spans]
    found = dict.fromkeys(detail for sentence in sentences for detail in details(sentence))
    numbers = (match[0].replace(",", "") for sentence in sentences for match in _NUMBER.finditer(sentence))
    return tuple(found), frozenset(float(number) for number in numbers if number.count(".") < 2)


def _carries(known: tuple[tuple[Detail, ...], frozenset[float]], detail: Detail) -> bool:
    found, numbers = known
    if detail.value in numbers:
        return True
    return any(one.value == detail.value or agree(one, detail) or _near(one, detail) for one in found)


def _near(one: Detail, other: Detail) -> bool:
    """Whether one figure rounds the other, whatever each counts."""
    return one.kind not in DATES and abs(one.value - other.value) <= 0.05 * max(abs(one.value), abs(other.value))
