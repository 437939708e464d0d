"""A statement removed: a sentence that several outlets carry is cut out, and the headline, which may tell it again.

Shown is it where the row of the statement has a cell for the untouched article and for another outlet, and none for the
changed one ("not found in this article").
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.model import Span, Statement
from analysis.samples import SampleStory
from benchmarks.plants.base import Plant, Shown, overlapping, shared

KIND = "a statement removed"
_FEWEST_OTHERS = 2


def plants(story: SampleStory) -> Iterator[Plant]:
    """Every sentence that carries a statement of the key which two other outlets carry too, but for the first of a
    text, without which hardly anybody would run it."""
    outlets = {article.outlet: number for number, article in enumerate(story.articles)}
    cut: set[tuple[int, Span]] = set()
    for statement in shared(story, "statements"):
        cells = {outlets[outlet]: Span(*cell) for outlet, cell in statement["cells"].items() if cell}
        for number, cell in cells.items():
            others = {story.articles[other].id: span for other, span in cells.items() if other != number}
            text = story.articles[number].text
            if len(others) < _FEWEST_OTHERS or not text[: cell.start].strip() or (number, cell) in cut:
                continue
            cut.add((number, cell))
            end = cell.end + (text[cell.end : cell.end + 1] == " ")
            yield Plant(KIND, story.slug, number, Span(cell.start, end), "", {"others": others}, untitled=True)


def is_shown(shown: Shown) -> bool:
    """Whether the row nearest to the key's statement lacks the changed article only."""
    rows = [row for row in shown.comparison.statements if _others(shown, row) and _has(row, shown)]
    if not rows:
        return False
    best = max(rows, key=lambda row: (_others(shown, row), -row.number))
    return shown.changed not in best.carriers


def _has(row: Statement, shown: Shown) -> bool:
    """Whether the row holds the sentence of the untouched article."""
    held = [Span(cell.start, cell.end) for cell in row.cells if cell.article == shown.original and cell.field == "text"]
    return overlapping(held, shown.plant.span)


def _others(shown: Shown, row: Statement) -> int:
    """How many of the key's other sentences the row holds."""
    others = shown.plant.about["others"]
    return len(
        {
            cell.article
            for cell in row.cells
            if cell.field == "text" and cell.article in others
            and Span(cell.start, cell.end).overlaps(others[cell.article])
        }
    )
