"""Whether another actor stands in the place of one: "a pilot reported the fault", "a mechanic reported the fault"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from analysis.annotation.vocabulary import Noun, noun
from analysis.phrasing import Word

_LONGEST = 4
"""Words of a stretch that stands for an actor."""
_LOOSE = """
    man woman person people child kid boy girl adult individual human citizen civilian public folk
    suspect victim defendant patient customer user consumer shopper
    official officer authorities authority government state country nation department ministry agency office body
    company firm business group organization organisation service team league union association club church
    member leader leadership head chief director executive chairman chair boss spokesman spokeswoman spokesperson
    representative expert analyst staff worker employee personnel crew force forces troops fighter side party colleague
    supporter opponent critic politician lawmaker legislator opposition adviser aide veteran star hero legend newcomer
    relative relation parent spouse partner widow widower sibling heir couple
"""
_ANY = frozenset(_LOOSE.split())
"""Nouns by which an actor may be called that has a closer name, too."""
_ENDINGS = (("", ""), ("ies", "y"), ("men", "man"), ("es", ""), ("s", ""))


def actors_replaced(here: Sequence[Word], there: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """The nouns (in the singular) for two actors where one stretch stands in the place of the other; nothing where one
    of them is no actor, is named, or where both may be called the same."""
    one, other = _actor(here), _actor(there)
    if one and other and one[0] != other[0] and not _may_be_one(one[1], other[1]):
        yield one[0], other[0]


def _actor(stretch: Sequence[Word]) -> tuple[str, Noun] | None:
    content = [word for word in stretch if word.content]
    if not content or len(stretch) > _LONGEST or any(word.name for word in content):
        return None
    found = _noun(content[-1].text)
    return None if found is None or found[0] in _ANY else found


@lru_cache(maxsize=8_192)
def _noun(word: str) -> tuple[str, Noun] | None:
    forms = (word.removesuffix(ending) + base for ending, base in _ENDINGS if word.endswith(ending))
    return next(((form, found) for form in forms if (found := noun(form))), None)


def _may_be_one(one: Noun, other: Noun) -> bool:
    """Whether nouns are of one sense ("resident", "villager"). Kin of one sense are different people."""
    return one.sense == other.sense != "" and one.sense != "kin"
