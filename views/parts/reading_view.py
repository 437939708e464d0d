"""Side by side: two to four articles with layers to switch on; one component, so that a switch needs no rerun."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.highlight import field_html, text_html
from analysis.layers import LAYERS, frames_of, marks_of
from analysis.model import AnnotatedArticle, FieldName, Voice
from analysis.passages import field_of
from views import article_html, shared, words
from views.parts import same_thing
from views.parts.component import component
from views.parts.scene import Scene

FEWEST, MOST = 2, 4
PARAMETER = "read"
LOADED = LAYERS["loaded_words"].name
_component = component("reading_view", "reading")


@st.fragment
def show(scene: Scene) -> None:
    """Heading, choice of outlets, and the columns in order of publication."""
    st.html(
        '<div class="px-section"><h2>Side by side</h2><p class="px-meta">Full ink: the outlet’s own words. Grey with a '
        "rule: quoted (solid) or reported (dotted).</p></div>"
    )
    chosen = _choose(scene)
    articles = [article for article in scene.order if article.id in chosen]
    html = "".join(_column(scene.digest, article.id, shared.hide_outlets(), scene) for article in articles)
    data = {"html": html, "columns": len(articles), "statements": _statements(scene), "words": _words(scene)}
    _component(key="reading_view", data=data)


def _statements(scene: Scene) -> list[dict[str, str | int]]:
    """Number, gist and spread of every statement that several articles carry, for the bar over the columns."""
    return [
        {"number": one.number, "gist": scene.mask(scene.gist(one)), "said": scene.spread(one)}
        for one in scene.comparison.statements
        if len(one.carriers) > 1
    ]


def _words(scene: Scene) -> dict[str, dict[str, str | int]]:
    """Key of a loaded word -> what the bar says of it when it is chosen, and the statement to show with it."""
    return {
        same_thing.key_of(each): {
            "word": same_thing.phrase(scene, each),
            "said": "; ".join(same_thing.told(scene, each)),
            "statement": each.statement,
        }
        for each in scene.comparison.alternatives
    }


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


@st.cache_resource(max_entries=200, show_spinner=False)
def _column(digest: str, identifier: str, hidden: bool, _scene: Scene) -> str:
    """One article with all its marks; made once for a comparison, as it is the most costly part of the page."""
    scene, article = _scene, _scene.article(identifier)
    counts = scene.words(article)
    total = sum(counts.values())
    title = _field(scene, article, "title") or '<h3 class="hl">No headline</h3>'
    notes = "".join(f'<p class="note">{text_html(article_html.FLAGS[flag])}</p>' for flag in article.article.flags)
    body = _field(scene, article, "text")
    return (
        f'<article><p class="px-out">{scene.name(article.id)}</p>{title}'
        f'<p class="px-meta by">{words.moment(article.article.published)} · {words.count(total, "word")}, of which '
        f"{total - counts[Voice.OWN]:,} quoted or reported</p>"
        f'<div>{notes}<div class="rv-body">{body}</div></div></article>'
    )


def _field(scene: Scene, article: AnnotatedArticle, name: FieldName) -> str:
    field = field_of(article, name)
    if field is None:
        return ""
    frames = frames_of(scene.comparison, article.id, name)
    keys = {(each.word.start, each.word.end): same_thing.key_of(each) for each in scene.comparison.alternatives
            if (each.word.article, each.word.field) == (article.id, name)}  # fmt: skip
    marks = [
        replace(mark, key=keys.get((mark.start, mark.end), "")) if mark.layer == LOADED else mark
        for mark in marks_of(scene.comparison, article.id, name)
    ]
    return field_html(field, marks, frames=frames, mask=scene.mask)
