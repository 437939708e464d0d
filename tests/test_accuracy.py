"""The kept figures and the notes on them: complete, between 0 and 1, and each with a place on the Methods page."""

from datetime import date

from analysis import accuracy
from benchmarks.accuracy import floors
from benchmarks.accuracy.measure import Asked, own, with_texts
from views.methods import TOLD

BY_HAND = {"judged_rows"}
"""Sets that no command measures: a reader judged what Parallax showed."""
ALONE = {"Stories", "Loaded words"}
"""Sections that stand in the table of all figures alone."""


def test_every_figure_says_what_it_means_and_stands_in_a_section():
    sections = {note.section for note in accuracy.notes()}
    assert sections <= set(TOLD) | ALONE
    assert {"Names", "Voices", "Statements", "Agency"} <= sections
    for note in accuracy.notes():
        assert all((note.measured_on, note.measure, note.meaning))
        for value, source in ((note.published, note.published_source), (note.human, note.human_source)):
            assert value is None or 0 <= value <= 1
            assert (value is None) == (not source)
        assert note.simple is None or 0 <= note.simple <= 1
    assert len({(note.set, note.metric) for note in accuracy.notes()}) == len(accuracy.notes())


def test_every_note_has_its_figure_and_lies_in_its_interval():
    assert [each.note for each in accuracy.figures()] == list(accuracy.notes())
    for kept in (each.kept for each in accuracy.figures()):
        assert 0 <= kept.figure <= 1
        assert date.fromisoformat(kept.date)
        if kept.low is not None and kept.high is not None:
            assert kept.low <= kept.figure <= kept.high


def test_every_set_with_a_note_has_a_command_that_measures_it():
    measured = own().keys() | with_texts(Asked(floors.FILE.parent)).keys()
    assert {note.set for note in accuracy.notes()} == measured | BY_HAND


def test_every_figure_has_a_floor_and_no_kept_figure_lies_below_it():
    held = floors.read()
    for each in accuracy.figures():
        if each.note.set not in BY_HAND:
            assert each.kept.figure >= held[each.note.set, each.note.metric, "whole"].floor


def test_no_floor_sank_without_a_written_reason():
    assert list(floors.faults(floors.read())) == []
