"""How many of the links between outlets that an answer key plants the statements show, and how many false ones.

A *link* is a pair of articles that carry one statement of the key. It is found where one statement of the product has
the right sentence of both. A *cell* of the key is found where it is part of a found link. A *false merge* is a pair of
sentences of two articles that are both in the key, but in no common statement of it, and that the product puts into
one statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from analysis import samples
from analysis.copies import copies
from analysis.model import AnnotatedArticle, Span, Statement
from analysis.statements import statements
from benchmarks.golden.stories import Outcome
from benchmarks.golden.stories import event as annotated_event

Sentence = tuple[str, int]
"""Id of the article, start of the sentence in its text."""


@dataclass(frozen=True)
class Score:
    """What was asked and whether it went right. Links and cells of one statement go wrong together, so they are
    grouped by statement; pairs by one of their articles."""

    links: tuple[Outcome, ...]
    cells: tuple[Outcome, ...]
    pairs: tuple[Outcome, ...]
    """Pairs of sentences of two articles, both in the key, that the product puts together: right, or a false merge."""
    conflicts: int
    conflicts_found: int
    """Statements of the key with conflicting details; those of which a found link stands in a statement in conflict."""
    conflicts_shown: int
    """Statements of the product with conflicting details."""


@cache
def of_story(slug: str) -> Score:
    """The statements of a sample story against its key."""
    event = annotated_event(slug)
    return score(event, statements(event, copies(event)), samples.key(slug)["statements"])


def score(event: Sequence[AnnotatedArticle], found: Sequence[Statement], key: Sequence[Mapping[str, Any]]) -> Score:
    """Compares statements with the ``statements`` of an answer key."""
    together = {pair for statement in found for pair in _pairs(statement)}
    planted = {entry["id"]: _cells(event, entry) for entry in key}
    links = [(name, one, other) for name, cells in planted.items() for one, other in combinations(cells, 2)]
    right = [link for link in links if _is_found(planted, link, together)]
    opposed = {pair for statement in found if statement.conflict for pair in _pairs(statement)}
    disputed = {entry["id"] for entry in key if entry["conflict"]}
    reached = {(name, outlet) for name, *both in right for outlet in both}
    return Score(
        tuple(Outcome(link[0], link in right, f"{link[0]}: {link[1]} - {link[2]}") for link in links),
        tuple(
            Outcome(name, (name, outlet) in reached, f"{name}: {outlet}")
            for name, cells in planted.items()
            for outlet in cells
        ),
        tuple(_judged_pairs(event, planted, together)),
        len(disputed),
        len({link[0] for link in right if link[0] in disputed and _is_found(planted, link, opposed)}),
        sum(bool(statement.conflict) for statement in found),
    )


def _judged_pairs(
    event: Sequence[AnnotatedArticle],
    planted: Mapping[str, Mapping[str, Sequence[Sentence]]],
    together: set[frozenset[Sentence]],
) -> Iterator[Outcome]:
    """Each pair of keyed sentences put together: have they a statement of the key in common?"""
    names: dict[Sentence, set[str]] = {}
    for name, cells in planted.items():
        for sentence in (each for sentences in cells.values() for each in sentences):
            names.setdefault(sentence, set()).add(name)
    for pair in sorted(sorted(pair) for pair in together if pair <= names.keys()):
        common = set.intersection(*(names[sentence] for sentence in pair))
        yield Outcome(pair[0][0], bool(common), " || ".join(sorted(_shown(event, each) for each in pair)))


def _pairs(statement: Statement) -> set[frozenset[Sentence]]:
    cells = {(cell.article, cell.start) for cell in statement.cells if cell.field == "text"}
    return {frozenset(pair) for pair in combinations(sorted(cells), 2) if pair[0][0] != pair[1][0]}


def _cells(event: Sequence[AnnotatedArticle], entry: Mapping[str, Any]) -> dict[str, list[Sentence]]:
    """By outlet the sentences that lie (mostly) in the cell of the key."""
    found: dict[str, list[Sentence]] = {}
    for annotated in event:
        outlet = annotated.article.outlet or ""
        if entry["cells"].get(outlet):
            cell = Span(*entry["cells"][outlet])
            found[outlet] = [
                (annotated.id, each.start)
                for each in annotated.text.sentences
                if 2 * (min(each.end, cell.end) - max(each.start, cell.start)) > each.end - each.start
            ]
    return found


def _is_found(
    planted: Mapping[str, Mapping[str, Sequence[Sentence]]],
    link: tuple[str, str, str],
    together: set[frozenset[Sentence]],
) -> bool:
    name, one, other = link
    return any(frozenset((a, b)) in together for a in planted[name][one] for b in planted[name][other])


def _shown(event: Sequence[AnnotatedArticle], sentence: Sentence) -> str:
    annotated = next(each for each in event if each.id == sentence[0])
    span = next(each for each in annotated.text.sentences if each.start == sentence[1])
    return f"{annotated.article.outlet}: {annotated.text.text[span.start : span.end]}"
