"""Where outlets stand over several stories: rates, distances, ranges, shrinking, and what is too thin to show."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from pathlib import Path

import pytest
from handmade_outlets import HABIT, OUTLETS, THIN, fill
from hypothesis import given
from hypothesis import strategies as st

from analysis import outlets
from analysis.model import Article, Correction, Story, Voice
from analysis.outlets import Piece, Shelf, drawing, ranges
from analysis.outlets.sheet import Figure
from analysis.store import Library

LOADED = ("loaded_words", Voice.OWN)


def piece(outlet: str | None, event: str, passages: int, words: int, measure: str = "loaded_words") -> Piece:
    name = f"{outlet}-{event}-{passages}-{words}"
    return Piece(name, outlet, event, {(measure, Voice.OWN): Figure(passages, words)})


def library_of(rates: dict[str, Sequence[int]], articles: int = 2) -> list[Piece]:
    """Each outlet's passages per 1,000 words in each event, in ``articles`` articles of 1,000 words each."""
    return [
        Piece(f"{outlet}-{event}-{number}", outlet, f"e{event}", {LOADED: Figure(rate, 1_000)})
        for outlet, told in rates.items() for event, rate in enumerate(told) for number in range(articles)
    ]


def test_the_articles_of_an_outlet_in_one_event_count_together_and_against_the_mean_of_the_others() -> None:
    pieces = [piece("A", "e", 3, 300), piece("A", "e", 1, 100), piece("B", "e", 2, 400), piece(None, "e", 0, 200)]
    first, second = outlets.tellings(pieces, *LOADED)
    assert (first.outlet, first.rate, first.others, first.distance) == ("A", 10.0, 2.5, 7.5)  # 4 of 400; (5 + 0) / 2
    assert (second.outlet, second.rate, second.others, second.distance) == ("B", 5.0, 5.0, 0.0)  # (10 + 0) / 2
    assert (first.passages, first.basis, len(first.articles)) == (4, 400, 2)


def test_too_few_words_are_no_rate_and_no_yardstick() -> None:
    alone, thin = outlets.tellings([piece("A", "e", 3, 300), piece("B", "e", 0, 99)], *LOADED)
    assert (alone.rate, alone.others, alone.distance) == (10.0, None, None)
    assert (thin.rate, thin.others, thin.distance) == (None, 10.0, None)


def test_a_share_is_of_the_sentences_of_all_articles_together() -> None:
    pieces = [piece("A", "e", 1, 4, "loaded_sentences"), piece("A", "e", 2, 8, "loaded_sentences"),
              piece("B", "e", 2, 4, "loaded_sentences")]
    first, thin = outlets.tellings(pieces, "loaded_sentences", Voice.OWN)
    assert (first.rate, first.basis) == (25.0, 12)
    assert thin.rate is None


def test_a_range_from_four_events_reaches_from_the_smallest_to_the_largest_draw() -> None:
    assert ranges.interval([0.0, 0.0, 0.0, 4.0]) == (0.0, 4.0)
    assert ranges.interval([2.5] * 6) == (2.5, 2.5)


def test_an_outlet_steadier_than_all_borrows_from_their_spread() -> None:
    # Own variance 4, that of all 16: (3 * 4 + 2 * 16)/5 = 8.8, and so sqrt(2.2) times as wide; the mean is 1.
    low, high = ranges.interval([0.0, 0.0, 0.0, 4.0], 16.0)
    assert (low, high) == (pytest.approx(1 - sqrt(2.2)), pytest.approx(1 + 3 * sqrt(2.2)))
    assert ranges.interval([0.0, 0.0, 0.0, 4.0], 1.0) == (0.0, 4.0)
    # No spread at all in three values: 2/4 of a variance of 12, over 3 events, is 2.
    assert ranges.interval([5.0] * 3, 12.0)[1] == pytest.approx(5 + 1.959964 * sqrt(2))


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=12))
def test_a_range_lies_within_the_values(values: list[float]) -> None:
    low, high = ranges.interval(values)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9


def test_more_events_make_the_range_narrower() -> None:
    few, many = ranges.interval([0.0, 4.0] * 4), ranges.interval([0.0, 4.0] * 16)
    assert many[1] - many[0] < (few[1] - few[0]) / 1.8


def test_spread_within_and_between_outlets() -> None:
    # Means -4, -2, 0, 2, 4, each from two values one apart from it: s2 = 10/5, MSB = 2 * 40 / 4, n0 = 2.
    assert ranges.spread([(mean - 1, mean + 1) for mean in (-4, -2, 0, 2, 4)]) == (2.0, 9.0)
    # One value and three: s2 = (4 + 1 + 1)/2, means 0 and 8, grand mean 6, MSB = 36 + 3 * 4, n0 = 4 - 10/4.
    within, between = ranges.spread([(0.0,), (6.0, 9.0, 9.0)])
    assert within == pytest.approx(3.0)
    assert between == pytest.approx((48 - 3) / 1.5)
    assert ranges.spread([(1.0,), (2.0,)]) == (0.0, 0.0)


def test_shrinking_by_hand() -> None:
    moved = ranges.shrunk({str(mean): (mean - 1, mean + 1) for mean in (-4, -2, 0, 2, 4)})
    # V = 2/2 = 1, tau2 = 9, S = 2/4 * 1/10; value = 4 - 0.05 * 4.
    assert moved["4"].weight == pytest.approx(0.05)
    assert moved["4"].value == pytest.approx(3.8)
    # s^2 = 1 (1 - 4/5 * 0.05) + 2/2 * 0.05^2 * 10/10 * 4^2 = 0.96 + 0.04
    assert moved["4"].scale == pytest.approx(1.0)
    assert moved["0"].value == pytest.approx(0.0)
    assert moved["0"].scale == pytest.approx(sqrt(0.96))


def test_the_fewer_the_events_the_further_a_figure_is_moved() -> None:
    groups = {"many": [3.0, 5.0] * 8, "few": [3.0, 5.0], "b": [-1.0, 1.0] * 4, "c": [0.0, -2.0] * 4, "d": [1.0, 3.0]}
    moved = ranges.shrunk(groups)
    assert 0 < moved["many"].weight < moved["few"].weight < 1
    assert moved["few"].value < moved["many"].value < 4.0


def test_fewer_than_four_outlets_are_not_moved() -> None:
    moved = ranges.shrunk({"a": [0.0, 2.0], "b": [4.0, 6.0], "c": [9.0, 9.0]})
    assert {name: one.value for name, one in moved.items()} == {"a": 1.0, "b": 5.0, "c": 9.0}
    assert all((one.weight, one.scale) == (0.0, 1.0) for one in moved.values())


def test_alphabetical_whatever_the_values() -> None:
    found = outlets.standings(library_of({"b": [1] * 4, "C": [9] * 4, "a": [6] * 4}), *LOADED)
    assert [one.outlet for one in found] == ["a", "b", "C"]
    assert [one.mean for one in found] == [1.0, -6.5, 5.5]  # 6 - (1 + 9)/2; 1 - (6 + 9)/2; 9 - (6 + 1)/2


def test_eight_articles_in_four_stories_are_shown_and_less_is_not() -> None:
    enough = library_of({"A": [5, 6, 7, 8], "B": [1, 2, 2, 1]})
    assert [one.lacks for one in outlets.standings(enough, *LOADED)] == ["", ""]
    thin = [one for one in enough if one.article != "A-0-1"]
    first, second = outlets.standings(thin, *LOADED)
    assert (first.lacks, first.value, first.interval) == ("7 of 8 articles, 4 of 4 stories", None, None)
    assert second.lacks == ""
    three = library_of({"A": [5, 6, 7], "B": [1, 2, 2]}, articles=3)
    assert {one.lacks for one in outlets.standings(three, *LOADED)} == {"9 of 8 articles, 3 of 4 stories"}


def test_beside_the_others_only_shared_stories_count_and_alone_all_do() -> None:
    pieces = [one for one in library_of({"A": [5, 6, 7, 8, 20], "B": [1, 2, 2, 1, 1]})
              if (one.outlet, one.event) != ("B", "e4")]
    beside, alone = (outlets.standings(pieces, *LOADED, way)[0] for way in ("beside", "alone"))
    assert (beside.mean, beside.articles, len(beside.tellings)) == (5.0, 8, 4)  # 4, 4, 5, 7
    assert (alone.mean, alone.articles, len(alone.tellings)) == (9.2, 10, 5)


def test_what_is_found_in_hardly_any_story_gets_no_range_of_no_width() -> None:
    found = outlets.standings(library_of({"A": [0, 0, 0, 3, 0], "B": [0] * 5}), *LOADED)
    assert {one.lacks for one in found} == {"passages in 1 of 4 stories: too rare to tell"}


def test_an_outlet_like_the_others_has_a_figure_of_0_and_no_range_of_no_width() -> None:
    found = outlets.standings(library_of({"A": [5] * 4, "B": [5] * 4}), *LOADED)
    assert [(one.lacks, one.value, one.interval) for one in found] == [("", 0.0, None)] * 2
    assert drawing.spoken(found[0], "beside") == "0 (no range)"
    (dot,) = drawing.plot(found, {"A": "A", "B": "B"}, *LOADED, "beside").data
    assert list(dot.error_x.array) == list(dot.error_x.arrayminus) == [0.0, 0.0]


def test_rounding_is_neither_a_passage_nor_a_range() -> None:
    """The mean of 1 and 2 of 1,300 words is off 3 of 2,600 by rounding alone."""
    pieces = [piece(outlet, f"e{event}", passages, words) for event in range(8)
              for outlet, passages, words in (("A", 3, 2_600), ("B", 1, 1_300), ("C", 2, 1_300))]
    one = outlets.standings(pieces, *LOADED)[0]
    assert one.tellings[0].distance != 0
    assert (one.lacks, one.interval) == ("", None)
    assert one.value == pytest.approx(0.0, abs=1e-12)
    assert ranges.interval([1e-15, 0.0, -1e-15, 0.0], 4.0)[1] == pytest.approx(1.959964 * sqrt((2 * 4 / 5) / 4))


def test_where_another_outlet_varies_an_outlet_like_the_others_has_a_range() -> None:
    rates: dict[str, Sequence[int]] = {"A": [5] * 4, "B": [1, 9, 3, 7], "C": [9, 1, 7, 3]}
    # The mean of B and C is always 5.
    one = outlets.standings(library_of(rates), *LOADED)[0]
    assert (one.lacks, one.value) == ("", 0.0)
    assert one.interval is not None
    assert one.interval[0] < -1 < 1 < one.interval[1]


def test_an_outlet_without_a_passage_is_told_apart_from_outlets_with_many() -> None:
    pieces = library_of({"A": [0] * 4, "B": [5, 6, 7, 8]})
    beside, alone = (outlets.standings(pieces, *LOADED, way)[0] for way in ("beside", "alone"))
    assert (beside.lacks, beside.mean) == ("", -6.5)
    assert alone.lacks == "passages in 0 of 4 stories: too rare to tell"


@pytest.mark.parametrize("name,shown", [
    ("Post", "Post"), (" Post ", " Post "), ("7", "7"), (None, None), ("", None), (" \t\u00a0", None),
    ("\u200b\u202e", None),
])
def test_a_name_of_which_nothing_can_be_seen_is_none(name: str | None, shown: str | None) -> None:
    assert outlets.known(name) == shown


def test_the_range_holds_the_mean_and_words_and_chart_tell_the_same() -> None:
    pieces = library_of({"A": [5, 6, 7, 8], "B": [1, 2, 2, 1]})
    found = outlets.standings(pieces, *LOADED)
    one = found[0]
    assert one.mean == one.value == 5.0  # (4 + 4 + 5 + 7) / 4
    assert one.interval is not None
    assert 4.0 <= one.interval[0] < 5.0 < one.interval[1] <= 7.0
    labels = {"A": "A", "B": "<b>B"}
    text = drawing.alt_text(found, labels, *LOADED, "beside")
    assert "A +5 (likely +4 to +7)" in text
    assert "n = 16 articles of 2 outlets" in text
    figure = drawing.plot(found, labels, *LOADED, "beside")
    assert list(figure.data[0].x) == [5.0, -5.0]
    assert figure.layout.yaxis.ticktext == ("A", "&lt;b&gt;B")
    assert figure.layout.xaxis.range[0] < -7 < 0 < 7 < figure.layout.xaxis.range[1]


@pytest.mark.parametrize("value,way,shown", [
    (0.0, "beside", "0"), (-0.001, "beside", "0"), (1.26, "beside", "+1.3"), (-0.26, "alone", "−0.26"),
    (12.0, "alone", "12"),
])
def test_numbers_as_shown(value: float, way: outlets.Way, shown: str) -> None:
    assert drawing.number(value, way) == shown


@pytest.fixture
def library(tmp_path: Path) -> Library:
    opened = Library(f"sqlite:///{tmp_path / 'library.db'}")
    fill(opened, 4)
    return opened


def shelf_of(library: Library) -> Shelf:
    articles: dict[str, Article] = {one.id: one for one in library.articles()}
    return {story: tuple(articles[one] for one in story.articles) for story in library.stories()}


def test_the_figures_of_a_library_are_those_of_its_articles(library: Library) -> None:
    pieces = outlets.pieces_of(library, shelf_of(library))
    assert outlets.outlets_of(pieces) == (*OUTLETS, THIN)
    (one,) = [piece for piece in pieces if (piece.outlet, piece.event) == ("Quill Gazette", "event-02")]
    text = library.article(one.article).text.lower()
    assert one.figures[LOADED].passages == text.count(HABIT) + text.count("disgraceful")
    assert pieces == outlets.pieces_of(library, shelf_of(library))  # now read where they were kept


def test_a_dismissed_mark_is_no_longer_counted(library: Library) -> None:
    before = {one.article: one for one in outlets.pieces_of(library, shelf_of(library))}
    digest = outlets.digest(library, shelf_of(library))
    start = library.article("e00-3").text.lower().index(HABIT)
    library.add_correction(Correction("e00-3", "text", start, start + len(HABIT), "dismiss"))
    after = {one.article: one for one in outlets.pieces_of(library, shelf_of(library))}
    assert after["e00-3"].figures[LOADED].passages == before["e00-3"].figures[LOADED].passages - 1
    assert {one for one in after if after[one] != before[one]} == {"e00-3"}
    assert outlets.digest(library, shelf_of(library)) != digest


def test_an_article_of_a_blank_outlet_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handmade_outlets.OUTLETS", (*OUTLETS, " "))
    opened = Library(f"sqlite:///{tmp_path / 'blank.db'}")
    fill(opened, 1)
    pieces = outlets.pieces_of(opened, shelf_of(opened))
    assert [one.outlet for one in pieces] == [*OUTLETS, None, THIN]


def test_an_article_in_two_stories_counts_once(library: Library) -> None:
    library.save_story(Story("twice", "Told twice", ("e00-0", "e00-1")))
    pieces = outlets.pieces_of(library, shelf_of(library))
    assert [one.event for one in pieces if one.article == "e00-0"] == ["event-00"]


def test_the_stories_of_an_outlet_come_whole(library: Library) -> None:
    articles, events = outlets.told_with(library, shelf_of(library), THIN)
    assert sorted(set(events)) == ["event-00", "event-01"]
    assert len(articles) == len(events) == 2 * (len(OUTLETS) + 1)
