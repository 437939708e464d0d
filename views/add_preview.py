"""The preview of articles that are not saved yet: their fields to correct, what was kept, what was cut away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from analysis.errors import ParallaxError
from analysis.model import Article, Flag
from views import article_html, shared, words

PER_PAGE = 10
FEW_WORDS = 30
"""Words below which a text is hardly an article."""


def show(drafts: Sequence[Article]) -> tuple[list[Article], bool]:
    """The articles to keep, as corrected; and False while a field of one of them cannot be read."""
    first = _first_shown(len(drafts))
    for number, draft in enumerate(drafts[first : first + PER_PAGE], first + 1):
        _one(number, draft, opened=len(drafts) == 1)
    kept = [corrected(draft) for draft in drafts if st.session_state.get(f"keep-{draft.id}", True)]
    readable = [article for article in kept if isinstance(article, Article)]
    return readable, len(readable) == len(kept)


def _first_shown(total: int) -> int:
    """Index of the first article on the chosen page of the preview."""
    if total <= PER_PAGE:
        return 0
    pages = -(-total // PER_PAGE)
    number = st.number_input(f"Page of the preview, 1 to {pages}", 1, pages, key="preview_page", width=260)
    return (int(number) - 1) * PER_PAGE


def _one(number: int, draft: Article, *, opened: bool) -> None:
    title = f"{number}. {draft.outlet or 'Outlet unknown'}: {draft.title or 'no headline'}"
    with st.expander(shared.plain(title[:160]), expanded=opened, key=f"draft-{draft.id}"):
        _known(draft)
        _fields(draft)
        if draft.flags:
            st.html(article_html.flags(draft))
        kept, cut = st.columns(2, gap="large")
        number_kept = len(draft.text.split())
        if number_kept < FEW_WORDS:
            st.warning(f"Only {words.count(number_kept, 'word')} of text: is the whole article there? "
                       "Measures need about a hundred.")
        kept.html(f"<h4>Kept: {words.count(number_kept, 'word')}</h4>")
        with kept.container(border=True, key=f"kept-{draft.id}"):
            st.html(article_html.paragraphs(draft.text))
        cut.html(f"<h4>Cut away: {words.count(len(draft.removed), 'passage')}</h4>")
        with cut.container(border=True, key=f"cut-{draft.id}"):
            st.html(article_html.removed(draft))
        st.checkbox("Add this article", value=True, key=f"keep-{draft.id}", persist_state="page")


def _known(draft: Article) -> None:
    """Say so where the library has this article already."""
    story = shared.story_of(draft.id)
    if story is not None:
        st.info(f"This article is in the library already, in the story “{shared.plain(shared.title_of(story))}”. "
                "It is not stored twice.")


def _fields(draft: Article) -> None:
    first, second = st.columns([3, 2]), st.columns([3, 2])
    _field(first[0], draft, "title", "Headline", "")
    _field(first[1], draft, "outlet", "Outlet", "guessed" if Flag.OUTLET_GUESSED in draft.flags else "")
    _field(second[0], draft, "author", "Author", "")
    _field(second[1], draft, "published", "Published", "guessed" if Flag.DATE_GUESSED in draft.flags else "")
    problem = corrected(draft)
    if isinstance(problem, str):
        st.error(shared.plain(problem))


def _field(place: Any, draft: Article, name: str, label: str, note: str) -> None:
    place.text_input(
        f"{label} ({note})" if note else label,
        getattr(draft, name) or "",
        key=f"{name}-{draft.id}",
        placeholder="not known",
        persist_state="page",
    )


def _entered(draft: Article, name: str) -> str | None:
    """What the field holds now; the article's own value while it was not shown yet."""
    value = st.session_state.get(f"{name}-{draft.id}", getattr(draft, name))
    return (value or "").strip() or None


def corrected(draft: Article) -> Article | str:
    """``draft`` with the fields as the user left them; or the sentence that says what cannot be read."""
    from analysis import reading

    changed = {
        name: _entered(draft, name)
        for name in ("outlet", "title", "published")
        if _entered(draft, name) != getattr(draft, name)
    }
    try:
        article = reading.with_fields(draft, **changed) if changed else draft
    except ParallaxError as error:
        return str(error)
    return replace(article, author=_entered(draft, "author"))
