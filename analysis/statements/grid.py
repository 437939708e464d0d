"""The order of the statements, the sentences that stand for them, and the articles that came too early for one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import lru_cache

from analysis import lexicons
from analysis.model import AnnotatedArticle, CopiedPassage, Evidence, Voice
from analysis.statements.cells import Background, Draft, Place, centrality, place_of, span_of

_LENGTH = 0.006
"""What each word takes from a sentence's claim to stand for its statement."""
_HEADLINE = 0.1
"""What a headline is set back against a sentence of a text."""
_SHARED, _TAKEN = 0.05, 2.0
"""What a sentence is set back that stands in another statement too, and one that already stands for another."""
_JUDGING = 0.06
"""What loaded words that are not quoted take: what stands for a statement should not take sides."""
_START = 120
"""Characters of a sentence in which it shows whether it can be understood alone."""
_POINTING, _DATELINE = 0.25, 0.15
"""What a sentence is set back that points to one before it, and one with the agency's place and name at its start."""
_POINTERS = re.compile(
    r"[\W_]*(?:he|she|it|they|we|i|you|his|her|its|their|our|my|this|that|these|those|there|here|such|both|but|and|or|so"
    r"|yet|then|also|however|meanwhile|moreover|instead|later|the (?:former|latter|same|other|two))\b",
    re.IGNORECASE,
)
_DATELINES = re.compile(r"(?:[A-Z][A-Z.'’ -]{2,40}[^—–\n]{0,60}|[^\n]{0,30}\([A-Z]\w{1,20}\) ?)(?:—|–|--|-)\s")


def ordered(
    drafts: Sequence[Draft], event: Sequence[AnnotatedArticle], copies: Sequence[CopiedPassage]
) -> list[Draft]:
    """The statements that most outlets carry first, then those told nearest to the start of the articles.

    An outlet counts once, however many of its articles carry a statement; so do all outlets whose only cells stand in
    one copied passage.
    """
    carriers = _carrier_of(event, copies)
    lengths = {article.id: max(1, len(article.text.text)) for article in event}
    places = {article.id: number for number, article in enumerate(event)}

    def rank(draft: Draft) -> tuple[int, int, float, int, int]:
        count = len({carriers(cell.article, cell.start if cell.copied else None) for cell in draft.cells})
        first: dict[str, float] = {}
        for cell in draft.cells:
            position = 0.0 if cell.field == "title" else cell.start / lengths[cell.article]
            first[cell.article] = min(position, first.get(cell.article, 1.0))
        top = draft.cells[0]
        return -count, -len(first), sum(first.values()) / len(first), places[top.article], top.start

    return sorted(drafts, key=rank)


def _carrier_of(
    event: Sequence[AnnotatedArticle], copies: Sequence[CopiedPassage]
) -> Callable[[str, int | None], tuple[str, str]]:
    """Tells who is counted for a cell: its outlet, or the copied passage in which it starts."""
    outlets = {
        each.id: ("outlet", each.article.outlet) if each.article.outlet else ("article", each.id) for each in event
    }
    stretches: dict[str, list[tuple[int, int, str]]] = {}
    for number, passage in enumerate(copies):
        for place in passage.places:
            if place.field == "text":
                stretches.setdefault(place.article, []).append((place.start, place.end, str(number)))

    def carrier(article: str, copied_at: int | None) -> tuple[str, str]:
        if copied_at is not None:
            for start, end, number in stretches.get(article, ()):
                if start <= copied_at < end:
                    return "copy", number
        return outlets[article]

    return carrier


def gists(known: Background, drafts: Sequence[Draft]) -> list[Evidence]:
    """For each statement the sentence that stands for it, in order; no sentence stands for two, where others are
    there."""
    told = Counter(place for draft in drafts for place in _places(known, draft))
    taken, judging = Counter[Place](), _judging(known.event)
    found = []
    for draft in drafts:
        best = max(draft.members, key=lambda unit: _claim(known, draft, unit, told, taken, judging))
        unit = known.units.units[best]
        taken[place_of(unit)] += 1
        span = span_of(known, unit)
        found.append(Evidence(known.event[unit.article].id, unit.field, span.start, span.end, "gist"))
    return found


def _places(known: Background, draft: Draft) -> set[Place]:
    return {place_of(known.units.units[unit]) for unit in draft.members}


def _judging(event: Sequence[AnnotatedArticle]) -> Counter[Place]:
    """Loaded words that are not quoted, by sentence."""
    loaded = lexicons.load("loaded_words")
    return Counter(
        (number, field.name, bisect_right(field.sentences, match.start, key=lambda each: each.start) - 1)
        for number, article in enumerate(event)
        for field in article.fields()
        for match in loaded.matches(field)
        if match.voice is not Voice.QUOTED
    )


def _claim(
    known: Background, draft: Draft, place: int, told: Mapping[Place, int], taken: Mapping[Place, int],
    judging: Mapping[Place, int],
) -> float:
    """A sentence stands for its statement that is most like the others; short ones, those of the texts, those that can
    be understood alone, that tell nothing else and that do not judge are preferred."""
    unit = known.units.units[place]
    words, start = len(unit.whole.split()), unit.whole[:_START]
    unclear = _POINTING * bool(_POINTERS.match(start)) + _DATELINE * bool(_DATELINES.match(start))
    headline = _HEADLINE * (unit.field == "title")
    shared = _SHARED * (told[place_of(unit)] > 1) + _TAKEN * taken[place_of(unit)]
    judges = _JUDGING * (judging[place_of(unit)] > 0)
    return centrality(known, place, draft.members) - _LENGTH * words - headline - unclear - shared - judges


def early(event: Sequence[AnnotatedArticle], draft: Draft) -> tuple[str, ...]:
    """The articles without a cell that were published before all that carry the statement.

    Empty where the date of a carrier is not known. A date without a time counts as its last moment, for a carrier as
    its first.
    """
    carried = {cell.article for cell in draft.cells}
    firsts = [_moment(article.article.published, time.min) for article in event if article.id in carried]
    if not firsts or None in firsts:
        return ()
    first = min(moment for moment in firsts if moment is not None)
    others = ((each.id, _moment(each.article.published, time.max)) for each in event if each.id not in carried)
    return tuple(identifier for identifier, moment in others if moment is not None and moment < first)


@lru_cache(maxsize=1_000)
def _moment(published: str | None, without_time: time) -> datetime | None:
    """A date or date-time, in UTC where it names no zone; None where it is missing or cannot be read."""
    try:
        if not published:
            return None
        if len(published) <= len("2025-10-15"):
            return datetime.combine(date.fromisoformat(published), without_time, UTC)
        moment = datetime.fromisoformat(published)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
