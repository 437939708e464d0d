"""Large tables of pairs are worked out a stretch of rows at a time, so that memory stays small, on two threads."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

_ROWS = 500
_THREADS = 2
"""The work is numpy's, which lets threads run side by side."""


def each_stretch(size: int, work: Callable[[slice], None]) -> None:
    """``work`` done for stretches of rows that make up ``size`` rows together; each must touch its own rows alone."""
    stretches = [slice(first, first + _ROWS) for first in range(0, size, _ROWS)]
    if len(stretches) < 2:
        for rows in stretches:
            work(rows)
        return
    with ThreadPoolExecutor(_THREADS) as threads:
        for _ in threads.map(work, stretches):
            pass
