"""What a word of a listed term and a token of an article have in common: the forms by which they are matched.

Nothing here imports spaCy: ``split`` repeats the few rules of its English tokenizer that our terms need.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.kept import FIELDS, kept
from analysis.model import AnnotatedField, Token

ANY_WORD = "*"
"""Stands for any one word in a term, and is a form of each."""

_SAME_SIGN = str.maketrans("’ʼ‘‐‑‒–", "'''----")
_HYPHEN = re.compile(r"(?<=[^\W\d_*])-(?=[^\W\d_*])|(?<=\*)-|-(?=\*)")
_CLITIC = re.compile(r"(.+?)(n't|'(?:s|re|ll|ve|d|m)?)$|(can)(not)$")


class Words(NamedTuple):
    """The tokens of a field that are not blank, what each may be in a term, and where each such form stands."""

    tokens: tuple[Token, ...]
    keys: tuple[tuple[str, ...], ...]
    places: Mapping[str, Sequence[int]]


def split(term: str) -> tuple[str, ...]:
    """The tokens of a term, lower-cased, as spaCy's English tokenizer makes them.

    It splits at spaces, at hyphens between letters ("so-called" is three tokens), before clitics ("didn't", the
    apostrophe of "wives'"), and inside "cannot".
    """
    words: list[str] = []
    text = _normal(term)
    if text.replace(" ", "").isalpha() and "cannot" not in text:
        return tuple(text.split())
    for piece in text.split():
        parts = _HYPHEN.split(piece)
        for position, part in enumerate(parts):
            clitic = _CLITIC.match(part)
            words += ["-"] if position else []
            words += [group for group in clitic.groups() if group] if clitic else [part]
    return tuple(words)


@kept(FIELDS)
def words_of(annotated: AnnotatedField) -> Words:
    """The words of ``annotated``, read once for all lists."""
    tokens = tuple(token for token in annotated.tokens if token.text.strip())
    keys = tuple(_keys(token) for token in tokens)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, forms in enumerate(keys):
        for form in forms:
            places[form].append(position)
    return Words(tokens, keys, dict(places))


def _keys(token: Token) -> tuple[str, ...]:
    """What a word of a term may be to match ``token``, the most literal last."""
    return _forms(token.text, token.lemma, token.is_word)


@lru_cache(maxsize=100_000)
def _forms(text: str, lemma: str, is_word: bool) -> tuple[str, ...]:
    written, base = _normal(text), _normal(lemma)
    return (*([ANY_WORD] if is_word else ()), *([base] if base != written else ()), written)


def _normal(text: str) -> str:
    return text.lower().translate(_SAME_SIGN)
