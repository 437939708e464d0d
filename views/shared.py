"""What every page needs: the library, the cached comparison of a story, the switch that hides outlets, safe text.

A page is a file in this folder with one function ``page`` and the last two lines
``if __name__ == "__main__":`` / ``    shared.guarded(page)``; other pages reach it by
``shared.link("compare", "Compare", key="...", story=story_id)``.
"""

from __future__ import annotations

import html
import logging
import re
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import streamlit as st

from analysis import samples, stored
from analysis.errors import ParallaxError
from analysis.model import Article, Comparison, Story, fill, outlet_labels
from analysis.store import Library, default_url
from views.masks import Mask, inside, mask_of, unmasked

HERE = Path(__file__).parent
PAUSE = 0.05
"""Seconds in which the browser gets the top of a page and draws it; it needs about as long, so what lies below comes no
later for that. With less, a top that arrives in two pieces is drawn together with what lies below."""
HIDE = "hide"
"""Key of the switch, and its name in the address: ``?hide=true``."""
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that change the direction of the text after them; in a label nothing would hold them in."""
_LOG = logging.getLogger("parallax")
_LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 24" width="128" height="24">
<g fill="none" stroke="{ink}" stroke-width="1.6"><path d="M3 21 20 3M23 21 6 3"/></g>
<circle cx="13" cy="10.4" r="3.6" fill="{ink}"/><text x="35" y="18.5" font-size="20" font-weight="700" fill="{ink}"
font-family="Charter,Bitstream Charter,Iowan Old Style,Georgia,Cambria,Liberation Serif,serif">Parallax</text></svg>"""


def css() -> None:
    """The look of all pages: the shared style, then what only single pages need."""
    st.html(HERE / "style.css")
    st.html(HERE / "pages.css")


def frame(page: str) -> None:
    """What stands around every page: style, name, and the switch that hides outlet names."""
    st.session_state.newly_opened = st.session_state.get("page_shown") != page
    st.session_state.page_shown = page
    css()
    st.logo(_LOGO.format(ink="#eceeea" if st.context.theme.type == "dark" else "#14181c"))
    if st.query_params.get_all(HIDE) not in ([], ["true"], ["false"]):  # "hide=yes", which the switch does not read
        st.session_state[HIDE] = True
    with st.container(key="topbar", horizontal=True, horizontal_alignment="right"):
        st.toggle("Hide outlet names", key=HIDE, bind="query-params")


def top_first() -> None:
    """Let the browser draw what stands so far, if the page was just opened: what follows lies below the window.

    Streamlit's client draws in one go whatever arrives together, and the reader would wait for all of it.
    """
    if st.session_state.get("newly_opened"):
        time.sleep(PAUSE)


def library() -> Library:
    """The one library of this server, with the sample stories in it; the first call shows their progress."""
    opened, state = _opened(), _start()
    with state.lock:
        if not state.done:
            state.seeding = state.seeding or not opened.stories()
            if state.seeding:
                _seed(opened)
            state.done = True
    return opened


@st.cache_resource(show_spinner=False)
def _opened() -> Library:
    return Library(default_url())


@st.cache_resource(show_spinner=False)
def _start() -> SimpleNamespace:
    """Two windows opened at once must not add the samples twice, and a reload in between must not stop them."""
    return SimpleNamespace(lock=threading.Lock(), seeding=False, done=False, revision=0)


def _seed(opened: Library) -> None:
    said = "Reading the sample stories for the first time"
    bar = st.progress(0.0, f"{said} …")
    for done, total in samples.seed(opened):
        bar.progress(done / total, f"{said}: {done} of {total} articles")
    bar.empty()


def shelf() -> dict[Story, tuple[Article, ...]]:
    """Every story with its articles in order of publication."""
    return _shelf(library().url, _start().revision, library())


@st.cache_resource(max_entries=2, ttl="1m", show_spinner=False)
def _shelf(url: str, revision: int, _library: Library) -> dict[Story, tuple[Article, ...]]:
    """Kept until a page changes something; a minute at most, because the command line may add to it too."""
    articles = {article.id: article for article in _library.articles()}
    return {story: _published(articles[one] for one in story.articles) for story in _library.stories()}


def _published(articles: Iterable[Article]) -> tuple[Article, ...]:
    """In order of publication, those without a date last: the order of columns, and of the letters of hidden names."""
    return tuple(sorted(articles, key=lambda article: (article.published is None, article.published or "")))


def forget_shelf() -> None:
    """To be called after a change of stories or articles."""
    _start().revision += 1


def title_of(story: Story) -> str:
    """The story's title as shown now."""
    return masker_for(shelf().get(story, ()))(story.title)


def story_of(article_id: str) -> Story | None:
    """The story that holds an article; None where the library does not have the article."""
    return next((story for story in shelf() if article_id in story.articles), None)


def comparison(story_id: str) -> Comparison:
    """The comparison of a story; computed once for its articles, their corrections and the versions in use."""
    return compared(story_id)[0]


def compared(story_id: str) -> tuple[Comparison, str]:
    """The comparison of a story, and the digest of all it depends on, for what is kept beside it."""
    opened = library()
    story = opened.story(story_id)
    digest = stored.digest(opened, story)
    return _compared(digest, opened, story), digest


@st.cache_resource(max_entries=64, show_spinner="Comparing the articles …")
def _compared(digest: str, _library: Library, _story: Story) -> Comparison:
    return stored.compare_story(_library, _story)


def first_finding(story: Story) -> str | None:
    """Where the outlets of a story differ most, in one sentence with the labels shown now."""
    opened = library()
    template = _first(stored.digest(opened, story), opened, story)
    return fill(template, labels_of(shelf()[story])) if template else None


@st.cache_resource(max_entries=1000, show_spinner="Comparing the articles …")
def _first(digest: str, _library: Library, _story: Story) -> str | None:
    return stored.first_finding(_library, _story, partial(_compared, digest))


def hide_outlets() -> bool:
    """True while outlet names are hidden on every page."""
    return bool(st.session_state.get(HIDE, False))


def labels(comparison: Comparison) -> dict[str, str]:
    """Article id -> outlet as shown now: its name, or "Outlet A" while names are hidden."""
    return labels_of(articles_of(comparison))


def labels_of(articles: tuple[Article, ...]) -> dict[str, str]:
    """As ``labels``, for articles that were not compared."""
    return outlet_labels(_published(articles), hidden=hide_outlets())


def articles_of(comparison: Comparison) -> tuple[Article, ...]:
    """The plain articles of a comparison, in its order."""
    return tuple(annotated.article for annotated in comparison.articles)


def masker(comparison: Comparison) -> Mask:
    """A function that replaces outlet names in shown text by their labels while names are hidden."""
    if not hide_outlets():
        return unmasked
    return _hiding(comparison)[0]


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Comparison: id})
def _hiding(comparison: Comparison) -> tuple[Mask, Comparison]:
    """The mask of a comparison, found again by its identity, which stands as long as the comparison is kept beside."""
    names = _hidden(articles_of(comparison))
    articles = {each.id: each for each in articles_of(comparison)}
    return mask_of(names, inside(names, (
        (called, ((articles[one.article].title or "") if one.field == "title" else articles[one.article].text,
                  one.start, one.end))
        for entity in comparison.entities
        for one in entity.namings
        for called in {one.label, entity.name if entity.name in one.label else one.label}
    ))), comparison  # fmt: skip


def masker_for(articles: tuple[Article, ...]) -> Mask:
    """As ``masker``, for articles that were not compared."""
    if not hide_outlets():
        return unmasked
    return mask_of(_hidden(articles))


def _hidden(articles: tuple[Article, ...]) -> dict[str, str]:
    """The outlets, and what is shown for each."""
    shown = labels_of(articles)
    return {article.outlet: shown[article.id] for article in reversed(articles) if article.outlet}


def option(text: str) -> str:
    """``text`` for an entry of a list to choose from: one line that cannot turn the text around it."""
    return " ".join(_TURNING.sub("", text).split())


def plain(text: str) -> str:
    r"""``text`` for a widget label: as ``option``, and nothing in it acts as Markdown.

    A backslash is enough for Markdown itself; a word joiner (U+2060) keeps ``:name:`` from becoming an icon and
    an address from becoming a live link.
    """
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", option(text))
    return re.sub(r"[:@]|(?<=\bwww)(?=\\\.)", lambda sign: sign[0] + "\u2060", escaped)


def slice_html(text: str) -> str:
    """``text`` for ``st.html``: escaped, and isolated so that right-to-left marks cannot turn the page."""
    return f'<bdi dir="auto">{html.escape(text)}</bdi>'


def link(page: str, label: str, *, key: str, strong: bool = False, **params: str) -> None:
    """A link to ``views/PAGE.py`` that looks like a button and keeps outlet names hidden where they are."""
    if hide_outlets():
        params[HIDE] = "true"
    with st.container(key=f"{'strong' if strong else 'go'}-{key}", width="content"):
        st.page_link(f"views/{page}.py", label=plain(label), query_params=params or None)


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
