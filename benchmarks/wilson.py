"""The interval of a share that was counted."""

from __future__ import annotations

from math import sqrt

Z = 1.96


def wilson(hits: float, total: float, z: float = Z) -> tuple[float, float]:
    """The 95 % interval of ``hits`` of ``total`` (Wilson 1927); (0, 1) of nothing.

    Where what was counted hangs together in clusters, give hits and total divided by the design effect.
    """
    if not total:
        return 0.0, 1.0
    share, spread = hits / total, z * z / total
    middle = (share + spread / 2) / (1 + spread)
    reach = z * sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)
