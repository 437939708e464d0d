"""Database rows <-> the values of ``analysis.model``."""

from __future__ import annotations

from typing import Any

from sqlalchemy import RowMapping

from analysis.model import Article, Correction, Flag, Removed, Story, Voice


def article_row(article: Article) -> dict[str, Any]:
    """The columns of ``articles`` but its number."""
    return {
        **{name: getattr(article, name) for name in ("id", "text", "title", "outlet", "published", "author", "url")},
        "name": article.name,
        "removed": [[each.text, each.reason, each.start, each.end] for each in article.removed],
        "flags": [flag.value for flag in article.flags],
    }


def article_of(row: RowMapping) -> Article:
    """The article in a row."""
    return Article(
        **{name: row[name] for name in ("id", "text", "title", "outlet", "published", "author", "url", "name")},
        removed=tuple(Removed(*each) for each in row["removed"]),
        flags=tuple(Flag(flag) for flag in row["flags"]),
    )


def story_row(story: Story) -> dict[str, Any]:
    """The columns of ``stories``."""
    return {name: getattr(story, name) for name in ("id", "title", "by_hand", "sample", "note")}


def story_of(row: RowMapping, articles: tuple[str, ...]) -> Story:
    """The story in a row, with the ids of its articles."""
    return Story(row["id"], row["title"], articles, row["by_hand"], row["sample"], row["note"])


def correction_row(correction: Correction) -> dict[str, Any]:
    """The columns of ``corrections`` but its number. ``measure`` holds what the correction points at: for a link the
    entity's name."""
    return {
        **{name: getattr(correction, name) for name in ("article", "field", "start", "end", "kind")},
        "measure": correction.entity if correction.kind == "link" else correction.measure,
        "voice": correction.voice.value if correction.voice is not None else None,
    }


def correction_of(row: RowMapping) -> Correction:
    """The correction in a row."""
    place = {name: row[name] for name in ("article", "field", "start", "end", "kind")}
    if row["kind"] == "link":
        return Correction(**place, entity=row["measure"])
    return Correction(**place, measure=row["measure"], voice=Voice(row["voice"]) if row["voice"] else None)
