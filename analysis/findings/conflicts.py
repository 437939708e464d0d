"""Details in which outlets contradict each other: who gives which, and who gives both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from analysis.details import DATES, LABEL, Detail, agree, details, digits
from analysis.findings.beside import Said, as_told, beside, fates, is_part, said
from analysis.findings.days import within_a_day
from analysis.findings.plainest import plainest
from analysis.model import AnnotatedArticle, Cell, Comparison, Evidence, Finding, Statement
from analysis.prose import listed

_WEIGHT = 4.0
"""Where this stands among what is read: first."""
_FEWEST_CARRIERS = 3
"""Of dates, negations and orders in a story of more than two articles: where two agree, it is likelier that a third
speaks of the same thing."""
_DIFFER = {
    "figure": "The outlets give different figures for “{}”",
    "date": "The outlets give different dates for “{}”",
    "negation": "The outlets contradict each other on “{}”",
    "order": "The outlets differ in what came first: “{}”",
}
_PRICES = re.compile(
    r"\b(?:shares?|stocks?|futures|index|nasdaq|crude)\b[^.;]{0,60}\b(?:f[ae]ll|rose|ris|gain|los|drop|jump|surg|slip|slid"
    r"|s[aiu]nk|climb|plung|tumbl|clos|trad|up|down)\w*",
    re.IGNORECASE,
)
"""The price of a share is another one every minute."""
_Side = list[Said]
"""Those who give one detail: "17" and "seventeen" are one, "17" and "17.2" too."""


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
        rows=tuple((each.id, _shown(statement, sides, each)) for each in comparison.articles),
        evidence=tuple(_passages(statement, sides)),
        weight=_WEIGHT + 0.1 * len(statement.carriers),
    )


def _passages(statement: Statement, sides: Sequence[_Side]) -> Iterator[Evidence]:
    """The sentences of the statement, and those around them in which an outlet gives another figure."""
    places = {(cell.article, cell.start) for cell in statement.cells if cell.field == "text"}
    for cell in statement.cells:
        yield Evidence(cell.article, cell.field, cell.start, cell.end, cell.detail)
    for each in (one for side in sides for one in side):
        if each.sentence is not None and (each.article, each.sentence.start) not in places:
            yield Evidence(each.article, "text", each.sentence.start, each.sentence.end, each.words)


def _told(sides: Sequence[_Side]) -> Iterator[str]:
    """nine in {a} and {b}; eleven in {c}; {d} gives nine (the police) and 11 (the hospital)."""
    several = _giving_several(sides)
    for side in sides:
        alone = [each for each in side if each.article not in several]
        if alone:
            yield _worded(alone)
    for article in several:
        mine = [each for side in sides for each in side if each.article == article]
        yield f"{{{article}}} gives {listed([_with_source(each) for each in mine])}"


def _worded(side: _Side) -> str:
    """Who gives the detail, the most exact figure first: 17.2 million in {a}, rounded to 17 million in {b} and {c}."""
    alike: dict[object, list[Said]] = {}
    for each in side:
        figure = _figure(each.words)
        alike.setdefault((figure.bound, figure.value) if figure else each.words, []).append(each)
    groups = sorted(alike.values(), key=lambda group: -_digits(group[0].words))
    return ", ".join(
        ("rounded to " if _rounds(group[0].words, groups[0][0].words) else "")
        + f"{_shown_words(group[0].words)} in {listed([f'{{{each.article}}}' for each in group])}"
        for group in groups
    )


def _rounds(words: str, exact: str) -> bool:
    figure = _figure(words)
    return figure is not None and not figure.bound and _digits(words) < _digits(exact)


def _shown_words(words: str) -> str:
    """A figure stands for all that are equal to it, so it is no quotation; other words are."""
    if _figure(words) is not None:
        return words
    return f"“{words}”" if words else "without it"


def _figure(words: str) -> Detail | None:
    found = [each for each in details(words) if each.kind not in DATES | {LABEL}]
    return found[0] if len(found) == 1 else None


def _digits(words: str) -> int:
    """Digits that carry the figure; 0 for what is no figure."""
    figure = _figure(words)
    return 0 if figure is None else digits(figure.value)


def _with_source(said: Said) -> str:
    return f"{_shown_words(said.words)} ({said.source})" if said.source else _shown_words(said.words)


def _shown(statement: Statement, sides: Sequence[_Side], article: AnnotatedArticle) -> str:
    """What an article gives; one that is on neither side may give a figure that fits both ("more than 17")."""
    mine = [each for side in sides for each in side if each.article == article.id and each.words]
    if mine:
        return "; ".join(map(_with_source, mine)) if len(mine) > 1 else mine[0].words
    figures = [each.words for side in sides for each in side if _figure(each.words)]
    own = (as_told(article, cell, figures) for cell in statement.cells if cell.article == article.id)
    return next(filter(None, own), "found" if article.id in statement.carriers else "not found")


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
        return not _is_price(comparison, statement)
    return not several and len(statement.carriers) >= min(_FEWEST_CARRIERS, len(comparison.articles))


def _is_price(comparison: Comparison, statement: Statement) -> bool:
    """Whether all its sentences tell how a share price moved."""
    articles = {each.id: each.article for each in comparison.articles}
    passages = (articles[cell.article].passage(cell.field, cell.start, cell.end) for cell in statement.cells)
    return all(_PRICES.search(passage) for passage in passages)


def _sides(comparison: Comparison, statement: Statement) -> list[_Side]:
    """The details of ``statement``, each with who gives it; of a negation also those who state the thing without."""
    articles = {each.id: each for each in comparison.articles}
    sides: list[_Side] = []
    cells = [cell for cell in statement.cells if cell.detail]
    if statement.conflict == "figure":
        cells = _of_one_thing(articles, cells)
    for cell in cells:
        _add(sides, said(articles[cell.article], cell))
    if statement.conflict == "figure":
        told_apart = [side[0].words for side in sides]
        for cell in cells:
            others = [words for words in told_apart if not _agree(words, cell.detail)]
            for each in beside(articles[cell.article], cell, others):
                _add(sides, each)
    told = {each.article for side in sides for each in side}
    plain = [Said(article, "", "") for article in statement.carriers if article not in told]
    return [*sides, plain] if statement.conflict == "negation" and sides and plain else sides


def _of_one_thing(articles: Mapping[str, AnnotatedArticle], cells: Sequence[Cell]) -> list[Cell]:
    """The cells whose figures count the same: not the hurt beside the dead, nor a part of either."""
    whole = [cell for cell in cells if not is_part(articles[cell.article], cell)]
    told = [fates(articles[cell.article], cell) for cell in whole]
    by_article = {(fate, cell.article) for cell, each in zip(whole, told, strict=True) for fate in each}
    most = Counter(fate for fate, _ in sorted(by_article)).most_common(1)
    return [cell for cell, each in zip(whole, told, strict=True) if not each or most[0][0] in each]


def _add(sides: list[_Side], new: Said) -> None:
    """Put to those who agree with it; what an article gives twice ("at least 50", "50") stands once."""
    if any(each.article == new.article and _agree(each.words, new.words) for side in sides for each in side):
        return
    if _figure(new.words) is not None:  # "Nine" at the start of a sentence
        new = new._replace(words=new.words[:1].lower() + new.words[1:])
    side = next((side for side in sides if _agree(side[0].words, new.words)), None)
    if side is None:
        sides.append([new])
    else:
        side.append(new)


def _on_one_day(comparison: Comparison, sides: Sequence[_Side]) -> bool:
    """Whether articles of different sides appeared within a day of each other, as far as that is known."""
    times = {each.id: each.article.published for each in comparison.articles}
    pairs = (pair for two in combinations(sides, 2) for pair in product(*two))
    return any(within_a_day(times[one.article], times[other.article])
               for one, other in pairs if one.article != other.article)


def _agree(one: str, other: str) -> bool:
    """Whether two details may be one, both given in words."""
    first, second = details(one), details(other)
    if not first or not second:
        return one.casefold() == other.casefold()
    return any(agree(*pair) for pair in product(first, second))
