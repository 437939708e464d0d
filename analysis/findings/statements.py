"""Statements that all other outlets carry and one does not."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.findings.days import days_apart
from analysis.findings.plainest import plainest
from analysis.model import Comparison, Evidence, Finding, Statement
from analysis.prose import counted, listed

_WEIGHT = 3.0
"""Where this stands among what is read: after contradictions."""
_FEWEST_CARRIERS = 3
_FEW, _SEVERAL = 4, 3
_MOST_NAMED = 3
"""Outlets that lack as much as each other, that a sentence names."""
_IN_PART = 0.38
"""Score of the sentence most like a statement from which it tells it in part. (On invented stories those that do have
0.39 and more, the others at most 0.35.)"""
_DAYS = 2
"""Between an article and those that carry a statement, at most: later it may be no news any more."""


def missing(comparison: Comparison) -> Iterator[Finding]:
    """The outlet in whose article most statements were not found that all the others carry.

    An article that appeared before the first that carries a statement is not counted: it could not know. Of four
    articles one lacks a statement of the three others by chance in every fifth story (measured on articles of one
    outlet), so there it takes several.
    """
    total = len(comparison.articles)
    if total <= _FEWEST_CARRIERS:
        return
    lacking = _lacking(comparison)
    most = max(map(len, lacking.values()))
    if most >= (1 if total > _FEW else _SEVERAL):
        yield _missing(comparison, lacking, [article for article, held in lacking.items() if len(held) == most])


def _lacking(comparison: Comparison) -> dict[str, list[Statement]]:
    """Article -> the statements that it alone does not carry, in order; of those on which the others contradict each
    other none can be said to be carried by all of them."""
    lacking: dict[str, list[Statement]] = {each.id: [] for each in comparison.articles}
    told = _statements_by_sentence(comparison)
    times = {each.id: each.article.published for each in comparison.articles}
    for statement in (each for each in comparison.statements if not each.conflict):
        carriers = set(statement.carriers)
        absent = [each.id for each in comparison.articles if each.id not in carriers]
        if (len(absent) == 1 and absent[0] not in statement.early and not _is_apart(statement, absent[0], times)
                and not _told_in_part(told, statement, absent[0])):
            lacking[absent[0]].append(statement)
    return lacking


def _is_apart(statement: Statement, article: str, times: dict[str, str | None]) -> bool:
    """Whether the article appeared days before or after one that carries the statement."""
    return any(days_apart(times[article], times[carrier]) > _DAYS for carrier in statement.carriers)


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


def _missing(comparison: Comparison, lacking: dict[str, list[Statement]], articles: list[str]) -> Finding:
    """``articles`` lack equally many; all are named, so that no outlet stands out by its place in the list."""
    many = len(lacking[articles[0]])
    held = [statement for article in articles for statement in lacking[article]]
    return Finding(
        kind="not found",
        template=_told(comparison, lacking, articles, many),
        size=_lengths(comparison, articles),
        voice="any voice",
        unit="statements not found that all the others carry, at least in part",
        rows=tuple((article, str(len(lacked))) for article, lacked in lacking.items()),
        evidence=tuple(Evidence(cell.article, cell.field, cell.start, cell.end, cell.detail)
                       for statement in held for cell in statement.cells),
        weight=_WEIGHT + 0.2 * many,
    )


def _told(comparison: Comparison, lacking: dict[str, list[Statement]], articles: list[str], many: int) -> str:
    first = ": " if many == 1 else ", the first of them: "
    shown = [f"{{{one}}}{first}“{plainest(comparison, lacking[one][0])}”" for one in articles[:_MOST_NAMED]]
    what = f"{counted(many, 'statement').capitalize()} that all the others carry, at least in part,"
    others = len(articles) - len(shown)
    also = counted(many, "other")
    more = f"; as many in {counted(others, 'further article')}" if others else ""
    return f"{what} {'was' if many == 1 else 'were'} not found in {f'; {also} in '.join(shown)}{more}"


def _lengths(comparison: Comparison, articles: list[str]) -> str:
    """The length of the articles beside the others', as a shorter article carries less."""
    counts = {each.id: each.word_count() for each in comparison.articles}
    mine = listed([f"{counts[each]:,}" for each in articles])
    others = [count for each, count in counts.items() if each not in articles]
    beside = f", the others {min(others):,} to {max(others):,}" if others else ""
    which = "This article has" if len(articles) == 1 else "These articles have"
    return f"{which} {mine} words{beside}"
