"""analysis.charts: values, their words, and what the figure holds."""

import pytest
from handmade import article, comparison, measurement

from analysis import charts
from analysis.model import Comparison, Voice

LABELS = {"aaa111": "Quill Post", "bbb222": "Northline Wire", "ccc333": "Unnamed outlet 3"}


def test_values_are_sorted_and_undefined_ones_come_last() -> None:
    rows = charts.values(comparison(), "loaded_words", Voice.OWN)
    assert [row.article for row in rows] == ["aaa111", "bbb222", "ccc333"]
    assert rows[2].value is None
    assert charts.values(comparison(), "loaded_words", Voice.REPORTED) == ()


@pytest.mark.parametrize("value,words", [(None, "not enough text"), (0.0, "0"), (12.0, "12"), (7.25, "7.2"),
                                         (0.034, "0.03"), (-0.5, "-0.50"), (1200.0, "1,200")])
def test_number(value: float | None, words: str) -> None:
    assert charts.number(value) == words


def test_titles() -> None:
    assert charts.measure_title("loaded_words.one_sided") == "Loaded words: one sided"
    assert charts.measure_title("hedges") == "Hedges"


def test_axis_says_measure_unit_voice_and_n() -> None:
    rows = charts.values(comparison(), "loaded_words", Voice.OWN)
    assert charts.axis_title(rows) == "Loaded words, per 1,000 words, own voice; n = 2 articles"


def test_alt_text_says_every_row() -> None:
    rows = charts.values(comparison(), "loaded_words", Voice.OWN)
    assert charts.alt_text(rows, LABELS).endswith("Northline Wire 0; Unnamed outlet 3 not enough text.")


def test_figure_has_a_point_for_each_value_and_words_where_there_is_none() -> None:
    rows = charts.values(comparison(), "loaded_words", Voice.OWN)
    figure = charts.dot_plot(rows, LABELS)
    assert list(figure.data[0].x) == [row.value for row in rows if row.value is not None]
    assert [note.text for note in figure.layout.annotations] == ["not enough text"]
    assert figure.layout.xaxis.range[0] <= 0 < figure.layout.xaxis.range[1]


def test_a_hostile_name_is_escaped_and_cut() -> None:
    of = article("x", "n", None, "Some words.")
    made = Comparison((of,), (), (measurement(of, "hedges", Voice.OWN, []),), (), ())
    figure = charts.dot_plot(charts.values(made, "hedges", Voice.OWN), {"x": "<b>loud</b>" + "x" * 10_000})
    assert figure.layout.yaxis.ticktext[0].startswith("&lt;b&gt;loud&lt;/b&gt;xxx")
    assert len(figure.layout.yaxis.ticktext[0]) < 60
