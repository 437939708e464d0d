"""A table in which a row can be chosen: one component for all tabs, drawn without losing the place on the page."""

from __future__ import annotations

from hashlib import sha256
from html import escape

import streamlit as st

from views.parts.component import component

_table = component("pick_table", "table")


def pick(key: str, html: str) -> str | None:
    """Draw ``html``, a table whose buttons ``button`` made; the name of the chosen one, or None."""
    asked: str | None = st.session_state.get(key, {}).get("pick")
    _table(key=key, data={"html": html, "chosen": asked}, on_pick_change=_nothing_to_do)
    return asked


def button(name: str, label: str, *, statement: int | None = None) -> str:
    """A button of the table. ``label`` is HTML; ``statement`` is shown in the reading view too."""
    shows = f' data-statement="{statement}"' if statement is not None else ""
    return f'<button type="button" data-pick="{escape(name)}"{shows}>{label}</button>'


def named(*parts: str) -> str:
    """A name for a button that tells nothing of what it stands for: names may be hidden on the page."""
    return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


def _nothing_to_do() -> None:
    """Streamlit keeps a component's state only where a callback is named for it."""
