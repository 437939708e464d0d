"""What is taken away: complete, escaped, and safe in a terminal and in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from analysis import report
from analysis.annotation import annotate
from analysis.compare import compare
from analysis.model import AnnotatedArticle, AnnotatedField, Article, Comparison, Removed, outlet_labels
from analysis.report.spreadsheet import safe_cell

HOSTILE = "<script>alert(1)</script> =cmd|' /C calc'!A0 $x$ *b* \u202edab \x1b[31mred"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    plain = "The crews of the ferry stopped work at dawn and walked to the gate of the harbour. " * 8
    loaded = "The shameful and disgraceful plan was a disastrous farce. " * 4
    articles = [
        Article("p", plain, title=HOSTILE, outlet="=Calder Wire", removed=(Removed(HOSTILE, "advertisement", 0, 5),)),
        Article("l", f"{plain}\n\n{HOSTILE} said that “{HOSTILE}”.\n\n{loaded}", title="A plan", outlet="Harbour Post"),
        Article("s", "Too short.", outlet="The Morning Plain", published="2031-03-12"),
    ]
    annotated = [annotate(each) for each in articles]
    return compare(annotated)


def test_json_has_every_part_and_its_offsets_give_the_words(comparison: Comparison) -> None:
    document = json.loads(report.render(comparison, "json"))
    assert list(document)[:5] == ["articles", "notices", "measurements", "contrast", "findings"]
    texts = {each["id"]: each for each in document["articles"]}
    assert list(texts) == ["p", "l", "s"]
    assert texts["p"]["removed"] == [{"text": HOSTILE, "reason": "advertisement"}]
    marks = [mark for row in document["measurements"] if row["measure"] == "loaded_words" for mark in row["evidence"]]
    words = {texts[mark["article"]][mark["field"]][mark["start"] : mark["end"]] for mark in marks}
    assert {"shameful", "disgraceful", "disastrous"} <= words
    (short,) = [
        row
        for row in document["measurements"]
        if (row["measure"], row["article"], row["voice"], row["part"]) == ("hedges", "s", "own", "article")
    ]
    assert short["value"] is None
    assert short["basis"] == 2


@pytest.fixture
def known(comparison: Comparison) -> Comparison:
    """The same, with a likely range and a percentile for every value and a size for every finding."""
    rows = tuple(
        row if row.value is None else replace(row, interval=(3.6, 11.23456), usual_percentile=92.4213)
        for row in comparison.measurements
    )
    findings = tuple(replace(each, chance_p=0.01, gap_percentile=91.0) for each in comparison.findings)
    return replace(comparison, measurements=rows, findings=findings)


def test_json_says_how_sure_and_how_usual(known: Comparison) -> None:
    document = json.loads(report.render(known, "json"))
    for row in document["measurements"]:
        expected = (None, None) if row["value"] is None else ([3.6, 11.23456], 92.4213)
        assert (row["interval"], row["usual_percentile"]) == expected
    assert {(each["chance_p"], each["gap_percentile"]) for each in document["findings"]} == {(0.01, 91.0)}


def test_csv_has_columns_for_likely_range_and_percentile(known: Comparison) -> None:
    names = ("value", "likely from", "likely to", "usual percentile")
    rows = [tuple(row[name] for name in names) for row in csv.DictReader(io.StringIO(report.as_csv(known)))]
    assert {row[1:] for row in rows if row[0] == "not enough text"} == {("", "", "")}
    assert {row[1:] for row in rows if row[0] != "not enough text"} == {("3.6", "11.2346", "92.4")}


def test_page_and_terminal_show_the_likely_range(known: Comparison) -> None:
    page = html.fromstring(report.as_html(known))
    ranges = [text.replace("\u00a0", " ") for text in page.xpath("//td/span[@class='meta range']/text()")]
    ranges = [text.removeprefix("partly chance; ") for text in ranges]
    assert {text.partition("; ")[0] for text in ranges} == {"likely 4–11"}
    assert {text.partition("; ")[2] for text in ranges} <= {
        "more than 92 %", "none, as in more than 99 %", "more positive than 92 %", "more than about 92 %"}
    assert "more than 92 %" in {text.partition("; ")[2] for text in ranges}
    lines = [line for line in report.as_table(known).splitlines() if "4–11; " in line]
    assert lines
    assert not [line for line in lines if "not enough text" in line]


def test_csv_says_not_enough_text_and_begins_no_cell_like_a_formula(comparison: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(report.as_csv(comparison))))
    assert {
        row["value"]
        for row in rows
        if row["outlet"] == "The Morning Plain" and row["measure"] == "hedges" and row["part"] == "article"
    } == {"not enough text"}
    assert "'=Calder Wire" in {row["outlet"] for row in rows}
    assert len(rows) == len(comparison.measurements)


@given(st.lists(st.text() | st.text(" \t\n;=+-@'＝\u200b\x0bx"), min_size=1, max_size=5))
@settings(deadline=None, max_examples=100)
def test_any_text_survives_csv_and_starts_no_formula(cells: list[str]) -> None:
    written = report.csv_of_rows([{f"c{number}": cell for number, cell in enumerate(cells)}])
    read = next(csv.reader(io.StringIO(written.partition("\r\n")[2], newline="")))
    for cell, found in zip(cells, read, strict=True):
        assert found.replace("'", "") == cell.replace("\0", "").replace("'", "")
        for start in re.split("[;\t\r\n]", found):
            assert not unicodedata.normalize("NFKC", start).lstrip(" ").startswith(tuple("=+-@"))


@pytest.mark.parametrize(
    "cell", ["=1+1", " =1", "\t=1", "\rfoo", "\ufeff+1", "\x0b@SUM(1)", "＝1", "\u200b\u3000－1", "|x"]
)
def test_what_a_spreadsheet_might_run_gets_a_quote_mark(cell: str) -> None:
    assert str(safe_cell(cell)).startswith("'")


def test_where_a_semicolon_or_line_separates_cells_none_begins_a_formula_either() -> None:
    assert safe_cell("a; =1\n@b;c-d") == "a;' =1\n'@b;c-d"


def test_rows_may_lack_or_order_their_keys_otherwise() -> None:
    rows: list[dict[str, object]] = [{"a": 1, "b": float("nan")}, {"b": 3, "a": 4}, {"a": 5}]
    assert report.csv_of_rows(rows) == "a,b\r\n1,\r\n4,3\r\n5,\r\n"
    assert report.csv_of_rows([]) == ""


def test_numbers_stay_numbers() -> None:
    assert [safe_cell(value) for value in (-1.5, 3, None, "-1.5")] == [-1.5, 3, "", "'-1.5"]


def test_html_shows_hostile_text_as_text_and_loads_nothing(comparison: Comparison) -> None:
    page = html.fromstring(report.as_html(comparison))
    assert page.xpath("//script | //iframe | //img | //link | //@onerror | //@onclick | //@href | //@src") == []
    assert "<script>alert(1)</script>" in page.text_content()
    assert "not enough text" in page.text_content()
    assert {"shameful", "disastrous"} <= {mark.text for mark in page.xpath("//mark")}
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


@given(st.text(), st.text())
@settings(deadline=None, max_examples=50)
def test_html_keeps_any_text_whole_and_grows_no_elements(headline: str, cut: str) -> None:
    def page_of(title: str, text: str) -> html.HtmlElement:
        article = Article("a", "", title=f"<{title}>", outlet=title, removed=(Removed(text, text, 0, 1),))
        field = AnnotatedField("text", "", (), (), ())
        return html.fromstring(report.as_html(Comparison((AnnotatedArticle(article, "1", field),), (), (), (), ())))

    page, plain = page_of(headline or "x", cut), page_of("x", "x")
    assert [each.tag for each in page.iter()] == [each.tag for each in plain.iter()]
    assert [each.keys() for each in page.iter()] == [each.keys() for each in plain.iter()]
    shown = page.xpath("//ol[@class='plain']//bdi")[-1].text_content()
    assert _legible(shown) == _legible(f"<{headline or 'x'}>")


def _legible(text: str) -> str:
    """What is left of ``text`` on a page: control characters stand as U+FFFD, and white space is all one."""
    return " ".join(re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", text).split())


def test_the_terminal_gets_no_control_or_direction_characters(comparison: Comparison) -> None:
    table = report.as_table(comparison)
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert "not enough text" in table
    assert "Harbour Post" in table


def test_a_very_long_outlet_name_does_not_widen_the_table() -> None:
    article = annotate(Article("a", "The crews of the ferry stopped work at dawn.", outlet="x" * 10_000))
    table = report.as_table(compare([article]))
    assert max(len(line) for line in table.splitlines()) <= 100


def test_a_copied_finding_holds_figures_passages_and_versions(comparison: Comparison) -> None:
    (finding,) = [each for each in comparison.findings if each.kind == "loaded_words"]
    labels = outlet_labels(tuple(each.article for each in comparison.articles))
    text = report.finding_text(comparison, finding, labels)
    assert finding.sentence(labels) in text
    assert "[shameful]" in text
    assert "Harbour Post, paragraph 3, own voice: The [shameful] and [disgraceful] plan" in text
    assert comparison.versions["annotator"] in text
