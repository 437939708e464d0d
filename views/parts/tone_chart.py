"""The means of one person or group, drawn: a dot an outlet with its likely and its usual range; and their gaps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analysis import charts
from analysis.model import Entity, Measurement, Tone, ToneGap, Voice
from analysis.tone import SCALE, beyond_chance, measurement, signed
from analysis.usual import gap_words
from analysis.usual.wording import BEYOND, CORPUS
from views.ink import ink
from views.parts.scene import SPOKEN, VOICES, Scene

KEY = (
    "Dot: the mean, from −1 (all negative) to 1 (all positive); line: its likely range; band with dotted "
    f"edges: the usual range, of 8 in 10 {CORPUS} with as many clauses. {BEYOND}"
)


def show(scene: Scene, tones: Sequence[Tone]) -> None:
    """The chart of one voice; nothing where no outlet has a mean in any."""
    voices = [voice for voice in VOICES if any(tone.voice is voice and tone.mean is not None for tone in tones)]
    if not voices:
        return
    voice = voices[0]
    if len(voices) > 1:
        voice = st.segmented_control("Voice of the chart", voices, default=voices[0], key="tone_voice", required=True,
                                     format_func=SPOKEN.__getitem__) or voices[0]
    rows = drawn(scene, tones, voice)
    bands = charts.usual_bands(rows)
    st.plotly_chart(charts.dot_plot(rows, scene.labels, bands, scale=SCALE, **ink()), theme=None,
                    alt=charts.alt_text(rows, scene.labels, bands), config={"displayModeBar": False}, key="tone_chart")
    st.html(f'<p class="px-meta">{KEY}</p>')


def drawn(scene: Scene, tones: Sequence[Tone], voice: Voice) -> tuple[Measurement, ...]:
    """A row for every outlet, the most positive first; those without a mean last."""
    said = {tone.article: measurement(tone) for tone in tones if tone.voice is voice}
    model = next(iter(said.values()))
    none = partial(Measurement, model.measure, voice=voice, value=None, unit=model.unit, basis=0)
    rows = [said[article.id] if article.id in said else none(article=article.id) for article in scene.order]
    return tuple(sorted(rows, key=lambda row: (row.value is None, -(row.value or 0.0))))


def gaps_table(scene: Scene, entity: Entity, found: Sequence[ToneGap]) -> str:
    """Every pair of outlets, folded away: how far apart, whether more than chance, how usual; "" without a pair."""
    mine = sorted((gap for gap in found if gap.entity == entity.id and gap.gap), key=lambda gap: -gap.gap)
    if not mine:
        return ""
    heads = ("More negative", "More positive", "Voice", "Apart by", "More than chance?", "How usual")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{scene.name(gap.low)}</th><td>{scene.name(gap.high)}</td><td>{VOICES[gap.voice]}</td>'
        f"<td>{signed(gap.gap).lstrip('+')}</td><td>{_chance(gap)}</td><td>{gap_words(gap.gap_percentile)}</td></tr>"
        for gap in mine
    )
    return (
        '<details class="px-method"><summary>How far apart are the outlets?</summary><p class="px-meta">More than '
        "chance: articles of one outlet on one topic hardly ever lie as far apart, with all persons, voices and pairs "
        "of outlets of this story allowed for. In the articles that this was counted in, two outlets on one event lay "
        'no farther apart than two articles of one outlet on one topic.</p><div class="px-scroll" tabindex="0" '
        'role="region" aria-label="Gaps between outlets"><table class="px-table px-small"><thead><tr>'
        f"{head}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )


def _chance(gap: ToneGap) -> str:
    if gap.chance_p is None:
        return "not known"
    return "yes" if beyond_chance(gap) else "no: articles of one outlet differ by this much too"
