"""Agency: whose deeds have a doer and whose do not, outlet by outlet, always with the clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import streamlit as st

from analysis.model import Deed, DeedForm, Entity, Evidence, MentionForm, Span, Voice
from analysis.passages import passages
from analysis.prose import shortened
from views import words
from views.parts import passage_list, picking
from views.parts.scene import Scene
from views.parts.takeaway import csv_button

ROWS = 30
NOT_NAMED = "no doer in the clause"
NOBODY_DONE_TO = "nobody named as done to"
VIEWS = {"form": "By form", "doer": "By doer", "done_to": "By who it was done to"}
VOICES = {"own": "Own voice", "all": "All voices"}


@st.fragment
def show(scene: Scene) -> None:
    """Deeds by form, by doer or by who suffered them; a row opens its clauses."""
    st.html(
        "<h3>Who did what to whom, and whose deeds go without a doer?</h3>"
        '<p class="px-meta">Clauses that tell a deed of harm, force, conflict or blame. Sometimes the doer is not '
        "known, and a clause before may name it: read the clauses.</p>"
    )
    if not scene.comparison.deeds:
        st.html('<p class="px-none">No deed of harm, force, conflict or blame was found in these articles.</p>')
        return
    left, right = st.columns([2, 1])
    view = left.segmented_control("Table", list(VIEWS), default="form", key="agency_view", required=True,
                                  format_func=VIEWS.__getitem__)
    voice = right.segmented_control("Voice", list(VOICES), default="own", key="agency_voice", required=True,
                                    format_func=VOICES.__getitem__)
    deeds = [one for one in scene.comparison.deeds if voice == "all" or one.voice is Voice.OWN]
    chosen = _table(scene, str(view), deeds)
    csv_button("Download all clauses (CSV)", partial(_rows, scene), "agency.csv")
    if chosen:
        _clauses(scene, *chosen)


def _table(scene: Scene, view: str, deeds: list[Deed]) -> tuple[str, list[Deed]] | None:
    """The rows, and the name and clauses of the chosen one."""
    grouped = _grouped(scene, view, deeds)
    by_key = {picking.named(view, name): name for name in grouped}
    body = "".join(_row(scene, key, name, grouped[name]) for key, name in by_key.items())
    total = "".join(f"<td>{_without(deeds, article.id)}</td>" for article in scene.order)
    chosen = picking.pick(
        f"agency_table_{view}",
        f'<table><thead><tr><th scope="col">{VIEWS[view].removeprefix("By ").capitalize()}</th>{scene.heads()}</tr>'
        f'</thead><tbody><tr><th scope="row">Without a doer, of all</th>{total}</tr>{body}</tbody></table>',
    )
    return (by_key[chosen], grouped[by_key[chosen]]) if chosen in by_key else None


def _grouped(scene: Scene, view: str, deeds: list[Deed]) -> dict[str, list[Deed]]:
    entities = _names(scene)
    names: dict[str, Callable[[Deed], str]] = {
        "form": lambda deed: deed.form.value,
        "doer": lambda deed: _doer(scene, entities, deed),
        "done_to": lambda deed: _done_to(scene, entities, deed),
    }
    found: dict[str, list[Deed]] = {form.value: [] for form in DeedForm} if view == "form" else {}
    for deed in deeds:
        found.setdefault(names[view](deed), []).append(deed)
    if view == "form":
        return {name: held for name, held in found.items() if held}
    return dict(sorted(found.items(), key=lambda item: -len(item[1]))[:ROWS])


def _names(scene: Scene) -> dict[str, str]:
    """What the doers and the ones done to are called, by the id of the entity."""
    told = {one for deed in scene.comparison.deeds for one in (deed.doer_entity, deed.done_to_entity)}
    return {entity.id: _even(entity) for entity in scene.comparison.entities if entity.id in told}


def _doer(scene: Scene, entities: dict[str, str], deed: Deed) -> str:
    return entities.get(deed.doer_entity or "") or _words(scene, deed, deed.doer) or NOT_NAMED


def _done_to(scene: Scene, entities: dict[str, str], deed: Deed) -> str:
    return entities.get(deed.done_to_entity or "") or _words(scene, deed, deed.done_to) or NOBODY_DONE_TO


def _words(scene: Scene, deed: Deed, span: Span | None) -> str:
    """The words of the clause itself, where nobody known by name stands there."""
    return "" if span is None else shortened(scene.passage(deed.article, deed.field, *span).lower(), 60)


def _even(entity: Entity) -> str:
    """The name; for those who have none the outlets' words side by side, so that none speaks for the others."""
    if any(naming.form is MentionForm.NAME for naming in entity.namings):
        return entity.name
    labels = Counter(naming.label.lower() for naming in entity.namings if naming.form is MentionForm.LABEL)
    return shortened(" / ".join(label for label, _ in labels.most_common(3)) or entity.name, 60)


def _row(scene: Scene, key: str, name: str, deeds: list[Deed]) -> str:
    counts = [sum(deed.article == article.id for deed in deeds) for article in scene.order]
    cells = "".join(f"<td>{count or '–'}</td>" for count in counts)
    return f'<tr><th scope="row">{picking.button(key, scene.say(name))}</th>{cells}</tr>'


def _without(deeds: list[Deed], article: str) -> str:
    mine = [deed for deed in deeds if deed.article == article]
    return f"{sum(deed.without_doer for deed in mine)} of {len(mine)}" if mine else "–"


def _clauses(scene: Scene, name: str, deeds: list[Deed]) -> None:
    st.html(f"<h3>{scene.say(name[:1].upper() + name[1:])}: {words.count(len(deeds), 'clause')}</h3>")
    entities = _names(scene)
    marks = [
        Evidence(deed.article, deed.field, deed.start, deed.end, f"{deed.form}; doer: {_doer(scene, entities, deed)}")
        for deed in sorted(deeds, key=lambda deed: (scene.place(deed.article), deed.field, deed.start))
    ]
    found = passages(scene.comparison, marks)
    passage_list.show(scene, found, key=f"agency_{picking.named(name)}", measure="agency", correct=False)


def _rows(scene: Scene) -> Iterator[dict[str, object]]:
    entities = _names(scene)
    for deed in scene.comparison.deeds:
        yield {"outlet": scene.labels[deed.article], "clause": scene.passage(deed.article, deed.field, *deed.clause),
               "deed": scene.passage(deed.article, deed.field, deed.start, deed.end), "form": deed.form.value,
               "theme": deed.theme, "voice": deed.voice.value, "doer": _doer(scene, entities, deed),
               "done to": _done_to(scene, entities, deed)}
