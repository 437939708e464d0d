"""The figures of ``make calibrate``: complete, named where damaged, and within what they are to reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import TableError
from analysis.findings.tested import LEVEL
from analysis.usual import calibration
from analysis.usual.calibration import Calibrated, calibration_rows


def found(section: str, what: str) -> Calibrated:
    return next(row for row in calibration_rows() if (row.section, row.what) == (section, what))


def test_pairs_of_one_outlet_show_a_finding_in_at_most_five_of_a_hundred() -> None:
    alarms = found("False alarms, pairs", "any finding")
    assert alarms.figure <= 0.05
    assert alarms.number > 500
    assert LEVEL < 0.05


def test_the_likely_ranges_hold_what_they_promise() -> None:
    assert found("Coverage", "all measures, all voices").figure == pytest.approx(0.95, abs=0.02)


def test_tone_cries_wolf_no_oftener_and_its_ranges_hold() -> None:
    assert all(found(f"False alarms of tone, {of}", "any gap").figure <= 0.05 for of in ("pairs", "stories"))
    assert found("False alarms of tone, pairs", "any gap").number > 400
    assert found("Coverage of tone", "all voices").figure == pytest.approx(0.95, abs=0.02)


def test_four_of_five_planted_changes_are_shown() -> None:
    planted = [row for row in calibration_rows() if row.section == "Planted changes"]
    assert len(planted) == 4
    assert all(row.figure >= 0.8 for row in planted)


def test_every_figure_lies_in_its_interval_and_has_date_and_command() -> None:
    for row in calibration_rows():
        assert row.interval is None or row.interval[0] <= row.figure <= row.interval[1] + 1e-4
        assert row.date.startswith("20")
        assert row.command == "make calibrate"


@pytest.mark.parametrize("text", ["section\nPower\n", ",".join(calibration.NAMES) + "\na,b,high,,,1,m,d,c\n"])
def test_a_damaged_table_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "calibration.csv"
    monkeypatch.setattr(calibration, "FILE", damaged)
    assert calibration_rows.__wrapped__() == ()
    damaged.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=r"calibration\.csv"):
        calibration_rows.__wrapped__()
