"""What every part of Outlets is given: the figures of all articles, and the names of outlets as they are shown now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import outlets
from analysis.highlight import Mask, text_html
from analysis.model import AnnotatedArticle, Article, Comparison, Story, Voice, outlet_labels
from analysis.outlets import Distinctive, Piece, Shelf, Standing, Way
from analysis.prose import shortened
from analysis.store import Library
from views import shared
from views.masks import mask_of, unmasked
from views.parts.scene import LONGEST_NAME, Scene


@dataclass(frozen=True)
class Shown:
    """The library as the page shows it. ``labels`` (outlet -> name as shown) is in the order of the page: alphabetical,
    or by first appearance while names are hidden, because the alphabet would give them away."""

    digest: str
    shelf: Shelf
    pieces: tuple[Piece, ...]
    labels: dict[str, str]
    mask: Mask

    def name(self, outlet: str) -> str:
        """An outlet's name as HTML."""
        return text_html(shortened(self.labels[outlet], LONGEST_NAME))

    def ordered(self, found: Iterable[Standing]) -> list[Standing]:
        """In the order of the page."""
        order = list(self.labels)
        return sorted(found, key=lambda one: order.index(one.outlet))

    def outlet(self, label: str) -> str:
        """The outlet behind a label."""
        return next(outlet for outlet, shown in self.labels.items() if shown == label)


def labels_of(shelf: Shelf) -> dict[str, str]:
    """Outlet -> its name as shown now, in the order of the page."""
    first: dict[str, Article] = {}
    everything = [article for articles in shelf.values() for article in articles]
    for article in sorted(everything, key=lambda one: (one.published is None, one.published or "")):
        if name := outlets.known(article.outlet):
            first.setdefault(name, article)
    names = list(first) if shared.hide_outlets() else sorted(first, key=lambda name: (name.casefold(), name))
    shown = outlet_labels(tuple(first[name] for name in names), hidden=shared.hide_outlets())
    return {name: shown[first[name].id] for name in names}


def shown_now() -> Shown:
    """The library now; figures are read or computed where that has not been done for it."""
    shelf, library = shared.shelf(), shared.library()
    digest, labels = outlets.digest(library, shelf), labels_of(shelf)
    mask = mask_of(labels) if shared.hide_outlets() else unmasked
    return Shown(digest, shelf, _pieces(digest, library, shelf), labels, mask)


@st.cache_resource(max_entries=2, show_spinner="Counting in all articles of the library …")
def _pieces(digest: str, _library: Library, _shelf: Shelf) -> tuple[Piece, ...]:
    return outlets.pieces_of(_library, _shelf)


def standings(shown: Shown, measure: str, voice: Voice, way: Way) -> list[Standing]:
    """Every outlet in the order of the page; resampled once for a choice."""
    return shown.ordered(_standings(shown.digest, measure, voice, way, shown.pieces))


@st.cache_resource(max_entries=200, show_spinner=False)
def _standings(
    digest: str, measure: str, voice: Voice, way: Way, _pieces: tuple[Piece, ...]
) -> tuple[Standing, ...]:
    return outlets.standings(_pieces, measure, voice, way)


def distinctive(shown: Shown, outlet: str) -> tuple[Distinctive, ...]:
    """The words that an outlet uses more than the others over their shared stories."""
    return _distinctive(shown.digest, outlet, shared.library(), shown.shelf)


@st.cache_resource(max_entries=50, show_spinner="Dealing the articles of each story anew, 1,999 times …")
def _distinctive(digest: str, outlet: str, _library: Library, _shelf: Shelf) -> tuple[Distinctive, ...]:
    articles, events = outlets.told_with(_library, _shelf, outlet)
    return outlets.distinctive(articles, events, outlet)


def scene_of(shown: Shown, articles: Sequence[str]) -> Scene:
    """A scene of some articles of different stories, in which passages can be shown."""
    read = tuple(_articles(shown.digest, tuple(articles), shared.library()))
    names = {one.id: shown.labels.get(one.article.outlet or "", "Unnamed outlet") for one in read}
    labels = {article: shortened(name, LONGEST_NAME) for article, name in names.items()}
    story = Story("", "", tuple(articles))
    return Scene(story, Comparison(read, (), (), (), ()), labels, shown.mask, read, shown.digest, {})


@st.cache_resource(max_entries=20, show_spinner=False)
def _articles(digest: str, articles: tuple[str, ...], _library: Library) -> list[AnnotatedArticle]:
    return list(outlets.articles_of(_library, articles))


def choose(place: DeltaGenerator, label: str, names: Sequence[str], key: str, index: int | None = 0) -> str | None:
    """A list of outlets as they are shown now; the address holds the choice, but not while names are hidden."""
    hidden = shared.hide_outlets()
    return place.selectbox(label, names, index=index, key=f"{key}_letter" if hidden else key,
                           format_func=lambda name: shared.option(shortened(name, LONGEST_NAME)),
                           placeholder="Choose an outlet",
                           bind=None if hidden else "query-params")


def address(page: str, label: str, **params: str) -> str:
    """A link inside a table, as HTML, that keeps outlet names hidden where they are; ``label`` is HTML."""
    if shared.hide_outlets():
        params[shared.HIDE] = "true"
    query = "&amp;".join(f"{escape(name)}={escape(value)}" for name, value in params.items())
    return f'<a href="{page}?{query}" target="_self">{label}</a>'
