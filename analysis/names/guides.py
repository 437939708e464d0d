"""Labels that style guides warn of (``data/lexicons/labels_to_watch``), with the guides' names."""

from __future__ import annotations

from functools import cache, lru_cache

from analysis import lexicons
from analysis.lexicon_words import split
from analysis.prose import listed

_LONGEST = 200
"""Characters of a label that are looked at; longer ones are hardly labels."""


def guides_of(label: str) -> str:
    """The guides that warn of a word of ``label`` ("BBC, Reuters"), in alphabetical order, or ``""``."""
    return ", ".join(sorted({guide for _, guides in _watched(label) for guide in guides.split(", ")}))


def warned(label: str) -> str:
    """"Wikipedia warns of “so-called”": the words of ``label`` that guides warn of, with these; ``""`` for none."""
    return "; ".join(f"{_guides_warn(guides)} of “{term}”" for term, guides in _watched(label))


def _guides_warn(guides: str) -> str:
    names = guides.split(", ")
    return f"{listed(names)} {'warns' if len(names) == 1 else 'warn'}"


@lru_cache(maxsize=8192)
def _watched(label: str) -> tuple[tuple[str, str], ...]:
    """The terms in ``label`` that guides warn of, each with its guides."""
    words = split(label[:_LONGEST])
    found: dict[str, str] = {}
    for start in range(len(words)):
        for term, guides in _terms().get(_singular(words[start]), ()):
            wanted = split(term)
            if len(words) >= start + len(wanted) and all(map(_same, words[start:], wanted)):
                found[term] = guides
    return tuple(found.items())


@lru_cache(maxsize=8192)
def is_loaded(label: str) -> bool:
    """Does ``label`` hold a word of our list of loaded words (``data/lexicons/loaded_words``)?"""
    words = split(label[:_LONGEST])
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
def _terms() -> dict[str, list[tuple[str, str]]]:
    """First word of a term, in the singular -> (the term, its guides)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for term in lexicons.load("labels_to_watch").terms:
        found.setdefault(_singular(split(term.term)[0]), []).append((term.term, term.label))
    return found
