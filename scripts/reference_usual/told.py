"""Two annotated articles as if two outlets had written them: what is counted in them only together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.findings.voices import speaker_shares
from analysis.model import AnnotatedArticle, Comparison
from analysis.names import entities
from analysis.speakers import speakers
from scripts.reference_usual.fit import Pairs


def as_outlets(articles: Sequence[AnnotatedArticle]) -> tuple[AnnotatedArticle, ...]:
    """``articles`` under outlets of their own, because one outlet is not compared with itself."""
    return tuple(
        replace(each, article=replace(each.article, outlet=f"Outlet {place}")) for place, each in enumerate(articles)
    )


def speaker_figures(pair: Sequence[AnnotatedArticle]) -> Pairs:
    """(words, attributed words) in either article of every speaker who is heard in both."""
    event = as_outlets(pair)
    heard = Comparison(event, (), (), (), (), speakers=speakers(event, entities(event)))
    return [
        ((one.hits, one.basis), (other.hits, other.basis))
        for candidate in speaker_shares(heard)
        for one, other in [candidate.figures]
    ]
