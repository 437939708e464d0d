"""Deeds against the answer keys: found with their form and with or without a doer, and few others beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from analysis.agency import deeds
from analysis.model import AnnotatedArticle, Deed, DeedForm, Span
from benchmarks.golden.stories import Outcome, answers, event

Record = Mapping[str, Any]


def deeds_found(slug: str) -> list[Outcome]:
    """Each planted deed: is it found in its form, with a doer where the key has one, and only there?"""
    return [
        Outcome(article.id, right(record, found), f"{record['text']} ({record['form']}, {record['doer']})")
        for article, planted, found in _articles(slug)
        for record in planted
    ]


def right(record: Record, found: Sequence[Deed]) -> bool:
    """Does one of the deeds ``found`` at the place of ``record`` have its form and its having or lacking a doer?"""
    form, named = DeedForm(record["form"]), record["doer"] is not None
    return any(deed.form is form and (deed.doer is not None) == named for deed in found if overlaps(record, deed))


def overlaps(record: Record, deed: Deed) -> bool:
    """Do a deed of the key and one found lie in one field and have a character in common?"""
    return record["field"] == deed.field and Span(record["start"], record["end"]).overlaps(Span(deed.start, deed.end))


def deeds_meant(slug: str) -> list[Outcome]:
    """Each deed found in a sentence that holds a planted one: is it a planted one?"""
    return [
        Outcome(article.id, any(overlaps(record, deed) for record in planted),
                article.article.passage(deed.field, deed.start, deed.end))
        for article, planted, found in _articles(slug)
        for deed in found
        if _is_near(article, deed, planted)
    ]  # fmt: skip


def _is_near(article: AnnotatedArticle, deed: Deed, planted: Sequence[Record]) -> bool:
    field = article.title if deed.field == "title" else article.text
    assert field is not None
    sentence = next(span for span in field.sentences if span.start <= deed.start < span.end)
    here = (record["start"] for record in planted if record["field"] == deed.field)
    return any(sentence.start <= start < sentence.end for start in here)


def _articles(slug: str) -> Iterator[tuple[AnnotatedArticle, Sequence[Record], list[Deed]]]:
    """(annotated article, its planted deeds, the deeds found)."""
    for article, key in zip(event(slug), answers(slug), strict=True):
        yield article, key["agency"], [deed for deed in _deeds(slug) if deed.article == article.id]


@cache
def _deeds(slug: str) -> tuple[Deed, ...]:
    return tuple(deeds(event(slug)))
