"""Mentions of one article tied into chains: names first, then what the grammar ties, then descriptions."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from analysis.annotation.people import is_younger, surname, words_of
from analysis.annotation.phrase import Phrase
from analysis.annotation.profiles import Profile, name_fit, role_fit, role_in
from analysis.annotation.vocabulary import country, is_given
from analysis.model import EntityKind, Token

_BE = frozenset({"be", "become", "remain"})
_KEPT = 30
"""Actors looked at backwards from a description, at most."""
_NEAR = 3
"""Sentences back in which an epithet looks for the person it stands for."""
_OFFICES = frozenset({
    "state", "head", "speaker", "lawmaker", "adviser", "lawyer", "police", "royal", "minister", "secretary", "mayor",
    "governor", "senator", "representative", "ambassador", "envoy", "judge", "justice", "prosecutor", "general",
    "commander", "official", "deputy", "counterpart", "predecessor", "successor",
})  # fmt: skip
"""Offices are held by somebody in particular; a description by one is no mere epithet."""
_BODIES = frozenset({"company", "firm", "operator", "group", "association", "society", "organisation", "organization",
                     "newspaper", "club", "retailer", "manufacturer", "corporation", "charity", "giant", "agency",
                     "broadcaster", "union", "party", "bank"})  # fmt: skip
"""Nouns by which an organisation is spoken of whose name does not tell what it is."""
_MOST_CHAINS = 60
"""Chains of one noun that a description is compared with, at most; the latest. Real articles have a handful."""


@dataclass(frozen=True)
class Place:
    """A phrase in its field: number of the field, its tokens, the phrase."""

    field: int
    tokens: Sequence[Token]
    phrase: Phrase

    @property
    def at(self) -> int:
        return self.phrase.first

    @property
    def sentence(self) -> int:
        return self.tokens[self.phrase.head].sentence


@dataclass
class Links:
    """Work in progress: the chain of every phrase, and what is known of every chain."""

    places: list[Place]
    chain: dict[int, int] = field(default_factory=dict)
    """Number of a phrase -> number of its chain."""
    profiles: list[Profile] = field(default_factory=list)
    spots: list[list[tuple[int, int]]] = field(default_factory=list)
    """(field, first token) of the phrases of each chain, in the order of linking."""
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """A word of a name, or a noun or sense of a role -> chains, in order of appearance."""
    ends: dict[tuple[int, int], int] = field(default_factory=dict)
    """(field, head token) -> number of the phrase."""
    named: list[tuple[int, int, int]] = field(default_factory=list)
    """(field, first token, chain) of every name, in text order; complete before descriptions are linked."""
    countries: list[int] = field(default_factory=list)
    """Chains of countries that the table knows."""

    def new(self, number: int) -> int:
        self.profiles.append(Profile())
        self.spots.append([])
        self.join(number, len(self.profiles) - 1)
        return len(self.profiles) - 1

    def join(self, number: int, chain: int) -> None:
        place = self.places[number]
        self.chain[number] = chain
        self.profiles[chain].take(place.phrase)
        insort(self.spots[chain], (place.field, place.at))
        words = [*(words_of(place.phrase.name) if place.phrase.name else ()), place.phrase.role, place.phrase.sense]
        if place.phrase.role == "counterpart":
            words.append("state")
        for word in filter(None, words):
            listed = self.by_word[word]
            if chain not in listed[-8:]:
                listed.append(chain)

    def among(self, words: Iterable[str]) -> list[int]:
        """Chains that share one of ``words``."""
        found: dict[int, None] = {}
        for word in words:
            found.update(dict.fromkeys(self.by_word.get(word, ())[-_MOST_CHAINS:]))
        return list(found)

    def before(self, number: int, sentences: int) -> dict[int, int]:
        """Chains named in the ``sentences`` before a phrase -> first token of the last name, the nearest first."""
        place = self.places[number]
        position = bisect_left(self.named, (place.field, place.at, -1)) - 1
        found: dict[int, int] = {}
        while position >= 0 and len(found) < _KEPT:
            where, at, chain = self.named[position]
            if where != place.field or place.sentence - place.tokens[at].sentence > sentences:
                break
            found.setdefault(chain, at)
            position -= 1
        return found

    def recency(self, chain: int, number: int) -> tuple[int, int]:
        """(1 where the chain was mentioned before, place of its last mention before), greater is nearer."""
        place = self.places[number]
        here = (place.field, place.at)
        spots = self.spots[chain]
        before = bisect_left(spots, here)
        if before and spots[before - 1][0] == place.field:
            return 1, spots[before - 1][1]
        return 0, len(spots)


def linked(places: list[Place]) -> Links:
    """All ``places`` (the text first, then the title) with their chains."""
    links = Links(places)
    links.ends = {(place.field, place.phrase.head): number for number, place in enumerate(places)}
    _names(links)
    links.named = sorted(
        (place.field, place.at, links.chain[number]) for number, place in enumerate(places) if place.phrase.name
    )
    _grammar(links)
    _labels(links)
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
    for chain in links.among((*name, *_initials(name))):
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


def _initials(name: Sequence[str]) -> list[str]:
    """What an acronym of ``name`` would be."""
    content = [word for word in name if word not in ("of", "the", "for", "and")]
    return ["".join(word[0] for word in name), "".join(word[0] for word in content)]


def _country_chain(links: Links, name: str) -> int | None:
    for chain in links.by_word.get(f"country:{name}", ()):
        return chain
    links.by_word[f"country:{name}"].append(len(links.profiles))
    links.countries.append(len(links.profiles))
    return None


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
        for index in range(after + 1, min(after + 6, len(tokens))):
            if tokens[index].dep == "appos" and tokens[index].head == head:
                return links.ends.get((place.field, index))
    if token.dep == "attr" and tokens[token.head].lemma in _BE:
        return _subject(links, place, token.head)
    return None


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
    if _owner(links, links.places[number]) == links.chain[target]:
        return False
    if phrase.kind is EntityKind.PERSON:
        return profile.kind is EntityKind.PERSON and not (
            phrase.gender and profile.gender and phrase.gender != profile.gender
        )
    if phrase.plural != links.places[target].phrase.plural:
        return False
    return profile.kind is EntityKind.GROUP or (bool(profile.full) and not profile.sure)


def _labels(links: Links) -> None:
    for number in range(len(links.places)):
        if number in links.chain:
            continue
        chain = _described(links, number)
        if chain is None:
            links.new(number)
        else:
            links.join(number, chain)


def _described(links: Links, number: int) -> int | None:
    phrase = links.places[number].phrase
    if phrase.kind is EntityKind.PERSON:
        return _person(links, number)
    if phrase.kind is EntityKind.COUNTRY:
        return _the_country(links, number)
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
    owner = _owner(links, place)
    fits = []
    for chain in links.among((phrase.role, phrase.sense, *(("state",) if phrase.role == "counterpart" else ()))):
        profile = links.profiles[chain]
        if profile.kind is not EntityKind.PERSON or profile.plural or _clash(phrase, profile) or chain == owner:
            continue
        if (fit := role_fit(role, profile)) >= (3 if phrase.determiner == "poss" else 2):
            before, at = links.recency(chain, number)
            fits.append((min(fit, 3) if not phrase.modifiers and not phrase.country else fit, before, at, chain))
    if fits:
        return max(fits)[3]
    only = _only_one(links, number)
    return _epithet(links, number) if only is None else only


def _owner(links: Links, place: Place) -> int | None:
    """The chain of whoever stands as possessor in a phrase: Teviot's brother is not Teviot."""
    for index in range(place.phrase.first, place.phrase.head):
        if place.tokens[index].dep == "poss":
            number = links.ends.get((place.field, index))
            return None if number is None else links.chain.get(number)
    return None


def _only_one(links: Links, number: int) -> int | None:
    """"The dam boss": the one named person of the article whose office has that sense, whatever else is said of it."""
    place = links.places[number]
    phrase = place.phrase
    if (phrase.determiner != "the" and not (place.field == 1 and not phrase.determiner)) or not _plain(place):
        return None
    fits = [
        chain
        for chain in links.among((phrase.sense,))
        if links.profiles[chain].full
        and links.profiles[chain].kind is EntityKind.PERSON
        and any(role.sense == phrase.sense and role.ranks == phrase.ranks for role in links.profiles[chain].roles)
        and not (phrase.country and links.profiles[chain].country not in ("", phrase.country))
        and not _clash(phrase, links.profiles[chain])
    ]
    return fits[0] if len(fits) == 1 else None


def _clash(phrase: Phrase, profile: Profile) -> bool:
    return bool(phrase.gender and profile.gender and phrase.gender != profile.gender)


def _epithet(links: Links, number: int) -> int | None:
    """"The dour baker": a definite description of nobody else stands for the person the passage is about."""
    place = links.places[number]
    phrase = place.phrase
    if phrase.sense in _OFFICES and phrase.role not in ("boss", "chief", "supremo"):
        return None
    if phrase.determiner != "the" or place.field == 1 or phrase.last > phrase.head + 1 or _restricted(place):
        return None
    if place.tokens[phrase.first].text.lower() != "the" or phrase.country or phrase.ranks:
        return None
    if not _plain(place):
        return None
    near = [
        (place.tokens[at].sentence, links.profiles[chain].count, chain)
        for chain, at in links.before(number, _NEAR).items()
        if links.profiles[chain].kind is EntityKind.PERSON and not _clash(phrase, links.profiles[chain])
    ]
    return max(near)[2] if near else None


def _plain(place: Place) -> bool:
    """No name and no "former" in it: nothing that points to somebody in particular."""
    words = place.tokens[place.phrase.first + (place.phrase.determiner == "the") : place.phrase.last]
    shown = place.field == 0 and any(token.text[:1].isupper() for token in words)
    return not shown and all(token.text.lower() not in ("former", "ex") for token in words)


def _restricted(place: Place) -> bool:
    """Is it told apart by what follows ("the man who ...", "the leader in ...")?"""
    index = place.phrase.last
    if index >= len(place.tokens):
        return False
    follower = place.tokens[index]
    return follower.text.lower() in ("who", "that", "whose", "in", "from", "of", "at", "on", "with", "for", "behind")


def _the_country(links: Links, number: int) -> int | None:
    """"The country": the country last named before."""
    phrase = links.places[number].phrase
    if phrase.determiner not in ("the", "poss") or phrase.plural or phrase.modifiers:
        return None
    if phrase.country:
        return next((chain for chain in links.by_word.get(f"country:{phrase.country}", ())), None)
    near = [(links.recency(chain, number), links.profiles[chain].count, chain) for chain in links.countries]
    near = [each for each in near if each[0][0]]
    return max(near)[2] if near else None


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
        if profile.full and (phrase.determiner not in ("the", "poss") or phrase.plural):
            continue
        if phrase.country != profile.country and (phrase.country or not profile.full) and profile.country:
            continue
        if (fit := role_fit(role, profile)) >= 2:
            fits.append((fit, links.recency(chain, number), chain))
    return max(fits)[2] if fits else _the_company(links, number)


def _the_company(links: Links, number: int) -> int | None:
    """"The company": the organisation last named before whose name does not say what it is."""
    place = links.places[number]
    phrase = place.phrase
    if phrase.role not in _BODIES or phrase.determiner != "the" or phrase.plural or phrase.modifiers or phrase.country:
        return None
    near = [
        (links.profiles[chain].count, at, chain)
        for chain, at in links.before(number, 2 * _NEAR).items()
        if links.profiles[chain].kind is EntityKind.GROUP and _may_be_company(links.profiles[chain])
    ]
    return max(near)[2] if near else None


def _may_be_company(profile: Profile) -> bool:
    """A name that does not say what it is, and is hardly a stray word."""
    name = profile.full
    told = bool(profile.sure) or len(name) > 1 or profile.count > 2
    return bool(name) and told and not profile.plural and not profile.roles and not is_given(name[0])


def _matter(links: Links, number: int) -> int | None:
    phrase = links.places[number].phrase
    role = role_in(phrase)
    fits = []
    for chain in links.among((phrase.role,)):
        profile = links.profiles[chain]
        if profile.kind is EntityKind.OTHER and not profile.full and (fit := role_fit(role, profile)) >= 2:
            fits.append((fit, links.recency(chain, number), chain))
    return max(fits)[2] if fits else None
