"""Who speaks, who is named, what is told and who did it, as plain dicts and lists for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from analysis.model import AnnotatedArticle, Comparison
from analysis.records import attribution_record


def story_dict(comparison: Comparison) -> dict[str, Any]:
    """``attributions``, ``speakers``, ``quotations``, ``names``, ``statements``, ``copies`` and ``agency``.

    Each record has the fields of its type in ``analysis.model``; offsets are into the ``title`` or ``text`` (``field``)
    of the article whose id stands beside them.
    """
    return {
        "attributions": [each for article in comparison.articles for each in _attributions(article)],
        "speakers": [asdict(each) for each in comparison.speakers],
        "quotations": [asdict(each) for each in comparison.shared_quotations],
        "names": [asdict(each) for each in comparison.entities],
        "statements": [asdict(each) for each in comparison.statements],
        "copies": [[asdict(place) for place in passage.places] for passage in comparison.copies],
        "agency": [asdict(each) for each in comparison.deeds],
    }


def _attributions(article: AnnotatedArticle) -> Iterator[dict[str, Any]]:
    for field in article.fields():
        for each in field.attributions:
            yield {"article": article.id, "field": field.name, **attribution_record(each)}
