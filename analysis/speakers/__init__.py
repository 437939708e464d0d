"""Who is heard in a story: in which articles, at what length, where first, and how introduced.

A speaker is an entity of the story where the source names one; else a name that only the attribution knows; else the
source phrase without its determiner ("officials", "residents"); else ``nobody named``, one for the story. Words of
attributed content count once, for the outermost source. In what capacity somebody is heard (official, politician,
expert, business, witness, campaigner, outlet or agency, document, unnamed) is read from the words around the name, in
any article of the story, by our list of roles; where nothing tells, none is given.

A reporting word is shown with the adverbs beside it that tell how it was said ("grudgingly admitted").

Formula: words given to a speaker, divided by all quoted and reported words of the article.

Limits: the figures rest on the annotator's attributions, which miss some and resolve some sources wrongly; its recall
stands below. Official and elite speakers dominate the news by default (Gans 1979).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.model import (
    AnnotatedArticle,
    AnnotatedField,
    Attribution,
    Entity,
    EntityKind,
    Evidence,
    FieldName,
    MentionForm,
    Span,
    Speaker,
    SpeakerKind,
    Speech,
)
from analysis.speakers.around import Place
from analysis.speakers.counting import cue, evidence, shares, word_count
from analysis.speakers.identity import NOBODY, Book, Identity, identify, is_pronoun
from analysis.speakers.kinds import kind_of_named
from analysis.speakers.roles import Roles
from analysis.speakers.unnamed import is_description, is_plural, kind_of_unnamed

__all__ = ["NOBODY", "speakers"]

_Fields = dict[tuple[str, FieldName], Roles]
_Index = dict[str, list[Place]]
_SORTS = {"PERSON": EntityKind.PERSON, "ORG": EntityKind.GROUP, "GPE": EntityKind.COUNTRY}

_MOST_PLACES = 400
"""Places from which the kind of one speaker is read, at most."""


@dataclass
class _Part:
    """What one speaker is given in one article, while it is gathered."""

    words: int = 0
    position: float = 1.0
    cues: list[Evidence] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


@dataclass
class _Heard:
    """One speaker, while it is gathered: parts by article, and the sources that name it."""

    identity: Identity
    parts: dict[str, _Part] = field(default_factory=dict)
    sources: list[Place] = field(default_factory=list)


def speakers(event: Sequence[AnnotatedArticle], entities: Sequence[Entity]) -> tuple[Speaker, ...]:
    """Everybody heard in ``event``, those with most attributed words first (then by name).

    ``words`` counts each attributed word once, title included; ``share`` is of all attributed words of the article;
    ``position`` is 0 for words in the title. One Speech an article, in the order of ``event``.
    """
    book = Book(entities, (each.speaker for article in event for one in article.fields() for each in one.attributions
                           if each.speaker is not None))
    roles: _Fields = {(article.id, each.name): Roles(each) for article in event for each in article.fields()}
    heard: dict[str, _Heard] = {}
    for article in event:
        for each in article.fields():
            _hear(article, each, book, roles[article.id, each.name], heard)
    totals = {article.id: sum(each.parts[article.id].words for each in heard.values() if article.id in each.parts)
              for article in event}
    index = _occurrences(roles)
    found = [_speaker(each, totals, book, roles, index, event) for each in heard.values()]
    return tuple(sorted(found, key=lambda each: (-sum(speech.words for speech in each.speeches), each.name, each.id)))


def _hear(
    article: AnnotatedArticle, annotated: AnnotatedField, book: Book, roles: Roles, heard: dict[str, _Heard]
) -> None:
    """Enter what the attributions of one field give to whom."""
    for share in shares(annotated):
        identity = identify(book, article.id, roles, share.attribution)
        each = heard.setdefault(identity.id, _Heard(identity))
        part = each.parts.setdefault(article.id, _Part())
        part.words += word_count(annotated, share)
        part.position = min(part.position, _position(annotated, annotated.tokens[share.tokens[0]].start))
        part.evidence += evidence(article.id, annotated, share)
        introduced = cue(article.id, annotated, share.attribution)
        part.cues += [introduced] if introduced is not None else []
        each.sources += _source(annotated, roles, share.attribution)


def _position(annotated: AnnotatedField, start: int) -> float:
    return start / len(annotated.text) if annotated.name == "text" and annotated.text else 0.0


def _source(annotated: AnnotatedField, roles: Roles, attribution: Attribution) -> Iterator[Place]:
    source = attribution.source
    if source is not None and not is_pronoun(annotated.text[source.start : source.end]):
        place = _place(roles, source)
        if place.first < place.last:
            yield place


def _place(roles: Roles, span: Span) -> Place:
    return Place(roles, roles.index(span.start), roles.index(span.end))


def _speaker(
    heard: _Heard,
    totals: dict[str, int],
    book: Book,
    roles: _Fields,
    index: _Index,
    event: Sequence[AnnotatedArticle],
) -> Speaker:
    identity = heard.identity
    speeches = tuple(
        _speech(article.id, heard.parts[article.id], totals[article.id])
        for article in event
        if article.id in heard.parts
    )
    entity = book.entities[identity.key] if identity.sort == "entity" else None
    kind = _kind(heard, entity, book, roles, index)
    return Speaker(identity.id, identity.name, kind, entity.id if entity is not None else None, speeches)


def _speech(article: str, part: _Part, total: int) -> Speech:
    share = part.words / total if total else None
    cues = tuple(dict.fromkeys(part.cues))
    return Speech(article, part.words, share, part.position, cues, tuple(part.evidence))


def _kind(
    heard: _Heard, entity: Entity | None, book: Book, roles: _Fields, index: _Index
) -> SpeakerKind | None:
    identity = heard.identity
    if identity.sort == "nobody":
        return SpeakerKind.UNNAMED
    if entity is not None:
        named = any(naming.form is MentionForm.NAME for naming in entity.namings)
        places = [*_namings(entity, roles), *heard.sources]
        if not named or _are_described(entity, roles):
            return kind_of_unnamed(places[:_MOST_PLACES])
        last = entity.name.split()[-1] if entity.kind is EntityKind.PERSON and book.is_only(entity.name) else ""
        return kind_of_named(entity.name, entity.kind, [*places, *index.get(last, ())][:_MOST_PLACES])
    name = identity.name if identity.sort == "name" else _leading_name(heard.sources)
    if name is None:
        return kind_of_unnamed(heard.sources[:_MOST_PLACES])
    places = [*heard.sources, *index.get(name.split()[-1] if name.split() else "", ())]
    return kind_of_named(name, _sort_of(places), places[:_MOST_PLACES])


def _are_described(entity: Entity, roles: _Fields) -> bool:
    """Whether every naming only says what the entity is, capitalised or not."""
    return all(map(is_description, _namings(entity, roles)))


def _leading_name(sources: Sequence[Place]) -> str | None:
    """The name that a source phrase is or begins with ("Jory Penn, a lawyer at ..."); None for a description."""
    for roles, first, last in sources:
        end = first
        while end < last and roles.tokens[end].pos == "PROPN":
            end += 1
        person = roles.tokens[first].entity == "PERSON"
        closed = end == last or roles.tokens[end].text in ",(" or (person and roles.tokens[end].pos == "ADP")
        if end > first and closed and not is_plural(roles.tokens[end - 1]):
            return " ".join(token.text for token in roles.tokens[first:end])
    return None


def _sort_of(places: Sequence[Place]) -> EntityKind | None:
    """Person, group or country, as the tagger has it most often."""
    tags = (place.roles.tokens[place.last - 1].entity for place in places)
    sorts = Counter(_SORTS[tag] for tag in tags if tag in _SORTS)
    return max(sorts, key=lambda sort: sorts[sort]) if sorts else None


def _namings(entity: Entity, roles: _Fields) -> Iterator[Place]:
    for naming in entity.namings:
        found = roles.get((naming.article, naming.field))
        if found is not None and naming.form is not MentionForm.PRONOUN:
            place = _place(found, Span(naming.start, naming.end))
            if place.first < place.last:
                yield place


def _occurrences(roles: _Fields) -> dict[str, list[Place]]:
    """Where each word stands as (part of) a name."""
    found: dict[str, list[Place]] = {}
    for each in roles.values():
        for index, token in enumerate(each.tokens):
            if token.pos == "PROPN":
                found.setdefault(token.text, []).append(Place(each, index, index + 1))
    return found
