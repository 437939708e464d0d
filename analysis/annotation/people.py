"""Do two proper names stand for the same actor?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from analysis.annotation.vocabulary import short_forms

_SUFFIXES = frozenset({"ii", "iii", "iv"})
_YOUNGER = frozenset({"jr", "sr"})
_CORPORATE = frozenset({"ltd", "inc", "plc", "corp", "co", "gmbh", "llc", "limited", "holdings", "ag", "sa"})
_SMALL = frozenset({"the", "of", "for", "and", "&", "in", "on", "a", "de", "la"})


@lru_cache(maxsize=8192)
def words_of(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name as words that compare: case-folded, without accents, full stops, hyphens and numbers ("III")."""
    joined = unicodedata.normalize("NFKD", " ".join(name)).replace("’", "'")
    plain = "".join(character for character in joined if not unicodedata.combining(character)).casefold()
    words = re.sub(r"[-‑–/]", " ", plain).replace(".", "").split()
    kept = [word for word in words if word not in _SUFFIXES]
    return tuple(kept or words)


def same_person(first: Sequence[str], second: Sequence[str]) -> bool:
    """Two full names of one person: equal, with a middle name more, a short form, or spelled a little otherwise.

    Both are results of ``words_of`` with two words at least.
    """
    if first == second or sorted(first) == sorted(second):
        return True
    if (first[-1] in _YOUNGER) != (second[-1] in _YOUNGER):
        return False
    first, second = _core(first), _core(second)
    longer, shorter = (first, second) if len(first) >= len(second) else (second, first)
    if not _alike(longer[-1], shorter[-1]):
        return _cut_short(shorter, longer)
    if len(shorter) > 2 and len(longer) > 2 and longer[1][0] != shorter[1][0]:
        return False
    return _same_given(longer[0], shorter[0])


def is_younger(words: Sequence[str]) -> bool:
    """Does a name end in "Jr." or "Sr."?"""
    return words[-1] in _YOUNGER


def surname(words: Sequence[str]) -> str:
    """The last word of a name, "Jr." left out."""
    return _core(words)[-1]


def _core(words: Sequence[str]) -> Sequence[str]:
    """``words`` without "Jr."."""
    return words[:-1] if len(words) > 1 and words[-1] in _YOUNGER else words


def _cut_short(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Is it a name with the family name first, whose last short syllable was lost?"""
    return len(shorter) > 1 and len(longer[-1]) <= 4 and tuple(longer[:-1]) == tuple(shorter)


def _same_given(first: str, second: str) -> bool:
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return bool(short_forms(first) & short_forms(second)) or _alike(first, second)


@lru_cache(maxsize=8192)
def _alike(first: str, second: str) -> bool:
    """One spelling of a foreign name and another: "Dmitry", "Dimitri"."""
    if first == second:
        return True
    if min(len(first), len(second)) < 6 or first[0] != second[0]:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.8


def part_of(short: Sequence[str], full: Sequence[str]) -> int:
    """How well a part of a name stands for a full name: 2 by the surname, 1 by the first name, 0 not at all."""
    if not short or len(short) >= len(full):
        return 0
    if full[-1] in _YOUNGER and short[-1] not in _YOUNGER:
        return min(1, part_of(short, _core(full)))
    if tuple(full[-len(short) :]) == tuple(short) or (len(short) == 1 and _alike(full[-1], short[0])):
        return 2
    return 1 if tuple(full[: len(short)]) == tuple(short) else 0


def same_body(first: Sequence[str], second: Sequence[str]) -> bool:
    """Two names of one body: the same words in whatever order ("Ports Ministry"), or an acronym of the other."""
    plain, other = _content(first), _content(second)
    if not plain or not other:
        return False
    return sorted(plain) == sorted(other) or _acronym(first, second) or _acronym(second, first)


def _content(words: Sequence[str]) -> list[str]:
    content = [word for word in words if word not in _SMALL]
    return [word for word in content if word not in _CORPORATE] or content


def _acronym(short: Sequence[str], full: Sequence[str]) -> bool:
    if len(short) != 1 or len(full) < 2 or len(short[0]) < 2:
        return False
    content = _content(full)
    return short[0] in ("".join(word[0] for word in content), "".join(word[0] for word in full))
