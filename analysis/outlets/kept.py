"""The figures of a library's articles: computed once for each article, its corrections and the versions, then kept."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from analysis import stored
from analysis.compare import measured, versions, with_corrections
from analysis.model import AnnotatedArticle, Article, Correction, Story, Voice
from analysis.outlets.sheet import Choice, Figure, Piece, figures_of, known
from analysis.store import Library

Shelf = Mapping[Story, Sequence[Article]]
"""Every story with its articles."""


def digest(library: Library, shelf: Shelf) -> str:
    """What the page of outlets depends on, as one hash: stories, articles, outlets, corrections, versions."""
    told = [(story.id, [(article.id, article.outlet) for article in articles]) for story, articles in shelf.items()]
    parts = (told, library.corrections(list(_placed(shelf))), versions())
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def pieces_of(library: Library, shelf: Shelf) -> tuple[Piece, ...]:
    """Every article that stands in a story, in the order of the stories; one that stands in two counts in the first."""
    placed = _placed(shelf)
    corrections = _by_article(library, placed)
    used = versions()
    return tuple(
        Piece(article.id, known(article.outlet), event, _figures(library, article.id, corrections[article.id], used))
        for article, event in placed.values()
    )


def told_with(library: Library, shelf: Shelf, outlet: str) -> tuple[list[AnnotatedArticle], list[str]]:
    """All articles of the stories that ``outlet`` tells, corrections applied, and the event of each."""
    placed = _placed(shelf)
    events = {event for article, event in placed.values() if article.outlet == outlet}
    ids = [identifier for identifier, (_, event) in placed.items() if event in events]
    return articles_of(library, ids), [placed[identifier][1] for identifier in ids]


def articles_of(library: Library, identifiers: Sequence[str]) -> list[AnnotatedArticle]:
    """These articles with their annotations, a reader's corrections applied."""
    stored.refresh(library, tuple(identifiers))
    articles, _ = with_corrections(library.annotated(identifiers), library.corrections(identifiers))
    return list(articles)


def _placed(shelf: Shelf) -> dict[str, tuple[Article, str]]:
    """Article id -> the article and its story."""
    placed: dict[str, tuple[Article, str]] = {}
    for story, articles in shelf.items():
        for article in articles:
            placed.setdefault(article.id, (article, story.id))
    return placed


def _by_article(library: Library, identifiers: Iterable[str]) -> dict[str, list[Correction]]:
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction in library.corrections(list(identifiers)):
        found[correction.article].append(correction)
    return found


def _figures(
    library: Library, identifier: str, corrections: Sequence[Correction], used: Mapping[str, str]
) -> dict[Choice, Figure]:
    made_from = ("figures of words and sentences", identifier, list(corrections), used)
    key = hashlib.sha256(repr(made_from).encode()).hexdigest()
    kept = library.result(key)
    if kept is not None:
        return {(measure, Voice(voice)): Figure(*figure) for measure, voice, figure in json.loads(kept)}
    stored.refresh(library, (identifier,))
    found = figures_of(measured(*with_corrections(library.annotated([identifier]), corrections)))
    library.keep_result(key, json.dumps([(measure, voice, figure) for (measure, voice), figure in found.items()]))
    return found
