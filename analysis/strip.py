"""A figure as a strip of a line's height: a dot, its likely range as a line, the usual range as a band.

Made of empty ``<i>`` elements that are placed by per cent, not of SVG, which Streamlit removes from a page's HTML. How
they look, in light, dark and on paper, is in ``views/style.css``; dot, line and edged band differ without colour.
"""

from __future__ import annotations

from html import escape

from analysis.charts import Band, number, row_words
from analysis.model import Measurement


def strip(row: Measurement, band: Band | None, scale: Band) -> str:
    """Safe HTML for ``row`` on ``scale`` (see ``charts.reach``), with the same in words; "" where there is no value.

    What lies beyond the scale is drawn at its end. ``scale`` must not be empty.
    """
    if row.value is None:
        return ""
    low, high = scale
    parts = [_stretch("u", band, scale), _mark("z", 0.0, scale) if low < 0 < high else "",
             _stretch("l", row.interval, scale), _mark("d", row.value, scale)]
    said = f"{row_words(row, band)}; scale from {number(low)} to {number(high)}"
    return f'<span class="px-strip" role="img" aria-label="{escape(said)}">{"".join(parts)}</span>'


def _mark(name: str, value: float, scale: Band) -> str:
    return f'<i class="{name}" style="left:{_place(value, scale):.1f}%"></i>'


def _stretch(name: str, ends: Band | None, scale: Band) -> str:
    if ends is None:
        return ""
    left, right = (_place(end, scale) for end in ends)
    return f'<i class="{name}" style="left:{left:.1f}%;width:{right - left:.1f}%"></i>'


def _place(value: float, scale: Band) -> float:
    """Per cent of the way along ``scale``, held to it."""
    low, high = scale
    return min(max(0.0, 100 * (value - low) / (high - low)), 100.0)  # in this order -0.0 becomes 0.0
