"""Names: what each outlet calls a person, group or country, by voice; every label opens its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import streamlit as st

from analysis.model import Entity, EntityKind, Evidence, Voice
from analysis.names import Rung, ladder, warned
from analysis.passages import Passage, passages
from analysis.prose import shortened
from views import shared, words
from views.parts import choosing, passage_list, picking, relink
from views.parts.scene import Scene
from views.parts.takeaway import csv_button

KINDS = {
    EntityKind.PERSON: "People",
    EntityKind.GROUP: "Groups",
    EntityKind.COUNTRY: "Countries and places",
    EntityKind.OTHER: "Matters",
}


@st.fragment
def show(scene: Scene) -> None:
    """The choice of a name, its ladder, and the passages of the chosen label."""
    st.html(
        "<h3>What does each outlet call them?</h3>"
        '<p class="px-meta">Every label that stands for one person, group or country, counted by outlet and voice. '
        "Links between labels are found by rule and can be wrong: read the sentences and correct a wrong one there.</p>"
    )
    entity = _choose(scene)
    if entity is None:
        st.html('<p class="px-none">Nobody is named more than once in this story.</p>')
        return
    rungs = ladder(entity)
    table, context = st.columns([3, 2], gap="large")
    with table:
        chosen = _ladder(scene, entity, rungs)
        csv_button("Download these labels (CSV)", partial(_rows, scene, entity, rungs), "names.csv")
    with context:
        if chosen is not None:
            _sentences(scene, entity, chosen)
        else:
            st.html('<p class="px-meta">Choose a label to read its sentences.</p>')


def _choose(scene: Scene) -> Entity | None:
    found = [one for one in scene.comparison.entities if len(one.namings) > 1]
    kinds = [kind for kind in KINDS if any(one.kind is kind for one in found)]
    if not kinds:
        return None
    left, right = st.columns([1, 1])
    key = f"names_kind_{scene.story.id}"
    if st.session_state.get(key) not in kinds:
        linked = choosing.asked([one.id for one in found])
        st.session_state[key] = next((one.kind for one in found if one.id == linked), kinds[0])
    kind = left.segmented_control("Who or what", kinds, key=key, format_func=KINDS.__getitem__, required=True,
                                  wrap=True, on_change=choosing.forget)
    by_id = {one.id: one for one in found if one.kind is kind}
    chosen = choosing.choose(scene, "Name", list(by_id)[:relink.MOST_ENTITIES], lambda one: _named(scene, by_id[one]),
                             absent="The name in this address is not in this list (any more).", place=right)
    return by_id[chosen]


def _named(scene: Scene, entity: Entity) -> str:
    outlets = len({naming.article for naming in entity.namings})
    name = shared.option(shortened(scene.mask(entity.name), 60))
    return f"{name} ({words.count(len(entity.namings), 'mention')} in {words.count(outlets, 'article')})"


def _ladder(scene: Scene, entity: Entity, rungs: tuple[Rung, ...]) -> Rung | None:
    by_key = {picking.named(entity.id, rung.label): rung for rung in rungs}
    body = "".join(_row(scene, key, rung) for key, rung in by_key.items())
    chosen = picking.pick(
        f"names_table_{picking.named(entity.id)}",
        f'<table><thead><tr><th scope="col">Label</th>{scene.heads()}</tr></thead><tbody>{body}</tbody></table>',
    )
    return by_key.get(chosen) if chosen else None


def _row(scene: Scene, key: str, rung: Rung) -> str:
    guides = f'<span class="guide">{scene.say(warned(rung.label))}</span>' if rung.guides else ""
    cells = "".join(f"<td>{_cell(rung, article.id)}</td>" for article in scene.order)
    label = picking.button(key, scene.say(shortened(rung.label, 90)))
    return f'<tr><th scope="row">{label}{guides}</th>{cells}</tr>'


def _cell(rung: Rung, article: str) -> str:
    counts = [f"{count} {voice}" for voice in Voice if (count := rung.count(article, voice))]
    return "<br>".join(counts) or '<span class="none">–</span>'


def _rows(scene: Scene, entity: Entity, rungs: tuple[Rung, ...]) -> Iterator[dict[str, object]]:
    for rung in rungs:
        for article in scene.order:
            for voice in Voice:
                yield {"name": entity.name, "label": rung.label, "outlet": scene.labels[article.id], "voice": voice,
                       "count": rung.count(article.id, voice), "guides that warn": rung.guides}


def _sentences(scene: Scene, entity: Entity, rung: Rung) -> None:
    st.html(f"<h3>“{scene.say(shortened(rung.label, 90))}”: {words.count(len(rung.namings), 'passage')}</h3>")
    marks = [Evidence(one.article, one.field, one.start, one.end, "") for one in rung.namings]
    found = passages(scene.comparison, marks)
    key = f"name_{picking.named(entity.id, rung.label)}"
    passage_list.show(scene, found, key=key, measure="names", correct=partial(_relink, scene, entity))


def _relink(scene: Scene, entity: Entity, passage: Passage, key: str) -> None:
    """Say who is meant: another name of this story, or nobody."""
    relink.show(scene, entity, passage.evidence, key)
