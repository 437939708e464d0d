"""When would the difference between two outlets become visible? Two names, and an answer in words."""

from __future__ import annotations

import streamlit as st

from analysis import charts, outlets
from analysis.model import Voice
from analysis.prose import shortened
from views import shared
from views.parts.outlets_scene import Shown, choose
from views.parts.scene import LONGEST_NAME, SPOKEN


@st.fragment
def show(shown: Shown, measure: str, voice: Voice) -> None:
    """The choice of two outlets, and the outlook for the measure and voice chosen above."""
    names = list(shown.labels.values())
    if len(names) < 2:
        return
    st.html(
        '<h2 class="px-rule">When would a difference become visible?</h2>'
        f'<p class="px-meta">{shared.slice_html(charts.measure_title(measure))}, {SPOKEN[voice].lower()}, as chosen '
        "above. Only stories that both outlets told are compared.</p>"
    )
    left, right = st.columns(2)
    first, second = choose(left, "One outlet", names, "one", None), choose(right, "The other", names, "other", None)
    if not first or not second:
        st.html('<p class="px-none">Choose two outlets, and the answer stands here.</p>')
        return
    if first == second:
        st.html('<p class="px-none">Choose two different outlets.</p>')
        return
    found = outlets.outlook(shown.pieces, measure, voice, shown.outlet(first), shown.outlet(second))
    called = [shortened(name, LONGEST_NAME) for name in (first, second)]
    answer, basis = outlets.sentences(found, called[0], called[1], outlets.unit_of(measure))
    st.html(f'<p class="px-nodiff">{shared.slice_html(answer)}</p>'
            f'<p class="px-meta">{shared.slice_html(basis)}</p>')
