"""The name behind a source phrase, from the mentions of the article.

A source stands for the chain of the name or description in it; a pronoun for the person last named as a source, or
for the one its chain names. A source without a name ("officials", "a spokeswoman") stays without a speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from analysis.annotation.vocabulary import noun
from analysis.model import Attribution, Chain, EntityKind, Mention, MentionForm, Span

_PERSONAL_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})
_PARTICLES = frozenset({"of", "the", "for", "and", "de", "da", "del", "der", "den", "di", "du", "la", "le", "van",
                        "von", "bin", "ibn", "al", "el"})  # fmt: skip
_LONGEST_MENTION = 400
"""Characters before a source in which a mention that reaches into it may start."""


def with_speakers(
    text: str, attributions: Sequence[Attribution], mentions: Sequence[Mention], chains: Sequence[Chain]
) -> tuple[Attribution, ...]:
    """``attributions`` of one field with ``speaker`` filled in where the source holds or stands for a name.

    ``mentions`` are those of the same field, in text order; ``chains`` are the article's.
    """
    starts = [mention.start for mention in mentions]
    named = frozenset(mention.chain for mention in mentions if mention.form is MentionForm.NAME)
    resolved: list[Attribution] = []
    last: int | None = None
    reach = 0
    for attribution in attributions:
        chain = _chain(text, attribution.source, mentions, starts, last)
        if chain is not None and chain not in named and not _is_name(chains[chain].name):
            chain = None
        spans = [span for span in (attribution.source, attribution.cue, *attribution.content) if span]
        start = min((span.start for span in spans), default=0)
        if chain is not None and chains[chain].kind is EntityKind.PERSON and start >= reach:
            last = chain
        reach = max([reach, *(span.end for span in attribution.content)])
        resolved.append(replace(attribution, speaker=None if chain is None else chains[chain].name))
    return tuple(resolved)


def _chain(
    text: str, source: Span | None, mentions: Sequence[Mention], starts: Sequence[int], last: int | None
) -> int | None:
    if source is None:
        return None
    inside = _inside(source, mentions, starts)
    if text[source.start : source.end].lower() in _PERSONAL_PRONOUNS:
        told = next((mention.chain for mention in inside if mention.form is MentionForm.PRONOUN), None)
        return told if told is not None else last
    # A phrase that begins the source is what the source is; a name further in may be its office or its home.
    whole = [mention for mention in inside if mention.form is not MentionForm.PRONOUN] or inside
    return min(whole, key=lambda mention: (mention.start, -mention.end)).chain if whole else None


def _inside(source: Span, mentions: Sequence[Mention], starts: Sequence[int]) -> list[Mention]:
    """Mentions that share characters with ``source``."""
    first = bisect_left(starts, source.start - _LONGEST_MENTION)
    last = bisect_left(starts, source.end)
    return [mention for mention in mentions[first:last] if mention.end > source.start]


def _is_name(text: str) -> bool:
    """Is what a chain is called a name ("Mara Teviot"), not a description ("One minister", "Officials")?"""
    words = text.split()
    capitals = [word for word in words if word[:1].isupper()]
    if any(word[:1].islower() and word not in _PARTICLES for word in words) or not capitals:
        return False
    return noun(words[-1].lower().removesuffix("s")) is None and noun(words[-1].lower()) is None
