"""Our test of rates beside the exact Poisson test, on counts made by hand."""

from __future__ import annotations

from dataclasses import replace

from analysis.usual import Spread, exact_p
from benchmarks.calibrate.equal import (
    SIZES,
    Story,
    Tried,
    alarm_p,
    as_poisson,
    equal_level,
    multiplied,
    rates_alone,
    rates_of,
    rows,
    stories,
)

HEDGES, VOICES = ("hedges", "own"), ("voices", "quoted")
RATE = Spread(mean=0.01, between=0.4, within=0.1, topic=0.3, event=0.4, share=False)
SHARE = Spread(mean=0.4, between=0.2, within=0.1, topic=0.1, event=0.2, share=True)
TABLE = {HEDGES: RATE, VOICES: SHARE}


def tried(day: str, first: int, second: int, outlet: str = "Quill Post") -> Tried:
    return Tried(outlet, day, {HEDGES: ((first, 600), (second, 600)), VOICES: ((5, 20), (6, 20))}, TABLE)


def test_pairs_of_one_outlet_that_follow_each_other_make_a_story() -> None:
    pairs = [tried("2020-03-01", 1, 2), tried("2020-01-01", 3, 4), tried("2020-02-01", 5, 6, "Harl Herald"),
             tried("2020-02-01", 7, 8), tried("2020-04-01", 9, 9)]  # fmt: skip
    assert [story.tallies[HEDGES] for story in stories(pairs, 2)] == [
        ((3, 600), (4, 600), (7, 600), (8, 600)),
        ((1, 600), (2, 600), (9, 600), (9, 600)),
    ]
    assert len(stories(pairs, 1)) == 5
    assert stories(pairs, 8) == []


def test_the_exact_test_knows_no_spread_of_rates_and_shares_are_left_out() -> None:
    assert as_poisson(Story({}, TABLE)).table[HEDGES] == replace(RATE, topic=0.0)
    assert rates_alone(stories([tried("2020-01-01", 1, 4)], 1)[0]).tallies == {HEDGES: ((1, 600), (4, 600))}


def test_without_spread_a_single_test_is_the_exact_one_and_with_it_a_stricter_one() -> None:
    story = Story({HEDGES: ((14, 600), (3, 600))}, TABLE)
    exact = float(exact_p(14, 600, 3, 600))
    assert exact / 2 < alarm_p(as_poisson(story)) <= exact  # few marks leave room below the level
    assert alarm_p(story) > 2 * exact
    assert alarm_p(Story({HEDGES: ((2, 600), (0, 600))}, TABLE)) == 1.0  # fewer than three marks


def test_the_level_of_equal_alarms_lets_no_more_through() -> None:
    ps = [0.2, 0.001, 0.03, 0.001, 0.5]
    assert sum(p <= equal_level(ps, 2) for p in ps) == 2
    assert sum(p <= equal_level(ps, 1) for p in ps) == 0  # two stories share the lowest p
    assert sum(p <= equal_level(ps, 3) for p in ps) == 3
    assert equal_level(ps, 5) == 1.0


def test_marks_are_multiplied_where_there_are_any() -> None:
    story = stories([tried("2020-01-01", 0, 4)], 1)[0]
    assert multiplied(story, HEDGES, 0, 3) is None
    planted = multiplied(story, HEDGES, 1, 3)
    assert planted is not None
    assert planted.tallies[HEDGES] == ((0, 600), (12, 600))
    assert planted.tallies[VOICES] == story.tallies[VOICES]
    assert rates_of(story) == [HEDGES]


def test_every_row_names_its_test_and_lies_in_its_interval() -> None:
    pairs = [tried(f"2020-01-{day:02}", day % 9, day % 7) for day in range(1, 25)]
    made = list(rows(pairs))
    assert len(made) == len(SIZES) * 2 * (1 + 3)
    assert len({what for _, what, *_ in made}) == len(made)
    for _, what, figure, low, high, number, _ in made:
        assert what.endswith(("our test", "the exact test"))
        assert (low or 0.0) <= figure <= (high or 1.0)
        assert number > 0
