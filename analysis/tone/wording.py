"""What can be said of several outlets' tone towards somebody, in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import comb, erfc, sqrt

from analysis.model import Tone
from analysis.prose import listed
from analysis.tone.weights import COLUMNS, LABELS

NAMES = dict(zip(LABELS, COLUMNS, strict=True))
"""A label in a word: -1 is "negative"."""
_LEVEL = 0.05
_MOST_DEALT = 200
"""Clauses of two outlets up to which every way to deal them out is counted; beyond, the normal curve is close."""


def summary(name: str, tones: Sequence[Tone], labels: Mapping[str, str]) -> str:
    """The most and the least negative outlet, and whether clauses of one outlet differ as much anyway.

    ``tones`` are those of one person or group in one voice, the outlets' own; ``labels`` name the outlets.
    """
    known = [tone for tone in tones if tone.mean is not None]
    if not known:
        return f"No outlet says enough about {name} in its own words for a mean."
    if len(known) == 1:
        return f"Only {_shown(known, labels)} says enough about {name} in its own words for a mean."
    means = [tone.mean or 0.0 for tone in known]
    low, high = ([tone for tone in known if tone.mean == end] for end in (min(means), max(means)))
    if min(means) == max(means):
        return f"In the outlets’ own words the mean tone towards {name} is the same in {_shown(low, labels)}."
    told = (
        f"In the outlets’ own words the tone towards {name} has the lowest mean in {_shown(low, labels)} and the "
        f"highest in {_shown(high, labels)}."
    )
    if _apart(low, high, len(known)):
        return (
            f"{told} Single clauses, dealt out at random, would seldom differ as much; whether the outlets differ or "
            "the news they tell, only the clauses show."
        )
    return f"{told} Single clauses, dealt out at random, often differ as much, so no difference can be read from it."


def counts(tone: Tone) -> str:
    """How many clauses have which label: "3 negative, 2 neutral"; labels that none has are left out."""
    return ", ".join(f"{number} {word}" for label, word in NAMES.items() if (number := tone.count(label)))


def signed(value: float) -> str:
    """A mean or score with its sign: "−0.25"; one that rounds to nothing has none."""
    return f"{value:+.2f}".replace("+0.00", "0.00").replace("-0.00", "0.00").replace("-", "−")


def chance(one: Tone, other: Tone) -> float:
    """How likely the means of two outlets are to lie as far apart if their clauses are dealt out between them anew.

    An exact permutation test (Fisher 1935), two-sided: of all ways to deal the labels of both, each outlet given as
    many clauses as it has, the share in which the gap is no smaller. The normal curve beyond ``_MOST_DEALT`` clauses.
    """
    mine, all_ = ([sum(tone.count(label) for tone in tones) for label in LABELS] for tones in ([one], [one, other]))
    clauses, total = sum(mine), sum(all_)
    gap = abs((mine[2] - mine[0]) * total - (all_[2] - all_[0]) * clauses)
    if total > _MOST_DEALT:
        return _by_normal_curve(gap, clauses, all_)
    dealt = (
        comb(all_[0], low) * comb(all_[2], high) * comb(all_[1], clauses - low - high)
        for low, high in product(range(min(all_[0], clauses) + 1), range(min(all_[2], clauses) + 1))
        if low + high <= clauses and abs((high - low) * total - (all_[2] - all_[0]) * clauses) >= gap
    )
    return sum(dealt) / comb(total, clauses)


def _by_normal_curve(gap: int, clauses: int, labels: Sequence[int]) -> float:
    """``gap`` is that of the sums of labels, times the number of all clauses. Sums are whole: half a step is less."""
    total, sums = sum(labels), labels[2] - labels[0]
    spread = (labels[0] + labels[2] - sums * sums / total) / (total - 1)
    error = sqrt(spread * clauses * (total - clauses) / total)
    return erfc(max(gap / total - 0.5, 0) / error / sqrt(2)) if error > 0 else 1.0


def _apart(low: Iterable[Tone], high: Iterable[Tone], outlets: int) -> bool:
    """Is a gap between any of ``low`` and ``high`` beyond chance, as the widest of all pairs of ``outlets``?"""
    pairs = outlets * (outlets - 1) / 2
    return any(chance(one, other) * pairs < _LEVEL for one, other in product(low, high))


def _shown(tones: Sequence[Tone], labels: Mapping[str, str]) -> str:
    """Outlets that share one mean, each with its number of clauses: "Quill Post (−0.33, 6 clauses)"."""
    each = [f"{labels[tone.article]} ({signed(tone.mean or 0.0)}, {len(tone.clauses)} clauses)" for tone in tones]
    return listed(each)
