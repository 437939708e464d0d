"""A group is known again by what it is called and where it is from."""

from __future__ import annotations

import pytest

from analysis.annotation import annotate
from analysis.model import Article, Entity, EntityKind, MentionForm, Naming, Voice
from analysis.names.labels import Labels
from analysis.names.origins import from_one_place

CREWS = ("a0", "Angry crews")
SKIPPERS = ("a1", "Some Denmark skippers")


def moved(third: str, label: str, *, skippers: str = SKIPPERS[1], form: MentionForm = MentionForm.LABEL) -> bool:
    """Whether ``label`` goes to the group that is told as angry crews and as skippers from Denmark."""
    texts = ("Angry crews blocked the pier.", f"{skippers} blocked the pier.", third)
    event = [annotate(Article(f"a{at}", text, None, f"Outlet {at}")) for at, text in enumerate(texts)]

    def naming(article: str, told: str) -> Naming:
        start = texts[int(article[1:])].index(told)
        return Naming(article, "text", start, start + len(told), told, form, Voice.OWN)

    alone = naming("a2", label)
    home = Entity("", "crews", EntityKind.GROUP, (naming(*CREWS), naming("a1", skippers)))
    drafts = (Entity("", label, EntityKind.GROUP, (alone,)), home)
    moves = from_one_place(Labels(event, drafts))
    assert set(moves.items()) <= {(alone, 1)}
    return bool(moves)


@pytest.mark.parametrize("label", ["Denmark crews", "fishing crews from Denmark", "crew from Denmark"])
def test_a_label_with_noun_and_place_of_a_group_stands_for_it(label: str) -> None:
    assert moved(f"At noon the {label} left.", label)


@pytest.mark.parametrize("label", [
    "fishing crews from Norway", "crews", "14 crews from Denmark", "choir from Denmark", "crews with Denmark flags",
])  # fmt: skip
def test_another_place_noun_or_count_does_not(label: str) -> None:
    assert not moved(f"At noon the {label} left.", label)


def test_a_group_from_elsewhere_is_not_meant() -> None:
    assert not moved("The crews from Denmark left.", "crews from Denmark", skippers="Some Norway skippers")


def test_people_of_a_place_are_many_groups() -> None:
    assert not moved("The officials from Denmark left.", "officials from Denmark", skippers="Some Denmark officials")


def test_one_with_a_name_is_left_alone() -> None:
    assert not moved("The crews from Denmark left.", "crews from Denmark", form=MentionForm.NAME)
