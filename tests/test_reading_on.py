"""Where to read on in a story in which nothing stands out."""

from dataclasses import replace

import pytest
from handmade import evidence
from handmade_findings import cell, event, statement, story
from handmade_story import told

from analysis.findings.reading_on import reading_on
from analysis.model import Entity, EntityKind, Evidence, Measurement, MentionForm, Naming, Voice

LABELS = (("a", "mayor"), ("b", "Mayor"), ("b", "chair"), ("c", "critic of the gate"))


def entity(labels: tuple[tuple[str, str], ...] = LABELS, voice: Voice = Voice.OWN) -> Entity:
    namings = tuple(Naming(of, "text", 0, 4, label, MentionForm.LABEL, voice) for of, label in labels)
    return Entity("ines", "Ines Teviot", EntityKind.PERSON, namings)


def test_statements_are_counted_by_how_many_carry_them():
    made = story(statements=(
        statement(1, (cell("a", 0), cell("b", 0))), statement(2, (cell("a", 1),)), statement(3, (cell("c", 2),)),
    ))
    assert reading_on(made) == (("Statements", "one statement found in several articles, 2 in one only"),)


def test_labels_are_the_distinct_ones_of_the_outlets_themselves():
    assert reading_on(story(entities=(entity(),))) == (("Names", "three labels for Ines Teviot"),)
    assert reading_on(story(entities=(entity(voice=Voice.QUOTED),))) == ()
    assert reading_on(story(entities=(entity(tuple(("a", label) for _, label in LABELS)),))) == ()


@pytest.mark.parametrize("trimmed, text", [
    (False, "one remark quoted in several articles"), (True, "one remark quoted in several articles, cut differently"),
])
def test_remarks_of_several_outlets_are_told_with_how_many_are_cut(trimmed, text):
    (remark,) = told().shared_quotations
    part = (evidence(event()[0], "Nine people", ""),) if trimmed else ()
    cuts = tuple(replace(each, trimmed=part if not number else ()) for number, each in enumerate(remark.cuts))
    assert reading_on(story(shared_quotations=(replace(remark, cuts=cuts),))) == (("Voices", text),)


def test_speakers_are_told_where_no_remark_is_shared():
    made = story(speakers=told().speakers)
    assert reading_on(made) == (("Voices", "2 of 2 speakers heard in one article only"),)


@pytest.mark.parametrize("first, text", [
    (3, "reporting words that keep a distance: from 0 of 4 to 3 of 4 in an article"), (2, ""),
])
def test_reporting_words_that_keep_a_distance_are_told_from_three_on(first, text):
    def row(of, distancing):
        marks = tuple(Evidence(of, "text", at, at + 1, "distancing" if at < distancing else "neutral")
                      for at in range(4))
        return Measurement("cues", of, Voice.OWN, None, "per 1,000 words", 90, marks)

    found = reading_on(story(measurements=(row("a", first), row("b", 0))))
    assert found == ((("Voices", text),) if text else ())


def test_an_empty_story_has_nothing_to_read():
    assert reading_on(story()) == ()
