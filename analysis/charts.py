"""Charts: the measurements of a comparison as plotly figures, with the words a screen reader says in their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

from analysis.measures import MEASURES
from analysis.model import NOT_ENOUGH_TEXT, Comparison, Measurement, Part, Voice
from analysis.prose import figure
from analysis.usual import usual_range, wording

if TYPE_CHECKING:
    import plotly.graph_objects as go

_TITLES = {measure.name: measure.title for measure in MEASURES}
VOICE_WORDS = {Voice.OWN: "own voice", Voice.REPORTED: "reported speech", Voice.QUOTED: "quoted words"}
LONGEST_NAME = 28
"""Longer outlet names are cut on an axis, so that the scale keeps its room."""
Band = tuple[float, float]
"""The usual range of a rate: from the 10th to the 90th percentile of the reference corpus at that length."""


def measure_title(name: str) -> str:
    """``loaded_words.one_sided`` -> "Loaded words: one sided"."""
    measure, _, tail = name.partition(".")
    title = _TITLES.get(measure, measure.replace("_", " ").capitalize())
    return f"{title}: {tail.replace('_', ' ')}" if tail else title


def number(value: float | None) -> str:
    """A value as shown; None as "not enough text"."""
    return NOT_ENOUGH_TEXT if value is None else figure(value)


def usual_band(row: Measurement) -> Band | None:
    """The usual range for as many words of that voice; None where it is not known or nothing is drawn in it."""
    if row.value is None or row.part != "article":
        return None
    return usual_range(row.measure, row.voice, row.basis)


def usual_bands(rows: Iterable[Measurement]) -> dict[str, Band]:
    """Article -> usual range, for ``rows`` of one measure in one voice."""
    found = ((row.article, usual_band(row)) for row in rows)
    return {article: band for article, band in found if band is not None}


def reach(rows: Iterable[Measurement], bands: Iterable[Band]) -> Band:
    """The ends of one scale that holds 0, every value, every likely range and every usual range; never equal."""
    shown = [row for row in rows if row.value is not None]
    ends = [0.0, *(row.value or 0.0 for row in shown), *(end for band in bands for end in band)]
    ends += [end for row in shown for end in row.interval or ()]
    low, high = min(ends), max(ends)
    return (low, high) if low < high else (low, low + 1.0)


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


def alt_text(rows: tuple[Measurement, ...], labels: Mapping[str, str], bands: Mapping[str, Band] | None = None) -> str:
    """The dot plot in words, row by row."""
    listed = "; ".join(f"{labels[row.article]} {row_words(row, (bands or {}).get(row.article))}" for row in rows)
    return f"Dot plot. {axis_title(rows)}. {listed}."


def row_words(row: Measurement, band: Band | None) -> str:
    """One row of a chart in words: "12 (likely 4–19, usual 3–9)"."""
    said = [wording.likely(row), f"usual {wording.between(*band)}" if band else ""]
    known = ", ".join(one for one in said if one)
    return f"{number(row.value)} ({known})" if known else number(row.value)


def dot_plot(rows: tuple[Measurement, ...], labels: Mapping[str, str], bands: Mapping[str, Band] | None = None, *,
             scale: Band | None = None, ink: str = "#14181c", meta: str = "#5f676e", hair: str = "#d3d6d1",
             fill: str = "#e2e5e0") -> go.Figure:
    """One dot an article on a common scale that includes 0, in the order of ``rows`` (see ``values``).

    A line through the dot is the likely range, a band behind it the usual range (``bands``: article -> its range).
    ``scale``: the ends of the scale where the measure has ends; by default all that is drawn decides.
    Names stand at the axis and values above their dots; a row without a value holds the words, and no dot. ``rows``
    must not be empty.
    """
    import plotly.graph_objects as go  # half a second, and only who opens a chart needs it

    places = {row.article: place for place, row in enumerate(rows)}
    drawn = {article: band for article, band in (bands or {}).items() if article in places}
    shown = [row for row in rows if row.value is not None]
    figure = go.Figure([_likely(shown, places, ink), go.Scatter(
        x=[row.value for row in shown], y=[places[row.article] for row in shown], mode="markers+text",
        text=[number(row.value) for row in shown], textposition="top center", cliponaxis=False, hoverinfo="skip",
        textfont={"color": ink, "size": 13}, marker={"color": ink, "size": 12})])
    ends = scale or reach(rows, drawn.values())
    for row in rows:
        if row.value is None:
            figure.add_annotation(x=ends[0], y=places[row.article], text=NOT_ENOUGH_TEXT, showarrow=False,
                                  xanchor="left", yshift=10, font={"color": meta, "size": 12})
    _draw_bands(figure, [(places[article], band) for article, band in drawn.items()], ends, fill, meta)
    names = [_name(labels[row.article]) for row in rows]
    figure.update_yaxes(tickmode="array", tickvals=list(places.values()), ticktext=names,
                        range=[len(rows) - 0.5, -0.5], showgrid=True, gridcolor=hair, zeroline=False,
                        tickfont={"color": ink, "size": 13}, ticklabelstandoff=8, automargin=True,
                        title=None)
    figure.update_xaxes(title={"text": _two_lines(axis_title(rows)), "font": {"color": meta, "size": 13}},
                        range=_with_room(ends), zeroline=True, zerolinecolor=meta, showgrid=False,
                        tickfont={"color": meta, "size": 12}, automargin=True)
    figure.update_layout(height=(134 if drawn else 110) + 34 * len(rows), showlegend=False, dragmode=False,
                         margin={"l": 8, "r": 24, "t": 26 if drawn else 8, "b": 8}, paper_bgcolor="rgba(0,0,0,0)",
                         plot_bgcolor="rgba(0,0,0,0)")
    return figure


def _likely(shown: list[Measurement], places: Mapping[str, int], ink: str) -> go.Scatter:
    """One line a row from end to end of its likely range; None parts it from the next."""
    import plotly.graph_objects as go

    known = [(row.interval, places[row.article]) for row in shown if row.interval]
    return go.Scatter(x=[end for (low, high), _ in known for end in (low, high, None)],
                      y=[at for _, place in known for at in (place, place, None)], mode="lines", cliponaxis=False,
                      hoverinfo="skip", line={"color": ink, "width": 2})


def _draw_bands(figure: go.Figure, bands: list[tuple[int, Band]], ends: Band, fill: str, edge: str) -> None:
    """A band behind each row, edged so that it is not colour alone, and its name over the first."""
    for place, (low, high) in bands:
        across = {"y0": place - 0.5, "y1": place + 0.5, "layer": "below"}
        figure.add_shape(type="rect", x0=low, x1=high, fillcolor=fill, line={"width": 0}, **across)
        for end in (low, high):
            figure.add_shape(type="line", x0=end, x1=end, line={"width": 1, "color": edge, "dash": "dot"}, **across)
    if bands:
        place, (low, high) = min(bands)
        left = low <= (ends[0] + ends[1]) / 2
        figure.add_annotation(x=low if left else high, y=place - 0.5, text="usual range", showarrow=False,
                              xanchor="left" if left else "right", yanchor="bottom", font={"color": edge, "size": 12})


def _with_room(ends: Band) -> list[float]:
    """The ends of the axis: a dot at either end of the scale keeps its room."""
    low, high = ends
    room = (high - low) * 0.12
    return [low - (room if low < 0 else 0.2 * room), high + room]


def _two_lines(title: str) -> str:
    """The axis title broken before the voice, so that it fits a phone."""
    head, _, tail = title.rpartition(", ")
    return f"{escape(head, quote=False)},<br>{escape(tail, quote=False)}"


def _name(label: str) -> str:
    """An outlet's name as plotly may show it: plotly reads tags in labels, so they are escaped."""
    line = " ".join(label.split())
    return escape(line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…", quote=False)
