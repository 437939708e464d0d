"""Article: one text with all layers, its numbers by voice, and what the cleaner removed."""

from __future__ import annotations

import streamlit as st

from analysis import highlight, layers
from analysis.model import AnnotatedArticle, Article, Comparison, FieldName, Span, Voice
from views import article_edit, article_html, article_numbers, shared, words
from views.parts import drawn

# Layer of layers.LAYERS -> its switch, with the letter and the colour of its marks.
LAYERS = {
    "loaded": ":orange[**L**] Loaded words",
    "hedge": ":violet[**H**] Hedges",
    "boost": ":violet[**B**] Boosters",
    "attr": ":green[**A**] Attribution",
    "scare": ":orange[**S**] Scare quotes",
    "name": ":blue[**N**] Names",
    "nodoer": ":red[**P**] No doer",
    "lsent": ":orange[**Ls**] Loaded sentences",
}
FIRST = [layer for layer in LAYERS if layer != "lsent"]
"""Layers that are on at first: whole sentences would hide the words in them."""


def page() -> None:
    """The article that the address names, or the one chosen in the list."""
    st.html("<h1>Article</h1>")
    choices = _choices()
    if not choices:
        st.html('<p class="px-none">There is no article yet.</p>')
        shared.link("add", "Add coverage", key="go-add")
        return
    article_id = _pick(choices)
    story = shared.story_of(article_id)
    if story is None:
        return
    compared = shared.comparison(story.id)
    article = next(article for article in shared.articles_of(compared) if article.id == article_id)
    _layers()
    _head(article, compared, story.id)
    text, numbers = st.columns([3, 2], gap="large")
    with text:
        _text(compared, article_id)
    with numbers:
        drawn.show(article_numbers.numbers(compared, article.id, shared.masker(compared)), key="numbers")
    with st.expander(f"Cut away: {words.count(len(article.removed), 'passage')}", key="removed"):
        st.html(article_html.removed(article, shared.masker(compared)))
    with st.expander("Correct or delete this article", key="correct"):
        article_edit.show(article, story.id)


def _choices() -> dict[str, str]:
    """Article id -> "story: outlet, headline", in the order of the stories."""
    found = {}
    for story, articles in shared.shelf().items():
        shown, hide = shared.labels_of(articles), shared.masker_for(articles)
        for article in articles:
            headline = hide(article.title or "No headline")
            found[article.id] = f"{hide(story.title)} – {shown[article.id]}: {headline}"
    return found


def _pick(choices: dict[str, str]) -> str:
    """The chosen article; the address holds it, so that a link brings it back."""
    ids = list(choices)
    asked = st.query_params.get("article", "")
    if asked and asked not in choices:
        st.warning("The article in this address is not in the library (any more). The first one is shown instead.")
    if st.session_state.get("article_pick") not in choices:
        st.session_state.article_pick = asked if asked in choices else ids[0]
    st.selectbox("Article", ids, key="article_pick", format_func=lambda key: shared.option(choices[key]),
                 on_change=_remember)
    return str(st.session_state.article_pick)


def _remember() -> None:
    st.query_params["article"] = st.session_state.article_pick


def _head(article: Article, compared: Comparison, story_id: str) -> None:
    shown = shared.labels(compared)
    annotated = _annotated(compared, article.id)
    voices = ", ".join(f"{annotated.word_count(voice):,} {voice}" for voice in Voice)
    facts = [shown[article.id], words.moment(article.published)]
    if article.author and not shared.hide_outlets():
        facts.append(article.author)
    line = " · ".join(shared.slice_html(fact) for fact in facts)
    headline = _headline(compared, article.id) or "No headline was found in this text"
    st.html(
        f'<p class="px-outlet">{line}</p><h2 class="px-headline">{headline}</h2>'
        f'<p class="px-meta">{words.count(annotated.word_count(), "word")}: {voices}</p>'
        + (article_html.flags(article) if article.flags else "")
        + _address(article)
    )
    if len(compared.articles) > 1:
        shared.link("compare", "Compare with the others", key="compare", story=story_id)


def _address(article: Article) -> str:
    """The article's address as text, not as a link: nothing here leaves the machine by a slip of the hand."""
    if not article.url or shared.hide_outlets():
        return ""
    return f'<p class="px-meta">Address: {shared.slice_html(article.url)}</p>'


def _layers() -> None:
    st.pills("Layers", list(LAYERS), selection_mode="multi", default=FIRST, key="article_layers",
             format_func=LAYERS.__getitem__)


def _headline(compared: Comparison, article_id: str) -> str:
    title = _annotated(compared, article_id).title
    if title is None:
        return ""
    marks = _marks(compared, article_id, "title")
    return highlight.passage_html(title, Span(0, len(title.text)), marks, mask=shared.masker(compared))


def _text(compared: Comparison, article_id: str) -> None:
    text, marks = _annotated(compared, article_id).text, _marks(compared, article_id, "text")
    shown = highlight.field_html(text, marks, mask=shared.masker(compared))
    st.html(f'<div class="rv-body px-article">{shown}</div>')


def _marks(compared: Comparison, article_id: str, field: FieldName) -> list[highlight.Mark]:
    """The marks of the layers that are switched on."""
    chosen = st.session_state.get("article_layers", FIRST)
    return [mark for mark in layers.marks_of(compared, article_id, field) if mark.layer in chosen]


def _annotated(compared: Comparison, article_id: str) -> AnnotatedArticle:
    return next(one for one in compared.articles if one.id == article_id)


if __name__ == "__main__":
    shared.guarded(page)
