"""Ages: "Mara Teviot, 51", "the 51-year-old", "a deckhand of 19", and what a noun tells of an age ("the teenager")."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model import Token

_SPANS = {
    "teenager": (13, 19), "teen": (13, 19), "pensioner": (55, 120), "retiree": (45, 120), "youth": (10, 29),
    "youngster": (5, 29), "toddler": (1, 4), "boy": (0, 21), "girl": (0, 21), "schoolboy": (4, 19),
    "schoolgirl": (4, 19), "child": (0, 18), "baby": (0, 3), "octogenarian": (80, 89), "septuagenarian": (70, 79),
    "grandmother": (30, 120), "grandfather": (30, 120), "gran": (30, 120), "granny": (30, 120),
}  # fmt: skip
_HYPHENS = frozenset({"-", "‑"})
_OLDEST = 120


def is_age_noun(tokens: Sequence[Token], index: int) -> bool:
    """Is it the "old" of "the 51-year-old", a noun by itself?"""
    if tokens[index].text != "old" or index < 4:
        return False
    parts = [token.text for token in tokens[index - 4 : index]]
    if not (parts[0].isdigit() and parts[1] in _HYPHENS and parts[2] == "year" and parts[3] in _HYPHENS):
        return False
    return tokens[index].dep not in ("amod", "compound", "nmod", "acomp", "npadvmod", "advmod")


def counted_kin_end(tokens: Sequence[Token], head: int) -> int:
    """End of "-of-two" after "dad"; ``head + 1`` where it does not follow."""
    after = [token.text.lower() for token in tokens[head + 1 : head + 5]]
    whole = len(after) == 4 and after[0] in _HYPHENS and after[1] == "of" and after[2] in _HYPHENS
    return head + 5 if whole and tokens[head + 4].pos == "NUM" else head + 1


def age_told(tokens: Sequence[Token], first: int, head: int, named: bool) -> int:
    """The age in years that a phrase from ``first`` with head ``head``, or what follows it, tells; 0 for none."""
    for index in range(first, min(head, len(tokens) - 3)):
        if _number(tokens, index) and tokens[index + 1].text in _HYPHENS and tokens[index + 2].text == "year":
            return _number(tokens, index)
    after = [token.text.lower() for token in tokens[head + 1 : head + 4]]
    if after[:1] == ["of"] and not named:
        return _number(tokens, head + 2) if _ends(tokens, head + 3) else 0
    if after[:2] == [",", "aged"]:
        return _number(tokens, head + 3)
    if after[:1] == ["aged"]:
        return _number(tokens, head + 2)
    if named and after[:1] in ([","], ["("]) and _ends(tokens, head + 3):
        return _number(tokens, head + 2)
    return 0


def may_be(age: int, noun: str) -> bool:
    """Can somebody of this age (0: not known) be called so?"""
    low, high = _SPANS.get(noun, (0, _OLDEST))
    return not age or low <= age <= high


def tells_age(noun: str) -> bool:
    """Is it a noun for people of a certain age?"""
    return noun in _SPANS


def _number(tokens: Sequence[Token], index: int) -> int:
    text = tokens[index].text if index < len(tokens) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 and 0 < int(text) <= _OLDEST else 0


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """Does a number stop before ``index``, so that it counts nothing ("of 19 boats")?"""
    if index >= len(tokens):
        return True
    token = tokens[index]
    return token.text in {",", ".", ")", ";", ":", "’", "”", '"', "'"} or token.pos in ("AUX", "VERB", "ADP", "CCONJ")
