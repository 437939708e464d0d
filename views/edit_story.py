"""The dialog in which a story is renamed, merged with another, split or deleted by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import streamlit as st

from analysis.model import Article, Story
from views import shared


@st.dialog("Merge or split", width="medium")
def dialog(story_id: str) -> None:
    """Change one story; every change is kept in the library as made by hand, and Parallax does not undo it."""
    shared.guarded(lambda: content(story_id))


def content(story_id: str) -> None:
    """What the dialog shows."""
    shelf = shared.shelf()
    story = shared.library().story(story_id)
    articles = next((group for other, group in shelf.items() if other.id == story_id), ())
    st.html(f"<h3>{shared.slice_html(shared.title_of(story))}</h3>")
    _rename(story)
    _merge(story, [other for other in shelf if other.id != story_id])
    _split(story, articles)
    _delete(story)


def _rename(story: Story) -> None:
    with st.form("rename", border=False):
        title = st.text_input("Title of the story", shared.title_of(story), max_chars=300)
        if st.form_submit_button("Rename", disabled=shared.hide_outlets()):
            _change(lambda: _keep(replace(story, title=title.strip() or story.title)))


def _merge(story: Story, others: list[Story]) -> None:
    if not others:
        return
    titles = {other.id: shared.title_of(other) for other in others}
    other_id = st.selectbox("Merge with", list(titles), index=None, placeholder="Choose another story",
                            format_func=lambda key: shared.option(titles[key]), key=f"merge-{story.id}")
    if st.button("Merge the two stories", disabled=other_id is None):
        _change(lambda: _merged(story, shared.library().story(str(other_id))))


def _split(story: Story, articles: tuple[Article, ...]) -> None:
    if len(articles) < 2:
        return
    shown, hide = shared.labels_of(articles), shared.masker_for(articles)
    names = {article.id: f"{shown[article.id]}: {hide(article.title or 'No headline')}" for article in articles}
    away = st.multiselect("Split away", list(names), format_func=lambda key: shared.option(names[key]),
                          placeholder="Choose articles that report another event", key=f"split-{story.id}")
    if st.button("Make them a story of their own", disabled=not 0 < len(away) < len(articles)):
        _change(lambda: _apart(story, tuple(away), names[away[0]]))


def _delete(story: Story) -> None:
    sure = st.checkbox("Delete this story and its articles for good", key=f"sure-{story.id}")
    if st.button("Delete", disabled=not sure):
        _change(lambda: shared.library().remove_story(story.id))


def _merged(story: Story, other: Story) -> None:
    together = tuple(dict.fromkeys((*story.articles, *other.articles)))
    note = " ".join(dict.fromkeys(filter(None, (story.note, other.note))))
    _keep(replace(story, articles=together, sample=story.sample or other.sample, note=note))
    shared.library().delete_story(other.id)


def _apart(story: Story, away: tuple[str, ...], title: str) -> None:
    _keep(Story(uuid4().hex[:16], title, away, sample=story.sample, note=story.note))
    _keep(replace(story, articles=tuple(article for article in story.articles if article not in away)))


def _keep(story: Story) -> None:
    """Store ``story`` as made by hand, so that Parallax does not group it anew."""
    shared.library().save_story(replace(story, by_hand=True))


def _change(action: Callable[[], object]) -> None:
    """Make the change, then draw the page anew, which closes the dialog."""
    action()
    shared.forget_shelf()
    st.rerun()
