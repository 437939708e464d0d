"""Small pieces of the sentences that Parallax writes: lists, and texts cut to a length."""

from __future__ import annotations

from collections.abc import Sequence


def listed(items: Sequence[str]) -> str:
    """("a", "b", "c") -> "a, b and c"; "" for none."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def shortened(text: str, limit: int) -> str:
    """``text`` on one line and, where it has more than ``limit`` characters, cut there with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
