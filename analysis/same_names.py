"""Whether two stretches of words may name the same: spelt otherwise, cut short, as initials, a country in any form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from analysis.annotation.vocabulary import country, short_forms
from analysis.annotation.vocabulary import noun as role
from analysis.details.dates import DAY_NAMES, MONTH_NAMES
from analysis.phrasing import Word

_SPELT_ALIKE = 0.75
"""Share of letters in common from which two names are spellings of one."""
_START = 4
"""Letters that a noun and its adjective have in common ("Vastria", "Vastrian")."""
_SHORT = 5
"""Letters that a name has at most where they may be initials."""
_NO_NAMES = frozenset({*DAY_NAMES, *MONTH_NAMES})


def names(text: Sequence[Word]) -> set[str]:
    """The words that are (part of) names: no days, no months, no titles ("Sgt.", "Senator")."""
    return {word.text for word in text if word.name and word.text not in _NO_NAMES and role(word.text) is None}


def share_a_name(some: set[str], others: set[str]) -> bool:
    """Whether two sets of names have one in common: the same, spelt otherwise, cut short, as noun and adjective, or as
    initials."""
    return any(_same(one, other) for one in some for other in others) or bool(_initials(some) & _initials(others))


def may_be_one(here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Whether two stretches that hold names may name one: the same country in any form, or one is short for the
    other."""
    if set(_countries(here)) & set(_countries(there)):
        return True
    short, long = sorted((_letters(here), _letters(there)), key=len)
    return len(short) > 1 and long.startswith(short)


def told_in(name: Sequence[Word], text: Sequence[Word]) -> bool:
    """Whether a text tells the country that a name stands for in any form, or what it is short for ("GBI")."""
    if set(_countries(name)) & set(_countries([word for word in text if word.name])):
        return True
    letters = name[0].text.replace(".", "")
    initials = "".join(word.text[0] for word in text if word.content)
    return len(name) == 1 and len(letters) <= _SHORT and letters in initials


def _same(one: str, other: str) -> bool:
    stems = len(one) > _START and one[:_START] == other[:_START]
    alike = stems or SequenceMatcher(None, one, other).ratio() >= _SPELT_ALIKE
    return one == other or alike or other in short_forms(one)


def _countries(text: Sequence[Word]) -> Iterator[str]:
    for place in range(len(text)):
        for size in (1, 2):
            found = country(" ".join(word.text for word in text[place : place + size]))
            if found is not None:
                yield found.name


def _initials(some: set[str]) -> set[str]:
    """The names that are initials, and the initials of the others together, as sorted letters."""
    short = {"".join(sorted(name.replace(".", ""))) for name in some if len(name.replace(".", "")) < 5 or "." in name}
    return short | ({"".join(sorted(name[0] for name in some))} if len(some) > 1 else set())


def _letters(stretch: Sequence[Word]) -> str:
    """What a name of several words is shortened to, small ones included ("boe", "usgs"); a single word as it stands."""
    if len(stretch) == 1:
        return stretch[0].text.replace(".", "")
    return "".join(word.text.replace(".", "") if "." in word.text else word.text[0] for word in stretch)
