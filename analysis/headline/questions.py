"""A headline that asks: what it suggests it does not state, so it is shown beside the text and nothing is charged."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.headline.pair import Pair, contents, nearest
from analysis.model import Evidence, HeadlineCheck, HeadlineKind

_CLOSING = " \t\n\"”’'»)]"


def questions(pair: Pair) -> Iterator[HeadlineCheck]:
    """One check where the headline ends in a question of the outlet's own."""
    title = pair.title.text
    end = len(title.rstrip(_CLOSING))
    if not title[:end].endswith("?") or any(span.start < end <= span.end for span in pair.quoted):
        return
    sentence = nearest(pair, contents(pair.title.tokens, range(len(pair.title.tokens))))
    yield HeadlineCheck(
        HeadlineKind.QUESTION,
        pair.article.id,
        Evidence(pair.article.id, "title", 0, end, "question"),
        () if sentence is None else (pair.evidence(sentence, "nearest sentence"),),
        "The headline is a question; what it asks it does not state.",
        nearest=True,
    )
