"""Quotation marks: where quotations begin and end in text as real pages have it.

Handles curly, straight and angle marks, British single quotes, nesting, quotations over several paragraphs, and
marks that were never closed, never opened, or closed by another kind. The state resets at each paragraph, unless
the next one opens with a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from analysis.model import Span

DOUBLE = '"“”„‟«»'
_SINGLE = "‘'`"
_MARKS = "‘’'`"
_OPENS_DOUBLE = "“„«"
_BEFORE_OPENING = " \t\u00a0([{—–-/'‘"
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+")
_TWO_OPENING = re.compile(r"(?<![\w.,!?…])(?:''|``)(?=[\w$“‘\[(.…])")
_TWO = re.compile(r"(?:''|``|´´)")
_LONGEST_SINGLE = 2_000
_MOST_NESTED = 60
"""Marks looked ahead to see whether two quotations nest."""


class Quote(NamedTuple):
    """A stretch between quotation marks, marks included; ``closed`` is False where the closing mark is missing."""

    start: int
    end: int
    closed: bool = True
    opened: bool = True

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def quotes_of(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quote, ...]:
    """All outermost quotations of ``text``, in order, none of them crossing a paragraph."""
    text = _one_mark_for_two(text)
    found: list[Quote] = []
    for position, paragraph in enumerate(paragraphs):
        following = paragraphs[position + 1] if position + 1 < len(paragraphs) else None
        found.extend(_in_paragraph(text, paragraph, following))
    return tuple(found)


def _one_mark_for_two(text: str) -> str:
    """``text``, as long as before, with the double marks that archives write as '' or `` turned into one mark."""
    text = _TWO_OPENING.sub('"\u200b', text)
    return _TWO.sub('\u200b"', text)


def _in_paragraph(text: str, paragraph: Span, following: Span | None) -> Iterator[Quote]:
    doubles = list(_doubles(text, paragraph, following is not None and text[following.start] in DOUBLE))
    continued = (
        following is not None and text[following.start] in _SINGLE and _opens_single(text, following.start, following)
    )
    singles = list(_singles(text, paragraph, [double.span for double in doubles], continued))
    outer = [double for double in doubles if not _holds(singles, double.span)]
    yield from sorted([*outer, *singles])


def _holds(quotes: list[Quote], span: Span) -> bool:
    """True where one of ``quotes``, which are in order and apart, contains ``span``."""
    at = bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1
    return at >= 0 and quotes[at].span.contains(span)


def _doubles(text: str, paragraph: Span, continued: bool) -> Iterator[Quote]:
    marks = [at for at in range(paragraph.start, paragraph.end) if text[at] in DOUBLE and not _is_inch(text, at)]
    opening: int | None = None
    depth = 0
    edge = paragraph.start
    for number, at in enumerate(marks):
        if opening is None:
            if _opens(text, at, paragraph):
                opening, depth = at, 1
            else:
                yield Quote(_unopened_start(text, edge, at), at + 1, opened=False)
                edge = at + 1
            continue
        if _opens(text, at, paragraph, inside=True):
            rest = marks[number : number + _MOST_NESTED]
            if _nests(text, rest, paragraph):
                depth += 1
                continue
            yield Quote(opening, _sentence_edge(text, opening, at), closed=False)
            opening, depth = at, 1
            continue
        depth -= 1
        if depth == 0:
            yield Quote(opening, at + 1)
            opening, edge = None, at + 1
    if opening is not None:
        end = paragraph.end if continued or _plausible_unclosed(text, opening, paragraph) else opening
        if end > opening + 1:
            yield Quote(opening, end, closed=False)


def _is_inch(text: str, at: int) -> bool:
    """A straight mark right after a digit, with no word character after it, as in 6'2\"."""
    return text[at] == '"' and text[at - 1 : at].isdigit() and text[at - 2 : at - 1] in ("'", "’")


def _opens(text: str, at: int, paragraph: Span, *, inside: bool = False) -> bool:
    mark = text[at]
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark in _OPENS_DOUBLE:
        # German „...“ and »...« close with what opens elsewhere
        return not inside or before in _BEFORE_OPENING or after.isalnum()
    if mark == "»" or mark == "”" or mark == "‟":
        # German style »...« and pages that use one curly mark for both ends
        return not inside and before in _BEFORE_OPENING and not after.isspace()
    opens = before in _BEFORE_OPENING and not after.isspace()
    return opens and not (inside and before in "—–-" and after in " ,.")


def _nests(text: str, rest: list[int], paragraph: Span) -> bool:
    """True when the marks from here on close both this and the quotation around it."""
    depth = 1
    for at in rest:
        depth += 1 if _opens(text, at, paragraph, inside=True) else -1
        if depth == 0:
            return True
    return False


def _unopened_start(text: str, edge: int, closing: int) -> int:
    """Where a quotation without an opening mark begins: after the last sentence end, at most one sentence back."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, edge, closing)]
    start = ends[-1] if ends else edge
    while start < closing and (text[start].isspace() or text[start] in ".,;:"):
        start += 1
    return start


def _sentence_edge(text: str, start: int, limit: int) -> int:
    """The end of the last sentence between ``start`` and ``limit``; ``limit`` itself where there is none."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
    end = ends[-1] if ends else limit
    return start + len(text[start:end].rstrip())


def _plausible_unclosed(text: str, opening: int, paragraph: Span) -> bool:
    """A mark that opens a stretch of text of some length and was not closed before the paragraph's end."""
    return text[opening + 1 : opening + 2].isalnum() and paragraph.end - opening > 20


def _singles(text: str, paragraph: Span, doubles: list[Span], continued: bool) -> Iterator[Quote]:
    inside = {at for double in doubles for at in range(double.start, double.end)}
    reach = range(paragraph.start, paragraph.end)
    marks = [at for at in reach if text[at] in _MARKS and at not in inside and not _within_word(text, at)]
    end = paragraph.start
    for number, at in enumerate(marks):
        if at >= end and text[at] in _SINGLE and _opens_single(text, at, paragraph):
            quote = _single_from(text, at, paragraph, marks[number + 1 : number + 1 + _MOST_NESTED], continued)
            if quote is not None:
                yield quote
                end = quote.end


def _single_from(text: str, at: int, paragraph: Span, rest: list[int], continued: bool) -> Quote | None:
    """The quotation that opens at ``at``; ``continued``: the next paragraph opens with a single mark as well."""
    certain, doubtful = _single_end(text, at, paragraph, rest)
    if certain is not None:
        return Quote(at, certain)
    if continued and _after_a_pause(text, at, paragraph):
        return Quote(at, paragraph.end, closed=False)
    return Quote(at, doubtful) if doubtful is not None else None


def _after_a_pause(text: str, at: int, paragraph: Span) -> bool:
    """Where speech may begin: at the paragraph's start, or after a stop, comma or colon."""
    before = text[max(paragraph.start, at - 3) : at].rstrip()
    return not before or before[-1] in ".,:;!?…’”\"'"


def _within_word(text: str, at: int) -> bool:
    return text[at] in "’'" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _opens_single(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1 : at + 2]
    return before in ' \t\u00a0([{—–-/"“' and (after.isalpha() or (after != "" and after in '“"…[$£€'))


def _single_end(text: str, opening: int, paragraph: Span, rest: list[int]) -> tuple[int | None, int | None]:
    """Ends of a single quotation: at the first ’ that cannot be an apostrophe, and at the first that may be none.

    ``rest``: the marks that follow. A quotation inside, of the same marks, is passed over where two marks close them.
    """
    doubtful: int | None = None
    depth = 1
    for at in rest:
        if at > opening + _LONGEST_SINGLE:
            break
        if text[at] == "‘":
            depth += text[opening] == "‘" and _opens_single(text, at, paragraph)
        elif text[at] in "’'" and at > opening + 1 and not text[at + 1 : at + 2].isalnum():
            if text[at - 1] not in ".,!?…;:" and _may_be_possessive(text, at):
                doubtful = doubtful or at + 1
            else:
                depth -= 1
        if depth == 0:
            return at + 1, doubtful
    return None, doubtful


def _may_be_possessive(text: str, at: int) -> bool:
    """An s before the mark and a lower-case word after it: "workers’ rights"."""
    return text[at - 1] in "sSzx" and bool(re.match(r"[’'] [a-z]", text[at : at + 3]))
