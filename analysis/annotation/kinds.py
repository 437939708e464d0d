"""Is a name, or a label, that of a person, a group, a country or a thing?"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.annotation.vocabulary import Noun, is_given
from analysis.annotation.wording import noun_in
from analysis.model import EntityKind, Token

_KINDS = {
    "PERSON": EntityKind.PERSON, "ORG": EntityKind.GROUP, "NORP": EntityKind.GROUP, "GPE": EntityKind.COUNTRY,
    "LOC": EntityKind.COUNTRY, "FAC": EntityKind.OTHER, "PRODUCT": EntityKind.OTHER, "EVENT": EntityKind.OTHER,
    "LAW": EntityKind.OTHER, "WORK_OF_ART": EntityKind.OTHER,
}  # fmt: skip
_SITES = frozenset({
    "street", "road", "row", "lane", "avenue", "square", "bridge", "dam", "lake", "river", "valley", "island",
    "bay", "mountain", "park", "tower", "hill", "gulf", "sea", "strait", "ocean", "canal", "peninsula", "desert",
    "cape", "mount", "fort", "coast", "highway", "palace", "castle", "war", "act", "treaty", "bill", "reservoir",
    "stadium", "arena", "station", "boulevard", "terrace",
})  # fmt: skip
"""Nouns that make a name that of a site or a thing."""
_SETTLEMENTS = frozenset({
    "town", "city", "village", "port", "province", "region", "district", "state", "capital", "island", "county",
})  # fmt: skip
_THINGS = frozenset({
    "trawler", "launch", "ferry", "ship", "boat", "vessel", "yacht", "tanker", "freighter", "liner", "tug", "dredger",
    "cutter", "steamer", "frigate", "destroyer", "submarine", "cruiser", "carrier", "barge", "schooner", "lifeboat",
    "film", "movie", "song", "album", "novel", "book", "play", "musical", "opera", "series", "magazine", "newspaper",
    "hurricane", "storm", "cyclone", "typhoon", "horse", "racehorse", "pub", "restaurant", "hotel", "satellite",
    "rocket", "spacecraft", "app", "website",
})  # fmt: skip
"""Nouns that make the name after them that of a thing."""
_MANNED = ([["crew", "of", "the"], ["skipper", "of", "the"], ["captain", "of", "the"], ["deck", "of", "the"],
            ["wreck", "of", "the"], ["hull", "of", "the"]])  # fmt: skip
"""Words before the name of a vessel."""
_TRUST = frozenset({"trust", "confidence", "faith", "believe", "belief", "interest", "interested", "see", "find"})
_TOWARDS = frozenset({"return", "travel", "sail", "tow", "ferry", "way", "road", "drive", "flee", "trip", "journey"})
"""Words before "to" and a place."""
_IN = frozenset({"in", "near", "outside", "across", "around", "throughout", "off"})


def kind_of_name(
    tokens: Sequence[Token], head: int, name: tuple[str, ...], titled: bool
) -> tuple[EntityKind | None, bool]:
    """(kind, is it certain) of the name that ends at ``head``; ``titled``: a form of address or office is before it."""
    if _told_as_thing(tokens, head + 1 - len(name)):
        return EntityKind.OTHER, True
    if titled:
        return EntityKind.PERSON, True
    if len(name) > 1 and is_given(name[0]) and _is_vessel(tokens, head, head + 1 - len(name)):
        return EntityKind.OTHER, True
    if len(name) > 1 and is_given(name[0]) and not any(word.lower() in ("of", "for", "and") for word in name):
        return EntityKind.PERSON, True
    if len(name) > 1 and (name[-1].lower() in _SITES or name[0].lower() in ("lake", "mount", "cape", "fort")):
        return EntityKind.OTHER, True
    acronym = len(name) == 1 and len(letters := name[0].replace(".", "")) > 1 and letters.isupper()
    if acronym and (tokens[head].entity not in ("PERSON", "GPE") or "." in name[0]):
        return EntityKind.GROUP, False
    first = head + 1 - len(name)
    if _told_as_person(tokens, head + 1):
        return EntityKind.PERSON, True
    if len(name) > 1 and _has_officers(tokens, first):
        return EntityKind.GROUP, True
    placed = len(name) == 1 and first > 0 and tokens[first - 1].text.lower() == "in"
    if placed and tokens[max(first - 2, 0)].lemma not in _TRUST and tokens[head].entity != "ORG":
        return EntityKind.COUNTRY, True
    return _kind_by_place(tokens, first, head), False


def _told_as_thing(tokens: Sequence[Token], first: int) -> bool:
    """Is it introduced as a thing: "the trawler Ida Brandt", "aboard the Ida Brandt", "the crew of the Ida Brandt"?"""
    before = tokens[first - 1] if first else None
    if before is None:
        return False
    if before.text.lower() in ("aboard", "the"):
        words = [token.text.lower() for token in tokens[max(0, first - 4) : first]]
        return words[-1:] == ["aboard"] or words[-2:] == ["aboard", "the"] or words[-3:] in _MANNED
    return before.text.islower() and before.pos == "NOUN" and before.lemma in _THINGS


def _is_vessel(tokens: Sequence[Token], head: int, first: int) -> bool:
    """ "The Ida Brandt" is a vessel, a house or a prize; "the Ida Brandt affair" tells nothing."""
    if first < 1 or tokens[first - 1].text.lower() != "the":
        return False
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    ends = after is not None and after.pos in ("VERB", "AUX", "ADP", "PUNCT", "CCONJ")
    alone = after is None or (ends and after.text not in ("-", "’", "'", "("))
    return alone and tokens[head].dep not in ("compound", "nmod", "amod")


def _told_as_person(tokens: Sequence[Token], end: int) -> bool:
    """Does "who" or an age follow ("Mara Teviot, 44, ...")?"""
    after = [token.text.lower() for token in tokens[end : end + 3]]
    if after[:1] == [","]:
        aged = len(after) == 3 and after[1].isdigit() and len(after[1]) == 2 and after[2] in (",", ".")
        return aged or after[1:2] in (["who"], ["whose"], ["whom"])
    return after[:1] in (["who"], ["whose"])


def _has_officers(tokens: Sequence[Token], first: int) -> bool:
    """Does a name stand after "chief executive of", "spokeswoman for"?"""
    if first < 2 or tokens[first - 1].text.lower() not in ("of", "for", "at"):
        return False
    before = noun_in(tokens[first - 2])
    return before is not None and before.sense in ("head", "speaker")


def _kind_by_place(tokens: Sequence[Token], first: int, head: int) -> EntityKind | None:
    """A town stands after "in", a thing or a body after "the"; else the language model's guess."""
    before = tokens[first - 1].text.lower() if first else ""
    guess = _KINDS.get(tokens[head].entity)
    if before in _IN or (before == "of" and first > 1 and tokens[first - 2].text.lower() in _SETTLEMENTS):
        return EntityKind.COUNTRY
    if before == "to" and first > 1 and tokens[first - 2].lemma in _TOWARDS and guess is not EntityKind.GROUP:
        return EntityKind.COUNTRY
    if before == "the" and guess in (EntityKind.PERSON, EntityKind.COUNTRY, None):
        return EntityKind.OTHER
    return guess


def kind_of_label(known: Noun | None, plural: bool) -> EntityKind:
    """The kind of actor that a noun stands for; what the table does not know is a matter."""
    if known is None or known.kind == "body":
        return EntityKind.OTHER
    if known.kind == "person":
        return EntityKind.GROUP if plural else EntityKind.PERSON
    return EntityKind.COUNTRY if known.kind == "country" and not plural else EntityKind.GROUP
