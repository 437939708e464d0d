"""All mentions of people, groups, countries and recurring matters in one article, tied together into chains.

Rules over capitals, titles, apposition and parse, in the manner of sieves from sure to unsure (Raghunathan et al.
2010, "A Multi-Pass Sieve for Coreference Resolution"): the entity marks of the small language model are a hint only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from analysis.annotation.capitals import known_in
from analysis.annotation.chains import linked
from analysis.annotation.continued import going_on
from analysis.annotation.links import Links, Place
from analysis.annotation.noun_phrases import phrases_of
from analysis.annotation.phrase import Phrase
from analysis.annotation.pronouns import pronouns_of
from analysis.annotation.relative_clauses import label_end
from analysis.annotation.vocabulary import HONORIFICS, country
from analysis.model import AnnotatedField, Chain, EntityKind, Mention, MentionForm

_LONGEST_NAME = 90
"""Characters of a chain's name, at most."""


def mentions_of(fields: Sequence[AnnotatedField]) -> tuple[tuple[Chain, ...], tuple[tuple[Mention, ...], ...]]:
    """The chains of one article, and for each of its ``fields`` the mentions in text order.

    Chains are numbered in the order of their first mention, the text before the title.
    """
    order = sorted(range(len(fields)), key=lambda number: fields[number].name == "title")
    known = known_in(each.tokens for each in fields)
    places = [
        Place(int(fields[number].name == "title"), fields[number].tokens, phrase)
        for number in order
        for phrase in phrases_of(fields[number].tokens, known)
    ]
    links = linked(places, going_on(places, {int(each.name == "title"): each for each in fields}))
    found: dict[int, list[Mention]] = {0: [], 1: []}
    for number, place in enumerate(places):
        found[place.field].extend(_split(place, links.chain[number]))
    for place, chain in pronouns_of(links, {int(each.name == "title"): each for each in fields}):
        first = place.phrase.first
        end = label_end(place.tokens, first)
        form = MentionForm.PRONOUN if end is None else MentionForm.LABEL
        last = place.tokens[first if end is None else end - 1]
        found[place.field].append(Mention(place.tokens[first].start, last.end, chain, form))
    return _kept(links, fields, found)


def _split(place: Place, chain: int) -> Iterator[Mention]:
    """The mention, or two: "union boss Mara Teviot" is a label and a name; "President Teviot" stays whole."""
    phrase, tokens = place.phrase, place.tokens
    last = tokens[phrase.last - 1].end
    name = phrase.head + 1 - len(phrase.name)
    while name > phrase.first and _is_address(tokens[name - 1].text):
        name -= 1
    before = name
    while before > phrase.first and not tokens[before - 1].is_word:
        before -= 1
    apart = phrase.role and phrase.kind is EntityKind.PERSON and phrase.name and before > phrase.first
    if apart and (phrase.form is MentionForm.LABEL or len(phrase.name) > 1):
        yield Mention(tokens[phrase.first].start, tokens[before - 1].end, chain, MentionForm.LABEL)
        yield Mention(tokens[name].start, last, chain, MentionForm.NAME)
    else:
        yield Mention(tokens[phrase.first].start, last, chain, phrase.form)


def _is_address(word: str) -> bool:
    return word[:1].isupper() and word.lower().rstrip(".") in HONORIFICS


def _kept(
    links: Links, fields: Sequence[AnnotatedField], found: dict[int, list[Mention]]
) -> tuple[tuple[Chain, ...], tuple[tuple[Mention, ...], ...]]:
    first: dict[int, int] = {}
    for mention in (*sorted(found[0]), *sorted(found[1])):
        first.setdefault(mention.chain, len(first))
    names = _names(links, fields)
    chains = tuple(Chain(names[old], links.profiles[old].kind) for old in first)
    mentions = tuple(
        tuple(mention._replace(chain=first[mention.chain]) for mention in sorted(found[int(each.name == "title")]))
        for each in fields
    )
    return chains, mentions


def _names(links: Links, fields: Sequence[AnnotatedField]) -> dict[int, str]:
    """Each chain's most frequent full name, or its most frequent label."""
    text_of = {int(each.name == "title"): each.text for each in fields}
    counts: dict[int, Counter[str]] = {}
    full: dict[int, Counter[tuple[int, str]]] = {}
    for number, place in enumerate(links.places):
        chain, phrase = links.chain[number], place.phrase
        if phrase.name:
            name = _as_written(place, text_of[place.field])
            full.setdefault(chain, Counter())[_weight(phrase, links.profiles[chain].kind), name] += 1
        start, end = place.tokens[phrase.first].start, place.tokens[phrase.last - 1].end
        counts.setdefault(chain, Counter())[" ".join(text_of[place.field][start:end].split())] += 1
    return {
        chain: (_usual(full[chain]) if chain in full else labels.most_common(1)[0][0])[:_LONGEST_NAME]
        for chain, labels in counts.items()
    }


def _as_written(place: Place, text: str) -> str:
    """The name without title and article; a country by its usual name."""
    phrase = place.phrase
    if phrase.kind is EntityKind.COUNTRY and (known := country(" ".join(phrase.name))) is not None:
        return known.name
    first = phrase.head + 1 - len(phrase.name)
    return " ".join(text[place.tokens[first].start : place.tokens[phrase.head].end].split())


def _weight(phrase: Phrase, kind: EntityKind) -> int:
    """2 for a name of a person or group with two words or more; of a place the longer name is often another thing."""
    return min(len(phrase.name), 2) if kind in (EntityKind.PERSON, EntityKind.GROUP) else 1


def _usual(names: Counter[tuple[int, str]]) -> str:
    """The weightiest name, of those the most frequent, then the longest."""
    return max(names, key=lambda each: (each[0], names[each], len(each[1]), each[1]))[1]
