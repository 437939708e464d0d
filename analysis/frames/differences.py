"""Where the outlets of one event differ in their frames: the widest gap of each frame, for the order of the table.

A gap of two shares is measured as z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2)), n being sentences and p the share of
both together. Whether it is more than chance is told by ``analysis.findings.frames``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from analysis.frames import frame_of
from analysis.model import Measurement, Voice


class Difference(NamedTuple):
    """A frame of an event in one voice: the figure of each article, and the two that lie furthest apart.

    ``most`` and ``least`` are None, and ``z`` is 0, where fewer than two articles have enough text.
    """

    frame: str
    rows: tuple[Measurement, ...]
    most: Measurement | None
    least: Measurement | None
    z: float

    @property
    def used(self) -> int:
        """Sentences of all articles that use the frame."""
        return sum(len(row.evidence) for row in self.rows)


def differences(measurements: Iterable[Measurement], voice: Voice) -> tuple[Difference, ...]:
    """The frames of an event in ``voice``, those in which its articles differ most first, then the most used."""
    by_frame: dict[str, list[Measurement]] = {}
    for row in measurements:
        frame = frame_of(row.measure)
        if frame is not None and row.voice is voice and row.part == "article":
            by_frame.setdefault(frame, []).append(row)
    found = [_difference(frame, tuple(rows)) for frame, rows in by_frame.items()]
    return tuple(sorted(found, key=lambda each: (-round(each.z, 6), -each.used)))


def _difference(frame: str, rows: tuple[Measurement, ...]) -> Difference:
    pairs = [(_z(*pair), pair) for pair in combinations(_enough(rows), 2)]
    if not pairs:
        return Difference(frame, rows, None, None, 0.0)
    z, pair = max(pairs, key=lambda each: each[0])
    most, least = sorted(pair, key=_share, reverse=True)
    return Difference(frame, rows, most, least, z)


def _enough(rows: Iterable[Measurement]) -> list[Measurement]:
    return [row for row in rows if row.value is not None and row.basis]


def _share(row: Measurement) -> float:
    return len(row.evidence) / row.basis


def _z(one: Measurement, other: Measurement) -> float:
    both = (len(one.evidence) + len(other.evidence)) / (one.basis + other.basis)
    error = sqrt(both * (1 - both) * (1 / one.basis + 1 / other.basis))
    return abs(_share(one) - _share(other)) / error if error else 0.0
