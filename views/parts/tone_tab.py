"""Tone: how each outlet speaks of a person or group, clause by clause; a column to be read, no finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from analysis import accuracy
from analysis.model import Entity, Evidence, Tone, TonedClause, Voice
from analysis.passages import passages
from analysis.prose import shortened, small
from analysis.tone import FEWEST, signed, summary
from views import shared, words
from views.parts import passage_list, picking
from views.parts.scene import VOICES, Scene
from views.parts.takeaway import csv_button

MOST_ENTITIES = 40
LABELS = {-1: "negative", 0: "neutral", 1: "positive"}


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
    st.html(f"<p>{scene.say(_takeaway(scene, entity, tones))}</p>")
    chosen = _table(scene, entity, tones)
    csv_button("Download these clauses (CSV)", partial(_rows, scene, entity, tones), "tone.csv")
    if chosen is not None:
        _clauses(scene, chosen, tones)
    else:
        st.html('<p class="px-meta">Choose an outlet to read its clauses, with the words that decided.</p>')


def _about() -> str:
    """What the figures are, and how far to trust them."""
    known = (each for each in accuracy.figures() if (each.note.set, each.note.metric) == ("newsmtsc", "accuracy"))
    share = next((f"about {10 * each.kept.figure:.0f} in 10 sentences" for each in known), "some sentences")
    return (
        "Each clause about a person or group is taken for negative (−1), neutral (0) or positive (1) by its words and "
        f"grammar. The machine is often wrong: it agrees with human readers on {share}. Bad news about somebody counts "
        "as negative however evenly it is told. So this is a column to be read, never a finding: open the clauses."
    )


def _choose(scene: Scene) -> Entity | None:
    """Those first of whom several outlets speak, and say most."""
    held: dict[str, list[Tone]] = {}
    for tone in scene.comparison.tones:
        held.setdefault(tone.entity, []).append(tone)
    found = {entity.id: entity for entity in scene.comparison.entities if entity.id in held}
    if not found:
        return None
    shown = sorted(found, key=lambda one: _standing(found[one], held[one]), reverse=True)[:MOST_ENTITIES]
    chosen = st.selectbox("Person or group", shown, key=f"tone_entity_{scene.story.id}",
                          format_func=lambda one: _named(scene, found[one], held[one]))
    return found.get(str(chosen))


def _standing(entity: Entity, tones: Sequence[Tone]) -> tuple[bool, bool, int, int]:
    """Do several outlets speak of them, have they a name, how many outlets have a mean, and in how many clauses?"""
    means = {tone.article for tone in tones if tone.mean is not None}
    several = len({tone.article for tone in tones}) > 1
    return several, entity.name[:1].isupper(), len(means), sum(len(tone.clauses) for tone in tones)


def _named(scene: Scene, entity: Entity, tones: Sequence[Tone]) -> str:
    name = shared.option(shortened(scene.mask(entity.name), 60))
    clauses, outlets = sum(len(tone.clauses) for tone in tones), len({tone.article for tone in tones})
    return f"{name} ({words.count(clauses, 'clause')} in {words.count(outlets, 'article')})"


def _takeaway(scene: Scene, entity: Entity, tones: Sequence[Tone]) -> str:
    """The sentence above the table, on the outlets' own words."""
    own = [tone for tone in tones if tone.voice is Voice.OWN]
    return summary(scene.mask(entity.name), own, scene.labels)


def _table(scene: Scene, entity: Entity, tones: Sequence[Tone]) -> str | None:
    """One row an outlet; the article of the chosen one."""
    by_key = {picking.named(entity.id, article.id): article.id for article in scene.order}
    placed = {(tone.article, tone.voice): tone for tone in tones}
    heads = "".join(f'<th scope="col">{name[:1].upper()}{name[1:]}</th>' for name in VOICES.values())
    body = "".join(_row(scene, key, article, placed) for key, article in by_key.items())
    chosen = picking.pick(
        f"tone_table_{picking.named(entity.id)}",
        f'<table><thead><tr><th scope="col">Outlet</th>{heads}</tr></thead><tbody>{body}</tbody></table>',
    )
    return by_key.get(chosen) if chosen else None


def _row(scene: Scene, key: str, article: str, placed: dict[tuple[str, Voice], Tone]) -> str:
    cells = "".join(f"<td>{_cell(placed.get((article, voice)))}</td>" for voice in VOICES)
    return f'<tr><th scope="row">{picking.button(key, scene.name(article))}</th>{cells}</tr>'


def _cell(tone: Tone | None) -> str:
    if tone is None:
        return '<span class="none">no clause</span>'
    counts = ", ".join(f"{tone.count(label)} {name}" for label, name in LABELS.items() if tone.count(label))
    said = f'<span class="sub">{words.count(len(tone.clauses), "clause")}: {counts}</span>'
    return f"{_mean(tone)}{said}"


def _mean(tone: Tone) -> str:
    if tone.mean is None or tone.spread is None or tone.relative is None:
        return '<span class="none">not enough text</span>'
    return (
        f"mean {signed(tone.mean)} · spread {tone.spread:.2f}"
        f'<span class="sub">{signed(tone.relative)} against the event’s mean</span>'
    )


def _clauses(scene: Scene, article: str, tones: Sequence[Tone]) -> None:
    """All clauses of one outlet, in the order of the text, with the words that decided."""
    clauses = [clause for tone in tones if tone.article == article for clause in tone.clauses]
    st.html(f"<h3>{scene.name(article)}: {words.count(len(clauses), 'clause')}</h3>"
            '<p class="px-meta">Marked: who is meant, and the words that weighed most, where single words did.</p>')
    for label, name in LABELS.items():
        marks = [mark for clause in _in_order(clauses) if clause.label == label for mark in _marks(clause)]
        if marks:
            st.html(f"<h4>{name.capitalize()}</h4>")
            found = passages(scene.comparison, marks)
            passage_list.show(scene, found, key=f"tone_{label}_{picking.named(article, str(len(marks)))}",
                              correct=False)


def _in_order(clauses: Sequence[TonedClause]) -> list[TonedClause]:
    return sorted(clauses, key=lambda clause: (clause.field != "title", clause.start, clause.target.start))


def _marks(clause: TonedClause) -> tuple[Evidence, ...]:
    """Who is meant, and the words that decided."""
    meant = Evidence(clause.article, clause.field, *clause.target, f"score {signed(clause.score)}")
    return (meant, *(replace(mark, label="") for mark in clause.words))


def _rows(scene: Scene, entity: Entity, tones: Sequence[Tone]) -> Iterator[dict[str, object]]:
    for tone in sorted(tones, key=lambda tone: scene.place(tone.article)):
        for clause in _in_order(tone.clauses):
            deciding = ", ".join(scene.passage(mark.article, mark.field, mark.start, mark.end) for mark in clause.words)
            yield {"name": entity.name, "outlet": scene.labels[tone.article], "voice": tone.voice.value,
                   "clause": scene.passage(clause.article, clause.field, clause.start, clause.end),
                   "tone": LABELS[clause.label], "score": round(clause.score, 3), "words that decided": deciding}
