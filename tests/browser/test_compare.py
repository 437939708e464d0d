"""The page Compare in a real Chromium: what stays in the address, what is read in context, what is printed."""

import re
from pathlib import Path

import pytest

from analysis.reading import read_path

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect
pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]


def test_layers_and_tab_are_in_the_address_and_come_back(compare):
    compare.get_by_role("button", name=re.compile("Attribution")).click()
    compare.get_by_role("tab", name="All measures").click()
    expect(compare.get_by_text("Words of this voice (the basis)")).to_be_visible()
    expect(compare).to_have_url(re.compile(r"layers=loaded\.hedges\.scare\.quoted"))
    compare.reload()
    expect(compare.get_by_text("Words of this voice (the basis)")).to_be_visible()
    expect(compare.get_by_role("button", name=re.compile("Attribution"))).to_have_attribute("aria-pressed", "false")
    expect(compare.get_by_role("button", name=re.compile("Loaded words"))).to_have_attribute("aria-pressed", "true")


def test_layers_stay_when_another_article_is_added(compare):
    compare.get_by_role("button", name=re.compile("Loaded words")).click()
    compare.locator('[class*="st-key-outlets_"] button').nth(3).click()
    expect(compare.locator(".rv-cols article")).to_have_count(4)
    expect(compare.get_by_role("button", name=re.compile("Loaded words"))).to_have_attribute("aria-pressed", "false")
    expect(compare).to_have_url(re.compile("layers=.*"))
    expect(compare).to_have_url(re.compile(r"read=\w+\.\w+\.\w+\.\w+"))


def test_a_word_is_read_in_context(compare):
    word = compare.locator(".px-pick button").first
    word.click()
    expect(word).to_have_attribute("aria-pressed", "true")
    expect(compare.locator(".px-passage mark.here").first).to_be_visible()


def test_print_shows_text_and_no_controls(compare):
    compare.emulate_media(media="print")
    expect(compare.get_by_role("heading", name="What differs")).to_be_visible()
    for control in (".st-key-acts", '[data-testid="stHeader"]', ".stButtonGroup"):
        expect(compare.locator(control).first).to_be_hidden()
    colour = compare.locator(".rv-body p").first.evaluate("paragraph => getComputedStyle(paragraph).color")
    assert colour == "rgb(0, 0, 0)"


def test_print_has_the_letters_of_the_layers_that_are_on(compare):
    compare.emulate_media(media="print")
    expect(compare.locator(".rv-layers button", has_text="Loaded words")).to_be_visible()
    expect(compare.locator(".rv-layers button", has_text="Names")).to_be_hidden()


def test_in_print_no_column_lies_on_another(compare):
    compare.set_viewport_size({"width": 700, "height": 900})
    compare.emulate_media(media="print")
    blocks = compare.locator('[data-testid="stHorizontalBlock"], [data-testid="stColumn"]')
    assert set(blocks.evaluate_all("all => all.map(each => getComputedStyle(each).display)")) <= {"block", "none"}


def test_the_chosen_frame_is_in_the_address_and_its_column_stays_on_a_phone(compare):
    compare.set_viewport_size({"width": 390, "height": 900})
    compare.get_by_role("tab", name="Frames").click()
    table = compare.locator(".px-pick")
    table.locator("td button").first.click()
    heading = compare.get_by_role("heading", name=re.compile(r" in .*: \d+ sentences?$"))
    expect(heading).to_be_visible()
    expect(compare).to_have_url(re.compile("row=[0-9a-f]{12}"))
    compare.reload()
    expect(heading).to_be_visible()
    first = table.locator("tbody th").first
    place = first.evaluate("cell => cell.getBoundingClientRect().left")
    assert table.evaluate("table => { table.scrollLeft = 80; return table.scrollLeft }") > 0
    assert first.evaluate("cell => cell.getBoundingClientRect().left") == pytest.approx(place, abs=1)


def test_nothing_is_wider_than_a_phone(compare):
    compare.set_viewport_size({"width": 400, "height": 800})
    expect(compare.locator(".rv-cols article").first).to_be_visible()
    assert compare.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth")


def test_the_head_of_a_long_grid_stays_in_view_and_so_do_the_sentences_of_a_row_far_down(compare):
    compare.get_by_role("tab", name="Statements").click()
    compare.get_by_role("button", name=re.compile(r"Show \d+ more statements")).click()
    grid = compare.locator(".px-pick")
    row = grid.locator("tbody tr").nth(60)
    row.locator("button").click()
    chosen = compare.get_by_role("heading", name=re.compile("Statement 61:"))
    expect(chosen).to_be_visible()
    chosen.scroll_into_view_if_needed()
    expect(chosen).to_be_in_viewport()
    expect(row).to_be_in_viewport()
    top, head = (each.bounding_box()["y"] for each in (grid, grid.locator("thead th").first))
    assert head == pytest.approx(top, abs=2)


def test_no_article_is_wider_than_a_phone(page, server):
    page.set_viewport_size({"width": 390, "height": 800})
    for article in read_path(ROOT / "data" / "stories" / "grell-bank" / "articles.json").articles:
        page.goto(f"{server.url}/article?article={article.id}")
        expect(page.locator(".px-article mark").first).to_be_visible()
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth")
