"""The sample stories, annotated once in a process, and what each comparison with a key yields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis import samples
from analysis.annotation import annotate
from analysis.model import AnnotatedArticle


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing asked of Parallax: in which article, whether it was right, and how a person would name it."""

    article: str
    right: bool
    shown: str


def slugs() -> tuple[str, ...]:
    """The names of the sample stories."""
    return tuple(story.slug for story in samples.stories())


@cache
def event(slug: str) -> tuple[AnnotatedArticle, ...]:
    """The articles of a story, in the order of its key."""
    story = next(story for story in samples.stories() if story.slug == slug)
    return tuple(annotate(article) for article in story.articles)


@cache
def answers(slug: str) -> tuple[dict[str, Any], ...]:
    """The key of each article of a story."""
    return tuple(samples.key(slug)["articles"])


def missed(outcomes: Sequence[Outcome]) -> list[str]:
    """Those that went wrong, in words."""
    return [outcome.shown for outcome in outcomes if not outcome.right]
