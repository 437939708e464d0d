"""What every page needs: the library, the cached comparison of a story, the switch that hides outlets, safe text.

A page is a file in this folder with one function ``page`` and the last two lines
``if __name__ == "__main__":`` / ``    shared.guarded(page)``; other pages reach it by
``st.page_link("views/compare.py", query_params={"story": story_id})``.
"""

from __future__ import annotations

import html
import logging
import re
import threading
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from analysis.errors import ParallaxError
from analysis.model import Article, Comparison, outlet_labels
from analysis.store import Library, default_url

HERE = Path(__file__).parent
STYLES = ("style.css", "pages.css")
HIDE = "hide"
"""Key of the switch, and its name in the address: ``?hide=true``."""
_LOG = logging.getLogger("parallax")


def css() -> None:
    """The look of all pages; called once a run, by the entry."""
    for name in STYLES:
        st.html(HERE / name)


def library() -> Library:
    """The one library of this server, with the sample stories in it; the first call shows their progress."""
    opened = _opened()
    with _seeding():
        if samples.missing(opened):
            _seed(opened)
    return opened


@st.cache_resource(show_spinner=False)
def _opened() -> Library:
    return Library(default_url())


@st.cache_resource(show_spinner=False)
def _seeding() -> threading.Lock:
    """Two browser windows opened at once must not add the samples twice."""
    return threading.Lock()


def _seed(opened: Library) -> None:
    bar = st.progress(0.0, "Reading the sample stories for the first time …")
    for done, total in samples.seed(opened):
        bar.progress(done / total, f"Reading the sample stories for the first time: {done} of {total} articles")
    bar.empty()


def comparison(story_id: str) -> Comparison:
    """The comparison of a story; computed once for its articles, their corrections and the versions in use."""
    opened = library()
    story = opened.story(story_id)
    corrections = tuple(opened.corrections(story.articles))
    return _compared((story.articles, corrections, versions()), opened)


@st.cache_resource(max_entries=64, show_spinner="Comparing the articles …")
def _compared(key: tuple[object, ...], _library: Library) -> Comparison:
    raise NotImplementedError


def hide_switch() -> None:
    """The switch itself; drawn once a run, by the entry."""
    with st.container(key="topbar", horizontal=True, horizontal_alignment="right"):
        st.toggle("Hide outlet names", key=HIDE, bind="query-params")


def hide_outlets() -> bool:
    """True while outlet names are hidden on every page."""
    return bool(st.session_state.get(HIDE, False))


def labels(comparison: Comparison) -> dict[str, str]:
    """Article id -> outlet as shown now: its name, or "Outlet A" while names are hidden."""
    return outlet_labels(articles_of(comparison), hidden=hide_outlets())


def articles_of(comparison: Comparison) -> tuple[Article, ...]:
    """The plain articles of a comparison, in its order."""
    return tuple(annotated.article for annotated in comparison.articles)


def masker(comparison: Comparison) -> Callable[[str], str]:
    """A function that replaces outlet names in shown text by their labels while names are hidden."""
    return masker_for(articles_of(comparison))


def masker_for(articles: tuple[Article, ...]) -> Callable[[str], str]:
    """As ``masker``, for articles that were not compared; longest name first, in any case of letters."""
    if not hide_outlets():
        return _unchanged
    shown = outlet_labels(articles, hidden=True)
    names = {article.outlet.casefold(): shown[article.id] for article in articles if article.outlet}
    if not names:
        return _unchanged
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda match: names.get(match[0].casefold(), match[0]), text)


def _unchanged(text: str) -> str:
    return text


def plain(text: str) -> str:
    """``text`` for a widget label: on one line, with everything escaped that Markdown would act on."""
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=&@/])", r"\\\1", " ".join(text.split()))


def slice_html(text: str) -> str:
    """``text`` for ``st.html``: escaped, and isolated so that right-to-left marks cannot turn the page."""
    return f'<bdi dir="auto">{html.escape(text)}</bdi>'


def guarded(page: Callable[[], None]) -> None:
    """Run ``page``; an error becomes one sentence, and its details go to the server's log."""
    try:
        page()
    except ParallaxError as error:
        st.error(plain(str(error)))
        st.stop()
    except Exception:
        _LOG.exception("A page failed")
        st.error(
            "Something went wrong on this page. Nothing that was saved is lost. Reload the page; "
            "if it happens again, the details are in the window in which Parallax was started."
        )
        st.stop()
