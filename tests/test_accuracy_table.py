"""The printed table, the kept figures, and which sets a run measures."""

import gzip
from dataclasses import replace
from datetime import date

import pytest

from analysis.accuracy import Accuracy, Kept, Note, kept
from benchmarks.accuracy import measure, record
from benchmarks.accuracy.__main__ import main
from benchmarks.accuracy.figures import Figure
from benchmarks.accuracy.floors import Floor
from benchmarks.accuracy.measure import Asked
from benchmarks.accuracy.notes import trained_on
from benchmarks.accuracy.public_sets import COMMANDS
from benchmarks.accuracy.table import HEAD, row, table
from views.parts import accuracy_table

NOTE = Note(
    "inkwell", "f1", "Voices", "Inkwell, 9 letters", "words found", 0.6, 0.9, "A larger system", None, "", "Most."
)
OTHER = replace(NOTE, set="quill", metric="auc", section="Names", measure="pairs in order", simple=None, human=0.78,
                human_source="Two readers", meaning="A weak point: pairs are mixed")  # fmt: skip
FIGURE = Figure("inkwell", "f1", 0.8125, 0.7, 0.9046, 1200)
TODAY = date(2026, 12, 1)


def test_a_line_tells_our_figure_with_what_it_is_held_against():
    floors = {("inkwell", "f1", "whole"): Floor(0.8, "2026-11-22", 0.8)}
    cells = dict(zip(HEAD, row(FIGURE, NOTE, floors, frozenset()), strict=True))
    assert cells == {
        "set": "inkwell", "metric": "f1", "items": "1,200", "ours": ".812", "95 % interval": ".700–.905",
        "simple": ".600", "published": ".900", "people": "", "floor": ".800", "fold": "", "": "ok",
    }  # fmt: skip


@pytest.mark.parametrize(
    "floor, mark", [(None, "no floor"), (0.813, "BELOW"), (0.8125, "ok")], ids=["none", "below", "reached"]
)
def test_a_line_says_how_the_floor_fared(floor, mark):
    floors = {} if floor is None else {("inkwell", "f1", "whole"): Floor(floor, "2026-11-22", floor)}
    assert row(FIGURE, NOTE, floors, frozenset())[-1] == mark


def test_a_set_that_weights_saw_is_marked_out_of_fold():
    assert "out of fold" in row(FIGURE, NOTE, {}, frozenset({"inkwell"}))
    assert "out of fold" not in row(FIGURE, NOTE, {}, frozenset({"quill"}))


def test_the_table_follows_the_notes_and_leaves_out_what_has_none():
    unknown = replace(FIGURE, metric="ari")
    part = Figure("quill", "auc", 0.5, None, None, 3, "quick")
    lines = table([unknown, FIGURE, part], [OTHER, NOTE], {}, frozenset()).splitlines()
    assert [line.split()[0] for line in lines] == ["set", "quill", "inkwell"]
    assert lines[1].split()[1] == "(part)"
    assert "ari" not in "\n".join(lines)


def test_a_run_keeps_whole_figures_and_leaves_others_as_they_were(tmp_path):
    path = tmp_path / "accuracy.csv"
    record.keep([FIGURE, Figure("quill", "auc", 0.5, None, None, 3)], [NOTE, OTHER], frozenset({"quill"}), TODAY, path)
    assert kept(path) == {
        ("inkwell", "f1"): Kept(0.8125, 0.7, 0.9046, False, "2026-12-01"),
        ("quill", "auc"): Kept(0.5, None, None, True, "2026-12-01"),
    }
    later = [replace(FIGURE, value=0.9), Figure("quill", "auc", 0.1, None, None, 3, "quick")]
    record.keep(later, [NOTE, OTHER], frozenset(), date(2027, 1, 1), path)
    assert kept(path)["inkwell", "f1"] == Kept(0.9, 0.7, 0.9046, False, "2027-01-01")
    assert kept(path)["quill", "auc"] == Kept(0.5, None, None, True, "2026-12-01")


def test_a_figure_whose_note_was_taken_away_is_dropped(tmp_path):
    path = tmp_path / "accuracy.csv"
    record.keep([FIGURE], [NOTE], frozenset(), TODAY, path)
    record.keep([], [OTHER], frozenset(), TODAY, path)
    assert kept(path) == {}


def test_what_weights_were_trained_on_is_read_beside_them(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "tone.toml").write_text('title = "Tone"\ntrained_on = ["inkwell", "quill"]\n')
    (tmp_path / "words.toml").write_text('title = "Words"\n')
    assert trained_on([tmp_path]) == {"inkwell", "quill"}


def measures(monkeypatch, tmp_path, **asked):
    """What a run says and finds, with one figure of our own and every public set answered at once."""
    monkeypatch.setattr(measure.own_checks, "near_misses", lambda: [FIGURE])
    monkeypatch.setattr(measure.own_checks, "stories", lambda: iter([]))
    monkeypatch.setattr(measure.own_checks, "agency_labels", lambda data, quick: [])
    monkeypatch.setattr(measure.own_checks, "speaker_labels", lambda data, quick: [])
    monkeypatch.setattr(
        measure.public_sets, "run",
        lambda name, folder, wanted, quick, made: [Figure(name, str(made), 0.5, None, None, 1)],
    )  # fmt: skip
    said = []
    return measure.measured(Asked(tmp_path, **asked), said.append), "\n".join(said)


def test_without_the_public_sets_only_our_own_are_measured_and_that_is_said(monkeypatch, tmp_path):
    result, said = measures(monkeypatch, tmp_path)
    assert result == ([FIGURE], [])
    assert "The public sets are not in" in said


def test_every_set_that_has_an_answer_is_measured(monkeypatch, tmp_path):
    (tmp_path / "score.py").touch()
    result, _ = measures(monkeypatch, tmp_path)
    assert {figure.set for figure in result.figures} == {"inkwell", *COMMANDS}
    only, _ = measures(monkeypatch, tmp_path, sets=("sts",))
    assert [figure.set for figure in only.figures] == ["sts"]
    with pytest.raises(measure.UnknownSetError, match="No such set: unheard"):
        measures(monkeypatch, tmp_path, sets=("unheard",))


def test_a_set_that_weights_saw_is_measured_only_out_of_fold(monkeypatch, tmp_path):
    (tmp_path / "score.py").touch()
    (tmp_path / "babe.jsonl").touch()
    asked = {"sets": ("babe", "sts"), "seen": frozenset({"babe"})}
    result, _ = measures(monkeypatch, tmp_path, **asked)
    assert [figure.set for figure in result.figures] == ["sts"]
    assert result.failed == ["babe: shipped weights saw this set, so it needs predictions made out of fold."]
    result, _ = measures(monkeypatch, tmp_path, **asked, out_of_fold=tmp_path)
    assert {figure.set: figure.metric for figure in result.figures} == {
        "babe": str(tmp_path / "babe.jsonl"), "sts": "None",
    }  # fmt: skip


def test_a_set_with_a_script_of_its_own_is_answered_out_of_fold_by_it(monkeypatch, tmp_path):
    (tmp_path / "score.py").touch()
    called = []
    monkeypatch.setattr(measure.public_sets, "_call", lambda command, output, name: called.append(command))
    result, _ = measures(monkeypatch, tmp_path, sets=("newsmtsc",), seen=frozenset({"newsmtsc"}))
    ((_, _, script, *options),) = called
    assert (script, options[:3]) == ("scripts.train_tone", ["--benchmarks", str(tmp_path), "--out-of-fold"])
    assert [figure.metric for figure in result.figures] == [f"{options[3]}/newsmtsc.jsonl"]


def test_a_quick_run_leaves_out_what_must_be_fitted_anew(monkeypatch, tmp_path):
    (tmp_path / "score.py").touch()
    result, said = measures(monkeypatch, tmp_path, quick=True, seen=frozenset({"newsmtsc"}))
    assert "newsmtsc" not in {figure.set for figure in result.figures}
    assert not any(sentence.startswith("newsmtsc") for sentence in result.failed)
    assert "newsmtsc: not in a quick run" in said


def test_a_set_asked_for_by_name_that_is_not_there_is_named(monkeypatch, tmp_path):
    asked = {"sets": ("babe", "near_misses", "speaker_kinds")}
    result, _ = measures(monkeypatch, tmp_path, **asked)
    assert result.figures == [FIGURE]
    assert [sentence.split(":")[0] for sentence in result.failed] == ["babe", "speaker_kinds"]
    assert all(str(tmp_path) in sentence for sentence in result.failed)


def test_nothing_measured_is_no_success(tmp_path, capsys):
    assert main(["--benchmarks", str(tmp_path / "nowhere"), "--sets", "babe", "--dry"]) == 1
    shown = capsys.readouterr().out
    assert "babe: it could not be measured" in shown
    assert "reach it" not in shown


@pytest.mark.parametrize("data", [None, b"", b"junk", gzip.compress(b"{}" * 9)[:-9], gzip.compress(b"{")],
                         ids=["missing", "empty", "junk", "cut off", "no JSON"])  # fmt: skip
def test_a_set_whose_data_cannot_be_read_does_not_stop_the_others(monkeypatch, tmp_path, data):
    (tmp_path / "score.py").touch()
    if data is not None:
        (tmp_path / "data").mkdir()
        for name in ("babe", "polnear"):
            (tmp_path / "data" / f"{name}.jsonl.gz").write_bytes(data)
    monkeypatch.setattr(measure.own_checks, "near_misses", lambda: [FIGURE])
    names = ("babe", "agency_labels", "speaker_kinds", "near_misses")
    result = measure.measured(Asked(tmp_path, True, names), lambda sentence: None)
    assert result.figures == [FIGURE]
    assert {sentence.split(":")[0] for sentence in result.failed} == set(names) - {"near_misses"}


def test_what_went_wrong_inside_a_set_is_told_in_full(monkeypatch, tmp_path):
    monkeypatch.setattr(measure.own_checks, "near_misses", lambda: [][0])
    said = []
    result = measure.measured(Asked(tmp_path, sets=("near_misses",)), said.append)
    assert result.failed == ["near_misses: it could not be measured (IndexError: list index out of range)."]
    assert "Traceback" in "\n".join(said)


@pytest.mark.parametrize("asked", [["--lower"], ["--lower", "--reason", "because"]], ids=["none", "too short"])
def test_lowering_without_a_reason_is_wrong_usage(capsys, asked):
    with pytest.raises(SystemExit) as ended:
        main(asked)
    assert ended.value.code == 2
    assert "--reason" in capsys.readouterr().err


def test_a_set_that_is_not_known_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--sets", "unheard", "--dry"])
    assert ended.value.code == 2
    assert "No such set: unheard. There are: near_misses" in capsys.readouterr().err


@pytest.mark.parametrize("value, status", [(0.5, 1), (1.0, 0)])
def test_a_run_with_a_figure_below_its_floor_ends_with_status_1_and_names_it(monkeypatch, capsys, value, status):
    result = measure.Measured([Figure("near_misses", "kept_apart", value, None, None, 200)], [])
    monkeypatch.setattr("benchmarks.accuracy.__main__.measured", lambda asked, say: result)
    assert main(["--dry"]) == status
    shown = capsys.readouterr().out
    assert ("near_misses kept_apart: 0.500 is below its floor" in shown) == bool(status)
    assert ("BELOW" in shown) == bool(status)


def test_a_set_that_could_not_be_measured_ends_with_status_1(monkeypatch, capsys):
    result = measure.Measured([], ["sts: 3 of 12 items have no answer."])
    monkeypatch.setattr("benchmarks.accuracy.__main__.measured", lambda asked, say: result)
    assert main(["--dry"]) == 1
    assert "sts: 3 of 12 items have no answer." in capsys.readouterr().out


def test_the_page_names_weak_points_sources_and_ranges():
    figures = [
        Accuracy(NOTE, Kept(0.8125, 0.7, 0.9046, False, "2026-12-01")),
        Accuracy(OTHER, Kept(0.5, None, None, False, "2026-12-01")),
    ]
    shown = accuracy_table.text(figures)
    assert "0.70 to 0.90" in shown
    assert "Names, pairs in order, 0.50: pairs are mixed." in shown
    assert "Inkwell, 9 letters, words found: 0.90, A larger system." in shown
    assert "pairs in order: 0.78, Two readers." in shown
    assert "No part of Parallax was trained" in shown
    assert accuracy_table.NOT_SEEN not in shown


def test_the_page_marks_figures_taken_out_of_fold():
    shown = accuracy_table.text([Accuracy(NOTE, Kept(0.8125, 0.7, 0.9046, True, "2026-12-01"))])
    assert f"0.81{accuracy_table.NOT_SEEN}" in shown
    assert "No part of Parallax was trained" not in shown


def test_what_a_note_says_is_escaped():
    hostile = replace(
        NOTE, measured_on="<b>Inkwell</b>", meaning="A weak point: <i>all</i>", published_source="<u>it</u>"
    )
    shown = accuracy_table.text([Accuracy(hostile, Kept(0.5, None, None, False, "2026-12-01"))])
    assert "&lt;b&gt;Inkwell" in shown
    assert not any(tag in shown for tag in ("<b>Inkwell", "<i>all", "<u>it"))
