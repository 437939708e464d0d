"""What can be said of several outlets' tone towards somebody, in a sentence or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor

from analysis.model import Tone, ToneGap
from analysis.prose import listed
from analysis.tone.counting import NAMES
from analysis.tone.gaps import beyond_chance
from analysis.usual import NO_DIFFERENCE, gap_words
from analysis.usual.wording import between

_MIDDLE = 10
"""So many percentiles on either side of the 50th are called the middle."""
_FAR = ((99, "99 in 100"), (95, "19 in 20"))


def summary(name: str, tones: Sequence[Tone], labels: Mapping[str, str], gaps: Sequence[ToneGap]) -> str:
    """The most and the least negative outlet, whether that is more than chance, and how usual it is among outlets.

    ``tones`` are those of one person or group in one voice, the outlets' own; ``labels`` name the outlets; ``gaps`` are
    those of the whole story.
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
    ends = f"the lowest mean is that of {_shown(low, labels)}, the highest that of {_shown(high, labels)}"
    return _told(name, ends, _surest(known, gaps), labels)


def counts(tone: Tone) -> str:
    """How many clauses have which label: "3 negative, 2 neutral"; labels that none has are left out."""
    return ", ".join(f"{number} {word}" for label, word in NAMES.items() if (number := tone.count(label)))


def signed(value: float) -> str:
    """A mean or score with its sign: "−0.25"; one that rounds to nothing has none."""
    return f"{value:+.2f}".replace("+0.00", "0.00").replace("-0.00", "0.00").replace("-", "−")


def likely(tone: Tone) -> str:
    """"likely −0.61 to −0.02"; "" where no range is known."""
    return f"likely {between(*tone.interval)}" if tone.interval else ""


def how_usual(tone: Tone) -> str:
    """"more negative than in 8 in 10", among the articles of the reference corpus; "" where that is not known."""
    percentile = tone.usual_percentile
    if percentile is None:
        return ""
    if abs(percentile - 50) < _MIDDLE:
        return "near the middle"
    word, beaten = ("positive", percentile) if percentile > 50 else ("negative", 100 - percentile)
    share = next((said for bound, said in _FAR if beaten >= bound), f"{floor(beaten / 10)} in 10")
    return f"more {word} than {share}"


def _surest(known: Sequence[Tone], gaps: Sequence[ToneGap]) -> ToneGap | None:
    """Of the gaps between ``known`` the one that is least likely by chance."""
    places = {(tone.entity, tone.voice, tone.article) for tone in known}
    mine = [each for each in gaps if {(each.entity, each.voice, side) for side in (each.low, each.high)} <= places]
    return min(mine, key=lambda each: (2.0 if each.chance_p is None else each.chance_p, -each.gap), default=None)


def _told(name: str, ends: str, gap: ToneGap | None, labels: Mapping[str, str]) -> str:
    """Whether the surest gap is more than chance; and the ``ends``, which come last where it is not."""
    towards = f"in the tone towards {name} in the outlets’ own words"
    if gap is not None and gap.chance_p is not None and not beyond_chance(gap):
        return f"No notable difference {towards}: {NO_DIFFERENCE}. For the record, {ends}."
    told = f"I{towards[1:]}, {ends}."
    if gap is None or gap.chance_p is None:
        return f"{told} Whether that is more than chance is not known."
    return (
        f"{told} Between {labels[gap.low]} and {labels[gap.high]} it is more than chance, and "
        f"{gap_words(gap.gap_percentile)}; whether the outlets differ or the news they tell, only the clauses show."
    )


def _shown(tones: Sequence[Tone], labels: Mapping[str, str]) -> str:
    """Outlets that share one mean, each with its number of clauses: "Quill Post (−0.33, 6 clauses)"."""
    each = [f"{labels[tone.article]} ({signed(tone.mean or 0.0)}, {len(tone.clauses)} clauses)" for tone in tones]
    return listed(each)
