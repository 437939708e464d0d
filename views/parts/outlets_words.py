"""The words that one outlet uses more than the others over several stories, and more than chance would have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import streamlit as st

from analysis import outlets
from analysis.outlets import Distinctive
from analysis.passages import passages
from views import shared, words
from views.parts import passage_list, picking
from views.parts.outlets_scene import Shown, choose, distinctive, scene_of
from views.parts.takeaway import csv_button

VOICES = {"own+reported": "own and reported", "quoted": "quoted"}
ROWS = 50
PLACES = 60
"""Articles from which the occurrences of a word are shown."""


@st.fragment
def show(shown: Shown) -> None:
    """The choice of an outlet, its words, and the passages of the chosen one."""
    st.html(
        '<h2 class="px-rule">Words that one outlet uses more, story after story</h2>'
        '<p class="px-meta">Over the stories that it shares with others. Listed is only what is more than chance: the '
        "articles of each story were dealt to the outlet at random, again and again, and fewer than 5 deals in 100 "
        "gave any word as high a figure.</p>"
    )
    names = [label for outlet, label in shown.labels.items() if not outlets.lacks(*_shared(shown, outlet))]
    if not names:
        st.html('<p class="px-none">No outlet shares enough stories with others: '
                f"{outlets.ARTICLES} articles in {outlets.EVENTS} stories are needed.</p>")
        return
    label = choose(st.container(), "Outlet", names, "outlet", None)
    if label:
        _words(shown, label)


def _shared(shown: Shown, outlet: str) -> tuple[int, int]:
    """Articles of an outlet in stories that another outlet told too, and the number of these stories."""
    others = {piece.event for piece in shown.pieces if piece.outlet != outlet}
    mine = [piece.event for piece in shown.pieces if piece.outlet == outlet and piece.event in others]
    return len(mine), len(set(mine))


def _words(shown: Shown, label: str) -> None:
    every = distinctive(shown, shown.outlet(label))
    nameless = outlets.without_names(every, shown.labels) if shared.hide_outlets() else every
    found = nameless[:ROWS]
    _left_out(len(every) - len(nameless))
    if not found:
        other = "other " if every else ""
        st.html(f'<p class="px-nodiff">No {other}word stands out more than chance would have it.</p>')
        return
    table, context = st.columns([3, 2], gap="large")
    with table:
        chosen = _table(shown, label, found)
        csv_button("Download these words (CSV)", partial(_rows, label, found), "outlet_words.csv")
    with context:
        if chosen is None:
            st.html('<p class="px-meta">Choose a word to read it in its sentences. Here and Elsewhere count it in this '
                    "outlet’s articles and in those of the others; Expected is what this outlet would have if all "
                    "articles of a story used it alike.</p>")
        else:
            _occurrences(shown, chosen)


def _left_out(number: int) -> None:
    """How many words are not listed because they would give a hidden name away."""
    if number:
        st.html(f'<p class="px-meta">{words.count(number, "word or phrase", "words or phrases")} left out while names '
                "are hidden: each holds a word of an outlet’s name.</p>")


def _table(shown: Shown, label: str, found: Sequence[Distinctive]) -> Distinctive | None:
    by_key = {picking.named(label, one.term.voice, one.term.term): one for one in found}
    heads = "".join(f'<th scope="col" class="n">{head}</th>' for head in
                    ("Here", "Expected", "Elsewhere", "In stories", "By chance"))
    body = "".join(_row(shown, key, one) for key, one in by_key.items())
    chosen = picking.pick(
        "outlet_words_table", f"<table>{picking.caption('Words of the outlet, the surest first')}"
        '<thead><tr><th scope="col">Word or phrase</th><th scope="col">Voice</th>'
        f"{heads}</tr></thead><tbody>{body}</tbody></table>", address="word")
    return by_key.get(chosen) if chosen else None


def _row(shown: Shown, key: str, one: Distinctive) -> str:
    term = one.term
    cells = (f"{term.count:,}", f"{one.expected:,.1f}", f"{term.count_rest:,}", f"{one.events} of {one.of_events}",
             _chance(one.p))
    numbers = "".join(f'<td class="n">{cell}</td>' for cell in cells)
    name = picking.button(key, shared.slice_html(shown.mask(term.term)))
    return f'<tr><th scope="row">{name}</th><td>{VOICES[term.voice]}</td>{numbers}</tr>'


def _chance(p: float) -> str:
    """How often chance gives any word as high a figure."""
    return "under 1 in 100" if p < 0.01 else f"{100 * p:.0f} in 100"


def _rows(label: str, found: Sequence[Distinctive]) -> Iterator[dict[str, object]]:
    for one in found:
        yield {
            "outlet": label, "word or phrase": one.term.term, "voice": one.term.voice, "here": one.term.count,
            "expected": round(one.expected, 2), "elsewhere": one.term.count_rest, "in stories": one.events,
            "of stories": one.of_events, "z": round(one.term.z, 4), "by chance (corrected p)": round(one.p, 4),
        }


def _occurrences(shown: Shown, one: Distinctive) -> None:
    articles = list(dict.fromkeys(mark.article for mark in one.term.evidence))[:PLACES]
    scene = scene_of(shown, articles)
    found = passages(scene.comparison, one.term.evidence)
    st.html(f"<h3>“{shared.slice_html(shown.mask(one.term.term))}”: {words.count(one.term.count, 'time')}</h3>")
    passage_list.show(scene, found, key=f"outlet_word_{picking.named(one.term.article, one.term.term)}", correct=False)
