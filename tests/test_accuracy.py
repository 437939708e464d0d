"""The kept figures: complete, between 0 and 1, and each in a section that the Methods page has."""

from datetime import date

from analysis import accuracy
from views.methods import TOLD


def test_every_figure_says_what_it_means_and_stands_in_a_section():
    figures = accuracy.figures()
    assert {figure.section for figure in figures} <= set(TOLD)
    assert {"Names", "Voices", "Statements", "Agency"} <= {figure.section for figure in figures}
    for figure in figures:
        assert 0 <= figure.figure <= 1
        assert figure.simple is None or 0 <= figure.simple <= 1
        assert all((figure.measured_on, figure.measure, figure.meaning))
        assert date.fromisoformat(figure.date)
