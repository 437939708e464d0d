"""Article -> AnnotatedArticle, once: sentences, tokens, attribution, voices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from analysis.annotation.attribution import attributions_of
from analysis.annotation.model_files import name_and_version
from analysis.annotation.parse import paragraphs_of, parse
from analysis.annotation.quotes import quotes_of
from analysis.annotation.voices import with_voices
from analysis.model import AnnotatedArticle, AnnotatedField, Article, FieldName

RULES = "2"
"""Version of the rules in this package; raise it whenever an annotation would come out differently."""


def annotator_version() -> str:
    """Version of rules and language model, stored with every annotation."""
    return f"rules {RULES}, {name_and_version()}"


def annotate(article: Article) -> AnnotatedArticle:
    """The annotation of one article. Raises ModelError where the language model is missing or changed."""
    return AnnotatedArticle(
        article,
        annotator_version(),
        text=_annotate(article.text, "text"),
        title=_annotate(article.title, "title") if article.title else None,
    )


def renewed(annotated: AnnotatedArticle, article: Article) -> AnnotatedArticle:
    """The annotation of ``article``, a corrected version of an annotated one; the same text is not parsed again."""
    if article.text != annotated.article.text or annotated.annotator != annotator_version():
        return annotate(article)
    return replace(annotated, article=article, title=_annotate(article.title, "title") if article.title else None)


def annotate_many(
    articles: Iterable[Article], on_progress: Callable[[int], None] | None = None
) -> Iterator[AnnotatedArticle]:
    """Annotations one by one, so that what is done can be kept; ``on_progress`` gets the number done."""
    for done, article in enumerate(articles, 1):
        yield annotate(article)
        if on_progress is not None:
            on_progress(done)


def _annotate(text: str, name: FieldName) -> AnnotatedField:
    paragraphs = paragraphs_of(text)
    tokens, sentences = parse(text, paragraphs)
    quotes = quotes_of(text, paragraphs)
    attributions, quotations = attributions_of(text, tokens, sentences, paragraphs, quotes)
    return AnnotatedField(
        name,
        text,
        with_voices(tokens, quotations, attributions),
        tuple(sentences),
        paragraphs,
        quotations,
        attributions,
    )
