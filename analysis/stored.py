"""Comparisons of stories in the library, and the one sentence of each that a story card needs.

The sentence is kept in the library under a digest of everything it depends on, so that a card costs one read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from analysis.collector import resting
from analysis.compare import compare, versions
from analysis.errors import LibraryError
from analysis.model import AnnotatedArticle, Comparison, Story
from analysis.store import Library

MOST_LIBRARY = 200
"""Articles of the library on which the TF-IDF contrast counts documents besides the reference corpus."""


@resting()
def compare_story(library: Library, story: Story) -> Comparison:
    """The comparison of a story of ``library``, a reader's corrections applied.

    Articles that another version of the annotator has annotated are annotated anew and kept.
    """
    refresh(library, story.articles)
    others = [article for article in library.articles() if article.id not in story.articles][-MOST_LIBRARY:]
    comparison = compare(_event(library, story), library.corrections(story.articles), others)
    first = comparison.findings[0].template if comparison.findings else None
    library.keep_result(digest(library, story), json.dumps({"first": first}))
    return comparison


def first_finding(
    library: Library, story: Story, compared: Callable[[Library, Story], Comparison] = compare_story
) -> str | None:
    """Template of the largest finding, read where it was kept, else computed; None where nothing stands out.

    ``compared`` is asked for the comparison where it is needed, so that a page can keep it for what it shows next.
    """
    kept = library.result(digest(library, story))
    if kept is None:
        found = compared(library, story).findings
        return found[0].template if found else None
    first: str | None = json.loads(kept)["first"]
    return first


def refresh(library: Library, identifiers: tuple[str, ...]) -> None:
    """Annotate anew what another version of the annotator has annotated."""
    for identifier in library.stale(identifiers):
        library.annotate(library.article(identifier))


def _event(library: Library, story: Story) -> tuple[AnnotatedArticle, ...]:
    """The articles of a story; what cannot be read is annotated anew."""
    try:
        return library.annotated(story.articles)
    except LibraryError:
        for identifier in story.articles:
            library.annotate(library.article(identifier))
        return library.annotated(story.articles)


def digest(library: Library, story: Story) -> str:
    """What a comparison of ``story`` depends on, as one hash: articles, corrections, versions."""
    parts = (story.articles, library.corrections(story.articles), versions())
    return hashlib.sha256(repr(parts).encode()).hexdigest()
