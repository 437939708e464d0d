"""The name behind a source phrase, within one article: first version, by names and pronouns.

A surname stands for the fullest name seen with it; "he" and "she" stand for the person last named as a source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from analysis.model import Attribution, Span, Token

_PERSONAL_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "who"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def resolve_speakers(
    text: str, tokens: Sequence[Token], attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """``attributions`` with ``speaker`` filled in where the source holds or stands for a name."""
    names = _names(text, tokens)
    ordered = list(names.items())
    starts = [span.start for span in names]
    people = _fullest([name for name, kind in names.values() if kind == "PERSON"])
    last: str | None = None
    resolved = []
    reach = 0
    for attribution in attributions:
        near = _near(attribution.source, ordered, starts)
        speaker = _speaker(text, attribution.source, near, people, last)
        start = min(span.start for span in (attribution.source, *attribution.content) if span)
        if speaker is not None and speaker in people.values() and start >= reach:
            last = speaker
        reach = max([reach, *(span.end for span in attribution.content)])
        resolved.append(replace(attribution, speaker=speaker))
    return tuple(resolved)


def _names(text: str, tokens: Sequence[Token]) -> dict[Span, tuple[str, str]]:
    """Spans of named entities -> (name, type)."""
    found: dict[Span, tuple[str, str]] = {}
    start: int | None = None
    for index, token in enumerate(tokens):
        follows = (
            start is not None and token.entity == tokens[start].entity and token.sentence == tokens[start].sentence
        )
        if start is not None and not follows:
            _keep(text, Span(tokens[start].start, tokens[index - 1].end), tokens[start].entity, found)
            start = None
        if start is None and token.entity in _NAMED:
            start = index
    if start is not None:
        _keep(text, Span(tokens[start].start, tokens[-1].end), tokens[start].entity, found)
    return found


def _near(
    source: Span | None, names: Sequence[tuple[Span, tuple[str, str]]], starts: Sequence[int]
) -> dict[Span, tuple[str, str]]:
    """The ``names``, in text order and apart, that share characters with ``source``."""
    if source is None:
        return {}
    first = max(0, bisect_right(starts, source.start) - 1)
    return dict(names[first : bisect_left(starts, source.end)])


def _keep(text: str, span: Span, kind: str, found: dict[Span, tuple[str, str]]) -> None:
    found[span] = (re.sub(r"[’']s$", "", text[span.start : span.end]).strip(), kind)


def _fullest(names: list[str]) -> dict[str, str]:
    """Last word of a person's name -> the longest name that ends with it."""
    people: dict[str, str] = {}
    for name in names:
        words = name.split()
        if words and len(name) > len(people.get(words[-1], "")):
            people[words[-1]] = name
    return people


def _speaker(
    text: str, source: Span | None, names: dict[Span, tuple[str, str]], people: dict[str, str], last: str | None
) -> str | None:
    if source is None:
        return None
    phrase = text[source.start : source.end]
    if phrase.lower() in _PERSONAL_PRONOUNS:
        return last
    inside = [(kind == "PERSON", name) for span, (name, kind) in names.items() if source.overlaps(span)]
    if not inside:
        final = phrase.split()[-1] if phrase.split() else ""
        return people.get(final)
    _, name = max(inside)
    return people.get(name.split()[-1], name) if name else None
