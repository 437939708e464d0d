"""Outlet, date and flags: only what a text itself tells."""

import pytest

from analysis.model import Flag
from analysis.reading import read_text
from analysis.reading.dates import find, is_date_line, parse
from analysis.reading.guess import guess_outlet

BODY = "The council of Sandvik met on Monday and put off its vote on the bridge for the third time."


@pytest.mark.parametrize(
    "lines, outlet",
    [
        (["He told The Gull Times he will go.", "As The Gull Times previously reported, he is ill."], "The Gull Times"),
        (["Brisling Lines did not respond to a request for comment from the Sandvik Post."], "Sandvik Post"),
        (["Source: La Gaviota"], "La Gaviota"),
        (["This article was originally published in the Arlen Gazette."], "Arlen Gazette"),
        (["© 2024 Sandvik Post"], "Sandvik Post"),
        (["SANDVIK (Northern Wire) — The council met."], "Northern Wire"),
        (["He said so, according to the news agency Strait Press.", "She wept, the Daily Gull reported."], None),
        (["He told the Daily Gull that he would go, and he told the Daily Gull why."], None),
        (["He is ready, he said, according to a Strait Press translation."], None),
        (["The mayor told Parliament that she had told President Orsk."], None),
        (["Source: a person close to the council"], None),
    ],
)
def test_outlets(lines, outlet):
    assert guess_outlet(lines) == outlet


@pytest.mark.parametrize(
    "text, date",
    [
        ("3 May 2024", "2024-05-03"),
        ("Fri, 3rd of May 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("Sept. 9, 2021", "2021-09-09"),
        ("2024-05-03T10:00:00Z", "2024-05-03"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("5/5/2023", "2023-05-05"),
        ("3/4/2024", None),
        ("31 February 2024", None),
        ("May 2024", None),
        ("on Friday", None),
    ],
)
def test_full_dates_with_one_reading(text, date):
    assert find(text) == date


def test_given_dates_keep_their_time():
    assert parse("2024-05-03T10:00:00+02:00") == "2024-05-03T10:00:00+02:00"
    assert parse("2024-05-03 10:00") == "2024-05-03T10:00"
    assert parse("2024-13-03T10:00") is None


def test_date_lines_say_nothing_but_when():
    assert is_date_line("Last updated on Friday 3 May 2024 at 10:15 GMT")
    assert is_date_line("2 hours ago")
    assert not is_date_line("The council met on 3 May 2024")
    assert not is_date_line("Friday")


def test_a_date_inside_a_sentence_does_not_date_the_article():
    assert read_text(f"{BODY} The bridge burnt down on 3 May 2019.").published is None


@pytest.mark.parametrize(
    "page, url, flags",
    [
        (f"OPINION\nThe bridge is a folly\n{BODY}", None, (Flag.OPINION,)),
        (f"Opinion | The bridge is a folly\n{BODY}", None, (Flag.OPINION,)),
        (f"Analysis: Why the bridge never comes\n{BODY}", None, (Flag.ANALYSIS,)),
        (BODY, "https://a.example/opinion/2024/bridge", (Flag.OPINION,)),
        (f"{BODY}\n\nThe views expressed here are the author's own.", None, (Flag.OPINION,)),
        (f"The council gives its opinion\n{BODY}", None, ()),
        (f"{BODY}\n\nThis article was translated from Polish.", None, (Flag.TRANSLATION,)),
        (f"{BODY}\n\n(Translated by Ana Ruiz)", None, (Flag.TRANSLATION,)),
        (f"{BODY} \"We wait», he said.", None, (Flag.TRANSLATION,)),
        (f"{BODY} «We wait», he said.", None, ()),
        (f"{BODY} He had translated the poem from Polish for a small press in his youth.", None, ()),
        (f"{BODY} That translated into fewer votes, according to a translation of the minutes.", None, ()),
        (f"{BODY}\n\nRead more »", None, ()),
    ],
)
def test_flags(page, url, flags):
    assert read_text(page, url=url).flags == flags


def test_weak_signs_of_translation_need_company():
    source = "\n\nSource: La Gaviota"
    assert Flag.TRANSLATION not in read_text(BODY + source).flags
    assert Flag.TRANSLATION in read_text(f"{BODY} “We wait for it”. and for money,” he said.{source}").flags
