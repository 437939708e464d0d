"""What is worked out of one object again and again is worked out once and kept while that object is in use."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TypeVar

FIELDS = 256
"""Titles and texts of which something is kept: those of the largest event that a page shows, and some more."""
Thing = TypeVar("Thing")
Value = TypeVar("Value")


def kept(most: int) -> Callable[[Callable[[Thing], Value]], Callable[[Thing], Value]]:
    """A decorator for a pure function of one immutable object: the values of the last ``most`` objects are kept.

    Objects are told apart by identity, because the hash of an annotated text reads all of it. Each is held beside its
    value, so that no other can take its place. Safe to share between threads.
    """

    def keeping(function: Callable[[Thing], Value]) -> Callable[[Thing], Value]:
        values: OrderedDict[int, tuple[Thing, Value]] = OrderedDict()
        lock = Lock()

        @wraps(function)
        def once(thing: Thing) -> Value:
            with lock:
                found = values.get(id(thing))
                if found is not None:
                    values.move_to_end(id(thing))
                    return found[1]
            value = function(thing)
            with lock:
                values[id(thing)] = (thing, value)
                while len(values) > most:
                    values.popitem(last=False)
            return value

        return once

    return keeping
