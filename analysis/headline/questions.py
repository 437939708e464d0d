"""A headline that asks: what it suggests it does not state, so it is shown beside the text and nothing is charged."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.headline.pair import Pair, beside_nearest
from analysis.model import HeadlineCheck, HeadlineKind, Span

_CLOSING = " \t\n\"”’'»)]"


def questions(pair: Pair) -> Iterator[HeadlineCheck]:
    """One check where the headline ends in a question of the outlet's own."""
    title = pair.title.text
    end = len(title.rstrip(_CLOSING))
    if not title[:end].endswith("?") or any(span.start < end <= span.end for span in pair.quoted):
        return
    told = "The headline is a question; what it asks it does not state."
    yield beside_nearest(pair, HeadlineKind.QUESTION, Span(0, end), "question", told)
