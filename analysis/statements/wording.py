"""Which words of a sentence a piece of it has: whose words those are, and which of them only name somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from analysis.model import AnnotatedField, Chain, EntityKind, Token, Voice, main_voice
from analysis.phrasing import words

_LONG = 4
"""Letters from which a word is taken for a piece's own: shorter ones stand in any other piece too."""
_NAMED = frozenset({"compound", "appos", "amod", "nmod"})
"""How a title hangs on a name: "director Ada Holm", "Ada Holm, the director"."""
_NAME = re.compile(r"[^\W\d_]{3,}")


def sources(field: AnnotatedField) -> frozenset[int]:
    """The places of the tokens that only say who said it: cues and sources of what somebody claims."""
    starts = [token.start for token in field.tokens]
    claims = (each for each in field.attributions if each.claim)
    spans = {span for each in claims for span in (each.cue, each.source) if span}
    return frozenset(
        place for span in spans for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    )


def told(tokens: Sequence[Token], places: Sequence[int], text: str, left_out: frozenset[int]) -> list[int]:
    """The places of a sentence's words that stand in this piece of it and tell something: those in ``left_out`` only
    say who said it."""
    own = set(text.split())
    found = [at for at in places if at not in left_out and tokens[at].is_word and tokens[at].text in own]
    return [at for at in found if len(tokens[at].text) >= _LONG or tokens[at].text[0].isdigit()]


def voices(tokens: Sequence[Token], places: Iterable[int]) -> tuple[tuple[Voice, int], ...]:
    """How many of the words are in each voice."""
    counts = Counter(tokens[place].voice for place in places)
    return tuple((voice, counts[voice]) for voice in Voice)


def most(counts: Iterable[tuple[Voice, int]]) -> Voice:
    """The voice of most words, the outlet's own among equals."""
    total = dict.fromkeys(Voice, 0)
    for voice, count in counts:
        total[voice] += count
    return main_voice(total)


def naming(tokens: Sequence[Token], places: Sequence[int], text: str) -> frozenset[str]:
    """The stems of the words that only name somebody: names, and titles that stand with a name."""
    stems = {word.stem for word in words(text) if word.name}
    for at in places:
        token = tokens[at]
        head = tokens[token.head]
        if token.dep in _NAMED and token.pos in ("NOUN", "ADJ", "PROPN") and head.pos == "PROPN":
            stems.update(word.stem for word in words(token.text))
        if token.dep == "appos" and token.pos == "PROPN" and head.pos == "NOUN":
            stems.update(word.stem for word in words(head.text))
    return frozenset(stems)


def named_speakers(field: AnnotatedField, chains: Sequence[Chain]) -> Mapping[int, frozenset[str]]:
    """By the place of each token in what somebody claims: the words, in small letters, of the name of the person who
    says it; none where that is nobody named. What is said within what is said is the inner one's."""
    people = {each.name for each in chains if each.kind is EntityKind.PERSON}
    starts = [token.start for token in field.tokens]
    claims = [each for each in field.attributions if each.claim]
    found: dict[int, frozenset[str]] = {}
    for claim in sorted(claims, key=lambda each: -sum(span.end - span.start for span in each.content)):
        name = _name(claim.speaker) if claim.speaker in people else frozenset()
        for span in claim.content:
            found.update(dict.fromkeys(range(bisect_left(starts, span.start), bisect_left(starts, span.end)), name))
    return found


def said_by(speakers: Mapping[int, frozenset[str]], places: Iterable[int]) -> frozenset[str]:
    """The name of the person who says more than half of the words at ``places``; empty where nobody does."""
    counts = Counter(speakers.get(place, frozenset()) for place in places)
    return next((name for name, count in counts.items() if 2 * count > counts.total()), frozenset())


def _name(speaker: str | None) -> frozenset[str]:
    return frozenset(word.lower() for word in _NAME.findall(speaker or "") if word[0].isupper())
