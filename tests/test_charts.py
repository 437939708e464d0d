"""analysis.charts: values, their words, and what the figure holds."""

from dataclasses import replace

import pytest
from handmade import article, comparison, measurement

from analysis import charts
from analysis.model import Comparison, Measurement, Voice

LABELS = {"aaa111": "Quill Post", "bbb222": "Northline Wire", "ccc333": "Unnamed outlet 3"}


def test_values_are_sorted_and_undefined_ones_come_last() -> None:
    rows = charts.values(comparison(), "loaded_words", Voice.OWN)
    assert [row.article for row in rows] == ["aaa111", "bbb222", "ccc333"]
    assert rows[2].value is None
    assert charts.values(comparison(), "loaded_words", Voice.REPORTED) == ()


@pytest.mark.parametrize("value,words", [(None, "not enough text"), (0.0, "0"), (12.0, "12"), (7.25, "7.2"),
                                         (0.034, "0.03"), (-0.5, "−0.50"), (-0.001, "0"), (1200.0, "1,200"),
                                         (-3.0, "−3")])
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
    assert list(figure.data[1].x) == [row.value for row in rows if row.value is not None]
    assert [note.text for note in figure.layout.annotations] == ["not enough text"]
    assert figure.layout.xaxis.range[0] <= 0 < figure.layout.xaxis.range[1]


def test_a_hostile_name_is_escaped_and_cut() -> None:
    of = article("x", "n", None, "Some words.")
    made = Comparison((of,), (), (measurement(of, "hedges", Voice.OWN, []),), (), ())
    figure = charts.dot_plot(charts.values(made, "hedges", Voice.OWN), {"x": "<b>loud</b>" + "x" * 10_000})
    assert figure.layout.yaxis.ticktext[0].startswith("&lt;b&gt;loud&lt;/b&gt;xxx")
    assert len(figure.layout.yaxis.ticktext[0]) < 60


def known() -> tuple[Measurement, ...]:
    """Two values with likely ranges, and one row without a value."""
    rows = charts.values(comparison(), "loaded_words", Voice.OWN)
    first, second, none = rows
    return (replace(first, value=40.0, interval=(12.0, 95.0)), replace(second, value=0.0, interval=(0.0, 21.0)), none)


BANDS = {"aaa111": (5.0, 30.0), "bbb222": (4.0, 33.0), "elsewhere": (0.0, 900.0)}


def test_likely_ranges_are_lines_and_usual_ranges_bands() -> None:
    figure = charts.dot_plot(known(), LABELS, BANDS)
    assert list(figure.data[0].x) == [12.0, 95.0, None, 0.0, 21.0, None]
    assert list(figure.data[0].y) == [0, 0, None, 1, 1, None]
    boxes = [(shape.x0, shape.x1, shape.y0, shape.y1) for shape in figure.layout.shapes if shape.type == "rect"]
    assert boxes == [(5.0, 30.0, -0.5, 0.5), (4.0, 33.0, 0.5, 1.5)]
    assert [note.text for note in figure.layout.annotations] == ["not enough text", "usual range"]


def test_without_bands_none_is_named() -> None:
    figure = charts.dot_plot(known(), LABELS)
    assert not figure.layout.shapes
    assert "usual range" not in [note.text for note in figure.layout.annotations]


def test_one_scale_holds_zero_values_likely_and_usual_ranges() -> None:
    rows = known()
    assert charts.reach(rows, [(5.0, 30.0)]) == (0.0, 95.0)
    assert charts.reach(rows[1:2], [(5.0, 30.0)]) == (0.0, 30.0)
    assert charts.reach([replace(rows[0], value=-0.2, interval=None)], []) == (-0.2, 0.0)
    assert charts.reach(rows[2:], []) == (0.0, 1.0)
    low, high = charts.dot_plot(rows, LABELS, BANDS).layout.xaxis.range
    assert low < 0
    assert high > 95


def test_alt_text_says_likely_and_usual_ranges() -> None:
    said = charts.alt_text(known(), LABELS, BANDS)
    assert "Quill Post 40 (likely 12–95, usual 5–30); Northline Wire 0 (likely 0–21, usual 4–33); " in said


def test_usual_ranges_are_asked_for_rates_of_articles_with_their_own_length(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def usual_range(measure: str, voice: Voice, words: int) -> tuple[float, float] | None:
        asked.append((measure, voice, words))
        return (1.0, float(words))

    monkeypatch.setattr(charts, "usual_range", usual_range)
    rows = known()
    opening = replace(rows[0], article="ddd444", part="opening")
    assert charts.usual_bands((*rows, opening)) == {"aaa111": (1.0, rows[0].basis), "bbb222": (1.0, rows[1].basis)}
    assert asked == [("loaded_words", Voice.OWN, rows[0].basis), ("loaded_words", Voice.OWN, rows[1].basis)]
