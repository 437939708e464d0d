"""Whether two words of a sentence have changed places in another one: "the coach said that the referee had insulted his
players", "the referee said that the coach had insulted his players"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from analysis.phrasing import Word

MUTUAL = frozenset(
    {
        "meet", "met", "talk", "marri", "fight", "fought", "clash", "agre", "negoti", "border", "both", "join", "play",
        "draw", "drew", "match", "game",
    }
)
"""Stems of deeds that both sides do to each other, so that their order says nothing."""
_JOINING = frozenset({"and", "or"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my"})
_BEING = frozenset({"was", "were", "is", "are", "been", "being", "be"})
_SO_NEAR = 3
"""Words behind a deed among which its "by" stands."""
_MOST = 40
"""Content words of a sentence that are looked at; more are a list."""


def words_exchanged(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two content words stand exactly where the other does in the other sentence: between the same two words,
    articles apart.

    Both are names or neither is: a company and its name may stand for each other ("Orlo said … the firm"). Figures are
    compared elsewhere (``details``), and words that are joined by "and" have no order.
    """
    mine, theirs = _places(one), _places(other)
    both = sorted(mine.keys() & theirs.keys(), key=mine.__getitem__)[:_MOST]
    return any(
        one[mine[left]].name == one[mine[right]].name
        and _around(one, mine[left]) == _around(other, theirs[right]) != _around(one, mine[right])
        and _around(one, mine[right]) == _around(other, theirs[left])
        and not _same_either_way(one[mine[left] : mine[right] + 1])
        for left, right in combinations(both, 2)
    )


def _same_either_way(text: Sequence[Word]) -> bool:
    """Whether what lies from one word to another leaves them without an order: a deed of both, "the one and the other",
    or a list."""
    between = [word for word in text[1:-1] if word.text not in ARTICLES]
    joined = any(word.text in _JOINING for word in between)
    listed = text[0].clause != text[-1].clause or text[0].name or all(word.text in _JOINING for word in between)
    return not MUTUAL.isdisjoint(word.stem for word in between) or (joined and listed)


def _places(text: Sequence[Word]) -> dict[str, int]:
    """Where the content words stand that stand there once."""
    counts = Counter(word.stem for word in text)
    return {
        word.stem: place
        for place, word in enumerate(text)
        if word.content and counts[word.stem] == 1 and not word.text[0].isdigit()
    }


def _around(text: Sequence[Word], place: int) -> tuple[str, str]:
    """The stems before and behind a place, articles left out; "" where the sentence begins or ends."""
    before = next((word.stem for word in reversed(text[:place]) if word.text not in ARTICLES), "")
    behind = next((word.stem for word in text[place + 1 :] if word.text not in ARTICLES), "")
    return before, behind


def voice_turned(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether one tells in the passive, with "by", what the other tells of the same two in the active without turning
    them round: "the gunman was shot by a guard", "the gunman shot a guard"."""
    return bool(_passives(one) & _actives(other) or _passives(other) & _actives(one))


def _passives(text: Sequence[Word]) -> set[tuple[str, str, str]]:
    """The stems of a deed, of the last content word before it and of the first one behind its "by"."""
    found = set()
    for place, word in enumerate(text):
        by = _says_by(text, place)
        if word.content and place and text[place - 1].text in _BEING and by:
            found.add((_last(text[:place]), word.stem, _first(text[by + 1 :])))
    return {each for each in found if all(each)}


def _actives(text: Sequence[Word]) -> set[tuple[str, str, str]]:
    """The stems of a word, of the content word right before it and of the first one behind it."""
    found = {
        (text[place - 1].stem, word.stem, _first(text[place + 1 :]))
        for place, word in enumerate(text)
        if word.content and place and text[place - 1].content and not _says_by(text, place)
    }
    return {each for each in found if all(each)}


def _says_by(text: Sequence[Word], place: int) -> int:
    """Where right behind a deed stands the "by" that names the doer; 0 where it does not."""
    behind = range(place + 1, min(place + 1 + _SO_NEAR, len(text)))
    return next((at for at in behind if text[at].text == "by"), 0)


def _last(text: Sequence[Word]) -> str:
    return next((word.stem for word in reversed(text) if word.content), "")


def _first(text: Sequence[Word]) -> str:
    return next((word.stem for word in text if word.content), "")
