"""analysis.strip: places by per cent, the same in words, nothing but numbers in the markup."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from analysis.model import Measurement, Voice
from analysis.strip import strip

ROW = Measurement("hedges", "a", Voice.OWN, 6.0, "per 1,000 words", 500, interval=(3.0, 12.0))


def test_dot_line_and_band_stand_at_their_share_of_the_scale() -> None:
    made = strip(ROW, (2.0, 9.0), (0.0, 24.0))
    assert '<i class="u" style="left:8.3%;width:29.2%"></i>' in made
    assert '<i class="l" style="left:12.5%;width:37.5%"></i>' in made
    assert '<i class="d" style="left:25.0%"></i>' in made
    assert 'class="z"' not in made


def test_the_strip_says_what_it_shows() -> None:
    shown = html.fromstring(strip(ROW, (2.0, 9.0), (0.0, 24.0)))
    assert shown.get("role") == "img"
    assert shown.get("aria-label") == "6 (likely 3–12, usual 2–9); scale from 0 to 24"
    alone = html.fromstring(strip(replace(ROW, interval=None), None, (0.0, 24.0)))
    assert alone.get("aria-label") == "6; scale from 0 to 24"
    assert [part.get("class") for part in alone] == ["d"]


def test_a_scale_with_negative_values_marks_zero() -> None:
    made = strip(replace(ROW, value=-0.5, interval=None), None, (-1.0, 1.0))
    assert '<i class="z" style="left:50.0%"></i>' in made
    assert '<i class="d" style="left:25.0%"></i>' in made


def test_without_a_value_there_is_no_strip() -> None:
    assert strip(replace(ROW, value=None), (2.0, 9.0), (0.0, 24.0)) == ""


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(0, 1e6), st.floats(-10, 10), st.floats(0.1, 100))
@example(0.0, -0.0, 0.0, 0.0, 1.0)
def test_nothing_lies_outside_the_strip(value: float, low: float, width: float, start: float, length: float) -> None:
    row = replace(ROW, value=value, interval=(low, low + width))
    made = strip(row, (low, low + width), (start, start + length))
    for style in re.findall('style="([^"]*)"', made):
        ends = [float(number) for number in re.findall(r"([\d.]+)%", style)]
        assert sum(ends) <= 100.11
        assert re.fullmatch(r"left:[\d.]+%(;width:[\d.]+%)?", style)
