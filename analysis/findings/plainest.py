"""A statement in the plainest of the wordings in which the articles tell it.

A finding that quotes a statement in the words of the most slanted outlet would take sides. So of all sentences that
carry it the one is quoted that holds the fewest words that any measure marks (loaded words, scare quotes, boosters,
reporting words other than neutral ones, labels that style guides warn of), then one without a detail in which the
outlets contradict each other, then one that stands by itself and is no quotation, then that of the article that has
least of such words, as lists do not know every word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from analysis.model import Cell, Comparison, CueClass, Statement, Voice
from analysis.prose import shortened

_LONGEST = 180
_SLANTED = frozenset({"loaded_words", "scare_quotes", "boosters"})
_LEANING = re.compile(
    r"[\W_]*(?:he|she|it|they|we|i|you|his|her|its|their|our|my|this|that|these|those|there|here|such|both|but|and|or|so"
    r"|yet|then|also|however|meanwhile|moreover|instead|later|by contrast)\b|.*\b(?:our|us|we|my)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that points to one before it, or speaks for a side."""
_STOP = re.compile(r"(?<![.\s]\w)(?<!\.)\.$")
"""The full stop of a sentence, not that of "a.m."."""
_Place = tuple[str, str, int, int]


def plainest(comparison: Comparison, statement: Statement, among: Collection[Cell] = ()) -> str:
    """The plainest sentence of ``statement`` without its full stop, of ``among`` where only those cells may stand for
    it. One that is too long to quote is cut between words, with an ellipsis."""
    articles = {each.id: each.article for each in comparison.articles}
    marks = _slanted(comparison)
    disputed = {(cell.article, cell.field, cell.start) for each in comparison.statements if each.conflict
                for cell in each.cells if cell.detail}
    held = Counter(article for article, *_ in marks)
    rates = {article: held[article] / max(1, len(one.text)) for article, one in articles.items()}

    def key(cell: Cell) -> tuple[int, bool, bool, bool, bool, bool, float, int]:
        words = " ".join(articles[cell.article].passage(cell.field, cell.start, cell.end).split())
        slanted = sum(_is_in(mark, cell) for mark in marks)
        quoted = cell.voice is Voice.QUOTED
        told_otherwise = (cell.article, cell.field, cell.start) in disputed
        return (slanted, told_otherwise, len(words) > _LONGEST, _is_broken(words), bool(_LEANING.match(words)), quoted,
                rates[cell.article], len(words))

    texts = [each for each in among or statement.cells if each.field == "text"]
    best = min(texts or among or statement.cells, key=key)
    return _STOP.sub("", shortened(articles[best.article].passage(best.field, best.start, best.end), _LONGEST))


def _is_in(mark: _Place, cell: Cell) -> bool:
    article, field, start, end = mark
    return (article, field) == (cell.article, cell.field) and start < cell.end and cell.start < end


def _slanted(comparison: Comparison) -> set[_Place]:
    """Every marked place, once."""
    places: set[_Place] = {
        (mark.article, mark.field, mark.start, mark.end)
        for row in comparison.measurements
        if row.measure in _SLANTED or row.measure == "cues"
        for mark in row.evidence
        if row.measure in _SLANTED or mark.label != CueClass.NEUTRAL
    }
    return places.union(
        (one.article, one.field, one.start, one.end)
        for entity in comparison.entities for one in entity.namings if one.guides
    )


def _is_broken(words: str) -> bool:
    """Whether quotation marks open in the sentence that do not close in it, or the other way round."""
    return words.count("“") != words.count("”") or words.count('"') % 2 == 1 or words.lstrip().startswith(("‘", "'"))
