"""The choice of a person, group or country, held by the address of the page: Names and Tone share it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from views import shared
from views.parts import picking
from views.parts.scene import Scene

PARAMETER = "who"


def asked(known: Sequence[str]) -> str | None:
    """Which of the ``known`` entities (by id) the address asks for."""
    wanted = st.query_params.get(PARAMETER)
    return next((one for one in known if picking.named(one) == wanted), None)


def choose(
    scene: Scene, label: str, known: Sequence[str], shown: Callable[[str], str], *, absent: str, place: DeltaGenerator
) -> str:
    """The id chosen of those ``known``, at first the one in the address, else the first.

    ``shown`` gives the words of an option. ``absent`` is said on the page where the address asks for none of them.
    """
    # A correction changes the counts in the list, and a choice is known by its words there: a new list, a new key.
    key = f"who_{picking.named(label, scene.digest, str(shared.hide_outlets()), *known)}"
    if st.session_state.get(key) not in known:
        if st.query_params.get(PARAMETER) and asked(known) is None:
            st.html(f'<p class="px-meta" role="status">{absent} The first in the list is shown instead.</p>')
        st.session_state[key] = asked(known) or known[0]
    place.selectbox(label, known, key=key, on_change=_remember, args=(key,), format_func=shown)
    return str(st.session_state[key])


def forget() -> None:
    """The address asks for nobody in particular."""
    st.query_params.pop(PARAMETER, None)


def _remember(key: str) -> None:
    """The address follows what is chosen."""
    if st.session_state.get(key):
        st.query_params[PARAMETER] = picking.named(st.session_state[key])
