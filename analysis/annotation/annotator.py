"""Article -> AnnotatedArticle, once: sentences, tokens, attribution, voices, mentions."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from analysis.annotation.attribution import attributions_of
from analysis.annotation.mentions import mentions_of
from analysis.annotation.model_files import name_and_version
from analysis.annotation.named_sources import with_speakers
from analysis.annotation.parse import paragraphs_of, parse
from analysis.annotation.quotes import quotes_of
from analysis.annotation.vectors import with_vectors, with_vectors_of
from analysis.annotation.voices import with_voices
from analysis.model import AnnotatedArticle, AnnotatedField, Article, FieldName

RULES = "6"
"""Version of the rules in this package; raise it whenever an annotation would come out differently."""
_PARSED_ALIKE_SINCE = 3
"""The first version of the rules that had today's paragraphs, sentences and tokens: what it and later ones annotated is
not parsed again. Make it the number of the rules whenever one of those would come out differently."""
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
    """The annotation of ``article``, of which ``annotated`` is an earlier version, as ``annotate`` would make it.

    ``article`` may be corrected, ``annotated`` may come from earlier rules. The same text is not parsed again where the
    same language model has parsed it, and vectors are computed only for passages that had none.
    """
    if not _is_parsed_alike(annotated):
        return annotate(article)
    text = _renewed(annotated.text, article.text, "text")
    title = _renewed(annotated.title, article.title, "title") if article.title else None
    new = _tied(article, text, title)
    title = new.title and with_vectors_of(annotated.title, new.title)
    return replace(new, text=with_vectors_of(annotated.text, new.text), title=title)


def _is_parsed_alike(annotated: AnnotatedArticle) -> bool:
    rules, _, model = annotated.annotator.removeprefix("rules ").partition(", ")
    return model == name_and_version() and rules.isdecimal() and int(rules) >= _PARSED_ALIKE_SINCE


def _renewed(field: AnnotatedField | None, text: str, name: FieldName) -> AnnotatedField:
    if field is None or field.text != text:
        return _parsed(text, name)
    return AnnotatedField(name, text, field.tokens, field.sentences, field.paragraphs)


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
    voiced = with_voices(field.tokens, quotations, attributions)
    return replace(field, tokens=voiced, quotations=quotations, attributions=attributions)
