"""The sample stories in data/stories: invented events, told by invented outlets, with an answer key for each."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analysis.errors import NotFoundError
from analysis.model import Article, Story
from analysis.reading import read_text
from analysis.store import Library

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


def missing(library: Library) -> bool:
    """True while ``library`` holds no story, so that the sample stories should be put into it."""
    return not library.stories()


def seed(library: Library) -> Iterator[tuple[int, int]]:
    """Annotate the sample stories into ``library``; yields (articles done, articles in all) after each."""
    total = sum(len(story.articles) for story in stories())
    known = {story.id for story in library.stories()}
    done = 0
    for story in stories():
        for article in story.articles:
            library.annotate(article)
            done += 1
            yield done, total
        if story.slug not in known:
            ids = tuple(article.id for article in story.articles)
            library.save_story(Story(story.slug, story.title, ids, sample=True, note=story.note))


def _story(folder: Path) -> SampleStory:
    about = tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))
    records = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
    return SampleStory(folder.name, about["title"], about["note"], tuple(_article(record) for record in records))


def _article(record: dict[str, Any]) -> Article:
    text = record["text"]
    about = {name: record[name] for name in ("outlet", "title", "published", "author", "url")}
    return read_text(text, name=f"sample story, {record['outlet']}", verbatim=True, **about)
