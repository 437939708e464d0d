"""One line of the figures of ``make calibrate``."""

from __future__ import annotations

Row = tuple[str, str, float, float | None, float | None, int, str]
"""Section, what was measured, the figure (a share, 0 to 1), both bounds of its interval (None where it was computed
and not measured), how many it rests on, what it means."""
