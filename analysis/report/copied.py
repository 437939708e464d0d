"""One finding with its passages as plain text, to be pasted into a document or a message."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.model import Comparison, Finding
from analysis.passages import Passage, passages
from analysis.report.terminal import printable


def finding_text(comparison: Comparison, finding: Finding, labels: Mapping[str, str]) -> str:
    """The finding's sentence, its size, each article's figure, every passage with its marks in [brackets].

    Each is one line; control and direction characters of articles are left out, so that it pastes anywhere.
    """
    rows = [f"- {labels[article]}: {value}" for article, value in finding.rows]
    quoted = [_passage(comparison, each, labels) for each in passages(comparison, finding.evidence)]
    versions = "; ".join(f"{name} {version}" for name, version in comparison.versions.items())
    lines = [
        finding.sentence(labels),
        finding.size,
        "",
        f"{finding.unit} ({finding.voice}):",
        *rows,
        "",
        *quoted,
        "",
        f"Made with {versions}",
    ]
    return "\n".join(" ".join(printable(line).split()) for line in lines)


def _passage(comparison: Comparison, passage: Passage, labels: Mapping[str, str]) -> str:
    article = next(each.article for each in comparison.articles if each.id == passage.article)
    place = "headline" if passage.paragraph is None else f"paragraph {passage.paragraph}"
    date = f", {article.published}" if article.published else ""
    text, position = "", passage.start
    for mark in passage.evidence:
        if mark.start >= position:
            text += article.passage(passage.field, position, mark.start)
            text += f"[{article.passage(passage.field, mark.start, mark.end)}]"
            position = mark.end
    text += article.passage(passage.field, position, passage.end)
    return f"{labels[passage.article]}{date}, {place}, {passage.voice.value} voice: {text}"
