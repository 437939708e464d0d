"""The voice in which a sentence tells what it tells: one for each sentence, whoever asks.

It is the voice of most of its words, the outlet's own where two have as many. Words that only say who speaks do not
count beside what is said: in "“It will happen,” the general, who once led the northern fleet, said on Monday" the
outlet has more words, yet the sentence is the general's. What the outlet tells in a clause of its own counts ("..., she
said, and the police closed the road").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from analysis.kept import FIELDS, kept
from analysis.model import AnnotatedField, Token, Voice, main_voice
from analysis.pieces import places_of

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_JOINED = frozenset({"conj", "advcl", "parataxis", "ccomp"})
_VERBS = frozenset({"VERB", "AUX"})
_DEEPEST = 60
"""Steps up the tree after which a word is taken to belong to the whole sentence."""


@kept(FIELDS)
def voices_of_sentences(field: AnnotatedField) -> tuple[Voice | None, ...]:
    """The voice of each sentence of ``field``, in order; None for one without a word."""
    every: dict[int, Counter[Voice]] = defaultdict(Counter)
    saying: dict[int, Counter[Voice]] = defaultdict(Counter)
    saying_who = only_say(field)
    for place, token in enumerate(field.tokens):
        if token.is_word:
            every[token.sentence][token.voice] += 1
            saying[token.sentence][token.voice] += place in saying_who
    return tuple(_voice(every[number], saying[number]) for number in range(len(field.sentences)))


@kept(FIELDS)
def only_say(field: AnnotatedField) -> frozenset[int]:
    """Places of the outlet's own words that name a source, or hang on one or on a cue, outside clauses of their own."""
    tokens = field.tokens
    claims = [each for each in field.attributions if each.claim]
    roots = places_of(tokens, (span for each in claims for span in (each.source, each.cue) if span))
    if not roots:
        return frozenset()
    with_subject = {token.head for token in tokens if token.dep in _SUBJECTS}
    sentences = {tokens[place].sentence for place in roots}
    return frozenset(
        place for place, token in enumerate(tokens)
        if token.sentence in sentences and token.voice is Voice.OWN and _hangs_on(tokens, place, roots, with_subject)
    )  # fmt: skip


def _voice(words: Counter[Voice], saying: Counter[Voice]) -> Voice | None:
    told = words - saying
    return main_voice(told or words) if words else None


def _hangs_on(tokens: Sequence[Token], place: int, roots: frozenset[int], with_subject: set[int]) -> bool:
    for _ in range(_DEEPEST):
        token = tokens[place]
        if place in roots:
            return True
        tells_itself = token.pos in _VERBS and token.dep in _JOINED and place in with_subject
        if tells_itself or token.head == place or token.voice is not Voice.OWN:
            return False
        place = token.head
    return False
