"""Whether an entity that the names of the story take for a person or group is spoken of as one: no ship, no place.

A ship or a building has an article before its name ("the Morning Star"), which a person's name has not, and is named
as a thing; a place stands behind words of place ("on the Sand Bank"). Most mentions must say so: one is often a slip of
the parser.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from analysis.model import AnnotatedField, Entity, EntityKind, FieldName, MentionForm, Naming

Fields = Mapping[tuple[str, FieldName], AnnotatedField]
"""Article and name of the field -> the field."""

_FEWEST_PLACES, _FEWEST_THINGS = 4, 2
"""Mentions that must say so at least: institutions too stand behind "in" at times."""
_THINGS = frozenset({"WORK_OF_ART", "EVENT", "PRODUCT", "FAC", "LOC", "LAW"})
_WHERE = frozenset({
    "in", "on", "at", "near", "over", "across", "off", "along", "around", "into", "onto", "above", "below", "beneath",
    "under", "through", "toward", "towards", "outside", "inside", "within", "throughout", "beyond",
})  # fmt: skip


def is_actor(entity: Entity, fields: Fields) -> bool:
    """Whether ``entity`` is a person or a group, and spoken of as one in ``fields``."""
    if entity.kind not in (EntityKind.PERSON, EntityKind.GROUP):
        return False
    told = [naming for naming in entity.namings if naming.form is not MentionForm.PRONOUN]
    names = [naming for naming in told if naming.form is MentionForm.NAME]
    places, things = (sum(is_so(each, fields) for each in of) for is_so, of in ((_is_where, told), (_is_thing, names)))
    is_place = places >= _FEWEST_PLACES and 2 * places > len(told)
    is_thing = things >= _FEWEST_THINGS and 2 * things > len(names)
    return not is_place and not (is_thing and entity.kind is EntityKind.PERSON)


def _is_where(naming: Naming, fields: Fields) -> bool:
    """Does it stand behind a word of place?"""
    field, places = _found(naming, fields)
    heads = {field.tokens[place].head for place in places if field.tokens[place].dep == "pobj"}
    return any(field.tokens[head].lemma in _WHERE for head in heads if head not in places)


def _is_thing(naming: Naming, fields: Fields) -> bool:
    """Is it named as a thing, and does "the" belong to the name itself, in the mention or right before it?"""
    field, places = _found(naming, fields)
    near = [field.tokens[place] for place in range(max(places.start - 1, 0), places.stop)]
    has_article = any(token.lemma == "the" and token.head in places for token in near)
    return has_article and any(token.entity in _THINGS for token in near)


def _found(naming: Naming, fields: Fields) -> tuple[AnnotatedField, range]:
    """The field of a mention, and the places of its tokens."""
    field = fields[naming.article, naming.field]
    first = bisect_left(field.tokens, naming.start, key=lambda token: token.start)
    return field, range(first, bisect_left(field.tokens, naming.end, lo=first, key=lambda token: token.start))
