"""The same thing in other words: how the other outlets put what one outlet says with a loaded word.

For each loaded word, in the outlet's own voice or in reported speech, whose sentence tells a statement that other
outlets carry too, their sentences are shown; and where it can be found for sure, the words that stand there in its
place ("slammed the plan": "criticised the plan"), the same word included.

Method: words stand in one place where they name the same person or group; where they modify words of one stem ("brutal
crackdown": "crackdown"); where they have the same subject and the same object, or report the words of one speaker; or
where they are the same part of one verb. All by the grammar of both sentences; else only the sentences are shown.

Limits: the statements decide what is the same thing, with their errors. A loaded word may be the right one, and the
others' words may be milder, stronger, or tell a part of it: read both sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from analysis.alternatives.places import counterpart, same_word, tells_too
from analysis.alternatives.sides import Side, side_of
from analysis.model import (
    Alternative,
    AnnotatedArticle,
    Entity,
    Evidence,
    FieldName,
    Measurement,
    Span,
    Statement,
    Voice,
    Wording,
)

__all__ = ["alternatives"]

MEASURE = "loaded_words"
Key = tuple[str, FieldName]
Shared = Mapping[Key, Sequence[tuple[Span, Sequence[Statement]]]]


def alternatives(
    event: Sequence[AnnotatedArticle],
    measurements: Sequence[Measurement],
    statements: Sequence[Statement],
    entities: Sequence[Entity] = (),
) -> tuple[Alternative, ...]:
    """One entry for each loaded word in a shared statement, in the order of articles and text.

    A word whose sentence tells several statements stands under the one in which most others' words are known.
    """
    fields = ((article.id, field) for article in event for field in article.fields())
    sides = {(article, field.name): side_of(article, field, entities) for article, field in fields}
    shared = _shared(statements)
    made = (_alternative(mark, _told_at(shared, mark), sides) for mark in _marks(measurements)
            if (mark.article, mark.field) in sides)  # fmt: skip
    return tuple(each for each in made if each is not None and each.others)


def _marks(measurements: Sequence[Measurement]) -> Iterator[Evidence]:
    """The loaded words outside of quotations, each once, those of headlines first in their article."""
    rows = [row for row in measurements if row.measure == MEASURE and row.voice is not Voice.QUOTED]
    marks = dict.fromkeys(
        mark for row in rows for mark in row.evidence if row.part == "article" or mark.field == "title"
    )
    articles = list(dict.fromkeys(row.article for row in rows))
    yield from sorted(marks, key=lambda mark: (articles.index(mark.article), mark.field == "text", mark.start))


def _shared(statements: Sequence[Statement]) -> Shared:
    """The statements that several articles carry, by field and sentence, the sentences in order."""
    found: dict[Key, dict[Span, list[Statement]]] = {}
    for statement in sorted(statements, key=lambda each: (-len(each.carriers), each.number)):
        if len(statement.carriers) > 1:
            for cell in statement.cells:
                told = found.setdefault((cell.article, cell.field), {})
                told.setdefault(Span(cell.start, cell.end), []).append(statement)
    return {key: sorted(told.items()) for key, told in found.items()}


def _told_at(shared: Shared, mark: Evidence) -> Sequence[Statement]:
    """The statements of the sentence that holds the mark."""
    told = shared.get((mark.article, mark.field), ())
    last = bisect_right(told, mark.start, key=lambda each: each[0].start) - 1
    return told[last][1] if last >= 0 and mark.end <= told[last][0].end else ()


def _alternative(mark: Evidence, held: Sequence[Statement], sides: Mapping[Key, Side]) -> Alternative | None:
    """The statement in which most words are found in the place of the mark, the first among equals."""
    made = [_in_statement(mark, statement, sides) for statement in held]
    return max(made, key=lambda each: sum(other.words is not None for other in each.others), default=None)


def _in_statement(mark: Evidence, statement: Statement, sides: Mapping[Key, Side]) -> Alternative:
    mine = sides[mark.article, mark.field]
    best: dict[str, Wording] = {}
    phrase = Span(mark.start, mark.end)
    for cell in statement.cells:
        if cell.article == mark.article or (cell.article in best and best[cell.article].words is not None):
            continue
        sentence = Evidence(cell.article, cell.field, cell.start, cell.end, "")
        theirs, place = sides[cell.article, cell.field], Span(cell.start, cell.end)
        if not tells_too(mine, mark, theirs, place):
            continue
        same = same_word(mine, mark, theirs, place)
        found = None if same else counterpart(mine, mark, theirs, place)
        words = same or (found and found.theirs)
        if found is not None:
            phrase = max(phrase, found.mine, key=lambda span: span.end - span.start)
        if words is not None or cell.article not in best:
            shown = None if words is None else Evidence(cell.article, cell.field, words.start, words.end, "")
            best[cell.article] = Wording(sentence, shown, same is not None)
    return Alternative(
        mark, Evidence(mark.article, mark.field, phrase.start, phrase.end, mark.label), statement.number,
        tuple(best.values()),
    )  # fmt: skip
