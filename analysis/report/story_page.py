"""Who is named, who is heard, what is told and who did it, as sections of the HTML page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from analysis.model import Comparison, Deed, Entity, Evidence, FieldName, Span, Speaker, Statement, Voice
from analysis.names import Rung, ladder, warned
from analysis.report.escaping import escape, text

_MOST_NAMES, _MOST_SPEAKERS, _MOST_STATEMENTS = 12, 25, 60


def story_sections(comparison: Comparison, labels: Mapping[str, str]) -> str:
    """The sections Names, Voices, Statements and Agency; what is empty is left out."""
    return "".join(
        (_names(comparison, labels), _voices(comparison, labels), _statements(comparison, labels),
         _agency(comparison, labels))
    )


def _names(comparison: Comparison, labels: Mapping[str, str]) -> str:
    shown = [one for one in comparison.entities if len(one.namings) > 1][:_MOST_NAMES]
    parts = "".join(_ladder(entity, labels) for entity in shown)
    return f'<h2>Names</h2><p class="meta">Labels by outlet and voice.</p>{parts}' if parts else ""


def _ladder(entity: Entity, labels: Mapping[str, str]) -> str:
    rows = [[_label(rung), *(_counts(rung, article) for article in labels)] for rung in ladder(entity)]
    return f"<details><summary>{text(entity.name)}</summary>{_table('Label', labels, rows)}</details>"


def _label(rung: Rung) -> str:
    guides = f'<br><span class="meta">{escape(warned(rung.label))}</span>' if rung.guides else ""
    return text(rung.label) + guides


def _counts(rung: Rung, article: str) -> str:
    return ", ".join(f"{count} {voice}" for voice in Voice if (count := rung.count(article, voice)))


def _voices(comparison: Comparison, labels: Mapping[str, str]) -> str:
    rows = [_heard(speaker, labels) for speaker in comparison.speakers[:_MOST_SPEAKERS]]
    if not rows:
        return ""
    return f'<h2>Voices</h2><p class="meta">Share of the attributed words.</p>{_table("Speaker", labels, rows)}'


def _heard(speaker: Speaker, labels: Mapping[str, str]) -> list[str]:
    shares = {speech.article: speech.share for speech in speaker.speeches}
    kind = f'<br><span class="meta">{escape(speaker.kind)}</span>' if speaker.kind else ""
    cells = ["not found" if shares.get(one) is None else f"{100 * (shares[one] or 0):.0f} %" for one in labels]
    return [text(speaker.name) + kind, *cells]


def _statements(comparison: Comparison, labels: Mapping[str, str]) -> str:
    shared = [one for one in comparison.statements if len(one.carriers) > 1]
    rows = [_row(comparison, statement, labels) for statement in shared[:_MOST_STATEMENTS]]
    if not rows:
        return ""
    return (
        '<h2>Statements</h2><p class="meta">Carried by more than one outlet; ≠ marks details in conflict. '
        "“Not found” means not found in this article, “perhaps” that a sentence of it may tell this in part or in "
        f'other words.</p>{_table("Statement", labels, rows)}'
    )


def _row(comparison: Comparison, statement: Statement, labels: Mapping[str, str]) -> list[str]:
    cells = {cell.article: cell for cell in reversed(statement.cells)}
    shown = [f"{statement.number}. {_passage(comparison, statement.gist)}"]
    for article in labels:
        cell = cells.get(article)
        if cell is None:
            perhaps = any(one.article == article and one.perhaps for one in statement.nearest)
            shown.append("perhaps" if perhaps else "not found")
            continue
        where = f"paragraph {cell.paragraph}" if cell.paragraph else "headline"
        detail = f"≠ {text(cell.detail)}, " if cell.detail else ""
        shown.append(f"{detail}{'agency copy, ' if cell.copied else ''}{cell.voice}, {where}")
    return shown


def _agency(comparison: Comparison, labels: Mapping[str, str]) -> str:
    rows = [
        [text(labels[deed.article]), _clause(comparison, deed), escape(f"{deed.form}, {deed.voice} voice"),
         _part(comparison, deed, deed.doer), _part(comparison, deed, deed.done_to)]
        for deed in comparison.deeds
    ]
    if not rows:
        return ""
    head = ("Outlet", "Clause", "Form", "Doer", "Done to")
    return (
        '<h2>Agency</h2><p class="meta">Deeds of harm, force, conflict or blame; – where the clause names nobody.</p>'
        f"<details><summary>{len(rows)} clauses</summary>{_grid(head, rows)}</details>"
    )


def _clause(comparison: Comparison, deed: Deed) -> str:
    return _slice(comparison, deed.article, deed.field, deed.clause)


def _part(comparison: Comparison, deed: Deed, span: Span | None) -> str:
    return _slice(comparison, deed.article, deed.field, span) if span is not None else "–"


def _passage(comparison: Comparison, mark: Evidence) -> str:
    return _slice(comparison, mark.article, mark.field, Span(mark.start, mark.end))


def _slice(comparison: Comparison, article: str, field: FieldName, span: Span) -> str:
    found = next(each.article for each in comparison.articles if each.id == article)
    return text(found.passage(field, *span))


def _table(first: str, labels: Mapping[str, str], rows: Iterable[Sequence[str]]) -> str:
    return _grid((first, *map(text, labels.values())), rows)


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col">{name}</th>' for name in head)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>' for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
