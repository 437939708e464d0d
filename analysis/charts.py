"""Charts: the measurements of a comparison as plotly figures, with the words a screen reader says in their place."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from analysis.measures import MEASURES
from analysis.model import NOT_ENOUGH_TEXT, Comparison, Measurement, Part, Voice

if TYPE_CHECKING:
    import plotly.graph_objects as go

_TITLES = {measure.name: measure.title for measure in MEASURES}
VOICE_WORDS = {Voice.OWN: "own voice", Voice.REPORTED: "reported speech", Voice.QUOTED: "quoted words"}
LONGEST_NAME = 28
"""Longer outlet names are cut on an axis, so that the scale keeps its room."""


def measure_title(name: str) -> str:
    """``loaded_words.one_sided`` -> "Loaded words: one sided"."""
    measure, _, tail = name.partition(".")
    title = _TITLES.get(measure, measure.replace("_", " ").capitalize())
    return f"{title}: {tail.replace('_', ' ')}" if tail else title


def number(value: float | None) -> str:
    """A value as shown: whole numbers bare, others with one or two decimals; None as "not enough text"."""
    if value is None:
        return NOT_ENOUGH_TEXT
    if value == round(value):
        return f"{value:,.0f}"
    return f"{value:,.1f}" if abs(value) >= 1 else f"{value:.2f}"


def values(comparison: Comparison, measure: str, voice: Voice, part: Part = "article") -> tuple[Measurement, ...]:
    """The measurements of one measure in one voice, largest first, undefined ones last."""
    found = (one for one in comparison.measurements
             if (one.measure, one.voice, one.part) == (measure, voice, part))
    return tuple(sorted(found, key=lambda one: (one.value is None, -(one.value or 0.0))))


def axis_title(rows: tuple[Measurement, ...]) -> str:
    """Measure, unit, voice and n: what the axis of ``dot_plot`` says."""
    first = rows[0]
    counted = sum(row.value is not None for row in rows)
    plural = "s" if counted != 1 else ""
    return f"{measure_title(first.measure)}, {first.unit}, {VOICE_WORDS[first.voice]}; n = {counted} article{plural}"


def alt_text(rows: tuple[Measurement, ...], labels: Mapping[str, str]) -> str:
    """The dot plot in words, row by row."""
    listed = "; ".join(f"{labels[row.article]} {number(row.value)}" for row in rows)
    return f"Dot plot. {axis_title(rows)}. {listed}."


def dot_plot(rows: tuple[Measurement, ...], labels: Mapping[str, str], *, ink: str = "#14181c",
             meta: str = "#5f676e", hair: str = "#d3d6d1") -> go.Figure:
    """One point an article on a common scale that includes 0, in the order of ``rows`` (see ``values``).

    Names stand at the axis and values beside their points; a row without a value holds the words, and no point.
    ``rows`` must not be empty.
    """
    import plotly.graph_objects as go  # half a second, and only who opens a chart needs it

    places = list(range(len(rows)))
    shown = [(place, row.value) for place, row in zip(places, rows, strict=True) if row.value is not None]
    figure = go.Figure(go.Scatter(
        x=[value for _, value in shown], y=[place for place, _ in shown], mode="markers+text",
        text=[number(value) for _, value in shown], textposition="top center", cliponaxis=False, hoverinfo="skip",
        textfont={"color": ink, "size": 13}, marker={"color": ink, "size": 12}))
    for place, row in zip(places, rows, strict=True):
        if row.value is None:
            figure.add_annotation(x=0, y=place, text=NOT_ENOUGH_TEXT, showarrow=False, xanchor="left", yshift=10,
                                  font={"color": meta, "size": 12})
    names = [_name(labels[row.article]) for row in rows]
    figure.update_yaxes(tickmode="array", tickvals=places, ticktext=names, range=[len(rows) - 0.5, -0.5],
                        showgrid=True, gridcolor=hair, zeroline=False, tickfont={"color": ink, "size": 13},
                        automargin=True, title=None)
    figure.update_xaxes(title={"text": _two_lines(axis_title(rows)), "font": {"color": meta, "size": 13}},
                        range=_reach([value for _, value in shown]), zeroline=True, zerolinecolor=meta, showgrid=False,
                        tickfont={"color": meta, "size": 12}, automargin=True)
    figure.update_layout(height=110 + 34 * len(rows), margin={"l": 8, "r": 24, "t": 8, "b": 8}, showlegend=False,
                         dragmode=False, paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)")
    return figure


def _reach(shown: list[float]) -> list[float]:
    """The ends of the scale: 0 is on it, and a point at either end keeps its room."""
    low, high = min([0.0, *shown]), max([0.0, *shown])
    room = (high - low or 1.0) * 0.12
    return [low - (room if low < 0 else 0.2 * room), high + room]


def _two_lines(title: str) -> str:
    """The axis title broken before the voice, so that it fits a phone."""
    head, _, tail = title.rpartition(", ")
    return f"{escape(head, quote=False)},<br>{escape(tail, quote=False)}"


def _name(label: str) -> str:
    """An outlet's name as plotly may show it: plotly reads tags in labels, so they are escaped."""
    line = " ".join(label.split())
    return escape(line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…", quote=False)
