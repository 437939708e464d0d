"""Annotated fields spelled out token by token, for tests that need no language model.

``word|lemma|POS|voice|ENTITY``: what is left out is the lower-cased word, X, own voice, no entity. A token that ends
in a full stop of its own (".") ends the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model import (
    AnnotatedArticle,
    AnnotatedField,
    Article,
    Attribution,
    FieldName,
    Quotation,
    Span,
    Token,
    Voice,
)


def field(
    spelled: str, name: FieldName = "text", *, paragraphs: Sequence[Span] | None = None,
    quotations: Sequence[Quotation] = (), attributions: Sequence[Attribution] = (),
) -> AnnotatedField:
    """A field whose text is the words with one space between them."""
    tokens: list[Token] = []
    at = sentence = 0
    for each in spelled.split():
        word, lemma, pos, voice, entity = (each.split("|") + [""] * 4)[:5]
        tokens.append(Token(at, at + len(word), word, lemma or word.lower(), pos or "X", "", "", len(tokens), entity,
                            Voice(voice or "own"), sentence))
        at += len(word) + 1
        sentence += word == "."
    text = " ".join(token.text for token in tokens)
    sentences = tuple(
        Span(min(token.start for token in tokens if token.sentence == number),
             max(token.end for token in tokens if token.sentence == number))
        for number in sorted({token.sentence for token in tokens})
    )
    return AnnotatedField(name, text, tuple(tokens), sentences, tuple(paragraphs or [Span(0, len(text))]),
                          tuple(quotations), tuple(attributions))


def article(text: AnnotatedField, title: AnnotatedField | None = None, identifier: str = "a1") -> AnnotatedArticle:
    """An annotated article of these fields."""
    return AnnotatedArticle(Article(identifier, text.text, title.text if title else None), "spelled", text, title)


def span(of: AnnotatedField, words: str) -> Span:
    """Where ``words`` first stand."""
    start = of.text.index(words)
    return Span(start, start + len(words))
