"""Outlet names in shown text, replaced for blind reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from views.name_patterns import pattern_of

Mask = Callable[[str], str]
_ARTICLE = re.compile(r"^the\s+(?=\w{4})", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_SHORTEST = 4
"""Letters of a word of an outlet's name that may stand for the name in brackets, as in "(Northline) —"."""


def unmasked(text: str) -> str:
    """``text`` as it is."""
    return text


Place = tuple[str, int, int]
"""A text, and where in it a label stands: start and end."""
_Steps = list[tuple[re.Pattern[str], Sequence[str]]]


def mask_of(names: Mapping[str, str], alone: Mapping[str, str] | None = None) -> Mask:
    """A function that replaces every key of ``names`` (an outlet's name) by its value, the longest first.

    Besides the full name, with and without "The" before or a bracket behind it, these are replaced, since outlets refer
    to themselves so: its words joined ("evening-blaze.example"; see ``name_patterns``), its last word after "the" ("the
    Blaze"), any longer word of it alone in brackets ("(Northline)"). Other words are left, since many outlets bear the
    name of a place. ``alone`` has what is replaced where it is all of a text (see ``inside``).
    """
    steps, alone = _steps(names), alone or {}
    if not steps:
        return unmasked

    def mask(text: str) -> str:
        if text in alone:
            return alone[text]
        for pattern, labels in steps:
            text = pattern.sub(partial(_label, labels), text)
        return text

    return mask


def inside(names: Mapping[str, str], labelled: Iterable[tuple[str, Place]]) -> dict[str, str]:
    """Labels that are a part of an outlet's name, with what to show instead: they stand, in half of their places or
    more, within a stretch that ``mask_of`` replaces there ("Outrage" in "Radical Outrage").

    ``labelled`` has each label with each of its places. Only the text near a label is read.
    """
    steps, written = _steps(names), [_spaced(name) for name in names]
    reach = 2 * max(map(len, names), default=0) + len("the ")
    all_places: Counter[str] = Counter()
    replaced: Counter[tuple[str, str]] = Counter()
    for label, (text, start, end) in labelled:
        if any(_spaced(label) in name for name in written):
            all_places[label] += 1
            first = max(0, start - reach)
            near = _stretches(steps, text[first : end + reach])
            shown = next((shown for one, other, shown in near if one + first <= start and end <= other + first), None)
            if shown is not None:
                replaced[label, shown] += 1
    return {label: shown for (label, shown), count in reversed(replaced.most_common())
            if 2 * count >= all_places[label]}  # fmt: skip


def _stretches(steps: _Steps, text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and replacement of what is replaced in ``text``."""
    for pattern, labels in steps:
        for found in pattern.finditer(text):
            yield found.start(), found.end(), _label(labels, found)


def _steps(names: Mapping[str, str]) -> _Steps:
    """What is looked for, one pattern after the other, and what replaces each of its groups."""
    shown = {form: label for name, label in names.items() for form in _forms(name) if form.strip()}
    last = {name.split()[-1]: label for name, label in names.items() if len(name.split()) > 1}
    inside = {word: label for name, label in names.items() for word in name.split() if len(word) >= _SHORTEST}
    steps = [
        _step(r"(?<![^\W_])(?:", shown, ")", pattern_of, re.IGNORECASE),
        _step(r"(?<=\b[Tt]he )(?:", last, r")(?!\w)", re.escape),
        _step(r"(?<=\()(?:", inside, r")(?=\))", re.escape),
    ]
    return [(pattern, labels) for pattern, labels in steps if labels]


def _step(
    before: str, names: Mapping[str, str], after: str, written: Callable[[str], str], flags: re.RegexFlag = re.NOFLAG
) -> tuple[re.Pattern[str], Sequence[str]]:
    ordered = sorted(names, key=len, reverse=True)
    found = "|".join(f"({written(name)})" for name in ordered)
    return re.compile(before + found + after, flags), [names[name] for name in ordered]


def _forms(name: str) -> tuple[str, ...]:
    """The name as it stands, without a bracket behind it ("Post (UK)"), and either without a leading "The"."""
    whole = _BRACKET.sub("", name) or name
    return tuple(dict.fromkeys((name, whole, _ARTICLE.sub("", name), _ARTICLE.sub("", whole))))


def _label(labels: Sequence[str], found: re.Match[str]) -> str:
    return labels[(found.lastindex or 1) - 1]


def _spaced(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())
