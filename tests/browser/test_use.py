"""What a person does, in a real Chromium: open a story, read it, look behind a number, add to it."""

import re

import pytest

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect
expect.set_options(timeout=30_000)
pytestmark = pytest.mark.browser

HEADLINE = "Tram line to Ostry Quay opens a year late"
ARTICLE = f"""{HEADLINE}

The first tram to Ostry Quay left the depot at six on Monday morning, eleven months late. About four hundred people
stood at the stop.

"We waited long enough," said Irma Tolle, a baker whose shop lies at the last stop.

The transport office insisted that the delay was caused by a flooded tunnel. Councillor Pavel Rehn called it a disgrace.
"""
HOSTILE = "<script>document.title='owned'</script> $x^2$ **bold** [click](http://far.example/) \u202etxet"


def open_page(page, url):
    page.goto(url)
    page.locator("h1").first.wait_for()


def settled(page):
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")


def add_by_paste(page, server, text, outlet, title=None):
    open_page(page, f"{server.url}/add")
    page.get_by_label("Text of one article").fill(text)
    page.get_by_label("Outlet", exact=True).fill(outlet)
    page.get_by_role("button", name="Show what would be kept").click()
    expect(page.get_by_text("What would be kept: 1 article")).to_be_visible()
    if title:
        page.get_by_label("Title of the story").fill(title)
        page.get_by_label("Title of the story").press("Tab")
        settled(page)
    page.get_by_role("button", name=re.compile("Add 1 article")).click()
    expect(page.get_by_text("Added 1 article.")).to_be_visible()


def test_open_a_story_switch_layers_and_open_passages(page, server):
    open_page(page, server.url)
    expect(page.get_by_text("invented").first).to_be_visible()
    page.get_by_role("link", name=re.compile("Compare the (two|three|four|five|six)")).first.click()
    expect(page.get_by_role("heading", name="What differs")).to_be_visible()
    marks = page.locator(".rv mark.loaded")
    expect(marks.first).to_be_visible()
    before = marks.first.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    page.get_by_role("button", name=re.compile("Loaded words")).click()
    after = marks.first.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    assert (before, after) == ("underline", "none")
    page.get_by_text(re.compile(r"Show passages \(\d+\)")).first.click()
    expect(page.locator(".px-passage").first).to_be_visible()


def test_pasted_article_is_there_after_a_restart(page, server):
    add_by_paste(page, server, ARTICLE, "Wendlau Gazette")
    server.restart()
    open_page(page, server.url)
    page.get_by_label("Search").fill("Ostry Quay")
    expect(page.get_by_role("heading", name=HEADLINE).first).to_be_visible()
    settled(page)
    page.get_by_role("link", name="Read the article").first.click()
    expect(page.locator(".px-article")).to_contain_text("The first tram to Ostry Quay left the depot")


@pytest.mark.parametrize("pause", [0, 100])
def test_a_link_clicked_while_the_search_is_typed_is_followed(page, server, pause):
    open_page(page, server.url)
    page.get_by_label("Search").fill("bank")
    page.wait_for_timeout(pause)
    page.get_by_role("link", name=re.compile("Compare the")).first.click()
    expect(page.get_by_role("heading", name="What differs")).to_be_visible()


def test_nothing_is_stored_before_the_button(page, server):
    open_page(page, f"{server.url}/add")
    page.get_by_label("Text of one article").fill(ARTICLE.replace("Ostry Quay", "Umber Bridge"))
    page.get_by_role("button", name="Show what would be kept").click()
    expect(page.get_by_text("What would be kept: 1 article")).to_be_visible()
    open_page(page, f"{server.url}/?q=Umber+Bridge")
    expect(page.get_by_text("No story matches.")).to_be_visible()


def test_hostile_text_shows_as_text(page, server):
    text = f"{HOSTILE}\n\n{ARTICLE}\n\n{HOSTILE} stands here for all to read. {'W' * 10_000}\n"
    add_by_paste(page, server, text, "<b>Evil</b> _Times_ :smile:", title=HOSTILE)
    for address in ("/", "/article", "/add"):
        open_page(page, f"{server.url}{address}")
        settled(page)
        assert page.title() != "owned"
        assert page.locator('a[href*="far.example"]').count() == 0
        assert page.locator(".katex").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    open_page(page, server.url)
    expect(page.get_by_text("<script>document.title='owned'</script>").first).to_be_visible()
    expect(page.get_by_text("<b>Evil</b> _Times_ :smile:").first).to_be_visible()


def test_outlet_names_can_be_hidden_and_the_address_holds_it(page, server):
    open_page(page, server.url)
    names = page.locator(".px-outs").first.inner_text()
    page.locator(".st-key-hide label").click()
    expect(page.locator(".px-outs").first).to_contain_text("Outlet A")
    page.get_by_role("link", name=re.compile("Compare the")).first.click()
    expect(page.get_by_role("heading", name="What differs")).to_be_visible()
    settled(page)
    shown = page.locator("body").inner_text()
    assert not [name for name in names.split(", ") if name in shown]
    page.reload()
    page.locator("h1").first.wait_for()
    expect(page.locator(".st-key-hide input")).to_be_checked()


def test_a_story_is_renamed_in_the_dialog(page, server):
    open_page(page, server.url)
    settled(page)
    page.get_by_role("button", name="Merge or split").last.click()
    field = page.get_by_role("dialog").get_by_label("Title of the story")
    field.fill("Named by hand")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("heading", name="Named by hand")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
