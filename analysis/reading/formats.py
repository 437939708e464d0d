"""Tables and JSON -> rows: CSV, JSON and JSON Lines, each row a mapping with Parallax's own field names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.errors import ReadingError
from analysis.reading.limits import MAX_FILE_BYTES, MAX_JSON_DEPTH

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publication", "publisher"),
    "published": ("published", "date"),
    "author": ("author", "byline"),
    "url": ("url", "link"),
}
"""Field -> the names a column may have, in order of preference; case does not matter."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: where it stands ("row 3", "line 7"), and its fields, or what is wrong with it.

    ``fields`` has the names of ``COLUMNS``, ``id`` and, in JSON, ``event``; ``problem`` completes the sentence "NAME,
    row 3 ...".
    """

    place: str
    fields: Mapping[str, str | None]
    problem: str | None = None


def csv_rows(text: str, name: str) -> Iterator[Row]:
    """The rows of a CSV file with a header line; comma, semicolon, tab and bar are understood as separators.

    Raises ReadingError when there is no text column. A row that cannot be read ends the file, as a problem.
    """
    csv.field_size_limit(MAX_FILE_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    place = "row 1"
    try:
        header = [cell.strip() for cell in next(reader, [])]
        columns = _columns(header, name)
        for number, cells in enumerate(reader, 1):
            place = f"row {number}"
            if any(cell.strip() for cell in cells):
                yield _csv_row(place, cells, header, columns)
            place = f"row {number + 1}"
    except csv.Error as error:
        yield Row(place, {}, f"breaks off or has a quotation mark too many (line {reader.line_num}: {error}); "
                             "rows from there on were not read.")


def json_rows(text: str, name: str) -> Iterator[Row]:
    """The articles of a JSON file: a list of objects, one object, or an object with a list ``articles``.

    A file with one object a line is read as JSON Lines. Raises ReadingError when it is cut short, nested too deeply
    or of another shape.
    """
    try:
        data = _parsed(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and text[: error.pos].count("\n") <= 1:
            yield from jsonl_rows(text)
            return
        raise ReadingError(
            f"{name} is not complete JSON: it breaks off or goes wrong at line {error.lineno}, column {error.colno} "
            f"({error.msg}); export it again."
        ) from error
    except ValueError as error:
        raise ReadingError(f"{name} cannot be read as JSON ({error}); export it again.") from error
    yield from (_object_row(f"article {number}", item) for number, item in enumerate(_article_list(data, name), 1))


def jsonl_rows(text: str) -> Iterator[Row]:
    """The lines of a JSON Lines file; a broken line is a row with a problem, the others are read."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield jsonl_row(number, line)


def jsonl_row(number: int, line: str) -> Row:
    """One line of a JSON Lines file."""
    try:
        return _object_row(f"line {number}", _parsed(line))
    except json.JSONDecodeError as error:
        return Row(f"line {number}", {}, f"is not valid JSON (column {error.colno}: {error.msg}).")
    except ValueError as error:
        return Row(f"line {number}", {}, f"cannot be read as JSON ({error}).")


def _separator(text: str) -> str:
    header = text.lstrip().split("\n", 1)[0][:10_000]
    return max(",;\t|", key=header.count)


def _columns(header: list[str], name: str) -> dict[str, int]:
    lowered = [cell.lower() for cell in header]
    found = {
        field: lowered.index(known)
        for field, names in COLUMNS.items()
        for known in reversed(names)
        if known in lowered
    }
    if "text" not in found:
        raise ReadingError(
            f"{name} has no column with the articles' text; name one column text (found: {_listed(header)})."
        )
    if "id" in lowered:
        found["id"] = lowered.index("id")
    return found


def _csv_row(place: str, cells: list[str], header: list[str], columns: Mapping[str, int]) -> Row:
    if len(cells) > len(header):
        return Row(place, {}, f"has {len(cells)} cells where the header has {len(header)}; "
                              "put text that holds separators in quotation marks.")
    return Row(place, {field: cells[at] if at < len(cells) else None for field, at in columns.items()})


def _parsed(text: str) -> Any:
    """``json.loads`` within a fixed depth; ValueError says what is wrong."""
    try:
        data = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if _depth_exceeds(data, MAX_JSON_DEPTH):
        raise ValueError(f"nested more than {MAX_JSON_DEPTH} levels deep")
    return data


def _depth_exceeds(data: Any, limit: int) -> bool:
    level = [data]
    for _ in range(limit):
        level = [child for item in level for child in _children(item) if isinstance(child, dict | list)]
        if not level:
            return False
    return True


def _children(item: Any) -> list[Any]:
    if isinstance(item, dict):
        return list(item.values())
    return item if isinstance(item, list) else []


def _article_list(data: Any, name: str) -> list[Any]:
    if isinstance(data, dict) and isinstance(data.get("articles"), list):
        data = data["articles"]
    items = [data] if isinstance(data, dict) else data
    if not isinstance(items, list) or not items or not any(isinstance(item, dict) for item in items):
        raise ReadingError(
            f"{name} is JSON of another shape; Parallax reads a list of articles, one article, or "
            '{"articles": [...]}, each article an object with a field text.'
        )
    return items


def _object_row(place: str, item: Any) -> Row:
    if not isinstance(item, dict):
        return Row(place, {}, "is not an object with a field text.")
    lowered = {str(key).lower(): value for key, value in item.items()}
    fields = {field: _first(lowered, names) for field, names in COLUMNS.items()} | {
        key: _string(lowered.get(key)) for key in ("id", "event")
    }
    if not any(name in lowered for name in COLUMNS["text"]):
        return Row(place, fields, f"has no field text (found: {_listed([str(key) for key in item])}).")
    if fields["text"] is None and any(lowered.get(name) is not None for name in COLUMNS["text"]):
        return Row(place, fields, "has a field text that is no text; write it in quotation marks.")
    return Row(place, fields)


def _first(item: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := _string(item.get(name))) is not None), None)


def _string(value: Any) -> str | None:
    """Text and numbers as text, ``{"name": ...}`` as its name; anything else counts as not given."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value)


def _listed(names: list[str]) -> str:
    shown = [name[:40] for name in names if name][:12]
    return ", ".join(shown) + (" ..." if len(names) > 12 else "") if shown else "none"
