"""Where each outlet stands: its figure with an interval, or what it lacks for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.model import Voice
from analysis.outlets import ranges
from analysis.outlets.sheet import Piece, Telling, outlets_of, tellings

ARTICLES, EVENTS = 8, 4
"""Articles and stories from which an outlet has a figure."""
Way = Literal["beside", "alone"]
"""``beside``: against the mean of the other outlets in the same story; ``alone``: the outlet's own rate."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One outlet in one measure and voice.

    ``value`` and ``interval`` are in the unit of the measure and None where ``lacks`` says what is missing. Only
    ``interval`` is None where no outlet's figure differs from event to event: drawing equal events anew tells nothing
    of how far they may vary. ``mean`` is the plain mean over its events, before it was moved (by the share ``weight``
    of the way) towards that of all outlets. ``tellings`` are all that could be counted, one an event; ``passages`` and
    ``basis`` (words or sentences) are theirs together.
    """

    outlet: str
    tellings: tuple[Telling, ...]
    mean: float | None
    value: float | None
    interval: tuple[float, float] | None
    weight: float
    lacks: str

    @property
    def articles(self) -> int:
        return sum(len(one.articles) for one in self.tellings)

    @property
    def passages(self) -> int:
        return sum(one.passages for one in self.tellings)

    @property
    def basis(self) -> int:
        return sum(one.basis for one in self.tellings)


def standings(pieces: Sequence[Piece], measure: str, voice: Voice, way: Way = "beside") -> tuple[Standing, ...]:
    """Every outlet of the library in alphabetical order, never by value.

    An event counts where the outlet has a rate in it, and (``beside``) another outlet too. Outlets that are too thin
    to be shown still help to estimate how far outlets lie apart.
    """
    counted = [one for one in tellings(pieces, measure, voice) if value_of(one, way) is not None]
    groups = {outlet: [one for one in counted if one.outlet == outlet] for outlet in outlets_of(pieces)}
    values = {outlet: _values(found, way) for outlet, found in groups.items()}
    moved = ranges.shrunk(values)
    pooled, _ = ranges.spread([each for each in values.values() if each])
    return tuple(_standing(outlet, found, moved.get(outlet), pooled, way) for outlet, found in groups.items())


def value_of(telling: Telling, way: Way) -> float | None:
    """What a telling adds to its outlet's figure."""
    return telling.distance if way == "beside" else telling.rate


def _values(found: Iterable[Telling], way: Way) -> list[float]:
    return [value for one in found if (value := value_of(one, way)) is not None]


def _standing(
    outlet: str, found: Sequence[Telling], moved: ranges.Shrunk | None, pooled: float, way: Way
) -> Standing:
    missing = lacks(sum(len(one.articles) for one in found), len(found)) or _rare(found, way)
    if moved is None or missing:
        return Standing(outlet, tuple(found), None, None, None, 0.0, missing)
    values = _values(found, way)
    mean = sum(values) / len(values)
    low, high = ranges.interval(values, pooled)
    wide = high - low > ranges.NOISE
    ends = (moved.value - moved.scale * (mean - low), moved.value + moved.scale * (high - mean)) if wide else None
    return Standing(outlet, tuple(found), mean, moved.value, ends, moved.weight, "")


def lacks(articles: int, events: int) -> str:
    """What is missing for a figure: "5 of 8 articles, 2 of 4 stories"; "" where there is enough of both."""
    if articles >= ARTICLES and events >= EVENTS:
        return ""
    return f"{articles} of {ARTICLES} articles, {events} of {EVENTS} stories"


def _rare(found: Sequence[Telling], way: Way) -> str:
    """Where nothing is found in nearly all events, drawing them anew would claim a range of no width at all.

    Beside the others their passages count as well: an outlet without any among outlets with many is told apart.
    """
    held = sum(bool(one.passages or one.rate or (way == "beside" and one.others)) for one in found)
    return "" if held >= EVENTS else f"passages in {held} of {EVENTS} stories: too rare to tell"
