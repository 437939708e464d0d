"""Our own components: one folder under views/ with the HTML, CSS and JavaScript of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

_VIEWS = Path(__file__).parents[1]


def component(folder: str, stem: str) -> Any:
    """The component whose files are ``views/FOLDER/STEM.html``, ``.css`` and ``.js``; drawn by calling it."""
    html, css, js = ((_VIEWS / folder / f"{stem}.{kind}").read_text("utf-8") for kind in ("html", "css", "js"))
    return st.components.v2.component(f"parallax_{folder}", html=html, css=css, js=js, isolate_styles=False)
