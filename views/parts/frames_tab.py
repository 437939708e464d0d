"""Frames: which sides of the matter each outlet turns to, frame by frame and voice by voice, with the sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from html import escape

import streamlit as st

from analysis.findings.frames import framings
from analysis.frames import definitions, framed_sentences, measure_of, title_of
from analysis.frames.differences import Difference, differences
from analysis.model import Correction, Evidence, Finding, FramedSentence, FrameUse, Measurement, Span, Voice
from analysis.passages import Passage, field_of, paragraph_of
from analysis.prose import listed
from views import words
from views.parts import frame_meanings, passage_list, picking
from views.parts.scene import SPOKEN, Scene
from views.parts.takeaway import csv_button

_WHOSE = {Voice.OWN: "In their own voice", Voice.REPORTED: "In reported speech", Voice.QUOTED: "In quoted words"}
STEPS = (5, 15, 30, 50)
"""Shares in % from which on a cell is shaded one step darker."""
SENSE = "the sense of the whole sentence"


@st.fragment
def show(scene: Scene) -> None:
    """What differs most in a sentence, the table of frames, and the sentences of the chosen cell or row."""
    st.html(
        "<h3>Which sides of the matter does each outlet turn to?</h3>"
        '<p class="px-meta">Share of an article’s sentences that use a frame; a sentence may use several or none. '
        "Frames found this way are mostly topics, so compare the outlets on this event, and not this event with "
        "another. Many sentences that use a frame are missed, and some are judged wrongly: read them.</p>"
    )
    voice = st.segmented_control("Voice", list(SPOKEN), default=Voice.OWN, key="frames_voice", required=True,
                                 format_func=SPOKEN.__getitem__, wrap=True, bind="query-params") or Voice.OWN
    beyond = _beyond(scene.digest, voice, scene)
    found = _sorted(differences(scene.comparison.measurements, voice), beyond)
    used = [each for each in found if each.used]
    if not used:
        st.html('<p class="px-none">No sentence of this voice uses a frame that is known here.</p>')
    else:
        st.html(f"<p>{_takeaway(scene, used, beyond, voice)}</p>")
        chosen = _table(scene, used, beyond, voice)
        csv_button("Download all sentences (CSV)", partial(_rows, scene), "frames.csv")
        if chosen is not None:
            _sentences(scene, *chosen)
        else:
            st.html('<p class="px-meta">Choose a frame, or the figure of one outlet, to read the sentences with the '
                    "words that decided.</p>")
    st.html(_meanings([each.frame for each in found if not each.used]))


@st.cache_resource(max_entries=200, show_spinner=False)
def _beyond(digest: str, voice: Voice, _scene: Scene) -> list[Finding]:
    return framings(_scene.comparison, voice)


@st.cache_resource(max_entries=200, show_spinner=False)
def _framed(digest: str, article: str, _scene: Scene) -> tuple[FramedSentence, ...]:
    """The sentences of an article that use a frame."""
    return tuple(each for each in framed_sentences(_scene.article(article)) if each.uses)


def _sorted(found: Sequence[Difference], beyond: Sequence[Finding]) -> list[Difference]:
    """Frames with a difference beyond chance first, in the order of ``beyond``."""
    told = [measure_of(each.frame) for each in found]
    places = {finding.kind: place for place, finding in enumerate(beyond)}
    return [each for _, each in sorted(zip(told, found, strict=True),
                                       key=lambda pair: places.get(pair[0], len(places)))]


def _takeaway(scene: Scene, used: Sequence[Difference], beyond: Sequence[Finding], voice: Voice) -> str:
    """The most unusual gap in one sentence; where none is beyond chance, what the outlets have in common."""
    if all(each.most is None for each in used):
        return "Not enough text in this voice to compare the outlets."
    if beyond:
        first = beyond[0]
        return f"{_WHOSE[voice]}: {scene.say(first.sentence(scene.labels))} {escape(first.size)}."
    common = sorted(used, key=lambda each: -each.used)[:3]
    most = "The frame used most is" if len(common) == 1 else "The frames used most are"
    return (f"{_WHOSE[voice]} there is no notable difference: articles of one outlet differ by as much. {most} "
            f"{_titles(each.frame for each in common)}.")


def _titles(frames: Iterable[str]) -> str:
    """Their titles in quotation marks, because some hold an “and” of their own; as HTML."""
    return escape(listed([f"“{title_of(frame).lower()}”" for frame in frames]))


def _table(
    scene: Scene, used: Sequence[Difference], beyond: Sequence[Finding], voice: Voice
) -> tuple[str, list[Measurement]] | None:
    """The frames by how much the outlets differ; the frame and articles that were chosen."""
    choices: dict[str, tuple[str, list[Measurement]]] = {}
    unusual = {finding.kind for finding in beyond}
    body = "".join(_row(scene, each, choices, measure_of(each.frame) in unusual) for each in used)
    chosen = picking.pick(
        f"frames_table_{voice}",
        f"<table>{picking.caption(f'Frames, {SPOKEN[voice].lower()}: share of each outlet’s sentences')}"
        f'<thead><tr><th scope="col">Frame</th>{scene.heads()}</tr></thead><tbody>{body}</tbody></table>',
    )
    return choices.get(chosen) if chosen else None


def _row(scene: Scene, each: Difference, choices: dict[str, tuple[str, list[Measurement]]], beyond: bool) -> str:
    key = picking.named("frame", each.frame)
    choices[key] = (each.frame, list(each.rows))
    by_article = {row.article: row for row in each.rows}
    cells = "".join(_cell(scene, by_article.get(article.id), each.frame, choices) for article in scene.order)
    note = '<span class="sub">more than chance</span>' if beyond else ""
    return f'<tr><th scope="row">{picking.button(key, escape(title_of(each.frame)))}{note}</th>{cells}</tr>'


def _cell(
    scene: Scene, row: Measurement | None, frame: str, choices: dict[str, tuple[str, list[Measurement]]]
) -> str:
    if row is None or row.value is None:
        return '<td><span class="none">not enough text</span></td>'
    shade = sum(row.value >= step for step in STEPS)
    share, counts = f"{row.value:.0f} %", f"{len(row.evidence)} of {row.basis}"
    counted = f'<span class="sub">{counts}</span>'
    if not row.evidence:
        return f'<td><span class="zero">0 %</span>{counted}</td>'
    key = picking.named("cell", frame, row.article)
    choices[key] = (frame, [row])
    heard = f"{share} of {scene.labels[row.article]}, {title_of(frame).lower()}: {counts} sentences"
    return f'<td class="shade{shade}">{picking.button(key, share, heard=heard)}{counted}</td>'


def _sentences(scene: Scene, frame: str, rows: Sequence[Measurement]) -> None:
    """The sentences of a frame in the chosen articles; those that a reader dismissed are no evidence any more."""
    kept = {(mark.article, mark.field, Span(mark.start, mark.end)) for row in rows for mark in row.evidence}
    found = [
        _passage(scene, each, use)
        for article in scene.order
        if any(article.id == row.article for row in rows)
        for each in _framed(scene.digest, article.id, scene)
        if (each.article, each.field, each.span) in kept and (use := each.use_of(frame))
    ]
    meaning = next(each.meaning for each in definitions() if each.name == frame)
    where = f" in {scene.name(rows[0].article)}" if len(rows) == 1 else ""
    st.html(f'<h3>{escape(title_of(frame))}{where}: {words.count(len(found), "sentence")}</h3>'
            f'<p class="px-meta">{escape(meaning)}</p>')
    key = f"frames_{picking.named(frame, *(row.article for row in rows))}"
    passage_list.show(scene, found, key=key, measure="frames", correct=_dismiss)


def _passage(scene: Scene, sentence: FramedSentence, use: FrameUse) -> Passage:
    article, name = sentence.article, sentence.field
    field = field_of(scene.article(article), name)
    marks = tuple(Evidence(article, name, *span, "") for span in use.words)
    whole = Evidence(article, name, *sentence.span, SENSE)
    paragraph = paragraph_of(field, sentence.span.start) if field else None
    return Passage(article, name, *sentence.span, sentence.voice, paragraph, marks or (whole,))


def _dismiss(passage: Passage, key: str) -> None:
    st.caption("Your word counts: the figures follow, and the page says how many corrections were made.")
    if st.button("Dismiss: this sentence uses no frame", key=f"{key}_dismiss", width="stretch"):
        span = (passage.start, passage.end)
        passage_list.store([Correction(passage.article, passage.field, *span, "dismiss", "frames")])


def _meanings(unused: Sequence[str]) -> str:
    """Which frames were not found, and what the fifteen mean."""
    none = f'<p class="px-meta">Not found in this voice: {_titles(unused)}.</p>' if unused else ""
    meanings = f"<details><summary>What the fifteen frames mean</summary>{frame_meanings.table()}</details>"
    return f'{none}<div class="px-method">{meanings}</div>'


def _rows(scene: Scene) -> Iterator[dict[str, object]]:
    for article in scene.order:
        for each in _framed(scene.digest, article.id, scene):
            for use in each.uses:
                found = [scene.passage(article.id, each.field, *span) for span in use.words]
                yield {"outlet": scene.labels[article.id], "frame": use.frame, "score": use.score,
                       "voice": each.voice.value, "field": each.field, "words": ", ".join(found) or SENSE,
                       "sentence": scene.passage(article.id, each.field, *each.span)}
