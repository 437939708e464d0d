"""Who does what in a clause: its verb, and who or what is at either end of it, by the parse and the mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.model import AnnotatedField, Chain, Mention, Token
from analysis.ngrams import FUNCTION_WORDS
from analysis.phrasing import stem

_ENDS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HUNG = frozenset({"relcl", "acl"})
"""Clauses that hang on the noun they tell of: "a launch used by the group", "the man who sank it"."""
_LENT = frozenset({"conj", "xcomp"})
"""Clauses whose subject is that of the verb they hang on, where they have none."""
_NAMING = frozenset({"compound", "appos", "conj"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_LIGHT = frozenset({"be", "have", "do", "say", "tell", "make", "take", "get", "give", "go", "come"})
_DEEPEST = 6
"""Verbs that are climbed to find a subject."""
_NEAR = 4
"""Mentions that are looked at to find the one that a word stands in."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The stem of a clause's verb ("" where it has none or one that tells little), and the stems of who does it and of
    whom or what it is done to: the nouns' own, those of names that stand with them and of whose they are ("the crew of
    the launch"), and of the name that the article gives to whom they mean."""

    verb: str = ""
    ends: frozenset[str] = frozenset()


NO_PARTS = Parts()


def parts_of(annotated: AnnotatedField, chains: Sequence[Chain]) -> Callable[[int], Parts]:
    """Tells the parts of a clause from the place of its verb in the field."""
    clause = _Field(annotated, chains)

    def parts(head: int) -> Parts:
        if not 0 <= head < len(annotated.tokens) or annotated.tokens[head].pos not in ("VERB", "AUX"):
            return NO_PARTS
        lemma = annotated.tokens[head].lemma
        return Parts("" if lemma in _LIGHT else stem(lemma), frozenset(clause.stems(clause.ends(head))))

    return parts


@dataclass(frozen=True, slots=True)
class _Field:
    """A field with what hangs on each of its tokens."""

    annotated: AnnotatedField
    chains: Sequence[Chain]
    below: Mapping[int, list[int]] = field(init=False)
    starts: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        below: dict[int, list[int]] = {}
        for at, token in enumerate(self.annotated.tokens):
            if token.head != at:
                below.setdefault(token.head, []).append(at)
        object.__setattr__(self, "below", below)
        object.__setattr__(self, "starts", [mention.start for mention in self.annotated.mentions])

    def ends(self, verb: int) -> list[int]:
        """The places of the nouns at either end of the verb."""
        found = [self._meant(verb, at) for at in self._under(verb, _ENDS)]
        found += [noun for by in self._under(verb, {"agent"}) for noun in self._under(by, {"pobj"})]
        return found if any(self._under(verb, _SUBJECTS)) else [*found, *self._lent(verb)]

    def stems(self, nouns: Iterable[int]) -> Iterator[str]:
        for noun in nouns:
            yield from self._stems(noun)
            for owner in self._under(noun, {"poss"}):
                yield from self._stems(owner)
            for of in self._under(noun, {"prep"}):
                for owner in self._under(of, {"pobj"}):
                    yield from self._stems(owner)

    def _stems(self, noun: int) -> Iterator[str]:
        tokens = self.annotated.tokens
        if tokens[noun].pos in _NOUNS:
            yield from (stem(tokens[at].lemma) for at in (noun, *self._under(noun, _NAMING)) if tokens[at].is_word)
        mention = self._mention(tokens[noun])
        if mention is not None:
            name = self.chains[mention.chain].name
            capital = (word.lower() for word in name.split() if word[0].isupper())
            yield from (stem(word) for word in capital if word not in FUNCTION_WORDS)

    def _under(self, at: int, relations: Iterable[str]) -> list[int]:
        return [each for each in self.below.get(at, ()) if self.annotated.tokens[each].dep in relations]

    def _meant(self, verb: int, at: int) -> int:
        """The noun that "who" or "which" stands for."""
        tokens = self.annotated.tokens
        relative = tokens[verb].dep == "relcl" and tokens[at].lemma in _RELATIVE
        return tokens[verb].head if relative else at

    def _lent(self, verb: int) -> list[int]:
        """The subject that a verb has from another, or the noun that it hangs on."""
        tokens = self.annotated.tokens
        for _ in range(_DEEPEST):
            if tokens[verb].dep in _HUNG:
                return [tokens[verb].head]
            if tokens[verb].dep not in _LENT or tokens[verb].head == verb:
                return []
            verb = tokens[verb].head
            found = self._under(verb, _SUBJECTS)
            if found:
                return [self._meant(verb, at) for at in found]
        return []

    def _mention(self, token: Token) -> Mention | None:
        """The shortest stretch that stands for an actor and holds the word."""
        last = bisect_right(self.starts, token.start)
        near = [each for each in self.annotated.mentions[max(0, last - _NEAR) : last] if token.start < each.end]
        return min(near, key=lambda each: each.end - each.start, default=None)
