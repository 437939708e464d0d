"""A noun phrase as mentions see it: what it says of the actor it stands for."""

from __future__ import annotations

from typing import NamedTuple

from analysis.model import EntityKind, MentionForm


class Phrase(NamedTuple):
    """A noun phrase, tokens ``first`` to ``last`` (exclusive), with what it tells of its actor."""

    first: int
    last: int
    head: int
    kind: EntityKind | None
    """None where a name tells nothing of its kind."""
    sure: bool
    """Is the kind certain from the phrase itself (a title, a body's noun, the table of countries)?"""
    name: tuple[str, ...]
    honorific: str
    role: str
    """The noun that describes the actor, lower-case, in the singular, or ``""``."""
    sense: str
    """What nouns share that may stand for the same actor; the role itself where the table has nothing."""
    ranks: frozenset[str]
    modifiers: frozenset[str]
    country: str
    number: str
    """How many, as written ("300"), or ``""``."""
    determiner: str
    """``the``, ``a``, ``poss`` or ``""``."""
    plural: bool
    gender: str
    form: MentionForm
    age: int = 0
    """In years, or 0."""
    owner: str = ""
    """The pronoun of "their crews", or ``""``."""
