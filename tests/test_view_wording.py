"""What Compare and Article show of headlines against texts, and of the same thing in other words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from handmade import article, comparison, evidence
from streamlit.testing.v1 import AppTest
from test_view_compare import HOSTILE, library, page_html, run  # noqa: F401  (fixtures)

from analysis.highlight import Mark, field_html
from analysis.model import (
    Alternative,
    Comparison,
    Evidence,
    HeadlineCheck,
    HeadlineKind,
    Wording,
)
from views import article_numbers
from views.masks import mask_of

Run = Callable[..., AppTest]
ASKED = "“Reckless”: this word was not found in Quill Post’s text."


def told(words: str | None = "shut", *, same: bool = False, sentence: str = ASKED) -> Comparison:
    """The handmade story with one check of a headline and one loaded word that two others put otherwise."""
    made = comparison()
    post, wire, daily = made.articles
    check = HeadlineCheck(HeadlineKind.WORD, post.id, evidence(post, "Reckless", "one-sided", "title"),
                          (whole(post, "The reckless closure of the bridge stranded hundreds."),), sentence, True)
    put = Alternative(
        evidence(post, "reckless", "one-sided"), evidence(post, "reckless closure", "one-sided"), 1,
        (Wording(whole(wire, "The bridge in Veldmar was closed on Friday.")),
         Wording(whole(daily, "The bridge is shut."), evidence(daily, words, "") if words else None, same)),
    )  # fmt: skip
    return replace(made, headlines=(check,), alternatives=(put,))


def whole(of, words: str) -> Evidence:
    return evidence(of, words, "")


def test_a_headline_has_its_notes_with_the_sentence_to_read(run: Run) -> None:  # noqa: F811
    html = page_html(run(told()))
    heads = html[html.index("px-heads") :]
    assert ASKED in heads
    assert "The nearest sentence of the text:" in heads
    assert "stranded hundreds." in heads[heads.index(ASKED) :]


def test_a_note_never_names_a_hidden_outlet(run: Run) -> None:  # noqa: F811
    html = page_html(run(told(), hidden=True, tab="Words"))
    assert "Quill Post" not in html
    assert "Outlet A" in html


def test_a_hostile_note_stays_text(run: Run) -> None:  # noqa: F811
    html = page_html(run(told(sentence=HOSTILE)))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_article_page_tells_its_headline_against_its_text() -> None:
    made = told()
    html = article_numbers.numbers(made, "aaa111", mask_of({"Quill Post": "Outlet A"}))
    assert "“Reckless”: this word was not found in Outlet A’s text." in html
    assert "Headline against text" in html
    assert "No difference was found." in article_numbers.numbers(made, "bbb222", str)
    assert "No headline was found" in article_numbers.numbers(made, "ccc333", str)


def test_an_article_without_text_says_so() -> None:
    empty = article("ddd444", "Quill Post", "Bridge shut", "")
    html = article_numbers.numbers(Comparison((empty,), (), (), (), ()), "ddd444", str)
    assert "There is no text under this headline." in html


def test_the_words_tab_lists_how_others_put_it(run: Run) -> None:  # noqa: F811
    html = page_html(run(told(), tab="Words"))
    same = html[html.index("px-same") :]
    assert "“reckless closure”" in same
    assert "Unnamed outlet 3: “shut”" in same
    assert "Northline Wire: in other words" in same
    assert same.index("Unnamed outlet 3: ") < same.index("Northline Wire: ")
    assert 'class="px-passage"' in same


def test_outlets_with_one_answer_stand_together(run: Run) -> None:  # noqa: F811
    html = page_html(run(told(None), tab="Words"))
    assert "Northline Wire and Unnamed outlet 3: in other words" in html


def test_where_no_word_is_shared_the_list_says_so(run: Run) -> None:  # noqa: F811
    assert "No loaded word stands in a sentence" in page_html(run(comparison(), tab="Words"))


@pytest.mark.parametrize("same, said", [(False, "“shut”"), (True, "the same word")])
def test_a_loaded_word_in_the_columns_can_be_chosen(run: Run, same: bool, said: str) -> None:  # noqa: F811
    data = reading_data(run(told(same=same)))
    (key,) = re.findall(r'<mark[^>]* role="button" tabindex="-1" data-alt="(\w+)"[^>]*>reckless<', data["html"])
    word = data["words"][key]
    assert word["word"] == "“reckless closure”"
    assert word["statement"] == 1
    assert f"Unnamed outlet 3: {said}" in word["said"]


def test_a_loaded_word_that_nobody_else_tells_is_no_button(run: Run) -> None:  # noqa: F811
    data = reading_data(run(comparison()))
    assert "data-alt" not in data["html"]
    assert data["words"] == {}


def test_many_words_open_on_demand(run: Run) -> None:  # noqa: F811
    (one,) = told().alternatives
    html = page_html(run(replace(told(), alternatives=(one,) * 14), tab="Words"))
    assert "2 more words" in html


def test_the_key_of_a_mark_is_escaped() -> None:
    made = article("a", "Quill Post", None, "A reckless plan.")
    html = field_html(made.text, [Mark(2, 10, "loaded", "L", "Loaded word", '"><b>')])
    assert "<b>" not in html


def reading_data(app: AppTest) -> dict[str, object]:
    """What the reading view is given."""
    assert not app.exception
    given = (json.loads(each.proto.json) for each in app.get("bidi_component") if each.proto.json)
    return next(data for data in given if "words" in data)
