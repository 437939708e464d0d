"""Find the Chromium or Chrome that the browser tests and the benchmark drive; on Debian, as root, install one.

    python scripts/chromium.py              print the path of the browser found, or tell how to get one and fail
    python scripts/chromium.py --install    the same, but install Debian's package where that can be done
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

COMMANDS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "msedge"),
)
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
ADVICE = (
    "The browser tests need Chromium or Chrome, and none was found. Install one (Debian: apt-get install chromium; "
    "elsewhere Chrome, Chromium or Edge from its maker), or set CHROMIUM to the path of one."
)


def find() -> str | None:
    """Path of the browser: the one that CHROMIUM names, else the first one found; None where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    found = (shutil.which(command) for command in (*COMMANDS, *PLACES))
    return next((path for path in found if path), None)


def can_install() -> bool:
    """True as root on a Debian-like system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def install() -> None:
    """Install Debian's package ``chromium``, and say so."""
    print("Installing Debian's package chromium (with apt-get), which the browser tests drive.", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", *arguments], check=False, stdout=sys.stderr, env=environment)


def main(arguments: list[str]) -> int:
    """Print the browser's path; exit status 1 and advice on stderr where there is none."""
    if os.environ.get("CHROMIUM") and not find():
        print(f"CHROMIUM names {os.environ['CHROMIUM']}, which cannot be run.", file=sys.stderr)
        return 1
    if not find() and "--install" in arguments and can_install():
        install()
    path = find()
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
