"""The chart of outlets: a dot with its interval for each, on one scale, in alphabetical order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from analysis.charts import VOICE_WORDS, measure_title
from analysis.model import Voice
from analysis.outlets.sheet import unit_of
from analysis.outlets.standing import Standing, Way
from analysis.prose import figure, shortened

if TYPE_CHECKING:
    import plotly.graph_objects as go

NO_RANGE = "no range"
LONGEST_NAME = 28
"""Longer outlet names are cut on the axis, so that the scale keeps its room."""


def number(value: float, way: Way) -> str:
    """A value as shown; a difference carries its sign."""
    shown = figure(value)
    return f"+{shown}" if way == "beside" and shown != "0" and value > 0 else shown


def spoken(standing: Standing, way: Way) -> str:
    """A figure with its likely range: "+1.5 (likely +0.2 to +2.8)"; or what it lacks."""
    if standing.value is None:
        return standing.lacks
    likely = f"likely {reach(standing, way)}" if standing.interval else NO_RANGE
    return f"{number(standing.value, way)} ({likely})"


def reach(standing: Standing, way: Way) -> str:
    """The likely range: "+0.2 to +2.8", or "no range"."""
    return " to ".join(number(end, way) for end in standing.interval) if standing.interval else NO_RANGE


def axis_title(shown: Sequence[Standing], measure: str, voice: Voice, way: Way) -> tuple[str, ...]:
    """Measure, unit and voice; what 0 is; n: one line each, so that they fit a phone."""
    first = f"{measure_title(measure)}, {unit_of(measure)}, {VOICE_WORDS[voice]}"
    articles, outlets = sum(one.articles for one in shown), len(shown)
    plural = "" if outlets == 1 else "s"
    basis = ("0 = the other outlets in the same stories",) if way == "beside" else ()
    return first, *basis, f"n = {articles:,} articles of {outlets} outlet{plural}"


def alt_text(shown: Sequence[Standing], labels: Mapping[str, str], measure: str, voice: Voice, way: Way) -> str:
    """The chart in words, row by row."""
    rows = "; ".join(f"{labels[one.outlet]} {spoken(one, way)}" for one in shown)
    return f"Dot plot with likely ranges. {'; '.join(axis_title(shown, measure, voice, way))}. {rows}."


def plot(shown: Sequence[Standing], labels: Mapping[str, str], measure: str, voice: Voice, way: Way, *,
         ink: str = "#14181c", meta: str = "#5f676e", hair: str = "#d3d6d1") -> go.Figure:
    """One row an outlet, in the order given; every one of ``shown`` has a value, and there is at least one."""
    import plotly.graph_objects as go  # half a second, and only who opens a chart needs it

    points = [(value, *(one.interval or (value, value))) for one in shown for value in [one.value or 0.0]]
    error = {"type": "data", "symmetric": False, "array": [high - value for value, _, high in points],
             "arrayminus": [value - low for value, low, _ in points], "color": ink, "thickness": 2, "width": 0}
    figure = go.Figure(go.Scatter(
        x=[value for value, _, _ in points], y=list(range(len(points))), mode="markers+text", error_x=error,
        text=[number(value, way) for value, _, _ in points], textposition="top center", cliponaxis=False,
        hoverinfo="skip", textfont={"color": ink, "size": 13}, marker={"color": ink, "size": 11}))
    names = [escape(shortened(labels[one.outlet], LONGEST_NAME), quote=False) for one in shown]
    title = "<br>".join(escape(line, quote=False) for line in axis_title(shown, measure, voice, way))
    figure.update_yaxes(tickmode="array", tickvals=list(range(len(names))), ticktext=names, showgrid=True,
                        range=[len(names) - 0.5, -0.6], gridcolor=hair, zeroline=False, automargin=True, title=None,
                        tickfont={"color": ink, "size": 13})
    figure.update_xaxes(title={"text": title, "font": {"color": meta, "size": 13}}, range=_reach(points), zeroline=True,
                        zerolinecolor=meta, showgrid=False, tickfont={"color": meta, "size": 12}, automargin=True)
    figure.update_layout(height=136 + 38 * len(names), margin={"l": 8, "r": 24, "t": 8, "b": 8}, showlegend=False,
                         dragmode=False, paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)")
    return figure


def _reach(points: Sequence[tuple[float, float, float]]) -> list[float]:
    """The ends of the scale: 0 is on it, and every range has room."""
    low, high = min(0.0, *(low for _, low, _ in points)), max(0.0, *(high for *_, high in points))
    room = (high - low or 1.0) * 0.08
    return [low - room, high + room]
