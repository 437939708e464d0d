"""What readers corrected in this story, said on the page, each with a way back."""

from __future__ import annotations

import streamlit as st

from analysis.model import Correction
from analysis.passages import field_of
from analysis.tone import MEASURE
from views import shared, words
from views.parts.scene import VOICES, Scene


def show(scene: Scene) -> None:
    """A line that opens to the list; nothing where nothing was corrected."""
    made = scene.comparison.corrections
    if not made:
        return
    with st.expander(f"{words.count(len(made), 'correction')} made by hand in this story", key="corrections",
                     type="compact", on_change="rerun") as opened:
        if opened.open:
            for number, correction in enumerate(made):
                _row(scene, number, correction)


def _row(scene: Scene, number: int, correction: Correction) -> None:
    field = field_of(scene.article(correction.article), correction.field)
    passage = field.text[correction.start : correction.end] if field is not None else ""
    what = _what(correction)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(
            f'<div class="px-passage"><span class="px-meta"><b>{scene.name(correction.article)}</b>, {scene.say(what)}'
            f"</span>“{scene.say(passage[:300])}”</div>",
            width="stretch",
        )
        if st.button("Undo", key=f"undo_{number}", type="tertiary"):
            shared.library().remove_correction(correction)
            st.rerun()


def _what(correction: Correction) -> str:
    if correction.kind == "link":
        return f"linked to {correction.entity}" if correction.entity else "linked to nobody"
    if correction.kind == "voice" and correction.voice is not None:
        return f"voice changed to {VOICES[correction.voice]}"
    if correction.measure == MEASURE:
        return "clause left out of the tone"
    return f"{correction.measure.replace('_', ' ') or 'mark'} dismissed"
