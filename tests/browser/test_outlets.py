"""The page Outlets in a real Chromium, on a library of handmade articles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from handmade_outlets import OUTLETS, fill

from analysis.store import Library
from browser.conftest import Server

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect
expect.set_options(timeout=30_000)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, because the other tests of a session share the library with the sample stories."""
    running = Server(tmp_path_factory.mktemp("outlets"))
    library = Library(f"sqlite:///{running.folder / 'library.db'}")
    fill(library, 9)
    library.close()
    running.start()
    yield running
    running.stop()


def test_the_sample_stories_are_too_few(page, server):
    page.goto(server.url)
    page.get_by_role("link", name="Outlets", exact=True).click()
    expect(page.get_by_role("heading", name="Not enough articles yet")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_and_its_address_bring_back_what_was_chosen(page, filled, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{filled.url}/outlets?figure=Own+rate&outlet=Quill+Gazette")
    expect(page.locator(".js-plotly-plot .point")).to_have_count(len(OUTLETS))
    expect(page.get_by_role("button", name="reckless")).to_be_visible()
    page.get_by_role("button", name="Quill Gazette", exact=True).click()
    expect(page.get_by_role("heading", name="Quill Gazette: 9 stories behind the figure")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("link", name="Event 0, told by number 3").click()
    expect(page.locator(".px-article")).to_be_visible()


def test_hiding_takes_the_names_from_page_and_address(page, filled):
    page.goto(f"{filled.url}/outlets?outlet=Quill+Gazette&other=Tarn+Mirror")
    expect(page.get_by_role("button", name="reckless")).to_be_visible()
    page.locator(".st-key-hide label").click()
    expect(page.get_by_role("button", name="Outlet A", exact=True)).to_be_visible()
    expect(page.get_by_text("Letters go by first appearance")).to_be_visible()
    shown = page.locator("body").inner_text() + page.url.replace("+", " ")
    assert not [outlet for outlet in OUTLETS if outlet in shown]
