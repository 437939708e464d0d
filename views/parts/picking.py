"""A table in which a row can be chosen: one component for all tabs, drawn without losing the place on the page."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from html import escape

import streamlit as st

from views.parts.component import component

_table = component("pick_table", "table")


def pick(key: str, html: str, *, address: str = "row") -> str | None:
    """Draw ``html``, a table whose buttons ``button`` made; the name of the chosen one, or None.

    The page's address holds it as ``address``, which tables that are drawn together must not share.
    """
    if key not in st.session_state and (linked := st.query_params.get(address)):
        st.session_state[key] = {"pick": linked}
    asked: str | None = st.session_state.get(key, {}).get("pick")
    _table(key=key, data={"html": html, "chosen": asked}, on_pick_change=partial(_keep, key, address))
    return asked


def caption(text: str) -> str:
    """What a table is about, for those who hear it; ``text`` is plain."""
    return f'<caption class="px-heard">{escape(text)}</caption>'


def button(name: str, label: str, *, statement: int | None = None, heard: str = "") -> str:
    """A button of the table. ``label`` is HTML; ``statement`` is shown in the reading view too; ``heard``, plain text
    with the words of the label in it, is read out in its place."""
    shows = f' data-statement="{statement}"' if statement is not None else ""
    says = f' aria-label="{escape(heard)}"' if heard else ""
    return f'<button type="button" data-pick="{escape(name)}"{shows}{says}>{label}</button>'


def named(*parts: str) -> str:
    """A name for a button that tells nothing of what it stands for: names may be hidden on the page."""
    return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


def _keep(key: str, address: str) -> None:
    """The address follows what is chosen."""
    if chosen := st.session_state.get(key, {}).get("pick"):
        st.query_params[address] = chosen
    else:
        st.query_params.pop(address, None)
