"""Compare, the heart: what differs, the headlines, the articles side by side, and one question at a time."""

from __future__ import annotations

import streamlit as st

from analysis.errors import NotFoundError
from analysis.prose import shortened
from views import shared
from views.parts import (
    agency_tab,
    corrections,
    findings,
    frames_tab,
    head,
    headlines,
    measures_tab,
    names_tab,
    reading_view,
    statements_tab,
    tone_tab,
    voices_tab,
    words_tab,
)
from views.parts.scene import LONGEST_TITLE, Scene, scene_of

PARAMETER = "story"
TABS = {
    "Words": words_tab,
    "Names": names_tab,
    "Voices": voices_tab,
    "Statements": statements_tab,
    "Agency": agency_tab,
    "Frames": frames_tab,
    "Tone": tone_tab,
    "All measures": measures_tab,
}


def page() -> None:
    """The story in the address; without one, a list to choose from."""
    asked = st.query_params.get(PARAMETER)
    story = next((story for story in shared.shelf() if story.id == asked), None)
    if asked and story is None:
        raise NotFoundError("The story in this address is not in the library (any more). Choose one under Stories.")
    if story is None:
        _choose()
        return
    scene = scene_of(story, *shared.compared(story.id))
    head.show(scene)
    corrections.show(scene)
    _front(scene)
    shared.top_first()
    if len(scene.order) > 1:
        reading_view.show(scene)
    _questions(scene)
    st.html('<p class="px-foot">Every figure comes with its passages, its basis and its voice. Computed on this '
            "machine; nothing was sent anywhere.</p>")


def _choose() -> None:
    """Every story as a link."""
    st.html('<h1>Compare</h1><p class="px-lede">Choose the story to compare.</p>')
    for story, articles in shared.shelf().items():
        hide = shared.masker_for(articles)
        shared.link("compare", shortened(hide(story.title), LONGEST_TITLE), key=f"story-{story.id}", story=story.id)


def _front(scene: Scene) -> None:
    with st.container(key="front"):
        left, right = st.columns([2, 1], gap="large")
        with left:
            findings.show(scene)
        with right, st.container(key="aside"):
            headlines.show(scene)


def _questions(scene: Scene) -> None:
    """Only the open tab is computed; which one is open stands in the address."""
    st.html('<div class="px-section"><h2>One question at a time</h2></div>')
    for tab, part in zip(st.tabs(list(TABS), key="tab", bind="query-params"), TABS.values(), strict=True):
        if tab.open:
            with tab:
                part.show(scene)


if __name__ == "__main__":
    shared.guarded(page)
