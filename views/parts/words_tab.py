"""Words: what one outlet uses more than the others, by both contrasts, with every occurrence in context."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.model import ContrastTerm
from analysis.passages import passages
from views import words
from views.parts import passage_list
from views.parts.scene import Scene

VOICES = {"own+reported": "Own and reported", "quoted": "Quoted"}
RANKS = {"z": "Log-odds (z)", "tfidf": "TF-IDF"}
LENGTHS = {1: "Single words", 2: "Pairs", 3: "Triples"}
ROWS = 40


@st.fragment
def show(scene: Scene) -> None:
    """Controls, the table of terms, and the passages of the chosen one."""
    st.html(
        "<h3>Which words does one outlet use more than the others?</h3>"
        '<p class="px-meta">Description only: with one article an outlet no word can be called distinctive. '
        "z is the log-odds contrast with an informative Dirichlet prior, TF-IDF the outlet’s mean minus that of the "
        "others; a larger figure says used more here.</p>"
    )
    if not scene.comparison.contrast:
        st.html('<p class="px-none">Not enough text: a contrast needs two articles with words in common use.</p>')
        return
    article, voice, lengths, rank = _controls(scene)
    terms = _terms(scene, article, voice, lengths, rank)
    if not terms:
        st.html('<p class="px-none">No word stands out here: choose another outlet, voice or length.</p>')
        return
    chosen = _table(scene, terms, article, voice, rank)
    if chosen is not None:
        _occurrences(scene, chosen)


def _controls(scene: Scene) -> tuple[str, str, list[int], str]:
    ids = [article.id for article in scene.order]
    key = f"words_outlet_{scene.story.id}"
    if st.session_state.get(key) not in ids:
        st.session_state[key] = ids[0]
    article = st.segmented_control("Outlet", ids, key=key, format_func=scene.plain_name, required=True)
    left, middle, right = st.columns([5, 3, 3])
    voice = left.segmented_control("Voice", list(VOICES), default="own+reported", key="words_voice",
                                   format_func=VOICES.__getitem__, required=True)
    lengths = middle.segmented_control("Length", list(LENGTHS), default=list(LENGTHS), key="words_n",
                                       format_func=LENGTHS.__getitem__, selection_mode="multi")
    rank = right.segmented_control("Ranked by", list(RANKS), default="z", key="words_rank",
                                   format_func=RANKS.__getitem__, required=True)
    return str(article), str(voice), list(lengths), str(rank)


def _terms(scene: Scene, article: str, voice: str, lengths: list[int], rank: str) -> list[ContrastTerm]:
    found = [term for term in scene.comparison.contrast
             if term.article == article and term.voice == voice and term.n in lengths]
    return sorted(found, key=lambda term: -getattr(term, rank))[:ROWS]


def _table(scene: Scene, terms: list[ContrastTerm], article: str, voice: str, rank: str) -> ContrastTerm | None:
    """The term whose row is chosen; choosing is by click or by keyboard."""
    frame = pd.DataFrame({
        "Word or phrase": [scene.mask(term.term) for term in terms],
        "Here": [term.count for term in terms],
        "Elsewhere": [term.count_rest for term in terms],
        "z": [round(term.z, 2) for term in terms],
        "TF-IDF": [round(term.tfidf, 4) for term in terms],
    })
    event = st.dataframe(frame, hide_index=True, on_select="rerun", selection_mode="single-row",
                         height=min(390, 38 + 35 * len(frame)),
                         key=f"words_{article}_{voice}_{rank}",
                         alt=f"Words that {scene.labels[article]} uses more than the others, ranked by {RANKS[rank]}")
    st.html('<p class="px-meta">Choose a row to read every occurrence. Here and Elsewhere count the occurrences in '
            "this outlet’s article and in the other articles of the story.</p>")
    rows = event.selection.rows
    return terms[rows[0]] if rows and rows[0] < len(terms) else None


def _occurrences(scene: Scene, term: ContrastTerm) -> None:
    found = passages(scene.comparison, term.evidence)
    st.html(f"<h3>“{scene.say(term.term)}” in {scene.name(term.article)}: "
            f"{words.count(term.count, 'time')}, {term.count_rest:,} in the others</h3>")
    passage_list.show(scene, found, key=f"term_{term.article}_{term.term}", correct=False)
