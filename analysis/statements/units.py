"""What is aligned: the pieces of the sentences of an event, with their weighty words and their vectors."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from analysis import embedding
from analysis.details import Detail, details
from analysis.embedding import DIMENSIONS, Vectors
from analysis.model import AnnotatedArticle, AnnotatedField, Chain, FieldName, Token, Voice
from analysis.phrasing import weight, words
from analysis.pieces import Piece, extra_texts, is_whole, letters, pieces
from analysis.statements.asides import is_aside
from analysis.statements.counts import Count, counts
from analysis.statements.parts import NO_PARTS, Parts, parts_of
from analysis.statements.repeated import repeated
from analysis.statements.wording import named_speakers, naming, said_by, sources, told, voices

MOST_UNITS = 4_000
"""Pieces of an event that are aligned, an equal share of them from each article, from its start."""
_LONGEST = 1_000
"""Characters of a piece that are looked at; a longer one is a table."""
_MOST_TOKENS = 120
"""Tokens of a sentence in which people are counted; a longer one is a list."""
_FEWEST_WORDS = 4
"""Words of a sentence from which it can tell something."""
_LEAST_WEIGHT = 5.0
"""Weight of a piece's words together (see ``phrasing.weight``) from which it tells something of its own."""
_LEAST_REPEATED = 2.5
"""The same of what two articles have word for word."""
_FIGURE_WEIGHT, _COMMON_WEIGHT = 12.0, 3.0
"""What a figure tells, and what a small count, a weekday or a month does."""
_SILENCE_WEIGHT = 8.0
"""What it tells that somebody did not answer, however it is worded."""
_SILENCE = re.compile(
    r"\b(?:declin|refus)(?:ed|es|ing) (?:\w+ )?to (?:comment|answer|respond|say)\b"
    r"|\b(?:not|n['’]t) (?:\w+ )?(?:respond|repl|answer|comment)(?:y|ed|ied)?\b(?! with)"
    r"|\b(?:not|n['’]t) (?:\w+ )?return(?:ed)?\b(?= (?:\w+ ){0,4}(?:calls?|messages?|e-?mails?|requests?|inquiries)\b)"
    r"|\bunanswered\b|\bno (?:comment|reply|response|answer)\b|\bnot (?:be reached|available for comment)\b",
    re.IGNORECASE,
)
_NAME = 0.3
"""What a name keeps of its weight: that both name a place says little about what is told of it."""
_COMMON_KINDS = frozenset({"weekday", "month", "part of the day", "place in a row", "order of magnitude", "times"})
_NO_TERMS = frozenset({"nearness", "by or to", "change", "period"})
"""Kinds that set two pieces apart, and do not make them alike."""
_SMALL = 12
_NUMERAL_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
"""
_NUMERALS = frozenset(_NUMERAL_WORDS.split())
"""They are compared as figures, not as words."""

_OPEN = frozenset({"should", "would", "could", "may", "might", "must", "can", "to", "if", "whether"})
Said = Literal["affirmed", "denied", "open"]
"""Whether a verb tells that something is, that it is not, or only that it may or should be ("not to sign")."""
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a sentence: place of the article in the event, field, index of the sentence and its paragraph, words,
    the whole sentence, the terms of the piece with weights, what it counts, the lemmas of its verbs and how each is
    said, the terms that only name somebody, how many words of what is told are in each voice, who does what, and the
    words of the name of the person who says it (none where that is nobody named)."""

    article: int
    field: FieldName
    sentence: int
    paragraph: int
    """From 1; 0 for the headline."""
    text: str
    whole: str
    terms: Mapping[str, float]
    counts: tuple[Count, ...] = ()
    verbs: frozenset[tuple[str, Said]] = frozenset()
    names: frozenset[str] = frozenset()
    voices: tuple[tuple[Voice, int], ...] = ()
    parts: Parts = NO_PARTS
    speaker: frozenset[str] = frozenset()

    @property
    def is_silent(self) -> bool:
        """Whether it tells that somebody gave no answer."""
        return "#silence" in self.terms


@dataclass(frozen=True, slots=True)
class Units:
    """All units of an event, article by article. ``vectors`` and ``contexts`` (those of the whole sentences) have one
    row a unit; both are None where the model is not installed and no vectors are stored."""

    units: tuple[Unit, ...]
    articles: Indices
    vectors: Vectors | None
    contexts: Vectors | None


_Chosen = tuple[Unit, AnnotatedField, Piece]
"""A unit, where it stands, and the piece whose vector is its own."""


def units(event: Sequence[AnnotatedArticle]) -> Units:
    """The pieces that tell something, at most ``MOST_UNITS``, with their vectors as stored or made now; and what is
    ``repeated`` word for word of sentences whose pieces tell too little."""
    share = max(1, MOST_UNITS // max(1, len(event)))
    chosen: list[_Chosen] = []
    for place, article in enumerate(event):
        mine = (each for field in article.fields() for each in _told(place, field, article.chains))
        chosen.extend(each for each, _ in zip(mine, range(share), strict=False))
    chosen.extend(islice(_said_again(event, [unit for unit, _, _ in chosen]), MOST_UNITS - len(chosen)))
    chosen.sort(key=lambda each: (each[0].article, each[0].field != "title", each[0].sentence))
    found = tuple(unit for unit, _, _ in chosen)
    vectors, contexts = _vectors([(field, piece) for _, field, piece in chosen])
    return Units(found, np.array([unit.article for unit in found], dtype=np.intp), vectors, contexts)


def _said_again(event: Sequence[AnnotatedArticle], chosen: Sequence[Unit]) -> Iterator[_Chosen]:
    """What is ``repeated`` and in no unit yet, with the vector of the whole sentence."""
    having: dict[tuple[int, int], list[str]] = {}
    for unit in chosen:
        if unit.field == "text":
            having.setdefault((unit.article, unit.sentence), []).append(letters(unit.text))
    sentences = ((at, number) for at, each in enumerate(event) for number in range(len(each.text.sentences)))
    same = repeated(event, [place for place in sentences if place not in having])
    missing = [place for place in sorted(same) if not any(letters(same[place]) in own for own in having.get(place, ()))]
    for article, own in groupby(missing, key=lambda place: place[0]):
        field = event[article].text
        whole = [Piece(number, _sentence(field, number)) for _, number in own]
        cut = [(Piece(piece.sentence, same[article, piece.sentence]), piece) for piece in whole]
        yield from _units_of(article, field, event[article].chains, cut)


def _sentence(field: AnnotatedField, number: int) -> str:
    span = field.sentences[number]
    return field.text[span.start : span.end]


def terms(text: str) -> dict[str, float]:
    """The stems of the content words and the figures and dates (as "#kind:value"), each with its weight."""
    found = {
        word.stem: weight(word.stem) * (_NAME if word.name else 1)
        for word in words(text)
        if word.content and len(word.stem.strip(".")) > 1 and not word.text[0].isdigit() and word.text not in _NUMERALS
    }
    for detail in details(text):
        if detail.kind not in _NO_TERMS:
            found[f"#{detail.kind}:{detail.value:g}"] = _detail_weight(detail)
    if silent(text):
        found["#silence"] = _SILENCE_WEIGHT
    return found


def silent(text: str) -> bool:
    """Whether somebody is said to have given no answer: "declined to comment", "has not replied"."""
    return _SILENCE.search(text) is not None


def _detail_weight(detail: Detail) -> float:
    common = detail.kind in _COMMON_KINDS or (detail.kind == "count" and detail.value <= _SMALL)
    return _COMMON_WEIGHT if common else _FIGURE_WEIGHT


def _told(article: int, field: AnnotatedField, chains: Sequence[Chain]) -> Iterator[_Chosen]:
    return _units_of(article, field, chains, ((piece, piece) for piece in pieces(field)))


def _units_of(
    article: int, field: AnnotatedField, chains: Sequence[Chain], pieces: Iterable[tuple[Piece, Piece]]
) -> Iterator[_Chosen]:
    """The units of the pieces that tell something; each stands with the piece whose vector is its own."""
    starts = [span.start for span in field.paragraphs]
    places: dict[int, list[int]] = {}
    for place, token in enumerate(field.tokens):
        places.setdefault(token.sentence, []).append(place)
    said, parts, people = sources(field), parts_of(field, chains), named_speakers(field, chains)
    for piece, meant in pieces:
        span, whole = field.sentences[piece.sentence], _sentence(field, piece.sentence)
        if _tells(whole):
            text = piece.text[:_LONGEST]
            weighed = terms(text)
            if sum(weighed.values()) >= (_LEAST_WEIGHT if piece is meant else _LEAST_REPEATED):
                paragraph = 0 if field.name == "title" else max(1, bisect_right(starts, span.start))
                own = places.get(piece.sentence, [])
                telling = told(field.tokens, own, text, said)
                if not telling and said.intersection(own) and told(field.tokens, own, whole, said):
                    continue  # "said Ada Holm, director of the harbour"
                unit = Unit(
                    article,
                    field.name,
                    piece.sentence,
                    paragraph,
                    text,
                    whole,
                    weighed,
                    _counts(field, own, text),
                    _verbs(field, own, text),
                    naming(field.tokens, own[:_MOST_TOKENS], text),
                    voices(field.tokens, telling or own),
                    parts(piece.head),
                    said_by(people, telling),
                )
                yield unit, field, meant


def _counts(field: AnnotatedField, places: Sequence[int], text: str) -> tuple[Count, ...]:
    """The counts of a sentence whose figures stand in this piece of it."""
    if not 0 < len(places) <= _MOST_TOKENS:
        return ()
    figures = {(each.kind, each.value) for each in details(text)}
    return tuple(each for each in counts(field.tokens, places) if (each.figure.kind, each.figure.value) in figures)


def _verbs(field: AnnotatedField, places: Sequence[int], text: str) -> frozenset[tuple[str, Said]]:
    """The verbs of a sentence that stand in this piece of it, and whether each is affirmed."""
    inside = set(text.split())
    near, tokens = places[:_MOST_TOKENS], field.tokens
    denied = {_denied(tokens, at) for at in near}
    open_ = {tokens[at].head for at in near if tokens[at].lemma in _OPEN and tokens[at].dep in ("aux", "mark")}
    verbs = [at for at in near if tokens[at].text in inside and _is_verb(tokens[at])]
    return frozenset(
        (tokens[at].lemma, "open" if at in open_ else "denied" if at in denied else "affirmed") for at in verbs
    )


def _is_verb(token: Token) -> bool:
    return token.pos == "VERB" or (token.pos == "AUX" and token.dep not in ("aux", "auxpass"))


def _denied(tokens: Sequence[Token], place: int) -> int:
    """The verb that this word denies; -1 where it denies none."""
    token = tokens[place]
    if token.dep == "neg":
        return token.head
    if token.lemma in ("no", "nobody", "none", "nothing") and (place == 0 or tokens[place - 1].pos != "PUNCT"):
        noun = token.head if token.dep == "det" else place
        return tokens[noun].head
    return -1


def _tells(sentence: str) -> bool:
    words = sum(any(map(str.isalnum, word)) for word in sentence[:_LONGEST].split())
    return words >= _FEWEST_WORDS and not is_aside(sentence)


def _vectors(chosen: Sequence[tuple[AnnotatedField, Piece]]) -> tuple[Vectors | None, Vectors | None]:
    """The vectors of the pieces and those of their sentences."""
    stored = _stored(field for field, _ in chosen)
    missing = [text for field, piece in chosen for text in _lacking(stored[id(field)], field, piece)]
    if missing and not embedding.available():
        return None, None
    distinct = list(dict.fromkeys(missing))
    made = dict(zip(distinct, embedding.embed(distinct), strict=True)) if distinct else {}
    found = np.zeros((2, len(chosen), DIMENSIONS), dtype=np.float32)
    for place, (field, piece) in enumerate(chosen):
        rows = stored[id(field)]
        sentence = rows.get(piece.sentence)
        context = made[_sentence(field, piece.sentence)] if sentence is None else sentence
        own = context if is_whole(field, piece) else rows.get(piece.text)
        found[:, place] = (made[piece.text] if own is None else own), context
    return found[0], found[1]


def _lacking(rows: Mapping[str | int, Vectors], field: AnnotatedField, piece: Piece) -> Iterator[str]:
    """The texts that have to be embedded for a piece."""
    if piece.sentence not in rows:
        yield _sentence(field, piece.sentence)
    if piece.text not in rows and not is_whole(field, piece):
        yield piece.text


def _stored(fields: Iterable[AnnotatedField]) -> dict[int, dict[str | int, Vectors]]:
    """By field (its ``id``): the stored vectors by index of a sentence, and by text of a piece."""
    found: dict[int, dict[str | int, Vectors]] = {}
    for field in fields:
        if id(field) not in found:
            found[id(field)] = _rows(field)
    return found


def _rows(field: AnnotatedField) -> dict[str | int, Vectors]:
    rows = embedding.stored(field)
    if rows is None:
        return {}
    names: list[str | int] = list(range(len(field.sentences)))
    if len(rows) > len(names):
        extra = extra_texts(field, pieces(field))
        names.extend(extra if len(rows) == len(names) + len(extra) else ())
    return dict(zip(names, rows, strict=False))
