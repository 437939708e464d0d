"""How far outlets lie apart in tone: is it more than articles of one outlet differ, and is it unusual among outlets?"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from analysis.model import Tone, ToneGap, Voice
from analysis.tone.counting import counts_of
from analysis.usual.tones import Counts, ToneSpreads, tone_spreads, tones_least, tones_p

LEVEL = 0.05
"""Corrected p up to which a gap is called more than chance."""


def gaps(
    tones: Iterable[Tone], table: ToneSpreads | None = None, outlets: Mapping[str, str | None] | None = None
) -> tuple[ToneGap, ...]:
    """The gap of each pair of articles that have a mean about the same person or group in the same voice.

    ``tones`` are all of one story, because ``chance_p`` is corrected over all its pairs. ``table`` are the spreads to
    test by, those that Parallax brings along unless others are given. ``outlets`` has the outlet of each article, None
    where it is not known; two articles of one outlet are no pair.
    """
    spreads = tone_spreads() if table is None else table
    held: dict[tuple[str, Voice], list[Tone]] = defaultdict(list)
    for tone in tones:
        if tone.mean is not None:
            held[tone.entity, tone.voice].append(tone)
    known = outlets or {}
    pairs = [
        _by_mean(one, other)
        for those in held.values()
        for one, other in combinations(those, 2)
        if known.get(one.article) is None or known.get(one.article) != known.get(other.article)
    ]
    chances = chances_of([(low.voice, counts_of(low), counts_of(high)) for low, high in pairs], spreads)
    return tuple(_gap(low, high, p, spreads) for (low, high), p in zip(pairs, chances, strict=True))


def chances_of(pairs: Sequence[tuple[Voice, Counts, Counts]], table: ToneSpreads) -> list[float | None]:
    """For each of the pairs of one story how often, at most, any of them gives as small a p by chance.

    The sum over all pairs: one of so few clauses that it cannot give so small a p adds nothing (Tarone 1990). None in a
    voice of which ``table`` does not know how far articles of one outlet lie apart.
    """
    correlated = {voice: spread.topic for voice, spread in table.items() if spread.topic is not None}
    known = [(one, other, correlated[voice]) for voice, one, other in pairs if voice in correlated]
    least = sorted(tones_least(*each) for each in known)
    corrected = (min(1.0, p * bisect_right(least, p * (1 + 1e-9))) for p in (tones_p(*each) for each in known))
    return [next(corrected) if voice in correlated else None for voice, _, _ in pairs]


def beyond_chance(gap: ToneGap) -> bool:
    """Is it larger than articles of one outlet on one topic lie apart, whatever else is compared in the story?"""
    return gap.chance_p is not None and gap.chance_p <= LEVEL


def _by_mean(one: Tone, other: Tone) -> tuple[Tone, Tone]:
    return (other, one) if (one.mean or 0.0) > (other.mean or 0.0) else (one, other)


def _gap(low: Tone, high: Tone, chance_p: float | None, spreads: ToneSpreads) -> ToneGap:
    spread = spreads.get(low.voice)
    percentile = None
    if spread is not None and spread.event is not None:
        percentile = 100 * (1 - tones_p(counts_of(low), counts_of(high), spread.event))
    gap = (high.mean or 0.0) - (low.mean or 0.0)
    return ToneGap(low.entity, low.voice, low.article, high.article, gap, chance_p, percentile)
