"""Text -> units: the lines or paragraphs on which cleaning decides, each with its place in the input."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
_SPACE = re.compile(r"[^\S\n]")
_NEWLINE = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*\Z""")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

WRAP_WIDTH = 100
"""Longest line, in characters, of a text that may have been wrapped by hand or by a mail program."""


class Unit(NamedTuple):
    """A line or paragraph: where it stands in the input (outer white space excluded), and its tidied text."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        return len(_WORD.findall(self.text))

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))

    @property
    def is_prose(self) -> bool:
        """At least a dozen words that end like a sentence, not like a cut-off teaser."""
        return self.words >= 12 and self.ends_sentence and not is_cut_off(self.text)


def is_cut_off(text: str) -> bool:
    """True when ``text`` breaks off in dots, as teasers do."""
    return text.endswith(("...", "…", "[…]", "[...]"))


def words_of(text: str) -> list[str]:
    """The lower-cased words of ``text``, for comparing texts whatever their punctuation."""
    return _WORD.findall(text.lower().replace("’", "'"))


def tidy(text: str) -> str:
    """``text`` without control and invisible characters, every white space an ordinary space, ends trimmed."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def line_count(raw: str) -> int:
    """Number of line ends in ``raw``."""
    return raw.count("\n") + raw.count("\r")


def split_units(raw: str) -> list[Unit]:
    """The units of ``raw``: its paragraphs where it is hard-wrapped, its non-empty lines otherwise.

    A pasted web page has one paragraph a line, whether or not blank lines stand between them.
    """
    lines = [_line(raw, match) for match in _LINE.finditer(raw)]
    lines = [line for line in lines if line.text]
    gaps = [bool(_gap(raw, before, line)) for before, line in pairwise(lines)]
    return _joined(raw, lines, gaps) if _hard_wrapped(lines, gaps) else lines


def _line(raw: str, match: re.Match[str]) -> Unit:
    text = match.group()
    start = match.start() + len(text) - len(text.lstrip())
    return Unit(start, max(start, match.start() + len(text.rstrip())), tidy(text))


def _gap(raw: str, before: Unit, after: Unit) -> bool:
    """True when a blank line, or an indent, parts the two lines."""
    between = raw[before.end:after.start]
    return len(_NEWLINE.findall(between)) > 1 or between.endswith(("  ", "\t"))


def _hard_wrapped(lines: list[Unit], gaps: list[bool]) -> bool:
    """Short lines throughout, of which many go on in the next line with a small letter."""
    if not lines or max(len(line.text) for line in lines) > WRAP_WIDTH:
        return False
    followers = [(before, after) for (before, after), gap in zip(pairwise(lines), gaps, strict=True) if not gap]
    running = [before for before, after in followers if after.text[0].islower() and not before.ends_sentence]
    return len(running) >= 3 and len(running) >= 0.3 * len(followers) and max(len(line.text) for line in running) >= 40


def _joined(raw: str, lines: list[Unit], gaps: list[bool]) -> list[Unit]:
    """Lines put together to paragraphs; a break where the next word would have fitted was meant as one."""
    width = max(len(line.text) for line in lines)
    groups = [[lines[0]]]
    for (before, line), gap in zip(pairwise(lines), gaps, strict=True):
        fits = len(before.text) + 1 + len(line.text.split(" ", 1)[0]) <= 0.85 * width
        if gap or (fits and not line.text[0].islower()):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Unit(group[0].start, group[-1].end, " ".join(line.text for line in group)) for group in groups]
