"""All measures: every figure of a story by voice, with its unit and basis; one chart for a chosen measure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from analysis import charts, report
from analysis.measures.sentences import OF_SENTENCES
from analysis.model import Measurement, Part, Voice
from analysis.strip import strip
from analysis.usual import wording
from views import shared
from views.ink import ink
from views.parts.scene import SPOKEN, Scene

PARTS: dict[Part, str] = {"article": "Article", "opening": "Headline and first paragraph"}

KEY = (
    "Dot: the figure; line: its likely range, also in small type; band with dotted edges: the usual range, of 8 in 10 "
    f"{wording.CORPUS} with as many words (for shares: sentences) of that voice. {wording.BEYOND}"
)


@st.fragment
def show(scene: Scene) -> None:
    """Voice and part, the table, its download, and the chart of one measure."""
    st.html(
        '<h3>Every figure of this story</h3><p class="px-meta">By voice, with unit and basis. Where there is too '
        f"little text there is no figure. {scene.order_words()}Each row has a scale of its own, named at its end: "
        f"compare dots within a row, not between rows. {KEY}</p>"
    )
    voice, part = _controls()
    rows = [one for one in scene.comparison.measurements if one.voice is voice and one.part == part]
    if not rows:
        st.html('<p class="px-none">Nothing is measured in this voice and part.</p>')
        return
    st.html(_table(scene, rows))
    if not shared.hide_outlets():  # the file names the outlets
        st.download_button("Download all figures (CSV)", data=partial(_csv, scene),
                           file_name="measures.csv", mime="text/csv", key="measures_csv", on_click="ignore")
    _chart(scene, rows, voice, part)


def _controls() -> tuple[Voice, Part]:
    left, right = st.columns(2)
    voice = left.segmented_control("Voice", list(SPOKEN), default=Voice.OWN, key="measures_voice",
                                   format_func=SPOKEN.__getitem__, required=True)
    part = right.segmented_control("Part", list(PARTS), default="article", key="measures_part",
                                   format_func=PARTS.__getitem__, required=True)
    return voice or Voice.OWN, part or "article"


def _table(scene: Scene, rows: list[Measurement]) -> str:
    """One row a measure, one column an outlet; the first row gives the words counted."""
    ids = [article.id for article in scene.order]
    by_measure: dict[str, dict[str, Measurement]] = {}
    for row in rows:
        by_measure.setdefault(row.measure, {})[row.article] = row
    basis = {row.article: row.basis for row in rows if row.unit != OF_SENTENCES}
    first = "".join(f'<td class="n">{basis.get(one, 0):,}</td>' for one in ids)
    shown = {name: found for name, found in by_measure.items() if _is_shown(name, found, by_measure)}
    body = "".join(_heading(name, shown, len(ids)) + _row(scene, name, found, ids) for name, found in shown.items())
    return (
        '<div class="px-scroll" tabindex="0" role="region" aria-label="All measures">'
        f'<table class="px-table px-small px-figures" style="--outlets:{len(ids)}">'
        f'<thead><tr><th scope="col">Measure</th>{scene.heads(numbers=True)}<th scope="col">Unit</th></tr></thead>'
        "<tbody>"
        f'<tr><th scope="row">Words of this voice (the basis)</th>{first}<td>words</td></tr>'
        f"{body}</tbody></table></div>"
    )


def _is_shown(name: str, found: Mapping[str, Measurement], by_measure: Mapping[str, object]) -> bool:
    """Of a family without a row of its own (the frames) only what some article has; the file has all."""
    return name.partition(".")[0] in by_measure or any(row.evidence for row in found.values())


def _heading(name: str, shown: Mapping[str, object], columns: int) -> str:
    """The name of a family without a row of its own, over the first of its rows."""
    family = name.partition(".")[0]
    first = next(one for one in shown if one.partition(".")[0] == family)
    if family in shown or name != first:
        return ""
    return (f'<tr><th scope="row">{escape(charts.measure_title(family))}</th>'
            f'<td colspan="{columns + 1}">those found in this voice; the file has all</td></tr>')


def _row(scene: Scene, name: str, found: dict[str, Measurement], ids: list[str]) -> str:
    sub = ' class="sub"' if "." in name else ""
    title = charts.measure_title(name).rpartition(": ")[2] if sub else charts.measure_title(name)
    bands = charts.usual_bands(found.values())
    scale = charts.reach(found.values(), bands.values())
    cells = "".join(_cell(found.get(one), bands.get(one), scale) for one in ids)
    unit = scene.say(next(iter(found.values())).unit)
    ends = f'<span class="px-likely">scale {wording.between(*scale)}</span>' if "px-strip" in cells else ""
    return f'<tr><th scope="row"{sub}>{scene.say(title)}</th>{cells}<td class="unit">{unit}{ends}</td></tr>'


def _cell(row: Measurement | None, band: charts.Band | None, scale: charts.Band) -> str:
    """The figure, its likely range in small type, and its strip; counts of an opening have no usual range to draw."""
    if row is None or row.value is None:
        return _value(row)
    likely = wording.likely(row)
    small = f'<span class="px-likely">{likely}</span>' if likely else ""
    drawn = strip(row, band, scale) if band or likely else ""
    return f'<td class="n">{charts.number(row.value)}{small}{drawn}</td>'


def _value(row: Measurement | None) -> str:
    if row is None or row.value is None:
        return f'<td class="nt">{charts.number(None)}</td>'
    return f'<td class="n">{charts.number(row.value)}</td>'


def _chart(scene: Scene, rows: list[Measurement], voice: Voice, part: Part) -> None:
    names = list(dict.fromkeys(row.measure for row in rows))
    name = st.selectbox("Draw one measure", names, key="measures_name", format_func=charts.measure_title)
    drawn = charts.values(scene.comparison, str(name), voice, part)
    if not drawn:
        return
    bands = charts.usual_bands(drawn)
    st.plotly_chart(charts.dot_plot(drawn, scene.labels, bands, **ink()), theme=None,
                    alt=charts.alt_text(drawn, scene.labels, bands), config={"displayModeBar": False},
                    key="measures_chart")
    st.html(_chart_table(scene, drawn))


def _chart_table(scene: Scene, drawn: tuple[Measurement, ...]) -> str:
    """What the chart shows, row by row, with how usual each figure is and what it rests on."""
    body = "".join(
        f'<tr><th scope="row">{scene.name(row.article)}</th>{_value(row)}<td class="n">{wording.span(row)}</td>'
        f'<td>{wording.how_usual_short(row)}</td><td class="n">{len(row.evidence):,}</td>'
        f'<td class="n">{row.basis:,}</td></tr>'
        for row in drawn
    )
    heads = (("Outlet", ""), (scene.say(drawn[0].unit), "n"), ("Likely range", "n"), ("How usual", ""),
             ("Passages", "n"), ("Words of this voice", "n"))
    head = "".join(f'<th scope="col"{f" class={css}" if css else ""}>{title}</th>' for title, css in heads)
    return (
        '<div class="px-scroll" tabindex="0" role="region" aria-label="The figures of the chart">'
        f'<table class="px-table px-small px-charted"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        '<p class="px-meta">Sorted by value, largest first. How usual: against '
        f"{wording.CORPUS} with as many words (for shares: sentences) of that voice.</p>"
    )


def _csv(scene: Scene) -> bytes:
    return report.download(report.as_csv(scene.comparison), "csv")
