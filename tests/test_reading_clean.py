"""Cleaning: nothing of the input is lost, and prose that only looks like furniture stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import ReadingError
from analysis.reading import read_bytes, read_text
from analysis.reading.clean import clean
from analysis.reading.decode import repair

PROSE = "The council of Sandvik met on Monday and put off its vote on the bridge for the third time this year."
LINES = st.sampled_from(
    (
        PROSE,
        "“We will not be hurried into this by anybody,” said Ada Quill, who leads the council, after the meeting.",
        "Advertisement",
        "Bridge vote put off again",
        "More like this",
        "A title of some other story",
        "It began with a letter that nobody...",
        "Photo: Tomas Brandt",
        "By Mira Holt",
        "12 comments",
        "Reply",
        "Source:",
        "***",
    )
)
PAGES = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=25).map("\n".join)


def _visible(text):
    return sorted(character for character in text if character.isprintable() and not character.isspace())


@settings(deadline=None, max_examples=100)
@given(PAGES)
def test_title_text_and_cuts_hold_every_visible_character(page):
    page = repair(page)
    cleaned = clean(page)
    parts = (cleaned.title or "") + cleaned.text + "".join(cut.text for cut in cleaned.removed)
    assert _visible(parts) == _visible(page)


@settings(deadline=None, max_examples=100)
@given(PAGES)
def test_cuts_are_in_order_apart_and_true_to_the_input(page):
    cleaned = clean(page)
    end = 0
    for cut in cleaned.removed:
        assert end <= cut.start <= cut.end
        assert page[cut.start:cut.end] == cut.text
        assert cut.reason
        end = cut.end


@pytest.mark.parametrize(
    "line",
    [
        "Readers left more than 300 comments below the article before the council closed the page on Tuesday.",
        "The advertisement ran for three weeks, and nobody at the ministry noticed the error in it.",
        "Read more closely, the contract says that the pier must be finished before the winter of next year.",
        "The site uses cookies that the regulator has called unlawful, and the company has been told to stop.",
        "She told the crowd to subscribe to no newspaper, follow no one and trust nobody but her own staff.",
        "Video by bystanders shows the mayor leaving the hall by the back door.",
        "According to a source:",
        "(He did not reply to a letter.)",
        "What the engineers say",
    ],
)
def test_prose_that_mentions_furniture_stays(line):
    article = read_text(f"Bridge vote put off again\n\n{PROSE}\n\n{line}\n\nA vote is now due in May, the mayor said.")
    assert line in article.text.split("\n\n")


@pytest.mark.parametrize(
    "line, reason",
    [
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("SEE ALSO: Five bridges that were never built", "link to another story"),
        ("Leave a comment", "comment form"),
        ("Please enter a valid email address", "comment form"),
        ("Share on Facebook", "share links"),
        ("Subscribe to our morning briefing", "newsletter or subscription prompt"),
        ("This website uses cookies to make it better.", "cookie notice"),
        ("Skip to main content", "page furniture"),
        ("© 2024 Sandvik Post. All rights reserved.", "page furniture"),
        ("The old bridge © Tomas Brandt", "photo caption or credit"),
        ("At dawn. Hide Caption 1 of 9 Photos: The quay " + "at noon, seen from the bridge. " * 40 + "The end.",
         "photo caption or credit"),
        ("JUST WATCHED The bridge is closed Replay More Videos ... MUST WATCH The bridge is closed 01:49",
         "page furniture"),
        ("The old bridge at dawn (Tomas Brandt/Sandvik Pictures)", "photo caption or credit"),
        ("Source: Sandvik Post", "source line"),
        ("https://sandvik.example/bridge", "source line"),
        ("Tom Hale contributed to this report.", "source line"),
        ("Mira Holt is a reporter for the Sandvik Post.", "byline"),
        ("Published 3 May 2024 at 10:15", "date line"),
    ],
)
def test_furniture_is_cut_with_its_reason(line, reason):
    article = read_text(f"Bridge vote put off again\n\n{PROSE}\n\n{line}")
    assert [(cut.text, cut.reason) for cut in article.removed] == [(line, reason)]
    assert article.text == PROSE


def test_the_first_sentence_is_never_the_headline():
    assert read_text(f"{PROSE}\n\n{PROSE[:50]} again, and it said that it would not meet in June.").title is None


def test_a_headline_may_ask_or_quote():
    assert read_text(f"Will the bridge ever come?\n{PROSE}").title == "Will the bridge ever come?"
    assert read_text(f"Mayor: “It will come”\n{PROSE}").title == "Mayor: “It will come”"


def test_a_markdown_heading_is_the_headline():
    assert read_text(f"# The bridge.\n\n{PROSE}").title == "The bridge."


def test_a_given_headline_that_stands_in_the_text_is_cut_there():
    article = read_text(f"Bridge vote put off again\n\n{PROSE}", title="Bridge vote put off again")
    assert article.text == PROSE
    assert article.removed[0].reason == "repeated text"


def test_a_standfirst_stays_as_first_paragraph():
    article = read_text(f"Bridge vote put off again\nCouncil cannot agree who should pay\n{PROSE}")
    assert article.text == f"Council cannot agree who should pay\n\n{PROSE}"


def test_a_sentence_of_the_article_that_repeats_a_quotation_stays():
    words = "“Nobody has asked us what we want from this bridge, and nobody will,”"
    article = read_text(f"{PROSE}\n\n{words} she said.\n\n{words} she said. Then she left the hall without a word.")
    assert f"{words} she said." in article.text.split("\n\n")


def test_teasers_at_the_end_need_no_heading():
    page = (
        f"{PROSE}\n\nFerry company cuts its crossings\nThe company said on Friday that...\n\n"
        "Lighthouse museum opens again\nAfter two years of work the..."
    )
    article = read_text(page)
    assert article.text == PROSE
    assert {cut.reason for cut in article.removed} == {"teaser of another story"}


def test_an_article_goes_on_below_a_box_of_links():
    page = f"{PROSE}\n\nRelated stories\nFerry company cuts its crossings\nMuseum opens again\n\n{PROSE[:-1]}, he said."
    assert read_text(page).text == f"{PROSE}\n\n{PROSE[:-1]}, he said."


def test_invisible_and_control_characters_go_and_other_marks_stay():
    line = "The coun\u00adcil\u200b met\x07 on Monday\u00a0and “said” \u202bnothing\u202c of plan$ for <b>it</b>."
    assert read_text(line).text == "The council met on Monday and “said” \u202bnothing\u202c of plan$ for <b>it</b>."


def test_nothing_but_furniture_is_refused_and_a_short_text_is_not():
    with pytest.raises(ReadingError, match="holds no article"):
        read_text("Advertisement\n\nShare this article")
    assert read_text("Mayor resigns.").text == "Mayor resigns."


def test_ten_thousand_characters_without_a_space():
    assert read_text("a" * 10_000).text == "a" * 10_000


@pytest.mark.parametrize(
    "text",
    [
        "A-" * 400_000,
        "<" * 900_000,
        "(" * 900_000,
        "“a b c d e f g h i j”\n" * 15_000,
        "Related\n" * 15_000,
        "\n".join(f'"a b c d e f g {number}"' for number in range(15_000)),
    ],
)
def test_hostile_texts_come_to_an_end(text):
    assert read_bytes(text.encode(), "hostile.txt")
