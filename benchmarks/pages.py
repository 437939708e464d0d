"""Time changes of page in a real Chromium, on the running dashboard with a library of its own.

A change of page lasts from the click to the settled page: Streamlit no longer runs, the main heading of the new page
is visible, and nothing in the document changes any more (the last change counts, confirmed by ``QUIET`` of stillness).
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

ROOT = Path(__file__).parents[1]
ROUNDS = 10
QUIET = 200  # milliseconds
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

TRIPS = (
    ("Stories to Compare, by its card", "card"),
    ("Compare to Stories", "Stories"),
    ("Stories to Methods", "Methods"),
    ("Methods to Add coverage", "Add coverage"),
    ("Add coverage to Compare", "Compare"),
    ("Compare to Article", "Article"),
    ("Article to Stories", "Stories"),
)

WATCH = """
([heading, quiet]) => {
  window.parallaxChange = new Promise((resolve) => addEventListener("click", (event) => {
    const start = event.timeStamp;
    let last = start, ready = null;
    const observer = new MutationObserver(() => { last = performance.now(); });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    const shown = () => [...document.querySelectorAll("h1")].some((node) =>
      node.checkVisibility() && (heading === null || node.textContent === heading));
    const look = () => {
      const now = performance.now();
      const state = document.querySelector("[data-testid=stApp]").getAttribute("data-test-script-state");
      if (state !== "notRunning" || !shown()) ready = null;
      else ready ??= now;
      if (ready !== null && now - Math.max(ready, last) >= quiet) {
        observer.disconnect();
        resolve(Math.max(ready, last) - start);
      } else if (now - start > 30000) resolve(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true, once: true }));
}
"""


def page_changes(browser: str, library: Path) -> dict[str, list[float]]:
    """Seconds of every change of page, by trip; each trip is made once before it counts."""
    with dashboard(library) as address, sync_playwright() as playwright:
        flags = [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else FLAGS
        chromium = playwright.chromium.launch(executable_path=browser, args=flags)
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.locator("[data-test-script-state=notRunning] h1").first.wait_for(timeout=120_000)
        headings = {name: learn(page, target) for name, target in TRIPS}
        changes: dict[str, list[float]] = {name: [] for name, _ in TRIPS}
        for _ in range(ROUNDS):
            for name, target in TRIPS:
                changes[name].append(change(page, target, headings[name]))
        chromium.close()
    return changes


def learn(page: Page, target: str) -> str:
    """Make a trip slowly, and return the main heading of the page it leads to."""
    change(page, target, None, quiet=2000)
    return page.locator("h1").first.text_content() or ""


def change(page: Page, target: str, heading: str | None, quiet: int = QUIET) -> float:
    """Seconds from the click to the settled page."""
    page.evaluate(WATCH, [heading, quiet])
    link(page, target).click()
    milliseconds = page.evaluate("window.parallaxChange")
    if milliseconds is None:
        raise RuntimeError(f"The page did not settle within 30 s after the click on {target}.")
    return float(milliseconds) / 1000


def link(page: Page, target: str) -> Locator:
    """The link in the top bar, or the one on the first card."""
    if target == "card":
        return page.locator("[data-testid=stMain] a[href*=compare]").first
    return page.locator("[data-testid=stTopNavLink]").filter(has_text=target).first


@contextmanager
def dashboard(library: Path) -> Iterator[str]:
    """The address of a dashboard that runs on a free port with the sample story in ``library``."""
    environment = {**os.environ, "PARALLAX_LIBRARY": f"sqlite:///{library / 'library.db'}"}
    subprocess.run([sys.executable, "-m", "analysis", "seed"], cwd=ROOT, env=environment, check=True)
    address = f"http://localhost:{(port := free_port())}"
    options = ["--server.headless=true", f"--server.port={port}", "--server.fileWatcherType=none"]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", *options, "--logger.level=error"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for(f"{address}/_stcore/health", server)
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Return once ``address`` answers."""
    end = time.monotonic() + seconds
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"The dashboard did not start: {address} did not answer.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    raise SystemExit("Run it as: python -m benchmarks.speed")
