"""Floors of the figures: they rise by command, and never sink without a written reason.

``tests/accuracy_floors.json`` holds by set, metric and part the floor, its date, the highest floor there ever was, and
the reasons for every lowering. A floor edited by hand to below the highest one, and below what the last written reason
allows, is a fault that a test reports.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.accuracy.figures import Figure

FILE = Path(__file__).parents[2] / "tests" / "accuracy_floors.json"
ABOUT = (
    "Least figures by set, metric and part (whole set, or the fixed part that --quick takes). They rise by "
    "`make accuracy ARGS=--raise` and sink only with a written reason; benchmarks/accuracy/floors.py explains."
)
MARGIN = 0.005
"""How far below the measured figure a floor is set: other processors and library versions move figures a little."""

Key = tuple[str, str, str]
"""Set, metric, part."""


class FloorError(ValueError):
    """What was asked of the floors is against their rule."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a floor was lowered, from which value to which."""

    date: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Floor:
    """The least figure allowed, since when, and what it once was."""

    floor: float
    date: str
    highest: float
    reasons: tuple[Reason, ...] = ()


Floors = Mapping[Key, Floor]


def read(path: Path = FILE) -> dict[Key, Floor]:
    """The floors of a file. Raises FloorError, which names the file, where it is damaged or a floor lacks a field."""
    try:
        sets = json.loads(path.read_text(encoding="utf-8"))["floors"]
        return {
            (name, metric, part): _floor((name, metric, part), fields)
            for name, metrics in sets.items()
            for metric, parts in metrics.items()
            for part, fields in parts.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise FloorError(f"{path} is no file of floors by set, metric and part: {error}") from error


def _floor(key: Key, fields: dict[str, Any]) -> Floor:
    try:
        floor = Floor(**fields | {"reasons": tuple(Reason(**reason) for reason in fields["reasons"])})
        if not math.isfinite(floor.floor + floor.highest):
            raise ValueError("a floor is a number")
        return floor
    except (TypeError, KeyError, ValueError) as error:
        raise FloorError(f"{' '.join(key)}: a floor has floor, date, highest and reasons ({error}).") from error


def write(floors: Floors, path: Path = FILE) -> None:
    """Keeps ``floors``, sorted. Raises FloorError where they break the rule."""
    if wrong := list(faults(floors)):
        raise FloorError(" ".join(wrong))
    sets: dict[str, dict[str, dict[str, Any]]] = {}
    for (name, metric, part), floor in sorted(floors.items()):
        sets.setdefault(name, {}).setdefault(metric, {})[part] = asdict(floor)
    text = json.dumps({"about": ABOUT, "floors": sets}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def faults(floors: Floors) -> Iterator[str]:
    """Sentences on floors out of range and on floors that sank without a reason."""
    for key, each in floors.items():
        name = " ".join(key)
        if not 0 <= each.floor <= each.highest <= 1:
            yield f"{name}: the floor {each.floor} lies outside 0 to its highest, {each.highest}."
        if any(not is_reason(reason.reason) or reason.after >= reason.before for reason in each.reasons):
            yield f"{name}: a lowering needs a reason in words and goes down."
        if each.floor < each.highest and not (each.reasons and each.reasons[-1].after <= each.floor):
            yield f"{name}: the floor was {each.highest} once and is {each.floor} without a written reason."


def below(figures: Iterable[Figure], floors: Floors) -> list[str]:
    """A sentence on each figure below its floor."""
    return [
        f"{figure.name}: {figure.value:.3f} is below its floor, {floor.floor:.3f} ({figure.part}, {floor.date})."
        for figure in figures
        for floor in [floors.get(key_of(figure))]
        if floor is not None and figure.value < floor.floor
    ]


def key_of(figure: Figure) -> Key:
    """Where the floor of a figure stands."""
    return figure.set, figure.metric, figure.part


def raised(figures: Iterable[Figure], floors: Floors, today: date) -> dict[Key, Floor]:
    """``floors`` with those raised, and those added, that the figures allow; none is lowered."""
    found = dict(floors)
    for figure in figures:
        key, value = key_of(figure), _under(figure.value)
        old = found.get(key)
        if old is None:
            found[key] = Floor(value, today.isoformat(), value)
        elif value > old.floor:
            found[key] = replace(old, floor=value, date=today.isoformat(), highest=max(value, old.highest))
    return found


def lowered(figures: Iterable[Figure], floors: Floors, reason: str, today: date) -> dict[Key, Floor]:
    """``floors`` with those lowered that a figure does not reach, and no others.

    Raises FloorError without a reason in words.
    """
    if not is_reason(reason):
        raise FloorError('A floor is lowered only with a reason in words: --lower --reason "why this is right".')
    found = dict(floors)
    for figure in figures:
        key = key_of(figure)
        old = found.get(key)
        if old is not None and figure.value < old.floor:
            step = Reason(today.isoformat(), old.floor, _under(figure.value), reason.strip())
            found[key] = replace(old, floor=step.after, date=step.date, reasons=(*old.reasons, step))
    return found


def is_reason(text: str) -> bool:
    """Whether a reason is in words: three at least."""
    return len(text.split()) >= 3


def _under(value: float) -> float:
    """The floor for a figure: a margin below it, cut to three decimals."""
    return max(0.0, math.floor(round((value - MARGIN) * 1000, 6)) / 1000)
