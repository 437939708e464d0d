"""analysis.usual.wording: ranges, standing and gaps in words, at both ends and where nothing is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Measurement, Voice
from analysis.usual import wording


def row(value: float | None, percentile: float | None = None, interval: tuple[float, float] | None = None, *,
        opening: bool = False) -> Measurement:
    return Measurement("hedges", "a", Voice.OWN, value, "per 1,000 words", 600, usual_percentile=percentile,
                       interval=interval, part="opening" if opening else "article")


@pytest.mark.parametrize("low,high,words", [
    (3.6, 11.2, "4–11"), (0.4, 12.6, "0–13"), (0.0, 4.13, "0–4.1"), (0.21, 1.94, "0.2–1.9"), (2.04, 8.96, "2–9"),
    (0.012, 0.341, "0.01–0.34"), (10.1, 10.4, "10.1–10.4"), (2.0, 2.0, "2–2"), (900.0, 1234.0, "900–1,234"),
    (-0.123, 0.048, "−0.12 to 0.05"), (-0.001, 0.2, "0 to 0.20"), (0.0, 0.0, "0–0"),
])
def test_bounds_have_the_decimals_that_their_size_needs(low: float, high: float, words: str) -> None:
    assert wording.between(low, high) == words


def test_a_likely_range_is_said_only_beside_a_value() -> None:
    assert wording.likely(row(7.0, interval=(3.6, 11.2))) == "likely 4–11"
    assert wording.likely(row(7.0)) == ""
    assert wording.likely(row(3.6, interval=(3.6, 11.2))) == "likely 4–11"
    assert wording.likely(row(None, interval=(3.6, 11.2))) == ""
    assert wording.span(row(7.0)) == "not known"


def test_a_figure_beyond_its_range_is_said_to_be_so() -> None:
    assert wording.likely(row(54.0, interval=(14.2, 40.1))) == "partly chance; likely 14–40"
    assert wording.likely(row(1.0, interval=(2.0, 9.0))) == "partly chance; likely 2–9"


@pytest.mark.parametrize("percentile,words", [
    (92.7, "more than 92 %"), (56.0, "more than 56 %"), (55.0, "near the middle"), (50.0, "near the middle"),
    (45.0, "near the middle"), (44.0, "less than 56 %"), (7.4, "less than 92 %"), (99.9, "more than 99 %"),
    (100.0, "more than 99 %"), (0.0, "less than 99 %"),
])
def test_standing_reads_alike_at_both_ends(percentile: float, words: str) -> None:
    assert wording.how_usual(row(3.0, percentile)) == f"{words} of US political news articles"


@pytest.mark.parametrize("percentile,words", [
    (30.0, "none, as in about 60 %"), (1.0, "none, as in about 2 %"), (0.2, "none, as in less than 1 %"),
    (49.9, "none, as in more than 99 %"), (60.0, "none, as in more than 99 %"),
])
def test_where_nothing_was_found_those_with_nothing_either_are_counted(percentile: float, words: str) -> None:
    """Half of the ties count, so that 60 % of articles without a mark put one of them on the 30th percentile."""
    assert wording.how_usual_short(row(0.0, percentile)) == words


def test_a_count_of_an_opening_ties_with_many_and_is_said_to_be_about() -> None:
    assert wording.how_usual_short(row(1.0, 83.0, opening=True)) == "more than about 83 %"


def test_what_is_not_known_is_said() -> None:
    assert wording.how_usual(row(None)) == "how usual: not known for so few words"
    assert wording.how_usual(row(3.0)) == "how usual: not known"
    assert wording.how_usual_short(row(3.0)) == "not known"


@given(st.floats(0.01, 50), st.floats(0, 100))
def test_no_article_is_said_to_have_more_than_all_or_than_it_has(value: float, percentile: float) -> None:
    said = wording.how_usual_short(row(value, percentile))
    if said.startswith("more"):
        assert int(said.split()[2]) <= min(percentile, 99)
    elif said.startswith("less"):
        assert int(said.split()[2]) <= min(100 - percentile, 99)
    else:
        assert 45 <= percentile <= 55


@pytest.mark.parametrize("percentile,words", [
    (0.0, "a usual difference between outlets on one event"),
    (79.9, "a usual difference between outlets on one event"),
    (80.0, "larger than 8 in 10 pairs of outlets on one event"),
    (90.0, "larger than 9 in 10 pairs of outlets on one event"),
    (95.0, "larger than 19 in 20 pairs of outlets on one event"),
    (99.0, "larger than 99 in 100 pairs of outlets on one event"),
    (None, "how usual among outlets: not known"),
])
def test_a_gap_is_usual_up_to_the_eightieth_percentile(percentile: float | None, words: str) -> None:
    assert wording.gap_words(percentile) == words
