"""How the reference tables are counted: pairs, places of marks, spreads that are recovered from made-up counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.annotation import annotate
from analysis.model import Article, Voice
from analysis.usual import Spread, exact_p
from benchmarks.calibrate import __main__ as calibrate
from benchmarks.calibrate import coverage, power, split
from scripts.reference_usual import __main__ as reference
from scripts.reference_usual import corpus
from scripts.reference_usual.counts import Counted, counted
from scripts.reference_usual.fit import rate_between, rate_spread, share_between, share_spread
from scripts.reference_usual.foretold import covered, widened
from scripts.reference_usual.tables import SHARES, halves, quantile_rows, spread_rows

MANY = 4_000


def rows(spread: float, seed: int = 1) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of counts whose rates vary by ``spread`` around 10 per 1,000, in 600 and 900 words."""
    generator = np.random.default_rng(seed)
    rates = 0.01 * generator.gamma(1 / spread, spread, (MANY, 2))
    first, second = generator.poisson(rates * [600, 900]).T
    return [((int(one), 600), (int(other), 900)) for one, other in zip(first, second, strict=True) if one + other]


def test_the_spread_of_rates_is_recovered() -> None:
    assert rate_spread(rows(0.2)) == pytest.approx(0.2, rel=0.15)
    assert rate_spread(rows(0.01)) < 0.03


def test_the_mean_and_the_spread_between_articles_are_recovered() -> None:
    mean, between = rate_between([side for pair in rows(0.3) for side in pair])
    assert mean == pytest.approx(0.01, rel=0.05)
    assert between == pytest.approx(0.3, rel=0.15)


def test_the_correlation_of_shares_is_recovered() -> None:
    generator = np.random.default_rng(2)
    hits = generator.binomial(40, generator.beta(4.5, 4.5, (MANY, 2)))  # correlation 1 / (1 + 9)
    assert share_spread([((int(a), 40), (int(b), 40)) for a, b in hits]) == pytest.approx(0.1, rel=0.15)


def test_marks_have_the_place_of_the_words_before_them() -> None:
    text = "The crews walked to the gate at dawn. It was a shameful, ruinous farce, and the crews went home."
    one = counted(annotate(Article("a", text, "A shameful gate")))
    assert one.words[Voice.OWN] == 19
    places = one.marks["loaded_words", Voice.OWN]
    assert places[0] == 11
    assert one.openings["loaded_words", Voice.OWN] == len(places) + 1
    assert one.shares["headline"] == (1, 3)
    assert one.shares["voices"] == (0, 19)


def made(places: tuple[int, ...], words: int) -> Counted:
    return Counted(dict.fromkeys(Voice, words), {("hedges", Voice.OWN): places}, {}, {}, {}, {})


def test_halves_share_the_words_and_the_marks() -> None:
    assert halves(made((0, 4, 5, 9), 10), "hedges", Voice.OWN) == ((2, 5), (2, 5))
    assert halves(made((5,), 11), "hedges", Voice.OWN) == ((0, 5), (1, 6))


def test_quantiles_are_taken_from_stretches_of_one_length() -> None:
    found = [row for row in quantile_rows([made(tuple(range(0, 400, 10)), 400)] * 160) if row["length"] == 100]
    (row,) = found
    assert row["articles"] == 160
    assert set(str(row["percentiles 0 to 100"]).split()) == {"100"}
    """Every tenth word is marked, so every stretch of 100 words holds ten marks: 100 per 1,000."""


def frame() -> pd.DataFrame:
    """Two outlets, each with two articles on a flood and one on bread; all words of the flood are alike."""
    flood = "river flood embankment rescuers roofs boats evening sandbags pumps water {} " * 12
    bread = "bread bakery flour ovens price dough loaf yeast morning queue {} " * 12
    texts = [(text, day, outlet, f"{outlet}{place}") for outlet in ("Calder Wire", "Harbour Post")
             for place, (text, day) in enumerate(((flood.replace("{}", "mud stone"), "2031-03-01"),
                                                  (flood.replace("{}", "clay gate"), "2031-03-02"),
                                                  (bread.replace("{}", "salt"), "2031-03-02")))]
    made_of = pd.DataFrame(texts, columns=["text", "published", "outlet", "id"])
    return made_of.assign(title="Title", day=pd.to_datetime(made_of["published"]))


@pytest.mark.parametrize("main", [reference.main, calibrate.main], ids=["reference_usual", "calibrate"])
@pytest.mark.parametrize("kind", ["missing", "empty", "junk", "folder", "lacks columns", "no rows"])
def test_what_is_no_corpus_is_named_in_one_sentence(
    main: Callable[[list[str]], None], kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "news.parquet"
    if kind in ("empty", "junk"):
        path.write_bytes(b"" if kind == "empty" else b"bread and salt " * 20)
    if kind == "folder":
        path.mkdir()
    if kind == "lacks columns":
        frame().drop(columns=["outlet"]).to_parquet(path)
    if kind == "no rows":
        frame().head(0).to_parquet(path)
    with pytest.raises(SystemExit) as ended:
        main([str(path)])
    assert ended.value.code == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert str(path) in said
    assert "id, outlet, title, text, published" in said


def test_a_corpus_is_read_without_opinion_desks(tmp_path: Path) -> None:
    made_of = frame().drop(columns=["day"])
    made_of.loc[0, "outlet"] = "Calder Wire Opinion"
    made_of.to_parquet(tmp_path / "news.parquet")
    read = corpus.read(tmp_path / "news.parquet")
    assert read["id"].tolist() == frame()["id"].tolist()[1:]
    assert read["day"].dt.day.tolist() == [2, 2, 1, 2, 2]


def test_pairs_of_one_outlet_are_alike_and_pairs_of_two_outlets_of_one_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "TOO_ALIKE", 1.1)
    vectors = corpus.TfidfVectorizer
    monkeypatch.setattr(corpus, "TfidfVectorizer", lambda **_: vectors(sublinear_tf=True))
    news = frame()
    same = corpus.same_outlet(news)
    assert {(pair.first, pair.second) for pair in same} == {(0, 1), (3, 4)}
    assert {pair.outlet for pair in same} == {"Calder Wire", "Harbour Post"}
    event = corpus.same_event(news)
    assert all({pair.first < 3, pair.second < 3} == {True, False} for pair in event)
    assert len({place for pair in event for place in pair[:2]}) == 2 * len(event) > 0


def test_a_cell_shares_neither_outlet_nor_date_with_its_opposite() -> None:
    pairs = [corpus.Pair(n, n + 100, f"Outlet {n % 9}", f"20{10 + n % 10}-01-01", 0.5) for n in range(90)]
    cells = split.cells(pairs)
    assert sum(map(len, cells.values())) == 90
    for cell, held in cells.items():
        other = cells[cell.opposite]
        assert not {pair.outlet for pair in held} & {pair.outlet for pair in other}
        assert not {pair.day for pair in held} & {pair.day for pair in other}


def test_where_rates_vary_as_the_table_says_the_second_half_is_foretold() -> None:
    generator = np.random.default_rng(3)
    rates = 0.01 * generator.gamma(1 / 0.3, 0.3, 2_000)
    articles = [made(tuple(np.flatnonzero(generator.random(800) < rate)), 800) for rate in rates]
    table = {("hedges", "own"): Spread(share=False, mean=0.01, between=0.3, within=1e-3, topic=0.1, event=0.3)}
    (found,) = coverage.places(articles, table).values()
    assert covered(found) / len(found) == pytest.approx(0.95, abs=0.015)
    assert covered([0.01, 0.5, 0.99]) == 1


def framed(places: tuple[int, ...], spoken: int) -> Counted:
    """An article of so many sentences in its own voice, of which those at ``places`` are of a kind."""
    none, shares = dict.fromkeys(Voice, 0), dict.fromkeys(SHARES, (1, 2))
    return Counted(none, {}, {}, shares, none | {Voice.OWN: spoken}, {("framed", Voice.OWN): places})


def test_shares_are_taken_from_stretches_of_sentences() -> None:
    rows = list(quantile_rows([framed(tuple(range(0, 40, 4)), 40)] * 160))
    assert {row["length"] for row in rows} == {5, 8, 12, 20, 32}
    (eight,) = (row for row in rows if row["length"] == 8)
    assert set(str(eight["percentiles 0 to 100"]).split()) == {"25"}


def test_the_spread_of_shares_is_recovered() -> None:
    generator = np.random.default_rng(5)
    shares = generator.beta(0.2 * 9, 0.8 * 9, MANY)
    hits = generator.binomial(30, shares)
    assert share_between([(int(each), 30) for each in hits]) == pytest.approx(0.1, abs=0.015)


def test_a_share_of_sentences_has_a_gauge_by_voice() -> None:
    generator = np.random.default_rng(6)

    def article(share: float) -> Counted:
        return framed(tuple(np.flatnonzero(generator.random(40) < share)), 40)

    pairs = [(article(share), article(share)) for share in generator.beta(2, 8, 300)]
    every = spread_rows([one for pair in pairs for one in pair], pairs, pairs)
    rows = [row for row in every if row["gauge"] == "framed"]
    assert [(row["voice"], row["kind"]) for row in rows] == [("own", "share")]
    assert rows[0]["between"] == pytest.approx(1 / 11, abs=0.03)
    assert float(str(rows[0]["topic"])) < 0.03
    assert float(str(rows[0]["mean"])) == pytest.approx(0.2, abs=0.03)


def test_of_shares_too_second_halves_are_foretold() -> None:
    generator = np.random.default_rng(7)
    articles = [framed(tuple(np.flatnonzero(generator.random(60) < share)), 60)
                for share in generator.beta(1, 4, 2_000)]
    table = {("framed", "own"): Spread(share=True, mean=0.2, between=1 / 6, within=1e-3, topic=0.1, event=0.1)}
    (found,) = coverage.places(articles, table).values()
    assert covered(found) / len(found) == pytest.approx(0.95, abs=0.015)


def test_a_spread_too_small_for_what_halves_do_is_widened_and_no_other() -> None:
    generator = np.random.default_rng(4)
    rates = 0.02 * generator.gamma(1 / 0.3, 0.3, 1_500)
    bursts = rates[:, None] * generator.gamma(1 / 0.2, 0.2, (1_500, 2))
    marks = generator.poisson(bursts * 400)
    pairs = [((int(first), 400), (int(second), 400)) for first, second in marks]
    narrow = Spread(share=False, mean=0.02, between=0.3, within=0.05, topic=0.1, event=0.3)
    assert widened(narrow, pairs) > 0.1
    assert widened(replace(narrow, within=0.4), pairs) == 0.4


def test_without_spread_ours_finds_what_the_exact_test_finds() -> None:
    even = Spread(share=False, mean=0.01, between=0.06, within=0.0, topic=1e-6, event=1e-6)
    for one in power.powers(0.01, even):
        assert one.ours >= 0.75 * one.exact
    wide = Spread(share=False, mean=0.01, between=0.3, within=0.0, topic=0.2, event=0.3)
    found = {(one.base, one.factor, one.words): one for one in power.powers(0.01, wide)}
    assert found[10, 5, 600].ours < found[10, 5, 600].exact
    assert found[10, 5, 600].exact_alarms > 0.02
    assert float(exact_p(6, 600, 30, 600)) < 0.001


def test_spreads_have_one_row_a_gauge_and_that_between_outlets_is_never_the_smaller_one() -> None:
    generator = np.random.default_rng(4)
    articles = [
        made(tuple(np.flatnonzero(generator.random(500) < 0.01 * generator.gamma(4, 0.25))), 500) for _ in range(240)
    ]
    shares = [article._replace(shares=dict.fromkeys(SHARES, (3, 9))) for article in articles]
    pairs = list(zip(shares[::2], shares[1::2], strict=True))
    found = {(row["gauge"], row["voice"]): row for row in spread_rows(shares, pairs, pairs[:60])}
    assert ("hedges", "own") in found
    assert ("loaded_words", "own") not in found
    row = found["hedges", "own"]
    assert row["topic pairs"] == len([1 for one, other in pairs if len(one.marks["hedges", Voice.OWN]) + len(
        other.marks["hedges", Voice.OWN])])
    assert float(str(row["event"])) >= float(str(row["topic"])) > 0
    assert float(str(row["mean"])) == pytest.approx(0.01, rel=0.2)
    assert {name for name, voice in found if voice == ""} == set(SHARES)
