"""Article -> AnnotatedArticle, once: sentences, tokens, attribution, voices, mentions."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from analysis import pieces
from analysis.annotation.attribution import attributions_of
from analysis.annotation.mentions import mentions_of
from analysis.annotation.model_files import name_and_version
from analysis.annotation.named_sources import with_speakers
from analysis.annotation.parse import paragraphs_of, parse
from analysis.annotation.quotes import quotes_of
from analysis.annotation.vectors import with_vectors
from analysis.annotation.voices import with_voices
from analysis.model import AnnotatedArticle, AnnotatedField, Article, FieldName, Voice

RULES = "3"
"""Version of the rules in this package; raise it whenever an annotation would come out differently."""
_AHEAD = 8
"""Articles that may wait for their vectors."""


def annotator_version() -> str:
    """Version of rules and language model, stored with every annotation."""
    return f"rules {RULES}, {name_and_version()}"


def annotate(article: Article) -> AnnotatedArticle:
    """The annotation of one article. Raises ModelError where the language model is missing or changed."""
    text = _parsed(article.text, "text")
    title = _parsed(article.title, "title") if article.title else None
    return _tied(article, text, title)


def renewed(annotated: AnnotatedArticle, article: Article) -> AnnotatedArticle:
    """The annotation of ``article``, a corrected version of an annotated one; the same text is not parsed again."""
    if article.text != annotated.article.text or annotated.annotator != annotator_version():
        return annotate(article)
    new = _tied(article, annotated.text, _parsed(article.title, "title") if article.title else None)
    same = pieces.texts(new.text) == pieces.texts(annotated.text)
    return new if same else replace(new, text=replace(new.text, vectors=b""))


def annotate_many(
    articles: Iterable[Article], on_progress: Callable[[int], None] | None = None, *, vectors: bool = False
) -> Iterator[AnnotatedArticle]:
    """Annotations one by one, so that what is done can be kept; ``on_progress`` gets the number done.

    With ``vectors`` each holds those of its sentences (see ``vectors``), computed while the next article is parsed.
    """
    each = map(annotate, articles)
    for done, annotated in enumerate(_with_vectors(each) if vectors else each, 1):
        yield annotated
        if on_progress is not None:
            on_progress(done)


def _with_vectors(annotated: Iterable[AnnotatedArticle]) -> Iterator[AnnotatedArticle]:
    """Two threads: the sentence model leaves the interpreter free, so that parsing goes on."""
    with ThreadPoolExecutor(max_workers=1) as worker:
        waiting: deque[Future[AnnotatedArticle]] = deque()
        for each in annotated:
            waiting.append(worker.submit(with_vectors, each))
            while len(waiting) > _AHEAD or (waiting and waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _parsed(text: str, name: FieldName) -> AnnotatedField:
    paragraphs = paragraphs_of(text)
    tokens, sentences = parse(text, paragraphs)
    return AnnotatedField(name, text, tuple(tokens), tuple(sentences), paragraphs)


def _tied(article: Article, text: AnnotatedField, title: AnnotatedField | None) -> AnnotatedArticle:
    """Attributions and voices of each field, and the chains that run through both."""
    fields = [_attributed(each, article.outlet) for each in (title, text) if each is not None]
    chains, mentions = mentions_of(fields)
    named = [
        replace(each, mentions=found, attributions=with_speakers(each.text, each.attributions, found, chains))
        for each, found in zip(fields, mentions, strict=True)
    ]
    return AnnotatedArticle(article, annotator_version(), named[-1], named[0] if len(named) > 1 else None, chains)


def _attributed(field: AnnotatedField, outlet: str | None) -> AnnotatedField:
    quotes = quotes_of(field.text, field.paragraphs)
    attributions, quotations = attributions_of(
        field.text, field.tokens, field.sentences, field.paragraphs, quotes, outlet
    )
    plain = tuple(token._replace(voice=Voice.OWN) for token in field.tokens)
    voiced = with_voices(plain, quotations, attributions)
    return replace(field, tokens=voiced, quotations=quotations, attributions=attributions)
