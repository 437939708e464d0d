"""When would the difference between two outlets become visible? A forecast without simulation.

Over the n stories that both told, x is the first outlet's rate minus the second's in the same story, m its mean and s
its standard deviation. The difference is visible where Student's paired t, m sqrt(n)/s, is beyond the 5 % point (two
sides). Otherwise the number of stories at which it would be, in eight cases of ten, if m and s stay as they are, is
N = (1.96 + 0.84)^2 s^2/m^2 + 1.96^2/2 (Guenther 1981, who adds the last term to the normal formula for the t test).

Limits: m is itself uncertain, above all where it is small; read the number as an order of size. Whoever looks at
twenty pairs will find one "visible" that is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import mean, stdev
from typing import Literal

from analysis.model import Voice
from analysis.outlets.sheet import Piece, tellings
from analysis.outlets.standing import EVENTS

_TWO_SIDED, _POWER = 1.959964, 0.841621
"""Normal quantiles of 5 % on two sides and of 80 %."""
FAR = 200
"""More further stories than this are no number to plan with."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """``gap`` is the first outlet's mean rate minus the second's over ``events`` shared stories, in the measure's unit;
    ``more`` how many further stories would be needed (``kind`` "more")."""

    kind: Literal["too few", "visible", "more", "equal", "far"]
    events: int
    gap: float | None = None
    more: int | None = None


def outlook(pieces: Sequence[Piece], measure: str, voice: Voice, first: str, second: str) -> Outlook:
    """What can be said about the difference of two outlets of the library."""
    rates = {(one.outlet, one.event): one.rate for one in tellings(pieces, measure, voice) if one.rate is not None}
    events = [event for outlet, event in rates if outlet == first and (second, event) in rates]
    return of_differences([rates[first, event] - rates[second, event] for event in events])


def of_differences(found: Sequence[float]) -> Outlook:
    """As ``outlook``, for the differences themselves, one a shared story."""
    events = len(found)
    if events < EVENTS:
        return Outlook("too few", events)
    gap, deviation = mean(found), stdev(found)
    if not gap:
        return Outlook("equal", events, 0.0)
    if abs(gap) * sqrt(events) > _beyond(events) * deviation:
        return Outlook("visible", events, gap)
    needed = (_TWO_SIDED + _POWER) ** 2 * (deviation / gap) ** 2 + _TWO_SIDED**2 / 2
    if needed - events > FAR:
        return Outlook("far", events, gap)
    return Outlook("more", events, gap, max(1, ceil(needed) - events))


def _beyond(events: int) -> float:
    """What Student's t must exceed with ``events`` differences."""
    from scipy.special import stdtrit

    return float(stdtrit(events - 1, 0.975))


def sentences(found: Outlook, first: str, second: str, unit: str) -> tuple[str, str]:
    """The outlook in words: what holds now, and what it rests on. ``first`` and ``second`` are names as shown."""
    both = f"the {found.events} stories that both told"
    if found.kind == "too few":
        return "Too few shared stories to say.", f"Both told {found.events} of the {EVENTS} stories that are needed."
    if found.kind == "equal" or found.gap is None:
        return "No difference so far, so nothing can be forecast.", f"On average over {both} the figures are the same."
    above, below = (first, second) if found.gap > 0 else (second, first)
    size = f"{above} lies {_number(abs(found.gap))} above {below} ({unit}, mean of {both})"
    if found.kind == "visible":
        return "Visible now.", f"{size}. So large a difference comes by chance in fewer than one pair in twenty."
    if found.kind == "far" or found.more is None:
        return (f"Not visible, and more than {FAR} further articles of each would be needed.",
                f"{size}. Against how much the two vary from story to story that is hardly anything.")
    articles = "1 more article" if found.more == 1 else f"{found.more} more articles"
    return (f"Not visible yet: about {articles} of each, on the same stories, would show it.",
            f"{size}. If the difference stays as large and the stories as varied, it would then show in 8 cases of 10.")


def _number(value: float) -> str:
    return f"{value:,.1f}" if value >= 1 else f"{value:.2f}"
