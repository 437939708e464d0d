"""Small pieces of the sentences that Parallax writes: lists, figures, and texts cut to a length."""

from __future__ import annotations

from collections.abc import Sequence

_LONG_WORD = 25
"""Characters from which a word is cut rather than left out."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def listed(items: Sequence[str]) -> str:
    """("a", "b", "c") -> "a, b and c"; "" for none."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def shortened(text: str, limit: int) -> str:
    """``text`` on one line and, where it has more than ``limit`` characters, cut with an ellipsis: after the last word
    that fits whole, or within it where it is very long."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut, space, rest = line[:limit].rpartition(" ")
    whole = space and len(rest) < min(_LONG_WORD, limit // 2)
    return (cut.rstrip(" ,;:–—-") if whole else line[: limit - 1]) + "…"


def figure(value: float) -> str:
    """A figure as it is shown everywhere: from 10 without decimals, from 1 with one, below with two; whole numbers
    bare. The minus sign reads as one, and what rounds to nothing is 0."""
    size = abs(value)
    places = 0 if size >= 9.95 or size == round(size) else 1 if size >= 0.995 else 2
    if not round(size, places):
        return "0"
    return f"{'−' if value < 0 else ''}{size:,.{places}f}"


def small(number: int) -> str:
    """A number up to ten as a word."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def counted(number: int, thing: str, things: str = "") -> str:
    """"one statement", "three statements", "11 statements": numbers up to ten as words, as style guides have it."""
    return f"{small(number)} {thing if number == 1 else things or f'{thing}s'}"
