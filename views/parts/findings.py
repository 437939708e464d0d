"""What differs: the findings in words, the largest first, each with its figures and its passages."""

from __future__ import annotations

import re

import streamlit as st

from analysis import report
from analysis.findings.reading_on import reading_on
from analysis.layers import LAYERS
from analysis.model import Finding
from analysis.passages import Passage, passages
from analysis.usual import NO_DIFFERENCE
from views import shared
from views.parts import passage_list
from views.parts.scene import Scene

MOST_ROWS = 10


@st.fragment
def show(scene: Scene) -> None:
    """Every finding of the comparison; where there is none, that is the result."""
    st.html(
        '<div class="px-front-head"><h2>What differs</h2><p class="px-meta">First what is told, named and introduced '
        "differently, to be read in the passages; then what was counted and is more than chance. At most five.</p>"
        "</div>"
    )
    if not scene.comparison.findings:
        _nothing(scene)
    htmls = _htmls(scene.digest, shared.hide_outlets(), scene)
    for finding, html in zip(scene.comparison.findings, htmls, strict=True):
        with st.container(key=f"finding-{slug(finding)}"):
            st.html(html)
            if finding.evidence:
                _proof(scene, finding)
    if scene.comparison.findings and all(finding.chance_p is None for finding in scene.comparison.findings):
        st.html(f'<p class="px-meta">In what was counted, nothing stands out: {NO_DIFFERENCE}.</p>')


def _nothing(scene: Scene) -> None:
    st.html(
        '<p class="px-nodiff">No notable difference between these articles: nothing stands out.</p><p class="px-meta">'
        "That is a result. No contradiction was read in them, and in what was counted they differ no more than "
        "articles of one outlet on one topic do. All figures are under All measures, below.</p>"
    )
    places = reading_on(scene.comparison)
    if places:
        rows = "".join(f"<li>{scene.say(place.text)} (<b>{place.tab}</b>)</li>" for place in places)
        st.html(f'<p class="px-meta">To read on below, without any claim that it is unusual:</p><ul>{rows}</ul>')


def slug(finding: Finding) -> str:
    """What a finding is about, for keys and addresses: its place changes when a figure does, this does not."""
    return f"{finding.kind}-{finding.voice}".replace(" ", "-")


@st.cache_resource(max_entries=64, show_spinner=False)
def _htmls(digest: str, hidden: bool, _scene: Scene) -> list[str]:
    """Every finding as it is shown, made once for a comparison: the top of the page is then sent in one go."""
    return [_html(_scene, number, finding) for number, finding in enumerate(_scene.comparison.findings, 1)]


def _html(scene: Scene, number: int, finding: Finding) -> str:
    named = _named(finding)
    kept = _rows(finding, named)
    rows = "".join(
        f'<li{" class=k" if article in named else ""}><span>{scene.name(article)}</span>'
        f'<span class="w">{scene.say(figure)}</span></li>'
        for article, figure in sorted(kept, key=lambda row: scene.place(row[0]))
    )
    if len(kept) < len(finding.rows):
        rows += f"<li><span>and {len(finding.rows) - len(kept)} others</span></li>"
    return (
        f'<div class="px-finding"><span class="no">{number}</span><div><p class="say">'
        f"{scene.say(finding.sentence(scene.labels))}</p>"
        f'<p class="size">{scene.say(finding.size)}</p></div>'
        f'<div class="gfx"><ul class="px-rows">{rows}</ul><p class="px-unit">{scene.say(finding.unit)}</p></div></div>'
    )


def _rows(finding: Finding, named: set[str]) -> list[tuple[str, str]]:
    """All rows, or in a long story those that the sentence is about."""
    if len(finding.rows) <= MOST_ROWS:
        return list(finding.rows)
    first = sorted(finding.rows, key=lambda row: row[0] not in named)
    return first[:MOST_ROWS]


def _named(finding: Finding) -> set[str]:
    """The articles that the sentence is about."""
    return set(re.findall(r"\{([^{}]*)\}", finding.template))


def _proof(scene: Scene, finding: Finding) -> None:
    """The passages; found once, shown only while they are open."""
    found = _passages(scene.digest, slug(finding), scene, finding)
    opened = st.expander(f"Show passages ({len(found)})", key=f"passages-{slug(finding)}", type="compact",
                         bind="query-params")
    if not opened.open:
        return
    measure = finding.kind if finding.kind in LAYERS else "loaded_words" if finding.kind == "headline" else ""
    named = _named(finding)
    order = sorted(found, key=lambda one: (one.article not in named, scene.place(one.article), one.field == "text",
                                           one.start))
    with opened:
        passage_list.show(scene, order, key=f"f-{slug(finding)}", measure=measure)
        with st.popover("Copy this finding with its passages", key=f"copy-{slug(finding)}", on_change="rerun") as copy:
            if copy.open:
                st.code(scene.mask(report.finding_text(scene.comparison, finding, scene.labels)), language=None,
                        wrap_lines=True)


@st.cache_resource(max_entries=500, show_spinner=False)
def _passages(digest: str, slug: str, _scene: Scene, _finding: Finding) -> tuple[Passage, ...]:
    return passages(_scene.comparison, _finding.evidence)
