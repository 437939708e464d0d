"""Articles annotated once and kept in a file, because a corpus takes an hour."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.annotation import annotate_many, annotator_version, renewed
from analysis.annotation.blob import pack, unpack
from analysis.annotation.vectors import with_vectors
from analysis.errors import LibraryError
from analysis.model import AnnotatedArticle, Article

_SAVE_EVERY = 20


def annotated(articles: Sequence[Article], cache: Path, *, vectors: bool = False) -> Iterator[AnnotatedArticle]:
    """``articles`` annotated, in their order; those that ``cache`` holds are read from there.

    With ``vectors`` each holds those of its sentences. The cache keeps the annotator's version beside each article;
    what another version has annotated is annotated anew, without parsing it again where that is not needed.
    """
    cache.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(cache, timeout=60) as file:
        file.execute("create table if not exists annotated (id text primary key, version text, blob blob)")
        missing = [each for each in articles if _stored(file, each, annotator_version()) is None]
        for number, done in enumerate(_anew(file, missing, vectors), 1):
            row = (done.id, annotator_version(), pack(done))
            file.execute("insert or replace into annotated values (?, ?, ?)", row)
            if number % _SAVE_EVERY == 0:
                file.commit()
        file.commit()
        for each in articles:
            kept = unpack(each, _stored(file, each) or b"")
            yield with_vectors(kept) if vectors else kept


def _anew(file: sqlite3.Connection, articles: Sequence[Article], vectors: bool) -> Iterator[AnnotatedArticle]:
    new = []
    for article in articles:
        old = _unpacked(article, _stored(file, article))
        if old is None:
            new.append(article)
        else:
            found = renewed(old, article)
            yield with_vectors(found) if vectors else found
    yield from annotate_many(new, vectors=vectors)


def _unpacked(article: Article, blob: bytes | None) -> AnnotatedArticle | None:
    try:
        return unpack(article, blob) if blob else None
    except LibraryError:
        return None


def _stored(file: sqlite3.Connection, article: Article, version: str | None = None) -> bytes | None:
    query = "select blob from annotated where id = ? and ? in (version, '')"
    row = file.execute(query, (article.id, version or "")).fetchone()
    return row and bytes(row[0])
