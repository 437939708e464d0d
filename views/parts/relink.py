"""The form by which a reader says who is meant: another name of the story, or nobody."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from analysis.model import Correction, Entity, Evidence
from analysis.prose import shortened
from views import shared
from views.parts import passage_list
from views.parts.scene import Scene

MOST_ENTITIES = 60
NOBODY = "Nobody in this list"


def show(scene: Scene, entity: Entity, marks: Iterable[Evidence], key: str) -> None:
    """A choice among those of the story but ``entity``, to whom ``marks`` are linked now, and a button to keep it."""
    others = list(dict.fromkeys(one.name for one in scene.comparison.entities if one.id != entity.id))[:MOST_ENTITIES]
    st.caption("A wrong link? Say who is meant here. Your word is kept and used, and the page says so.")
    meant = st.selectbox("Meant here is", [NOBODY, *others], index=None, key=f"{key}_meant",
                         format_func=lambda name: shared.option(shortened(scene.mask(name), 60)))
    if st.button("Keep this link", key=f"{key}_link", disabled=meant is None):
        name = "" if meant == NOBODY else str(meant)
        passage_list.store([
            Correction(mark.article, mark.field, mark.start, mark.end, "link", entity=name) for mark in marks
        ])
