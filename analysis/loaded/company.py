"""What the other outlets of an event make of a word: have they got it too, and do they tell the same without it?

A word that the others write as well is the plain name of the thing, and counts less; one that they do without counts
more. So a word adds ``1 + weight * (lacking - usual)`` times what it adds by itself. Where others tell the same,
``lacking`` is the share of them whose sentences that tell it lack the word; else it is the share of the other articles
that lack it. ``usual`` is what words behind a score have on average, so that company makes no article more loaded.

Words are compared by stem, whoever says them. The weight is learned (``scripts/train_loaded/company.py``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.loaded.company_weights import CompanyWeights, company_weights
from analysis.model import AnnotatedArticle, AnnotatedField, FieldName, OthersSay, Span, Statement
from analysis.ngrams import FUNCTION_WORDS
from analysis.phrasing import stem

FEWEST = 50
"""Different content words of an article from which it says something that it lacks a word."""
_MOSTLY = 0.5
Place = tuple[str, FieldName]
"""Article and field."""


class Lacking(NamedTuple):
    """The share of the others' articles that lack a word, and of those that tell the same (None where none does)."""

    article: float
    sentence: float | None


class Aligned(NamedTuple):
    """A statement that a sentence tells with others: the stems of its clauses that do, and the other articles."""

    own: frozenset[str]
    others: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Company:
    """The other outlets, as they are asked about the words of one title or text."""

    starts: Sequence[int]
    """Of the tokens of the field itself, with their ``stems``."""
    stems: Sequence[str]
    articles: Sequence[frozenset[str]]
    """The stems of each other article."""
    telling: Mapping[int, Sequence[frozenset[str]]]
    """Start of a sentence of the field -> the stems of each other article in the sentences that tell the same."""
    aligned: Mapping[int, Sequence[Aligned]]
    """Start of a sentence of the field -> the statements that it tells with others."""

    def lacking(self, sentence: int, word: Span) -> Lacking | None:
        """Who lacks the word, in a sentence that starts at ``sentence``; None where it has no content word."""
        wanted = self._wanted(word)
        if not wanted:
            return None
        told = self.telling.get(sentence, ())
        return Lacking(_lack(wanted, self.articles), _lack(wanted, told) if told else None)

    def factor(self, sentence: int, word: Span) -> float:
        """How many times what it adds by itself the word adds: 1 where it has no content word, never less than 0."""
        found = self.lacking(sentence, word)
        return 1.0 if found is None else max(0.0, 1 + beyond_usual(found, company_weights()))

    def others(self, sentence: int, word: Span) -> OthersSay | None:
        """How the others stand to the word, as far as it can be said in a word."""
        found = self.lacking(sentence, word)
        if found is None:
            return None
        lack = found.article if found.sentence is None else found.sentence
        if lack == 1 and found.sentence is not None:
            return OthersSay.WITHOUT if self.without(sentence, word) else None
        return OthersSay.ALONE if lack == 1 else OthersSay.TOO if lack <= _MOSTLY else None

    def without(self, sentence: int, word: Span) -> tuple[str, ...]:
        """The other articles that tell what the clause with the word tells; none where only other clauses of the
        sentence are told there."""
        wanted = self._wanted(word)
        told = (each.others for each in self.aligned.get(sentence, ()) if wanted <= each.own)
        return tuple(dict.fromkeys(other for others in told for other in others))

    def _wanted(self, word: Span) -> frozenset[str]:
        first, last = (bisect_left(self.starts, edge) for edge in word)
        return frozenset(self.stems[first:last]) - {""}


def beyond_usual(found: Lacking, table: CompanyWeights) -> float:
    """What company adds to a word, as a share of what the word adds by itself."""
    if found.sentence is not None:
        return table.sentence.weight * (found.sentence - table.sentence.usual)
    return table.article.weight * (found.article - table.article.usual)


def companies(event: Sequence[AnnotatedArticle], statements: Sequence[Statement]) -> dict[Place, Company]:
    """The company of each title and text that has any: articles of other outlets, of ``FEWEST`` words at least."""
    read = {(article.id, field.name): _Read.of(field) for article in event for field in article.fields()}
    told, aligned = _told(event, statements, read), _aligned(event, statements, read)
    found: dict[Place, Company] = {}
    whole = {
        article.id: frozenset[str]().union(*(read[article.id, field.name].stems for field in article.fields())) - {""}
        for article in event
    }
    for article in event:
        others = [whole[other.id] for other in event if _apart(article, other) and len(whole[other.id]) >= FEWEST]
        for field in article.fields() if others else ():
            place = article.id, field.name
            beside = told.get(place, {}), aligned.get(place, {})
            found[place] = Company(read[place].starts, read[place].stems, others, *beside)
    return found


class _Read(NamedTuple):
    """Where the tokens of a field start, and their stems; "" for words of the closed classes and marks."""

    starts: tuple[int, ...]
    stems: tuple[str, ...]

    @classmethod
    def of(cls, field: AnnotatedField) -> _Read:
        words = (token.text.lower() if token.is_word else "" for token in field.tokens)
        stems = ("" if not word or word in FUNCTION_WORDS else stem(word) for word in words)
        return cls(tuple(token.start for token in field.tokens), tuple(stems))

    def within(self, start: int, end: int) -> frozenset[str]:
        return frozenset(self.stems[bisect_left(self.starts, start) : bisect_left(self.starts, end)])


def _apart(one: AnnotatedArticle, other: AnnotatedArticle) -> bool:
    """Whether two articles are of different outlets, as far as is known."""
    outlet = one.article.outlet
    return one.id != other.id and (outlet is None or outlet != other.article.outlet)


def _told(
    event: Sequence[AnnotatedArticle], statements: Iterable[Statement], read: Mapping[Place, _Read]
) -> dict[Place, dict[int, Sequence[frozenset[str]]]]:
    """For each sentence that others tell too: the stems of each other article in the sentences that do."""
    articles = {article.id: article for article in event}
    found: dict[Place, dict[int, dict[str, frozenset[str]]]] = {}
    for statement in statements:
        said: dict[str, frozenset[str]] = {}
        for cell in statement.cells if len(statement.carriers) > 1 else ():
            stems = read[cell.article, cell.field].within(cell.start, cell.end)
            said[cell.article] = said.get(cell.article, frozenset()) | stems
        for cell in statement.cells if said else ():
            mine = found.setdefault((cell.article, cell.field), {}).setdefault(cell.start, {})
            for other, stems in said.items():
                if _apart(articles[cell.article], articles[other]):
                    mine[other] = mine.get(other, frozenset()) | stems
    return {
        place: {start: tuple(others.values()) for start, others in told.items()} for place, told in found.items()
    }


def _aligned(
    event: Sequence[AnnotatedArticle], statements: Iterable[Statement], read: Mapping[Place, _Read]
) -> dict[Place, dict[int, list[Aligned]]]:
    """For each sentence that others tell too, the statements that they share with it."""
    articles = {article.id: article for article in event}
    found: dict[Place, dict[int, list[Aligned]]] = {}
    for statement in statements:
        carriers = dict.fromkeys(cell.article for cell in statement.cells)
        for cell in statement.cells if len(carriers) > 1 else ():
            others = tuple(each for each in carriers if _apart(articles[cell.article], articles[each]))
            place = cell.article, cell.field
            own = _stems(cell.clauses) if cell.clauses else read[place].within(cell.start, cell.end)
            if others:
                found.setdefault(place, {}).setdefault(cell.start, []).append(Aligned(own, others))
    return found


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.lower().split())


def _lack(wanted: frozenset[str], others: Sequence[frozenset[str]]) -> float:
    return sum(not wanted <= each for each in others) / len(others)
