"""The colours of charts, which plotly cannot read from the style sheet."""

from __future__ import annotations

from typing import TypedDict

import streamlit as st


class Ink(TypedDict):
    """The colours of a chart."""

    ink: str
    meta: str
    hair: str
    fill: str


INK: dict[str, Ink] = {
    "light": {"ink": "#14181c", "meta": "#5f676e", "hair": "#d3d6d1", "fill": "#e2e5e0"},
    "dark": {"ink": "#eceeea", "meta": "#a0a8ae", "hair": "#343b41", "fill": "#2a3136"},
}


def ink() -> Ink:
    """The colours for the theme in use."""
    return INK["dark" if st.context.theme.type == "dark" else "light"]
