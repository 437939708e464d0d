"""Highlighting: an annotated title or text and its marks -> HTML that is safe to put on a page.

Every character of the text is escaped; tags come from this module alone. The letter of a mark travels in
``data-letter`` and is drawn by the style sheet, so that the text content of the HTML is exactly the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from itertools import islice, pairwise

from analysis.model import AnnotatedField, Span, Voice

Mask = Callable[[str], str]
"""Replaces names in shown text (blind reading)."""


SHORT = 24
"""Characters up to which a mark is kept on one line with its letter (``mark.nb``)."""

@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a field to be marked: offsets, layer, letter beside it and title (what the mark means).

    A mark with a ``key`` can be chosen: it is a button with that key as ``data-alt``. The first ``named`` characters
    of the title are somebody's name, which is masked by itself.
    """

    start: int
    end: int
    layer: str
    letter: str
    title: str
    key: str = ""
    named: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells statements: their ``numbers`` in the grid, whether it alone tells them (``only``).

    ``near`` are numbers of statements that were not found in the article and of which this is the nearest sentence.
    """

    start: int
    end: int
    numbers: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    only: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """A stretch of agency copy with a ``note`` on who else runs it."""

    start: int
    end: int
    note: str


Frame = Told | Copied


@dataclass(frozen=True, slots=True)
class _Wrap:
    """One inline element; an element of a lower ``rank`` is outside of one with a higher rank."""

    start: int
    end: int
    rank: tuple[int, int, int]
    tag: str
    attributes: str
    letter: str = ""
    lead: str = ""


def field_html(
    field: AnnotatedField, marks: Sequence[Mark], *, frames: Sequence[Frame] = (), mask: Mask | None = None
) -> str:
    """``field`` as HTML: ``h3.hl`` for a title, ``p`` for paragraphs (``p.subhead`` for heading lines in a text).

    Reported and quoted words stand in ``span.r`` and ``span.q``, marks in ``mark.m`` with the layer as a second
    class and ``nb`` where a mark is short. ``frames`` stand around them: ``span.st`` for sentences that tell
    statements, with an empty button ``span.sn`` for each number, and ``span.cp`` for agency copy. The text content
    is the field's text, or ``mask`` of it.
    """
    shown = _Shown(field.text, mask)
    if field.name == "title":
        return f'<h3 class="hl" dir="auto">{_inline(field, Span(0, len(field.text)), marks, shown, frames)}</h3>'
    parts, position = [], 0
    for paragraph in field.paragraphs:
        parts.append(escape(shown.slice(position, paragraph.start)))
        css = ' class="subhead"' if _is_heading(field.text[paragraph.start : paragraph.end]) else ""
        parts.append(f'<p{css} dir="auto">{_inline(field, paragraph, marks, shown, frames)}</p>')
        position = max(position, paragraph.end)
    parts.append(escape(shown.slice(position, len(field.text))))
    return "".join(parts)


def passage_html(field: AnnotatedField, span: Span, marks: Sequence[Mark], *, mask: Mask | None = None) -> str:
    """A stretch of ``field`` as inline HTML in one ``bdi``, with its voices and ``marks``."""
    return f'<bdi dir="auto">{_inline(field, span, marks, _Shown(field.text, mask))}</bdi>'


def text_html(text: str, *, mask: Mask | None = None) -> str:
    """Any text that came from outside, escaped, masked and kept from turning the text around it."""
    return f'<bdi dir="auto">{escape(mask(text) if mask else text)}</bdi>'


def _is_heading(paragraph: str) -> bool:
    """A short line that ends without a stop is shown as a heading inside the text; the look alone depends on it."""
    line = paragraph.strip()
    return 0 < len(line) <= 90 and "\n" not in line and line[-1].isalnum()


def _inline(
    field: AnnotatedField, span: Span, marks: Sequence[Mark], shown: _Shown, frames: Sequence[Frame] = ()
) -> str:
    """The characters of ``span`` inside properly nested elements; a mark cut by another one is closed and reopened."""
    near = (mark for mark in marks if mark.start < span.end and span.start < mark.end)
    around = (frame for frame in frames if frame.start < span.end and span.start < frame.end)
    wraps = sorted((*_framed(around), *_voices(field, span), *_marked(near, shown)), key=lambda wrap: wrap.rank)
    cuts = sorted({span.start, span.end}
                  | {edge for wrap in wraps for edge in (wrap.start, wrap.end) if span.start < edge < span.end})
    out: list[str] = []
    opened: list[tuple[_Wrap, int]] = []
    for start, end in pairwise(cuts):
        active = [wrap for wrap in wraps if wrap.start <= start and end <= wrap.end]
        keep = _common(opened, active)
        _close(out, opened, keep, start)
        for wrap in active[keep:]:
            opened.append((wrap, len(out)))
            out.append("")
            out.append(wrap.lead if wrap.start == start else "")
        out.append(escape(shown.slice(start, end)))
    _close(out, opened, 0, span.end)
    return "".join(out)


def _close(out: list[str], opened: list[tuple[_Wrap, int]], keep: int, position: int) -> None:
    """Close the elements above ``keep``; their opening tags are written now that it is known where they end."""
    while len(opened) > keep:
        wrap, place = opened.pop()
        letter = f' data-letter="{escape(wrap.letter)}"' if wrap.letter and position >= wrap.end else ""
        out[place] = f"<{wrap.tag}{wrap.attributes}{letter}>"
        out.append(f"</{wrap.tag}>")


def _common(opened: Sequence[tuple[_Wrap, int]], active: Sequence[_Wrap]) -> int:
    """Number of outermost elements that are open already and stay open."""
    count = 0
    for (wrap, _), wanted in zip(opened, active, strict=False):
        if wrap is not wanted:
            break
        count += 1
    return count


def _voices(field: AnnotatedField, span: Span) -> Iterator[_Wrap]:
    """One element for each run of reported or quoted tokens in ``span``."""
    run: tuple[Voice, int, int] | None = None
    first = bisect_right(field.tokens, span.start, key=lambda token: token.end)
    for token in islice(field.tokens, first, None):
        if token.start >= span.end:
            break
        if run is not None and token.voice is run[0]:
            run = (run[0], run[1], token.end)
            continue
        if run is not None:
            yield from _voice(*run)
        run = (token.voice, token.start, token.end)
    if run is not None:
        yield from _voice(*run)


def _voice(voice: Voice, start: int, end: int) -> Iterator[_Wrap]:
    if voice is not Voice.OWN:
        css, title = ("q", "Quoted words") if voice is Voice.QUOTED else ("r", "Reported speech")
        yield _Wrap(start, end, (0, 0, start), "span", f' class="{css}" title="{title}"')


def _marked(marks: Iterable[Mark], shown: _Shown) -> Iterator[_Wrap]:
    for mark in marks:
        if mark.start < mark.end:
            short = " nb" if mark.end - mark.start <= SHORT else ""
            attributes = f' class="m {escape(mark.layer)}{short}" title="{escape(_title(mark, shown))}"'
            if mark.key:
                attributes += f' role="button" tabindex="-1" data-alt="{escape(mark.key)}"'
            yield _Wrap(mark.start, mark.end, (1, mark.start - mark.end, mark.start), "mark", attributes, mark.letter)


def _title(mark: Mark, shown: _Shown) -> str:
    return shown.of(mark.title[: mark.named]) + shown.of(mark.title[mark.named :])


def _framed(frames: Iterable[Frame]) -> Iterator[_Wrap]:
    for frame in frames:
        if isinstance(frame, Copied):
            note = f'<span class="cn" data-note="{escape(frame.note)}"></span>'
            yield _Wrap(frame.start, frame.end, (-2, 0, frame.start), "span", ' class="cp"', lead=note)
        else:
            numbers, near = (" ".join(map(str, each)) for each in (frame.numbers, frame.near))
            only = " only" if frame.only else ""
            attributes = f' class="st{only}" data-st="{numbers}" data-near="{near}"'
            lead = "".join(
                f'<span class="sn" role="button" tabindex="-1" data-n="{number}"'
                f' aria-label="Statement {number}"></span>'
                for number in frame.numbers
            )
            yield _Wrap(frame.start, frame.end, (-1, 0, frame.start), "span", attributes, lead=lead)


class _Shown:
    """What is shown of a text: its slices, with the stretches that a mask replaces shown once, where they begin."""

    def __init__(self, text: str, mask: Mask | None) -> None:
        self._text = text
        self._mask = mask
        self._replaced = _replacements(text, mask(text)) if mask else ()

    def of(self, words: str) -> str:
        """``words`` that do not stand in the text, as they are shown."""
        return self._mask(words) if self._mask else words

    def slice(self, start: int, end: int) -> str:
        """The shown form of ``start:end``; adjoining slices together give the whole masked text."""
        if not self._replaced:
            return self._text[start:end]
        parts, position = [], start
        for replaced, words in self._replaced:
            if replaced.end < position or replaced.start > end:
                continue
            parts.append(self._text[position : min(max(replaced.start, position), end)])
            if start <= replaced.start < end or start < replaced.start == end == len(self._text):
                parts.append(words)
            position = min(max(position, replaced.end), end)
        return "".join((*parts, self._text[position:end]))


def _replacements(text: str, masked: str) -> tuple[tuple[Span, str], ...]:
    """The stretches of ``text`` that differ in ``masked``, found word by word."""
    if text == masked:
        return ()
    before, after = _words(text), _words(masked)
    offsets = [0]
    for word in before:
        offsets.append(offsets[-1] + len(word))
    return tuple(
        (Span(offsets[i1], offsets[i2]), "".join(after[j1:j2]))
        for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes()
        if kind != "equal"
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|\W", text)
