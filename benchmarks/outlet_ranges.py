"""How often the ranges of the page Outlets hold the true value.

    python -m benchmarks.outlet_ranges

Simulated: rates in bursts (gamma-Poisson, mean 8 per 1,000 words, articles of 500 words, three other outlets in each
story). Nothing is read; the draws are seeded.
"""

from __future__ import annotations

import numpy as np

from analysis.outlets import ranges

LIBRARIES = 300


def differences(rng: np.random.Generator, true: float, events: int) -> list[float]:
    """One outlet's rate minus the mean of three others in each event, ``true`` apart on average."""
    level = rng.gamma(4, 2, size=events)
    own = 2 * rng.poisson(level / 2)
    others = (2 * rng.poisson(np.tile(level[:, None] / 2, (1, 3)))).mean(axis=1)
    return [float(one) for one in true + own - others]


def covered(outlets: int, events: int, apart: float) -> tuple[float, float]:
    """Shares of true values within the range that is shown, and within plain percentiles of the draws."""
    rng = np.random.default_rng((outlets, events, int(10 * apart)))
    shown = plain = 0
    for _ in range(LIBRARIES):
        true = rng.normal(0, apart, outlets)
        groups = {str(at): differences(rng, true[at], events) for at in range(outlets)}
        moved, (pooled, _) = ranges.shrunk(groups), ranges.spread(list(groups.values()))
        for at, values in enumerate(groups.values()):
            one, middle = moved[str(at)], float(np.mean(values))
            low, high = ranges.interval(values, pooled)
            shown += one.value - one.scale * (middle - low) <= true[at] <= one.value + one.scale * (high - middle)
            drawn = rng.choice(values, size=(2_000, events)).mean(axis=1)
            low, high = np.quantile(drawn, [0.025, 0.975])
            plain += low <= true[at] <= high
    return shown / (LIBRARIES * outlets), plain / (LIBRARIES * outlets)


def main() -> None:
    """Print the table."""
    print("outlets  stories  apart  held by the range shown  held by plain percentiles")
    for outlets in (3, 5, 10):
        for events in (4, 8, 20):
            for apart in (0.0, 1.0, 3.0):
                shown, plain = covered(outlets, events, apart)
                print(f"{outlets:7}  {events:7}  {apart:5}  {100 * shown:22.1f} %  {100 * plain:24.1f} %")


if __name__ == "__main__":
    main()
