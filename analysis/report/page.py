"""A comparison as one self-contained HTML page: no scripts, nothing loaded from elsewhere, every text escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.measures.sentences import OF_SENTENCES
from analysis.model import (
    NOT_ENOUGH_TEXT,
    AnnotatedArticle,
    Comparison,
    Finding,
    Measurement,
    Part,
    Voice,
)
from analysis.passages import Passage, passages
from analysis.prose import figure
from analysis.report.escaping import escape
from analysis.report.escaping import text as _text
from analysis.report.plain import labels_of
from analysis.report.story_page import story_sections
from analysis.usual import wording

_STYLE = Path(__file__).with_name("page.css")
_MOST_TERMS = 10
_PARTS: tuple[tuple[Part, str], ...] = (("article", "whole text"), ("opening", "headline and first paragraph"))


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
            story_sections(comparison, labels),
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
        f'<li><span class="meta"><b>{_text(labels[each.id])}</b> {_facts(each)}</span> '
        f'<span class="say">{_text(each.article.title or "No headline was found")}</span></li>'
        for each in comparison.articles
    )
    return f'<h2>The headlines</h2><ol class="plain">{items}</ol>'


def _facts(annotated: AnnotatedArticle) -> str:
    """Date, length, and what is flagged (a guessed date, a translation ...)."""
    article = annotated.article
    return escape(", ".join([article.published or "no date", f"{annotated.word_count()} words", *article.flags]))


def _measures(comparison: Comparison, labels: Mapping[str, str]) -> str:
    tables = []
    for part, name in _PARTS:
        for voice in Voice:
            rows = [row for row in comparison.measurements if row.voice is voice and row.part == part]
            tables.append(_table(f"{voice.value.capitalize()} voice, {name}", rows, labels) if rows else "")
    return (
        '<h2>All measures</h2><p class="meta">Under each figure its likely range, and how usual it is among '
        f'{wording.CORPUS} with as many words of that voice.</p>{"".join(tables)}'
    )


def _table(title: str, rows: Sequence[Measurement], labels: Mapping[str, str]) -> str:
    """One row a measure, one column an outlet; the first row gives the words counted."""
    found = {(row.measure, row.article): row for row in rows}
    basis = {row.article: row.basis for row in rows if row.unit != OF_SENTENCES}
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Measure", *map(_text, labels.values()), "Unit"))
    first = "".join(f"<td>{basis.get(article, 0)}</td>" for article in labels)
    units = {row.measure: row.unit for row in rows}
    body = "".join(
        f'<tr><th scope="row">{escape(name.replace("_", " ").replace(".", ": "))}</th>'
        f"{''.join(_cell(found.get((name, article))) for article in labels)}<td>{escape(unit)}</td></tr>"
        for name, unit in units.items()
    )
    return (
        f"<details><summary>{title}</summary><table><caption>In brackets: the number of passages</caption>"
        f'<thead><tr>{head}</tr></thead><tbody><tr><th scope="row">Words of this voice (the basis)</th>{first}'
        f"<td>words</td></tr>{body}</tbody></table></details>"
    )


def _cell(row: Measurement | None) -> str:
    if row is None or row.value is None:
        return f"<td>{NOT_ENOUGH_TEXT}</td>"
    said = (wording.likely(row), "" if row.usual_percentile is None else wording.how_usual_short(row))
    known = "; ".join(one for one in said if one).replace(" %", "\u00a0%")
    small = f'<span class="meta range">{known}</span>' if known else ""
    return f'<td><span class="figure">{figure(row.value)}</span> ({len(row.evidence)}){small}</td>'


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
