"""Tone: how each outlet speaks of a person or group, clause by clause; a column to be read, no finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import streamlit as st

from analysis import accuracy
from analysis.model import Entity, Tone, ToneGap, Voice
from analysis.prose import shortened, small
from analysis.tone import FEWEST, NAMES, counts, how_usual, likely, overall, signed, summary
from analysis.usual.wording import CORPUS
from views import shared, words
from views.parts import choosing, picking, tone_chart, tone_clauses
from views.parts.scene import VOICES, Scene
from views.parts.takeaway import csv_button

MOST_ENTITIES = 40


@st.fragment
def show(scene: Scene) -> None:
    """The choice of a person or group, what can be said in a sentence, a row an outlet, and the clauses of one."""
    st.html(f'<h3>How does each outlet speak of them?</h3><p class="px-meta">{_about()}</p>')
    entity = _choose(scene)
    if entity is None:
        st.html(f'<p class="px-none">No person or group stands in {small(FEWEST)} clauses of this story: not '
                "enough text.</p>")
        return
    tones = [tone for tone in scene.comparison.tones if tone.entity == entity.id]
    found = scene.comparison.tone_gaps
    st.html(f"<p>{scene.say(_takeaway(scene, entity, tones, found))}</p>")
    tone_chart.show(scene, tones)
    st.html(f'<p class="px-meta">{_terms()}</p>')
    chosen = _table(scene, entity, tones)
    if apart := tone_chart.gaps_table(scene, entity, found):
        st.html(apart)
    csv_button("Download these clauses (CSV)", partial(_rows, scene, entity, tones), "tone.csv")
    clauses = [clause for tone in tones if tone.article == chosen for clause in tone.clauses]
    if chosen is not None and clauses:
        tone_clauses.show(scene, entity, chosen, clauses)
    else:
        st.html('<p class="px-meta">Choose an outlet to read its clauses, with the words that decided. A wrong one can '
                "be corrected there.</p>")


def _about() -> str:
    """What the figures are, and how far to trust them."""
    known = (each for each in accuracy.figures() if (each.note.set, each.note.metric) == ("newsmtsc", "accuracy"))
    share = next((f"about {10 * each.kept.figure:.0f} in 10 sentences" for each in known), "some sentences")
    return (
        "Each clause about a person or group is taken for negative (−1), neutral (0) or positive (1) by its words and "
        f"grammar. The machine is often wrong: it agrees with human readers on {share}. Bad news about somebody counts "
        "as negative however evenly it is told. So this is a column to be read, never a finding: open the clauses."
    )


def _terms() -> str:
    """The words of the table."""
    return (
        f"Mean: the clauses’ −1, 0 and 1 added up and divided by the clauses; from {small(FEWEST)} clauses on. Spread: "
        "how far single clauses lie from it (standard deviation), 0 where all are alike. Likely: the range that holds "
        "the mean behind the clauses in about 95 of 100 cases; few clauses make it wide. “More negative than 8 in 10”: "
        f"among {CORPUS} with as many clauses of that voice about one person or group. The last row is all "
        "persons and groups together, to compare with. A neutral clause that only says that somebody spoke (“she "
        "said”) is left out."
    )


def _choose(scene: Scene) -> Entity | None:
    """Those first of whom several outlets speak, and say most. The address holds the choice."""
    held: dict[str, list[Tone]] = {}
    for tone in scene.comparison.tones:
        held.setdefault(tone.entity, []).append(tone)
    found = {entity.id: entity for entity in scene.comparison.entities if entity.id in held}
    if not found:
        return None
    shown = sorted(found, key=lambda one: _standing(found[one], held[one]), reverse=True)[:MOST_ENTITIES]
    chosen = choosing.choose(
        scene, "Person or group", shown, lambda one: _named(scene, found[one], held[one]), place=st.container(),
        absent=f"The person or group in this address does not stand in {small(FEWEST)} clauses here (any more).",
    )
    return found[chosen]


def _standing(entity: Entity, tones: Sequence[Tone]) -> tuple[bool, bool, bool, int, int]:
    """Do several outlets speak of them, have several a mean, have they a name; how many outlets have one, and in how
    many clauses?"""
    means = {tone.article for tone in tones if tone.mean is not None}
    several = len({tone.article for tone in tones}) > 1
    clauses = sum(len(tone.clauses) for tone in tones)
    return several, len(means) > 1, entity.name[:1].isupper(), len(means), clauses


def _named(scene: Scene, entity: Entity, tones: Sequence[Tone]) -> str:
    name = shared.option(shortened(scene.mask(entity.name), 60))
    clauses, outlets = sum(len(tone.clauses) for tone in tones), len({tone.article for tone in tones})
    return f"{name} ({words.count(clauses, 'clause')} in {words.count(outlets, 'article')})"


def _takeaway(scene: Scene, entity: Entity, tones: Sequence[Tone], found: Sequence[ToneGap]) -> str:
    """The sentence above the table, on the outlets' own words."""
    own = [tone for tone in tones if tone.voice is Voice.OWN]
    return summary(scene.mask(entity.name), own, scene.labels, found)


def _table(scene: Scene, entity: Entity, tones: Sequence[Tone]) -> str | None:
    """One row an outlet, and one for everybody; the article of the chosen one."""
    by_key = {picking.named(article.id): article.id for article in scene.order}
    heads = "".join(f'<th scope="col">{name[:1].upper()}{name[1:]}</th>' for name in VOICES.values())
    placed = {(tone.article, tone.voice): tone for tone in tones}
    body = "".join(_row(scene, key, article, placed) for key, article in by_key.items())
    about = f"Tone towards {shortened(scene.mask(entity.name), 60)} by outlet and voice"
    chosen = picking.pick(
        "tone_table",
        f'<table>{picking.caption(about)}<thead><tr><th scope="col">Outlet</th>{heads}</tr></thead>'
        f"<tbody>{body}{_together(scene)}</tbody></table>",
    )
    return by_key.get(chosen) if chosen else None


def _row(scene: Scene, key: str, article: str, placed: Mapping[tuple[str, Voice], Tone]) -> str:
    """An outlet: a button where it has clauses, else its name alone."""
    mine = {voice: placed.get((article, voice)) for voice in VOICES}
    cells = "".join(f"<td>{_cell(tone)}</td>" for tone in mine.values())
    name = picking.button(key, scene.name(article)) if any(mine.values()) else scene.name(article)
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def _together(scene: Scene) -> str:
    """The last row: all clauses of the story, about whomever."""
    tones = [overall(scene.comparison.tones, voice) for voice in VOICES]
    cells = "".join(f"<td>{_cell(tone if tone.clauses else None)}</td>" for tone in tones)
    return f'<tr><th scope="row">All persons and groups, all outlets</th>{cells}</tr>'


def _cell(tone: Tone | None) -> str:
    if tone is None:
        return '<span class="none">no clause</span>'
    said = f'<span class="sub">{_counted(tone)}</span>'
    if tone.mean is None or tone.spread is None:
        return f'<span class="none">not enough text</span>{said}'
    known = (likely(tone), how_usual(tone))
    placed = "".join(f'<span class="sub">{each}</span>' for each in known if each)
    return f'mean {signed(tone.mean)}<span class="sub">spread {tone.spread:.2f}</span>{placed}{said}'


def _counted(tone: Tone) -> str:
    """"7 clauses: 4 negative, 3 positive", a figure and its word in one line; "1 clause: neutral"."""
    if len(tone.clauses) == 1:
        return f"1 clause: {NAMES[tone.clauses[0].label]}"
    each = (told.replace(" ", "\u00a0") for told in counts(tone).split(", "))
    return f"{words.count(len(tone.clauses), 'clause')}: {', '.join(each)}"


def _rows(scene: Scene, entity: Entity, tones: Sequence[Tone]) -> Iterator[dict[str, object]]:
    for tone in sorted(tones, key=lambda tone: scene.place(tone.article)):
        for clause in tone_clauses.in_order(tone.clauses):
            deciding = ", ".join(scene.passage(mark.article, mark.field, mark.start, mark.end) for mark in clause.words)
            yield {"name": entity.name, "outlet": scene.labels[tone.article], "voice": tone.voice.value,
                   "clause": scene.passage(clause.article, clause.field, clause.start, clause.end),
                   "tone": NAMES[clause.label], "label": clause.label, "score": round(clause.score, 3),
                   "words that decided": deciding}
