"""Names, voices, statements and agency in a real Chromium: from a row to the sentences in the articles."""

import re

import pytest

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect
pytestmark = pytest.mark.browser


def open_tab(compare, name):
    compare.get_by_role("tab", name=name, exact=True).click()
    expect(compare.locator(".px-pick button").first).to_be_visible()


def test_a_row_of_the_grid_shows_the_statement_in_the_articles(compare):
    open_tab(compare, "Statements")
    compare.locator(".px-pick button").first.click()
    expect(compare.locator(".px-cells .px-passage").first).to_be_visible()
    expect(compare.locator(".rv-bar")).to_contain_text("Statement 1")
    expect(compare.locator(".rv-cols .st.picked").first).to_be_visible()
    expect(compare).to_have_url(re.compile("statement=1"))
    compare.reload()
    expect(compare.locator(".rv-cols .st.picked").first).to_be_visible()


def test_a_number_in_the_text_chooses_its_statement_by_mouse_and_by_keyboard(compare):
    number = compare.locator(".rv-cols .sn").first
    number.click()
    expect(compare.locator(".rv-bar")).to_be_visible()
    number.press("Enter")
    expect(compare.locator(".rv-bar")).to_be_hidden()


def test_next_goes_on_and_clear_ends(compare):
    compare.locator(".rv-cols .sn").first.click()
    said = compare.locator(".rv-bar-what").inner_text()
    compare.get_by_role("button", name="Next", exact=True).click()
    expect(compare.locator(".rv-bar-what")).not_to_have_text(said)
    compare.get_by_role("button", name="Clear", exact=True).click()
    expect(compare.locator(".rv-bar")).to_be_hidden()
    expect(compare.locator(".st.picked")).to_have_count(0)


@pytest.mark.parametrize("tab", ["Names", "Voices", "Agency"])
def test_a_row_opens_its_passages(compare, tab):
    open_tab(compare, tab)
    before = compare.locator(".px-passage").count()
    compare.locator(".px-pick button").first.click()
    expect(compare.locator(".px-passage").nth(before)).to_be_visible()


def test_a_wrong_link_is_corrected_and_the_page_says_so(compare):
    open_tab(compare, "Names")
    compare.locator(".px-pick button").first.click()
    compare.get_by_role("button", name="Correct", exact=True).first.click()
    compare.get_by_label("Meant here is").click()
    compare.get_by_role("option", name=re.compile("Nobody")).click()
    compare.get_by_role("button", name="Keep this link").click()
    expect(compare.get_by_text("1 correction made by hand in this story")).to_be_visible()
    expect(compare.get_by_text("By hand, 1 name was linked anew")).to_be_visible()


def test_a_dismissed_mark_changes_the_figures_at_once(compare):
    compare.get_by_text(re.compile(r"Show passages \(")).last.click()
    compare.get_by_role("button", name="Correct", exact=True).first.click()
    compare.get_by_role("button", name=re.compile("Dismiss the mark")).first.click()
    expect(compare.get_by_text(re.compile("corrections? made by hand in this story"))).to_be_visible()
