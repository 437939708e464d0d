"""Items from a JSON Lines file, one a line, each with an id of its own: pairs of sentences, targets of a tone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Protocol, TypeVar

from analysis.errors import ReadingError


class Item(Protocol):
    """What a line is read as."""

    @property
    def id(self) -> str: ...


Read = TypeVar("Read", bound=Item)


def read_items(
    path: Path, read: Callable[[str, Collection[str]], Read | str]
) -> tuple[tuple[Read, ...], tuple[str, ...]]:
    """The items of a file in its order, and one sentence for each line that is none; empty lines are passed over.

    ``read`` takes a line and the ids that stood before, and gives the item, or what completes the sentence "NAME, line
    3 ...". Raises ReadingError when the file cannot be opened or is not UTF-8.
    """
    items: dict[str, Read] = {}
    failures: list[str] = []
    for number, line in enumerate(_lines(path), 1):
        if line.strip():
            found = read(line, items)
            if isinstance(found, str):
                failures.append(f"{path.name}, line {number} {found}")
            else:
                items[found.id] = found
    return tuple(items.values()), tuple(failures)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadingError(f"{path.name} cannot be opened ({reason}); check the name.") from error
    except UnicodeDecodeError as error:
        raise ReadingError(f"{path.name} is not UTF-8, as JSON Lines must be; save it as UTF-8.") from error
