"""Words: what one outlet uses more than the others, by both contrasts, with every occurrence in context."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis import charts, report
from analysis.model import ContrastTerm
from analysis.passages import passages
from views import words
from views.parts import passage_list, picking, same_thing
from views.parts.scene import Scene

VOICES = {"own+reported": "Own and reported", "quoted": "Quoted"}
RANKS = {"z": "Log-odds (z)", "tfidf": "TF-IDF"}
LENGTHS = {1: "Single words", 2: "Pairs", 3: "Triples"}
ROWS = 30


def show(scene: Scene) -> None:
    """The words that one outlet uses more, then loaded words and how the others put it."""
    _contrast(scene)
    same_thing.show(scene)


@st.fragment
def _contrast(scene: Scene) -> None:
    """Controls, the table of terms, and the passages of the chosen one."""
    st.html(
        "<h3>Which words does one outlet use more than the others?</h3>"
        '<p class="px-meta">The most uneven words first; choose one to read it in its sentences. With one article an '
        "outlet this describes these articles and not how an outlet writes. z (log-odds) and TF-IDF are two ways to "
        "rank: the larger, the more a word is used here and not elsewhere. Methods has the formulas.</p>"
    )
    if not scene.comparison.contrast:
        st.html('<p class="px-none">Not enough text: a contrast needs two articles with words in common use.</p>')
        return
    article, voice, lengths, rank = _controls(scene)
    terms = _terms(scene, article, voice, lengths, rank)
    if not terms:
        st.html('<p class="px-none">No word stands out here: choose another outlet, voice or length.</p>')
        return
    table, context = st.columns([3, 2], gap="large")
    with table:
        chosen = _choose(scene, terms)
        st.download_button("Download these words (CSV)", data=partial(_csv, scene, terms), file_name="words.csv",
                           mime="text/csv", key="words_csv", on_click="ignore")
    with context:
        if chosen is not None:
            _occurrences(scene, chosen)
        else:
            st.html('<p class="px-meta">Choose a word to read every occurrence. Here and Elsewhere count the '
                    "occurrences in this outlet’s article and in the other articles of the story.</p>")


def _controls(scene: Scene) -> tuple[str, str, list[int], str]:
    ids = [article.id for article in scene.order]
    key = f"words_outlet_{scene.story.id}"
    if st.session_state.get(key) not in ids:
        st.session_state[key] = ids[0]
    article = st.segmented_control("Outlet", ids, key=key, format_func=scene.plain_name, required=True)
    left, middle, right = st.columns(3)
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


def _choose(scene: Scene, terms: list[ContrastTerm]) -> ContrastTerm | None:
    """The table, and the term chosen in it."""
    by_key = {picking.named(term.article, term.voice, term.term): term for term in terms}
    rows = "".join(_row(scene, key, term) for key, term in by_key.items())
    html = (
        '<table><thead><tr><th scope="col">Word or phrase</th><th scope="col" class="n">Here</th>'
        '<th scope="col" class="n">Elsewhere</th><th scope="col" class="n">z</th>'
        f'<th scope="col" class="n">TF-IDF</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    chosen = picking.pick("words_table", html)
    return by_key.get(chosen) if chosen else None


def _csv(scene: Scene, terms: list[ContrastTerm]) -> bytes:
    rows = (
        {"outlet": scene.labels[term.article], "word or phrase": scene.mask(term.term), "voice": term.voice,
         "here": term.count, "elsewhere": term.count_rest, "z": round(term.z, 4), "TF-IDF": round(term.tfidf, 4)}
        for term in terms
    )
    return report.download(report.csv_of_rows(rows), "csv")


def _row(scene: Scene, key: str, term: ContrastTerm) -> str:
    return (
        f'<tr><th scope="row">{picking.button(key, scene.say(term.term))}</th>'
        f'<td class="n">{term.count:,}</td><td class="n">{term.count_rest:,}</td><td class="n">{term.z:.2f}</td>'
        f'<td class="n">{charts.number(term.tfidf)}</td></tr>'
    )


def _occurrences(scene: Scene, term: ContrastTerm) -> None:
    found = passages(scene.comparison, term.evidence)
    st.html(f"<h3>“{scene.say(term.term)}” in {scene.name(term.article)}: "
            f"{words.count(term.count, 'time')}, {term.count_rest:,} in the others</h3>")
    passage_list.show(scene, found, key=f"term_{picking.named(term.article, term.term)}", correct=False)
