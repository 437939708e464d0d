"""How articles speak of a person or group: the tone of each clause, and of all clauses of an article and voice."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.annotated import Voice
from analysis.model.telling import Evidence
from analysis.model.texts import FieldName, Span


@dataclass(frozen=True, slots=True)
class TonedClause:
    """One clause about somebody.

    ``start`` and ``end`` bound its words, ``target`` the words that stand for the person or group; ``voice`` is that of
    the target. ``label`` is -1 (negative), 0 or 1 (positive), whichever is likeliest; ``score`` is the chance of
    positive less that of negative, -1 to 1, and tells how sure that is. ``words`` are those that decided, the
    weightiest first, each labelled "positive" or "negative".
    """

    article: str
    field: FieldName
    start: int
    end: int
    target: Span
    voice: Voice
    label: int
    score: float
    words: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Tone:
    """The tone of the clauses of one article and voice about one person or group.

    ``entity`` is the id of an Entity. ``mean`` is the mean of the labels of ``clauses``, from -1 (all negative) to 1
    (all positive), and ``spread`` their standard deviation (n - 1); ``relative`` is ``mean`` less the mean label over
    all clauses of the event in that voice, about whomever. ``usual_percentile`` (0 to 100) says where ``mean`` stands
    among means of as many clauses in the reference corpus, ``interval`` within which bounds the mean of labels behind
    them likely lies. All are None where there are too few clauses, the last two also where the corpus has too few.
    """

    entity: str
    article: str
    voice: Voice
    clauses: tuple[TonedClause, ...]
    mean: float | None = None
    spread: float | None = None
    relative: float | None = None
    usual_percentile: float | None = None
    interval: tuple[float, float] | None = None

    def count(self, label: int) -> int:
        """How many of the clauses have this label."""
        return sum(clause.label == label for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class ToneGap:
    """How far the means of two articles about one person or group, in one voice, lie apart.

    ``low`` and ``high`` are the articles, ``gap`` is the mean of ``high`` less that of ``low``, 0 to 2. ``chance_p`` is
    how often articles of one outlet on one topic differ as much, corrected over all persons, voices and pairs of the
    story; ``gap_percentile`` (0 to 100) is the place of the gap among pairs of outlets on one event. None where the
    reference corpus has too little of that voice.
    """

    entity: str
    voice: Voice
    low: str
    high: str
    gap: float
    chance_p: float | None = None
    gap_percentile: float | None = None
