"""The entities of an event while labels are moved between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.model import AnnotatedArticle, Entity, MentionForm, Naming


def in_order(event: Sequence[AnnotatedArticle], namings: Iterable[Naming]) -> tuple[Naming, ...]:
    """``namings`` article by article, the title's first, as they stand in the text."""
    places = {article.id: number for number, article in enumerate(event)}
    return tuple(sorted(namings, key=lambda each: (places[each.article], each.field != "title", each.start)))


def is_named(draft: Entity) -> bool:
    """Has it a name, and not only descriptions?"""
    return any(naming.form is MentionForm.NAME for naming in draft.namings)


class Drafts:
    """Entities by number; of two that are joined one keeps all namings, and the other's number leads to it."""

    def __init__(self, event: Sequence[AnnotatedArticle], drafts: Sequence[Entity]) -> None:
        self._event = event
        self._drafts = list(drafts)
        self._homes = list(range(len(self._drafts)))
        self._named = list(map(is_named, self._drafts))

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._drafts)

    def __getitem__(self, number: int) -> Entity:
        return self._drafts[self.home(number)]

    def is_named(self, number: int) -> bool:
        """Has the draft that ``number`` leads to a name?"""
        return self._named[self.home(number)]

    def home(self, number: int) -> int:
        """The number of the draft that has the namings of ``number`` by now."""
        while self._homes[number] != number:
            number = self._homes[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Put the namings of the second draft into the first, or the other way round where only the second has a name.
        Two that both have names, or one of which has no namings left, stay as they are."""
        one, other = self.home(one), self.home(other)
        kept, lost = self._drafts[one], self._drafts[other]
        if one == other or not kept.namings or not lost.namings or (self._named[one] and self._named[other]):
            return
        if self._named[other]:
            one, other, kept, lost = other, one, lost, kept
        self._drafts[one] = replace(kept, namings=in_order(self._event, (*kept.namings, *lost.namings)))
        self._drafts[other] = replace(lost, namings=())
        self._homes[other] = one

    def move(self, moves: Mapping[Naming, int | None], new: Mapping[Naming, int] | None = None) -> None:
        """Take single namings to other drafts (by number; None: out of all), and add those that no draft has yet."""
        come: dict[int, list[Naming]] = defaultdict(list)
        for naming, target in (*moves.items(), *(new or {}).items()):
            if target is not None:
                come[self.home(target)].append(naming)
        for number, draft in enumerate(self._drafts if moves or come else ()):
            left = [each for each in draft.namings if each not in moves]
            if len(left) < len(draft.namings) or number in come:
                self._drafts[number] = replace(draft, namings=in_order(self._event, (*left, *come[number])))
                self._named[number] = is_named(self._drafts[number])
