"""Sentences that another article has word for word, although none of their clauses tells enough by itself.

A short saying ("We know how to mend boats") has hardly a rare word, so likeness of words and meaning cannot tell it
from others. That another article has the same words is sign enough: outlets that quote one saying agree in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.model import AnnotatedArticle

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FEWEST = 5
"""Words in a row that two sentences have in common at least."""
_MOST_OF = 0.6
"""Share of the light sentence that they are at least."""
_LONGEST = 1_000
"""Characters of a sentence that are looked at; a longer one is a table."""
_MOST_SAME = 20
"""Light sentences with the same words in a row that another one is held against."""

Place = tuple[int, int]
"""Article in the event, index of the sentence in its text."""
Gram = tuple[str, ...]


class _Sentence(NamedTuple):
    """A sentence: its text as it stands, its words in small letters, where each begins and ends."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def repeated(event: Sequence[AnnotatedArticle], light: Collection[Place]) -> dict[Place, str]:
    """The stretches, with single spaces, that a ``light`` sentence and one of another article have word for word, by
    sentence, those of the light ones too. Case and marks do not count; of several stretches of a sentence the longest
    is taken."""
    known = {place: _sentence(event, place) for place in sorted(light)}
    index = _index(known)
    found: dict[Place, str] = {}
    for place in _places(event) if index else ():
        mine = known.get(place) or _sentence(event, place)
        for other, at, there, size in _runs(place, mine, index, known):
            for key, stretch in ((place, _stretch(mine, at, size)), (other, _stretch(known[other], there, size))):
                found[key] = max(found.get(key, ""), stretch, key=len)
    return found


def _places(event: Sequence[AnnotatedArticle]) -> Iterator[Place]:
    for article, annotated in enumerate(event):
        yield from ((article, number) for number in range(len(annotated.text.sentences)))


def _sentence(event: Sequence[AnnotatedArticle], place: Place) -> _Sentence:
    field = event[place[0]].text
    span = field.sentences[place[1]]
    text = field.text[span.start : min(span.end, span.start + _LONGEST)]
    found = list(_WORD.finditer(text))
    words = tuple(each[0].lower().replace("’", "'") for each in found)
    return _Sentence(text, words, tuple(each.span() for each in found))


def _index(known: Mapping[Place, _Sentence]) -> dict[Gram, list[tuple[Place, int]]]:
    """Where the light sentences have so many words in a row, the first time in each."""
    index: dict[Gram, list[tuple[Place, int]]] = defaultdict(list)
    for place, sentence in known.items():
        first = {gram: at for at, gram in reversed(list(enumerate(_grams(sentence.words))))}
        for gram, at in first.items():
            if len(index[gram]) < _MOST_SAME:
                index[gram].append((place, at))
    return index


def _grams(words: Sequence[str]) -> Iterator[Gram]:
    return (tuple(words[at : at + _FEWEST]) for at in range(len(words) - _FEWEST + 1))


def _runs(
    place: Place, mine: _Sentence, index: Mapping[Gram, Sequence[tuple[Place, int]]], known: Mapping[Place, _Sentence]
) -> Iterator[tuple[Place, int, int, int]]:
    """The light sentences of other articles of which this one has most, from which word of either on, and how many."""
    reached: dict[Place, int] = {}
    for at, gram in enumerate(_grams(mine.words)):
        for other, there in index.get(gram, ()):
            if other[0] != place[0] and at >= reached.get(other, 0):
                theirs = known[other].words
                size = _in_common(mine.words[at : at + len(theirs)], theirs[there:])
                reached[other] = at + size
                if size >= _MOST_OF * len(theirs):
                    yield other, at, there, size


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words from their starts both have."""
    different = (at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs)
    return next(different, min(len(one), len(other)))


def _stretch(sentence: _Sentence, first: int, size: int) -> str:
    start, end = sentence.spans[first][0], sentence.spans[first + size - 1][1]
    return " ".join(sentence.text[start:end].split())
