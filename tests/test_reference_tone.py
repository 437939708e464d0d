"""What is counted about tone in a corpus, and how its ranges and gaps are checked: hand-computed and simulated."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import numpy as np
import pytest
from test_tone import story

from analysis.model import Voice
from analysis.usual.calibration import NAMES
from analysis.usual.tones import ToneSpread, tone_spread
from benchmarks.calibrate import __main__ as calibrate
from benchmarks.calibrate import tones
from scripts.reference_usual import count_tone, tone_rows
from scripts.reference_usual.tone_rows import Heard

OWN = Voice.OWN
SHARES = (0.3, 0.5, 0.2)
SPREAD = ToneSpread(SHARES, 0.15, 0.05, 0.05, 0.1)


def drawn(generator: np.random.Generator, correlation: float, clauses: int) -> tuple[int, ...]:
    """Labels whose shares vary from one draw to the next with such a correlation."""
    shares = generator.dirichlet(np.array(SHARES) * (1 / correlation - 1))
    return tuple(int(label) for label in generator.choice((-1, 0, 1), clauses, p=shares))


def heard_of(*labels: tuple[int, ...]) -> list[Heard]:
    return [Heard(OWN, dict(enumerate(labels)))]


def simulated(number: int, correlation: float, seed: int, articles: int = 2, clauses: int = 12) -> list[list[Heard]]:
    """Stories of one person whom every article speaks of with shares of its own."""
    generator = np.random.default_rng(seed)
    return [heard_of(*(drawn(generator, correlation, clauses) for _ in range(articles))) for _ in range(number)]


def test_everybody_with_clauses_enough_is_heard_in_the_order_of_the_text() -> None:
    said = ["spoke", "excellent||ADJ", "terrible||ADJ", "left", "disgraceful||ADJ", "came"]
    (one,) = tone_rows.heard([story(said)])
    (other,) = tone_rows.heard([story(said[::-1])])
    assert one.voice is OWN
    assert len(one.labels[0]) == 6
    assert other.labels[0] == one.labels[0][::-1] != one.labels[0]
    assert tone_rows.heard([story(said[:4])]) == []


def test_counts_halves_and_sides_are_those_of_the_labels() -> None:
    labels = (-1, -1, 0, 1, 1, 1, 0, 0, 0, -1)
    assert tone_rows.counts_of(labels) == (3, 4, 3)
    assert tone_rows.halves([heard_of(labels), heard_of(labels[:9])], OWN) == [((2, 1, 2), (1, 3, 1))]
    assert tone_rows.sides([heard_of(labels, labels[:5]), heard_of(labels)], OWN) == [((3, 4, 3), (2, 1, 2))]
    assert tone_rows.sides([heard_of(labels, labels)], Voice.QUOTED) == []


def test_quantiles_come_from_contiguous_runs_of_as_many_clauses() -> None:
    """Five labels that come again and again: whichever five in a row are taken, their mean is -0.2."""
    rows = list(tone_rows.quantile_rows([heard_of((-1, -1, 0, 0, 1) * 2)] * 150))
    assert [(row["voice"], row["length"], row["articles"], row["means"]) for row in rows] == [
        ("own", 5, 150, 150), ("own", 8, 150, 150)]
    assert set(str(rows[0]["percentiles 0 to 100"]).split()) == {"-0.2"}
    assert set(str(rows[1]["percentiles 0 to 100"]).split()) > {"-0.375", "-0.25", "0"}
    assert list(tone_rows.quantile_rows([heard_of((-1, -1, 0, 0, 1) * 2)] * 149)) == []


@pytest.mark.parametrize("correlation", [0.05, 0.2])
def test_the_correlation_of_pairs_is_found_again(correlation: float) -> None:
    pairs = tone_rows.sides(simulated(1_500, correlation, 1, clauses=20), OWN)
    assert tone_rows.correlation(pairs) == pytest.approx(correlation, rel=0.25)


def test_the_correlation_between_articles_is_found_again() -> None:
    counts = [tone_rows.counts_of(labels) for _, labels in tone_rows.runs(simulated(1_500, 0.15, 2, 1), OWN)]
    assert tone_rows.between_of(counts) == pytest.approx(0.15, rel=0.15)


def test_what_the_first_half_foretells_holds_the_second() -> None:
    """Labels of one article are drawn with one set of shares, so nothing is to be widened but by chance."""
    dealt = tone_rows.halves(simulated(600, 0.15, 3, 1, 24), OWN)
    spread = ToneSpread(SHARES, 0.15, 0.001, None, None)
    places = tone_rows.places(spread, dealt, np.random.default_rng(4).random(len(dealt)))
    assert np.mean((places >= 0.025) & (places <= 0.975)) == pytest.approx(0.95, abs=0.02)
    assert np.mean(places) == pytest.approx(0.5, abs=0.03)


def test_ranges_that_are_too_narrow_are_widened() -> None:
    """First halves wholly negative, second halves wholly positive: foretold only where the correlation is large."""
    dealt = [((6, 0, 0), (0, 0, 6))] * 30 + [((0, 0, 6), (6, 0, 0))] * 30
    assert tone_rows.widened(SPREAD, dealt) > 5 * SPREAD.within


def test_a_voice_with_too_few_pairs_has_a_range_and_no_test() -> None:
    articles, pairs = simulated(200, 0.15, 5, 1, 24), simulated(60, 0.05, 6)
    (row,) = tone_rows.spread_rows(articles, pairs, pairs)
    assert tone_spread(row).topic == tone_spread(row).event == pytest.approx(0.05, abs=0.05)
    (few,) = tone_rows.spread_rows(articles, pairs, pairs[:39])
    assert (tone_spread(few).topic, tone_spread(few).event) == (None, None)
    assert list(tone_rows.spread_rows(articles[:50], pairs, pairs)) == []


def test_outlets_that_lie_no_farther_apart_than_articles_of_one_have_its_spread() -> None:
    (row,) = tone_rows.spread_rows(simulated(200, 0.15, 5, 1, 24), simulated(300, 0.2, 7), simulated(300, 0.02, 8))
    assert row["event"] == row["topic"]


def test_both_tables_and_the_provenance_are_written_and_the_rest_of_it_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(count_tone, "FOLDER", tmp_path)
    (tmp_path / "usual.toml").write_text('name = "news"\n', encoding="utf-8")
    articles, pairs = simulated(200, 0.15, 5, 1, 24), simulated(60, 0.05, 6)
    for _ in range(2):
        count_tone.keep(articles, pairs, pairs)
    told = tomllib.loads((tmp_path / "usual.toml").read_text(encoding="utf-8"))
    assert (told["name"], told["tone"]["articles"]) == ("news", 200)
    for name, rows in (("tone_quantiles.csv", 4), ("tone_spreads.csv", 1)):
        with (tmp_path / name).open(encoding="utf-8", newline="") as stream:
            assert len(list(csv.DictReader(stream))) == rows


def test_false_alarms_are_counted_by_story_and_ranges_by_half() -> None:
    same, far = (-1, 0) * 6, ((-1,) * 12, (1,) * 12)
    cell = tones.Cell([heard_of(same, same)] * 3 + [heard_of(*far)], [heard_of(same, same, *far)],
                      [heard_of(same)] * 40)
    rows = {(row[0], row[1]): row for row in tones.rows([(cell, {OWN: SPREAD})])}
    pairs, stories, coverage = tones.SECTIONS
    assert rows[pairs, "any gap"][2] == 0.25
    assert rows[pairs, "any gap"][5] == 4
    assert rows[stories, "any gap"][2] == 1
    assert rows[coverage, "own voice"][5] == rows[coverage, "all voices"][5] == 40
    assert rows[coverage, "own voice"][2] == 1


def test_on_articles_that_differ_as_the_table_says_few_stories_alarm() -> None:
    cell = tones.Cell(simulated(400, 0.05, 9), simulated(200, 0.05, 10, 4), [])
    rows = {row[0]: row[2] for row in tones.rows([(cell, {OWN: SPREAD})])}
    assert rows[tones.SECTIONS[0]] <= 0.08
    assert rows[tones.SECTIONS[1]] <= 0.08


def test_tone_is_written_anew_and_the_other_figures_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "calibration.csv"
    monkeypatch.setattr(calibrate, "FILE", path)
    kept = ["Coverage", "all", "0.9500", "0.9400", "0.9600", "9", "meaning", "2031-01-01", "make calibrate"]
    calibrate.write([(tones.SECTIONS[0], "any gap", 0.04, 0.03, 0.05, 100, "old")], [kept])
    others = calibrate._others()
    assert others == [kept]
    calibrate.write([(tones.SECTIONS[0], "any gap", 0.02, 0.01, 0.03, 200, "new")], others)
    with path.open(encoding="utf-8", newline="") as stream:
        head, *lines = csv.reader(stream)
    assert tuple(head) == NAMES
    assert [(line[0], line[2], line[6]) for line in lines] == [
        ("Coverage", "0.9500", "meaning"), (tones.SECTIONS[0], "0.0200", "new")]
