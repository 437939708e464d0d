"""The same thing in other words: loaded words, and how the other outlets put what they say."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.model import Alternative, Evidence, Wording
from analysis.passages import passages
from analysis.prose import listed
from views import words
from views.parts import drawn, passage_list, picking
from views.parts.scene import Scene

FIRST = 12
"""Words shown before the reader asks for the others."""
SAME, SENTENCE = "the same word", "in other words (read the sentence)"


def key_of(alternative: Alternative) -> str:
    """A name for a word that tells nothing of it: it stands in the page, where names may be hidden."""
    word = alternative.word
    return picking.named(word.article, word.field, str(word.start), str(word.end))


def phrase(scene: Scene, alternative: Alternative) -> str:
    """The word with what it hangs on, in quotation marks, as plain text that is masked and not escaped."""
    return _quoted(scene, alternative.phrase)


def told(scene: Scene, alternative: Alternative) -> list[str]:
    """How the others put it, those with one answer together, as plain texts that are masked and not escaped."""
    answers: dict[str, list[str]] = {}
    for other in sorted(alternative.others, key=_place_of):
        answers.setdefault(_answer(scene, other), []).append(scene.mask(scene.labels[other.sentence.article]))
    return [f"{listed(outlets)}: {answer}" for answer, outlets in answers.items()]


def _place_of(other: Wording) -> int:
    """Words of their own first, sentences alone last."""
    return 2 if other.words is None else 1 if other.same else 0


def _answer(scene: Scene, other: Wording) -> str:
    if other.words is None:
        return SENTENCE
    return SAME if other.same else _quoted(scene, other.words)


def show(scene: Scene) -> None:
    """A list: the word, whose it is, how the others put it; it opens the sentences of all."""
    found = sorted(scene.comparison.alternatives, key=lambda each: (-_put(each), scene.place(each.word.article)))
    st.html(
        '<h3>How do the others say the same thing?</h3><p class="px-meta">Loaded words whose sentence tells what other '
        "outlets tell too. Where words stand in the same place for sure they are set beside; else open the sentences. "
        "A loaded word may be the right one.</p>"
    )
    if not found:
        st.html('<p class="px-none">No loaded word stands in a sentence that tells what another outlet tells.</p>')
        return
    rest = found[FIRST:]
    more = ""
    if rest:
        said = words.count(len(rest), "more word")
        more = f"<details><summary>{said}</summary>{''.join(_row(scene, each) for each in rest)}</details>"
    drawn.show(f'<div class="px-same">{"".join(_row(scene, each) for each in found[:FIRST])}{more}</div>', key="same")


def _put(alternative: Alternative) -> int:
    """How many others put it in words of their own that are known."""
    return sum(other.words is not None and not other.same for other in alternative.others)


def _row(scene: Scene, alternative: Alternative) -> str:
    others = "".join(f"<li>{scene.say(said)}</li>" for said in told(scene, alternative))
    shown = _sentence(scene, alternative.word) + "".join(_put_by(scene, other) for other in alternative.others)
    return (
        f'<details class="px-headnote"><summary><b>{scene.say(phrase(scene, alternative))}</b> '
        f"{scene.name(alternative.word.article)}</summary><div>{shown}</div></details><ul>{others}</ul>"
    )


def _put_by(scene: Scene, other: Wording) -> str:
    """The sentence of another outlet, its words marked where they are known."""
    return _sentence(scene, other.words or other.sentence, marked=other.words is not None)


def _sentence(scene: Scene, place: Evidence, *, marked: bool = True) -> str:
    found = passages(scene.comparison, [place])
    return "".join(passage_list.html(scene, each if marked else replace(each, evidence=())) for each in found)


def _quoted(scene: Scene, place: Evidence) -> str:
    said = scene.mask(scene.passage(place.article, place.field, place.start, place.end))
    return f"“{' '.join(said.split())}”"
