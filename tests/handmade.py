"""Annotated articles and comparisons made by hand, without a language model: curly quotes are quoted voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.model import (
    AnnotatedArticle,
    AnnotatedField,
    Article,
    Comparison,
    ContrastTerm,
    Evidence,
    FieldName,
    Finding,
    Measurement,
    Notice,
    Span,
    Token,
    Voice,
)

UNIT = "per 1,000 words"


def field(text: str, name: FieldName = "text") -> AnnotatedField:
    """Sentences end at a full stop, paragraphs at a blank line, words at a space."""
    sentences = _spans(r"[^.\n]+\.?", text)
    tokens = []
    inside = False
    for match in re.finditer(r"\w+|[^\w\s]", text):
        inside = inside or match[0] == "“"
        sentence = sum(span.start <= match.start() for span in sentences) - 1
        tokens.append(Token(match.start(), match.end(), match[0], match[0].lower(), "X", "X", "dep", 0, "",
                            Voice.QUOTED if inside else Voice.OWN, max(sentence, 0)))
        inside = inside and match[0] != "”"
    paragraphs = (Span(0, len(text)),) if name == "title" else _spans(r"(?:[^\n]|\n(?!\n))+", text)
    return AnnotatedField(name, text, tuple(tokens), sentences, paragraphs)


def _spans(pattern: str, text: str) -> tuple[Span, ...]:
    found = (match for match in re.finditer(pattern, text) if match[0].strip())
    return tuple(Span(match.end() - len(match[0].lstrip()), match.start() + len(match[0].rstrip())) for match in found)


def article(identifier: str, outlet: str | None, title: str | None, text: str,
            published: str | None = None) -> AnnotatedArticle:
    """An article annotated by ``field``."""
    plain = Article(identifier, text, title, outlet, published)
    return AnnotatedArticle(plain, "handmade", field(text), field(title, "title") if title else None)


def evidence(of: AnnotatedArticle, words: str, label: str, name: FieldName = "text") -> Evidence:
    """The first place where ``words`` stand in a field of an article."""
    text = of.article.text if name == "text" else of.article.title or ""
    start = text.index(words)
    return Evidence(of.id, name, start, start + len(words), label)


def measurement(of: AnnotatedArticle, measure: str, voice: Voice, found: Sequence[Evidence], *,
                enough: bool = True) -> Measurement:
    """A rate per 1,000 words; undefined where ``enough`` is False."""
    basis = of.word_count(voice)
    value = 1000 * len(found) / basis if enough and basis else None
    return Measurement(measure, of.id, voice, value, UNIT, basis, tuple(found))


def comparison() -> Comparison:
    """Three articles on a closed bridge, with two findings and a notice."""
    post = article("aaa111", "Quill Post", "Reckless closure strands Veldmar",
                   "The reckless closure of the bridge stranded hundreds. Quill Post readers wrote in.\n\n"
                   "What comes next\n\n“It is a disgraceful mess,” said Ida Brandt. Talks may resume on Monday.",
                   "2031-05-02T09:00")
    wire = article("bbb222", "Northline Wire", "Bridge in Veldmar closed",
                   "The bridge in Veldmar was closed on Friday. The mayor claimed it was unsafe.\n\n"
                   "“Engineers found cracks,” the mayor said. It will clearly stay shut.", "2031-05-01T18:30")
    daily = article("ccc333", None, None, "The bridge is shut. Nobody said why.")
    loaded = [evidence(post, "reckless", "one-sided"), evidence(post, "Reckless", "one-sided", "title")]
    measurements = (
        measurement(post, "loaded_words", Voice.OWN, loaded),
        measurement(post, "loaded_words", Voice.QUOTED, [evidence(post, "disgraceful", "subjective")]),
        measurement(post, "hedges", Voice.OWN, [evidence(post, "may", "hedge")]),
        measurement(wire, "loaded_words", Voice.OWN, []),
        measurement(wire, "boosters", Voice.OWN, [evidence(wire, "clearly", "booster")]),
        measurement(wire, "cues", Voice.OWN, [evidence(wire, "claimed", "distancing"),
                                              evidence(wire, "said", "neutral")]),
        measurement(daily, "loaded_words", Voice.OWN, [], enough=False),
    )
    finding = Finding("loaded_words", "{aaa111} puts loaded words in its own voice; {bbb222} uses none.",
                      "2 in 20 own words against 0 in 23.", "own", "per 1,000 own-voice words",
                      (("bbb222", "0"), ("aaa111", "87"), ("ccc333", "not enough text")), tuple(loaded), 2.0)
    term = ContrastTerm("disgraceful mess", 2, "aaa111", 1.2, 0.03, 1, 0, False, "quoted",
                        (evidence(post, "disgraceful mess", "disgraceful mess"),))
    other = ContrastTerm("closure", 1, "aaa111", 1.1, 0.02, 2, 0, False, "own+reported",
                         (evidence(post, "closure", "closure"),))
    notice = Notice("short", "{ccc333} has fewer than 100 words.", ("ccc333",))
    return Comparison((post, wire, daily), (notice,), measurements, (term, other), (finding,))
