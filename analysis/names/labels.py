"""Where the namings of an event stand in the parse of its articles."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from analysis.annotation.tree import Tree, head_of
from analysis.model import AnnotatedArticle, AnnotatedField, Entity, EntityKind, FieldName, MentionForm, Naming
from analysis.names.drafts import is_named

_LONGEST_SENTENCE = 300
"""Tokens; a longer "sentence" is a table or a list."""

Where = tuple[str, FieldName]
"""Id of an article and the name of one of its fields."""


class Label(NamedTuple):
    """A naming with the number of its draft, its tokens ``first`` to ``last`` (exclusive), and the one of them that
    hangs on a word outside."""

    draft: int
    naming: Naming
    first: int
    last: int
    head: int

    @property
    def where(self) -> Where:
        return self.naming.article, self.naming.field

    @property
    def is_pronoun(self) -> bool:
        return self.naming.form is MentionForm.PRONOUN


class Labels:
    """All namings of ``drafts``, and the parsed fields that they stand in."""

    def __init__(self, event: Sequence[AnnotatedArticle], drafts: Sequence[Entity]) -> None:
        self.drafts = drafts
        self.named = frozenset(number for number, draft in enumerate(drafts) if is_named(draft))
        """Numbers of the drafts that have a name."""
        self.fields: dict[Where, AnnotatedField] = {
            (article.id, field.name): field for article in event for field in article.fields()
        }
        self._starts = {where: [token.start for token in field.tokens] for where, field in self.fields.items()}
        found = (self._label(number, naming) for number, draft in enumerate(drafts) for naming in draft.namings)
        self.all = tuple(each for each in found if each is not None)
        self._at = {(*each.where, each.head): each for each in reversed(self.all)}

    @cached_property
    def trees(self) -> dict[Where, Tree]:
        return {where: Tree(field.tokens) for where, field in self.fields.items()}

    @cached_property
    def _long(self) -> dict[Where, frozenset[int]]:
        """The sentences of each field that are too long to be read."""
        counts = {where: Counter(token.sentence for token in field.tokens) for where, field in self.fields.items()}
        return {
            where: frozenset(sentence for sentence, length in lengths.items() if length > _LONGEST_SENTENCE)
            for where, lengths in counts.items()
        }

    def is_readable(self, where: Where, token: int) -> bool:
        """Does the token stand in a sentence, and not in a table or list?"""
        return self.fields[where].tokens[token].sentence not in self._long[where]

    def readable(self, kind: EntityKind) -> list[Label]:
        """Namings of actors of one kind that are no pronouns, in sentences that can be read."""
        return [each for each in self.told() if self.kind(each) is kind and self.is_readable(each.where, each.head)]

    def told(self) -> list[Label]:
        """Those that are no pronouns."""
        return [each for each in self.all if not each.is_pronoun]

    def at(self, where: Where, token: int | None) -> Label | None:
        """The naming whose head is the token with this index, pronouns included."""
        return None if token is None else self._at.get((*where, token))

    def holding(self, where: Where, start: int) -> int:
        """The index of the token that begins at ``start`` of a field, or of the first one behind."""
        return bisect_left(self._starts[where], start)

    def kind(self, label: Label) -> EntityKind:
        return self.drafts[label.draft].kind

    def lemma(self, label: Label) -> str:
        """The head of a label in the singular, lower-case."""
        return self.fields[label.where].tokens[label.head].lemma.lower()

    def _label(self, number: int, naming: Naming) -> Label | None:
        where = naming.article, naming.field
        if where not in self._starts:
            return None
        first, last = self.holding(where, naming.start), self.holding(where, naming.end)
        head = head_of(self.fields[where].tokens, range(first, last))
        return None if head is None else Label(number, naming, first, last, head)
