"""How usual and how sure a mean tone is, and whether two outlets differ by more than chance: hand-computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import erfc, sqrt
from pathlib import Path

import numpy as np
import pytest
from handmade_story import told
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import TableError
from analysis.model import Span, Tone, TonedClause, ToneGap, Voice
from analysis.report.story import story_dict
from analysis.tone import beyond_chance, gaps, how_usual, likely, measurement, summary
from analysis.tone.counting import counts_of
from analysis.tone.gaps import LEVEL, chances_of
from analysis.usual import percentile_of, provenance, quantiles, tables, tones, usual_range
from analysis.usual.tones import (
    ToneSpread,
    tone_interval,
    tone_posterior,
    tone_spread,
    tone_spreads,
    tones_least,
    tones_p,
)

SPREAD = ToneSpread((0.3, 0.5, 0.2), between=0.2, within=0.1, topic=0.05, event=0.1)
TABLE = {Voice.OWN: SPREAD}
COUNTS = st.tuples(*[st.integers(0, 400)] * 3).filter(lambda counts: sum(counts) > 0)


def toned(article: str, negative: int, neutral: int, positive: int, entity: str = "teviot",
          voice: Voice = Voice.OWN) -> Tone:
    labels = [-1] * negative + [0] * neutral + [1] * positive
    clauses = tuple(TonedClause(article, "text", 9 * place, 9 * place + 5, Span(9 * place, 9 * place + 3), voice, label,
                                0.5 * label) for place, label in enumerate(labels))
    return Tone(entity, article, voice, clauses, sum(labels) / len(labels) if len(labels) >= 5 else None, 0.0, 0.0)


def test_the_posterior_adds_clauses_of_one_tone_that_stand_together_as_fewer() -> None:
    """Six clauses with a correlation of .1 count as 6 / 1.5 = 4; the prior weighs 1 / .2 - 1 = 4."""
    assert tone_posterior(SPREAD, (3, 0, 3)) == pytest.approx((1.2 + 2, 2.0, 0.8 + 2))
    assert tone_posterior(SPREAD, (0, 0, 0)) == pytest.approx((1.2, 2.0, 0.8))


def test_the_likely_range_holds_95_of_100_of_what_the_posterior_draws() -> None:
    drawn = np.random.default_rng(3).dirichlet(tone_posterior(SPREAD, (9, 8, 3)), 20_000)
    low, high = tone_interval(SPREAD, (9, 8, 3))
    means = drawn[:, 2] - drawn[:, 0]
    assert np.mean((low <= means) & (means <= high)) == pytest.approx(0.95, abs=0.01)
    assert np.mean(means < low) == pytest.approx(0.025, abs=0.01)


@given(COUNTS)
@settings(deadline=None, max_examples=60)
def test_a_likely_range_lies_on_the_scale(counts: tuple[int, int, int]) -> None:
    for spread in (SPREAD, *tone_spreads().values()):
        low, high = tone_interval(spread, counts)
        assert -1 <= low < high <= 1


def test_more_clauses_of_the_same_kind_make_the_range_narrower() -> None:
    widths = [high - low for low, high in (tone_interval(SPREAD, (3 * n, 2 * n, n)) for n in (1, 3, 9, 27))]
    assert widths == sorted(widths, reverse=True)


def test_two_means_are_compared_with_the_variance_that_the_correlation_gives_them() -> None:
    """Ten labels, five of them -1: variance .25. Without correlation each side has .25 / 5, the means lie 1 apart."""
    assert tones_p((5, 0, 0), (0, 5, 0), 0.0) == pytest.approx(erfc(1 / sqrt(2 * 0.25 * 0.4)))
    assert tones_p((5, 0, 0), (0, 5, 0), 0.1) == pytest.approx(erfc(1 / sqrt(2 * 0.25 * 2 * 1.4 / 5)))
    assert tones_p((5, 0, 0), (7, 0, 0), 0.0) == 1
    assert tones_p((2, 6, 2), (1, 3, 1), 0.1) == 1


@given(COUNTS, COUNTS, st.floats(0.001, 0.9))
@settings(deadline=None, max_examples=80)
def test_a_p_is_the_same_both_ways_and_no_smaller_than_the_labels_allow(
    one: tuple[int, int, int], other: tuple[int, int, int], correlation: float
) -> None:
    p = tones_p(one, other, correlation)
    assert 0 <= p <= 1
    assert p == pytest.approx(tones_p(other, one, correlation))
    assert p == pytest.approx(tones_p(one[::-1], other[::-1], correlation))
    assert tones_least(one, other, correlation) <= p * (1 + 1e-9)


def test_the_least_p_deals_the_labels_as_unevenly_as_can_be() -> None:
    assert tones_least((2, 3, 0), (3, 2, 0), 0.1) == pytest.approx(tones_p((5, 0, 0), (0, 5, 0), 0.1))
    assert tones_least((5, 0, 0), (8, 0, 0), 0.1) == 1


def test_a_gap_has_its_chance_and_its_place_among_outlets() -> None:
    low, high = toned("a", 5, 1, 0), toned("b", 0, 4, 4)
    (gap,) = gaps([high, low], TABLE)
    assert (gap.low, gap.high, gap.entity, gap.voice) == ("a", "b", "teviot", Voice.OWN)
    assert gap.gap == pytest.approx(0.5 + 5 / 6)
    assert gap.chance_p == pytest.approx(tones_p((5, 1, 0), (0, 4, 4), 0.05))
    assert gap.gap_percentile == pytest.approx(100 * (1 - tones_p((5, 1, 0), (0, 4, 4), 0.1)))


def test_the_chance_is_the_sum_over_all_pairs_of_the_story_that_could_give_it() -> None:
    clear = [toned("a", 9, 1, 0), toned("b", 0, 2, 8)]
    (alone,) = gaps(clear, TABLE)
    other = [toned("a", 5, 5, 0, "holm"), toned("b", 4, 6, 0, "holm")]
    same = [toned("a", 6, 0, 0, "brandt"), toned("b", 9, 0, 0, "brandt")]
    found = {gap.entity: gap for gap in gaps([*clear, *other, *same], TABLE)}
    least = tones_least((5, 5, 0), (4, 6, 0), 0.05)
    assert least > (alone.chance_p or 0)
    assert found["teviot"].chance_p == alone.chance_p, "the other pairs cannot give so small a p"
    assert found["holm"].chance_p == pytest.approx(min(1, 2 * tones_p((5, 5, 0), (4, 6, 0), 0.05)))
    assert found["brandt"].chance_p == 1
    twice = gaps([*clear, *(toned(name, *counts_of(tone), "holm") for name, tone in zip("ab", clear, strict=True))],
                 TABLE)
    assert [gap.chance_p for gap in twice] == pytest.approx([2 * (alone.chance_p or 0)] * 2)


def test_without_a_mean_or_a_table_there_is_no_chance() -> None:
    assert gaps([toned("a", 2, 0, 0), toned("b", 0, 5, 0)], TABLE) == ()
    (quoted,) = gaps([toned("a", 9, 0, 0, voice=Voice.QUOTED), toned("b", 0, 9, 0, voice=Voice.QUOTED)], TABLE)
    assert (quoted.chance_p, quoted.gap_percentile) == (None, None)
    assert not beyond_chance(quoted)
    assert chances_of([], TABLE) == []


def test_two_articles_of_one_outlet_are_no_pair_of_outlets() -> None:
    tones = [toned("a", 9, 1, 0), toned("b", 0, 2, 8), toned("c", 0, 4, 6)]
    found = gaps(tones, TABLE, {"a": "Quill Post", "b": "Quill Post", "c": None})
    assert [(gap.low, gap.high) for gap in found] == [("a", "c"), ("c", "b")]
    assert len(gaps(tones, TABLE, {"a": None, "b": None, "c": None})) == 3


def test_thousands_of_pairs_are_corrected_at_once() -> None:
    many = [(Voice.OWN, (n % 7, 5, n % 5), (n % 3, 6, n % 11)) for n in range(4_000)]
    found = chances_of(many, TABLE)
    assert len(found) == 4_000
    assert all(p is not None and p > LEVEL for p in found)


def test_the_shipped_tables_place_a_mean_of_each_voice() -> None:
    for voice in Voice:
        row = measurement(toned("a", 3, 2, 1, voice=voice))
        assert row.basis == 6
        placed = percentile_of(row)
        assert placed is not None
        assert 0 < placed < 100
        band = usual_range("tone", voice, 6)
        assert band is not None
        assert -1 <= band[0] < band[1] <= 1
    assert percentile_of(measurement(toned("a", 4, 0, 0))) is None
    assert tone_spreads()[Voice.QUOTED].topic is None
    assert {min(table) for (name, _), table in quantiles().items() if name == "tone"} == {5}


def test_the_provenance_says_what_tone_was_counted_in() -> None:
    told_of = provenance()["tone"]
    assert told_of["articles"] == provenance()["articles"]
    assert told_of["counted_on"].startswith("20")


HEAD = "voice,negative,neutral,positive,between,within,topic,event\n"


@pytest.mark.parametrize("text", ["", "voice\nown\n", HEAD, HEAD + "own,0.3,0.5,0.2,0.1,nan,0.1,0.1\n",
                                  HEAD + "own,0.3,0.5,0.2,0.1,0.1,0,0.1\n", HEAD + "sung,0.3,0.5,0.2,0.1,0.1,,\n"])
def test_a_damaged_table_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    if text:
        (tmp_path / tones.SPREADS).write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=r"tone_spreads\.csv"):
        tone_spreads.__wrapped__()


@pytest.mark.parametrize("damage", [
    lambda line: line.replace("0.3467", "0.9467"), lambda line: line.rstrip("\n"), lambda line: line * 2,
    lambda line: line.rstrip("\n") + ",7\n", lambda line: line.replace("0.1575", "1.5"),
])
def test_a_table_of_spreads_that_cannot_be_right_is_named(
    damage: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "voice,negative,neutral,positive,between,within,topic,event\n"
    line = "own,0.3467,0.4813,0.1720,0.1575,0.0574,0.054,0.054\n"
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    (tmp_path / tones.SPREADS).write_text(head + line, encoding="utf-8")
    assert list(tone_spreads.__wrapped__()) == [Voice.OWN]
    (tmp_path / tones.SPREADS).write_text(head + damage(line), encoding="utf-8")
    with pytest.raises(TableError, match=r"tone_spreads\.csv"):
        tone_spreads.__wrapped__()


@pytest.mark.parametrize("length, figures", [("0", range(101)), ("-1", range(101)), ("5", range(101, 0, -1))])
def test_quantiles_that_fall_or_stand_at_no_length_are_named(
    length: str, figures: Iterable[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    head = "measure,voice,length,articles,percentiles 0 to 100\n"
    (tmp_path / tables.QUANTILES).write_text(
        head + "hedges,own,100,9," + " ".join(map(str, range(101))) + "\n", encoding="utf-8")
    (tmp_path / tables.TONE_QUANTILES).write_text(
        head + f"tone,own,{length},9," + " ".join(map(str, figures)) + "\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"tone_quantiles\.csv"):
        quantiles.__wrapped__()


def test_a_row_without_pairs_has_a_range_and_no_test() -> None:
    row = {"voice": "quoted", "negative": 0.5, "neutral": 0.2, "positive": 0.3, "between": 0.2, "within": 0.1,
           "topic": "", "event": ""}
    assert tone_spread(row) == ToneSpread((0.5, 0.2, 0.3), 0.2, 0.1, None, None)


@pytest.mark.parametrize("percentile,words", [
    (None, ""), (50.0, "near the middle"), (41.0, "near the middle"), (60.0, "more positive than 6 in 10"),
    (40.0, "more negative than 6 in 10"), (18.0, "more negative than 8 in 10"), (95.0, "more positive than 19 in 20"),
    (0.4, "more negative than 99 in 100"), (100.0, "more positive than 99 in 100"),
])
def test_a_percentile_is_said_in_words(percentile: float | None, words: str) -> None:
    assert how_usual(Tone("teviot", "a", Voice.OWN, (), -0.2, 0.5, 0.0, percentile)) == words


def test_a_range_is_said_with_signs() -> None:
    assert likely(Tone("teviot", "a", Voice.OWN, (), -0.2, 0.5, 0.0, None, (-0.613, 0.046))) == "likely −0.61 to 0.05"
    assert likely(toned("a", 1, 0, 0)) == ""


LABELLED = {"a": "Quill Post", "b": "Northline Wire", "c": "Daily Lamp"}


def said(*those: Tone) -> str:
    return summary("Teviot", those, LABELLED, gaps(those, TABLE))


def test_the_sentence_is_about_the_means_that_stand_in_the_table() -> None:
    plain = said(toned("a", 3, 2, 1), toned("b", 0, 4, 1))
    assert "lowest mean is that of Quill Post (−0.33, 6 clauses)" in plain
    assert "highest that of Northline Wire (+0.20, 5 clauses)" in plain
    assert "articles of one outlet differ by this much too, so we cannot call it a difference" in plain
    clear = said(toned("a", 6, 0, 0), toned("b", 0, 0, 6))
    assert "Between Quill Post and Northline Wire it is more than chance, and larger than" in clear
    assert "pairs of outlets on one event" in clear


def test_what_is_more_than_chance_need_not_be_the_widest_gap() -> None:
    told_of = said(toned("a", 5, 0, 0), toned("b", 39, 1, 0), toned("c", 2, 38, 0))
    assert "lowest mean is that of Quill Post" in told_of
    assert "Between Northline Wire and Daily Lamp it is more than chance" in told_of


def test_where_no_gap_is_tested_the_sentence_says_so() -> None:
    quoted = [toned(name, *counts, voice=Voice.QUOTED) for name, counts in (("a", (5, 0, 0)), ("b", (0, 5, 0)))]
    assert "Whether that is more than chance is not known." in summary("Teviot", quoted, LABELLED, gaps(quoted, TABLE))


def test_the_json_of_a_comparison_holds_the_gaps() -> None:
    from dataclasses import replace

    made = told()
    first, second, _ = (article.id for article in made.articles)
    both = toned(first, 9, 1, 0), toned(second, 0, 2, 8)
    found = story_dict(replace(made, tones=both, tone_gaps=gaps(both)))
    (gap,) = found["tone_gaps"]
    assert (gap["low"], gap["high"], gap["voice"]) == (first, second, Voice.OWN)
    assert 0 < gap["chance_p"] < LEVEL
    assert gap["gap_percentile"] > 90
    assert {"usual_percentile", "interval", "mean"} <= set(found["tone"][0])


def every(gap: ToneGap) -> Iterator[float]:
    yield from (each for each in (gap.gap, gap.chance_p, gap.gap_percentile) if each is not None)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(list(Voice)), COUNTS), max_size=9))
@settings(deadline=None, max_examples=25)
def test_any_story_has_gaps_within_bounds(of: list[tuple[str, Voice, tuple[int, int, int]]]) -> None:
    those = {(article, voice): toned(article, *(n // 40 for n in counts), voice=voice)
             for article, voice, counts in of if sum(n // 40 for n in counts)}
    for gap in gaps(those.values()):
        assert 0 <= gap.gap <= 2
        assert gap.chance_p is None or 0 <= gap.chance_p <= 1
        assert all(0 <= each <= 100 for each in every(gap))
