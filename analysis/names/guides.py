"""Labels that style guides warn of (``data/lexicons/labels_to_watch``), with the guides' names."""

from __future__ import annotations

from functools import cache, lru_cache

from analysis import lexicons
from analysis.prose import listed

_LONGEST = 200
"""Characters of a label that are looked at; longer ones are hardly labels."""


@lru_cache(maxsize=8192)
def guides_of(label: str) -> str:
    """The guides that warn of a word of ``label`` ("BBC, Reuters"), in alphabetical order, or ``""``."""
    words = lexicons.split(label[:_LONGEST])
    found: set[str] = set()
    for start in range(len(words)):
        for term, guides in _terms().get(_singular(words[start]), ()):
            if len(words) >= start + len(term) and all(
                _same(word, wanted) for word, wanted in zip(words[start:], term, strict=False)
            ):
                found.update(guides.split(", "))
    return ", ".join(sorted(found))


@lru_cache(maxsize=8192)
def is_loaded(label: str) -> bool:
    """Does ``label`` hold a word of our list of loaded words (``data/lexicons/loaded_words``)?"""
    words = lexicons.split(label[:_LONGEST])
    return any(word in _loaded() or _singular(word) in _loaded() for word in words)


@cache
def _loaded() -> frozenset[str]:
    terms = lexicons.load("loaded_words").terms
    return frozenset(term.term for term in terms if " " not in term.term and term.label != "exempt")


def _same(word: str, wanted: str) -> bool:
    return word == wanted or _singular(word) == wanted


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _terms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word of a term, in the singular -> (all its words, the guides)."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for term in lexicons.load("labels_to_watch").terms:
        words = lexicons.split(term.term)
        found.setdefault(_singular(words[0]), []).append((words, term.label))
    return found


def warned(guides: str) -> str:
    """"BBC warns of", "BBC and Reuters warn of": the guides of ``guides_of`` as a sentence begins with them."""
    names = guides.split(", ")
    return f"{listed(names)} {'warns' if len(names) == 1 else 'warn'} of"
