"""Who the source of an attribution is: an entity of the story, a name, a phrase ("officials"), or nobody named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from analysis.model import AnnotatedField, Attribution, Entity, EntityKind, MentionForm, Naming, Span, Token
from analysis.speakers.around import Place
from analysis.speakers.roles import BODY, SPOKESPERSON, Roles
from analysis.speakers.unnamed import is_description, is_indefinite, is_plural

NOBODY = "nobody named"
"""The speaker of content without a source."""

_PRONOUNS_WORDS = """
    he she they it i we you who which that his her their its our my him them us me this these those one himself
    herself themselves itself whom whose what
"""
_PRONOUNS = frozenset(_PRONOUNS_WORDS.split())
_LEADING = re.compile(
    r"^(?:(?:according to|by|from|among|for|the|a|an|some|many|several|other|one|two|three|four|five|most|his|her|"
    r"their|its|our|my|these|those|few|both|all)\s+)+",
    re.I,
)
_TAIL = re.compile(
    r"\s*(?:[,;:()–—“”\"]|\b(?:who|whom|whose|which|that|in|at|near|from|on|inside|outside|across|familiar|speaking|"
    r"quoted|interviewed|contacted)\b).*$",
    re.I | re.S,
)
_COURTESY = re.compile(r"^(?:(?:the|mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof)\b\.?\s+)+", re.I)
_LONGEST = 80
"""Characters of a source phrase that are kept as a name."""

Sort = Literal["entity", "name", "phrase", "nobody"]


class Identity(NamedTuple):
    """``key`` is the same for the same speaker in all articles; ``name`` is how it is shown."""

    sort: Sort
    key: str
    name: str

    @property
    def id(self) -> str:
        return self.key if self.sort == "entity" else f"{self.sort}:{self.key}" if self.key else self.sort


_NOBODY = Identity("nobody", "", NOBODY)


class Book:
    """The entities of a story, found by place and by name, and the full names that its attributions know."""

    def __init__(self, entities: Sequence[Entity], names: Iterable[str] = ()) -> None:
        self._full = _by_last_word([*names, *(each.name for each in entities if each.kind is EntityKind.PERSON)])
        self.entities = {entity.id: entity for entity in entities}
        self._places: dict[tuple[str, str], list[tuple[int, int, str, MentionForm]]] = {}
        self._names: dict[tuple[str, str], str] = {}
        for entity in entities:
            self._names.setdefault(("", fold(entity.name)), entity.id)
            for naming in entity.namings:
                self._enter(entity, naming)
        for places in self._places.values():
            places.sort()
        self._reach = {key: max(end - start for start, end, *_ in places) for key, places in self._places.items()}

    def _enter(self, entity: Entity, naming: Naming) -> None:
        self._places.setdefault((naming.article, naming.field), []).append(
            (naming.start, naming.end, entity.id, naming.form)
        )
        if naming.form is MentionForm.NAME:
            self._names.setdefault((naming.article, fold(naming.label)), entity.id)

    def named(self, article: str, name: str) -> Entity | None:
        """The entity that bears ``name`` in an article, or as its main name in the story."""
        whole = self.full(name)
        places = ((article, fold(name)), ("", fold(name)), ("", fold(whole)))
        found = next((self._names[place] for place in places if place in self._names), None)
        return self.entities[found] if found is not None else None

    def full(self, name: str) -> str:
        """The name without title of courtesy; for a bare surname, the one full name of the story that ends with it."""
        plain = _COURTESY.sub("", name).strip() or name
        whole = self._full.get(fold(plain), [])
        return whole[0] if " " not in plain and len(whole) == 1 else plain

    def at(self, article: str, field: str, span: Span) -> list[tuple[Span, Entity, MentionForm]]:
        """The namings that overlap ``span``, in order."""
        key = (article, field)
        places = self._places.get(key, [])
        first = bisect_left(places, span.start - self._reach.get(key, 0), key=lambda place: place[0])
        last = bisect_left(places, span.end, key=lambda place: place[0])
        return [
            (Span(start, end), self.entities[entity], form)
            for start, end, entity, form in places[first:last]
            if end > span.start
        ]


    def is_only(self, name: str) -> bool:
        """Whether no other full name of the story ends with the same word."""
        return len(self._full.get(fold(name.split()[-1]) if name.split() else "", ())) == 1


def _by_last_word(names: Iterable[str]) -> dict[str, list[str]]:
    """Last word -> the different full names that end with it."""
    found: dict[str, dict[str, str]] = {}
    for name in names:
        plain = _COURTESY.sub("", name).strip()
        if " " in plain:
            found.setdefault(fold(plain.split()[-1]), {}).setdefault(fold(plain), plain)
    return {last: list(whole.values()) for last, whole in found.items()}


def fold(name: str) -> str:
    """The form in which names and phrases are compared."""
    return " ".join(re.sub(r"[’'ʼ]s?$", "", name.strip()).translate(str.maketrans("’ʼ", "''")).casefold().split())


def identify(book: Book, article: str, roles: Roles, attribution: Attribution) -> Identity:
    """Who speaks in ``attribution``: see the module."""
    if attribution.source is None and attribution.speaker is None:
        return _NOBODY
    if _is_some(roles, attribution.source):
        return _phrase(roles.field, attribution.source)
    entity = _entity(book, article, roles, attribution)
    if entity is not None:
        return Identity("entity", entity.id, entity.name)
    name = attribution.speaker if _names_source(roles, attribution) else None
    name = name or _person_in(roles, attribution.source)
    described = attribution.source is not None and is_description(_place(roles, attribution.source))
    if name is not None and fold(book.full(name)) and (not described or _is_elsewhere(roles, attribution, name)):
        return Identity("name", fold(book.full(name)), book.full(name))
    return _phrase(roles.field, attribution.source)


def _is_elsewhere(roles: Roles, attribution: Attribution, name: str) -> bool:
    """Whether a description ("the minister") was resolved to a name that stands elsewhere in the article."""
    source = attribution.source
    return source is None or name.split()[-1] not in roles.field.text[source.start : source.end].split()


def _place(roles: Roles, span: Span) -> Place:
    return Place(roles, roles.index(span.start), roles.index(span.end))


def _is_some(roles: Roles, source: Span | None) -> bool:
    """Whether a source is some of a group ("some Republicans", "two ministers"), who are not the group itself."""
    if source is None:
        return False
    tokens = roles.tokens[roles.index(source.start) : roles.index(source.end)]
    return bool(tokens) and is_indefinite(tokens[:1]) and is_plural(_head(roles, source))


def is_pronoun(text: str) -> bool:
    """Whether a source is a bare pronoun, which tells nothing about who it is."""
    return text.strip().lower() in _PRONOUNS


def _entity(book: Book, article: str, roles: Roles, attribution: Attribution) -> Entity | None:
    source, speaker = attribution.source, attribution.speaker
    found = book.at(article, roles.field.name, source) if source is not None else []
    if source is not None and found:
        person = _in_apposition(roles, source, found)
        if person is not None:
            return person
        head = _head(roles, source)
        covering = [each for each in found if each[0].start <= head.start < each[0].end]
        if covering:
            return max(covering, key=lambda each: each[0].end - each[0].start)[1]
    name = speaker if _names_source(roles, attribution) else _person_in(roles, source)
    named = book.named(article, name) if name is not None else None
    if named is not None or name is not None:
        return named
    if source is not None and found and _speaks_for(roles, source):
        bodies = [
            entity
            for span, entity, _ in found
            if entity.kind is not EntityKind.PERSON and not _is_where(roles, source, span)
        ]
        return bodies[0] if bodies else None
    return None


def _head(roles: Roles, span: Span) -> Token:
    """The word of a phrase that the others hang on, a noun where there are several."""
    first, last = roles.index(span.start), roles.index(span.end)
    inside = roles.tokens[first:last] or roles.tokens[max(0, first - 1) : first]
    tops = [
        token
        for index, token in enumerate(inside, first)
        if token.is_word and (token.head == index or not first <= token.head < last)
    ]
    nouns = (token for token in tops if token.pos in ("NOUN", "PROPN", "PRON", "NUM"))
    return next(nouns, tops[0] if tops else inside[-1])


def _in_apposition(
    roles: Roles, source: Span, found: Iterable[tuple[Span, Entity, MentionForm]]
) -> Entity | None:
    """The person named in "his lawyer, Jory Penn" or "Jory Penn, a lawyer"."""
    for span, entity, form in found:
        passing = _in_passing(roles, source, roles.index(span.start), roles.index(span.end))
        if entity.kind is EntityKind.PERSON and form is MentionForm.NAME and not passing:
            return entity
    return None


def _person_in(roles: Roles, source: Span | None) -> str | None:
    """The person's name of two words or more in a source that is about that person ("head nurse Ines Corval")."""
    if source is None:
        return None
    index, last = roles.index(source.start), roles.index(source.end)
    while index < last:
        end = index
        while end < last and roles.tokens[end].entity == "PERSON":
            end += 1
        run = [token for token in roles.tokens[index:end] if token.pos == "PROPN"]
        if len(run) > 1 and run[-1] is roles.tokens[end - 1] and not _in_passing(roles, source, index, end):
            return roles.field.text[run[0].start : run[-1].end]
        index = max(end, index + 1)
    return None


def _in_passing(roles: Roles, source: Span, first: int, last: int) -> bool:
    """Whether the name at the tokens ``first:last`` only belongs to who speaks: "Penn's lawyer", "a critic of Penn"."""
    tokens = roles.tokens
    while first and tokens[first - 1].pos == "PROPN" and tokens[first - 1].start >= source.start:
        first -= 1
    after = tokens[last] if last < len(tokens) and tokens[last].end <= source.end else None
    before = tokens[first - 1] if first and tokens[first - 1].start >= source.start else None
    leads = before is not None and before.start == source.start
    governed = before is not None and before.pos == "ADP" and not leads and before.text.lower() != "to"
    return governed or (after is not None and (after.pos in ("NOUN", "PROPN", "PART")))


def _speaks_for(roles: Roles, source: Span) -> bool:
    """Whether the source is a spokesperson or a post without a name of its own: it speaks for the body named."""
    role = roles.read(roles.index(source.start), roles.index(source.end))
    return role is not None and role.head.form in (SPOKESPERSON, BODY)


def _is_where(roles: Roles, source: Span, span: Span) -> bool:
    """Whether a name only tells where the body is: "the hospital in Tarn"."""
    first = roles.index(span.start)
    return span.start > source.start and roles.tokens[first - 1].text.lower() in ("in", "at", "near", "outside")


def _names_source(roles: Roles, attribution: Attribution) -> bool:
    """Whether ``speaker`` is who the source names, not somebody named in passing ("critics of Mara Teviot")."""
    source, speaker = attribution.source, attribution.speaker
    if source is None or speaker is None:
        return speaker is not None
    words = speaker.split()
    first, last = roles.index(source.start), roles.index(source.end)
    places = [index for index in range(first, last) if words and roles.tokens[index].text == words[-1]]
    if places:
        return not _in_passing(roles, source, places[0], places[0] + 1)
    head = _head(roles, source)
    return head.text.lower() in _PRONOUNS or head.text in words or roles.read(first, last) is None


def _phrase(field: AnnotatedField, source: Span | None) -> Identity:
    """A source phrase cut to what it has in common with the same source elsewhere: "some officials" are "officials"."""
    if source is None or is_pronoun(field.text[source.start : source.end]):
        return _NOBODY
    whole = field.text[source.start : min(source.end, source.start + 4 * _LONGEST)].strip()
    kept = _LEADING.sub("", whole)
    kept = _TAIL.sub("", whole if kept.lower().startswith("of ") else kept).strip() or whole
    kept = kept[:_LONGEST].strip()
    return Identity("phrase", fold(kept), kept) if fold(kept) and not is_pronoun(kept) else _NOBODY
