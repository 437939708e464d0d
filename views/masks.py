"""Outlet names in shown text, replaced for blind reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

Mask = Callable[[str], str]
_ARTICLE = re.compile(r"^the\s+(?=\w{4})", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_SHORTEST = 4
"""Letters of a word of an outlet's name that may stand for the name in brackets, as in "(Northline) —"."""


def unmasked(text: str) -> str:
    """``text`` as it is."""
    return text


def mask_of(names: Mapping[str, str]) -> Mask:
    """A function that replaces every key of ``names`` (an outlet's name) by its value, the longest first.

    Besides the full name, in any case of letters, with and without "The" before or a bracket behind it, its last word
    after "the" ("the Blaze") and any longer word of it alone in brackets ("(Northline)") are replaced: outlets refer to
    themselves so. Other words are left, since many outlets bear the name of a place.
    """
    shown = {_spaced(form): label for name, label in names.items() for form in _forms(name) if form.strip()}
    if not shown:
        return unmasked
    full = "|".join(_flexible(name) for name in sorted(shown, key=len, reverse=True))
    last = {name.split()[-1]: label for name, label in names.items() if len(name.split()) > 1}
    inside = {word: label for name, label in names.items() for word in name.split() if len(word) >= _SHORTEST}
    steps: list[tuple[re.Pattern[str], Mapping[str, str]]] = [
        (re.compile(rf"(?<!\w)(?:{full})(?!\w)", re.IGNORECASE), shown),
        (re.compile(rf"(?<=\b[Tt]he )(?:{_any(last)})(?!\w)"), last),
        (re.compile(rf"(?<=\()(?:{_any(inside)})(?=\))"), inside),
    ]

    def mask(text: str) -> str:
        for pattern, labels in steps:
            if labels:
                text = pattern.sub(partial(_label, labels), text)
        return text

    return mask


def _forms(name: str) -> tuple[str, ...]:
    """The name as it stands, without a bracket behind it ("Post (UK)"), and either without a leading "The"."""
    whole = _BRACKET.sub("", name) or name
    return tuple(dict.fromkeys((name, whole, _ARTICLE.sub("", name), _ARTICLE.sub("", whole))))


def _label(labels: Mapping[str, str], found: re.Match[str]) -> str:
    return labels.get(found[0]) or labels.get(_spaced(found[0])) or "an outlet"


def _any(words: Mapping[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _flexible(name: str) -> str:
    words = (re.escape(word).replace("'", "['’]") for word in name.split())
    return r"\s+".join(words)


def _spaced(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())
