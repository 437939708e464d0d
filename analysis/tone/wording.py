"""What can be said of several outlets' tone towards somebody, in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from analysis.model import Tone
from analysis.prose import listed
from analysis.tone.chance import chance
from analysis.tone.weights import COLUMNS, LABELS

NAMES = dict(zip(LABELS, COLUMNS, strict=True))
"""A label in a word: -1 is "negative"."""
_LEVEL = 0.05
"""How likely by chance the widest gap may be that is called one."""


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


def _apart(low: Iterable[Tone], high: Iterable[Tone], outlets: int) -> bool:
    """Is a gap between any of ``low`` and ``high`` beyond chance, as the widest of all pairs of ``outlets``?"""
    pairs = outlets * (outlets - 1) / 2
    return any(chance(one, other) * pairs < _LEVEL for one, other in product(low, high))


def _shown(tones: Sequence[Tone], labels: Mapping[str, str]) -> str:
    """Outlets that share one mean, each with its number of clauses: "Quill Post (−0.33, 6 clauses)"."""
    each = [f"{labels[tone.article]} ({signed(tone.mean or 0.0)}, {len(tone.clauses)} clauses)" for tone in tones]
    return listed(each)
