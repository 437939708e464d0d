"""The articles of an event in an order that does not depend on how they were given."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.model import AnnotatedArticle


def in_fixed_order(event: Iterable[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """By text, title and outlet: where a rule must choose between equals, it chooses the same ones however the articles
    were sorted on the page."""
    return sorted(event, key=_content)


def _content(annotated: AnnotatedArticle) -> tuple[str, ...]:
    article = annotated.article
    return article.text, article.title or "", article.outlet or "", article.id
