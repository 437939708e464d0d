"""A comparison as one self-contained HTML page: no scripts, nothing loaded from elsewhere, every text escaped."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from analysis.model import NOT_ENOUGH_TEXT, Comparison, Finding, Voice
from analysis.passages import Passage, passages
from analysis.report.plain import labels_of

_STYLE = Path(__file__).with_name("page.css")
_MOST_TERMS = 10


def as_html(comparison: Comparison) -> str:
    """The page; prints well, follows the reader's light or dark setting."""
    labels = labels_of(comparison)
    body = "\n".join(
        [
            "<h1>Comparison</h1>",
            f'<p class="meta">{len(comparison.articles)} articles. Every figure comes with its passages, basis '
            "and voice. No figure here says that an outlet is good or bad.</p>",
            _notices(comparison, labels),
            _findings(comparison, labels),
            _headlines(comparison, labels),
            _measures(comparison, labels),
            _words(comparison, labels),
            _removed(comparison, labels),
            _versions(comparison),
        ]
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Parallax: comparison</title>'
        f"<style>{_STYLE.read_text(encoding='utf-8')}</style></head><body><main>{body}</main></body></html>\n"
    )


def _text(value: str) -> str:
    """Escaped, and kept from changing the direction of what stands around it."""
    return f'<bdi dir="auto">{escape(value)}</bdi>'


def _notices(comparison: Comparison, labels: Mapping[str, str]) -> str:
    items = "".join(f"<li>{_text(notice.sentence(labels))}</li>" for notice in comparison.notices)
    return f'<ul class="notices">{items}</ul>' if items else ""


def _findings(comparison: Comparison, labels: Mapping[str, str]) -> str:
    items = "".join(f"<li>{_finding(comparison, finding, labels)}</li>" for finding in comparison.findings)
    return "<h2>What differs</h2>" + (f"<ol>{items}</ol>" if items else "<p>Nothing stands out.</p>")


def _finding(comparison: Comparison, finding: Finding, labels: Mapping[str, str]) -> str:
    rows = "".join(
        f"<tr><td>{_text(labels[article])}</td><td>{escape(value)}</td></tr>" for article, value in finding.rows
    )
    found = "".join(f"<li>{_passage(comparison, each, labels)}</li>" for each in passages(comparison, finding.evidence))
    return (
        f'<p class="say">{_text(finding.sentence(labels))}</p><p class="meta">{escape(finding.size)}</p>'
        f"<table><caption>{escape(finding.unit)}</caption><tbody>{rows}</tbody></table>"
        f'<details open><summary>Passages</summary><ul class="passages">{found}</ul></details>'
    )


def _passage(comparison: Comparison, passage: Passage, labels: Mapping[str, str]) -> str:
    article = next(each.article for each in comparison.articles if each.id == passage.article)
    pieces, position = [], passage.start
    for mark in passage.evidence:
        if mark.start >= position:
            pieces.append(escape(article.passage(passage.field, position, mark.start)))
            word = escape(article.passage(passage.field, mark.start, mark.end))
            pieces.append(f'<mark title="{escape(mark.label)}">{word}</mark>')
            position = mark.end
    pieces.append(escape(article.passage(passage.field, position, passage.end)))
    place = "headline" if passage.paragraph is None else f"paragraph {passage.paragraph}"
    head = f"<b>{_text(labels[passage.article])}</b>, {passage.voice.value} voice, {place}"
    return f'<span class="meta">{head}</span> <bdi dir="auto">{"".join(pieces)}</bdi>'


def _headlines(comparison: Comparison, labels: Mapping[str, str]) -> str:
    items = "".join(
        f'<li><span class="meta"><b>{_text(labels[each.id])}</b> {escape(each.article.published or "no date")}</span> '
        f'<span class="say">{_text(each.article.title or "No headline was found")}</span></li>'
        for each in comparison.articles
    )
    return f'<h2>The headlines</h2><ol class="plain">{items}</ol>'


def _measures(comparison: Comparison, labels: Mapping[str, str]) -> str:
    tables = []
    for voice in Voice:
        rows = [row for row in comparison.measurements if row.voice is voice and row.part == "article"]
        cells = "".join(
            f"<tr><td>{escape(row.measure)}</td><td>{_text(labels[row.article])}</td>"
            f"<td>{NOT_ENOUGH_TEXT if row.value is None else f'{row.value:.2f}'}</td><td>{escape(row.unit)}</td>"
            f"<td>{len(row.evidence)}</td><td>{row.basis}</td></tr>"
            for row in rows
        )
        head = "<tr><th>Measure</th><th>Outlet</th><th>Value</th><th>Unit</th><th>Passages</th><th>Words</th></tr>"
        tables.append(
            f"<details><summary>{voice.value.capitalize()} voice</summary><table><thead>{head}</thead>"
            f"<tbody>{cells}</tbody></table></details>"
        )
    return f"<h2>All measures</h2><p class='meta'>How usual: not yet measured.</p>{''.join(tables)}"


def _words(comparison: Comparison, labels: Mapping[str, str]) -> str:
    rows = []
    for identifier, label in labels.items():
        mine = [each for each in comparison.contrast if each.article == identifier]
        for term in sorted(mine, key=lambda each: -each.z)[:_MOST_TERMS]:
            rows.append(
                f"<tr><td>{_text(label)}</td><td>{_text(term.term)}</td><td>{escape(term.voice)}</td>"
                f"<td>{term.count}</td><td>{term.count_rest}</td><td>{term.z:.2f}</td><td>{term.tfidf:.4f}</td></tr>"
            )
    if not rows:
        return ""
    head = "<tr><th>Outlet</th><th>Term</th><th>Voice</th><th>Here</th><th>Rest</th><th>z</th><th>TF-IDF</th></tr>"
    return (
        "<h2>Words</h2><p class='meta'>Description only: with one article an outlet no word can be called "
        f"distinctive.</p><table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _removed(comparison: Comparison, labels: Mapping[str, str]) -> str:
    items = "".join(
        f"<li><b>{_text(labels[each.id])}</b>, {escape(cut.reason)}: {_text(cut.text)}</li>"
        for each in comparison.articles
        for cut in each.article.removed
    )
    return f"<h2>What was cut away</h2><ul>{items}</ul>" if items else ""


def _versions(comparison: Comparison) -> str:
    made = "; ".join(f"{name} {version}" for name, version in comparison.versions.items())
    return f'<p class="meta">Made with {escape(made)}. {len(comparison.corrections)} corrections by hand.</p>'
