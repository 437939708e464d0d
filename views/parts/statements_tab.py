"""Statements: which outlet tells what; conflicting details marked, empty cells with the nearest sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape

import streamlit as st

from analysis.details import details
from analysis.highlight import passage_html
from analysis.model import Cell, Nearest, Span, Statement, Voice
from analysis.passages import field_of, paragraph_of
from analysis.prose import shortened
from views import words
from views.parts import picking
from views.parts.scene import VOICES, Scene
from views.parts.takeaway import csv_button

ROWS = 12
KEYS = (
    '<p class="px-meta px-legend"><span class="found"></span> own voice <span class="said"></span> quoted or reported '
    '<span class="copied"></span> agency copy, counted once <span class="conflict">≠</span> details in conflict '
    "· ¶ paragraph</p>"
)


@st.fragment
def show(scene: Scene) -> None:
    """The grid of statement and outlet, and the sentences of the chosen row."""
    st.html(
        "<h3>Which statements does each outlet carry?</h3>"
        '<p class="px-meta">Sorted by how many outlets carry a statement and how early. Sentences are aligned by '
        "meaning, names and figures; two that differ in a figure, a date or a “not” are never taken as agreement. "
        "“Not found” is about this article alone; “perhaps” points to a sentence that may tell it in part or in other "
        "words: read it. Choose a row to read its sentences here and in the articles above.</p>"
    )
    found = scene.comparison.statements
    if not found:
        st.html('<p class="px-none">Not enough text: statements need two articles with whole sentences.</p>')
        return
    rows = found if st.session_state.get("statements_all") else found[:ROWS]
    chosen = _grid(scene, rows)
    with st.container(horizontal=True):
        if len(rows) < len(found):
            st.button(f"Show {len(found) - len(rows)} more statements", key="statements_more", on_click=_show_all)
        csv_button("Download the grid (CSV)", partial(_rows, scene), "statements.csv")
    if chosen is not None:
        _sentences(scene, chosen)


def _show_all() -> None:
    st.session_state["statements_all"] = True


def _grid(scene: Scene, rows: tuple[Statement, ...]) -> Statement | None:
    by_key = {picking.named("statement", str(one.number)): one for one in rows}
    body = "".join(_row(scene, key, statement) for key, statement in by_key.items())
    chosen = picking.pick(
        "statements_table",
        f'<table><thead><tr><th scope="col">Statement</th>{scene.heads()}'
        '<th scope="col" class="n">Found in</th></tr></thead>'
        f"<tbody>{body}</tbody></table>",
    )
    st.html(KEYS)
    return by_key.get(chosen) if chosen else None


def _row(scene: Scene, key: str, statement: Statement) -> str:
    cells = "".join(_cell(scene, statement, article.id) for article in scene.order)
    gist = picking.button(key, scene.say(scene.gist(statement)), statement=statement.number)
    return (
        f'<tr><th scope="row"><span class="no">{statement.number}</span>{gist}</th>{cells}'
        f'<td class="n">{len(statement.carriers)} of {len(scene.order)}</td></tr>'
    )


def _cell(scene: Scene, statement: Statement, article: str) -> str:
    cells = [one for one in statement.cells if one.article == article]
    if not cells:
        return f'<td class="none">{_absence(scene, statement, article)}</td>'
    given = _given(cells)
    cell = given[0] if given else cells[0]
    where = _where(cell.paragraph)
    if given:
        told = " and ".join(scene.say(shortened(one.detail, 40)) for one in given)
        return f'<td class="conflict">≠ {told}, {VOICES[cell.voice]}, {where}</td>'
    kind = "found" if cell.voice is Voice.OWN else "said"
    copied = "agency copy, " if cell.copied else ""
    return f'<td class="{kind}{" copied" if cell.copied else ""}">{copied}{VOICES[cell.voice]}, {where}</td>'


def _given(cells: Sequence[Cell]) -> list[Cell]:
    """The cells of one article whose details are in conflict with others, each figure once ("Twenty-three", "23")."""
    given: dict[object, Cell] = {}
    for cell in cells:
        if cell.detail:
            given.setdefault(details(cell.detail) or cell.detail.casefold(), cell)
    return list(given.values())


def _absence(scene: Scene, statement: Statement, article: str) -> str:
    """That it was not found, or where it may be told."""
    near = _nearest(statement, article)
    early = ", published earlier" if article in statement.early else ""
    if near is None or not near.perhaps:
        return f"not found{early}"
    field = field_of(scene.article(article), near.field)
    return f"perhaps, {_where(paragraph_of(field, near.start) if field else None)}{early}"


def _nearest(statement: Statement, article: str) -> Nearest | None:
    return next((one for one in statement.nearest if one.article == article), None)


def _where(paragraph: int | None) -> str:
    return f"¶{paragraph}" if paragraph else "headline"


def _sentences(scene: Scene, statement: Statement) -> None:
    st.html(f"<h3>Statement {statement.number}: {scene.say(scene.gist(statement))}</h3>"
            f'<p class="px-meta">{escape(scene.spread(statement).capitalize())}.{_clash(scene, statement)}</p>')
    columns = "".join(_column(scene, statement, article.id) for article in scene.order)
    st.html(f'<div class="px-cells">{columns}</div>')


def _clash(scene: Scene, statement: Statement) -> str:
    """What the outlets say differently, each with its hour; the page does not say which is right."""
    if not statement.conflict:
        return ""
    said = [
        f"{scene.name(article.id)} ({words.moment(article.article.published)}): “{scene.say(cell.detail)}”"
        for article in scene.order
        for cell in _given([one for one in statement.cells if one.article == article.id])
    ]
    return f" {'; '.join(said)}. Which of them is right, these pages cannot say."


def _column(scene: Scene, statement: Statement, article: str) -> str:
    cells = [cell for cell in statement.cells if cell.article == article]
    near = _nearest(statement, article)
    if cells:
        told = "".join(f"<p>{_sentence(scene, cell)}</p>" for cell in cells)
    elif near is not None:
        said = "Perhaps told here:" if near.perhaps else "Not found in this article. Nearest sentence:"
        told = (
            f'<p class="px-meta">{said}</p>'
            f'<p class="near">{_sentence(scene, near)}</p>'
        )
    else:
        told = '<p class="px-meta">Not found in this article.</p>'
    return f'<div class="px-passage"><p class="px-out">{scene.name(article)}</p>{told}</div>'


def _sentence(scene: Scene, place: Cell | Nearest) -> str:
    field = field_of(scene.article(place.article), place.field)
    if field is None:
        return ""
    paragraph = paragraph_of(field, place.start)
    where = f"paragraph {paragraph}" if paragraph else "headline"
    voice = f"{VOICES[place.voice]}, " if isinstance(place, Cell) else ""
    return (
        f'<span class="px-meta">{voice}{where}</span>'
        f"{passage_html(field, Span(place.start, place.end), (), mask=scene.mask)}"
    )


def _rows(scene: Scene) -> Iterator[dict[str, object]]:
    for statement in scene.comparison.statements:
        for article in scene.order:
            cells = [cell for cell in statement.cells if cell.article == article.id]
            near = _nearest(statement, article.id)
            yield {"statement": statement.number, "gist": scene.gist(statement), "conflict": statement.conflict,
                   "outlet": scene.labels[article.id],
                   "found": "; ".join(scene.passage(one.article, one.field, one.start, one.end) for one in cells),
                   "perhaps": scene.passage(near.article, near.field, near.start, near.end)
                   if near is not None and near.perhaps else "",
                   "detail": "; ".join(one.detail for one in _given(cells))}
