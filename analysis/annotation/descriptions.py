"""Descriptions without a name ("the director") tied to the actor they stand for."""

from __future__ import annotations

from bisect import bisect_left

from analysis.annotation.ages import counted_kin_end, may_be, tells_age
from analysis.annotation.companies import is_plain, the_company
from analysis.annotation.cues import lemma_of, single_verbs
from analysis.annotation.lands import land_of
from analysis.annotation.links import Links, Place
from analysis.annotation.phrase import Phrase
from analysis.annotation.profiles import Profile, role_fit, role_in
from analysis.annotation.vocabulary import noun
from analysis.model import EntityKind

_NEAR = 3
"""Sentences back in which an epithet looks for the person it stands for."""
_LEAD = 4
"""Sentences at the start of a text, which may describe somebody who is named later."""
_SOON = 2
"""Sentences on in which elsewhere the name of somebody described must follow."""
_BACK = 40
"""Phrases looked at backwards for a subject, at most."""
_DOMINANT = 3
"""So many times the mentions of the next must a person have to be meant by an office that several hold."""
_OFFICES = frozenset({
    "state", "head", "speaker", "lawmaker", "adviser", "lawyer", "police", "royal", "minister", "secretary", "mayor",
    "governor", "senator", "representative", "ambassador", "envoy", "judge", "justice", "prosecutor", "general",
    "commander", "official", "deputy", "counterpart", "predecessor", "successor",
})  # fmt: skip
"""Offices are held by somebody in particular; a description by one is no mere epithet."""


def described(links: Links, number: int) -> int | None:
    """The chain that a phrase without a name stands for, or None where it is the first of its own."""
    phrase = links.places[number].phrase
    if phrase.kind is EntityKind.PERSON:
        return _person(links, number)
    if phrase.kind is EntityKind.COUNTRY:
        return land_of(links, number)
    if phrase.kind is EntityKind.GROUP:
        return _group(links, number)
    return _matter(links, number)


def _person(links: Links, number: int) -> int | None:
    place = links.places[number]
    phrase = place.phrase
    capital = place.tokens[phrase.head].text[:1].isupper() and phrase.last - phrase.first == 1
    if capital and place.field == 0:
        bearers = [chain for chain in links.among([phrase.role]) if (phrase.role,) == links.profiles[chain].full[-1:]]
        if bearers:
            return bearers[-1]
    if phrase.determiner == "a" or phrase.plural:
        return None
    role = role_in(phrase)
    owner = owner_of(links, place)
    fits = []
    for chain in links.among((phrase.role, phrase.sense, *(("state",) if phrase.role == "counterpart" else ()))):
        profile = links.profiles[chain]
        if profile.kind is not EntityKind.PERSON or profile.plural or clash(phrase, profile) or chain == owner:
            continue
        if not _near_enough(links, number, chain):
            continue
        if (fit := role_fit(role, profile)) >= (3 if phrase.determiner == "poss" else 2):
            before, at = links.recency(chain, number)
            fits.append((min(fit, 3) if not phrase.modifiers and not phrase.country else fit, before, at, chain))
    if fits:
        return _meant(links, number, fits)
    only = _only_one(links, number)
    return _epithet(links, number) if only is None else only


def _near_enough(links: Links, number: int, chain: int) -> bool:
    """Is ``chain`` named before, or soon? Only a headline or the lead describes whom the text names much later."""
    place = links.places[number]
    if place.field == 1 or place.sentence < _LEAD or links.recency(chain, number)[0]:
        return True
    spots = links.spots[chain]
    at = bisect_left(spots, (place.field, place.at))
    return (
        at < len(spots)
        and spots[at][0] == place.field
        and place.tokens[spots[at][1]].sentence - place.sentence <= _SOON
    )


def _meant(links: Links, number: int, fits: list[tuple[int, int, int, int]]) -> int | None:
    """The fitting chain mentioned last; "the president" among several is the one who is the subject before.

    ``fits`` are (fit, mentioned before, place of that, chain). None where neither the grammar nor the share of
    mentions tells which of several is meant.
    """
    best = max(fits)
    phrase = links.places[number].phrase
    rivals = [each[3] for each in fits if each[:2] == best[:2] and links.profiles[each[3]].full]
    bare = phrase.determiner == "the" and not phrase.modifiers and not phrase.country
    if not bare or not best[1] or len(rivals) < 2 or best[3] not in rivals:
        return best[3]
    if (chain := _subject_before(links, number, rivals)) is not None:
        return chain
    counts = sorted((links.profiles[chain].count, chain) for chain in rivals)
    return counts[-1][1] if counts[-1][0] >= _DOMINANT * counts[-2][0] else None


def _subject_before(links: Links, number: int, among: list[int]) -> int | None:
    """The chain that is a subject in the nearest sentence before, of the last few, that has one of ``among`` so."""
    place = links.places[number]
    for before in range(number - 1, max(-1, number - 1 - _BACK), -1):
        other = links.places[before]
        back = place.sentence - other.sentence
        if other.field != place.field or back > _NEAR:
            return None
        chain = links.chain.get(before)
        if back and chain in among and other.tokens[other.phrase.head].dep in ("nsubj", "nsubjpass"):
            return chain
    return None


def owner_of(links: Links, place: Place) -> int | None:
    """The chain of whoever stands as possessor in a phrase: Teviot's brother is not Teviot."""
    for index in range(place.phrase.first, place.phrase.head):
        if place.tokens[index].dep == "poss":
            number = links.ends.get((place.field, index))
            return None if number is None else links.chain.get(number)
    return None


def _only_one(links: Links, number: int) -> int | None:
    """ "The dam boss": the one named person of the article whose office has that sense, whatever else is said of it."""
    place = links.places[number]
    phrase = place.phrase
    if (phrase.determiner != "the" and not (place.field == 1 and not phrase.determiner)) or not is_plain(place):
        return None
    fits = [
        chain
        for chain in links.among((phrase.sense,))
        if links.profiles[chain].full
        and links.profiles[chain].kind is EntityKind.PERSON
        and any(role.sense == phrase.sense and role.ranks == phrase.ranks for role in links.profiles[chain].roles)
        and not (phrase.country and links.profiles[chain].country not in ("", phrase.country))
        and not clash(phrase, links.profiles[chain])
    ]
    return fits[0] if len(fits) == 1 else None


def clash(phrase: Phrase, profile: Profile) -> bool:
    """Is one a man and the other a woman, or are they of different age?"""
    if phrase.age and profile.age and phrase.age != profile.age:
        return True
    return bool(phrase.gender and profile.gender and phrase.gender != profile.gender) or not may_be(
        profile.age, phrase.role
    )


def _epithet(links: Links, number: int) -> int | None:
    """ "The dour baker": a definite description of nobody else stands for the person the passage is about."""
    place = links.places[number]
    phrase = place.phrase
    if phrase.sense in _OFFICES and phrase.role not in ("boss", "chief", "supremo"):
        return None
    if phrase.determiner != "the" or place.field == 1 or _restricted(place):
        return None
    if any(place.tokens[index].dep == "poss" for index in range(phrase.first, phrase.head)):
        return None
    if phrase.last > max(phrase.head + 1, counted_kin_end(place.tokens, phrase.head)):
        return None
    if place.tokens[phrase.first].text.lower() != "the" or phrase.country or phrase.ranks:
        return None
    if not is_plain(place):
        return None
    near = [
        (_told_age(phrase, links.profiles[chain]), place.tokens[at].sentence, links.profiles[chain].count, chain)
        for chain, at in links.before(number, _NEAR).items()
        if links.profiles[chain].kind is EntityKind.PERSON and not clash(phrase, links.profiles[chain])
    ]
    if near and not max(near)[0] and _speaks(place) and (len(near) > 1 or _tells_work(phrase)):
        return None  # a wrong speaker is worse than none
    return max(near)[3] if near else None


def _speaks(place: Place) -> bool:
    """Is the phrase the subject of a reporting verb?"""
    head = place.tokens[place.phrase.head]
    verb = place.tokens[head.head]
    return head.dep == "nsubj" and verb.pos == "VERB" and lemma_of(verb, single_verbs()) in single_verbs()


def _tells_work(phrase: Phrase) -> bool:
    """Does it tell more than sex and age ("the engineer", not "the woman"), so that somebody else may be meant?"""
    return not phrase.gender and not phrase.age and not tells_age(phrase.role)


def _told_age(phrase: Phrase, profile: Profile) -> bool:
    """Does the phrase tell an age, and the person's, known to the article, agrees?"""
    return bool(profile.age) and (phrase.age == profile.age or tells_age(phrase.role))


def _restricted(place: Place) -> bool:
    """Is it told apart by what follows ("the man who ...", "the leader in ...")?"""
    index = place.phrase.last
    if index >= len(place.tokens):
        return False
    follower = place.tokens[index]
    head = place.tokens[place.phrase.head]
    inverted = head.dep == "nsubj" and head.head < place.phrase.first  # "said the teenager from his bed"
    if follower.pos == "ADP" and (inverted or follower.head < place.phrase.first):
        return False
    return follower.text.lower() in ("who", "that", "whose", "in", "from", "of", "at", "on", "with", "for", "behind")


def _group(links: Links, number: int) -> int | None:
    place = links.places[number]
    phrase = place.phrase
    if phrase.sense == "government" and phrase.country:
        for chain in links.by_word.get(f"country:{phrase.country}", ()):
            return chain
    role = role_in(phrase)
    fits = []
    for chain in links.among((phrase.role, phrase.sense)):
        profile = links.profiles[chain]
        if profile.kind is not EntityKind.GROUP:
            continue
        if profile.full and (phrase.plural or not (_points(place) or _brings_in(links, number, chain))):
            continue
        if phrase.country != profile.country and (phrase.country or not profile.full) and profile.country:
            continue
        if (fit := role_fit(role, profile)) >= 2:
            fits.append((fit, links.recency(chain, number), chain))
    return max(fits)[2] if fits else the_company(links, number)


def _points(place: Place) -> bool:
    """Definite, or a headline that leaves the article out ("Court halts toll")."""
    return place.phrase.determiner in ("the", "poss") or (place.field == 1 and not place.phrase.determiner)


def _brings_in(links: Links, number: int, chain: int) -> bool:
    """ "A court has ruled", before the article's one court is named."""
    phrase = links.places[number].phrase
    known = noun(phrase.role)
    if phrase.determiner != "a" or known is None or known.kind != "group" or links.recency(chain, number)[0]:
        return False
    alike = [
        other
        for other in links.among((phrase.role,))
        if links.profiles[other].full and any(role.noun == phrase.role for role in links.profiles[other].roles)
    ]
    return len(alike) == 1 and phrase.role not in ("company", "group", "firm", "party", "family", "team")


def _of_that_name(links: Links, number: int) -> int | None:
    """ "The trust", "the hospital": the only one of the article whose name ends so."""
    phrase = links.places[number].phrase
    known = noun(phrase.role)
    if known is None or known.kind != "body" or phrase.plural or phrase.modifiers:
        return None
    if phrase.determiner != "the":
        return None
    fits = [chain for chain in links.among((phrase.role,)) if links.profiles[chain].full[-1:] == (phrase.role,)]
    near = [chain for chain in fits if links.recency(chain, number)[0]]
    if len(fits) > 1 and phrase.role in ("service", "office", "centre", "center", "post", "press", "news"):
        return None
    return near[0] if len(near) == 1 else None


def _matter(links: Links, number: int) -> int | None:
    phrase = links.places[number].phrase
    role = role_in(phrase)
    if (named := _of_that_name(links, number)) is not None:
        return named
    fits = []
    for chain in links.among((phrase.role,)):
        profile = links.profiles[chain]
        if profile.kind is EntityKind.OTHER and not profile.full and (fit := role_fit(role, profile)) >= 2:
            fits.append((fit, links.recency(chain, number), chain))
    return max(fits)[2] if fits else None
