"""What one outlet's cut of a sentence leaves out that others carry.

A word of another cut counts as carried where it lies in a run of three words that this cut holds too, or in one of two
near such a run which this cut holds once more; a cut shorter than that is looked for as a whole. Stretches of two words
or more that are left are trimmed. Each is shown once, in the longest cut that has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from analysis.model import Evidence
from analysis.quotations.lines import Line, Word

TRIMMED = "trimmed"
_RUN, _PAIR = 3, 2
_NEAR = 2
"""Words between a pair and a run at most: where other words stand in the place of one or two."""
_FEWEST = 2
"""Words of a stretch that is worth showing."""


def trimmed(mine: Sequence[Line], others: Iterable[Line]) -> Iterator[Evidence]:
    """Stretches of ``others`` that ``mine``, the cut of one outlet, does not hold: the longest cuts first."""
    seen: Counter[tuple[str, ...]] = Counter()
    for line in mine:
        seen.update(_runs(line.words))
    for other in sorted(others, key=lambda line: -len(line.words)):
        yield from _left(other, seen)
        seen.update(_runs(other.words))


def _runs(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    texts = [word.text for word in words]
    for length in {min(_PAIR, len(texts)), min(_RUN, len(texts))} - {0}:
        for first in range(len(texts) - length + 1):
            yield tuple(texts[first : first + length])


def _left(line: Line, seen: Counter[tuple[str, ...]]) -> Iterator[Evidence]:
    carried = _carried([word.text for word in line.words], seen)
    stretch: list[Word] = []
    for word, known in zip(line.words, carried, strict=True):
        if stretch and (known or word.quotation != stretch[0].quotation):
            yield from _shown(line, stretch)
            stretch = []
        if not known:
            stretch.append(word)
    yield from _shown(line, stretch)


def _carried(texts: Sequence[str], seen: Counter[tuple[str, ...]]) -> list[bool]:
    carried = [False] * len(texts)
    for length in (1, _RUN):
        for first in range(len(texts) - length + 1):
            if tuple(texts[first : first + length]) in seen:
                carried[first : first + length] = [True] * length
    sure = list(carried)
    pairs = [tuple(texts[first : first + _PAIR]) for first in range(len(texts) - _PAIR + 1)]
    used = Counter(pair for first, pair in enumerate(pairs) if all(sure[first : first + _PAIR]))
    for first, pair in enumerate(pairs):
        near = sure[max(0, first - _NEAR - 1) : first + _PAIR + _NEAR + 1]
        if (any(near) or len(texts) == _PAIR) and seen[pair] > used[pair]:
            carried[first : first + _PAIR] = [True] * _PAIR
    return carried


def _shown(line: Line, stretch: Sequence[Word]) -> Iterator[Evidence]:
    if len(stretch) >= _FEWEST:
        yield Evidence(line.article, line.field, stretch[0].start, stretch[-1].end, TRIMMED)
