"""An article as it was annotated: tokens, sentences, voices, attributions, mentions of people, groups and countries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Literal, NamedTuple

from analysis.model.texts import Article, FieldName, Span

Part = Literal["article", "opening"]


class Voice(StrEnum):
    """Whose words a token is (see METHODS: three voices)."""

    OWN = "own"
    """The outlet's own statement, including cue and source phrase, and scare quotes."""
    REPORTED = "reported"
    """Somebody else's claim in the journalist's choice of words ("he insisted that ...")."""
    QUOTED = "quoted"
    """Somebody else's very words, inside quotation marks that have a source."""


def main_voice(words: Mapping[Voice, int]) -> Voice:
    """The voice that has most ``words`` (their numbers by voice); where two have as many, the outlet's own first."""
    return max(Voice, key=lambda voice: words.get(voice, 0))


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
        return _is_word(self.text)


@lru_cache(maxsize=100_000)
def _is_word(text: str) -> bool:
    lowered = text.lower()
    return any(map(str.isalnum, text)) and lowered[0] not in "'’" and lowered not in ("n't", "n’t")


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


class EntityKind(StrEnum):
    """What sort of actor (or matter) is named."""

    PERSON = "person"
    GROUP = "group"
    """An organisation, an institution, or people taken together ("the residents")."""
    COUNTRY = "country"
    """A country, region or town, as an actor or as a place."""
    OTHER = "other"
    """A thing, event or matter that is spoken of again and again ("the deal", "the memos")."""


class MentionForm(StrEnum):
    """How an actor is mentioned."""

    NAME = "name"
    """By (part of) a proper name: "Mara Teviot", "Ms Teviot"."""
    LABEL = "label"
    """By a description: "the union boss", "director of the line"."""
    PRONOUN = "pronoun"
    """By a pronoun; kept so that speakers can be resolved, never counted as a label."""


class Mention(NamedTuple):
    """A stretch of a title or text that stands for an actor. ``chain`` is an index into ``AnnotatedArticle.chains``."""

    start: int
    end: int
    chain: int
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Chain:
    """One actor of one article; ``name`` is the fullest name in that article, or its label where it has no name."""

    name: str
    kind: EntityKind


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
    mentions: tuple[Mention, ...] = ()
    vectors: bytes = b""
    """Vectors of the sentences and their clauses (float16, row by row, see ``pieces.texts``); empty where the model is
    not installed."""


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with everything that measures need; made once by ``annotation.annotate`` and stored."""

    article: Article
    annotator: str
    """Version of the annotator and its language model."""
    text: AnnotatedField
    title: AnnotatedField | None = None
    chains: tuple[Chain, ...] = ()
    """The actors that the mentions of title and text point to."""

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

    def headline_words(self, voice: Voice) -> int:
        """Number of words of ``voice`` in the title; 0 without one."""
        return sum(token.is_word and token.voice is voice for token in self.title.tokens) if self.title else 0

    def _reach(self, part: Part) -> Iterator[tuple[AnnotatedField, int]]:
        if part == "article":
            yield self.text, len(self.text.text)
            return
        if self.title is not None:
            yield self.title, len(self.title.text)
        if self.text.paragraphs:
            yield self.text, self.text.paragraphs[0].end
