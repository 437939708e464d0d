"""Add coverage: files and pasted text, a preview of what is kept and cut, and only then the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import ParallaxError
from analysis.model import Article
from analysis.reading.limits import MAX_FILE_BYTES, megabytes
from views import add_preview, add_save, shared, words

if TYPE_CHECKING:
    from analysis.reading import Batch

TYPES = ["txt", "md", "html", "htm", "csv", "json", "jsonl"]
LEDE = (
    "Files or pasted text become articles. You see what is kept and what is cut away before anything is saved. "
    "Nothing leaves this machine."
)


def page() -> None:
    """Inputs, then the preview, then where to; in this order down the page."""
    st.html(f'<h1>Add coverage</h1><p class="px-lede">{LEDE}</p>')
    if shared.hide_outlets():
        st.html('<p class="px-none">Outlet names are hidden. Show them to add coverage.</p>')
        return
    add_save.show_added()
    from_files, failures = _files()
    _paste()
    drafts = _distinct([*from_files, *st.session_state.get("pasted", [])])
    _show_failures(failures)
    if not drafts:
        return
    st.html(f'<h2 class="px-rule">What would be kept: {words.count(len(drafts), "article")}</h2>')
    kept, complete = add_preview.show(drafts)
    add_save.show(kept, complete)


def _files() -> tuple[list[Article], list[str]]:
    """The articles in the chosen files, and one sentence for each thing that could not be read."""
    uploads = st.file_uploader(
        f"Files: .txt, .md, .html, .csv, .json or .jsonl, up to {megabytes(MAX_FILE_BYTES)} each",
        type=TYPES,
        accept_multiple_files=True,
        key=f"files-{st.session_state.get('round', 0)}",
    )
    articles: list[Article] = []
    failures: list[str] = []
    for upload in uploads:
        try:
            batch = _read(upload.getvalue(), upload.name)
        except ParallaxError as error:
            failures.append(str(error))
            continue
        articles += batch.articles
        failures += [failure.sentence for failure in batch.failures]
    return articles, failures


@st.cache_resource(max_entries=50, show_spinner="Reading the file …")
def _read(data: bytes, name: str) -> Batch:
    from analysis import reading

    return reading.read_bytes(data, name)


def _paste() -> None:
    with st.expander("Paste a text", expanded=True, key="paste"):
        st.text_area("Text of one article", key="paste_text", height=180,
                     placeholder="Headline and article, as copied from the page")
        outlet, published = st.columns(2)
        outlet.text_input("Outlet", key="paste_outlet", placeholder="Who published it? Guessed if left empty")
        published.text_input("Published", key="paste_date", placeholder="2026-03-12 or 2026-03-12 10:40")
        st.button("Show what would be kept", on_click=_take_paste, key="take")
        if problem := st.session_state.pop("paste_problem", None):
            st.error(shared.plain(problem))


def _take_paste() -> None:
    """Read the pasted text; on success its field is emptied for the next one, otherwise it stays as it was."""
    from analysis import reading

    state = st.session_state
    try:
        article = reading.read_text(state.paste_text, outlet=state.paste_outlet.strip() or None,
                                    published=state.paste_date.strip() or None)
    except ParallaxError as error:
        state.paste_problem = str(error)
        return
    state.setdefault("pasted", []).append(article)
    state.paste_text = state.paste_outlet = state.paste_date = ""


def _distinct(articles: Sequence[Article]) -> list[Article]:
    """The same article given twice is shown once."""
    return list({article.id: article for article in articles}.values())


def _show_failures(sentences: Sequence[str]) -> None:
    if not sentences:
        return
    st.error(f"{words.count(len(sentences), 'input')} could not be read. Everything else goes in.")
    items = "".join(f"<li>{shared.slice_html(sentence)}</li>" for sentence in sentences)
    st.html(f'<ul class="px-failures">{items}</ul>')


if __name__ == "__main__":
    shared.guarded(page)
