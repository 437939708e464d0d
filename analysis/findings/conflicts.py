"""Details in which outlets contradict each other: who gives which, and who gives both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from analysis.details import Detail, agree, details
from analysis.findings.days import within_a_day
from analysis.findings.plainest import plainest
from analysis.model import AnnotatedArticle, Cell, Comparison, Evidence, Finding, Statement
from analysis.prose import listed, shortened

_WEIGHT = 4.0
"""Where this stands among what is read: first."""
_FEWEST_CARRIERS = 3
"""Of dates, negations and orders in a story of more than two articles: where two agree, it is likelier that a third
speaks of the same thing."""
_LONGEST_SOURCE = 60
_WIDEST = 4
"""Words that a figure takes at most."""
_DIFFER = {
    "figure": "The outlets give different figures for “{}”",
    "date": "The outlets give different dates for “{}”",
    "negation": "The outlets contradict each other on “{}”",
    "order": "The outlets differ in what came first: “{}”",
}


class _Said(NamedTuple):
    """A detail as an article gives it, in its words, and whom it gives it to ("" where nobody is named)."""

    article: str
    words: str
    source: str


_Side = list[_Said]
"""Those who give one detail: "17" and "seventeen" are one, "17" and "17.2" too. The first words stand for all."""


def conflicts(comparison: Comparison) -> Iterator[Finding]:
    """The statement in conflict that most outlets carry.

    Two sides must stand in articles of one day: what is told otherwise a day later may be news and not a contradiction.
    """
    found = [(one, sides) for one in comparison.statements
             if one.conflict and _is_clear(comparison, one, sides := _sides(comparison, one))]
    if found:
        yield _finding(comparison, *max(found, key=lambda pair: (len(pair[0].carriers), -pair[0].number)))


def _finding(comparison: Comparison, statement: Statement, sides: Sequence[_Side]) -> Finding:
    gist = plainest(comparison, statement, _alone(statement, sides))
    return Finding(
        kind="conflict",
        template=f"{_DIFFER[statement.conflict].format(gist)}: {'; '.join(_told(sides))}.",
        size=f"Statement {statement.number}, found in {len(statement.carriers)} of {len(comparison.articles)} "
        "articles; which is right, the texts alone do not say",
        voice="any voice",
        unit="detail as given",
        rows=tuple((each.id, _shown(statement, sides, each.id)) for each in comparison.articles),
        evidence=tuple(Evidence(cell.article, cell.field, cell.start, cell.end, cell.detail)
                       for cell in statement.cells),
        weight=_WEIGHT + 0.1 * len(statement.carriers),
    )


def _told(sides: Sequence[_Side]) -> Iterator[str]:
    """“Nine” in {a} and {b}; “eleven” in {c}; both in {d}: “nine” (the police) and “11” (the hospital)."""
    several = _giving_several(sides)
    for side in sides:
        articles = [each.article for each in side if each.article not in several]
        words = f"“{side[0].words}”" if side[0].words else "without it"
        if articles:
            yield f"{words} in {listed([f'{{{article}}}' for article in articles])}"
    for article in several:
        mine = [each for side in sides for each in side if each.article == article]
        both = "both" if len(mine) == 2 else "several"
        yield f"{both} in {{{article}}}: {listed([_with_source(each, '“”') for each in mine])}"


def _with_source(said: _Said, marks: str = "") -> str:
    words = f"{marks[:1]}{said.words}{marks[1:]}"
    return f"{words} ({said.source})" if said.source else words


def _shown(statement: Statement, sides: Sequence[_Side], article: str) -> str:
    mine = [each for side in sides for each in side if each.article == article and each.words]
    if mine:
        return "; ".join(map(_with_source, mine)) if len(mine) > 1 else mine[0].words
    return "found" if article in statement.carriers else "not found"


def _alone(statement: Statement, sides: Sequence[_Side]) -> list[Cell]:
    """The cells that tell the thing as the larger side does, in articles that give one detail only."""
    several = _giving_several(sides)
    largest = max(sides, key=lambda side: sum(each.article not in several for each in side))
    held = {each.article for each in largest} - set(several)
    return [cell for cell in statement.cells if cell.article in held]


def _giving_several(sides: Sequence[_Side]) -> list[str]:
    told = [each.article for side in sides for each in side]
    return [article for article in dict.fromkeys(told) if told.count(article) > 1]


def _is_clear(comparison: Comparison, statement: Statement, sides: Sequence[_Side]) -> bool:
    """Whether outlets contradict each other. An article may give both of two figures, with who says which; one that
    gives both of two dates, or says a thing and its contrary, tells of two things."""
    several = set(_giving_several(sides))
    alone = [side for side in sides if {each.article for each in side} - several]
    if len(sides) < 2 or not alone or not _on_one_day(comparison, sides):
        return False
    if statement.conflict == "figure":
        return True
    return not several and len(statement.carriers) >= min(_FEWEST_CARRIERS, len(comparison.articles))


def _sides(comparison: Comparison, statement: Statement) -> list[_Side]:
    """The details of ``statement``, each with who gives it; of a negation also those who state the thing without."""
    articles = {each.id: each for each in comparison.articles}
    sides: list[_Side] = []
    for cell in statement.cells:
        if cell.detail:
            _add(sides, _Said(cell.article, cell.detail, _source(articles[cell.article], cell, cell.detail)))
    if statement.conflict == "figure":
        for said in list(_beside(articles, statement, [side[0].words for side in sides])):
            _add(sides, said)
    told = {each.article for side in sides for each in side}
    plain = [_Said(article, "", "") for article in statement.carriers if article not in told]
    return [*sides, plain] if statement.conflict == "negation" and sides and plain else sides


def _add(sides: list[_Side], said: _Said) -> None:
    side = next((side for side in sides if _agree(side[0].words, said.words)), None)
    if side is None:
        sides.append([said])
    elif said.article not in [each.article for each in side]:
        side.append(said)


def _beside(articles: dict[str, AnnotatedArticle], statement: Statement, sides: Sequence[str]) -> Iterator[_Said]:
    """Figures of another side in the same sentence, that count nothing else: "nine; the hospital puts it at 14"."""
    for cell in statement.cells:
        sentence = articles[cell.article].article.passage(cell.field, cell.start, cell.end)
        others = [detail for words in sides if cell.detail and not _agree(words, cell.detail)
                  for detail in details(words)]
        for detail in details(sentence):
            if not detail.noun and any(agree(detail, other) for other in others):
                words = _as_written(sentence, detail)
                yield _Said(cell.article, words, _source(articles[cell.article], cell, words))


def _as_written(sentence: str, wanted: Detail) -> str:
    """The shortest stretch of words that gives the figure."""
    words = [word.strip(" ,;:.!?()[]\"“”‘’") for word in sentence.split()]
    for width in range(1, _WIDEST + 1):
        for first in range(len(words) - width + 1):
            stretch = " ".join(words[first : first + width])
            if any((each.kind, each.value) == (wanted.kind, wanted.value) for each in details(stretch)):
                return stretch
    return f"{wanted.value:g}"


def _source(annotated: AnnotatedArticle, cell: Cell, words: str) -> str:
    """Whom the article gives the detail to: the source of what is said there, as the article names it."""
    field = annotated.title if cell.field == "title" and annotated.title else annotated.text
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", field.text[cell.start : cell.end]) if words else None
    if found is None:
        return ""
    start = cell.start + found.start()
    for one in field.attributions:
        if one.claim and one.source and any(span.start <= start < span.end for span in one.content):
            return shortened(field.text[one.source.start : one.source.end], _LONGEST_SOURCE)
    return ""


def _on_one_day(comparison: Comparison, sides: Sequence[_Side]) -> bool:
    """Whether articles of different sides appeared within a day of each other, as far as that is known."""
    times = {each.id: each.article.published for each in comparison.articles}
    pairs = (pair for two in combinations(sides, 2) for pair in product(*two))
    return any(within_a_day(times[one.article], times[other.article])
               for one, other in pairs if one.article != other.article)


def _agree(one: str, other: str) -> bool:
    first, second = details(one), details(other)
    if len(first) != 1 or len(second) != 1:
        return one.casefold() == other.casefold()
    return agree(first[0], second[0])
