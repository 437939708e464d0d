"""Work in progress on the attributions of one text: what was found so far, and whose quotations are whose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from analysis.annotation.quotes import Quote
from analysis.annotation.spans import merged
from analysis.annotation.tree import Tree
from analysis.model import Attribution, CueClass, Span, Token

VERBATIM_WORDS = 5
"""A quotation of this many words is taken for somebody's very words even where no source was found."""

REACH = 200
"""Characters between a quotation and its source or cue, at most."""

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_STOP = re.compile(r"[.!?;:\n\"“”]")
_DATELINE = 100
_CAPITALS = r"[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]*){0,4}(?:, [^\n–—()-]{1,40})?"
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_IN_BRACKETS = r"\([A-Z][^)\n]{1,40}\)"
_TITLED = r"[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+){0,2}"
_TWO_PLACES = rf"{_TITLED}(?:\s?/\s?{_TITLED}){{1,3}}(?:, [^\n–—()-]{{1,40}})?"
_DATED = rf"{_TITLED}(?:, {_TITLED})?,? \(?(?:{_MONTHS})[a-z]*\.? [0-9]{{1,2}}\)?"
_PLACE = re.compile(
    rf"(?:(?:{_CAPITALS}|{_TWO_PLACES}|{_DATED})(?:\s*{_IN_BRACKETS})?|(?:{_TITLED}\s*)?{_IN_BRACKETS})"
    r"\s*(?:--?|–|—)\s+"
)
GAP = re.compile(r"[ \u00a0,;:–—-]*")

Led = tuple[Span, Span, CueClass | None]
"""Source, cue and class of the words that lead to a quotation."""


@dataclass
class Work:
    """Work in progress on one text."""

    text: str
    tree: Tree
    sentences: Sequence[Span]
    paragraphs: Sequence[Span]
    quotes: Sequence[Quote]
    found: list[Attribution] = field(default_factory=list)
    owner: dict[int, int] = field(default_factory=dict)
    """Number of a quote -> number of the attribution whose content holds it."""
    joined: dict[int, list[Span]] = field(default_factory=dict)
    """Number of an attribution -> quotations given to it later; kept apart so that a long chain stays quick."""
    by_cue: dict[int, int] = field(default_factory=dict)
    """Where a cue begins -> number of its attribution."""
    reporting: dict[int, Led | None] = field(default_factory=dict)
    """Index of a token -> source, cue and class of the reporting verb it is."""
    promoted: set[int] = field(default_factory=set)
    """Numbers of the wishes and deeds that are claims for the quotation in them alone ("plans to end the “farce”")."""
    named: set[int] = field(default_factory=set)
    """Numbers of the quotes that stand after "Name:"; no verb takes those."""

    def near(self, start: int, end: int) -> list[tuple[int, Quote]]:
        """Numbered quotations, not yet named, that overlap ``start:end`` or stand within reach of it."""
        first = bisect_left(self.quotes, start - REACH, key=lambda quote: quote.end)
        last = bisect_right(self.quotes, end + REACH, key=lambda quote: quote.start)
        return [(number, self.quotes[number]) for number in range(first, last) if number not in self.named]

    def token_at(self, offset: int) -> int:
        """Index of the first token that starts at ``offset`` or later."""
        return bisect_left(self.tree.tokens, offset, key=lambda token: token.start)

    def paragraph_of(self, offset: int) -> int:
        """Number of the paragraph that holds ``offset``."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1)

    def sentence_of(self, offset: int) -> int:
        """Number of the sentence that holds ``offset``."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1)

    def dateline_at(self, offset: int) -> Span | None:
        """ "HARL, March 3 (Agency) - " at the start of a paragraph, where ``offset`` lies in it."""
        paragraph = self.paragraphs[self.paragraph_of(offset)] if self.paragraphs else None
        if paragraph is None or offset - paragraph.start > _DATELINE:
            return None
        line = _PLACE.match(self.text, paragraph.start, paragraph.end)
        return Span(line.start(), line.end()) if line is not None and offset < line.end() else None

    def is_verbatim(self, quote: Quote, words: int = VERBATIM_WORDS) -> bool:
        """True for a quotation of at least ``words`` words."""
        return len(WORD.findall(self.text[quote.start : quote.end])) >= words

    def join(self, number: int, position: int, *, drawn_out: bool = False) -> None:
        """Give quotation ``number`` to the attribution at ``position``; ``drawn_out``: with the words before it.

        Those are the words between the content and the quotation, where both stand in one sentence.
        """
        quote = self.quotes[number].span
        last = max((span.end for span in self.found[position].content if span.end <= quote.start), default=quote.start)
        between = self.text[last : quote.start]
        if drawn_out and len(between) <= REACH and not _STOP.search(between):
            quote = Span(last, quote.end)
        self.joined.setdefault(position, []).append(quote)
        self.owner[number] = position

    def add(self, number: int, source: Span | None, cue: Span | None = None, label: CueClass | None = None) -> None:
        """A new attribution that holds quotation ``number``."""
        self.owner[number] = len(self.found)
        self.found.append(Attribution(source, None, cue, label, (self.quotes[number].span,), True))

    def all_found(self) -> list[Attribution]:
        """What was found, with the quotations that were joined to it."""
        for position, spans in self.joined.items():
            content = tuple(merged((*self.found[position].content, *spans)))
            self.found[position] = replace(self.found[position], content=content, direct=True)
        self.joined.clear()
        return self.found

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the text."""
        return self.tree.tokens
