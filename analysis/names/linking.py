"""Chains of all articles of one event tied together across outlets."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.annotation.phrase import Phrase
from analysis.annotation.phrase_names import reread
from analysis.annotation.profiles import Profile, Role, name_fit, role_fit, telling
from analysis.annotation.vocabulary import collective
from analysis.model import AnnotatedArticle, EntityKind, Mention, MentionForm, Token

_MOST = 100
"""Actors that share a word with a chain and are compared with it, at most."""
_SPEAKERS = frozenset({"my", "our", "your"})
"""Whose "my crews" are, no other article can tell."""
_DOMINANT = 3
"""So many times the mentions of the next must an actor have to be meant by a surname or office that several share."""


@dataclass
class Actor:
    """A person, group, country or matter of the event: chains (article, chain) and what all of them tell."""

    profile: Profile
    chains: list[tuple[int, int]] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    named_in: set[int] = field(default_factory=set)
    """Articles that give it a name."""


def actors_of(event: Sequence[AnnotatedArticle]) -> list[Actor]:
    """Every chain of every article in exactly one actor, in a fixed order."""
    chains = [
        (position, number, profile)
        for position, article in enumerate(event)
        for number, profile in sorted(_profiles(article).items())
    ]
    pool = _Pool()
    for position, number, profile in sorted(chains, key=_surest_first):
        actor = pool.find(position, profile)
        pool.add(position, number, profile, actor)
    return pool.actors


def _surest_first(chain: tuple[int, int, Profile]) -> tuple[int, int, int, int]:
    position, number, profile = chain
    stage = 2 if not profile.full else 1 if len(profile.full) == 1 else 0
    return stage, -len(profile.roles) if stage == 2 else 0, position, number


def _profiles(article: AnnotatedArticle) -> dict[int, Profile]:
    found: dict[int, Profile] = defaultdict(Profile)
    for annotated in article.fields():
        starts = [token.start for token in annotated.tokens]
        for mention in annotated.mentions:
            phrase = phrase_of(annotated.tokens, starts, mention)
            if phrase is not None:
                found[mention.chain].take(phrase)
    return dict(found)


def phrase_of(tokens: Sequence[Token], starts: Sequence[int], mention: Mention) -> Phrase | None:
    """What a stored mention tells; None for a pronoun. ``starts`` are the offsets of ``tokens``."""
    if mention.form is MentionForm.PRONOUN:
        return None
    first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
    return reread(tokens, first, last, mention.form) if first < last else None


class _Fit(NamedTuple):
    """How well an actor fits: score, whether the gender told is the same, how often it is mentioned, its number."""

    score: int
    agrees: bool
    times: int
    at: int


@dataclass
class _Pool:
    actors: list[Actor] = field(default_factory=list)
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, position: int, number: int, profile: Profile, at: int | None) -> None:
        if at is None:
            at = len(self.actors)
            self.actors.append(Actor(Profile()))
        actor = self.actors[at]
        actor.profile.absorb(profile)
        actor.chains.append((position, number))
        actor.articles.add(position)
        if profile.full:
            actor.named_in.add(position)
        for word in _words(profile):
            if at not in self.by_word[word][-8:]:
                self.by_word[word].append(at)

    def find(self, position: int, profile: Profile) -> int | None:
        if place := profile.place:
            return next(iter(self.by_word.get(f"country:{place}", ())), None)
        if profile.full:
            return self._by_name(position, profile)
        return self._by_role(position, profile)

    def _among(self, words: Iterable[str]) -> list[int]:
        found: dict[int, None] = {}
        for word in words:
            found.update(dict.fromkeys(self.by_word.get(word, ())[-_MOST:]))
        return list(found)

    def _by_name(self, position: int, profile: Profile) -> int | None:
        """The actor of the same name; one that this article names otherwise is another."""
        fits: list[_Fit] = []
        kind = profile.kind if profile.sure else None
        for at in self._among(_words(profile)):
            actor = self.actors[at]
            names = [profile.full] if profile.kind is EntityKind.PERSON else list(profile.names)
            fit = max((name_fit(name, kind, actor.profile) for name in names), default=0)
            if (
                fit
                and not _differ(profile, actor.profile)
                and (fit == 4 or len(profile.full) == 1 or position not in actor.named_in)
            ):
                agrees = bool(profile.gender) and profile.gender == actor.profile.gender
                fits.append(_Fit(fit, agrees, actor.profile.count, at))
        return _clearest(fits)

    def _by_role(self, position: int, profile: Profile) -> int | None:
        """The actor whose descriptions fit; one that this article names must be told by the same noun elsewhere."""
        fits: list[_Fit] = []
        for at in self._among(_words(profile)):
            actor = self.actors[at]
            if actor.profile.kind is not profile.kind or _differ(profile, actor.profile):
                continue
            if profile.kind is EntityKind.COUNTRY and (actor.profile.full or _is_owned(profile)):
                continue  # each article's "the country" may be another; "the state" that none names is one
            here = profile.kind is not EntityKind.OTHER and position in actor.articles
            if here and not actor.profile.full:
                continue
            fit = max((_fit(role, profile, actor.profile) for role in telling(profile)), default=0)
            if fit >= (3 if here else 2):
                fits.append(_Fit(fit, False, actor.profile.count, at))
        return _clearest(fits)


def _fit(role: Role, profile: Profile, known: Profile) -> int:
    """A description without a name fits a named person only where it is definite and says the same office."""
    if profile.kind is EntityKind.PERSON and role.noun and profile.age and profile.age == known.age:
        return 4 if any(role.noun == other.noun for other in known.roles) else 0
    if profile.kind is EntityKind.PERSON and profile.indefinite:
        return 0
    untold = bool(known.full) and not (profile.country and known.country)
    if profile.kind is EntityKind.GROUP and profile.country != known.country and not untold:
        return 0
    if role.owner in _SPEAKERS or (known.roles and all(each.owner in _SPEAKERS for each in known.roles)):
        return 0
    if profile.kind is EntityKind.GROUP and collective(role.noun) and not _shares(role, known):
        return 0
    return role_fit(role, known)


def _is_owned(profile: Profile) -> bool:
    """Told as "his country", which is another with every "he"."""
    return any(role.owner for role in profile.roles)


def _shares(role: Role, known: Profile) -> bool:
    """Groups without a name: the same noun, or another of its class with a word besides in common."""
    return any(role.noun == other.noun or role.modifiers & other.modifiers for other in known.roles)


def _differ(profile: Profile, known: Profile) -> bool:
    if profile.kind is EntityKind.PERSON and not profile.full and profile.age and known.age not in (0, profile.age):
        return True
    told = profile.gender, known.gender
    return bool(told[0] and told[1] and told[0] != told[1]) and profile.kind is EntityKind.PERSON


def _clearest(fits: list[_Fit]) -> int | None:
    """The best fit; None where two fit as well and neither is much more prominent."""
    if not fits:
        return None
    fits.sort(key=lambda each: (-each.score, -each.agrees, -each.times, each.at))
    best, *others = fits
    rival = others[0] if others and others[0][:2] == best[:2] else None
    return None if rival and best.score < 4 and best.times < _DOMINANT * rival.times else best.at


def _words(profile: Profile) -> list[str]:
    """Words by which an actor is found again."""
    found = dict.fromkeys(word for name in profile.names for word in name)
    for name in profile.names:
        if len(name) > 1:
            found["".join(word[0] for word in name)] = None
            found["".join(word[0] for word in name if word not in ("of", "the", "for", "and"))] = None
    for role in profile.roles:
        found[role.noun] = found[role.sense] = None
        if role.noun == "counterpart":
            found["state"] = None
    if place := profile.place:
        found[f"country:{place}"] = None
    return [word for word in found if word]
