"""Opening the database: where it is, its tables, and clear errors where it cannot be used."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    inspect,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, SQLAlchemyError

from analysis.errors import LibraryError

SETTING = "PARALLAX_LIBRARY"
SCHEMA = 1
"""Version of the tables; raised with every change to them."""

metadata = MetaData()

about = Table("about", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

articles = Table(
    "articles",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    *(Column(name, Text) for name in ("title", "outlet", "published", "author", "url")),
    Column("name", Text, nullable=False),
    Column("removed", JSON, nullable=False),
    Column("flags", JSON, nullable=False),
)

blobs = Table(
    "annotations",
    metadata,
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("annotator", Text, nullable=False),
    Column("blob", LargeBinary, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("title", Text, nullable=False),
    Column("by_hand", Boolean, nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("note", Text, nullable=False),
)

members = Table(
    "story_articles",
    metadata,
    Column("story", ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("field", String(8), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("measure", Text, nullable=False),
    Column("voice", String(16)),
)

results = Table(
    "results",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)


def default_url() -> str:
    """The setting ``PARALLAX_LIBRARY`` (a database URL), or a file in the folder ``library`` of the project."""
    setting = os.environ.get(SETTING, "").strip()
    if setting:
        return setting
    return f"sqlite:///{Path(__file__).parents[2] / 'library' / 'parallax.db'}"


def connect(url: str) -> Engine:
    """An engine whose tables exist. Raises LibraryError, naming the library and the remedy."""
    engine = _engine(url)
    with explained(url), engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            # The write lock from the start: of two programs that open a new file, the second waits for the tables.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        _refuse_foreign(connection, url)
        metadata.create_all(connection)
        stored = connection.scalar(select(about.c.value).where(about.c.key == "schema"))
        if stored is None:
            connection.execute(insert(about).values(key="schema", value=str(SCHEMA)))
        elif stored != str(SCHEMA):
            raise LibraryError(
                f"The library “{shown(url)}” was made by another version of Parallax (tables {stored}, here {SCHEMA}); "
                f"use that version, or set {SETTING} to a new file."
            )
    return engine


def _engine(url: str) -> Engine:
    try:
        _make_folder(url)
        engine = create_engine(url, connect_args={"timeout": 30} if url.startswith("sqlite") else {})
    except (ArgumentError, ValueError) as error:
        raise LibraryError(
            f"“{shown(url)}” is not the address of a database; {SETTING} should read like sqlite:////folder/name.db."
        ) from error
    except ImportError as error:
        raise LibraryError(
            f"The library “{shown(url)}” needs the Python package {error.name}, which is not installed; "
            f"install it, or set {SETTING} to a file such as sqlite:////folder/name.db."
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _refuse_foreign(connection: Connection, url: str) -> None:
    """Raise LibraryError for a database that already holds other tables, rather than write ours among them."""
    found = set(inspect(connection).get_table_names())
    if found and about.name not in found:
        raise LibraryError(
            f"“{shown(url)}” holds tables of another program ({min(found)}) and is no library of Parallax; "
            f"set {SETTING} to a new file or an empty database."
        )


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Database errors inside become one LibraryError that names the library and what to do."""
    try:
        yield
    except (SQLAlchemyError, ValueError) as error:  # ValueError: a cell that cannot be read as what it should hold
        reason = str(error.orig) if isinstance(error, DatabaseError) else str(error)
        first_line = reason.partition("\n")[0]
        raise LibraryError(
            f"The library “{shown(url)}” cannot be used ({first_line}); make sure that it is a Parallax library, that "
            f"the folder can be written to and the disk is not full, or set {SETTING} to another file."
        ) from error


def shown(url: str) -> str:
    """``url`` for messages: the file's path, or the address without its password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return re.sub(r"://[^/]*@", "://***@", url)
    return parsed.database or "memory" if parsed.drivername.startswith("sqlite") else parsed.render_as_string()


def _make_folder(url: str) -> None:
    parsed = make_url(url)
    if parsed.drivername.startswith("sqlite") and parsed.database not in (None, "", ":memory:"):
        try:
            Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"The folder for the library “{parsed.database}” cannot be made ({error.strerror}); "
                f"set {SETTING} to a file in a folder that can be written to."
            ) from error


def _prepare_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    with suppress(sqlite3.OperationalError):  # busy: another program opens the file at this moment, and sets it
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()
