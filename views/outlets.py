"""Outlets: how the figures of an outlet sit among those of the others, over several stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import streamlit as st

from analysis import charts, outlets
from analysis.model import Voice
from analysis.outlets import Standing, Way, drawing
from analysis.prose import shortened
from views import shared, words
from views.ink import ink
from views.parts import outlets_behind, outlets_pair, outlets_words, picking
from views.parts.outlets_scene import Shown, labels_of, shown_now, standings
from views.parts.scene import LONGEST_NAME, SPOKEN
from views.parts.takeaway import csv_button

LEDE = (
    "How an outlet’s figures sit among those of the others, over several stories. The order is alphabetical: a high "
    "figure is neither good nor bad, and this is no ranking."
)
LEDE_HIDDEN = (
    "How an outlet’s figures sit among those of the others, over several stories. Letters go by first appearance and "
    "are those of this page: within a story they differ. A high figure is neither good nor bad."
)
WAYS: dict[Way, str] = {"beside": "Beside the others", "alone": "Own rate"}
MEANING: dict[Way, str] = {
    "beside": "In each story the outlet’s rate is held against the mean of the others that told it; the figure is the "
              "mean of these differences, each story counting once. 0: as the others in the same stories. One outlet "
              "far off moves all others the other way.",
    "alone": "The mean of the outlet’s rates in its stories, each story counting once. Outlets cover different events, "
             "and some events need other words: beside the others the comparison is fairer.",
}
NEEDED = f"at least {outlets.ARTICLES} articles in at least {outlets.EVENTS} stories"


def page() -> None:
    """The choice of a figure, its chart and table, what is too thin to be shown; then pairs of outlets, and words."""
    st.html(f'<h1>Outlets</h1><p class="px-lede">{LEDE_HIDDEN if shared.hide_outlets() else LEDE}</p>')
    if not any(not missing for missing in _held().values()):
        _empty()
        return
    shown = shown_now()
    measure, voice, way = _controls(shown)
    found = standings(shown, measure, voice, way)
    _figures(shown, [one for one in found if not one.lacks], measure, voice, way)
    _thin(shown, [one for one in found if one.lacks], measure, voice, way)
    outlets_pair.show(shown, measure, voice)
    outlets_words.show(shown)
    st.html('<p class="px-foot">How these figures are made, and where they fail, stands on the page Methods.</p>')


def _held() -> dict[str, str]:
    """Outlet -> what it lacks by its articles alone, before anything is counted in them."""
    held: dict[str, dict[str, set[str]]] = {}
    for story, articles in shared.shelf().items():
        for article in articles:
            if name := outlets.known(article.outlet):
                held.setdefault(name, {}).setdefault(story.id, set()).add(article.id)
    return {outlet: outlets.lacks(len(set().union(*told.values())), len(told)) for outlet, told in held.items()}


def _invented() -> set[str]:
    """The outlets that stand in sample stories only."""
    samples, real = set[str](), set[str]()
    for story, articles in shared.shelf().items():
        (samples if story.sample else real).update(filter(None, (outlets.known(each.outlet) for each in articles)))
    return samples - real


def _empty() -> None:
    """What is needed, and how far each outlet is from it."""
    labels, held, invented = labels_of(shared.shelf()), _held(), _invented()
    with st.container(border=True):
        st.html(
            "<h2>Not enough articles yet</h2>"
            f"<p>An outlet appears here with {NEEDED} that other outlets told too. With less, a figure would say more "
            "about the events than about the outlet.</p>"
        )
        if labels:
            rows = "".join(
                f'<tr><th scope="row">{_called(labels[one])}</th>'
                f"<td>{held[one]}{' · sample: an invented outlet' if one in invented else ''}</td></tr>"
                for one in labels
            )
            st.html('<div class="px-scroll"><table class="px-table px-small"><thead><tr><th scope="col">Outlet</th>'
                    f'<th scope="col">In the library so far</th></tr></thead><tbody>{rows}</tbody></table></div>')
        shared.link("add", "Add coverage", key="go-add")


def _called(label: str) -> str:
    return shared.slice_html(shortened(label, LONGEST_NAME))


def _controls(shown: Shown) -> tuple[str, Voice, Way]:
    """Measure, voice and what is compared; the address holds all three."""
    names = list(dict.fromkeys(name for name, _ in shown.pieces[0].figures))
    left, middle, right = st.columns([3, 4, 5], vertical_alignment="bottom")
    measure = left.selectbox("Measure", names, key="measure", format_func=charts.measure_title,
                             bind="query-params")
    voice = middle.segmented_control("Voice", list(SPOKEN), default=Voice.OWN, key="voice",
                                     format_func=SPOKEN.__getitem__, required=True, wrap=True, bind="query-params")
    way = right.segmented_control("Figure", list(WAYS), default="beside", key="figure",
                                  format_func=WAYS.__getitem__, required=True, wrap=True, bind="query-params")
    return str(measure), voice or Voice.OWN, way or "beside"


def _figures(shown: Shown, found: Sequence[Standing], measure: str, voice: Voice, way: Way) -> None:
    st.html(f'<h2 class="px-rule">{shared.slice_html(charts.measure_title(measure))}, {SPOKEN[voice].lower()}</h2>'
            f'<p class="px-meta">{outlets.unit_of(measure).capitalize()}. {MEANING[way]}</p>')
    if not found:
        st.html('<p class="px-none">No outlet has enough words of this voice in enough stories; see below what '
                "each lacks.</p>")
        return
    colours = ink()
    st.plotly_chart(drawing.plot(found, shown.labels, measure, voice, way, ink=colours["ink"],
                                  meta=colours["meta"], hair=colours["hair"]), theme=None,
                    alt=drawing.alt_text(found, shown.labels, measure, voice, way), key="outlets_chart",
                    config={"displayModeBar": False})
    st.html(f'<p class="px-meta">{_moved(found)} Choose an outlet to see the stories behind its figure.</p>')
    chosen = _table(shown, found, measure, way)
    csv_button("Download these figures (CSV)", partial(_rows, found, measure, voice, way), "outlets.csv")
    if chosen is not None:
        outlets_behind.show(shown, chosen, measure)


def _moved(found: Sequence[Standing]) -> str:
    """What was done to the figures besides counting."""
    ranged = ("The line is the range in which the figure likely lies, from drawing the stories anew." if
              any(one.interval for one in found) else
              "No figure here differs from story to story, so how far it may lie from what lies behind it cannot be "
              "told: there is no range.")
    if not any(one.weight for one in found):
        return f"{ranged} Nothing was moved towards the mean: that needs four outlets whose stories differ."
    return (f"{ranged} Where stories are few, the figure was moved towards the mean of all outlets; “as counted” is "
            "what it was before.")


def _table(shown: Shown, found: Sequence[Standing], measure: str, way: Way) -> Standing | None:
    """One row an outlet; the outlet chosen in it."""
    by_key = {picking.named(one.outlet): one for one in found}
    basis = outlets.basis_of(measure).capitalize()
    heads = "".join(f'<th scope="col" class="n">{head}</th>' for head in
                    ("Figure", "Likely range", "As counted", "Stories", "Articles", "Passages", basis))
    body = "".join(_row(shown, key, one, way) for key, one in by_key.items())
    chosen = picking.pick(
        "outlets_table",
        f"<table>{picking.caption('Figure of each outlet, with what it rests on')}"
        f'<thead><tr><th scope="col">Outlet</th>{heads}</tr></thead><tbody>{body}</tbody></table>',
    )
    return by_key.get(chosen) if chosen else None


def _row(shown: Shown, key: str, one: Standing, way: Way) -> str:
    cells = (
        drawing.number(one.value or 0.0, way), drawing.reach(one, way), drawing.number(one.mean or 0.0, way),
        f"{len(one.tellings):,}", f"{one.articles:,}", f"{one.passages:,}", f"{one.basis:,}",
    )
    numbers = "".join(f'<td class="n">{cell}</td>' for cell in cells)
    return f'<tr><th scope="row">{picking.button(key, shown.name(one.outlet))}</th>{numbers}</tr>'


def _rows(found: Sequence[Standing], measure: str, voice: Voice, way: Way) -> Iterator[dict[str, object]]:
    for one in found:
        low, high = one.interval or (None, None)
        yield {
            "outlet": one.outlet, "measure": measure, "voice": voice.value, "figure": WAYS[way],
            "unit": outlets.unit_of(measure), "value": one.value, "likely from": low, "likely to": high,
            "as counted": one.mean, "stories": len(one.tellings), "articles": one.articles,
            "passages": one.passages, outlets.basis_of(measure): one.basis,
        }


def _thin(shown: Shown, found: Sequence[Standing], measure: str, voice: Voice, way: Way) -> None:
    """The outlets without a figure, each with what it lacks."""
    if not found:
        return
    beside = " and another outlet beside it" if way == "beside" else ""
    items = "".join(f"<li>{shown.name(one.outlet)}: {one.lacks}</li>" for one in found)
    said = words.count(len(found), "outlet has", "outlets have")
    fewest = f"{outlets.fewest_of(measure)} {outlets.basis_of(measure)}"
    st.html(
        f'<div class="px-method"><h3>Not enough to show</h3><p class="px-meta">{said} no figure for this measure and '
        f"voice. A figure needs {NEEDED}, with {fewest} of {SPOKEN[voice].lower()} in a story{beside}.</p>"
        f"<ul>{items}</ul></div>"
    )


if __name__ == "__main__":
    shared.guarded(page)
