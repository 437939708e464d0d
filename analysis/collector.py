"""The garbage collector rests while a comparison is made.

It would look through all tokens of all articles again and again, for a tenth of the time, and find nothing: a
comparison makes no cycles to speak of.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """Without collection of cycles, which goes on afterwards if it was on; where two threads rest at once, from the
    first one's end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
