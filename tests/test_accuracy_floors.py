"""Floors rise by command, sink only with a written reason, and a figure below one is named."""

import json
from datetime import date

import pytest

from benchmarks.accuracy import floors
from benchmarks.accuracy.__main__ import main
from benchmarks.accuracy.figures import Figure
from benchmarks.accuracy.floors import Floor, FloorError, Reason

TODAY = date(2026, 12, 1)
KEY = ("inkwell", "f1", "whole")


def figure(value, part="whole"):
    return Figure("inkwell", "f1", value, None, None, 10, part)


def held(floor=0.8, **fields):
    return {KEY: Floor(floor, "2026-11-22", **{"highest": floor, **fields})}


def test_a_figure_below_its_floor_is_named_and_one_at_it_is_not():
    assert floors.below([figure(0.8)], held(0.8)) == []
    assert floors.below([figure(0.7994)], held(0.8)) == [
        "inkwell f1: 0.799 is below its floor, 0.800 (whole, 2026-11-22)."
    ]


def test_a_part_is_not_held_against_the_floor_of_the_whole_set():
    assert floors.below([figure(0.1, "quick")], held(0.8)) == []


def test_raising_leaves_a_margin_and_lowers_nothing():
    assert floors.raised([figure(0.9)], held(0.8), TODAY)[KEY] == Floor(0.895, "2026-12-01", 0.895)
    assert floors.raised([figure(0.8049)], held(0.8), TODAY) == held(0.8)
    assert floors.raised([figure(0.2)], held(0.8), TODAY) == held(0.8)


def test_a_figure_without_a_floor_gets_one():
    assert floors.raised([figure(1.0)], {}, TODAY) == {KEY: Floor(0.995, "2026-12-01", 0.995)}
    assert floors.raised([figure(0.0)], {}, TODAY)[KEY].floor == 0


def test_raising_again_after_a_lowering_keeps_the_highest_floor():
    sunk = held(0.7, highest=0.8, reasons=(Reason("2026-11-30", 0.8, 0.7, "a fairer key"),))
    again = floors.raised([figure(0.75)], sunk, TODAY)[KEY]
    assert (again.floor, again.highest, len(again.reasons)) == (0.745, 0.8, 1)
    assert list(floors.faults({KEY: again})) == []


@pytest.mark.parametrize("reason", ["", "   ", "because"])
def test_no_floor_sinks_without_a_reason_in_words(reason):
    with pytest.raises(FloorError, match="reason"):
        floors.lowered([figure(0.7)], held(0.8), reason, TODAY)


def test_lowering_writes_the_reason_and_leaves_other_floors_alone():
    other = {("quill", "auc", "whole"): Floor(0.6, "2026-11-22", 0.6)}
    found = floors.lowered([figure(0.7)], held(0.8) | other, " the key had faults ", TODAY)
    step = Reason("2026-12-01", 0.8, 0.695, "the key had faults")
    assert found == {KEY: Floor(0.695, "2026-12-01", 0.8, (step,))} | other
    assert floors.lowered([figure(0.9)], held(0.8), "the key had faults", TODAY) == held(0.8)


@pytest.mark.parametrize(
    "floor",
    [
        Floor(0.7, "2026-11-22", 0.8),
        Floor(0.6, "2026-11-22", 0.8, (Reason("2026-11-22", 0.8, 0.7, "the key had faults"),)),
        Floor(0.7, "2026-11-22", 0.8, (Reason("2026-11-22", 0.8, 0.7, " "),)),
        Floor(0.7, "2026-11-22", 0.8, (Reason("2026-11-22", 0.6, 0.7, "the key had faults"),)),
        Floor(0.9, "2026-11-22", 0.8),
        Floor(1.2, "2026-11-22", 1.2),
    ],
    ids=["no reason", "below the reason", "empty reason", "reason goes up", "above the highest", "out of range"],
)
def test_a_floor_edited_by_hand_against_the_rule_is_a_fault(floor, tmp_path):
    assert len(list(floors.faults({KEY: floor}))) >= 1
    with pytest.raises(FloorError, match="inkwell f1 whole"):
        floors.write({KEY: floor}, tmp_path / "floors.json")


def test_what_is_written_is_read_again(tmp_path):
    sunk = floors.lowered([figure(0.7)], held(0.8), "the key had faults", TODAY)
    both = sunk | {("inkwell", "f1", "quick"): Floor(0.5, "2026-11-22", 0.5)}
    floors.write(both, tmp_path / "floors.json")
    assert floors.read(tmp_path / "floors.json") == both


def test_a_floor_without_a_field_is_refused(tmp_path):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"floors": {"inkwell": {"f1": {"whole": {"floor": 0.8, "reasons": []}}}}}))
    with pytest.raises(FloorError, match=r"floors\.json.*inkwell f1 whole"):
        floors.read(path)


@pytest.mark.parametrize("text", [
    "", "{", "{}", "[]", "3", '{"floors": []}', '{"floors": {"inkwell": 3}}', '{"floors": {"inkwell": {"f1": 3}}}',
    '{"floors": {"inkwell": {"f1": {"whole": 0.8}}}}',
    '{"floors": {"inkwell": {"f1": {"whole": {"floor": "0.8", "date": "", "highest": "0.8", "reasons": []}}}}}',
    '{"floors": {"inkwell": {"f1": {"whole": {"floor": NaN, "date": "", "highest": 1, "reasons": []}}}}}',
])  # fmt: skip
def test_a_damaged_file_of_floors_is_named(text, tmp_path):
    path = tmp_path / "floors.json"
    path.write_text(text)
    with pytest.raises(FloorError, match=r"floors\.json is no file of floors"):
        floors.read(path)


def test_a_run_with_damaged_floors_says_so_before_it_measures(monkeypatch, tmp_path, capsys):
    path = tmp_path / "floors.json"
    path.write_text("{")
    monkeypatch.setattr(floors, "FILE", path)
    monkeypatch.setattr(floors.read, "__defaults__", (path,))
    monkeypatch.setattr("benchmarks.accuracy.__main__.measured", lambda *_: pytest.fail("nothing is to be measured"))
    assert main(["--dry"]) == 1
    assert str(path) in capsys.readouterr().err
