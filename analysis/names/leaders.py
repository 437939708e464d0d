"""Bodies that are told through those who lead them: "the bridge bosses", "a pressure group led by Mara Teviot", the
"my crews" of a commander, the "her department" of a minister.

Who leads what is read from all articles of the event: "chairwoman of the association", "who runs the line", "led by".
Only where that leaves one body does a label stand for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.annotation.members import HEADS, MEMBERS, TO_LEAD, UNIFORMED, UNIFORMED_MEMBERS, UNITS, is_unit_of
from analysis.annotation.tree import Tree
from analysis.model import EntityKind, Naming
from analysis.names.drafts import Drafts
from analysis.names.labels import Label, Labels, Where
from analysis.names.owners import Owners

_HEADS = HEADS | {"executive"}
_BOSSES = frozenset({"boss", "baron", "chief"})
"""Several of these, and a "giant", are the body; several directors may be those of several."""
_TO_LEAD_ONE = TO_LEAD - {"found", "own"}
"""Somebody may have founded and own many bodies, but leads one."""
_MINISTERS = frozenset({"minister", "secretary"})
_MINISTRIES = frozenset({"ministry", "department"})
_ABSTRACT = frozenset({"service", "force", "campaign", "party", "movement", "network", "unit"})
"""Of these "his service" may be what he did, and "her campaign" what she does."""
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})


class _Leads(NamedTuple):
    """A person leads a body, which a label calls so."""

    person: int
    body: Label
    besides: bool
    """Is it told by a verb that somebody leads it, not by an office, and not founded or owned, as one may several?"""


def led(labels: Labels, owners: Owners, drafts: Drafts) -> dict[Naming, int]:
    """Single labels -> number of the draft of the body that they stand for."""
    book = _Book(labels, drafts)
    found: dict[Naming, int] = {}
    for label in (*labels.readable(EntityKind.GROUP), *labels.readable(EntityKind.OTHER)):
        if label.naming not in found and label.draft not in labels.named:
            body = book.by_bosses(label)
            body = book.by_owner(label, owners.of(label)) if body is None else body
            if body is not None and body != drafts.home(label.draft):
                found.update(dict.fromkeys(book.told_with(label), body))
    return found | dict(book.led_besides())


class _Book:
    """Who leads what, and what stands for it."""

    def __init__(self, labels: Labels, drafts: Drafts) -> None:
        self._labels, self._drafts = labels, drafts
        self._leads = [*_by_office(labels), *_by_verb(labels)]
        self._bodies: dict[int, set[int]] = defaultdict(set)
        for each in self._leads:
            self._bodies[drafts.home(each.person)].add(drafts.home(each.body.draft))
        self._led_by_word: dict[str, set[int]] = defaultdict(set)
        self._portfolios: dict[int, set[str]] = defaultdict(set)
        for label in labels.readable(EntityKind.PERSON):
            self._enter(label)
        self._ministries: dict[str, set[int]] = defaultdict(set)
        for label in labels.readable(EntityKind.GROUP):
            words = _words(labels, label)
            for word in words if words & _MINISTRIES else ():
                self._ministries[word].add(drafts.home(label.draft))
        self._people: dict[int, frozenset[str]] = {}
        self._nouns: dict[int, frozenset[str]] = {}

    def _enter(self, label: Label) -> None:
        """What a person's label tells of an office: the field of a boss, the portfolio of a minister."""
        words, body = _words(self._labels, label), self.body_of(label.draft)
        if words & _MINISTERS:
            self._portfolios[self._drafts.home(label.draft)] |= words - _MINISTERS - _MINISTRIES
        if words & _HEADS and body is not None:
            for word in _fields(self._labels, label):
                self._led_by_word[word].add(body)

    def told_with(self, label: Label) -> tuple[Naming, ...]:
        """All namings of a label's draft where all end in its noun ("her wardens", "the wardens"); else its own."""
        draft = label.draft
        if draft not in self._nouns:
            namings = self._labels.drafts[draft].namings
            self._nouns[draft] = frozenset(word for each in namings for word in each.label.lower().split()[-1:])
        return self._labels.drafts[draft].namings if len(self._nouns[draft]) == 1 else (label.naming,)

    def body_of(self, person: int) -> int | None:
        """The one body that somebody leads: the only one with a name, or the only one."""
        bodies = self._bodies.get(self._drafts.home(person), set())
        named = {body for body in bodies if self._drafts.is_named(body)} or bodies
        return next(iter(named)) if len(named) == 1 else None

    def led_besides(self) -> Iterator[tuple[Naming, int]]:
        """ "A pressure group led by Mara Teviot" is the one body with a name that she leads."""
        for each in self._leads:
            body = self.body_of(each.person)
            plain = not self._drafts.is_named(each.body.draft)
            if each.besides and plain and body is not None and self._drafts.is_named(body):
                yield each.body.naming, body

    def by_bosses(self, label: Label) -> int | None:
        """ "The bridge bosses", where only one body has a "bridge boss" or a "chief executive of the bridge"."""
        token = self._labels.fields[label.where].tokens[label.head]
        bosses = token.lemma in _BOSSES and token.tag in ("NNS", "NNPS")
        if not bosses and token.text.lower() != "giant":
            return None
        told = _words(self._labels, label) - {token.lemma}
        return _only(self._led_by_word.get(word, set()) for word in told)

    def by_owner(self, label: Label, owner: int | None) -> int | None:
        """ "My crews", "her department": the body that the owner leads."""
        if owner is None or self._labels.drafts[owner].kind is not EntityKind.PERSON:
            return None
        lemma = self._labels.lemma(label)
        if lemma in _MINISTRIES:
            portfolio = self._portfolios.get(self._drafts.home(owner), set())
            return _only(self._ministries.get(word, set()) for word in portfolio)
        body, bare = self.body_of(owner), _words(self._labels, label) == {lemma}
        return body if body is not None and bare and lemma in self._people_of(body) else None

    def _people_of(self, body: int) -> frozenset[str]:
        """What those may be called who act for a body, and what it may be called itself: crews and officers are those
        of a service, and a union is no firm."""
        if body not in self._people:
            words = {word for naming in self._drafts[body].namings for word in naming.label.lower().split()}
            units = {unit for unit in UNITS - _ABSTRACT if is_unit_of(unit, words)}
            self._people[body] = UNIFORMED_MEMBERS | {"patrol"} if words & UNIFORMED else MEMBERS | units
        return self._people[body]


def _only(bodies: Iterable[set[int]]) -> int | None:
    found = set().union(*bodies)
    return found.pop() if len(found) == 1 else None


def _by_office(labels: Labels) -> Iterator[_Leads]:
    """ "Chairwoman of the association"."""
    for label in labels.readable(EntityKind.PERSON):
        tree = labels.trees[label.where]
        for at in range(label.first, label.last):
            of = tree.child(at, "prep") if tree.tokens[at].lemma.lower() in _HEADS else None
            body = None if of is None else labels.at(label.where, tree.child(of, "pobj"))
            if body is not None and _is_body(labels, body):
                yield _Leads(label.draft, body, False)


def _by_verb(labels: Labels) -> Iterator[_Leads]:
    """ "Who runs the line", "led by Mara Teviot"."""
    for where, tree in labels.trees.items():
        for verb, token in enumerate(tree.tokens):
            if token.pos == "VERB" and token.lemma in TO_LEAD and labels.is_readable(where, verb):
                leader, what = _leader(labels, where, tree, verb)
                body = labels.at(where, what)
                if leader is None or body is None or labels.kind(leader) is not EntityKind.PERSON:
                    continue
                if _is_body(labels, body):
                    yield _Leads(leader.draft, body, token.lemma in _TO_LEAD_ONE)


def _leader(labels: Labels, where: Where, tree: Tree, verb: int) -> tuple[Label | None, int | None]:
    """Who leads, and the place of what is led."""
    token, by = tree.tokens[verb], tree.child(verb, "agent")
    if by is not None:
        return labels.at(where, tree.child(by, "pobj")), token.head if token.dep == "acl" else None
    leader = labels.at(where, tree.child(verb, "nsubj"))
    if leader is None and token.dep == "relcl":
        leader = labels.at(where, token.head)
    return leader, tree.child(verb, "dobj")


def _is_body(labels: Labels, label: Label) -> bool:
    return not label.is_pronoun and labels.kind(label) is EntityKind.GROUP


def _words(labels: Labels, label: Label) -> frozenset[str]:
    """The content words of a label in the singular, lower-case."""
    tokens = labels.fields[label.where].tokens[label.first : label.last]
    return frozenset(token.lemma.lower() for token in tokens if token.pos in _CONTENT)


def _fields(labels: Labels, label: Label) -> frozenset[str]:
    """What somebody is the boss of, by a common noun."""
    tokens = labels.fields[label.where].tokens[label.first : label.last]
    common = (token for token in tokens if token.pos == "NOUN" or (token.pos == "PROPN" and token.text.islower()))
    return frozenset(token.lemma.lower() for token in common) - _HEADS
