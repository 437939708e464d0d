"""The library: what was added stays, each step is a transaction of its own, and nothing is half done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Delete, Table, and_, delete, func, insert, select, update

from analysis.annotation import annotate, annotator_version, pack, renewed, unpack, with_vectors
from analysis.errors import LibraryError, NotFoundError
from analysis.model import AnnotatedArticle, Article, Correction, Story
from analysis.store import database as tables
from analysis.store.rows import article_of, article_row, correction_of, correction_row, story_of, story_row


class Library:
    """Articles, annotations, stories and corrections of one database; safe to share between threads.

    Every method raises LibraryError where the database cannot be used, and NotFoundError for an unknown id.
    """

    def __init__(self, url: str | None = None) -> None:
        self.url = url or tables.default_url()
        self._engine = tables.connect(self.url)

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()

    def add(self, annotated: AnnotatedArticle) -> None:
        """Keep an article and its annotation; one that is there already gets the new annotation."""
        with tables.explained(self.url), self._engine.begin() as connection:
            _put(connection, annotated)

    def annotate(self, article: Article) -> None:
        """Keep ``article`` with its annotation, made where it is missing, damaged or by another version.

        Raises ModelError where the language model is missing or changed.
        """
        old = self._last_annotation(article)
        if old is None or self.stale([article.id]):
            self.add(_annotated(old, article))

    def articles(self) -> list[Article]:
        """All articles, in the order they were added."""
        with tables.explained(self.url), self._engine.connect() as connection:
            rows = connection.execute(select(tables.articles).order_by(tables.articles.c.number)).mappings()
            return [article_of(row) for row in rows]

    def article(self, identifier: str) -> Article:
        """The article with this id."""
        return self._articles([identifier])[identifier]

    def annotated(self, identifiers: Sequence[str]) -> tuple[AnnotatedArticle, ...]:
        """These articles with their annotations, in this order; see ``stale`` for the ones without.

        Raises LibraryError for an annotation that cannot be read.
        """
        articles = self._articles(identifiers)
        with tables.explained(self.url), self._engine.connect() as connection:
            rows = connection.execute(
                select(tables.blobs.c.article, tables.blobs.c.blob).where(tables.blobs.c.article.in_(list(articles)))
            )
            stored: dict[str, bytes] = {row.article: row.blob for row in rows}
        missing = [each for each in identifiers if each not in stored]
        if missing:
            raise NotFoundError(f"The article “{_named(articles[missing[0]])}” has no annotation; add it again.")
        return tuple(unpack(articles[each], stored[each]) for each in identifiers)

    def stale(self, identifiers: Iterable[str]) -> list[str]:
        """Those that the library lacks, or has annotated by another version of the annotator."""
        wanted = list(identifiers)
        current = (tables.blobs.c.article.in_(wanted), tables.blobs.c.annotator == annotator_version())
        with tables.explained(self.url), self._engine.connect() as connection:
            known = set(connection.scalars(select(tables.blobs.c.article).where(and_(*current))))
        return [each for each in wanted if each not in known]

    def replace_article(self, identifier: str, article: Article) -> None:
        """Put ``article`` (other headline, outlet, date ...) in the place of an article, in all its stories.

        Its text is not parsed again where it is the same. Corrections go along, those of a changed headline do not.
        """
        old = self.article(identifier)
        annotated = _annotated(self._last_annotation(old), article)
        dropped = [] if article.title == old.title else ["title"]
        with tables.explained(self.url), self._engine.begin() as connection:
            _put(connection, annotated)
            if article.id == identifier:
                return
            moved = tables.corrections.c.article == identifier
            connection.execute(delete(tables.corrections).where(moved, tables.corrections.c.field.in_(dropped)))
            connection.execute(update(tables.corrections).where(moved).values(article=article.id))
            held = select(tables.members.c.story).where(tables.members.c.article == article.id).scalar_subquery()
            connection.execute(
                update(tables.members)
                .where(tables.members.c.article == identifier, tables.members.c.story.not_in(held))
                .values(article=article.id)
            )
            connection.execute(delete(tables.articles).where(tables.articles.c.id == identifier))

    def remove_article(self, identifier: str) -> None:
        """Delete an article, its annotation and corrections; its stories go on without it."""
        with tables.explained(self.url), self._engine.begin() as connection:
            _delete(connection, tables.articles, identifier, "article")
            held = select(tables.members.c.story)
            connection.execute(delete(tables.stories).where(tables.stories.c.id.not_in(held)))

    def stories(self) -> list[Story]:
        """All stories, in the order they were made."""
        with tables.explained(self.url), self._engine.connect() as connection:
            rows = list(connection.execute(select(tables.stories)).mappings())
            held = _members(connection)
        return [story_of(row, held.get(row["id"], ())) for row in rows]

    def story(self, identifier: str) -> Story:
        """The story with this id."""
        with tables.explained(self.url), self._engine.connect() as connection:
            row = connection.execute(select(tables.stories).where(tables.stories.c.id == identifier)).mappings().first()
            if row is None:
                raise NotFoundError("This story is not in the library; it may have been merged, split or deleted.")
            return story_of(row, _members(connection, identifier).get(identifier, ()))

    def save_story(self, story: Story) -> None:
        """Keep a story as it is now; it may be new. Its articles must be in the library."""
        self._articles(story.articles)
        with tables.explained(self.url), self._engine.begin() as connection:
            values = story_row(story)
            changed = connection.execute(update(tables.stories).where(tables.stories.c.id == story.id).values(values))
            if not changed.rowcount:
                connection.execute(insert(tables.stories).values(values))
            connection.execute(delete(tables.members).where(tables.members.c.story == story.id))
            rows = [
                {"story": story.id, "article": article, "position": position}
                for position, article in enumerate(dict.fromkeys(story.articles))
            ]
            if rows:
                connection.execute(insert(tables.members), rows)

    def delete_story(self, identifier: str) -> None:
        """Forget a story; its articles stay in the library."""
        with tables.explained(self.url), self._engine.begin() as connection:
            _delete(connection, tables.stories, identifier, "story")

    def remove_story(self, identifier: str) -> None:
        """Delete a story and those of its articles that no other story holds."""
        story = self.story(identifier)
        with tables.explained(self.url), self._engine.begin() as connection:
            _delete(connection, tables.stories, identifier, "story")
            held = select(tables.members.c.article)
            connection.execute(
                delete(tables.articles).where(
                    tables.articles.c.id.in_(story.articles), tables.articles.c.id.not_in(held)
                )
            )

    def corrections(self, identifiers: Iterable[str]) -> tuple[Correction, ...]:
        """A reader's corrections of these articles, oldest first."""
        wanted = select(tables.corrections).where(tables.corrections.c.article.in_(list(identifiers)))
        with tables.explained(self.url), self._engine.connect() as connection:
            rows = connection.execute(wanted.order_by(tables.corrections.c.id)).mappings()
            return tuple(correction_of(row) for row in rows)

    def add_correction(self, correction: Correction) -> None:
        """Keep a correction; the same one twice is kept once."""
        self._articles([correction.article])
        with tables.explained(self.url), self._engine.begin() as connection:
            connection.execute(_without(correction))
            connection.execute(insert(tables.corrections).values(correction_row(correction)))

    def remove_correction(self, correction: Correction) -> None:
        """Take a correction back; one that is not there is no error."""
        with tables.explained(self.url), self._engine.begin() as connection:
            connection.execute(_without(correction))

    def result(self, key: str) -> str | None:
        """What was kept under ``key``, a digest of everything it was computed from."""
        with tables.explained(self.url), self._engine.connect() as connection:
            found: str | None = connection.scalar(select(tables.results.c.value).where(tables.results.c.key == key))
            return found

    def keep_result(self, key: str, value: str) -> None:
        """Keep something computed, so that it need not be computed again after a restart."""
        with tables.explained(self.url), self._engine.begin() as connection:
            connection.execute(delete(tables.results).where(tables.results.c.key == key))
            connection.execute(insert(tables.results).values(key=key, value=value))

    def _last_annotation(self, article: Article) -> AnnotatedArticle | None:
        """By whatever version; None where there is none that can be read."""
        with tables.explained(self.url), self._engine.connect() as connection:
            blob = connection.scalar(select(tables.blobs.c.blob).where(tables.blobs.c.article == article.id))
        return _readable(article, blob) if blob else None

    def _articles(self, identifiers: Sequence[str]) -> dict[str, Article]:
        with tables.explained(self.url), self._engine.connect() as connection:
            rows = connection.execute(
                select(tables.articles).where(tables.articles.c.id.in_(list(identifiers)))
            ).mappings()
            found = {row["id"]: article_of(row) for row in rows}
        if any(each not in found for each in identifiers):
            raise NotFoundError("An article that was asked for is not in the library; it may have been deleted.")
        return found


def _annotated(old: AnnotatedArticle | None, article: Article) -> AnnotatedArticle:
    return with_vectors(renewed(old, article) if old else annotate(article))


def _readable(article: Article, blob: bytes) -> AnnotatedArticle | None:
    try:
        return unpack(article, blob)
    except LibraryError:
        return None


def _put(connection: Connection, annotated: AnnotatedArticle) -> None:
    values: Mapping[str, Any] = article_row(annotated.article)
    if not connection.execute(
        update(tables.articles).where(tables.articles.c.id == annotated.id).values(values)
    ).rowcount:
        number = connection.scalar(select(func.coalesce(func.max(tables.articles.c.number), 0))) or 0
        connection.execute(insert(tables.articles).values(**values, number=number + 1))
    connection.execute(delete(tables.blobs).where(tables.blobs.c.article == annotated.id))
    connection.execute(
        insert(tables.blobs).values(article=annotated.id, annotator=annotated.annotator, blob=pack(annotated))
    )


def _delete(connection: Connection, table: Table, identifier: str, what: str) -> None:
    if not connection.execute(delete(table).where(table.c.id == identifier)).rowcount:
        raise NotFoundError(f"This {what} is not in the library; it may have been deleted before.")


def _members(connection: Connection, story: str | None = None) -> dict[str, tuple[str, ...]]:
    """Story id -> ids of its articles in order."""
    wanted = select(tables.members.c.story, tables.members.c.article).order_by(tables.members.c.position)
    found: dict[str, tuple[str, ...]] = {}
    for holder, article in connection.execute(
        wanted if story is None else wanted.where(tables.members.c.story == story)
    ):
        found[holder] = (*found.get(holder, ()), article)
    return found


def _without(correction: Correction) -> Delete:
    columns = tables.corrections.c
    same = [columns[name] == value for name, value in correction_row(correction).items() if value is not None]
    if correction.voice is None:
        same.append(columns.voice.is_(None))
    return delete(tables.corrections).where(*same)


def _named(article: Article) -> str:
    return article.title or article.name
