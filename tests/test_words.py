"""Counts and dates in words."""

import pytest

from views import words


@pytest.mark.parametrize(
    "published,expected",
    [
        ([], "date unknown"),
        ([None, "soon"], "date unknown"),
        (["2026-03-12", "2026-03-12T10:40:00"], "12 March 2026"),
        (["2026-03-13", "2026-03-12"], "12 and 13 March 2026"),
        (["2026-03-09", "2026-03-10", "2026-03-11", None], "9 to 11 March 2026"),
        (["2026-02-24", "2026-03-13"], "24 February and 13 March 2026"),
        (["2020-02-24", "2022-03-13", "2023-01-01"], "24 February 2020 to 1 January 2023"),
    ],
)
def test_days(published, expected):
    assert words.days(published) == expected


def test_moment_gives_the_hour_only_where_it_is_known():
    assert words.moment("2026-03-12T10:40:00+01:00") == "12 March 2026, 10:40"
    assert words.moment("2026-03-12") == "12 March 2026"
    assert words.moment(None) == "date unknown"


def test_counts():
    assert words.count(1, "story", "stories") == "1 story"
    assert words.count(1200, "word") == "1,200 words"
