"""Pronouns for one person, tied to the person the passage speaks of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from analysis.annotation.links import Links, Place
from analysis.annotation.phrase import Phrase
from analysis.annotation.speaking import speaking
from analysis.model import AnnotatedField, EntityKind, MentionForm, Voice

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_RELATIVES = frozenset({"who", "whose", "whom"})
_REACH = 4
"""Sentences back to the person a pronoun stands for."""
_IN_QUOTATION, _IN_REPORT, _UNSURE, _BARE = 2.0, 0.6, 1.5, 2.5
"""What counts against somebody spoken of in a quotation where the pronoun stands outside of one, or in what is
reported; against a name that may be no person's; and against a noun without article or name: in sentences."""
_POSSESSOR, _OF_SUBJECT = 1.5, 0.9
"""What counts against the Teviot of "fled on Teviot's barge", and for that of "Teviot's barge sank", before."""
_LEAST = -1.9
"""Whom too much counts against a pronoun does not stand for."""
_KEPT = 12
"""People kept in mind, at most."""


def pronouns_of(links: Links, fields: Mapping[int, AnnotatedField]) -> Iterator[tuple[Place, int]]:
    """(place, chain) of every pronoun that could be resolved, field by field in text order."""
    for number, field in sorted(fields.items()):
        yield from _in_field(links, number, field)


def _in_field(links: Links, number: int, field: AnnotatedField) -> Iterator[tuple[Place, int]]:
    starts = sorted((place.phrase.head, index) for index, place in enumerate(links.places) if place.field == number)
    recent: deque[tuple[int, bool, int]] = deque(maxlen=_KEPT)
    position, speakers = 0, speaking(field)
    for index, token in enumerate(field.tokens):
        while position < len(starts) and starts[position][0] < index:
            head, phrase = starts[position]
            chain = links.chain[phrase]
            if links.profiles[chain].kind is EntityKind.PERSON:
                recent.append((head, field.tokens[head].dep in ("nsubj", "nsubjpass"), chain))
            position += 1
        word = token.text.lower()
        if token.pos not in ("PRON", "DET") or (word not in _GENDERS and word not in _RELATIVES):
            continue
        if word in _RELATIVES:
            chain_found = _relative(links, number, field, index)
        else:
            speaker = _chain_at(links, number, speakers.get(index))
            chain_found = _antecedent(links, field, index, _GENDERS[word], recent, speaker)
        if chain_found is not None:
            if word in _GENDERS:
                recent.append((index, token.dep in ("nsubj", "nsubjpass"), chain_found))
            yield Place(number, field.tokens, _pronoun(index)), chain_found


def _relative(links: Links, number: int, field: AnnotatedField, index: int) -> int | None:
    """The person before "who"."""
    tokens = field.tokens
    current = index
    for _ in range(4):
        if tokens[current].dep == "relcl":
            found = links.ends.get((number, tokens[current].head))
            return None if found is None else links.chain[found]
        current = tokens[current].head
    return None


def _antecedent(
    links: Links, field: AnnotatedField, index: int, gender: str, recent: deque[tuple[int, bool, int]],
    speaker: int | None = None,
) -> int | None:
    """Whom the pronoun stands for; not for the ``speaker`` of the quotation it stands in."""
    sentence = field.tokens[index].sentence
    best: tuple[float, int, int] | None = None
    for head, subject, chain in recent:
        back = sentence - field.tokens[head].sentence
        known = links.profiles[chain].gender
        if back > _REACH or (known and known != gender) or chain == speaker:
            continue
        score = -back + (1.2 if subject else 0.0) + (0.5 if links.profiles[chain].full else 0.0)
        score -= _doubt(links, chain) + _told_of(field, head, index)
        if back and field.tokens[head].dep == "poss":
            owned = field.tokens[field.tokens[head].head].dep
            score += _OF_SUBJECT if owned in ("nsubj", "nsubjpass") else -_POSSESSOR
        best = max(best or (score, head, chain), (score, head, chain))
    return None if best is None or best[0] < _LEAST else best[2]


def _chain_at(links: Links, number: int, place: int | None) -> int | None:
    """The chain of a speaker by name or description; who "he" is that speaks is too unsure to rule anybody out."""
    phrase = None if place is None else links.ends.get((number, place))
    return None if phrase is None else links.chain[phrase]


def _told_of(field: AnnotatedField, head: int, index: int) -> float:
    """What counts against somebody whom others only speak of, where the writer's own "he" follows."""
    voice, own = field.tokens[head].voice, field.tokens[index].voice
    if voice is Voice.QUOTED and own is not Voice.QUOTED:
        return _IN_QUOTATION
    return _IN_REPORT if voice is Voice.REPORTED and own is Voice.OWN else 0.0


def _doubt(links: Links, chain: int) -> float:
    """How little is known of somebody: a town or an "expert" of a headline is hardly who "she" is."""
    profile = links.profiles[chain]
    if profile.sure[EntityKind.PERSON] or len(profile.full) > 1:
        return _BARE if not profile.names and not profile.determined else 0.0
    return _UNSURE


def _pronoun(index: int) -> Phrase:
    none: frozenset[str] = frozenset()
    return Phrase(
        index, index + 1, index, EntityKind.PERSON, False, (), "", "", "", none, none, "", "", "", False, "",
        MentionForm.PRONOUN,
    )  # fmt: skip
