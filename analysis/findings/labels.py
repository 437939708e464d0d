"""How sure it is that a label stands for a person or group, and which noun it has.

That a label without a name beside it stands for somebody is a guess, and a wrong one would put a word into an outlet's
mouth. Sure is one beside a name ("the self-styled admiral Ida Brandt", "Ida Brandt, 51, an admiral"), and a loaded noun
("the tyrant") in an article that names nobody more often than this person.

Some nouns are loaded by what others write: who holds an office of state ("the president") may be called by what tells
of power in its place ("the ruler", "the boss"), where a firm's or a club's boss is just that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.agency.wordsets import words
from analysis.model import Article, Comparison, Entity, EntityKind, FieldName, MentionForm, Naming

Place = tuple[str, FieldName, int, int]
"""Article, field, start, end."""
_BESIDE = re.compile(
    r"[\s,(–—-]*(?:\d{1,3}\s*,\s*)?(?:(?:is|was|are|were|remains|became)\s+)?(?:(?:the|an?|its|their|his|her)\s+)?",
    re.IGNORECASE,
)
"""What may stand between a name and its label."""
_TAIL = re.compile(r"\s(?:of|in|for|at|from|with|to|on|by|behind|who|which|that|and)\s|[,;]")
"""Where what hangs on the noun of a label begins."""

_POWER = words("ruler boss supremo honcho bigwig potentate caudillo satrap godfather")
_OFFICES = words("president minister premier chancellor governor mayor leader head monarch king queen sultan emir")


def noun_of(label: str) -> str:
    """The noun that a label hangs on, in small letters: "admiral" of "self-styled admiral of the fleet"."""
    words = label[: _noun_end(label)].split()
    return words[-1].lower() if words else ""


def of_power(comparison: Comparison, labels: Sequence[Naming]) -> Iterator[Place]:
    """The nouns of ``labels``, all of one person, that tell of power where the label of another article gives an office
    of state."""
    texts = {each.id: each.article for each in comparison.articles}
    in_office = {one.article for one in labels if noun_of(one.label) in _OFFICES}
    for one in labels:
        if noun_of(one.label) in _POWER and in_office - {one.article}:
            end = one.start + _noun_end(texts[one.article].passage(one.field, one.start, one.end))
            yield one.article, one.field, end - len(noun_of(one.label)), end


def is_sure(comparison: Comparison, entity: Entity, label: Naming, loaded: Iterable[Place]) -> bool:
    """Whether ``label`` stands for ``entity`` beyond a guess; ``loaded`` are the places of loaded words."""
    article = next(each.article for each in comparison.articles if each.id == label.article)
    if _is_beside_a_name(article, entity, label):
        return True
    end = label.start + _noun_end(article.passage(label.field, label.start, label.end))
    is_loaded = any(
        (where, field) == (label.article, label.field) and start < end <= stop for where, field, start, stop in loaded
    )
    return is_loaded and _is_most_named(comparison, entity, label.article)


def _noun_end(label: str) -> int:
    tail = _TAIL.search(label)
    return tail.start() if tail else len(label.rstrip())


def _is_beside_a_name(article: Article, entity: Entity, label: Naming) -> bool:
    names = [one for one in entity.namings
             if one.form is MentionForm.NAME and (one.article, one.field) == (label.article, label.field)]
    gaps = ((min(one.end, label.end), max(one.start, label.start)) for one in names)
    return any(_BESIDE.fullmatch(article.passage(label.field, *gap)) for gap in gaps)


def _is_most_named(comparison: Comparison, entity: Entity, article: str) -> bool:
    counts = {
        one.id: sum(naming.article == article for naming in one.namings)
        for one in comparison.entities if one.kind is EntityKind.PERSON
    }
    return entity.id in counts and counts[entity.id] == max(counts.values())
