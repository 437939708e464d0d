"""The tab Tone in a real Chromium: whom it is about stays in the address; a clause that is about nobody leaves them."""

import re

import pytest

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect
pytestmark = pytest.mark.browser


def opened(page, server):
    """The tab of the story about the bank, drawn whole; the first time the samples are added and compared."""
    page.goto(server.url)
    page.get_by_role("link", name=re.compile("Compare the (three|four|five|six|seven)")).first.wait_for()
    page.goto(f"{server.url}/compare?story=grell-bank&tab=Tone")
    page.get_by_text("All persons and groups, all outlets").wait_for()


def settled(page):
    """Wait until nothing moves: what comes late pushes what is to be clicked out from under the mouse."""
    page.evaluate("window.heightBefore = -1")
    page.wait_for_function(
        """() => {
            const height = document.querySelector('[data-testid=stMain]').scrollHeight
            const before = window.heightBefore
            window.heightBefore = height
            return height === before
        }""",
        polling=700,
    )


def test_the_chosen_person_comes_back_and_a_clause_is_corrected(page, server):
    opened(page, server)
    choice = page.get_by_role("combobox", name=re.compile("Person or group"))
    choice.click()
    choice.press_sequentially("Tamsin Reddle")
    choice.press("Enter")
    expect(page).to_have_url(re.compile(r"who=\w+"))
    page.locator(".px-pick button", has_text="Dorvany Tide").click()
    clauses = page.get_by_role("heading", name=re.compile("clauses? about Tamsin Reddle"))
    before = int(re.findall(r"(\d+) clause", clauses.inner_text())[0])
    page.reload()
    expect(clauses).to_be_visible()
    settled(page)
    clause = page.locator(".px-passage", has_text="She made clear").last
    line = page.locator('[data-testid="stHorizontalBlock"]', has=clause).last
    line.get_by_role("button", name="Correct").click()
    meant = page.get_by_role("combobox", name=re.compile("Meant here is"))
    meant.click()
    meant.press_sequentially("Nobody")
    meant.press("Enter")
    page.get_by_role("button", name="Keep this link").click()
    expect(page.get_by_role("heading", name=re.compile(f"{before - 1} clauses? about Tamsin Reddle"))).to_be_visible()
    page.get_by_text(re.compile(r"\d+ corrections? made by hand")).click()
    settled(page)
    mine = page.locator('[data-testid="stHorizontalBlock"]', has_text="linked to nobody").last
    mine.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name=re.compile(f"{before} clauses? about Tamsin Reddle"))).to_be_visible()


def test_on_a_phone_the_table_fits_the_page(page, server):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, server)
    table = page.locator(".px-pick", has_text="All persons and groups, all outlets")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth")
    head = table.locator("tbody th").first
    table.evaluate("scrolled => { scrolled.scrollLeft = 500 }")
    assert head.evaluate("cell => getComputedStyle(cell).position") == "sticky"
