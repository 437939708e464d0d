"""An annotation as one compressed columnar blob: integers by column, strings in a table of their own.

Loading costs a fraction of parsing again; no spaCy object is kept.
"""

from __future__ import annotations

import base64
import json
import zlib
from array import array
from functools import partial
from operator import add
from typing import Any

from analysis.errors import LibraryError
from analysis.model import (
    AnnotatedArticle,
    AnnotatedField,
    Article,
    Attribution,
    Chain,
    CueClass,
    EntityKind,
    FieldName,
    Mention,
    MentionForm,
    Quotation,
    Span,
    Token,
    Voice,
)

_VOICES = tuple(Voice)
_FORMS = tuple(MentionForm)
_FORMAT = 2
_TOKEN = partial(tuple.__new__, Token)
"""As ``Token._make``, several times as fast."""


def pack(annotated: AnnotatedArticle) -> bytes:
    """``annotated`` without its article's text, as bytes for the library."""
    fields = [annotated.text, *([annotated.title] if annotated.title else [])]
    document = {
        "format": _FORMAT,
        "annotator": annotated.annotator,
        "chains": [(chain.name, chain.kind) for chain in annotated.chains],
        "fields": [_dump(each) for each in fields],
    }
    return zlib.compress(json.dumps(document, separators=(",", ":")).encode(), 6)


def unpack(article: Article, blob: bytes) -> AnnotatedArticle:
    """The annotation of ``article`` from ``pack``'s bytes. Raises LibraryError where they are not such."""
    try:
        document = json.loads(zlib.decompress(blob))
        if document["format"] != _FORMAT:
            raise ValueError(f"format {document['format']}")
        fields = {each["name"]: _load(each, article) for each in document["fields"]}
        chains = tuple(Chain(name, EntityKind(kind)) for name, kind in document["chains"])
        for each in fields.values():
            _check_spans(each)
        return AnnotatedArticle(article, str(document["annotator"]), fields["text"], fields.get("title"), chains)
    except (zlib.error, ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise LibraryError(
            f"The stored annotation of “{article.title or article.name}” cannot be read; add the article again."
        ) from error


def _dump(annotated: AnnotatedField) -> dict[str, Any]:
    table: dict[str, int] = {}
    columns: list[list[int]] = [
        [token.start for token in annotated.tokens],
        [token.end - token.start for token in annotated.tokens],
        *(
            [table.setdefault(getattr(token, name), len(table)) for token in annotated.tokens]
            for name in ("lemma", "pos", "tag", "dep", "entity")
        ),
        [token.head for token in annotated.tokens],
        [_VOICES.index(token.voice) for token in annotated.tokens],
        [token.sentence for token in annotated.tokens],
    ]
    return {
        "name": annotated.name,
        "strings": list(table),
        "columns": [_deltas(column) if number in (0, 7, 9) else column for number, column in enumerate(columns)],
        "sentences": annotated.sentences,
        "paragraphs": annotated.paragraphs,
        "quotations": [(each.start, each.end, int(each.sourced)) for each in annotated.quotations],
        "attributions": [
            (each.source, each.speaker, each.cue, each.cue_class, each.content, int(each.direct), int(each.claim))
            for each in annotated.attributions
        ],
        "mentions": [(each.start, each.end, each.chain, _FORMS.index(each.form)) for each in annotated.mentions],
        "vectors": base64.b64encode(annotated.vectors).decode("ascii"),
    }


def _deltas(column: list[int]) -> list[int]:
    return [value - previous for value, previous in zip(column, [0, *column], strict=False)]


def _sums(column: list[int]) -> list[int]:
    totals = array("q")
    total = 0
    for value in column:
        total += value
        totals.append(total)
    return list(totals)


def _load(stored: dict[str, Any], article: Article) -> AnnotatedField:
    name: FieldName = stored["name"]
    text = (article.title or "") if name == "title" else article.text
    strings = stored["strings"]
    _check_tokens(stored, len(text))
    start, length, lemma, pos, tag, dep, entity, head, voice, sentence = stored["columns"]
    rows = zip(_sums(start), length, lemma, pos, tag, dep, entity, _sums(head), voice, _sums(sentence), strict=True)
    tokens = tuple(
        _TOKEN((
            s, s + n, text[s : s + n], strings[le], strings[po], strings[ta], strings[de], he, strings[en], _VOICES[vo],
            se,
        ))
        for s, n, le, po, ta, de, en, he, vo, se in rows
    )  # fmt: skip
    return AnnotatedField(
        name,
        text,
        tokens,
        tuple(Span(*span) for span in stored["sentences"]),
        tuple(Span(*span) for span in stored["paragraphs"]),
        tuple(Quotation(start, end, bool(sourced)) for start, end, sourced in stored["quotations"]),
        tuple(_attribution(*each) for each in stored["attributions"]),
        tuple(Mention(start, end, chain, _FORMS[form]) for start, end, chain, form in stored["mentions"]),
        base64.b64decode(stored["vectors"]),
    )


def _check_tokens(stored: dict[str, Any], size: int) -> None:
    """Raises ValueError where tokens are out of order, or point out of their text of ``size`` or their field."""
    start, length, *_, head, _, sentence = stored["columns"]
    ends = map(add, _sums(start), length)
    heads, sentences = _sums(head), _sums(sentence)
    if start and not (
        min(start) >= 0 <= min(length) and max(ends) <= size
        and min(heads) >= 0 <= min(sentences)
        and max(heads) < len(start) and max(sentences) < len(stored["sentences"])
    ):
        raise ValueError("tokens outside the text")


def _check_spans(field: AnnotatedField) -> None:
    """Raises ValueError where a span lies out of the text."""
    spans = [*field.sentences, *field.paragraphs]
    spans += [Span(each.start, each.end) for each in field.quotations]
    spans += [Span(each.start, each.end) for each in field.mentions]
    for each in field.attributions:
        spans += [span for span in (each.source, each.cue, *each.content) if span]
    if not all(0 <= span.start <= span.end <= len(field.text) for span in spans):
        raise ValueError("spans outside the text")


def _attribution(
    source: list[int] | None,
    speaker: str | None,
    cue: list[int] | None,
    cue_class: str | None,
    content: list[list[int]],
    direct: int,
    claim: int,
) -> Attribution:
    return Attribution(
        Span(*source) if source else None,
        speaker,
        Span(*cue) if cue else None,
        CueClass(cue_class) if cue_class else None,
        tuple(Span(*span) for span in content),
        bool(direct),
        bool(claim),
    )
