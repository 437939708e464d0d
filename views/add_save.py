"""Where new articles go, and their way into the library: each one is saved as soon as it is analysed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

import streamlit as st

from analysis.errors import ParallaxError
from analysis.model import Article, Story
from views import shared, words

NEW, GROUPED, EXISTING = "A new story", "Grouped by Parallax", "A story of the library"


def show(articles: Sequence[Article], complete: bool) -> None:
    """Choose the story, then the button. Nothing is stored before it is pressed."""
    with st.container(key="destination"):
        st.html('<h2 class="px-rule">Add to</h2>')
        target = st.radio("Add to", [NEW, GROUPED, EXISTING], key="target", horizontal=True,
                          label_visibility="collapsed")
        chosen = _chosen(str(target), articles)
        ready = bool(articles) and complete and chosen is not None
        label = f"Add {words.count(len(articles), 'article')} to the library"
        if st.button(label, type="primary", disabled=not ready, key="save"):
            _save(articles, str(target), chosen or "")


def _chosen(target: str, articles: Sequence[Article]) -> str | None:
    """The new story's title or the existing story's id; None while it is missing."""
    if target == NEW:
        suggestion = next((article.title for article in articles if article.title), "") or ""
        entered = st.text_input("Title of the story", suggestion[:300], key="new_title", max_chars=300)
        return (entered or "").strip() or None
    if target == EXISTING:
        titles = {story.id: shared.title_of(story) for story in shared.shelf()}
        return st.selectbox("Story", list(titles), index=None, placeholder="Choose a story", key="old_story",
                            format_func=lambda story_id: shared.option(titles[story_id]))
    st.html('<p class="px-meta">Articles whose headlines and openings resemble each other become one story. '
            "You can merge and split the stories afterwards.</p>")
    return ""


def _save(articles: Sequence[Article], target: str, chosen: str) -> None:
    """Analyse and save one article after the other; whatever is done stays done if this is stopped."""
    opened = shared.library()
    if target == EXISTING:
        opened.story(chosen)  # deleted meanwhile in another window: say so before anything is stored
    st.button("Stop", key="stop", help="What is already added stays in the library.")
    bar = st.progress(0.0, "Loading the language model …")
    stories: dict[str, Story] = {}
    failures: list[str] = []
    there = {article.id for article in articles if shared.story_of(article.id) is not None}
    for number, (article, label) in enumerate(zip(articles, _labels(articles, target, chosen), strict=True)):
        bar.progress(number / len(articles), f"Analysing article {number + 1} of {len(articles)} …")
        try:
            opened.annotate(article)
        except ParallaxError as error:
            failures.append(str(error))
            continue
        stories[label] = _with(stories.get(label) or _story(article, target, chosen), article)
        opened.save_story(stories[label])
    _finish([story.id for story in stories.values()], len(articles) - len(failures) - len(there), len(there), failures)


def _story(article: Article, target: str, chosen: str) -> Story:
    """The story ``article`` goes into: the chosen one, a new one, or, where Parallax groups, the one that holds it."""
    known = shared.story_of(article.id)
    if known is not None and target == GROUPED:
        return known
    if target == EXISTING:
        return replace(shared.library().story(chosen), by_hand=True)
    title = chosen or article.title or f"{article.outlet or 'Untitled'}, {words.moment(article.published)}"
    return Story(uuid4().hex[:16], title, (), by_hand=target == NEW)


def _with(story: Story, article: Article) -> Story:
    """``story`` with ``article`` in it, once."""
    return story if article.id in story.articles else replace(story, articles=(*story.articles, article.id))


def _labels(articles: Sequence[Article], target: str, chosen: str) -> list[str]:
    """One label an article; articles with the same label go into one story."""
    if target != GROUPED:
        return [chosen] * len(articles)
    from analysis import events

    return events.group(articles)


def _finish(story_ids: list[str], added: int, there: int, failures: list[str]) -> None:
    """Empty the inputs for the next round, and say on the fresh page what was added."""
    state = st.session_state
    state.added = (story_ids, added, there, failures)
    state.pasted = []
    state.round = state.get("round", 0) + 1
    shared.forget_shelf()
    st.rerun()


def show_added() -> None:
    """What the last round added, with a link to each of its stories."""
    story_ids, added, there, failures = st.session_state.pop("added", ([], 0, 0, []))
    for sentence in failures:
        st.error(shared.plain(sentence))
    if not added and not there:
        return
    known = f" {words.count(there, 'article')} stood in the library already." if there else ""
    with st.container(key="added", border=True):
        st.html(f'<p role="status"><b>Added {words.count(added, "article")}.</b>{known}</p>')
        for story_id in dict.fromkeys(story_ids):
            title = shared.title_of(shared.library().story(story_id))
            shared.link("compare", f"Compare: {title}", key=f"added-{story_id}", story=story_id)
