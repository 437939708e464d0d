"""The head of a story: its name, what it holds, what limits it, and the ways to take it along."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from analysis import report
from analysis.model import Voice
from analysis.prose import shortened
from views import shared, words
from views.parts.component import component
from views.parts.scene import LONGEST_TITLE, Scene

_actions = component("page_actions", "actions")
FIRST = 3
"""Notices shown at once: the gravest."""
FILES = {
    "html": ("One page (HTML)", "text/html"),
    "csv": ("Tables (CSV)", "text/csv"),
    "json": ("Everything (JSON)", "application/json"),
}


def show(scene: Scene) -> None:
    """Name of the story and its facts; links, print and downloads beside them; notices below."""
    with st.container(key="storyhead", horizontal=True, vertical_alignment="bottom"):
        st.html(_title(scene), width="stretch")
        with st.container(key="acts", horizontal=True, width="content", gap="xsmall"):
            _actions(key="page_actions", width="content")
            _take_along(scene)
    notices = [f"<li>{scene.say(notice.sentence(scene.labels))}</li>" for notice in scene.comparison.notices]
    if notices:
        st.html(f'<div class="px-notices"><ul aria-label="What limits this comparison">{"".join(notices[:FIRST])}</ul>'
                f"{_others(notices[FIRST:])}</div>")


def _others(notices: list[str]) -> str:
    """The lesser notices, opened on demand, so that they do not push the findings down."""
    if not notices:
        return ""
    said = words.count(len(notices), "more notice")
    return f"<details><summary>{said}</summary><ul>{''.join(notices)}</ul></details>"


def _title(scene: Scene) -> str:
    articles = [article.article for article in scene.order]
    outlets = {article.outlet or article.id for article in articles}
    total = sum(scene.words(article)[voice] for article in scene.order for voice in Voice)
    facts = ", ".join([words.count(len(outlets), "outlet"), words.count(len(articles), "article"),
                       words.count(total, "word")])
    kicker = scene.story.note or ("Sample story: invented outlets, places and people" if scene.story.sample else "")
    return (
        '<div class="px-storyhead">'
        + (f'<p class="px-kicker">{scene.say(kicker)}</p>' if kicker else "")
        + f'<h1 dir="auto">{scene.say(shortened(scene.story.title, LONGEST_TITLE))}</h1>'
        + f'<p class="px-meta">{facts} · {words.days(article.published for article in articles)}</p></div>'
    )


def _take_along(scene: Scene) -> None:
    """Files are made when one is asked for, not on every run; they name the outlets, so not while names are hidden."""
    stem = re.sub(r"[^a-z0-9]+", "-", scene.story.title.lower()).strip("-")[:60] or "story"
    with st.popover("Take along", key="take"):
        if shared.hide_outlets():
            st.caption("The files name the outlets. Show the outlet names to take them along, or print this page.")
            return
        for kind, (label, mime) in FILES.items():
            st.download_button(label, data=partial(_file, scene, kind), file_name=f"{stem}.{kind}",
                               mime=mime, key=f"take_{kind}", on_click="ignore", width="stretch")


def _file(scene: Scene, kind: str) -> bytes:
    return report.download(report.render(scene.comparison, kind), kind)
