"""Shares with their intervals, the choice of a part, and what is taken from the script that measures."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy.figures import Figure, design_effect, share
from benchmarks.accuracy.public_sets import MeasureError, choose, figures
from benchmarks.golden.stories import Outcome

RESULT = {
    "set": "inkwell",
    "items": 12,
    "missing": 0,
    "metrics": {"f1": {"value": 0.75, "ci": [0.6, 0.9]}, "auc": {"value": 0.5, "ci": None}, "ap": {"value": None}},
}


def outcomes(**articles):
    """``outcomes(a="110")``: three things asked in article a, the third went wrong."""
    return [Outcome(name, answer == "1", name) for name, answers in articles.items() for answer in answers]


def test_the_interval_is_wilsons():
    # 8 of 10 by hand: centre (0.8 + 0.19208) / 1.38416 = 0.71674, half 0.22656
    found = share("inkwell", "f1", outcomes(a="1111111100"))
    assert (found.value, found.items) == (0.8, 10)
    assert (round(found.low, 3), round(found.high, 3)) == (0.490, 0.943)


def test_errors_that_cluster_in_an_article_widen_the_interval():
    # Two articles of four, all right and all wrong: (4 - 2)^2 / (4 / 4) twice, by one degree of freedom.
    assert design_effect(outcomes(a="1111", b="0000")) == pytest.approx(8)
    # (2 - 2)^2 twice: less than chance, counted as chance.
    assert design_effect(outcomes(a="1100", b="0011")) == 1
    clustered = share("inkwell", "f1", outcomes(a="1111", b="0000"))
    spread = share("inkwell", "f1", outcomes(a="1100", b="0011"))
    assert clustered.value == spread.value == 0.5
    assert clustered.low < spread.low < 0.5 < spread.high < clustered.high


@pytest.mark.parametrize("alike", [outcomes(a="10"), outcomes(a="11", b="1"), outcomes(a="0", b="00"), []])
def test_where_nothing_varies_between_articles_there_is_no_design_effect(alike):
    assert design_effect(alike) == 1


def test_a_share_of_nothing_is_no_figure():
    with pytest.raises(ValueError, match="nothing"):
        share("inkwell", "f1", [])


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), min_size=1, max_size=60))
def test_a_share_lies_in_its_interval(answers):
    found = share("inkwell", "f1", [Outcome(article, right, "") for article, right in answers])
    assert 0 <= found.low <= found.value + 1e-9
    assert found.value <= found.high + 1e-9 <= 1 + 1e-9
    assert not math.isnan(found.low + found.high)


def test_a_part_holds_whole_groups_and_is_the_same_each_time():
    groups = ["a"] * 5 + ["b"] * 3 + ["c"] * 4 + ["d"]
    chosen = choose(groups, 6)
    assert chosen == choose(list(reversed(groups)), 6)
    assert sum(groups.count(group) for group in chosen) >= 6
    assert choose(groups, 100) == set(groups)
    assert len({choose(groups, 4, seed) for seed in range(20)}) > 1


def test_wanted_metrics_are_taken_with_their_intervals():
    assert figures(RESULT, ["auc", "f1"], "quick") == [
        Figure("inkwell", "auc", 0.5, None, None, 12, "quick"),
        Figure("inkwell", "f1", 0.75, 0.6, 0.9, 12, "quick"),
    ]


@pytest.mark.parametrize("metric", ["ap", "unheard"])
def test_a_metric_without_a_figure_is_said_to_be_missing(metric):
    with pytest.raises(MeasureError, match=f"inkwell: there is no figure for {metric}"):
        figures(RESULT, [metric], "whole")


def test_missing_answers_stop_the_measuring():
    with pytest.raises(MeasureError, match="3 of 12 items have no answer"):
        figures(RESULT | {"missing": 3}, ["f1"], "whole")
