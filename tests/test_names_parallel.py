"""Labels that stand in the same words of two articles stand for the same actor."""

from collections import Counter

import pytest
from handmade import article as handmade_article
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotation import annotate
from analysis.model import Article, Entity, EntityKind, MentionForm, Naming, Voice
from analysis.names import entities
from analysis.names.parallel import with_parallels


def event(*texts):
    return [annotate(Article(f"a{number}", text, None, f"Outlet {number}")) for number, text in enumerate(texts)]


def holders(articles, label):
    """Ids of the entities that hold a label with these words."""
    found = entities(articles)
    return {entity.id for entity in found if any(label in naming.label for naming in entity.namings)}


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday some 300 {} blocked the road to the quarry until the afternoon.",
        "{} blocked the road to the quarry.",
        "The lorries waited at the gate for six hours because of the {}.",
    ],
)
def test_a_label_in_the_words_of_another_article_is_the_same_actor(sentence):
    before, after = "The quarry lies above the village.", "The residents want a bypass."
    articles = event(
        f"{before} {sentence.format('residents')} {after}", f"{before} {sentence.format('zealots')} {after}"
    )
    assert holders(articles, "zealots") == holders(articles, "esidents")


def test_a_label_in_other_words_stays_an_actor_of_its_own():
    articles = event(
        "Some 300 residents blocked the road to the quarry on Monday. The residents want a bypass.",
        "A dozen zealots marched through the capital on Friday. The zealots sang.",
    )
    assert not holders(articles, "zealots") & holders(articles, "residents")


def test_two_sources_that_the_articles_know_apart_stay_apart():
    wire = "Four people were hurt on the quay at noon on Sunday, {} said in the evening."
    hospital = "The hospital has 40 beds. A nurse at the hospital was on duty."
    police = "The police came with two vans. Nobody was held by the police."
    articles = event(wire.format("the hospital"), wire.format("the police"), hospital, hospital, police, police)
    assert not holders(articles, "hospital") & holders(articles, "police")


def test_a_name_is_never_moved():
    wire = "Four people were hurt on the quay at noon on Sunday, {} said in the evening."
    articles = event(wire.format("Mara Teviot"), wire.format("Jory Penn"))
    assert not holders(articles, "Teviot") & holders(articles, "Penn")


WORDS = st.lists(st.sampled_from(["the", "road", "was", "shut", "by", "crews", "at", "dawn", "."]), max_size=40)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(WORDS, min_size=1, max_size=3), draw=st.data())
def test_no_naming_is_lost_or_made(texts, draw):
    articles = [handmade_article(f"a{n}", f"Outlet {n}", None, " ".join(words)) for n, words in enumerate(texts)]
    namings = [
        Naming(each.id, "text", token.start, token.end, token.text, form, Voice.OWN)
        for each in articles
        for token in each.text.tokens
        if token.is_word and (form := draw.draw(st.sampled_from([None, *MentionForm]))) is not None
    ]
    numbers = [draw.draw(st.integers(0, 3)) for _ in namings]
    drafts = [
        Entity("", f"actor {at}", draw.draw(st.sampled_from(EntityKind)),
               tuple(naming for naming, number in zip(namings, numbers, strict=True) if number == at))
        for at in range(4)
    ]
    moved = with_parallels(articles, drafts)
    assert [(each.name, each.kind) for each in moved] == [(each.name, each.kind) for each in drafts]
    assert Counter(naming for each in moved for naming in each.namings) == Counter(namings)
    for before, after in zip(drafts, moved, strict=True):
        assert {each for each in before.namings if each.form is not MentionForm.LABEL} <= set(after.namings)
