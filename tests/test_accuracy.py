"""The kept figures and the notes on them: complete, between 0 and 1, and each with a place on the Methods page."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from analysis import accuracy
from analysis.errors import TableError
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


HEAD = "set,metric,figure,low,high,out of fold,date"
FIGURE_DAMAGE = {
    "empty": "", "another table": "a,b\n1,2\n", "cut off": f"{HEAD}\ninkwell,f1,0.8",
    "no figure": f"{HEAD}\ni,f1,,,,,d\n", "not a number": f"{HEAD}\ni,f1,nan,,,,d\n",
    "a cell too many": f"{HEAD}\ni,f1,0.8,,,,d,e\n", "not text": "\0",
}  # fmt: skip


@pytest.mark.parametrize("text", [None, *FIGURE_DAMAGE.values()], ids=["missing", *FIGURE_DAMAGE])
def test_damaged_figures_are_named_with_the_remedy(text, tmp_path):
    path = tmp_path / "accuracy.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=r"accuracy\.csv is missing or damaged.*install Parallax anew"):
        accuracy.kept(path)


@pytest.mark.parametrize("data", [None, b"", b"\xff\xfe", b"set,metric\ninkwell,f1\n"])
def test_damaged_notes_are_named_with_the_remedy(data, tmp_path):
    path = tmp_path / "accuracy_notes.csv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(TableError, match=r"accuracy_notes\.csv is missing or damaged.*install Parallax anew"):
        accuracy.notes(path)


@pytest.mark.parametrize("name", ["FIGURES", "NOTES"])
def test_the_page_shows_the_sentence_where_a_table_is_missing(name, tmp_path, monkeypatch):
    def page() -> None:
        from views.parts import accuracy_table
        from views.shared import guarded

        guarded(accuracy_table.whole)

    monkeypatch.setattr(accuracy, name, tmp_path / "gone.csv")
    accuracy.figures.cache_clear()
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    (shown,) = app.error
    assert "missing or damaged" in shown.value
    assert "install Parallax anew" in shown.value
