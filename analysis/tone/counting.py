"""The tone of the clauses about each person and group of an event, by article and voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain
from statistics import fmean, stdev
from typing import NamedTuple

from analysis.agency.entities import Links
from analysis.model import (
    AnnotatedArticle,
    Correction,
    Entity,
    Evidence,
    FieldName,
    Measurement,
    Span,
    Tone,
    TonedClause,
    Voice,
)
from analysis.tone.actors import is_actor
from analysis.tone.judge import Judge
from analysis.tone.spoken import only_spoken
from analysis.tone.weights import COLUMNS, LABELS
from analysis.usual import percentile_of
from analysis.usual.tones import MEASURE as MEASURE
from analysis.usual.tones import Counts, tone_interval, tone_spreads

FEWEST = 5
"""Clauses of one article and voice about somebody that make a mean."""
SCALE = (-1.0, 1.0)
"""The ends of the scale of a mean."""
UNIT = "mean from −1 to 1"

NAMES = dict(zip(LABELS, COLUMNS, strict=True))
"""A label in a word: -1 is "negative"."""

Key = tuple[str, str, Voice]
"""Entity, article, voice."""


class _Place(NamedTuple):
    """A mention in its clause: the field, the words that stand for somebody, whose voice says them."""

    field: FieldName
    target: Span
    voice: Voice
    clause: Span


def tones(
    event: Sequence[AnnotatedArticle], entities: Sequence[Entity], corrections: Collection[Correction] = ()
) -> tuple[Tone, ...]:
    """The tone of every article and voice about each person and group, in the order of ``entities`` and articles.

    Left out is who has fewer than ``FEWEST`` clauses in all articles together, each neutral clause that only says that
    somebody spoke (``only_spoken``), and each whose mention a reader dismissed or linked to nobody. Raises TableError
    where weights or reference tables are missing or damaged.
    """
    return tuple(_told(toned(event, entities, corrections), event, entities))


def toned(
    event: Sequence[AnnotatedArticle], entities: Sequence[Entity], corrections: Collection[Correction] = ()
) -> dict[Key, list[TonedClause]]:
    """The clauses behind ``tones``, by entity, article and voice."""
    links = Links(event, entities, corrections)
    fields = {(article.id, field.name): field for article in event for field in article.fields()}
    actors = {entity.id for entity in entities if is_actor(entity, fields)}
    judges = {article.id: {field.name: Judge(field) for field in article.fields()} for article in event}
    dismissed = {
        (each.article, each.field, Span(each.start, each.end))
        for each in corrections
        if each.kind == "dismiss" and each.measure in ("", MEASURE)
    }
    places: dict[Key, list[_Place]] = {}
    for article in event:
        places |= _places(article, judges[article.id], links, actors)
    places = {key: [each for each in held if (key[1], each.field, each.target) not in dismissed]
              for key, held in places.items()}  # fmt: skip
    counts: Counter[str] = Counter()
    for (entity, _, _), each in places.items():
        counts[entity] += len(each)
    return {
        (entity, article, voice): [_clause(article, judges[article][place.field], place) for place in each]
        for (entity, article, voice), each in places.items()
        if counts[entity] >= FEWEST
    }


def _places(
    article: AnnotatedArticle, judges: Mapping[FieldName, Judge], links: Links, actors: Set[str]
) -> dict[Key, list[_Place]]:
    """The first mention of each of ``actors`` in each clause that says more of them than that they spoke."""
    found: dict[Key, list[_Place]] = defaultdict(list)
    for field in article.fields():
        judge, spoken = judges[field.name], only_spoken(field)
        seen: set[tuple[str, int]] = set()
        for mention in field.mentions:
            entity = links.at(article.id, field.name, mention.start)
            target = Span(mention.start, mention.end)
            stands = judge.clause(target) if entity in actors else None
            if entity is not None and stands is not None and (entity, stands[1]) not in seen:
                seen.add((entity, stands[1]))
                voice = field.tokens[stands[0]].voice
                if voice is Voice.OWN and stands[1] in spoken and not judge.judge(target).label:
                    continue
                found[entity, article.id, voice].append(_Place(field.name, target, voice, judge.span(stands[1])))
    return found


def _clause(article: str, judge: Judge, place: _Place) -> TonedClause:
    judged = judge.judge(place.target)
    words = tuple(
        Evidence(article, place.field, word.start, word.end, "positive" if weight > 0 else "negative")
        for word, weight in judged.words
    )
    return TonedClause(
        article, place.field, *place.clause, place.target, place.voice, judged.label, judged.score, words
    )


def _told(
    found: Mapping[Key, list[TonedClause]], event: Sequence[AnnotatedArticle], entities: Iterable[Entity]
) -> Iterator[Tone]:
    means = {voice: _mean(voice, found) for voice in Voice}
    spoken_of = {entity for entity, _, _ in found}
    for entity in entities:
        for article in event if entity.id in spoken_of else ():
            for voice in Voice:
                clauses = found.get((entity.id, article.id, voice))
                if clauses:
                    yield _placed(_tone(entity.id, article.id, voice, clauses, means[voice]))


def _mean(voice: Voice, found: Mapping[Key, list[TonedClause]]) -> float:
    """The mean label of the event in one voice; 0 where there is no clause, and so nobody to compare with it."""
    labels = [each.label for each in chain.from_iterable(found.values()) if each.voice is voice]
    return fmean(labels) if labels else 0.0


def overall(found: Iterable[Tone], voice: Voice) -> Tone:
    """All clauses of ``found`` in one voice as if they were about one and in one article, both called ""."""
    clauses = [clause for tone in found if tone.voice is voice for clause in tone.clauses]
    return _tone("", "", voice, clauses, fmean(clause.label for clause in clauses) if clauses else 0.0)


def _tone(entity: str, article: str, voice: Voice, clauses: Sequence[TonedClause], usual: float) -> Tone:
    if len(clauses) < FEWEST:
        return Tone(entity, article, voice, tuple(clauses))
    labels = [clause.label for clause in clauses]
    mean = fmean(labels)
    return Tone(entity, article, voice, tuple(clauses), mean, stdev(labels), mean - usual)


def counts_of(tone: Tone) -> Counts:
    """Negative, neutral and positive clauses."""
    negative, neutral, positive = map(tone.count, LABELS)
    return negative, neutral, positive


def measurement(tone: Tone) -> Measurement:
    """``tone`` in the form in which the other measures are placed and drawn; its basis is its clauses."""
    meant = tuple(Evidence(each.article, each.field, *each.target, NAMES[each.label]) for each in tone.clauses)
    return Measurement(MEASURE, tone.article, tone.voice, tone.mean, UNIT, len(tone.clauses), meant,
                       usual_percentile=tone.usual_percentile, interval=tone.interval)  # fmt: skip


def _placed(tone: Tone) -> Tone:
    """``tone`` with its percentile in the reference corpus and its likely range; as it is where it has no mean."""
    spread = tone_spreads().get(tone.voice)
    if tone.mean is None or spread is None:
        return tone
    percentile = percentile_of(measurement(tone))
    return replace(tone, usual_percentile=percentile, interval=tone_interval(spread, counts_of(tone)))
