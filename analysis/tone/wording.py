"""What can be said of several outlets' tone towards somebody, in a sentence or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from analysis.model import Tone

_CLEAR = 2.0
"""Standard errors by which two means differ more than the clauses behind them would by chance, 19 times in 20."""


def summary(name: str, tones: Sequence[Tone], labels: Mapping[str, str]) -> str:
    """The most and the least negative outlet, and whether clauses of one outlet differ as much anyway.

    ``tones`` are those of one person or group in one voice, the outlets' own; ``labels`` name the outlets.
    """
    known = sorted((tone for tone in tones if tone.mean is not None), key=lambda tone: tone.mean or 0.0)
    if not known:
        return f"No outlet says enough about {name} in its own words for a mean."
    if len(known) == 1:
        return f"Only {_shown(known[0], labels)} says enough about {name} in its own words for a mean."
    low, high = known[0], known[-1]
    told = (
        f"In the outlets’ own words the tone towards {name} has the lowest mean in {_shown(low, labels)} and the "
        f"highest in {_shown(high, labels)}."
    )
    if _apart(low, high):
        return (
            f"{told} Single clauses vary less than that; whether the outlets differ or the news they tell, only the "
            "clauses show."
        )
    return f"{told} Single clauses of one outlet vary as much, so no difference can be read from it."


def _shown(tone: Tone, labels: Mapping[str, str]) -> str:
    clauses = len(tone.clauses)
    return f"{labels[tone.article]} ({signed(tone.mean or 0.0)}, {clauses} clauses)"


def signed(value: float) -> str:
    """A score with its sign: "−0.25"."""
    return f"{value:+.2f}".replace("-", "−")


def _apart(low: Tone, high: Tone) -> bool:
    gap = (high.mean or 0.0) - (low.mean or 0.0)
    error = sqrt(sum((tone.spread or 0.0) ** 2 / len(tone.clauses) for tone in (low, high)))
    return gap > _CLEAR * error
