"""A comparison as plain dicts and lists, for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.model import (
    AnnotatedArticle,
    Comparison,
    ContrastTerm,
    Evidence,
    Finding,
    Measurement,
    Notice,
    outlet_labels,
)
from analysis.report.story import story_dict

_CORRECTION = ("article", "field", "start", "end", "kind", "measure", "voice", "entity")


def as_dict(comparison: Comparison) -> dict[str, Any]:
    """``articles``, ``notices``, ``measurements``, ``contrast``, ``findings``, ``corrections``, ``versions``, and what
    ``story_dict`` holds. Articles stand in the order they were given; a value that is undefined is None.
    """
    labels = labels_of(comparison)
    return {
        "articles": [_article(each) for each in comparison.articles],
        "notices": [_notice(each, labels) for each in comparison.notices],
        "measurements": [_measurement(each) for each in comparison.measurements],
        "contrast": [_term(each) for each in comparison.contrast],
        "findings": [_finding(each, labels) for each in comparison.findings],
        **story_dict(comparison),
        "corrections": [
            {name: getattr(each, name) for name in _CORRECTION}
            for each in comparison.corrections
        ],
        "versions": dict(comparison.versions),
    }


def labels_of(comparison: Comparison) -> dict[str, str]:
    """Article id -> outlet as shown."""
    return outlet_labels(tuple(each.article for each in comparison.articles))


def _article(annotated: AnnotatedArticle) -> dict[str, Any]:
    article = annotated.article
    return {
        **{name: getattr(article, name) for name in ("id", "outlet", "title", "published", "author", "url", "name")},
        "text": article.text,
        "removed": [{"text": each.text, "reason": each.reason} for each in article.removed],
        "flags": [flag.value for flag in article.flags],
    }


def _notice(notice: Notice, labels: Mapping[str, str]) -> dict[str, Any]:
    return {"kind": notice.kind, "sentence": notice.sentence(labels), "articles": list(notice.articles)}


def _measurement(row: Measurement) -> dict[str, Any]:
    """One row; the count on headline and lead alone is a measure of its own, ``loaded_words.opening``."""
    return {
        "measure": row.measure if row.part == "article" else f"{row.measure}.opening",
        **{name: getattr(row, name) for name in ("article", "voice", "value", "unit", "basis", "part")},
        "interval": list(row.interval) if row.interval is not None else None,
        "usual_percentile": row.usual_percentile,
        "evidence": _evidence(row.evidence),
    }


def _term(term: ContrastTerm) -> dict[str, Any]:
    names = ("term", "n", "article", "voice", "z", "tfidf", "count", "count_rest", "tested")
    return {**{name: getattr(term, name) for name in names}, "evidence": _evidence(term.evidence)}


def _finding(finding: Finding, labels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "sentence": finding.sentence(labels),
        "evidence": _evidence(finding.evidence),
        **{name: getattr(finding, name) for name in ("kind", "size", "voice", "unit", "chance_p", "gap_percentile")},
        "rows": [{"article": article, "value": value} for article, value in finding.rows],
    }


def _evidence(marks: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{name: getattr(mark, name) for name in ("article", "field", "start", "end", "label")} for mark in marks]
