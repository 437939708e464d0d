"""The sample stories in data/stories: invented events, told by invented outlets, with an answer key for each."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analysis.errors import NotFoundError
from analysis.model import Article
from analysis.reading import read_text

FOLDER = Path(__file__).parents[1] / "data" / "stories"


@dataclass(frozen=True, slots=True)
class SampleStory:
    """One invented event. ``note`` says that it is invented and is shown wherever the story is shown."""

    slug: str
    title: str
    note: str
    articles: tuple[Article, ...]


@cache
def stories() -> tuple[SampleStory, ...]:
    """All sample stories by slug, articles as they stand in the files (nothing is cleaned away)."""
    return tuple(_story(path.parent) for path in sorted(FOLDER.glob("*/story.toml")))


def key(slug: str) -> dict[str, Any]:
    """The answer key of a story, in the form described in data/stories/README.md.

    Raises NotFoundError where there is no such story.
    """
    path = FOLDER / slug / "key.json"
    if slug not in {story.slug for story in stories()} or not path.is_file():
        raise NotFoundError(f"There is no sample story “{slug}” here; look in data/stories for the names.")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _story(folder: Path) -> SampleStory:
    about = tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))
    records = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
    return SampleStory(folder.name, about["title"], about["note"], tuple(_article(record) for record in records))


def _article(record: dict[str, Any]) -> Article:
    text = record["text"]
    about = {name: record[name] for name in ("outlet", "title", "published", "author", "url")}
    return read_text(text, name=f"sample story, {record['outlet']}", verbatim=True, **about)
