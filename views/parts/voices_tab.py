"""Voices: who is heard, how much, how early, introduced by which words; and one remark as each outlet cuts it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from html import escape

import streamlit as st

from analysis.model import CueClass, QuotationCut, SharedQuotation, Speaker, Speech
from analysis.passages import field_of, paragraph_of, passages
from analysis.prose import shortened
from views import words
from views.parts import passage_list, picking
from views.parts.scene import Scene
from views.parts.takeaway import csv_button

ROWS = 40
MOST_QUOTATIONS = 12
MOST_CUES = 6
"""Reporting words that a cell of the table shows; the file has all."""
KIND_UNKNOWN = "role not stated"


@st.fragment
def show(scene: Scene) -> None:
    """The table of speakers with their passages, then the remarks that several outlets carry."""
    st.html(
        "<h3>Who is heard, and at what length?</h3>"
        '<p class="px-meta">Share of an article’s attributed words (quoted or reported); the paragraph in which the '
        "speaker is first heard; the reporting words, with their class where it is not neutral.</p>"
    )
    speakers = scene.comparison.speakers
    if not speakers:
        st.html('<p class="px-none">Nobody is quoted or reported in these articles.</p>')
        return
    _kinds(scene, speakers)
    _speakers(scene, speakers)
    _shared(scene)


def _kinds(scene: Scene, speakers: tuple[Speaker, ...]) -> None:
    """Share of attributed words by role and outlet."""
    kinds = list(dict.fromkeys(speaker.kind for speaker in speakers))
    body = "".join(
        f'<tr><th scope="row">{escape(kind or KIND_UNKNOWN).capitalize()}</th>'
        + "".join(f'<td class="n">{_percent(_share(speakers, kind, article.id))}</td>' for article in scene.order)
        + "</tr>"
        for kind in sorted(kinds, key=lambda one: -sum(_share(speakers, one, each.id) or 0 for each in scene.order))
    )
    st.html(
        '<div class="px-scroll" tabindex="0" role="region" aria-label="Shares by kind of speaker">'
        '<table class="px-table px-small"><caption class="px-meta">Share of attributed words by kind of speaker'
        f'</caption><thead><tr><th scope="col">Kind</th>{scene.heads(numbers=True)}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _share(speakers: tuple[Speaker, ...], kind: str | None, article: str) -> float | None:
    found = [
        speech.share
        for speaker in speakers
        if speaker.kind == kind
        for speech in speaker.speeches
        if speech.article == article and speech.share is not None
    ]
    return sum(found) if found else None


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def _speakers(scene: Scene, speakers: tuple[Speaker, ...]) -> None:
    by_key = {picking.named(speaker.id): speaker for speaker in speakers[:ROWS]}
    body = "".join(_row(scene, key, speaker) for key, speaker in by_key.items())
    chosen = picking.pick(
        "voices_table",
        f'<table><thead><tr><th scope="col">Speaker</th>{scene.heads()}</tr></thead><tbody>{body}</tbody></table>',
    )
    if len(speakers) > ROWS:
        st.html(f'<p class="px-meta">The {ROWS} who are given most words, of {len(speakers)}; the file has all.</p>')
    csv_button("Download all speakers (CSV)", partial(_rows, scene), "voices.csv")
    speaker = by_key.get(chosen) if chosen else None
    if speaker is not None:
        _passages(scene, speaker)


def _row(scene: Scene, key: str, speaker: Speaker) -> str:
    speeches = {speech.article: speech for speech in speaker.speeches}
    cells = "".join(f"<td>{_cell(scene, speeches.get(article.id))}</td>" for article in scene.order)
    name = picking.button(key, scene.say(shortened(speaker.name, 70)))
    kind = escape(speaker.kind or KIND_UNKNOWN)
    return f'<tr><th scope="row">{name}<span class="sub">{kind}</span></th>{cells}</tr>'


def _cell(scene: Scene, speech: Speech | None) -> str:
    if speech is None:
        return '<span class="none">not found</span>'
    every = _cues(scene, speech)
    more = [f"{len(every) - MOST_CUES} more"] if len(every) > MOST_CUES else []
    cues = scene.say(", ".join([*every[:MOST_CUES], *more]))
    said = f"{_percent(speech.share)} · {words.count(speech.words, 'word')}{_first(scene, speech)}"
    return f'{said}<span class="sub">{cues}</span>'


def _first(scene: Scene, speech: Speech) -> str:
    """Where the speaker is first heard."""
    if not speech.evidence:
        return ""
    mark = speech.evidence[0]
    field = field_of(scene.article(mark.article), mark.field)
    if field is None:
        return ""
    paragraph = paragraph_of(field, mark.start)
    return f" · ¶{paragraph}" if paragraph else " · headline"


def _cues(scene: Scene, speech: Speech) -> list[str]:
    """The reporting words with their counts, the class named where it is not neutral."""
    counted = Counter(
        (scene.passage(cue.article, cue.field, cue.start, cue.end).lower(), cue.label) for cue in speech.cues
    )
    return [
        shortened(word, 30)
        + (f" ×{count}" if count > 1 else "")
        + (f" ({label})" if label and label != CueClass.NEUTRAL else "")
        for (word, label), count in counted.most_common()
    ]


def _passages(scene: Scene, speaker: Speaker) -> None:
    st.html(f"<h3>{scene.say(shortened(speaker.name, 90))}: every passage</h3>")
    marks = [mark for speech in speaker.speeches for mark in (*speech.evidence, *speech.cues)]
    marks.sort(key=lambda mark: (scene.place(mark.article), mark.field, mark.start))
    found = passages(scene.comparison, marks)
    passage_list.show(scene, found, key=f"speaker_{picking.named(speaker.id)}", correct=False)


def _shared(scene: Scene) -> None:
    st.html(
        '<h3 class="px-next">The same remark in several outlets</h3><p class="px-meta">As each outlet cuts and '
        "introduces it. Struck through in grey: words that another outlet carries and this one does not.</p>"
    )
    quotations = scene.comparison.shared_quotations
    if not quotations:
        st.html('<p class="px-none">No remark was found in the quotation marks of two outlets.</p>')
    for quotation in quotations[:MOST_QUOTATIONS]:
        st.html(_quotation(scene, quotation))
    if len(quotations) > MOST_QUOTATIONS:
        st.html(f'<p class="px-meta">{MOST_QUOTATIONS} of {len(quotations)}; the JSON file has all.</p>')


def _quotation(scene: Scene, quotation: SharedQuotation) -> str:
    cuts = "".join(_cut(scene, cut) for cut in sorted(quotation.cuts, key=lambda cut: scene.place(cut.article)))
    who = scene.say(shortened(quotation.speaker, 90)) if quotation.speaker else "Nobody is named"
    held = len({cut.article for cut in quotation.cuts})
    return (
        f'<div class="px-shared"><p class="px-out">{who}<span class="px-meta">in {held} of {len(scene.order)} '
        f"articles</span></p><dl>{cuts}</dl></div>"
    )


def _cut(scene: Scene, cut: QuotationCut) -> str:
    said = " … ".join(f"“{scene.passage(cut.article, cut.field, *span)}”" for span in cut.spans)
    trimmed = "".join(
        f' <del class="px-trim">{scene.say(scene.passage(one.article, one.field, one.start, one.end))}</del>'
        for one in cut.trimmed
    )
    introduced = _introduced(scene, cut)
    return f"<dt>{scene.name(cut.article)}<span>{introduced}</span></dt><dd>{scene.say(said)}{trimmed}</dd>"


def _introduced(scene: Scene, cut: QuotationCut) -> str:
    if cut.cue is None:
        return "no reporting word"
    word = scene.say(scene.passage(cut.cue.article, cut.cue.field, cut.cue.start, cut.cue.end))
    return word + (f" ({escape(cut.cue.label)})" if cut.cue.label not in ("", CueClass.NEUTRAL) else "")


def _rows(scene: Scene) -> Iterator[dict[str, object]]:
    for speaker in scene.comparison.speakers:
        for speech in speaker.speeches:
            yield {"speaker": speaker.name, "kind": speaker.kind or "", "outlet": scene.labels[speech.article],
                   "words": speech.words, "share": "" if speech.share is None else round(speech.share, 4),
                   "first position": round(speech.position, 3), "reporting words": ", ".join(_cues(scene, speech))}
