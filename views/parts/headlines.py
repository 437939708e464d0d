"""The headlines in order of publication, and the articles with their words by voice."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.highlight import Mark, field_html
from analysis.layers import LAYERS, marks_of
from analysis.model import AnnotatedArticle, HeadlineCheck, Voice
from analysis.passages import passages
from views import shared, words
from views.parts import passage_list
from views.parts.scene import Scene

FIRST = 12
"""Headlines shown at once; a long story's others open on demand."""


def show(scene: Scene) -> None:
    """Headlines are marked, not measured: ten words make no rate."""
    st.html(_html(scene.digest, shared.hide_outlets(), scene))


@st.cache_resource(max_entries=64, show_spinner=False)
def _html(digest: str, hidden: bool, _scene: Scene) -> str:
    """Both parts in one, made once for a comparison."""
    scene = _scene
    items = [_headline(scene, article) for article in scene.order]
    return (
        '<div class="px-front-head"><h2>The headlines</h2>'
        f'<p class="px-meta">{scene.order_words()}About ten words each: marked, not measured.</p></div>'
        f'<ol class="px-heads">{"".join(items[:FIRST])}</ol>{_others(items[FIRST:])}'
        f'<div class="px-facts"><h3>The articles</h3>{_table(scene)}{_removed(scene)}</div>'
    )


def _others(items: list[str]) -> str:
    if not items:
        return ""
    said = words.count(len(items), "more headline")
    return f'<details><summary>{said}</summary><ol class="px-heads">{"".join(items)}</ol></details>'


def _headline(scene: Scene, article: AnnotatedArticle) -> str:
    date = words.moment(article.article.published)
    title = (
        field_html(article.title, _marks(scene, article), mask=scene.mask)
        if article.title is not None and article.title.text.strip()
        else '<p class="px-none">No headline was found in this text.</p>'
    )
    notes = "".join(_note(scene, check) for check in scene.comparison.headlines if check.article == article.id)
    return f'<li><p class="px-out">{scene.name(article.id)}<span class="px-meta">{date}</span></p>{title}{notes}</li>'


def _note(scene: Scene, check: HeadlineCheck) -> str:
    """What the headline states, names or counts otherwise than its text; it opens the sentence to read it against."""
    read = (replace(passage, evidence=()) for passage in passages(scene.comparison, check.text))
    found = "".join(passage_list.html(scene, passage) for passage in read)
    lead = "The nearest sentence of the text:" if check.nearest else "In the text:"
    shown = f'<p class="px-meta">{lead}</p>{found}' if found else '<p class="px-meta">No sentence is near to it.</p>'
    return f'<details class="px-headnote"><summary>{scene.say(check.sentence)}</summary><div>{shown}</div></details>'


def _marks(scene: Scene, article: AnnotatedArticle) -> list[Mark]:
    """Without names and loaded sentences, which would box half of a headline or tint all of it."""
    left_out = {LAYERS["names"].name, LAYERS["loaded_sentences"].name}
    return [mark for mark in marks_of(scene.comparison, article.id, "title") if mark.layer not in left_out]


def _table(scene: Scene) -> str:
    rows = "".join(_row(scene, article) for article in scene.order)
    return (
        '<div class="px-scroll"><table class="px-table px-small"><thead><tr><th scope="col">Outlet</th>'
        '<th scope="col" class="n">Words</th><th scope="col" class="n">Own voice</th>'
        '<th scope="col" class="n">Quoted, reported</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(scene: Scene, article: AnnotatedArticle) -> str:
    counts = scene.words(article)
    total = sum(counts.values())
    share = f"{100 * (total - counts[Voice.OWN]) / total:.0f} %" if total else "no words"
    hidden = "&amp;hide=true" if shared.hide_outlets() else ""
    link = f'<a href="article?article={article.id}{hidden}" target="_self">{scene.name(article.id)}</a>'
    return (
        f'<tr><th scope="row">{link}</th><td class="n">{total:,}</td><td class="n">{counts[Voice.OWN]:,}</td>'
        f'<td class="n">{share}</td></tr>'
    )


def _removed(scene: Scene) -> str:
    cut = [(article.id, len(article.article.removed)) for article in scene.order if article.article.removed]
    if not cut:
        return ""
    listed = ", ".join(f"{scene.name(article)}: {count}" for article, count in cut)
    return (
        f'<p class="px-meta">Cut away because it is not the article, in passages: {listed}. '
        "Each article’s own page shows what was cut.</p>"
    )
