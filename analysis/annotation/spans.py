"""Arithmetic on spans."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.model import Span


def merged(spans: Iterable[Span]) -> list[Span]:
    """``spans`` in order, overlapping ones joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
