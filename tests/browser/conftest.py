"""A real Parallax on a free port, with a library of its own, and a real Chromium that reports every request."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from scripts.chromium import ADVICE, find

ROOT = Path(__file__).parents[2]


@dataclass
class Server:
    """The dashboard as a user starts it; ``restart`` keeps the library."""

    folder: Path
    port: int = field(default_factory=lambda: _free_port())
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true",
                   "--server.port", str(self.port), "--server.fileWatcherType", "none"]
        environment = {**os.environ, "PARALLAX_LIBRARY": f"sqlite:///{self.folder / 'library.db'}"}
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        self._wait()

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=30)

    def restart(self) -> None:
        self.stop()
        self.start()

    def _wait(self, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2).close()
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"The server did not start: {(self.folder / 'server.log').read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("library"))
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = find()
    if executable is None:
        pytest.skip(ADVICE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of 1,280 by 900 pixels; the test fails if it asked anything of another machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("websocket", lambda socket_: asked.append(socket_.url))
    yield opened
    context.close()
    outside = [url for url in asked if urlsplit(url).hostname not in (None, "localhost", "127.0.0.1")]
    assert not outside, f"Requests left the machine: {outside[:5]}"


@pytest.fixture
def compare(page: Page, server: Server) -> Page:
    """Compare with the first sample story, fully drawn."""
    page.goto(server.url)
    page.get_by_role("link", name=re.compile("Compare the (three|four|five|six|seven)")).first.click()
    expect(page.get_by_role("heading", name="Side by side")).to_be_visible()
    expect(page.locator(".rv-cols article")).to_have_count(3)
    expect(page.locator(".px-pick button").first).to_be_visible()
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")
    return page
