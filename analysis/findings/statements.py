"""What is told and what is not: details in conflict, and statements that all others carry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations, product

from analysis.details import agree, details
from analysis.model import Cell, Comparison, Evidence, Finding, Statement
from analysis.prose import listed, shortened

_CONFLICT, _MISSING = 4.0, 3.0
"""Where these stand among what is read: a conflict of details first."""
_FEWEST_CARRIERS = 3
_FEW, _SEVERAL = 4, 3
_IN_PART = 0.38
"""Score of the sentence most like a statement from which it tells it in part. (On invented stories those that do have
0.39 and more, the others at most 0.35.)"""
_LONGEST_GIST = 140
_DATE = len("2031-03-12")


def conflicts(comparison: Comparison) -> Iterator[Finding]:
    """The statement in conflict that most outlets carry, of those in which every outlet is on one side.

    Two sides must stand in articles of one day: what is told otherwise a day later may be news and not a contradiction.
    """
    times = {each.id: each.article.published or "" for each in comparison.articles}
    found = [one for one in comparison.statements if one.conflict and _one_side_each(one) and _on_one_day(one, times)]
    if found:
        yield _conflict(comparison, max(found, key=lambda one: (len(one.carriers), -one.number)))


def _conflict(comparison: Comparison, statement: Statement) -> Finding:
    said = [
        f"{listed([f'{{{article}}}' for article in articles])} {f'“{detail}”' if detail else 'without it'}"
        for detail, articles in _sides(statement)
    ]
    return Finding(
        kind="conflict",
        template=f"The outlets differ in the {statement.conflict} on “{_gist(comparison, statement)}”: "
        f"{'; '.join(said)}.",
        size=f"{_found_in(comparison, statement)}; which is right, the texts alone do not say",
        voice="any voice",
        unit="detail as given",
        rows=tuple((each.id, _shown(statement, each.id)) for each in comparison.articles),
        evidence=tuple(_evidence(cell) for cell in statement.cells),
        weight=_CONFLICT + 0.1 * len(statement.carriers),
    )


def _details(statement: Statement) -> list[tuple[str, list[str]]]:
    """Each detail as first told, with the articles that give it: "17" and "seventeen" are one, "17" and "17.2" too."""
    found: list[tuple[str, list[str]]] = []
    for cell in statement.cells:
        if cell.detail:
            same = next((articles for detail, articles in found if _agree(detail, cell.detail)), None)
            if same is None:
                same = []
                found.append((cell.detail, same))
            if cell.article not in same:
                same.append(cell.article)
    return found


def _sides(statement: Statement) -> list[tuple[str, list[str]]]:
    """``_details``, and of a negation those who state the thing without it."""
    told = _details(statement)
    denying = {article for _, articles in told for article in articles}
    plain = [article for article in statement.carriers if article not in denying]
    return [*told, ("", plain)] if statement.conflict == "negation" and told and plain else told


def _one_side_each(statement: Statement) -> bool:
    """Whether outlets contradict each other: an article that gives both details tells of two things."""
    sides = _sides(statement)
    told = [article for _, articles in sides for article in articles]
    return len(sides) > 1 and len(told) == len(set(told))


def _on_one_day(statement: Statement, times: dict[str, str]) -> bool:
    """Whether articles of different sides appeared within a day of each other, as far as that is known."""
    sides = [[times[article] for article in articles] for _, articles in _sides(statement)]
    return any(_within_a_day(*pair) for one, other in combinations(sides, 2) for pair in product(one, other))


def _within_a_day(one: str, other: str) -> bool:
    """``one`` and ``other`` are ISO dates, with the hour where it is known, or ""."""
    if not one or not other or one[:10] == other[:10]:
        return True
    if min(len(one), len(other)) <= _DATE:
        return False
    first, second = (datetime.fromisoformat(time).replace(tzinfo=None) for time in (one, other))
    return abs(first - second) < timedelta(days=1)


def _agree(one: str, other: str) -> bool:
    first, second = details(one), details(other)
    if len(first) != 1 or len(second) != 1:
        return one.casefold() == other.casefold()
    return agree(first[0], second[0])


def _shown(statement: Statement, article: str) -> str:
    told = [detail for detail, articles in _details(statement) if article in articles]
    return listed(told) if told else "found" if article in statement.carriers else "not found"


def missing(comparison: Comparison) -> Iterator[Finding]:
    """The outlet in whose article most statements were not found that all the others carry.

    An article that appeared before the first that carries a statement is not counted: it could not know. Of four
    articles one lacks a statement of the three others by chance in every fifth story (measured on articles of one
    outlet), so there it takes several.
    """
    total = len(comparison.articles)
    if total <= _FEWEST_CARRIERS:
        return
    lacking: dict[str, list[Statement]] = {each.id: [] for each in comparison.articles}
    told = _statements_by_sentence(comparison)
    for statement in comparison.statements:
        absent = [each.id for each in comparison.articles if each.id not in statement.carriers]
        if len(absent) == 1 and absent[0] not in statement.early and not _told_in_part(told, statement, absent[0]):
            lacking[absent[0]].append(statement)
    article, statements = max(lacking.items(), key=lambda item: len(item[1]))
    if len(statements) >= (1 if total > _FEW else _SEVERAL):
        yield _missing(comparison, article, statements, lacking)


_Sentence = tuple[str, str, int]


def _statements_by_sentence(comparison: Comparison) -> dict[_Sentence, list[Statement]]:
    found: dict[_Sentence, list[Statement]] = {}
    for statement in comparison.statements:
        for cell in statement.cells:
            found.setdefault((cell.article, cell.field, cell.start), []).append(statement)
    return found


def _told_in_part(told: dict[_Sentence, list[Statement]], statement: Statement, article: str) -> bool:
    """Whether the article tells the statement in part: its nearest sentence is much like it, or carries a statement
    that shares a sentence with this one; or the sentence that stands for this one tells something else too, which the
    article does carry."""
    gist = statement.gist
    also_told = [one for one in told.get((gist.article, gist.field, gist.start), ()) if one.number != statement.number]
    if any(article in other.carriers for other in also_told):
        return True
    nearest = next((each for each in statement.nearest if each.article == article), None)
    if nearest is None:
        return False
    own = {(cell.article, cell.field, cell.start) for cell in statement.cells}
    return nearest.score >= _IN_PART or any(
        not own.isdisjoint((cell.article, cell.field, cell.start) for cell in other.cells)
        for other in told.get((article, nearest.field, nearest.start), ())
    )


def _missing(
    comparison: Comparison, article: str, statements: list[Statement], lacking: dict[str, list[Statement]]
) -> Finding:
    shown = _gist(comparison, statements[0])
    many = len(statements)
    what = "One statement that all the others carry was" if many == 1 else (
        f"{many} statements that all the others carry were"
    )
    return Finding(
        kind="not found",
        template=f"{what} not found in {{{article}}}{': ' if many == 1 else ', the first of them: '}“{shown}”",
        size=f"{_lengths(comparison, article)}",
        voice="any voice",
        unit="statements not found that all the others carry",
        rows=tuple((each, str(len(held))) for each, held in lacking.items()),
        evidence=tuple(_evidence(cell) for statement in statements for cell in statement.cells),
        weight=_MISSING + 0.2 * many,
    )


def _gist(comparison: Comparison, statement: Statement) -> str:
    gist = statement.gist
    article = next(each for each in comparison.articles if each.id == gist.article).article
    return shortened(article.passage(gist.field, gist.start, gist.end), _LONGEST_GIST).rstrip(".")


def _lengths(comparison: Comparison, article: str) -> str:
    """The length of the article beside the others', as a shorter article carries less."""
    counts = {each.id: each.word_count() for each in comparison.articles}
    others = [count for each, count in counts.items() if each != article]
    return f"This article has {counts[article]} words, the others {min(others)} to {max(others)}"


def _found_in(comparison: Comparison, statement: Statement) -> str:
    return f"Statement {statement.number}, found in {len(statement.carriers)} of {len(comparison.articles)} articles"


def _evidence(cell: Cell) -> Evidence:
    return Evidence(cell.article, cell.field, cell.start, cell.end, cell.detail)
