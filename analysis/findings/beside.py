"""The other figure that an article gives beside its own: "The coastguard puts the figure at nine", one sentence on.

An outlet that gives both of two figures stands under neither. Its other figure is looked for in the sentence of the
statement and in those around it, and has to count the same thing: either it tells the same fate ("the hospital treated
14"), or it counts nothing of its own and is told as a count of it (``told_counts``). In the sentence of the statement
itself it is enough that it counts nothing else and is no age or time ("the youngest, nine", "at nine").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.agency.wordsets import words as word_set
from analysis.details import BOUND, Detail, agree, details
from analysis.findings.told_counts import PRONOUNS, Counted, teller
from analysis.model import AnnotatedArticle, AnnotatedField, Cell, Span, Token
from analysis.phrasing import stem
from analysis.prose import shortened
from analysis.statements.counts import counts, fate_of

_AROUND = 2
"""Sentences before and after that of the statement in which the other figure may stand."""
_MOST_TOKENS = 120
"""Words of a sentence that are looked at; a longer one is a list."""
_LONGEST_SOURCE = 60
_WIDEST = 4
"""Words that a figure takes at most."""
_TIMES = word_set("at by around about until till since from before after aged past")
"""Words before a figure that make it a time or an age."""
_THE = re.compile(r"(?:The|An?|Its|Their|His|Her)\b")


class Said(NamedTuple):
    """A detail as an article gives it, in its words, whom it gives it to ("" where nobody is named), and the sentence
    where that is none of the statement's own."""

    article: str
    words: str
    source: str
    sentence: Span | None = None


def said(annotated: AnnotatedArticle, cell: Cell) -> Said:
    """The detail of ``cell``, a figure with its "at least", and whom the article gives it to."""
    field, number = _field(annotated, cell), _number(annotated, cell)
    words = _bounded(field.text[cell.start : cell.end], cell.detail)
    source = _source(field, Span(cell.start, cell.end), words)
    if not source and number is not None and (place := _token(field, number, words)) is not None:
        source = teller(field.tokens, _places(field, number), place, _counted(field, number, words)) or ""
    return Said(cell.article, " ".join(words.split()), _as_source(source))


def as_told(annotated: AnnotatedArticle, cell: Cell, others: Sequence[str]) -> str:
    """The figure of ``cell`` that agrees with one of ``others`` (figures in words), as its sentence has it with its
    "more than"; "" where it gives none."""
    sentence = annotated.article.passage(cell.field, cell.start, cell.end)
    wanted = [detail for words in others for detail in details(words)]
    found = next((each for each in details(sentence) if any(agree(each, other) for other in wanted)), None)
    return "" if found is None else _bounded(sentence, _as_written(sentence, found))


def fates(annotated: AnnotatedArticle, cell: Cell) -> frozenset[str]:
    """What those met with whom the detail of ``cell`` counts ("hurt", "dead"), as far as that is told."""
    number = _number(annotated, cell)
    own = None if number is None else _counted(_field(annotated, cell), number, cell.detail)
    return frozenset(each.fate for each in own.counts if each.fate) if own else frozenset()


def is_part(annotated: AnnotatedArticle, cell: Cell) -> bool:
    """"Two of those 80": a figure of a part."""
    sentence = annotated.article.passage(cell.field, cell.start, cell.end)
    return bool(re.search(rf"(?<!\w){re.escape(cell.detail)}\s+of\b", sentence))


def beside(annotated: AnnotatedArticle, cell: Cell, others: Sequence[str]) -> Iterator[Said]:
    """The figures that agree with one of ``others`` (figures in words, of other articles) and count what the figure of
    ``cell`` counts, in its sentence and in those around it."""
    field, number = _field(annotated, cell), _number(annotated, cell)
    wanted = [detail for words in others for detail in details(words)]
    if number is None or not wanted:
        return
    own = _counted(field, number, cell.detail)
    around = _AROUND if cell.field == "text" else 0
    for at in range(max(0, number - around), min(len(field.sentences), number + around + 1)):
        span = field.sentences[at]
        sentence = field.text[span.start : span.end]
        for detail in details(sentence):
            if any(agree(detail, other) for other in wanted):
                words = _bounded(sentence, _as_written(sentence, detail))
                source = _teller(field, at, detail, words, own._replace(away=at - number))
                if source is not None:
                    source = _source(field, span, words) or source
                    shown = " ".join(words.split())
                    yield Said(cell.article, shown, _as_source(source), span if at != number else None)


def _field(annotated: AnnotatedArticle, cell: Cell) -> AnnotatedField:
    return annotated.title if cell.field == "title" and annotated.title else annotated.text


def _number(annotated: AnnotatedArticle, cell: Cell) -> int | None:
    """The index of the sentence of ``cell``, where it has a detail."""
    field = _field(annotated, cell)
    at = bisect_left(field.sentences, cell.start, key=lambda span: span.start)
    return at if cell.detail and at < len(field.sentences) and field.sentences[at].start == cell.start else None


def _counted(field: AnnotatedField, number: int, figure: str) -> Counted:
    """What ``figure`` counts in a sentence."""
    span, places = field.sentences[number], _places(field, number)
    mine = [one for words in details(figure) for one in details(field.text[span.start : span.end]) if agree(one, words)]
    told = [field.tokens[at] for at in places if field.tokens[at].is_word]
    return Counted(
        mine[0].noun if mine else "",
        frozenset(stem(token.text.lower()) for token in told),
        frozenset(each for each in counts(field.tokens, places) if any(agree(each.figure, one) for one in mine)),
        frozenset(filter(None, (fate_of(token.lemma) for token in told))),
    )


def _teller(field: AnnotatedField, at: int, detail: Detail, words: str, own: Counted) -> str | None:
    """Who tells the figure, "" where nobody is named; None where it does not count what ``own`` counts."""
    places, place = _places(field, at), _token(field, at, words)
    if place is None:
        return None
    bare = not detail.noun or not _counts_a_noun(field.tokens, place)
    told = teller(field.tokens, places, place, own) if bare or detail.noun == own.noun else None
    if told is not None:
        return told
    fates = {(each.who, each.fate) for each in own.counts if each.fate}
    if any((each.who, each.fate) in fates for each in counts(field.tokens, places) if agree(each.figure, detail)):
        return ""
    return "" if own.away == 0 and not detail.noun and not _is_age_or_time(field.tokens, place) else None


def _counts_a_noun(tokens: Sequence[Token], place: int) -> bool:
    """"Nine boats", "nine of the boats"; not "nine on Tuesday"."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return following is not None and (following.pos in ("NOUN", "PROPN", "ADJ", "X") or following.lemma == "of")


def _is_age_or_time(tokens: Sequence[Token], place: int) -> bool:
    """"Ida Brandt, 11, was hurt", "the youngest, 11", "at 11"."""
    before = tokens[max(0, place - 2) : place]
    if not before:
        return False
    aside = len(before) == 2 and before[1].text == "," and before[0].pos in ("PROPN", "ADJ")
    return aside or before[-1].text.lower() in _TIMES


def _places(field: AnnotatedField, number: int) -> range:
    span = field.sentences[number]
    first, end = (bisect_left(field.tokens, edge, key=lambda token: token.start) for edge in (span.start, span.end))
    return range(first, end) if end - first <= _MOST_TOKENS else range(0)


def _token(field: AnnotatedField, number: int, words: str) -> int | None:
    """The last token of the figure that stands as ``words`` in the sentence."""
    start = _start(field, field.sentences[number], words)
    if start is None:
        return None
    return next((at for at in _places(field, number) if field.tokens[at].end == start + len(words)), None)


def _start(field: AnnotatedField, sentence: Span, words: str) -> int | None:
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", field.text[sentence.start : sentence.end]) if words else None
    return sentence.start + found.start() if found else None


def _as_written(sentence: str, wanted: Detail) -> str:
    """The shortest stretch of words that gives the figure."""
    words = [word.strip(" ,;:.!?()[]\"“”‘’") for word in sentence.split()]
    for width in range(1, _WIDEST + 1):
        for first in range(len(words) - width + 1):
            stretch = " ".join(words[first : first + width])
            if any((each.kind, each.value) == (wanted.kind, wanted.value) for each in details(stretch)):
                return stretch
    return f"{wanted.value:g}"


def _bounded(sentence: str, words: str) -> str:
    """A figure with the bound before it, as it stands there: "at least two"."""
    found = re.search(rf"(?<!\w)(?:{BOUND})\s+{re.escape(words)}(?!\w)", sentence, re.IGNORECASE) if words else None
    return found[0] if found else words


def _source(field: AnnotatedField, sentence: Span, words: str) -> str:
    """Whom the article gives the detail to: the source of what is said there, as the article names it."""
    start = _start(field, sentence, words)
    if start is None:
        return ""
    for one in field.attributions:
        if one.claim and one.source and any(span.start <= start < span.end for span in one.content):
            source = field.text[one.source.start : one.source.end]
            return (one.speaker or "") if source.lower() in PRONOUNS else source
    return ""


def _as_source(source: str) -> str:
    """As it stands in brackets: "The coastguard" at the start of a sentence is "the coastguard"."""
    lowered = source[:1].lower() + source[1:] if _THE.match(source) else source
    return shortened(lowered, _LONGEST_SOURCE)
