"""What a clause says about a target, as named features: which words stand near it, and how grammar ties them to it.

The words of names are no features: who is meant shall not decide. A word is known by its lemma; a negated one begins
with "!". The features of a target:

- ``target:…`` what it is (a pronoun, a name, a description), its part in the sentence, its voice;
- ``said:…`` whether it is the source of reported speech, by class of cue, or stands in the content;
- ``near3<:word``, ``near8>:word`` words up to 3 or 8 before or behind it; ``clause:word``, ``any:word``;
- ``pair:…``, ``three:…`` neighbouring words as they stand, the target as ``<T>``, names as ``<N>``, figures as
  ``<#>``;
- ``tie:PATH:word`` a word to which the dependency parse ties it: ``up1`` its head and so on, ``down`` what hangs on it,
  ``beside`` what hangs on its head (its object, its predicate);
- ``valence:WHERE:+`` sums of the values of sentiment words (VADER; Hutto and Gilbert 2014), ``class:WHERE:…`` counts of
  words of our own lists, by place or tie.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis import lexicons
from analysis.annotation.tree import Tree
from analysis.model import AnnotatedField, Span, Token
from analysis.sentiment import strengths
from analysis.tone.clauses import clause_heads

REACH = 80
"""Words of the sentence before and behind the target that are looked at; longer sentences are tables and noise."""
_LISTS = ("loaded_words", "cues", "attitudes", "deeds", "hedges", "boosters", "assertives", "factives", "implicatives")
_NEGATIONS = frozenset({
    "not", "n't", "n’t", "no", "never", "nothing", "nobody", "neither", "nor", "without", "hardly", "barely", "cannot",
    "none",
})  # fmt: skip
_NEGATED = frozenset({"ADJ", "NOUN", "VERB", "ADV", "AUX"})
_FLIP = -0.74
"""What a negation makes of a value (Hutto and Gilbert 2014)."""
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART"})
_HE_OR_SHE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
"""One word to the model: whether a man or a woman is meant shall not decide."""
_PRONOUNS = {
    word: group.split()[0]
    for group in ("it its itself", "they them their themselves",
                  "we us our ourselves", "i me my myself", "you your yours yourself")
    for word in group.split()
}  # fmt: skip
_IDLE = frozenset({"punct", "det", "aux", "auxpass", "case"})
_STEPS = 4
"""Heads above the target that are looked at."""


class Feature(NamedTuple):
    """A feature and its value; ``token`` is the word that makes it, or -1 where no single word does."""

    name: str
    value: float
    token: int


Near = tuple[int, tuple[str, ...]]
"""The place of a word, and how it stands to a target ("any", "clause", "near8<")."""
_PLACES = {
    (clause, behind, times): ("any", "clause" if clause else "other", *(f"near{limit}{side}" for limit in limits))
    for clause in (True, False)
    for behind, side in ((True, ">"), (False, "<"))
    for times, limits in enumerate(((), (8,), (3, 8)))
}
"""By whether a word stands in the target's clause, whether behind it, and within how many of the limits 3 and 8."""


class Features:
    """The features of targets in one field, which is read once."""

    def __init__(self, field: AnnotatedField) -> None:
        self.field = field
        self.tokens = field.tokens
        self.tree = Tree(field.tokens)
        self.heads = clause_heads(field.tokens)
        self._starts = [token.start for token in field.tokens]
        self._first = [bisect_left(field.tokens, number, key=_sentence) for number in range(len(field.sentences) + 1)]
        self._negated = _negated(field.tokens)
        self._values = [_value(token) * (_FLIP if place in self._negated else 1.0)
                        for place, token in enumerate(field.tokens)]  # fmt: skip
        self._classes = _classes(field, self._starts)
        self._said = _said(field, self._starts)
        self._words = [_word(token) for token in field.tokens]
        self._shapes = [_shape(token) for token in field.tokens]

    def members(self, target: Span) -> range:
        """The places of the tokens that overlap the target; empty where there are none."""
        first = bisect_left(self._starts, target.start)
        if first and self.tokens[first - 1].end > target.start:
            first -= 1
        return range(first, max(first, bisect_left(self._starts, target.end)))

    def head(self, members: range) -> int | None:
        """The word of the target on which its others hang."""
        for place in reversed(members):
            above = self.tokens[place].head
            if above == place or above not in members:
                return place
        return members[-1] if members else None

    def of(self, target: Span) -> list[Feature]:
        """The features of a target; none where no token stands at its place."""
        near = (feature for each in self.near(target) for feature in self.word_at(each))
        return [*self.own(target), *near, *self.tied(target)]

    def own(self, target: Span) -> list[Feature]:
        """What the target is and whether it is quoted; none where no token stands at its place."""
        members = self.members(target)
        head = self.head(members)
        return [] if head is None else list(self._target(head, members))

    def near(self, target: Span) -> list[Near]:
        """The words around a target; each says the same of all targets to which it stands alike (``word_at``)."""
        members = self.members(target)
        head = self.head(members)
        return [] if head is None else list(self._around(members, head, self._reach(members, head)))

    def tied(self, target: Span) -> list[Feature]:
        """Neighbouring words, and those that grammar ties to the target."""
        members = self.members(target)
        head = self.head(members)
        if head is None:
            return []
        return [*self._runs(members, self._reach(members, head)), *self._ties(members, head)]

    def _reach(self, members: range, head: int) -> range:
        number = self.tokens[head].sentence
        first = max(self._first[number], members[0] - REACH)
        return range(first, min(self._first[number + 1], members[-1] + 1 + REACH))

    def _target(self, head: int, members: range) -> Iterator[Feature]:
        token = self.tokens[head]
        kind = _PRONOUNS.get(token.text.lower(), f"{token.pos} {token.entity}")
        kind = "he/she" if token.text.lower() in _HE_OR_SHE else kind
        for name in (f"target:{kind}", f"target:{token.dep}", f"target:{token.voice.value}"):
            yield Feature(name, 1.0, -1)
        said = {part: None for place in members for part in self._said.get(place, ())}
        yield from (Feature(name, 1.0, -1) for _, name in said)

    def _around(self, members: range, head: int, reach: range) -> Iterator[Near]:
        """Words by their distance, and whether they stand in the clause of the target."""
        clause = self.heads[head]
        for place in reach:
            if place in members:
                continue
            behind = place > members[-1]
            away = place - members[-1] if behind else members[0] - place
            yield place, _PLACES[self.heads[place] == clause, behind, (away <= 3) + (away <= 8)]

    def word_at(self, near: Near) -> Iterator[Feature]:
        """What one word says of a target to which it stands so."""
        place, places = near
        yield from self._judged(place, places)
        word = self._words[place]
        if word is not None:
            yield from (Feature(f"{where}:{word}", 1.0, place) for where in places if where != "other")
        if place in self._negated and word is not None:
            yield Feature(f"any:!{word}", 1.0, place)

    def _judged(self, place: int, places: Sequence[str]) -> Iterator[Feature]:
        """Values and classes of a word, by place."""
        value = self._values[place]
        if value:
            sign = "+" if value > 0 else "-"
            yield from (Feature(f"valence:{where}:{sign}", abs(value), place) for where in places)
        for label in self._classes.get(place, ()):
            yield from (Feature(f"class:{where}:{label}", 1.0, place) for where in places)

    def _runs(self, members: range, reach: range) -> Iterator[Feature]:
        """Two and three neighbouring words, no further than eight words from the target."""
        shapes: list[tuple[str, int]] = []
        at = 0
        for place in range(max(reach.start, members[0] - 8), min(reach.stop, members[-1] + 9)):
            shape = "<T>" if place in members else self._shapes[place]
            if not shape.strip() or (shapes and shape[0] == "<" and shapes[-1][0] == shape):
                continue
            at = len(shapes) if shape == "<T>" else at
            shapes.append((shape, place))
        for place in range(len(shapes) - 1):
            one, two = shapes[place], shapes[place + 1]
            yield Feature(f"pair:{one[0]} {two[0]}", 1.0, one[1] if two[0] == "<T>" else two[1])
            if place < len(shapes) - 2 and abs(place - at) <= 3:
                middle = two[1] if two[0] != "<T>" else shapes[place + 2][1]
                yield Feature(f"three:{one[0]} {two[0]} {shapes[place + 2][0]}", 1.0, middle)

    def _ties(self, members: range, head: int) -> Iterator[Feature]:
        """Words above, beside and below the target in the dependency parse."""
        place, path = head, ""
        for step in range(1, _STEPS + 1):
            token = self.tokens[place]
            if token.head == place:
                break
            path = f"{path} {token.dep}{f'={token.lemma}' if token.dep in ('prep', 'agent') else ''}"
            above = token.head
            yield from self._tied(f"up{step}{path}" if step < _STEPS else "up4", above)
            if step < 3:
                yield from self._beside(step, token.dep, above, place)
            place = above
        for member in members:
            for child in self.tree.children[member]:
                if child not in members and self.tokens[child].dep not in _IDLE:
                    yield from self._tied(f"down {self.tokens[child].dep}", child)
                    yield from self._below(f"down {self.tokens[child].dep}", child)

    def _beside(self, step: int, dep: str, above: int, below: int) -> Iterator[Feature]:
        for child in self.tree.children[above][:20]:
            if child != below and self.tokens[child].dep not in _IDLE:
                path = f"beside{step} {dep} {self.tokens[child].dep}"
                yield from self._tied(path, child)
                yield from self._below(path, child)

    def _below(self, path: str, place: int) -> Iterator[Feature]:
        for child in self.tree.children[place][:20]:
            if self.tokens[child].dep not in _IDLE:
                yield from self._tied(f"{path} {self.tokens[child].dep}", child)

    def _tied(self, path: str, place: int) -> Iterator[Feature]:
        yield from self._judged(place, (path,))
        word = self._words[place]
        if word is not None:
            yield Feature(f"tie:{path}:{'!' if place in self._negated else ''}{word}", 1.0, place)


def _sentence(token: Token) -> int:
    return token.sentence


def _word(token: Token) -> str | None:
    """How a word is known; None for marks, figures and names."""
    if _is_name(token) or not any(map(str.isalpha, token.text)):
        return None
    return "he/she" if token.text.lower() in _HE_OR_SHE else token.lemma


def _shape(token: Token) -> str:
    """How a word stands in a run of words."""
    if _is_name(token):
        return "<N>"
    text = token.text.lower()
    if text in _HE_OR_SHE:
        return "he/she"
    return "<#>" if any(map(str.isdigit, text)) else text


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" or token.entity in _NAMES


def _negated(tokens: Sequence[Token]) -> frozenset[int]:
    """Words that a negation hangs on, and what hangs on those."""
    direct = {
        token.head for place, token in enumerate(tokens)
        if token.head != place and (token.dep == "neg" or token.text.lower() in _NEGATIONS)
    }  # fmt: skip
    return frozenset(
        place for place, token in enumerate(tokens)
        if token.pos in _NEGATED and (place in direct or token.head in direct)
    )  # fmt: skip


def _said(field: AnnotatedField, starts: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """For each word the attributions, by number, of whose source or content it is part, as features are named."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for number, each in enumerate(field.attributions):
        kind = "claim" if each.claim else "attitude"
        source = f"said:source {kind} {each.cue_class.value if each.cue_class else 'none'}"
        content = f"said:content {kind}{' direct' if each.direct else ''}"
        for name, spans in ((source, [each.source] if each.source else []), (content, each.content)):
            for span in spans:
                for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                    found[place].append((number, name))
    return found


def _classes(field: AnnotatedField, starts: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for name in _LISTS:
        for match in lexicons.load(name).matches(field):
            for place in range(bisect_left(starts, match.start), bisect_left(starts, match.end)):
                found[place].append(f"{name} {match.label}")
    return found


def _value(token: Token) -> float:
    """From -1 to 1; 0 for words that are in no list, and for names."""
    if token.pos == "PROPN":
        return 0.0
    values = strengths()
    return values.get(token.text.lower(), values.get(token.lemma, 0.0)) / 4
