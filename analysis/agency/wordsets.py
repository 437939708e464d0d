"""Small closed lists of words, written as text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text``, parted by spaces and line ends."""
    return frozenset(text.split())
