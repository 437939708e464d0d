"""Passages under a number: each in its sentence, with outlet, voice and place, and a way to correct it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from analysis.highlight import Mark, passage_html
from analysis.layers import LAYERS, Layer
from analysis.model import Correction, Evidence, Span, Voice
from analysis.passages import Passage, field_of
from analysis.prose import shortened
from analysis.reasons import reasons
from views import shared
from views.parts.scene import VOICES, Scene

FIRST = 12
"""Passages shown before the reader asks for the others."""
WIDEST = 600
"""Characters of a sentence that are shown; a longer one is cut around its first mark."""
MARKED, SENTENCE = "the marked words", "the whole sentence"
_HERE = Layer("here", "", "passage")
_WHOSE = {
    Voice.OWN: "The outlet’s own words",
    Voice.REPORTED: "Reported speech",
    Voice.QUOTED: "Somebody’s quoted words",
}


def show(
    scene: Scene,
    found: Sequence[Passage],
    *,
    key: str,
    measure: str = "",
    correct: bool | Callable[[Passage, str], None] = True,
) -> None:
    """The first passages, and a button for the others; ``measure`` is what a dismissed mark is dismissed from.

    ``correct`` draws another form for a reader's correction than the usual one, from a passage and a key; False: none.
    """
    shown = found if st.session_state.get(f"{key}_all") else found[:FIRST]
    for passage in shown:
        if not correct:
            st.html(html(scene, passage, measure))
            continue
        with st.container(horizontal=True, wrap=False, gap="small"):
            st.html(html(scene, passage, measure), width="stretch")
            place = f"{passage.article}_{passage.field}_{passage.start}"
            if any(other is not passage and _same_place(other, passage) for other in shown):
                place += f"_{passage.voice}"
            _correct(scene, passage, f"{key}_{place}", measure, correct)
    if len(shown) < len(found):
        st.button(f"Show the other {len(found) - len(shown)}", key=f"{key}_more", on_click=_show_all, args=(key,))


def _same_place(one: Passage, other: Passage) -> bool:
    """One sentence, shown once for each voice that has a mark in it."""
    return (one.article, one.field, one.start) == (other.article, other.field, other.start)


def _show_all(key: str) -> None:
    st.session_state[f"{key}_all"] = True


def html(scene: Scene, passage: Passage, measure: str = "") -> str:
    """One passage: where it stands, then the sentence with its marks."""
    field = field_of(scene.article(passage.article), passage.field)
    if field is None:
        return ""
    span = _window(Span(passage.start, passage.end), passage.evidence)
    layer = LAYERS.get(measure.partition(".")[0], _HERE)
    marks = [Mark(one.start, one.end, layer.name, layer.letter, one.label) for one in passage.evidence]
    before = "… " if span.start > passage.start else ""
    after = " …" if span.end < passage.end else ""
    place = "headline" if passage.paragraph is None else f"paragraph {passage.paragraph}"
    kinds = ", ".join(dict.fromkeys(one.label.replace("_", " ") for one in passage.evidence if one.label))
    kinds = f" · {scene.say(kinds)}" if kinds else ""
    return (
        f'<div class="px-passage"><span class="px-meta"><b>{scene.name(passage.article)}</b>, '
        f"{VOICES[passage.voice]}, {place}{kinds}</span>"
        f"{before}{passage_html(field, span, marks, mask=scene.mask)}{after}{_reasons(scene, passage, measure)}</div>"
    )


def _reasons(scene: Scene, passage: Passage, measure: str) -> str:
    """Under a loaded sentence the words that made it so."""
    if measure != "loaded_sentences":
        return ""
    _, words = reasons(scene.comparison, passage.article, passage.field).get((passage.start, passage.end), (0.0, ""))
    return f'<span class="px-meta">Words that decided: {scene.say(words)}</span>' if words else ""


def _window(sentence: Span, marks: Sequence[Evidence]) -> Span:
    if sentence.end - sentence.start <= WIDEST:
        return sentence
    start = max(sentence.start, marks[0].start - WIDEST // 3) if marks else sentence.start
    return Span(start, min(sentence.end, start + WIDEST))


def _correct(
    scene: Scene, passage: Passage, key: str, measure: str, form: bool | Callable[[Passage, str], None]
) -> None:
    """Drawn when opened: dismiss one of the marks, or say whose words they are; or the form that was asked for."""
    with st.popover("Correct", key=f"{key}_correct", type="tertiary", on_change="rerun") as opened:
        if not opened.open:
            return
        if callable(form):
            form(passage, key)
            return
        article = scene.article(passage.article).article
        st.caption("Your word counts: the figures follow, and the page says how many corrections were made.")
        for mark in passage.evidence:
            words = shared.plain(shortened(scene.mask(article.passage(mark.field, mark.start, mark.end)), 40))
            dismissed = Correction(mark.article, mark.field, mark.start, mark.end, "dismiss", measure)
            if st.button(f"Dismiss the mark on “{words}”", key=f"{key}_dismiss_{mark.start}_{mark.end}",
                         width="stretch"):
                store([dismissed])
        scope = st.radio("Or say whose words they are, for", [MARKED, SENTENCE], key=f"{key}_scope")
        for voice in (voice for voice in Voice if voice is not passage.voice):
            spans = _spans(passage, whole=scope == SENTENCE)
            voiced = [Correction(passage.article, passage.field, *span, "voice", voice=voice) for span in spans]
            if st.button(_WHOSE[voice], key=f"{key}_{voice}", width="stretch"):
                store(voiced)


def _spans(passage: Passage, *, whole: bool) -> list[Span]:
    if whole:
        return [Span(passage.start, passage.end)]
    return [Span(mark.start, mark.end) for mark in passage.evidence]


def store(corrections: Sequence[Correction]) -> None:
    """Keep what a reader said and draw the whole page anew: every figure on it may follow."""
    for correction in corrections:
        shared.library().add_correction(correction)
    st.rerun()
