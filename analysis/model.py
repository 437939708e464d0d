"""The values that flow through Parallax: a handful of frozen types, and no behaviour beyond reading them.

Offsets are always Python ``str`` offsets (code points), end exclusive, into ``Article.title`` or
``Article.text``. Both strings are cleaned once, when the article is read, and never change afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

FieldName = Literal["title", "text"]
Part = Literal["article", "opening"]

NOT_ENOUGH_TEXT = "not enough text"
_PLACE = re.compile(r"\{([^{}]+)\}")
HOW_USUAL_UNKNOWN = "how usual: not yet measured"


class Voice(StrEnum):
    """Whose words a token is (see METHODS: three voices)."""

    OWN = "own"
    """The outlet's own statement, including cue and source phrase, and scare quotes."""
    REPORTED = "reported"
    """Somebody else's claim in the journalist's choice of words ("he insisted that ...")."""
    QUOTED = "quoted"
    """Somebody else's very words, inside quotation marks that have a source."""


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


class Token(NamedTuple):
    """One token of a title or text. ``head`` is an index into the field's tokens (itself for a root)."""

    start: int
    end: int
    text: str
    lemma: str
    """Lower-cased lemma."""
    pos: str
    """Universal part of speech (``ADJ``, ``VERB`` ...)."""
    tag: str
    """Penn Treebank tag (``VBD`` ...)."""
    dep: str
    """Dependency relation to the head (``nsubj`` ...)."""
    head: int
    entity: str
    """Named-entity type (``PERSON``, ``ORG``, ``GPE`` ...) or ``""``."""
    voice: Voice
    sentence: int
    """Index into the field's sentences."""

    @property
    def is_word(self) -> bool:
        """True for what a reader counts as a word: not punctuation, space, or a clitic ("'s", "n't")."""
        lowered = self.text.lower()
        return (
            any(character.isalnum() for character in self.text)
            and lowered[0] not in "'’"
            and lowered not in ("n't", "n’t")
        )


class CueClass(StrEnum):
    """How a reporting word presents what it introduces (Floyd 2000; Recasens et al. 2013; style guides)."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"
    CONCEDING = "conceding"
    HOSTILE = "hostile"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included. ``sourced`` is False for scare quotes and titles."""

    start: int
    end: int
    sourced: bool


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to have said, thought or claimed something (Pareti 2012): source + cue + content.

    ``speaker`` is the source resolved to a name within the article where that succeeds. ``direct`` is True
    when the content holds a quotation. ``claim`` is False for wishes, plans and attitudes ("wants to stay",
    "opposed the plan"): they are kept, but make no reported speech and no cue.
    """

    source: Span | None
    speaker: str | None
    cue: Span | None
    cue_class: CueClass | None
    content: tuple[Span, ...]
    direct: bool
    claim: bool = True


@dataclass(frozen=True, slots=True)
class AnnotatedField:
    """The annotation of a title or a text. Spans of sentences and paragraphs are in order and do not overlap."""

    name: FieldName
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with everything that measures need; made once by ``annotation.annotate`` and stored."""

    article: Article
    annotator: str
    """Version of the annotator and its language model."""
    text: AnnotatedField
    title: AnnotatedField | None = None

    @property
    def id(self) -> str:
        return self.article.id

    def fields(self) -> Iterator[AnnotatedField]:
        """Title (where there is one), then text."""
        if self.title is not None:
            yield self.title
        yield self.text

    def tokens(self, voice: Voice | None = None, part: Part = "article") -> Iterator[tuple[AnnotatedField, int]]:
        """(field, token index) of every token of ``voice`` (None: any) in ``part``.

        ``article`` is the text without the title, ``opening`` is the title and the first paragraph.
        """
        for annotated, limit in self._reach(part):
            for index, token in enumerate(annotated.tokens):
                if token.start >= limit:
                    break
                if voice is None or token.voice is voice:
                    yield annotated, index

    def word_count(self, voice: Voice | None = None, part: Part = "article") -> int:
        """Number of words (``Token.is_word``) of ``voice`` in ``part``."""
        return sum(annotated.tokens[index].is_word for annotated, index in self.tokens(voice, part))

    def _reach(self, part: Part) -> Iterator[tuple[AnnotatedField, int]]:
        if part == "article":
            yield self.text, len(self.text.text)
            return
        if self.title is not None:
            yield self.title, len(self.title.text)
        if self.text.paragraphs:
            yield self.text, self.text.paragraphs[0].end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage behind a number: offsets into the title or text of one article, within one voice."""

    article: str
    field: FieldName
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measure of one article in one voice.

    ``value`` is None where it is undefined (shown as "not enough text"), never 0 in its place. ``basis`` is the
    denominator in the words of that voice; ``part`` is ``article`` (the text) or ``opening`` (headline and first
    paragraph, where ``value`` is a count, because ten words make no rate).
    """

    measure: str
    article: str
    voice: Voice
    value: float | None
    unit: str
    basis: int
    evidence: tuple[Evidence, ...] = ()
    part: Part = "article"


@dataclass(frozen=True, slots=True)
class ContrastTerm:
    """A word or phrase that one outlet uses more than the rest do (see ``contrast``).

    ``voice`` is ``own+reported`` (the outlet's choice of words) or ``quoted``. ``tested`` is True only where a
    permutation test could be made; otherwise z describes and proves nothing.
    """

    term: str
    n: int
    article: str
    z: float
    tfidf: float
    count: int
    count_rest: int
    tested: bool
    voice: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that limits a comparison; not a finding. ``template`` holds ``{article id}`` for outlets."""

    kind: str
    template: str
    articles: tuple[str, ...] = ()

    def sentence(self, labels: Mapping[str, str]) -> str:
        """The notice in words, with ``labels`` (article id -> outlet as shown) filled in."""
        return fill(self.template, labels)


@dataclass(frozen=True, slots=True)
class Finding:
    """One plain sentence on where outlets differ, with the numbers and passages behind it.

    ``rows`` gives each article's figure as shown beside the sentence; ``size`` says how large, on which basis.
    """

    kind: str
    template: str
    size: str
    voice: str
    unit: str
    rows: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    weight: float

    def sentence(self, labels: Mapping[str, str]) -> str:
        """The finding in words, with ``labels`` (article id -> outlet as shown) filled in."""
        return fill(self.template, labels)


@dataclass(frozen=True, slots=True)
class Correction:
    """A user's word against the machine's: a mark dismissed, or a stretch given another voice.

    ``kind`` is ``dismiss`` (``measure`` names the measure, or ``""`` for all) or ``voice`` (``voice`` is the
    right one). Kept in the library, applied to every comparison, counted and disclosed.
    """

    article: str
    field: FieldName
    start: int
    end: int
    kind: Literal["dismiss", "voice"]
    measure: str = ""
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A set of articles on one event, grouped by Parallax or put together by hand."""

    id: str
    title: str
    articles: tuple[str, ...]
    by_hand: bool = False
    sample: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything Parallax can say about one story. Articles keep the order they were given in."""

    articles: tuple[AnnotatedArticle, ...]
    notices: tuple[Notice, ...]
    measurements: tuple[Measurement, ...]
    contrast: tuple[ContrastTerm, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)


def fill(template: str, labels: Mapping[str, str]) -> str:
    """``template`` with every ``{article id}`` replaced by its label; other braces stay as they are."""
    return _PLACE.sub(lambda place: labels.get(place[1], place[0]), template)


def outlet_labels(articles: tuple[Article, ...], *, hidden: bool = False) -> dict[str, str]:
    """Article id -> the name to show: the outlet, numbered where it is unknown or stands twice.

    ``hidden`` replaces every name by "Outlet A", "Outlet B" ... (one letter an outlet), for blind reading.
    """
    names = [article.outlet or "" for article in articles]
    if hidden:
        distinct = list(dict.fromkeys(name or article.id for name, article in zip(names, articles, strict=True)))
        names = [
            f"Outlet {_letters(distinct.index(name or article.id))}"
            for name, article in zip(names, articles, strict=True)
        ]
    names = [name or f"Unnamed outlet {position}" for position, name in enumerate(names, 1)]
    return {
        article.id: name if names.count(name) == 1 else f"{name} ({names[: position + 1].count(name)})"
        for position, (article, name) in enumerate(zip(articles, names, strict=True))
    }


def _letters(index: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    head, tail = divmod(index, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + tail)
