"""What one outlet's cut of a remark leaves out that others carry.

A word of another cut counts as carried where it lies in a run of three words that this cut holds too, or in one of two
beside such a run; a cut shorter than that is looked for as a whole. Stretches of two words or more that are left are
trimmed. Each is shown once, in the longest cut that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analysis.model import Evidence
from analysis.quotations.remarks import Remark, Word

TRIMMED = "trimmed"
_RUN, _PAIR = 3, 2
_FEWEST = 2
"""Words of a stretch that is worth showing."""


def trimmed(mine: Sequence[Remark], others: Iterable[Remark]) -> Iterator[Evidence]:
    """Stretches of ``others`` that ``mine``, the cut of one outlet, does not hold: the longest cuts first."""
    seen: set[tuple[str, ...]] = set()
    for remark in mine:
        seen.update(_runs(remark.words))
    for other in sorted(others, key=lambda remark: -len(remark.words)):
        yield from _left(other, seen)
        seen.update(_runs(other.words))


def _runs(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    texts = [word.text for word in words]
    for length in {min(_PAIR, len(texts)), min(_RUN, len(texts))} - {0}:
        for first in range(len(texts) - length + 1):
            yield tuple(texts[first : first + length])


def _left(remark: Remark, seen: set[tuple[str, ...]]) -> Iterator[Evidence]:
    carried = _carried([word.text for word in remark.words], seen)
    stretch: list[Word] = []
    for word, known in zip(remark.words, carried, strict=True):
        if stretch and (known or word.quotation != stretch[0].quotation):
            yield from _shown(remark, stretch)
            stretch = []
        if not known:
            stretch.append(word)
    yield from _shown(remark, stretch)


def _carried(texts: Sequence[str], seen: set[tuple[str, ...]]) -> list[bool]:
    carried = [False] * len(texts)
    for length in (1, _RUN):
        for first in range(len(texts) - length + 1):
            if tuple(texts[first : first + length]) in seen:
                carried[first : first + length] = [True] * length
    sure = list(carried)
    for first in range(len(texts) - _PAIR + 1):
        near = sure[max(0, first - _PAIR) : first + 2 * _PAIR]
        if (any(near) or len(texts) == _PAIR) and tuple(texts[first : first + _PAIR]) in seen:
            carried[first : first + _PAIR] = [True] * _PAIR
    return carried


def _shown(remark: Remark, stretch: Sequence[Word]) -> Iterator[Evidence]:
    if len(stretch) >= _FEWEST:
        yield Evidence(remark.article, remark.field, stretch[0].start, stretch[-1].end, TRIMMED)
