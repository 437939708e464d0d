"""How usual a figure is, within which bounds its rate lies, and how often a difference comes by chance."""

from __future__ import annotations

from dataclasses import replace
from math import comb
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammaincinv

from analysis.errors import TableError
from analysis.measures import MEASURES
from analysis.model import Evidence, Measurement, Voice
from analysis.usual import (
    ExactChances,
    Spread,
    chances,
    difference_p,
    exact_p,
    interval,
    mid_percentile,
    percentile_of,
    placed,
    posterior,
    provenance,
    quantiles,
    rate_interval,
    share_interval,
    share_posterior,
    shares_p,
    spreads,
    statistic,
    tables,
    usual_range,
)
from analysis.usual.few import fisher_table, joint

EVEN = Spread(share=False, mean=0.01, between=1e-3, within=0.0, topic=1e-9, event=1e-9)
WIDE = Spread(share=False, mean=0.01, between=0.3, within=0.1, topic=0.1, event=0.3)


def measurement(hits: int, words: int, value: float | None = 0.0) -> Measurement:
    marks = tuple(Evidence("a", "text", place, place + 1, "") for place in range(hits))
    shown = None if value is None else 1_000 * hits / words
    return Measurement("loaded_words", "a", Voice.OWN, shown, "per 1,000 words", words, marks)


def test_of_equal_figures_the_middle_one_counts() -> None:
    figures = [0.0] * 41 + [float(step) for step in range(1, 61)]
    assert mid_percentile(figures, 0.0) == 20
    assert mid_percentile(figures, 1.0) == 41
    assert mid_percentile(figures, 1.5) == 41.5
    assert mid_percentile(figures, 99.0) == 100
    assert mid_percentile(figures, -1.0) == 0


@given(st.floats(0, 200), st.floats(0, 200), st.integers(100, 5_000))
def test_more_is_never_less_usual_in_percentiles(one: float, other: float, words: int) -> None:
    rows = [Measurement("loaded_words", "a", Voice.OWN, value, "", words) for value in sorted((one, other))]
    low, high = (percentile_of(row) for row in rows)
    assert low is not None
    assert high is not None
    assert 0 <= low <= high <= 100


def test_the_middle_of_the_tables_is_the_50th_percentile() -> None:
    middle = quantiles()["loaded_words", Voice.OWN][400][50]
    found = percentile_of(Measurement("loaded_words", "a", Voice.OWN, middle, "", 400))
    assert found == pytest.approx(50, abs=12)


def test_the_usual_range_is_wider_for_a_short_text() -> None:
    short, long = (usual_range("loaded_words", Voice.OWN, words) for words in (100, 650))
    assert short is not None
    assert long is not None
    assert short[0] <= long[0]
    assert long[1] - long[0] < short[1] - short[0]


def test_what_is_undefined_or_not_in_the_tables_has_no_place() -> None:
    assert placed(measurement(0, 50, None)).usual_percentile is None
    assert placed(measurement(0, 50, None)).interval is None
    assert percentile_of(Measurement("unheard", "a", Voice.OWN, 1.0, "", 400)) is None
    assert usual_range("unheard", Voice.OWN, 400) is None
    assert interval("unheard", Voice.OWN, 1, 400) is None


def test_the_posterior_adds_the_prior_to_the_counts() -> None:
    spread = Spread(share=False, mean=0.01, between=0.5, within=0.0, topic=0.1, event=0.1)
    assert posterior(spread, 4, 600) == (pytest.approx(2 + 4), pytest.approx(200 + 600))


def test_no_mark_gives_an_interval_from_nothing_and_not_nothing() -> None:
    low, high = rate_interval(WIDE, 0, 400)
    assert low == 0
    assert 2 < high < 12


@given(st.integers(0, 60), st.integers(100, 3_000))
def test_the_interval_holds_the_middle_of_the_posterior(hits: int, words: int) -> None:
    low, high = rate_interval(WIDE, hits, words)
    shape, exposure = posterior(WIDE, hits, words)
    assert 0 <= low < high
    assert low <= 1_000 * gammaincinv(shape, 0.5) / exposure <= high


def test_an_extreme_figure_lies_beyond_the_interval_and_not_on_its_end() -> None:
    """30 per 1,000 in 100 words where 10 are usual: the range is about the rate behind them, and is not stretched."""
    low, high = rate_interval(replace(WIDE, mean=0.002), 3, 100)
    assert low < high < 30


def test_more_text_gives_a_narrower_interval() -> None:
    short, long = rate_interval(WIDE, 4, 400), rate_interval(WIDE, 40, 4_000)
    assert long[1] - long[0] < short[1] - short[0]


def test_the_exact_test_is_that_of_a_coin() -> None:
    """Nine of nine heads: twice the tail, with half of the probability of the outcome itself."""
    assert exact_p(9, 500, 0, 500) == pytest.approx(2 * 0.5**9 / 2)
    tail = sum(comb(10, k) for k in range(2)) + comb(10, 2) / 2
    assert exact_p(2, 500, 8, 500) == pytest.approx(2 * tail / 2**10)
    assert exact_p(3, 300, 6, 600) == pytest.approx(1.0, abs=0.3)


def test_where_articles_hardly_differ_chance_is_what_the_exact_test_says() -> None:
    p = difference_p(EVEN, (2, 600), (12, 600))
    assert p == pytest.approx(exact_p(2, 600, 12, 600), rel=0.25)


def test_the_more_articles_of_one_outlet_differ_the_more_often_a_difference_is_chance() -> None:
    figures = (2, 600), (14, 600)
    assert difference_p(EVEN, *figures) < difference_p(WIDE, *figures) < difference_p(WIDE, *figures, event=True)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(100, 2_000), st.integers(100, 2_000))
def test_chance_does_not_depend_on_the_order(one: int, other: int, words1: int, words2: int) -> None:
    first, second = (one, words1), (other, words2)
    assert difference_p(WIDE, first, second) == pytest.approx(difference_p(WIDE, second, first), abs=1e-9)
    assert 0 <= difference_p(WIDE, first, second) <= 1 + 1e-9


def test_the_distribution_of_the_statistic_is_one_and_rises() -> None:
    known = chances(WIDE, (0, 500), (0, 700))
    assert isinstance(known, ExactChances)
    assert known.share[-1] == pytest.approx(1, abs=1e-3)
    assert (known.share[1:] >= known.share[:-1]).all()
    assert known.at(0.0) < 1e-9


def test_shares_are_compared_with_a_correction_for_continuity() -> None:
    assert shares_p(5, 10, 5, 10, 0.0) == 1
    assert shares_p(0, 10, 0, 10, 0.0) == 1
    """9 of 10 against 1 of 10: gap .8 less .1, standard error sqrt(.25 * .2)."""
    assert shares_p(9, 10, 1, 10, 0.0) == pytest.approx(0.001745, abs=1e-5)
    assert shares_p(9, 10, 1, 10, 0.2) > shares_p(9, 10, 1, 10, 0.0)


def test_a_share_of_few_cannot_be_more_sure_than_its_furthest() -> None:
    spread = Spread(share=True, mean=0.5, between=0, within=0, topic=0.0, event=0.0)
    known = chances(spread, (2, 3), (0, 3))
    assert known.at(shares_p(2, 3, 0, 3, 0.0)) == pytest.approx(statistic(spread, (2, 3), (0, 3)))
    assert known.at(0.001) == 0


FEW = Spread(share=True, mean=0.1, between=0.05, within=0.0, topic=0.01, event=0.03)


def test_of_few_things_the_test_is_that_of_fisher() -> None:
    """Of 10 with 3 hits, dealt 5 and 5: all 3 on one side has the chance C(5,3)/C(10,3) = 1/12, half of it counted
    twice; 2 of them C(5,2)*5/120 = 5/12."""
    table = fisher_table(5, 5)
    assert [table[3, 0], table[0, 3]] == pytest.approx([1 / 12, 1 / 12])
    assert table[2, 1] == pytest.approx(2 * (1 / 12 + 5 / 24))
    assert [table[0, 0], table[5, 5]] == pytest.approx([1, 1])


def test_shares_of_few_have_a_distribution_that_adds_up_and_keeps_the_mean() -> None:
    chance = joint(FEW, 12, 30, FEW.topic)
    assert chance.sum() == pytest.approx(1)
    assert (chance.sum(1) * np.arange(13)).sum() == pytest.approx(12 * FEW.mean, rel=0.05)
    wider = joint(FEW, 12, 30, 0.2)
    assert (wider.sum(1) * np.arange(13) ** 2).sum() > (chance.sum(1) * np.arange(13) ** 2).sum()


def test_what_is_rare_everywhere_is_less_often_chance_than_the_exact_test_says() -> None:
    figures = (7, 17), (1, 19)
    rare = replace(FEW, mean=0.02)
    assert difference_p(rare, *figures) < difference_p(FEW, *figures) < fisher_table(17, 19)[7, 1]
    assert difference_p(FEW, *figures) < difference_p(FEW, *figures, event=True)
    assert statistic(FEW, *figures) == pytest.approx(statistic(FEW, *figures[::-1]))
    assert difference_p(FEW, (400, 1_000), (100, 900)) < 0.01


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 60), st.integers(1, 60))
def test_the_chance_of_shares_of_few_is_a_share(first: int, second: int, of1: int, of2: int) -> None:
    figures = (min(first, of1), of1), (min(second, of2), of2)
    assert 0 <= difference_p(FEW, *figures) <= 1
    assert 0 <= statistic(FEW, *figures) <= 1


def test_the_statistic_lies_between_the_exact_test_and_its_chance() -> None:
    exact, chance = float(exact_p(12, 600, 2, 600)), difference_p(WIDE, (12, 600), (2, 600))
    assert statistic(WIDE, (12, 600), (2, 600)) == pytest.approx((exact * chance) ** 0.5, rel=0.01)
    known = chances(WIDE, (12, 600), (2, 600))
    assert known.at(statistic(WIDE, (12, 600), (2, 600))) == pytest.approx(chance)


def test_what_comes_in_runs_is_compared_by_z() -> None:
    in_runs = replace(FEW, within=0.05)
    assert difference_p(in_runs, (9, 20), (1, 20)) == shares_p(9, 20, 1, 20, in_runs.topic)


def test_the_tables_say_where_they_come_from_and_hold_what_can_be_a_finding() -> None:
    assert {"name", "version", "counted_on", "corpus", "annotator", "lexicons", "limits"} <= set(provenance())
    assert provenance()["pairs_of_one_outlet_on_one_topic"] > 500
    for measure in MEASURES:
        assert any(name.partition(".")[0] == measure.name for name, voice in quantiles() if voice is Voice.OWN)
        assert not measure.finding or (measure.name, "own") in spreads()
    gauges = ("voices", "cues", "cues.distancing", "cues.endorsing", "agency", "speakers")
    assert {(gauge, "") for gauge in gauges} <= set(spreads())


def test_outlets_on_one_event_differ_at_least_as_much_as_articles_of_one_outlet() -> None:
    assert all(spread.event >= spread.topic > 0 for spread in spreads().values())


@pytest.mark.parametrize("words", [(60_000, 60_000), (100, 200_000), (1, 5_000)])
def test_however_long_a_text_the_answer_comes_and_is_a_share(words: tuple[int, int]) -> None:
    figures = (words[0] // 100, words[0]), (words[1] // 50, words[1])
    assert 0 <= difference_p(spreads()["loaded_words", "own"], *figures) <= 1
    assert 0 <= difference_p(spreads()["cues", "own"], *figures, event=True) <= 1


@pytest.mark.parametrize(
    "name,text",
    [
        (tables.SPREADS, "gauge,voice,kind,mean,between,within,topic,event\n"),
        (tables.SPREADS, "gauge,voice,kind,mean,between,within,topic,event\nhedges,own,rate,1,1,1,nan,1\n"),
        (tables.SPREADS, "gauge,voice\nhedges,own\n"),
        (tables.QUANTILES, "measure,voice,words,articles,percentiles 0 to 100\nhedges,own,100,200,1 2 3\n"),
        (tables.QUANTILES, "measure,voice,words,articles,percentiles 0 to 100\nhedges,nobody,100,200,1 2 3\n"),
        (tables.PROVENANCE, "name = "),
        (tables.PROVENANCE, ""),
    ],
)
def test_a_damaged_table_is_named(name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    read = {tables.SPREADS: spreads, tables.QUANTILES: quantiles, tables.PROVENANCE: provenance}[name].__wrapped__
    with pytest.raises(TableError, match=name):
        read()
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=name):
        read()


def test_a_share_is_likely_near_what_was_seen_and_near_the_mean_where_little_was_seen() -> None:
    spread = Spread(share=True, mean=0.2, between=0.2, within=0.0, topic=0.1, event=0.1)
    assert share_posterior(spread, 10, 20) == pytest.approx((0.8 + 10, 3.2 + 10))
    low, high = share_interval(spread, 10, 20)
    assert 0.25 < low < 10.8 / 24 < high < 0.7
    assert share_interval(spread, 0, 20)[0] == 0.0
    assert share_interval(spread, 20, 20)[1] == 1.0
    wide = share_interval(replace(spread, within=0.2), 10, 20)
    assert wide[0] < low
    assert wide[1] > high
