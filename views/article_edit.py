"""Correct the outlet, date, headline or author of an article of the library, or delete it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.errors import ParallaxError
from analysis.model import Article, Flag
from views import shared

GUESSED = {Flag.OUTLET_GUESSED: "outlet", Flag.DATE_GUESSED: "published"}
"""Saving the form confirms what was guessed."""


def show(article: Article, story_id: str) -> None:
    """The form, and below it the way to delete."""
    if shared.hide_outlets():
        st.html('<p class="px-none">Outlet names are hidden. Show them to correct this article.</p>')
        return
    with st.form(f"fields-{article.id}", border=False):
        title = st.text_input("Headline", article.title or "", max_chars=1000)
        outlet = st.text_input("Outlet", article.outlet or "", max_chars=200)
        published = st.text_input("Published", article.published or "", placeholder="2026-03-12 or 2026-03-12T10:40")
        author = st.text_input("Author", article.author or "", max_chars=500)
        if st.form_submit_button("Save the corrections"):
            _save(article, title.strip(), outlet.strip(), published.strip(), author.strip())
    sure = st.checkbox("Delete this article for good", key=f"sure-{article.id}")
    if st.button("Delete the article", disabled=not sure, key="delete"):
        shared.library().remove_article(article.id)
        _leave("")


def _save(article: Article, title: str, outlet: str, published: str, author: str) -> None:
    """Store the corrected article in the place of the old one; only a new headline is analysed again."""
    from analysis import reading

    entered = {"title": title or None, "outlet": outlet or None, "published": published or None}
    guessed = {name for flag, name in GUESSED.items() if flag in article.flags}
    changed = {name: value for name, value in entered.items() if value != getattr(article, name) or name in guessed}
    try:
        fields = reading.with_fields(article, **changed) if changed else article
    except ParallaxError as error:
        st.error(shared.plain(str(error)))
        return
    corrected = replace(fields, author=author or None)
    shared.library().replace_article(article.id, corrected)
    _leave(corrected.id)


def _leave(article_id: str) -> None:
    """Show the article under its new address, or the first one after a deletion."""
    shared.forget_shelf()
    st.session_state.pop("article_pick", None)
    if article_id:
        st.query_params["article"] = article_id
    else:
        st.query_params.pop("article", None)
    st.rerun()
