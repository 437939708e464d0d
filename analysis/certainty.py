"""How much a sentence claims: that something happened or may happen, and of all or of some.

"May close" and "will close" or "has closed" are no contradiction, and no agreement either; nor are "all miners" and
"some miners". "Will close" and "closed" may be one thing, told a day later. General rules of English prose, on what two
sentences say with words of one stem; "made a bid" and "is thinking about a bid" are not told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from analysis.phrasing import Word, is_past, words

_MAY = frozenset({"may", "might", "could", "possibly", "considering"})
_TRYING = frozenset({"hope", "threaten", "attempt", "tri", "seek", "want", "aim", "bid", "effort", "like", "urg"})
"""Stems before "to" of what may fail."""
_WILL = frozenset({"will", "shall"})
_GUESSED = frozenset({"probably", "likely", "perhaps", "possibly", "maybe"})
_ALL = frozenset({"all", "every", "each", "entire", "whole"})
_SOME = frozenset({"some", "most", "many", "several", "few", "part", "parts", "partly", "partially"})
_NEARLY = frozenset({"nearly", "almost", "not", "virtually", "practically"})
_TIMES = frozenset({"time", "hour", "day", "night", "week", "month", "year"})
"""Behind "every" and "all" they tell how often and how long."""
_SCOPE = 3
"""Content words behind "all" and "some" that may be what is meant."""
_OPEN = frozenset({"would", "should", "must", "can", "to", "could", "may", "might", "will", "if", "being"})
"""Before a participle they leave open whether it is so."""
_HELPING = frozenset({"has", "have", "had", "was", "were", "been", "is", "are"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "these", "those"})


def claims_less(first: str, second: str) -> bool:
    """Whether one of two sentences on the same thing only thinks possible or tries what the other says was or will be,
    or says of some what the other says of all. The order of the two does not matter."""
    one, other = words(first), words(second)
    mine, theirs = _claimed(first), _claimed(second)
    may_be = any(mine[stem] != theirs[stem] for stem in mine.keys() & theirs.keys())
    return may_be or _of_some(one, other) or _of_some(other, one)


@lru_cache(maxsize=20_000)
def _claimed(sentence: str) -> Mapping[str, bool]:
    """Whether each stem that stands once is told of what was or will be, and not of what may be; others are not in."""
    text = words(sentence)
    counts = Counter(word.stem for word in text)
    found = {word.stem: True for place, word in enumerate(text) if _was(text, place)}
    for place in range(len(text)):
        start = _behind(text, place)
        for word in _next_content(text, start, 1) if start else ():
            found[word.stem] = text[place].text in _WILL and not _is_guessed(text, place)
    return {stem: sure for stem, sure in found.items() if counts[stem] == 1}


def _was(text: Sequence[Word], place: int) -> bool:
    """Whether the word is a verb of what was; not "would be closed", "the closed road", "closed by snow"."""
    word, before = text[place], [each.text for each in text[max(0, place - 3) : place]]
    if not word.content or word.name or not is_past(word.text) or _OPEN & set(before):
        return False
    told = not before or before[-1] not in _ARTICLES
    by = place + 1 < len(text) and text[place + 1].text == "by"
    return told and (not by or bool(_HELPING & set(before)))


def _is_guessed(text: Sequence[Word], place: int) -> bool:
    return any(word.text in _GUESSED for word in (*text[max(0, place - 1) : place], *text[place + 1 : place + 2]))


def _behind(text: Sequence[Word], place: int) -> int:
    """Where begins what the word says may or will be; 0 where it says nothing of the kind."""
    word = text[place]
    if word.text in _MAY | _WILL:
        return place + 1
    to = place + 1 < len(text) and text[place + 1].text == "to"
    return place + 2 if to and word.stem in _TRYING else 0


def _next_content(text: Sequence[Word], start: int, most: int) -> list[Word]:
    near = [word for word in text[start : start + 2 * most + 2] if word.content and not word.text.endswith("ly")]
    return [word for word in near if word.clause == text[start - 1].clause][:most]


def _of_some(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether one says of some what the other says of all, and neither of both."""
    some, all_ = set(_counted(one, whole=False)), set(_counted(other, whole=True))
    return bool((some - set(_counted(one, whole=True))) & (all_ - set(_counted(other, whole=False))))


def _counted(text: Sequence[Word], *, whole: bool) -> Iterator[str]:
    """The stems of what is told of all, or of some."""
    for place in range(len(text)):
        if _is_whole(text, place) if whole else _is_part(text, place):
            yield from (each.stem for each in _next_content(text, place + 1, _SCOPE))


def _is_whole(text: Sequence[Word], place: int) -> bool:
    before, after = text[place - 1].text if place else "", text[place + 1].text if place + 1 < len(text) else ""
    if after in _TIMES:
        return False
    return text[place].text in _ALL and before not in _NEARLY | {"at", "of", "in", "after", "first"} and after != "but"


def _is_part(text: Sequence[Word], place: int) -> bool:
    before, after = text[place - 1].text if place else "", text[place + 1].text if place + 1 < len(text) else ""
    if text[place].text in _ALL:
        return before in _NEARLY or after == "but"
    return text[place].text in _SOME and not after[:1].isdigit() and before not in {"at", "as", "so", "how", "too"}
