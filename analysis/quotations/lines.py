"""The sentences of a remark, each on its own: outlets cut a statement by the sentence, and within it.

A sentence that is broken off by its cue ("We had twenty minutes," she said, "to decide") is one line of two stretches.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from analysis.model import AnnotatedField, Evidence, FieldName, Span, Speaker
from analysis.quotations.remarks import Remark

_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\b|[^\W_]+(?:[’'ʼ‑-][^\W_]+)*")
_SAME_SIGN = str.maketrans("’ʼ‑", "''-", ".")
_MARKS = "“”„‟«»‹›\"'‘’‚‛"
_BREAK = re.compile(
    rf"(?:(?<![.\W]\w)(?<!\b(?:Mr|Ms|Dr|St|vs|No))(?<!\b(?:Mrs|Gen|Gov|Sen|Rep))[.]|[!?…])[{_MARKS})\]]*\s+"
    rf"(?=[{_MARKS}(\[…]*[^\W\d_a-zß-ÿ])|\n\s*"
)
"""Where a sentence ends: initials ("J. Marsk") and courtesy titles end none, nor does a mark before a small letter."""
_PIECE = re.compile(r"\S(?:.{0,998}\S)?(?!\S)|\S{1,1000}", re.DOTALL)
"""At most 1,000 characters of a sentence; a longer one is cut between words, so that no core is endless."""
_LONGEST_BREAK = 100
"""Characters between the two parts of a sentence that its cue breaks off."""
_NAMED = frozenset({"PERSON", "GPE", "LOC", "ORG", "NORP", "FAC"})


class Word(NamedTuple):
    """A quoted word as it is compared, its characters, and the number of the stretch it stands in.

    ``name`` and ``verb`` are what the parse takes it for.
    """

    text: str
    start: int
    end: int
    quotation: int
    name: bool
    verb: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One quoted sentence, or the part of one that stands in quotation marks. ``spans`` are without the marks.

    ``remark`` is the number of its remark in the event: lines of one remark have one speaker and one cue.
    """

    remark: int
    article: str
    field: FieldName
    spans: tuple[Span, ...]
    words: tuple[Word, ...]
    speaker: Speaker | None
    cue: Evidence | None


def lines(remarks: Iterable[Remark]) -> list[Line]:
    """The lines of all remarks that hold a word, in their order."""
    return [line for number, remark in enumerate(remarks) for line in _of(number, remark)]


def _of(number: int, remark: Remark) -> Iterator[Line]:
    for spans in _sentences(remark.field.text, remark.spans):
        words = tuple(word for place, span in enumerate(spans) for word in _words(remark.field, span, place))
        if words:
            yield Line(
                number, remark.article, remark.field.name, tuple(spans), words, remark.speaker, remark.cue
            )


def _sentences(text: str, quotations: Sequence[Span]) -> list[list[Span]]:
    found: list[list[Span]] = []
    for quotation in quotations:
        first, *others = _cut(text, _inner(text, quotation))
        if found and _goes_on(text, found[-1][-1], first):
            found[-1].append(first)
        else:
            found.append([first])
        found += [[span] for span in others]
    return found


def _inner(text: str, quotation: Span) -> Span:
    start, end = quotation
    start += text[start : start + 1] in _MARKS
    return Span(start, max(start, end - (text[end - 1 : end] in _MARKS)))


def _cut(text: str, span: Span) -> list[Span]:
    breaks = [Span(match.start(), match.end()) for match in _BREAK.finditer(text, span.start, span.end)]
    edges = [span.start, *(edge for each in breaks for edge in each), span.end]
    cuts = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    # The mark that ends a sentence belongs to it, the space behind it to none.
    whole = [Span(cut.start, cut.end + len(text[cut.end : after.start].rstrip())) for cut, after in pairwise(cuts)]
    pieces = [Span(*piece.span()) for cut in (*whole, cuts[-1]) for piece in _PIECE.finditer(text, *cut)]
    return pieces or [span]


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Whether two stretches are one sentence, broken off by commas or dashes around its cue."""
    if not 0 < after.start - before.end <= _LONGEST_BREAK:
        return False
    between = text[before.end : after.start].strip(_MARKS + " \n")
    broken = text[before.start : before.end].rstrip()[-1:] or " "
    return (
        (broken in ",—–-" or between[:1] in (",", "—", "–"))
        and between[-1:] in (",", "—", "–")
        and text[after.start : after.start + 1].islower()
        and _BREAK.search(between) is None
    )


def _words(field: AnnotatedField, span: Span, number: int) -> Iterator[Word]:
    for match in _WORD.finditer(field.text, span.start, span.end):
        index = bisect_left(field.tokens, match.start(), key=lambda token: token.start)
        token = field.tokens[index] if index < len(field.tokens) else None
        known = token if token is not None and token.start == match.start() else None
        name = known is not None and match[0][0].isupper() and (known.pos == "PROPN" or known.entity in _NAMED)
        verb = known is not None and known.pos in ("VERB", "AUX")
        yield Word(match[0].lower().translate(_SAME_SIGN), match.start(), match.end(), number, name, verb)
