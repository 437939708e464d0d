"""How much Parallax takes in at once, so that no input can tie up the machine."""

from __future__ import annotations

MAX_FILE_BYTES = 20_000_000
"""Largest file, in bytes."""
MAX_PAGE_BYTES = 5_000_000
"""Largest web page, in bytes: its structure costs more to read than plain text."""
MAX_PAGE_TAGS = 60_000
"""Tags of a web page up to which its article is looked for by structure; above, its lines are cleaned as text."""
MAX_ARTICLE_CHARACTERS = 200_000
"""Longest article, in characters."""
MAX_ARTICLE_LINES = 5_000
"""Most lines in one article."""
MAX_LINE_CHARACTERS = 1_000
"""Longest headline or name of an outlet, in characters; real ones stay below 300."""
MAX_JSON_DEPTH = 50
"""Deepest nesting of a JSON file."""


def megabytes(size: int) -> str:
    """``20_000_000`` -> ``20 MB``, for messages; never rounded down to the limit it exceeds."""
    tenths = -(-size // 100_000)
    return f"{tenths // 10} MB" if tenths % 10 == 0 else f"{tenths / 10:.1f} MB"
