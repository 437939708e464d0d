"""Whose somebody is: the "his" of "his lads", the speaker of "my crews".

What two groups that belong to one person are said to have done is said of the same people: "his lads did not fire
first" and "his crews did not fire first".
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.model import Attribution, EntityKind, MentionForm
from analysis.names.labels import Label, Labels, Where
from analysis.names.predicates import Clause

_OF_SPEAKER = "my"
"""Whose "our" is, a speaker seldom tells."""
_SAYS_LITTLE = frozenset({"be", "have", "do", "say", "get", "go", "make", "take", "want", "need", "know", "think"})
"""Verbs that two groups of one person may well share."""


class Owners:
    """The person whose group or body a label calls it."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._names = {draft.name: number for number, draft in enumerate(labels.drafts) if number in labels.named}
        self._direct: dict[Where, list[tuple[int, int, Attribution]]] = {
            where: sorted(
                ((span.start, span.end, each) for each in field.attributions if each.direct for span in each.content),
                key=lambda each: each[:2],
            )
            for where, field in labels.fields.items()
        }

    def of(self, label: Label) -> int | None:
        """The number of the draft of the owner, where the label begins with a possessive pronoun that is resolved."""
        token = self._labels.fields[label.where].tokens[label.first]
        if token.text.lower() == _OF_SPEAKER:
            return self._speaker(label)
        owner = self._labels.at(label.where, label.first)
        return owner.draft if owner is not None and owner.is_pronoun and token.dep == "poss" else None

    def _speaker(self, label: Label) -> int | None:
        said = self._direct[label.where]
        place = bisect_right(said, label.naming.start, key=lambda each: each[0]) - 1
        if place < 0 or said[place][1] < label.naming.end:
            return None
        source, speaker = said[place][2].source, said[place][2].speaker
        if speaker in self._names:
            return self._names[speaker]
        told = None if source is None else self._labels.at(label.where, self._labels.holding(label.where, source.start))
        return None if told is None else told.draft


def same_owned(labels: Labels, owners: Owners, done: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Pairs of drafts (by number) of groups of one person that are said to have done one thing, in two articles."""
    by_deed: dict[tuple[int, str, bool], list[Label]] = defaultdict(list)
    for clause in done:
        label = clause.doer
        if not label.is_pronoun and label.naming.form is MentionForm.LABEL and clause.verb not in _SAYS_LITTLE:
            owner = owners.of(label) if labels.kind(label) is EntityKind.GROUP else None
            if owner is not None:
                by_deed[owner, clause.verb, clause.negated].append(label)
    for alike in by_deed.values():
        first, *others = sorted(alike, key=lambda each: (-len(labels.drafts[each.draft].namings), each.draft))
        yield from ((first.draft, each.draft) for each in others if each.where[0] != first.where[0])
