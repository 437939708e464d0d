"""Which entity of the story a phrase names: by the namings over its head, pronouns by the chain of their mention."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from analysis.model import AnnotatedArticle, AnnotatedField, Correction, Entity, FieldName

_LONGEST_LOOK_BACK = 20
"""Spans looked at before an offset; mentions nest a few deep, never so many."""


_NOBODY = ""
"""Stands for an entity where a reader said that nobody is meant."""


class Places:
    """Spans with a label each, to be asked which one holds an offset; the shortest wins."""

    def __init__(self, spans: Sequence[tuple[int, int, str]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]

    def at(self, offset: int) -> str | None:
        """The label of the shortest span over ``offset``."""
        last = bisect_right(self._starts, offset)
        near = self._spans[max(0, last - _LONGEST_LOOK_BACK) : last]
        over = [(end - start, label) for start, end, label in near if end > offset]
        return min(over)[1] if over else None


class Links:
    """Entities of an event by place. A mention that is no naming (a pronoun) goes by the others of its chain, unless
    one of ``corrections`` says that it stands for nobody."""

    def __init__(
        self, event: Sequence[AnnotatedArticle], entities: Sequence[Entity], corrections: Iterable[Correction] = ()
    ) -> None:
        named: dict[tuple[str, FieldName], list[tuple[int, int, str]]] = defaultdict(list)
        for entity in entities:
            for naming in entity.namings:
                named[naming.article, naming.field].append((naming.start, naming.end, entity.id))
        for place in _nobody(corrections):
            named[place.article, place.field].append((place.start, place.end, _NOBODY))
        self._places = {
            (article.id, field.name): _with_chains(article, field, named)
            for article in event
            for field in article.fields()
        }

    def at(self, article: str, field: FieldName, offset: int) -> str | None:
        """The id of the entity that the word at ``offset`` names or stands for, or None."""
        named, chained = self._places[article, field]
        found = named.at(offset)
        return (chained.at(offset) if found is None else found) or None


def _nobody(corrections: Iterable[Correction]) -> list[Correction]:
    """Those links that stand last at their place, and say that nobody is meant there."""
    last = {(each.article, each.field, each.start, each.end): each for each in corrections if each.kind == "link"}
    return [each for each in last.values() if not each.entity]


def _with_chains(
    article: AnnotatedArticle, field: AnnotatedField, named: dict[tuple[str, FieldName], list[tuple[int, int, str]]]
) -> tuple[Places, Places]:
    chains = _chains(article, named)
    mentions = [(each.start, each.end, chains[each.chain]) for each in field.mentions if each.chain in chains]
    return Places(named[article.id, field.name]), Places(mentions)


def _chains(
    article: AnnotatedArticle, named: dict[tuple[str, FieldName], list[tuple[int, int, str]]]
) -> dict[int, str]:
    """Chain of the article -> the entity that most of its mentions are namings of."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for field in article.fields():
        spans = {(start, end): entity for start, end, entity in named[article.id, field.name]}
        for mention in field.mentions:
            entity = spans.get((mention.start, mention.end))
            if entity:
                votes[mention.chain][entity] += 1
    return {chain: min(count.items(), key=lambda item: (-item[1], item[0]))[0] for chain, count in votes.items()}
