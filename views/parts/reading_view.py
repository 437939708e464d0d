"""Side by side: two to four articles with layers to switch on; one component, so that a switch needs no rerun."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from analysis.highlight import field_html, marks_of, text_html
from analysis.model import AnnotatedArticle, Voice
from views import article_html, words
from views.parts.scene import Scene

FEWEST, MOST = 2, 4
PARAMETER = "read"
_FOLDER = Path(__file__).parents[1] / "reading_view"
_component = st.components.v2.component(
    "parallax_reading_view",
    html=(_FOLDER / "reading.html").read_text("utf-8"),
    css=(_FOLDER / "reading.css").read_text("utf-8"),
    js=(_FOLDER / "reading.js").read_text("utf-8"),
    isolate_styles=False,
)


@st.fragment
def show(scene: Scene) -> None:
    """Heading, choice of outlets, and the columns in order of publication."""
    st.html(
        '<div class="px-section"><h2>Side by side</h2><p class="px-meta">Full ink: the outlet’s own words. Grey with a '
        "rule: quoted (solid) or reported (dotted).</p></div>"
    )
    chosen = _choose(scene)
    articles = [article for article in scene.order if article.id in chosen]
    html = "".join(_column(scene, article) for article in articles)
    _component(key="reading_view", data={"html": html, "columns": len(articles)})


def _choose(scene: Scene) -> list[str]:
    """The ids of the articles to read; kept between two and four, and in the address."""
    ids = [article.id for article in scene.order]
    if len(ids) <= FEWEST:
        return ids
    key, kept = f"outlets_{scene.story.id}", f"outlets_kept_{scene.story.id}"
    if key not in st.session_state or not set(st.session_state[key]) <= set(ids):
        st.session_state[key] = st.session_state[kept] = _asked(ids) or ids[:3]
    st.segmented_control("Outlets, two to four", ids, selection_mode="multi", key=key, format_func=scene.plain_name,
                         on_change=_keep_within, args=(key, kept))
    said = st.session_state.pop(f"{key}_said", "")
    if said:
        st.html(f'<p class="px-meta" role="status">{said}</p>')
    return list(st.session_state[key])


def _asked(ids: list[str]) -> list[str]:
    """What the address asks for, where it makes sense."""
    wanted = st.query_params.get(PARAMETER, "").split(".")
    found = [one for one in ids if one[:8] in wanted]
    return found if FEWEST <= len(found) <= MOST else []


def _keep_within(key: str, kept: str) -> None:
    """Take back a choice of one or five outlets, and say why."""
    chosen = list(st.session_state[key])
    if FEWEST <= len(chosen) <= MOST:
        st.session_state[kept] = chosen
        st.query_params[PARAMETER] = ".".join(one[:8] for one in chosen)
        return
    st.session_state[key] = st.session_state[kept]
    st.session_state[f"{key}_said"] = (
        "Four articles fit side by side. Take one away before you add another."
        if len(chosen) > MOST
        else "Two articles are the fewest to compare. Add another before you take this one away."
    )


def _column(scene: Scene, article: AnnotatedArticle) -> str:
    counts = scene.words(article)
    total = sum(counts.values())
    title = (
        field_html(article.title, marks_of(scene.comparison, article.id, "title"), mask=scene.mask)
        if article.title is not None
        else '<h3 class="hl">No headline</h3>'
    )
    notes = "".join(f'<p class="note">{text_html(article_html.FLAGS[flag])}</p>' for flag in article.article.flags)
    body = field_html(article.text, marks_of(scene.comparison, article.id, "text"), mask=scene.mask)
    return (
        f'<article><p class="px-out">{scene.name(article.id)}</p>{title}'
        f'<p class="px-meta by">{words.moment(article.article.published)} · {words.count(total, "word")}, of which '
        f"{total - counts[Voice.OWN]:,} quoted or reported</p>"
        f'<div>{notes}<div class="rv-body">{body}</div></div></article>'
    )
