"""Labels that stand in the same words: "some 300 residents blocked the road" and "some 300 rioters blocked the road".

Outlets that run one text exchange single words of it. Where a label of one article and a mention of another stand in
the same words, both stand for the same actor, however differently the two call it; grammar and word lists cannot tell.
The words are those next to the mention, eight in all: those of its sentence (or all of it, where it has six or seven
besides), or those of the text across the ends of sentences.
(The distributional hypothesis of Harris 1954 in its strictest form; Barzilay and McKeown 2001 find paraphrases so.)

A label is left where it is if what it stood for has a name, is told by articles that do not share the words ("the
hospital" and "the police" are two sources and no swapped label), or if its own article tells of both besides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from analysis.model import AnnotatedArticle, AnnotatedField, Entity, EntityKind, MentionForm, Naming
from analysis.names.drafts import Drafts, is_named

_LEFT, _BOTH, _FEWEST = 4, 8, 6
"""Words before a mention, before and behind it together, and both at least where the sentence has no more."""
_OTHERS = 2
"""Articles apart from those that share the words in which an actor is told: so many make it one of its own."""

Words = tuple[str, ...]
Context = tuple[Words, Words]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the articles tell of an actor: how often each mentions it, whether any names it."""

    number: int
    kind: EntityKind
    named: bool
    counts: Counter[str]

    @property
    def rank(self) -> tuple[bool, bool, int, int, int]:
        """How well known it is: no mere matter, by name, in how many articles, how often mentioned, how early."""
        matter = self.kind is EntityKind.OTHER
        return not matter, self.named, len(self.counts), self.counts.total(), -self.number


Places = list[tuple[_Known, Naming]]


def with_parallels(event: Sequence[AnnotatedArticle], drafts: Sequence[Entity]) -> list[Entity]:
    """``drafts`` with every label that stands in the words of another article moved to who is meant there.

    Nothing else changes: order, names and kinds stay, and each naming stands in one draft as before.
    """
    known = [_known(number, draft) for number, draft in enumerate(drafts)]
    moves: dict[Naming, _Known] = {}
    for places in _shared(event, drafts, known).values():
        for naming, target in _moves(places):
            moves[naming] = max(moves.get(naming, target), target, key=lambda each: each.rank)
    moved = Drafts(event, drafts)
    moved.move({naming: target.number for naming, target in moves.items()})
    return list(moved)


def _known(number: int, draft: Entity) -> _Known:
    return _Known(number, draft.kind, is_named(draft), Counter(naming.article for naming in draft.namings))


def _shared(
    event: Sequence[AnnotatedArticle], drafts: Sequence[Entity], known: Sequence[_Known]
) -> dict[Context, Places]:
    """The namings by the words they stand in."""
    words = {(article.id, field.name): _Words(field) for article in event for field in article.fields()}
    found: dict[Context, Places] = defaultdict(list)
    for actor, draft in zip(known, drafts, strict=True):
        for naming in draft.namings if draft.kind is not EntityKind.COUNTRY else ():
            if naming.form is not MentionForm.PRONOUN:
                for context in words[naming.article, naming.field].round(naming):
                    found[context].append((actor, naming))
    return found


def _moves(places: Places) -> Iterator[tuple[Naming, _Known]]:
    """Who moves where, among namings that stand in the same words; none where one article has these words twice."""
    articles = {naming.article for _, naming in places}
    if not 1 < len(articles) == len(places):
        return
    target = max((actor for actor, _ in places), key=lambda each: each.rank)
    for actor, naming in places:
        if actor.number != target.number and _is_free(naming, actor, target, articles):
            yield naming, target


def _is_free(naming: Naming, actor: _Known, target: _Known, sharing: Set[str]) -> bool:
    """Whether a label stands for nobody whom the articles know besides."""
    elsewhere = len(actor.counts.keys() - sharing)
    both = actor.counts[naming.article] > 1 and target.counts[naming.article] > 0
    return naming.form is MentionForm.LABEL and not actor.named and elsewhere < _OTHERS and not both


class _Words:
    """The words of a field, with the sentence of each."""

    def __init__(self, field: AnnotatedField) -> None:
        kept = [token for token in field.tokens if token.is_word]
        self._starts = [token.start for token in kept]
        self._texts = [token.text.lower() for token in kept]
        self._sentences = [token.sentence for token in kept]

    def round(self, naming: Naming) -> set[Context]:
        """The words before and behind a naming, in its sentence and in the text; none where they are too few."""
        first, last = bisect_left(self._starts, naming.start), bisect_left(self._starts, naming.end)
        if first == last:
            return set()
        sentence = self._sentences[first]
        begin = bisect_left(self._sentences, sentence, max(0, first - _BOTH), first)
        end = bisect_left(self._sentences, sentence + 1, last, min(len(self._sentences), last + _BOTH))
        reaches = ((begin, end), (max(0, first - _BOTH), min(len(self._texts), last + _BOTH)))
        return {each for reach in reaches if (each := self._context(first, last, *reach)) is not None}

    def _context(self, first: int, last: int, begin: int, end: int) -> Context | None:
        right = min(end - last, _BOTH - min(first - begin, _LEFT))
        left = min(first - begin, _BOTH - right)
        if left + right < _FEWEST:
            return None
        # What is shorter than a whole context ends with the sentence, and says so.
        edge = [] if left + right == _BOTH else [""]
        return (*edge, *self._texts[first - left : first]), tuple(self._texts[last : last + right])
