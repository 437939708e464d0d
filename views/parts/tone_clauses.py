"""The clauses of one outlet about a person or group, each with the words that decided and a way to correct it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from analysis.model import Correction, Entity, Evidence, TonedClause
from analysis.passages import Passage, passages
from analysis.prose import shortened
from analysis.tone import MEASURE, NAMES, signed
from views import shared, words
from views.parts import passage_list, picking, relink
from views.parts.scene import Scene


def show(scene: Scene, entity: Entity, article: str, clauses: Sequence[TonedClause]) -> None:
    """The clauses by label, each label in the order of the text."""
    name = scene.say(shortened(entity.name, 60))
    st.html(
        f"<h3>{scene.name(article)}: {words.count(len(clauses), 'clause')} about {name}</h3>"
        '<p class="px-meta">Marked: who is meant, and the words that weighed most, where single words did. The score '
        "is the chance of positive less that of negative; near 0 it is neutral, or the machine is not sure.</p>"
    )
    for label, word in NAMES.items():
        held = [clause for clause in in_order(clauses) if clause.label == label]
        if not held:
            continue
        st.html(f"<h4>{word.capitalize()}: {words.count(len(held), 'clause')}</h4>")
        found = passages(scene.comparison, [mark for clause in held for mark in _marks(clause)])
        key = f"tone_{label}_{picking.named(entity.id, article)}"
        passage_list.show(scene, found, key=key, correct=partial(_correct, scene, entity, held))


def in_order(clauses: Sequence[TonedClause]) -> list[TonedClause]:
    """The headline first, then in the order of the text."""
    return sorted(clauses, key=lambda clause: (clause.field != "title", clause.start, clause.target.start))


def _marks(clause: TonedClause) -> tuple[Evidence, ...]:
    """Who is meant, and the words that decided."""
    return _meant(clause), *(replace(mark, label="") for mark in clause.words)


def _meant(clause: TonedClause) -> Evidence:
    return Evidence(clause.article, clause.field, *clause.target, f"score {signed(clause.score)}")


def _correct(scene: Scene, entity: Entity, clauses: Sequence[TonedClause], passage: Passage, key: str) -> None:
    """Leave a clause out, or say who is meant in it."""
    mine = [clause for clause in clauses if _meant(clause) in passage.evidence]
    if not mine:
        return
    chosen = mine[0]
    if len(mine) > 1:
        chosen = mine[st.radio("Which clause?", range(len(mine)), key=f"{key}_which",
                               format_func=lambda place: _told(scene, mine[place]))]
    meant = _meant(chosen)
    name = shared.plain(shortened(scene.mask(entity.name), 40))
    st.caption("Your word counts: the figures follow, and the page says how many corrections were made.")
    if st.button(f"Leave this clause out: it says nothing about {name}", key=f"{key}_dismiss", width="stretch"):
        place = (meant.article, meant.field, meant.start, meant.end)
        passage_list.store([Correction(*place, "dismiss", MEASURE)])
    relink.show(scene, entity, [meant], key)


def _told(scene: Scene, clause: TonedClause) -> str:
    """A clause by the words that stand for who is meant and its own, for a widget label."""
    meant, said = (scene.mask(scene.passage(clause.article, clause.field, *span))
                   for span in (clause.target, (clause.start, clause.end)))
    return shared.plain(f"“{shortened(meant, 30)}” in “{shortened(said, 60)}”")
