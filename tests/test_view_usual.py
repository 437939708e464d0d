"""Likely ranges and how usual a figure is, on Compare (All measures), on Article and on Methods."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import comparison
from lxml import html
from streamlit.testing.v1 import AppTest
from test_view_compare import HOSTILE, hostile, library, page_html, run  # noqa: F401  (fixtures)

from analysis import charts
from analysis.model import Comparison, Story
from views import article_numbers, shared
from views.masks import unmasked
from views.parts import usual_methods

ARTICLE = Path(__file__).parents[1] / "views" / "article.py"


def known() -> Comparison:
    """The story of ``handmade`` with a likely range and a percentile for every value; that of 0 is the 30th."""
    made = comparison()
    rows = tuple(
        row if row.value is None else replace(row, interval=(row.value / 2, row.value + 20.0),
                                              usual_percentile=92.4 if row.value else 30.0)
        for row in made.measurements
    )
    return replace(made, measurements=rows)


@pytest.fixture(autouse=True)
def usual(monkeypatch: pytest.MonkeyPatch) -> None:
    """A usual range that is the same for all lengths."""
    monkeypatch.setattr(charts, "usual_range", lambda measure, voice, words: (2.0, 30.0))


def test_cells_hold_the_likely_range_and_a_strip(run: Callable[..., AppTest]) -> None:  # noqa: F811
    shown = page_html(run(known(), tab="All measures"))
    first = next(row for row in known().measurements if row.article == "bbb222" and row.measure == "loaded_words")
    assert first.value == 0
    cell = html.fromstring(shown).xpath("//tr[th='Loaded words']/td[@class='n']")[0]
    assert cell.text == "0"
    assert cell.xpath("span[@class='px-likely']/text()") == ["likely 0–20"]
    assert "usual 2–30" in cell.xpath("span[@role='img']/@aria-label")[0]
    assert "not yet measured" not in "".join(shown.split("Every figure of this story")[1:])


def test_the_table_under_the_chart_says_how_usual(run: Callable[..., AppTest]) -> None:  # noqa: F811
    app = run(known(), tab="All measures")
    rows = html.fromstring(page_html(app)).xpath("//table[contains(@class, 'px-charted')]/tbody/tr")
    post = next(row for row in known().measurements if row.article == "aaa111" and row.measure == "loaded_words")
    cells = [[cell.text_content() for cell in row] for row in rows]
    likely = f"{(post.value or 0) / 2:.0f}–{(post.value or 0) + 20:.0f}"
    assert cells[0][1:] == [charts.number(post.value), likely, "more than 92 %", "2", str(post.basis)]
    assert cells[1][3] == "none, as in about 60 %"
    assert cells[2][1:4] == ["not enough text", "not known", "not known"]
    assert "usual 2–30" in str(app.get("plotly_chart")[0].proto)


def test_without_reference_the_cells_hold_the_figure_alone(
    run: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    monkeypatch.setattr(charts, "usual_range", lambda measure, voice, words: None)
    shown = page_html(run(comparison(), tab="All measures"))
    assert "px-strip" not in shown
    assert "not known" in shown


def test_article_opens_strips_on_one_scale_and_a_table() -> None:
    made = known()
    shown = html.fromstring(article_numbers.numbers(made, "aaa111", unmasked))
    (opened,) = [each for each in shown.xpath("//details") if "Loaded words" in each.xpath("summary")[0].text_content()]
    labels = opened.xpath(".//span[@role='img']/@aria-label")
    assert len(labels) == 2
    assert len({label.split("scale ")[1] for label in labels}) == 1
    rows = [[cell.text_content() for cell in row] for row in opened.xpath(".//table/tbody/tr")]
    assert [row[0] for row in rows] == ["own", "quoted"]
    assert all(row[3] == "more than 92 %" for row in rows if row[1] != "not enough text")
    assert opened.xpath(".//ul/li")


def test_article_without_values_says_so_and_draws_nothing() -> None:
    shown = html.fromstring(article_numbers.numbers(known(), "ccc333", unmasked))
    assert "not enough text" in shown.text_content()
    assert not shown.xpath("//span[@role='img']")


def test_the_page_article_shows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made = known()
    story = Story("s1", "Bridge closure", tuple(one.id for one in made.articles), sample=True)
    monkeypatch.setattr(shared, "shelf", lambda: {story: tuple(one.article for one in made.articles)})
    monkeypatch.setattr(shared, "compared", lambda story_id: (made, "digest"))
    monkeypatch.setattr(shared, "link", lambda *args, **params: None)  # a page run alone knows no others
    app = AppTest.from_file(str(ARTICLE), default_timeout=30)
    app.query_params["article"] = "aaa111"
    shown = page_html(app.run())
    assert "px-strips" in shown
    assert "among US political news articles" in shown


def test_hostile_names_stay_text(run: Callable[..., AppTest]) -> None:  # noqa: F811
    made = hostile()
    rows = tuple(replace(row, value=4.0, interval=(1.0, 9.0), usual_percentile=70.0) for row in made.measurements)
    shown = page_html(run(replace(made, measurements=rows), HOSTILE, tab="All measures"))
    assert "px-strip" in shown
    assert "<script" not in shown


def test_methods_explains_without_a_formula_then_with() -> None:
    def script() -> None:
        import streamlit as st

        from analysis.usual.calibration import Calibrated
        from views.parts import usual_methods

        meaning = "invented <pairs>"
        st.html(usual_methods.section([
            Calibrated("False alarms, pairs", "any finding", 0.031, (0.02, 0.045), 860, meaning, "2031-01-01", "never"),
            Calibrated("False alarms, pairs", "any finding that is read", 0.017, (0.01, 0.03), 860, meaning,
                       "2031-01-01", "never"),
            Calibrated("Power", "5 per 1,000", 0.2, None, 600, meaning, "2031-01-01", "never"),
        ]))

    shown = page_html(AppTest.from_function(script).run())
    plain, _, formulas = shown.replace("\xa0", " ").partition("With formulas")
    assert "=" not in html.fromstring(plain).text_content()
    assert "Gamma(a + h/f, b + n/f)" in formulas
    assert "one time in five" in formulas
    assert "<td>invented &lt;pairs&gt;</td>" in formulas
    assert "<td>3.1 %</td><td>2.0 % to 4.5 %</td><td>at most 5 %</td>" in formulas
    assert "<td>1.7 %</td><td>1.0 % to 3.0 %</td><td></td>" in formulas
    assert "<td>20.0 %</td><td>computed</td><td></td>" in formulas.partition("Further figures (1)")[2]


def test_without_checks_there_is_no_table_of_them() -> None:
    assert usual_methods.checks_table([]) == ""
