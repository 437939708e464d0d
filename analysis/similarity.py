"""How far two sentences say the same: 0 to 1, and at least 0.5 where they may count as one statement.

Their words are held against each other as they stand in the sentences (``analysis.alignment``), and a straight line
brings that agreement to the score. Nothing is learned from a set of labelled pairs. Without the model an average
stands in: of the cosine of TF-IDF vectors (half), the share of words in common (Dice; a quarter) and how much of the
weightier content of each is found in the other, the lesser of the two (a quarter).

Then what such figures do not see. Where the sentences contradict each other in a figure, a date, a negation or the
order of events (``analysis.conflicts``) the score is below 0.5, and likewise where the parts of two actors are
exchanged, where other people or countries are named (``analysis.other_names``) or other things of a kind
(``analysis.other_kinds``) or other actors (``analysis.other_actors``), where one says that it may be what the other
says that it is (``analysis.certainty``), or where short sentences differ in a name or noun that changes the meaning
(long ones name the same things in many ways).
That costs some true pairs: a false agreement would claim that two newsrooms confirmed each other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from analysis import embedding, opposites
from analysis.alignment import agreement, words_of
from analysis.annotation.vocabulary import country
from analysis.certainty import claims_less
from analysis.conflicts import (
    actors_in_place,
    another_name_alone,
    another_noun_alone,
    conflict,
    name_replaced,
    parts_exchanged,
    replaced,
)
from analysis.name_places import places_changed
from analysis.negations import denied_in_part
from analysis.other_kinds import other_of_a_kind
from analysis.other_names import other_countries, other_people
from analysis.phrasing import weight, weights, words

_MEANING, _SHARED, _COVERED = 0.5, 0.25, 0.25
_CENTRE, _CENTRE_WITHOUT_MODEL = 0.54, 0.55
"""The agreement at which the score is 0.5: a round figure below those of all our invented paraphrases."""
_HIGHEST_APART, _SPREAD_APART = 0.499, 0.02
_CONTRADICTING = 0.1
"""What a contradiction takes from the agreement in any case."""
_CLAUSE = 6
"""Content words of the longer sentence up to which a replaced name or noun keeps two apart."""
_TOGETHER = 64
"""Pairs that are read together, so that memory stays small."""
_SYNONYMS = 0.6
"""Cosine of two words alone from which they count as synonyms ("hurt", "injured"); "wife" and "brother" have 0.37."""
_SAME_NOUN, _SAME_NAME = 0.90, 0.95
"""Cosine from which two sentences say the same although one word (a noun, a name) is replaced."""


def similarity(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """For each pair how far both say the same, 0 to 1; the same for both orders of a pair; 0 where one has no word.

    From 0.5 the two may count as one statement. Raises ModelError where the model is installed but not the known one;
    where it is not installed the words alone decide.
    """
    if not embedding.available():
        return [_without_model(first, second) for first, second in pairs]
    return [score for start in range(0, len(pairs), _TOGETHER) for score in _scores(pairs[start : start + _TOGETHER])]


def _scores(pairs: Sequence[tuple[str, str]]) -> Iterator[float]:
    distinct = list(dict.fromkeys(text for pair in pairs for text in pair))
    readings = dict(zip(distinct, embedding.read(distinct), strict=True))
    found = {text: words_of(text, reading) for text, reading in readings.items()}
    for first, second in pairs:
        meaning = float(readings[first].vector @ readings[second].vector)
        yield _score(first, second, agreement(found[first], found[second]), _CENTRE, meaning)


def _without_model(first: str, second: str) -> float:
    """The score that the words alone give."""
    mine, theirs = {word.stem for word in words(first)}, {word.stem for word in words(second)}
    if not mine or not theirs:
        return 0.0
    shared = 2 * len(mine & theirs) / (len(mine) + len(theirs))
    covered = weights(mine & theirs) / max(weights(mine), weights(theirs))
    average = _MEANING * _tf_idf(mine, theirs) + _SHARED * shared + _COVERED * covered
    return _score(first, second, average, _CENTRE_WITHOUT_MODEL, None)


def _score(first: str, second: str, agreed: float, centre: float, meaning: float | None) -> float:
    contradicting = conflict(first, second) is not None
    line = 1 - (1 - agreed + _CONTRADICTING * contradicting) / (1 - centre) / 2
    score = min(max(line, 0.0), 1.0)
    return _below_half(score) if _apart(first, second, contradicting, meaning) else score


def _apart(first: str, second: str, contradicting: bool, meaning: float | None) -> bool:
    """Whether the sentences must not be merged, however alike they are."""
    if contradicting or _parts_exchanged(first, second) or denied_in_part(first, second):
        return True
    if _others_named(first, second):
        return True
    if claims_less(first, second) or another_name_alone(first, second) or _another_noun_alone(first, second):
        return True
    if _another_actor(first, second):
        return True
    told = max(sum(word.content for word in words(text)) for text in (first, second))
    return told <= _CLAUSE and told_apart(first, second, meaning)


def told_apart(first: str, second: str, meaning: float | None) -> bool:
    """Whether two sentences that are much alike tell of another actor or another thing, given the cosine of their
    vectors (None: words alone). Contradictions are not looked for: see ``conflicts.conflict``."""
    if other_actor(first, second, meaning):
        return True
    return meaning is not None and meaning < _SAME_NOUN and _another_noun(first, second)


def other_actor(first: str, second: str, meaning: float | None) -> bool:
    """Whether two sentences that are much alike tell of another actor, or of the same two with parts exchanged."""
    if actors_apart(first, second):
        return True
    return (meaning is None or meaning < _SAME_NAME) and name_replaced(first, second)


def actors_apart(first: str, second: str) -> bool:
    """Whether two sentences that are much alike have the same two with parts exchanged, or name others."""
    return _parts_exchanged(first, second) or _others_named(first, second)


def _others_named(first: str, second: str) -> bool:
    return other_people(first, second) or other_countries(first, second) or other_of_a_kind(first, second)


def _parts_exchanged(first: str, second: str) -> bool:
    return parts_exchanged(first, second) or places_changed(first, second)


def _below_half(score: float) -> float:
    """A score below 0.5 that keeps the order of the scores it is made from."""
    return min(score, _HIGHEST_APART - _SPREAD_APART * (1 - score))


def _another_noun(first: str, second: str) -> bool:
    """Whether one noun stands in the place of another that is no synonym."""
    return any(is_noun and not _synonyms(*sorted((one, other))) for one, other, is_noun in replaced(first, second))


def _another_noun_alone(first: str, second: str) -> bool:
    """Whether the sentences are the same but for one noun that stands where another one does, and is no synonym."""
    nouns = another_noun_alone(first, second)
    return nouns is not None and not _synonyms(*sorted(nouns))


def _another_actor(first: str, second: str) -> bool:
    """Whether an actor stands in the place of another that is not called so, too."""
    found = (*actors_in_place(first, second), *actors_in_place(second, first))
    return any(not _synonyms(*sorted(each)) for each in found)


@lru_cache(maxsize=20_000)
def _synonyms(one: str, other: str) -> bool:
    """Whether two words (the lesser first) mean much the same."""
    if other in opposites.siblings().get(one, ()) or _other_countries(one, other):
        return False
    vectors = embedding.embed([one, other])
    return float(vectors[0] @ vectors[1]) >= _SYNONYMS


def _other_countries(one: str, other: str) -> bool:
    here, there = country(one), country(other)
    return here is not None and there is not None and here.name != there.name


def _tf_idf(mine: set[str], theirs: set[str]) -> float:
    """The cosine of the two sentences' TF-IDF vectors, each stem counted once."""
    def length(stems: set[str]) -> float:
        return math.sqrt(sum(weight(stem) ** 2 for stem in sorted(stems)))

    return length(mine & theirs) ** 2 / (length(mine) * length(theirs))
