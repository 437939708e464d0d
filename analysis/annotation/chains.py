"""Mentions of one article tied into chains: names first, then what the grammar ties, then descriptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from analysis.annotation.descriptions import clash, described, owner_of
from analysis.annotation.links import Links, Place, acronyms_of
from analysis.annotation.members import UNIFORMED, body_of, leader_of, leads
from analysis.annotation.people import is_younger, surname, words_of
from analysis.annotation.profiles import name_fit
from analysis.annotation.vocabulary import country
from analysis.model import EntityKind

_BE = frozenset({"be", "become", "remain"})
_BESIDE = 5
"""Phrases between somebody and the counterpart, at most."""
_NAME = 5
"""Words of a name after a title, at most."""


def linked(places: list[Place], going_on: Mapping[int, int]) -> Links:
    """All ``places`` (the text first, then the title) with their chains; ``going_on`` as ``continued`` finds it."""
    links = Links(places)
    links.ends = {(place.field, place.phrase.head): number for number, place in enumerate(places)}
    _names(links)
    links.named = sorted(
        (place.field, place.at, links.chain[number]) for number, place in enumerate(places) if place.phrase.name
    )
    _counterparts(links)
    _bodies(links)
    _grammar(links)
    _labels(links, leads(links), going_on)
    return links


def _names(links: Links) -> None:
    """Full names first, so that a surname finds its person wherever it stands."""
    named = [number for number, place in enumerate(links.places) if place.phrase.name]
    named.sort(key=lambda number: (-min(len(words_of(links.places[number].phrase.name)), 2), number))
    apart = _not_meant_by_surname(links)
    for number in named:
        found = _named_chain(links, number, apart)
        if found is None:
            links.new(number)
        else:
            links.join(number, found)


def _not_meant_by_surname(links: Links) -> frozenset[tuple[str, ...]]:
    """Full names that a bare surname does not stand for: it was used often before, and the name comes up rarely.

    "President Teviot" before any full name brings somebody in; "Ines Teviot", named once further down, is another.
    """
    texts = [
        (words_of(place.phrase.name), 3 if place.phrase.role else 1)
        for place in links.places
        if place.phrase.name and place.field == 0
    ]
    bare = Counter(name[0] for name, _ in texts if len(name) == 1)
    full = Counter(name for name, _ in texts if len(name) > 1)
    seen: Counter[str] = Counter()
    before: dict[tuple[str, ...], int] = {}
    for name, weight in texts:
        if len(name) == 1:
            seen[name[0]] += weight
        else:
            before.setdefault(name, seen[surname(name)])
    return frozenset(
        name
        for name, times in before.items()
        if (times >= 3 and full[name] * 5 <= bare[name[-1]]) or (times and is_younger(name))
    )


def _named_chain(links: Links, number: int, apart: frozenset[tuple[str, ...]]) -> int | None:
    phrase = links.places[number].phrase
    name = words_of(phrase.name)
    place = country(" ".join(phrase.name)) if phrase.kind is EntityKind.COUNTRY else None
    if place is not None:
        return _country_chain(links, place.name)
    candidates = []
    for chain in links.among((*name, *acronyms_of(name))):
        profile = links.profiles[chain]
        fit = name_fit(name, phrase.kind if phrase.sure else None, profile)
        if len(name) == 1 and fit < 4 and profile.full in apart:
            continue
        if fit and phrase.gender and profile.gender and phrase.gender != profile.gender:
            fit = 0
        if fit:
            candidates.append((fit, links.recency(chain, number), chain))
    if not candidates:
        return None
    best = max(candidates)
    return best[2]


def _country_chain(links: Links, name: str) -> int | None:
    for chain in links.by_word.get(f"country:{name}", ()):
        return chain
    links.by_word[f"country:{name}"].append(len(links.profiles))
    links.countries.append(len(links.profiles))
    return None


def _counterparts(links: Links) -> None:
    """ "President Teviot and his Norland counterpart Orsk": Orsk is a president as well, that of Norland."""
    for number, place in enumerate(links.places):
        chain = links.chain.get(number)
        if place.phrase.role != "counterpart" or chain is None:
            continue
        for before in range(number - 1, max(-1, number - 1 - _BESIDE), -1):
            other = links.chain.get(before)
            if links.places[before].sentence != place.sentence or links.places[before].field != place.field:
                break
            if other is not None and other != chain and links.profiles[other].kind is EntityKind.PERSON:
                links.shares_office(chain, other, place.phrase)
                break


def _bodies(links: Links) -> None:
    """Uniformed services by their nouns, and "members of" a named body: others are told by them."""
    for number, place in enumerate(links.places):
        phrase = place.phrase
        if number in links.chain or phrase.kind is not EntityKind.GROUP:
            continue
        if phrase.role in UNIFORMED:
            chain = described(links, number)
            _join(links, number, chain)
        elif phrase.role == "member" and (chain := body_of(links, number, {})) is not None:
            links.join(number, chain)


def _grammar(links: Links) -> None:
    """Appositions ("Mara Teviot, director of the line") and "Teviot is the director of the line"."""
    for number, place in enumerate(links.places):
        if number in links.chain or place.phrase.kind not in (EntityKind.PERSON, EntityKind.GROUP):
            continue
        target = _tied_to(links, place)
        if target is not None and target in links.chain and _agree(links, number, target):
            links.join(number, links.chain[target])


def _tied_to(links: Links, place: Place) -> int | None:
    tokens, head = place.tokens, place.phrase.head
    token = tokens[head]
    if token.dep == "appos":
        return links.ends.get((place.field, token.head))
    after = place.phrase.last
    if after < len(tokens) and tokens[after].text == "," and after + 1 < len(tokens):
        for index in range(after + 1, min(after + 14, len(tokens))):
            if tokens[index].dep == "appos" and tokens[index].head == head:
                return links.ends.get((place.field, index))
    if (name := _name_after(links, place)) is not None:
        return name
    if token.dep == "attr" and tokens[token.head].lemma in _BE:
        return _subject(links, place, token.head)
    return _beside(links, place)


def _name_after(links: Links, place: Place) -> int | None:
    """ "The director of the Harbour Line, Mara Teviot, said": the name was read as another name of the line's."""
    tokens, phrase = place.tokens, place.phrase
    start = phrase.last + 1
    if phrase.name or phrase.plural or start >= len(tokens) or tokens[phrase.last].text != ",":
        return None
    if phrase.kind is not EntityKind.PERSON or phrase.last == phrase.head + 1:
        return None
    at = start
    while at < len(tokens) and at - start < _NAME and tokens[at].pos == "PROPN" and tokens[at].dep == "compound":
        at += 1
    closed = at + 1 < len(tokens) and (tokens[at + 1].text in (",", ".") or tokens[at + 1].pos == "VERB")
    inside = closed and tokens[at].dep == "appos" and phrase.first <= tokens[at].head < phrase.last
    number = links.ends.get((place.field, at)) if inside else None
    if number is None:
        return None
    other = links.places[number].phrase
    return number if len(other.name) > 1 and other.kind in (EntityKind.PERSON, None) else None


def _beside(links: Links, place: Place) -> int | None:
    """The person named right before ", the director," where the parse saw no apposition."""
    tokens, phrase = place.tokens, place.phrase
    if phrase.first < 2 or tokens[phrase.first - 1].text != "," or phrase.determiner != "the" or phrase.name:
        return None
    after = [token.text.lower() for token in tokens[phrase.last : phrase.last + 2]]
    closed = after[:1] == ["who"] or (after[:1] == [","] and after[1:] != ["and"])
    number = links.ends.get((place.field, phrase.first - 2))
    if number is None or not closed or tokens[phrase.head].dep == "conj" or tokens[phrase.first - 2].dep == "conj":
        return None
    before = links.places[number].phrase
    return number if before.name and before.kind is EntityKind.PERSON and phrase.kind is EntityKind.PERSON else None


def _subject(links: Links, place: Place, verb: int) -> int | None:
    tokens = place.tokens
    reach = range(max(0, verb - 25), min(len(tokens), verb + 6))
    if any(tokens[index].head == verb and (tokens[index].dep == "neg" or tokens[index].tag == "MD") for index in reach):
        return None
    for index in reach:
        if tokens[index].head == verb and tokens[index].dep == "nsubj":
            target = index
            if tokens[index].pos == "PRON" and tokens[index].text.lower() in ("who", "that"):
                target = tokens[verb].head
            return links.ends.get((place.field, target))
    return None


def _agree(links: Links, number: int, target: int) -> bool:
    phrase = links.places[number].phrase
    profile = links.profiles[links.chain[target]]
    if owner_of(links, links.places[number]) == links.chain[target]:
        return False
    if phrase.kind is EntityKind.PERSON:
        return profile.kind is EntityKind.PERSON and not (
            phrase.gender and profile.gender and phrase.gender != profile.gender
        )
    if phrase.plural != links.places[target].phrase.plural and links.places[target].phrase.role != "member":
        return False
    return profile.kind is EntityKind.GROUP or (bool(profile.full) and not profile.sure)


def _labels(links: Links, led: dict[int, int], going_on: Mapping[int, int]) -> None:
    for number, place in enumerate(links.places):
        if number in links.chain:
            continue
        person = place.phrase.kind is EntityKind.PERSON
        chain = leader_of(links, number, led) if person else body_of(links, number, led)
        if chain is None:
            chain = described(links, number)
        before = links.chain.get(going_on.get(number, -1)) if chain is None else None
        told = before is not None and bool(links.profiles[before].roles)  # else anybody may be described so
        if before is not None and told and not clash(place.phrase, links.profiles[before]):
            chain = before
        _join(links, number, chain)


def _join(links: Links, number: int, chain: int | None) -> None:
    if chain is None:
        links.new(number)
    else:
        links.join(number, chain)
