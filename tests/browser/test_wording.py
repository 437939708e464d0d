"""Headlines against texts and loaded words in a real Chromium: a note opens, a word shows how others put it."""

import re

import pytest

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect
pytestmark = pytest.mark.browser


def test_a_note_under_a_headline_opens_the_sentence_by_keyboard(compare):
    note = compare.locator(".px-heads .px-headnote summary").first
    note.focus()
    note.press("Enter")
    expect(compare.locator(".px-heads .px-headnote .px-passage").first).to_be_visible()


def test_a_loaded_word_shows_how_the_others_put_it(compare):
    word = compare.locator(".rv-cols mark[data-alt]").first
    word.click()
    expect(compare.locator(".rv-bar")).to_contain_text("Others say:")
    expect(word).to_have_attribute("aria-pressed", "true")
    expect(compare.locator(".rv-cols .st.picked").first).to_be_visible()
    expect(compare).to_have_url(re.compile("statement="))
    word.press("Enter")
    expect(compare.locator(".rv-bar")).to_be_hidden()


def test_the_arrow_keys_go_from_word_to_word(compare):
    words = compare.locator(".rv-cols article").nth(1).locator("mark[data-alt]")
    words.first.focus()
    words.first.press("ArrowRight")
    expect(words.nth(1)).to_be_focused()


def test_a_statement_ends_what_was_said_of_a_word(compare):
    compare.locator(".rv-cols mark[data-alt]").first.click()
    compare.get_by_role("button", name="Next", exact=True).click()
    expect(compare.locator(".rv-bar")).not_to_contain_text("Others say:")
    expect(compare.locator("mark.chosen")).to_have_count(0)


def test_the_list_opens_the_sentences(compare):
    compare.locator(".px-same summary").first.click()
    expect(compare.locator(".px-same .px-passage").first).to_be_visible()
    compare.set_viewport_size({"width": 400, "height": 800})
    assert compare.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth")
