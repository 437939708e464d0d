"""An article as it was read: text, outlet, date, and what was cut away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

FieldName = Literal["title", "text"]


class Flag(StrEnum):
    """What a reader should know about an article before comparing it."""

    TRANSLATION = "translation"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    OUTLET_GUESSED = "outlet guessed"
    DATE_GUESSED = "date guessed"


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the input that the cleaner judged not to be part of the article.

    ``start`` and ``end`` are offsets into the decoded input as it was given.
    """

    text: str
    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article of one outlet, read and cleaned.

    ``id`` is derived from outlet, title, text, date and URL (``reading.article_id``); ``published`` is an
    ISO date or date-time; ``name`` says where the article came from (a file name, "pasted text").
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    name: str = ""
    removed: tuple[Removed, ...] = ()
    flags: tuple[Flag, ...] = ()

    def passage(self, field_name: FieldName, start: int, end: int) -> str:
        """The characters ``start:end`` of the title or the text."""
        return ((self.title or "") if field_name == "title" else self.text)[start:end]
