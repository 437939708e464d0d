"""Finds a Chromium on this machine: the variable CHROMIUM first, then the usual names on the path."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
NONE = (
    "No Chromium was found. Install one (Debian: apt-get install chromium), or set CHROMIUM to the path of a "
    "Chromium, Chrome or Edge."
)


def path() -> str | None:
    """The executable, or None where there is none."""
    named = os.environ.get("CHROMIUM")
    return next((found for name in (named, *NAMES) if name and (found := shutil.which(name))), None)
