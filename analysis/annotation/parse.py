"""spaCy over one text, paragraph by paragraph: tokens, sentences and parse, as plain rows.

Each paragraph is parsed as a document of its own, so that blank lines and heading lines are hard sentence
boundaries, whatever the parser thinks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from analysis.annotation.casing import readable
from analysis.annotation.model_files import load
from analysis.model import Span, Token, Voice

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_LONGEST_PARAGRAPH = 8_000
"""Characters; a longer paragraph is parsed in pieces, so that hostile input cannot exhaust memory."""
_RUN = re.compile(r"\S{400}")
"""The tokenizer's time grows with the square of a stretch without spaces."""


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Lines with something on them, without the white space around them."""
    spans = []
    for match in _PARAGRAPH.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        spans.append(Span(start, match.start() + len(line.rstrip())))
    return tuple(spans)


def parse(text: str, paragraphs: tuple[Span, ...]) -> tuple[list[Token], list[Span]]:
    """Tokens and sentence spans of ``text``; every voice is still the outlet's own."""
    pieces = [piece for paragraph in paragraphs for piece in _pieces(text, paragraph)]
    tokens: list[Token] = []
    sentences: list[Span] = []
    documents = load().pipe((readable(text[piece.start : piece.end]) for piece in pieces), batch_size=64)
    for piece, document in zip(pieces, documents, strict=True):
        _append(text, document, piece.start, tokens, sentences)
    return tokens, sentences


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """``paragraph``, cut where it is longer, or runs longer without a space, than any real text does."""
    start = paragraph.start
    while start < paragraph.end:
        end = _cut(text, start, min(paragraph.end, start + _LONGEST_PARAGRAPH), paragraph.end)
        run = _RUN.search(text, start, end)
        end = run.end() if run else end
        yield Span(start, end)
        start = end


def _cut(text: str, start: int, end: int, limit: int) -> int:
    space = text.rfind(" ", start + 1, end)
    return end if end == limit or space <= start else space


def _append(text: str, document: Any, offset: int, tokens: list[Token], sentences: list[Span]) -> None:
    index: dict[int, int] = {}
    heads: list[int] = []
    first = len(tokens)
    for sentence in document.sents:
        kept = [token for token in sentence if not token.is_space]
        if not kept:
            continue
        for token in kept:
            index[token.i] = len(tokens)
            heads.append(token.head.i)
            tokens.append(_row(text, token, offset, len(sentences)))
        sentences.append(Span(tokens[index[kept[0].i]].start, tokens[-1].end))
    for position, head in enumerate(heads, first):
        tokens[position] = tokens[position]._replace(head=index.get(head, position))


def _row(text: str, token: Any, offset: int, sentence: int) -> Token:
    start = offset + token.idx
    end = start + len(token.text)
    return Token(
        start=start,
        end=end,
        text=text[start:end],
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=0,
        entity=token.ent_type_,
        voice=Voice.OWN,
        sentence=sentence,
    )
