"""Stories, the start page: one event a card, with the one sentence that says where its outlets differ most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from analysis.model import Article, Story
from analysis.prose import small
from views import edit_story, shared, words
from views.masks import Mask

LEDE = (
    "One event a card, told by several outlets. The stories marked as samples were written for this project: their "
    "outlets, places and people are invented. Add your own beside them."
)
NEWEST, MOST = "Newest", "Most outlets"
Shelf = dict[Story, tuple[Article, ...]]


def page() -> None:
    """Title, filters, the first story at full width, the others as cards."""
    _follow()
    _head()
    shelf = shared.shelf()
    if not shelf:
        _empty()
        return
    chosen = _filters(shelf)
    if not chosen:
        st.html('<p class="px-none">No story matches. Clear the search, the outlets or the dates to see them all.</p>')
        return
    lead, *others = _ordered(chosen, st.session_state.get("sort") or NEWEST)
    _lead(lead, chosen[lead])
    _cards(others, chosen)
    st.html('<p class="px-foot">Kept on this machine only. What you merge, split or rename is remembered.</p>')


def _follow() -> None:
    """Go where the reader went: a link clicked while the search is still being typed changes the address alone.

    The click takes the focus from the search, and Streamlit (1.67) lets the rerun for that override the new page.
    """
    for name, target in (("story", "compare"), ("article", "article")):
        if name in st.query_params:
            st.switch_page(f"views/{target}.py", query_params={name: st.query_params[name]})


def _head() -> None:
    with st.container(key="pagehead", horizontal=True, vertical_alignment="bottom"):
        st.html(f'<h1>Stories</h1><p class="px-lede">{LEDE}</p>', width="stretch")
        shared.link("add", "Add coverage", key="go-add", strong=True)


def _empty() -> None:
    with st.container(border=True):
        st.html("<h2>The library is empty</h2><p>A story needs the articles of two outlets or more on one event.</p>")
        shared.link("add", "Add the first articles", key="go-first")


def _filters(shelf: Shelf) -> Shelf:
    """The stories that the search, the outlets and the dates leave over, and a line that counts them."""
    with st.container(key="filters"):
        search, outlets, dates, sort = st.columns([5, 3, 3, 3], vertical_alignment="bottom")
        wanted = search.text_input("Search", key="q", type="search", placeholder="Words in headlines or text",
                                   live=True, bind="query-params")
        names = _outlets(outlets, shelf)
        span = dates.date_input("Dates", value=[], key="dates", format="YYYY-MM-DD")
        sort.segmented_control("Order", [NEWEST, MOST], default=NEWEST, required=True, key="sort",
                               label_visibility="collapsed", bind="query-params")
    chosen = {
        story: articles
        for story, articles in shelf.items()
        if _holds(story, articles, wanted or "") and _by(articles, names) and _within(articles, span)
    }
    articles = [article for group in chosen.values() for article in group]
    outlet_names = {article.outlet for article in articles if article.outlet}
    st.html(f'<p class="px-meta">{words.count(len(chosen), "story", "stories")}, '
            f'{words.count(len(articles), "article")}, {words.count(len(outlet_names), "outlet")}</p>')
    return chosen


def _outlets(place: st.delta_generator.DeltaGenerator, shelf: Shelf) -> list[str]:
    """The outlets asked for; while names are hidden there is nothing to choose from, and the field says so."""
    names = sorted({article.outlet for articles in shelf.values() for article in articles if article.outlet})
    hidden = shared.hide_outlets()
    return place.multiselect(
        "Outlets",
        [] if hidden else names,
        format_func=shared.option,
        placeholder="Names are hidden" if hidden else "All outlets",
        disabled=hidden,
        key="outlets",
    )


def _holds(story: Story, articles: Sequence[Article], wanted: str) -> bool:
    """True if every word searched for stands somewhere in the story's title, headlines or texts."""
    if not wanted.strip():
        return True
    searched = "\n".join([story.title, *(f"{article.title or ''}\n{article.text}" for article in articles)]).casefold()
    return all(word in searched for word in wanted.casefold().split())


def _by(articles: Sequence[Article], names: Sequence[str]) -> bool:
    return not names or any(article.outlet in names for article in articles)


def _within(articles: Sequence[Article], span: tuple[date, ...]) -> bool:
    """True if an article was published within ``span``; a range half chosen does not filter yet."""
    if len(span) != 2:
        return True
    found = (words.day_of(article.published) for article in articles)
    return any(span[0] <= day <= span[1] for day in found if day)


def _ordered(shelf: Shelf, order: str) -> list[Story]:
    """The reader's own stories before the samples; those without a date first, as they are sought after being added."""
    def newest(story: Story) -> tuple[bool, bool, str]:
        dates = [article.published for article in shelf[story] if article.published]
        return not story.sample, not dates, max(dates, default="")

    def outlets(story: Story) -> int:
        return len({article.outlet or article.id for article in shelf[story]})

    last_made_first = reversed(shelf)
    by_date = sorted(last_made_first, key=newest, reverse=True)
    return sorted(by_date, key=outlets, reverse=True) if order == MOST else by_date


def _lead(story: Story, articles: tuple[Article, ...]) -> None:
    with st.container(key="lead"):
        left, right = st.columns([5, 3], gap="large")
        with left:
            st.html(_story_html(story, articles, "h2", "px-lead"))
            _actions(story, articles)
        right.html(_headlines_html(articles))


def _cards(stories: Sequence[Story], shelf: Shelf) -> None:
    with st.container(key="cards"):
        for start in range(0, len(stories), 3):
            for story, column in zip(stories[start : start + 3], st.columns(3, gap="large"), strict=False):
                with column.container(key=f"card-{story.id}", height="stretch", vertical_alignment="distribute"):
                    st.html(_story_html(story, shelf[story], "h3", "px-card"))
                    _actions(story, shelf[story])


def _story_html(story: Story, articles: tuple[Article, ...], heading: str, name: str) -> str:
    hide = shared.masker_for(articles)
    shown = shared.labels_of(articles)
    outlets = ", ".join(dict.fromkeys(shown.values()))
    distinct = {article.outlet or article.id for article in articles}
    counts = f"{words.count(len(distinct), 'outlet')}, {words.count(len(articles), 'article')}"
    sample = " · sample" if story.sample else ""
    return (
        f'<div class="{name}"><p class="px-meta">{counts} · {words.days(a.published for a in articles)}{sample}</p>'
        f"<{heading}>{shared.slice_html(hide(story.title))}</{heading}>"
        f'<p class="px-say">{shared.slice_html(_difference(story, articles, hide))}</p>'
        f'<p class="px-outs">{shared.slice_html(outlets)}</p></div>'
    )


def _difference(story: Story, articles: Sequence[Article], hide: Mask) -> str:
    """Where the outlets differ most, in one sentence; or why nothing can be said."""
    if len({article.outlet or article.id for article in articles}) < 2:
        return "One outlet so far, so there is nothing to compare yet."
    finding = shared.first_finding(story)
    return hide(finding) if finding else "No notable difference between these articles on what is measured so far."


def _headlines_html(articles: tuple[Article, ...]) -> str:
    hide, shown = shared.masker_for(articles), shared.labels_of(articles)
    rows = "".join(
        f"<li><b>{shared.slice_html(shown[article.id])}</b>"
        f"<span>{shared.slice_html(hide(article.title or 'No headline'))}</span></li>"
        for article in articles
    )
    return f'<ol class="px-mini" aria-label="Headlines">{rows}</ol>'


def _actions(story: Story, articles: Sequence[Article]) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if len(articles) > 1:
            shared.link("compare", f"Compare the {small(len(articles))}", key=f"compare-{story.id}",
                        strong=True, story=story.id)
        else:
            shared.link("article", "Read the article", key=f"read-{story.id}", article=articles[0].id)
        if st.button("Merge or split", key=f"edit-{story.id}"):
            edit_story.dialog(story.id)


if __name__ == "__main__":
    shared.guarded(page)
