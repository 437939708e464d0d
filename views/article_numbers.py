"""The numbers of one article by voice, each with the passages behind it, as safe HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from analysis.highlight import Mark, passage_html
from analysis.measures import MEASURES
from analysis.model import HOW_USUAL_UNKNOWN, NOT_ENOUGH_TEXT, Comparison, Evidence, Measurement, Span, Voice
from analysis.passages import field_of, passages
from views.masks import Mask


def numbers(compared: Comparison, article_id: str, hide: Mask) -> str:
    """One line a measure: own, reported, quoted; it opens the basis and the passages."""
    rows = [
        row for row in compared.measurements
        if row.article == article_id and row.part == "article" and "." not in row.measure
    ]
    titles = {measure.name: measure.title for measure in MEASURES}
    lines = "".join(
        _line(titles.get(name, name), [row for row in rows if row.measure == name], compared, hide)
        for name in dict.fromkeys(row.measure for row in rows)
    )
    return (
        '<h3>Numbers by voice</h3><div class="px-numbers"><div class="head"><span>Measure</span>'
        f"<span>own</span><span>reported</span><span>quoted</span></div>{lines}</div>"
        '<p class="px-meta">Per 1,000 words of that voice; tone from −1 to 1. Open a line for its basis and its '
        f"passages; {HOW_USUAL_UNKNOWN}.</p>"
    )


def _line(title: str, rows: list[Measurement], compared: Comparison, hide: Mask) -> str:
    by_voice = {row.voice: row for row in rows}
    cells = "".join(_cell(by_voice.get(voice)) for voice in Voice)
    basis = "; ".join(f"{row.voice}: {len(row.evidence)} in {_words(row.basis)}" for row in rows)
    unit = escape(rows[0].unit)
    marked = [evidence for row in rows for evidence in row.evidence]
    found = _passages(compared, marked, hide) if marked else '<p class="px-none">Not found in this article.</p>'
    return (
        f"<details><summary><span>{escape(title)}</span>{cells}</summary>"
        f'<p class="px-meta">{unit}. {basis}.</p>{found}</details>'
    )


def _words(basis: int) -> str:
    return f"{basis:,} {'word' if basis == 1 else 'words'}"


def _cell(row: Measurement | None) -> str:
    if row is None:
        return "<span>–</span>"
    if row.value is None:
        return f'<span class="none">{NOT_ENOUGH_TEXT}</span>'
    return f"<span>{row.value:.2f}</span>" if abs(row.value) < 1 and row.value else f"<span>{row.value:.1f}</span>"


def _passages(compared: Comparison, marked: Iterable[Evidence], hide: Mask) -> str:
    articles = {annotated.id: annotated for annotated in compared.articles}
    items = []
    for passage in passages(compared, marked):
        field = field_of(articles[passage.article], passage.field)
        if field is None:
            continue
        marks = [Mark(one.start, one.end, "here", "", one.label) for one in passage.evidence]
        place = "headline" if passage.paragraph is None else f"paragraph {passage.paragraph}"
        shown = passage_html(field, Span(passage.start, passage.end), marks, mask=hide)
        labels = ", ".join(dict.fromkeys(one.label for one in passage.evidence))
        items.append(f'<li class="px-passage"><span class="px-meta">{passage.voice} voice, {place}: {escape(labels)}'
                     f"</span>{shown}</li>")
    return f"<ul>{''.join(items)}</ul>"
