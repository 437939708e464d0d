"""What the score of a sentence looks at: words of a kind, each with its place, and the form of the sentence.

Words of our list count once more where the outlet itself says them. Positive and negative words are those of VADER
(Hutto and Gilbert 2014), without its emoticons.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis import lexicons
from analysis.model import AnnotatedField, Token, Voice
from analysis.sentiment import strengths

LONGEST_SCARE = 40
"""Characters between quotation marks, at most, that nobody said and that count as scare quotes."""
_FAINT = 0.5
"""Strength (of 4) up to which a word of VADER's list counts as neither positive nor negative."""
_JOINING = str.maketrans("", "", "-'")
_SAME_SIGN = str.maketrans("’ʼ‘", "'''")


class Mark(NamedTuple):
    """A stretch of a sentence that counts towards ``kind``, and how much of it there is (a strength, or 1)."""

    sentence: int
    kind: str
    start: int
    end: int
    amount: float = 1.0


def _closed(**kinds: str) -> dict[str, str]:
    return {word: kind for kind, words in kinds.items() for word in words.split()}


_CLOSED = _closed(
    first="i me my mine myself we us our ours ourselves",
    second="you your yours yourself yourselves",
    third="he him his himself she her hers herself",
    negation="not n't no never none nothing nobody nor neither without",
    contrast="but yet however although though despite nevertheless nonetheless while whereas instead still even",
    vague="critics some many others sources observers opponents supporters experts analysts officials insiders people",
    modal="would could should might must may can will ought",
    said="said says",
    question="?",
    exclamation="!",
)
_BY_TAG = {"JJS": "superlative", "RBS": "superlative", "JJR": "comparative", "RBR": "comparative",
           "VBD": "past", "VBZ": "present", "VBP": "present"}
GRAMMAR = frozenset({
    *_BY_TAG.values(), "first", "second", "third", "modal", "adjective", "adverb", "before a noun", "passive", "name",
    "number", "date",
})
"""Kinds that speak for or against a score and are no choice of words, so that none is shown for them."""
_LISTS = ("hedges", "boosters", "factives")


def marks(field: AnnotatedField) -> Iterator[Mark]:
    """Every mark of ``field``, in no order; a word may bear several. One pass over tokens, lists and attributions."""
    yield from _listed(field)
    yield from _cues(field)
    yield from _scare_quotes(field)
    for token in field.tokens:
        for kind, amount in _of_token(token):
            yield Mark(token.sentence, kind, token.start, token.end, amount)


def written(token: Token) -> str:
    """The form under which a word is looked up: lower-cased, with straight apostrophes."""
    return token.text.lower().translate(_SAME_SIGN)


def _listed(field: AnnotatedField) -> Iterator[Mark]:
    for match in lexicons.load("loaded_words").matches(field):
        sentence = sentence_at(field, match.start)
        yield Mark(sentence, "listed", match.start, match.end)
        if match.voice is Voice.OWN:
            yield Mark(sentence, "listed in own voice", match.start, match.end)
        yield Mark(sentence, f"listed as {match.label}", match.start, match.end)
    for name in _LISTS:
        for match in lexicons.load(name).matches(field):
            yield Mark(sentence_at(field, match.start), name, match.start, match.end)


def _cues(field: AnnotatedField) -> Iterator[Mark]:
    for each in field.attributions:
        if each.cue is not None and each.cue_class is not None:
            yield Mark(sentence_at(field, each.cue.start), f"{each.cue_class} cue", each.cue.start, each.cue.end)


def _scare_quotes(field: AnnotatedField) -> Iterator[Mark]:
    for each in field.quotations:
        if not each.sourced and each.end - each.start < LONGEST_SCARE:
            yield Mark(sentence_at(field, each.start), "scare quotes", each.start, each.end)


def sentence_at(field: AnnotatedField, offset: int) -> int:
    """The last sentence that begins at or before ``offset``."""
    return max(0, bisect_right(field.sentences, offset, key=lambda span: span.start) - 1)


def _of_token(token: Token) -> Iterator[tuple[str, float]]:
    word = written(token)
    if (closed := _CLOSED.get(word)) is not None:
        yield closed, 1.0
    if (tag := _BY_TAG.get(token.tag)) is not None:
        yield tag, 1.0
    yield from ((kind, 1.0) for kind in _grammar(token, word))
    strength = strengths().get(word, 0.0) if token.pos != "PROPN" and _is_plain(word) else 0.0
    if abs(strength) > _FAINT:
        yield ("negative" if strength < 0 else "positive"), abs(strength)


def _is_plain(word: str) -> bool:
    """Whether a word is one of letters: an emoticon is a mark."""
    return word.translate(_JOINING).isalpha()


def _grammar(token: Token, word: str) -> Iterable[str]:
    if token.pos == "ADJ":
        yield "adjective"
    if token.pos == "ADV":
        yield "manner" if word.endswith("ly") else "adverb"
    if token.pos == "PROPN":
        yield "name"
    if token.pos == "NUM":
        yield "number"
    if token.entity == "DATE":
        yield "date"
    if token.dep == "amod":
        yield "before a noun"
    if token.dep == "nsubjpass":
        yield "passive"
