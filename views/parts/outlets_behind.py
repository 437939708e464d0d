"""The stories behind the figure of one outlet: its rate in each, that of the others, and its articles to open."""

from __future__ import annotations

import streamlit as st

from analysis import charts, outlets
from analysis.outlets import Standing, Telling
from analysis.outlets.drawing import number
from analysis.prose import shortened
from views import shared, words
from views.parts.outlets_scene import Shown, address
from views.parts.scene import LONGEST_GIST

MOST = 200
"""Stories listed; an outlet with more shows the first of them, and says so."""


def show(shown: Shown, standing: Standing, measure: str) -> None:
    """One row a story, in the order of the library."""
    told = standing.tellings[:MOST]
    heads = "".join(f'<th scope="col" class="n">{head}</th>' for head in
                    ("Its rate", "The others", "Difference", "Passages", outlets.basis_of(measure).capitalize()))
    more = f", the first {MOST} of them" if len(told) < len(standing.tellings) else ""
    st.html(
        f"<h3>{shown.name(standing.outlet)}: {words.count(len(standing.tellings), 'story', 'stories')} behind the "
        f"figure{more}</h3>"
        '<div class="px-scroll" tabindex="0" role="region" aria-label="Stories behind the figure">'
        '<table class="px-table px-small"><caption class="px-meta">'
        f"{shared.slice_html(charts.measure_title(measure))}, {outlets.unit_of(measure)}. An article’s page marks its "
        "passages.</caption>"
        f'<thead><tr><th scope="col">Story</th><th scope="col">Articles of the outlet</th>{heads}</tr></thead>'
        f"<tbody>{''.join(_row(shown, one) for one in told)}</tbody></table></div>"
    )


def _row(shown: Shown, one: Telling) -> str:
    story = next(story for story in shown.shelf if story.id == one.event)
    titles = {article.id: article.title for article in shown.shelf[story]}
    listed = "<br>".join(
        address("article", _said(shown, titles[article] or "No headline"), article=article) for article in one.articles
    )
    numbers = "".join(f'<td class="n">{cell}</td>' for cell in (
        charts.number(one.rate), "no other" if one.others is None else charts.number(one.others),
        "–" if one.distance is None else number(one.distance, "beside"), f"{one.passages:,}", f"{one.basis:,}"))
    title = address("compare", _said(shown, story.title), story=story.id)
    return f'<tr><th scope="row">{title}</th><td>{listed}</td>{numbers}</tr>'


def _said(shown: Shown, text: str) -> str:
    return shared.slice_html(shortened(shown.mask(text), LONGEST_GIST))
