"""Likely ranges, standing and gaps in plain words: the same form at either end, so that no figure sounds worse.

"7 per 1,000 words (likely 4–11); more than 92 % of US political news articles": a numeric range costs hardly any trust,
a verbal hedge costs more (van der Bles et al. 2020).
"""

from __future__ import annotations

from math import floor

from analysis.model import Measurement

CORPUS = "US political news articles"
"""The reference corpus as sentences name it; which one it is, and its limits, stands on the methods page."""
UNKNOWN = "how usual: not known"
TOO_SHORT = f"{UNKNOWN} for so few words"
BEYOND = "Very high or low figures are partly luck: the likely range therefore lies nearer to what is usual."
"""Why a likely range may leave out its own figure, in words for readers."""
NO_DIFFERENCE = "articles of one outlet differ by this much too, so we cannot call it a difference"
_MIDDLE = 5
"""So many percentiles on either side of the 50th are called the middle."""
_PAIRS = ((99, "99 in 100"), (95, "19 in 20"), (90, "9 in 10"), (80, "8 in 10"))


def likely(measurement: Measurement) -> str:
    """"likely 4–11", in the unit of the value; "" where there is no interval.

    A value beyond its own interval is so extreme that chance has a part in it: "partly chance; likely 14–40"
    (``BEYOND`` says it in a sentence).
    """
    if measurement.value is None or measurement.interval is None:
        return ""
    return f"{'partly chance; ' if is_beyond(measurement) else ''}likely {span(measurement)}"


def is_beyond(measurement: Measurement) -> bool:
    """Whether the value lies outside its own likely range."""
    if measurement.value is None or measurement.interval is None:
        return False
    low, high = measurement.interval
    return not low <= measurement.value <= high


def span(measurement: Measurement) -> str:
    """"4–11": the likely range by itself; "not known" where there is none."""
    if measurement.value is None or measurement.interval is None:
        return "not known"
    return between(*measurement.interval)


def between(low: float, high: float) -> str:
    """Two bounds with as many decimals as their size needs: "4–11", "0.2–1.9", "−0.12 to 0.05"."""
    places = 0 if high >= 10 else 1 if high >= 1 else 2
    while places < 2 and low < high and f"{low:.{places}f}" == f"{high:.{places}f}":
        places += 1
    if places == 1 and f"{low:.1f}{high:.1f}".count(".0") == 2:
        places = 0
    first, last = _signed(low, places), _signed(high, places)
    return f"{first} to {last}" if low < 0 else f"{first}–{last}"


def how_usual(measurement: Measurement) -> str:
    """"more than 92 % of US political news articles", or that it is not known.

    Below the middle it reads "less than 92 % of ...". A percentile counts ties half: where nothing was found, which
    many articles share, the share of those is said instead.
    """
    standing = how_usual_short(measurement)
    if standing.startswith("not known"):
        return TOO_SHORT if measurement.value is None else UNKNOWN
    return f"{standing} of {CORPUS}"


def how_usual_short(measurement: Measurement) -> str:
    """As ``how_usual`` without the corpus, for tables that name it in their head: "more than 92 %"."""
    value, percentile = measurement.value, measurement.usual_percentile
    if value is None or percentile is None:
        return "not known"
    if value == 0:
        return f"none, as in {_share(2 * percentile)}"
    if abs(percentile - 50) <= _MIDDLE:
        return "near the middle"
    word, beaten = ("more", percentile) if percentile > 50 else ("less", 100 - percentile)
    ties = "about " if measurement.part == "opening" else ""
    return f"{word} than {ties}{min(floor(beaten), 99)} %"


def gap_words(percentile: float | None) -> str:
    """How large a gap is among pairs of outlets on one event: usual up to the 80th percentile, then by its place."""
    if percentile is None:
        return "how usual among outlets: not known"
    for bound, share in _PAIRS:
        if percentile >= bound:
            return f"larger than {share} pairs of outlets on one event"
    return "a usual difference between outlets on one event"


def _share(percent: float) -> str:
    if percent < 1:
        return "less than 1 %"
    return "more than 99 %" if percent > 99 else f"about {percent:.0f} %"


def _signed(value: float, places: int) -> str:
    """With a minus sign that reads as one; what rounds to nothing is 0."""
    if not round(value, places):
        return "0"
    return f"{'−' if value < 0 else ''}{abs(value):,.{places}f}"
