"""Files -> Articles: any file goes in, one clear sentence comes out for everything that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from analysis.errors import ReadingError
from analysis.model import Article
from analysis.reading import dates, markdown
from analysis.reading.build import read_text
from analysis.reading.decode import decode, too_large
from analysis.reading.formats import Row, csv_rows, json_rows, jsonl_row, jsonl_rows
from analysis.reading.limits import MAX_FILE_BYTES
from analysis.reading.webpage import LOOKS_LIKE_PAGE, read_page

MAX_FAILURES = 20
"""Failures told one by one for one file."""

_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_TABLE_ENDINGS = frozenset({".csv", ".tsv", ".json", ".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or a part of it, that could not be read (or not wholly): ``sentence`` says what and which."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What a file held: the articles that could be read, and a Failure for each thing that could not."""

    articles: tuple[Article, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """Articles with the ids their file gives them, in the order of the file; ``events``: id -> event, where given."""

    records: tuple[tuple[str, Article], ...] = ()
    failures: tuple[Failure, ...] = ()
    events: Mapping[str, str] = field(default_factory=dict)


def read_path(path: str | Path) -> Batch:
    """The articles in a file; never raises for what the file holds, or for a file that is not there."""
    path = Path(path)
    try:
        return read_bytes(_content(path), path.name)
    except ReadingError as error:
        return _failed(path.name, error)


def read_bytes(data: bytes, name: str) -> Batch:
    """The articles in the bytes of a file called ``name``; its ending tells the format, its content where that fails.

    One broken row or line does not keep the others out.
    """
    ending = PurePath(name).suffix.lower()
    try:
        text = decode(data, name, markup=ending in _PAGE_ENDINGS)
        if ending in _TABLE_ENDINGS:
            return _rows_to_batch(_rows(text, name, ending), name)
        if ending in _PAGE_ENDINGS or LOOKS_LIKE_PAGE.match(text):
            return Batch((read_page(text, name),))
        if ending in (".md", ".markdown"):
            return Batch((markdown.read_markdown(text, name),))
        return Batch((read_text(text, name),))
    except ReadingError as error:
        return _failed(name, error)


def read_jsonl_records(path: str | Path, *, verbatim: bool = True) -> Records:
    """The records of a JSON Lines file, one line at a time.

    Each line is ``{"id", "outlet", "title", "text", "published", "url", "event"}``.

    With ``verbatim`` text and title are used exactly as given and may be empty; otherwise texts are cleaned as
    ``read_text`` does. A line that is broken, has no id or an id that stood before becomes a Failure.

    Raises ReadingError when the file cannot be opened or is not UTF-8.
    """
    path = Path(path)
    records: dict[str, Article] = {}
    failures: list[Failure] = []
    events: dict[str, str] = {}
    for row in _record_rows(path):
        name = f"{path.name}, {row.place}"
        identifier = row.fields.get("id")
        problem = row.problem or _id_problem(identifier, records)
        if problem or identifier is None:
            failures.append(Failure(name, f"{name} {problem}"))
            continue
        try:
            records[identifier] = _row_to_article(row, name, verbatim=verbatim)
        except ReadingError as error:
            failures.append(Failure(name, str(error)))
            continue
        if event := row.fields.get("event"):
            events[identifier] = event
    return Records(tuple(records.items()), tuple(failures), events)


def _id_problem(identifier: str | None, known: dict[str, Article]) -> str | None:
    if identifier is None:
        return "has no id."
    return f"has the id {identifier[:40]!r}, which stood before." if identifier in known else None


def _record_rows(path: Path) -> Iterator[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as lines:
            yield from (jsonl_row(number, line) for number, line in enumerate(lines, 1) if line.strip())
    except OSError as error:
        raise ReadingError(_unopened(path, error)) from error
    except UnicodeDecodeError as error:
        raise ReadingError(f"{path.name} is not UTF-8, as JSON Lines must be; save it as UTF-8.") from error


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ReadingError(too_large(path.name, path.stat().st_size))
        with path.open("rb") as stream:  # a pipe or a device has no size to ask for
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise ReadingError(_unopened(path, error)) from error
    if len(data) > MAX_FILE_BYTES:
        raise ReadingError(too_large(path.name, len(data)))
    return data


def _unopened(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path} is not there; check the name and the folder."
    if path.is_dir():
        return f"{path} is a folder; give the files in it."
    return f"{path} could not be opened ({error.strerror}); check that you may read it."


def _rows(text: str, name: str, ending: str) -> Iterable[Row]:
    if ending in (".csv", ".tsv"):
        return csv_rows(text, name)
    return json_rows(text, name) if ending == ".json" else jsonl_rows(text)


def _rows_to_batch(rows: Iterable[Row], name: str) -> Batch:
    articles: list[Article] = []
    failures: list[Failure] = []
    for row in rows:
        place = f"{name}, {row.place}"
        if row.problem:
            failures.append(Failure(place, f"{place} {row.problem}"))
            continue
        try:
            articles.append(_row_to_article(row, place))
        except ReadingError as error:
            failures.append(Failure(place, str(error)))
        else:
            failures += _date_note(row, place)
    if not articles and not failures:
        failures.append(Failure(name, f"{name} holds no articles; it needs at least one row with a text."))
    return Batch(tuple(articles), tuple(_shortened(failures, name)))


def _shortened(failures: list[Failure], name: str) -> list[Failure]:
    """The first failures, and one sentence for the rest: a file of the wrong kind must not flood the page."""
    rest = len(failures) - MAX_FAILURES
    if rest < 2:
        return failures
    return [*failures[:MAX_FAILURES], Failure(name, f"{name} has {rest} more rows with problems; mend the first ones.")]


def _row_to_article(row: Row, name: str, *, verbatim: bool = False) -> Article:
    """The article of a row; a date that cannot be read is left out (and noted by ``_date_note``)."""
    fields = row.fields
    return read_text(
        fields.get("text") or "",
        name,
        outlet=fields.get("outlet"),
        title=fields.get("title"),
        published=dates.parse(fields.get("published") or ""),
        author=fields.get("author"),
        url=fields.get("url"),
        verbatim=verbatim,
    )


def _date_note(row: Row, place: str) -> list[Failure]:
    value = (row.fields.get("published") or "").strip()
    if not value or dates.parse(value):
        return []
    sentence = (
        f"{place} was read without its date {value[:40]!r}, which cannot be read in only one way; "
        "write it like 2024-05-31."
    )
    return [Failure(place, sentence)]


def _failed(name: str, error: ReadingError) -> Batch:
    return Batch(failures=(Failure(name, str(error)),))
