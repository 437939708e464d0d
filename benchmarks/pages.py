"""Time changes of page in a real Chromium, on the running dashboard with a library of its own.

Two times run from the click. A page is *seen* when the frame is painted after which nothing in the window changes any
more, the main heading of the new page being there: that is what a reader waits for. It is *settled* when Streamlit no
longer runs and nothing in the whole document changes, what is far below the window included. The last change counts,
confirmed by ``QUIET`` of stillness.
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
from typing import NamedTuple

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
    let last = start, ready = null, seen = null, changed = [], moved = 0;
    const observer = new MutationObserver((records) => { last = performance.now(); changed.push(...records); });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    const shifts = new PerformanceObserver((list) => { moved += list.getEntries().length; });
    shifts.observe({ type: "layout-shift" });
    const box = (node) => {
      const whole = node.getBoundingClientRect?.();
      if (whole?.width) return whole;
      const range = document.createRange();
      range.selectNode(node);
      return range.getBoundingClientRect();
    };
    const inWindow = (node) => {
      if (!node.isConnected) return false;
      const { top, bottom, left, right, width, height } = box(node);
      return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    };
    const visible = ({ type, target, addedNodes, removedNodes }) =>
      type === "characterData" ? inWindow(target)
        : [...addedNodes].some(inWindow) || (removedNodes.length > 0 && inWindow(target));
    const shown = () => [...document.querySelectorAll("h1")].some((node) =>
      node.checkVisibility() && (heading === null || node.textContent === heading));
    const look = () => {
      const now = performance.now();
      const seeing = shown();
      if (seeing && (seen === null || moved || changed.some(visible))) setTimeout(() => { seen = performance.now(); });
      changed = [];
      moved = 0;
      const state = document.querySelector("[data-testid=stApp]").getAttribute("data-test-script-state");
      if (state !== "notRunning" || !seeing) ready = null;
      else ready ??= now;
      if (ready !== null && now - Math.max(ready, last) >= quiet) {
        observer.disconnect();
        shifts.disconnect();
        resolve([seen - start, Math.max(ready, last, seen) - start]);
      } else if (now - start > 30000) resolve(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true, once: true }));
}
"""


class Change(NamedTuple):
    """Seconds from a click to the new page as seen in the window, and to the whole page, what is below it included."""

    seen: float
    settled: float


def page_changes(browser: str, library: Path) -> dict[str, list[Change]]:
    """Every change of page, by trip; each trip is made once before it counts."""
    with dashboard(library) as address, sync_playwright() as playwright:
        flags = [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else FLAGS
        chromium = playwright.chromium.launch(executable_path=browser, args=flags)
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.locator("[data-test-script-state=notRunning] h1").first.wait_for(timeout=120_000)
        headings = {name: learn(page, target) for name, target in TRIPS}
        changes: dict[str, list[Change]] = {name: [] for name, _ in TRIPS}
        for _ in range(ROUNDS):
            for name, target in TRIPS:
                changes[name].append(change(page, target, headings[name]))
        chromium.close()
    return changes


def learn(page: Page, target: str) -> str:
    """Make a trip slowly, and return the main heading of the page it leads to."""
    change(page, target, None, quiet=2000)
    return page.locator("h1").first.text_content() or ""


def change(page: Page, target: str, heading: str | None, quiet: int = QUIET) -> Change:
    """One change of page, from the click."""
    page.evaluate(WATCH, [heading, quiet])
    link(page, target).click()
    times = page.evaluate("window.parallaxChange")
    if times is None:
        raise RuntimeError(f"The page did not settle within 30 s after the click on {target}.")
    return Change(*(float(milliseconds) / 1000 for milliseconds in times))


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
