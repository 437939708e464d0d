"""A headline beside its text: which sentences may tell what the headline tells, and how like it they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

import numpy as np

from analysis.embedding import stored_sentences
from analysis.model import AnnotatedArticle, AnnotatedField, Evidence, HeadlineCheck, HeadlineKind, Span, Token, Voice
from analysis.ngrams import FUNCTION_WORDS
from analysis.phrasing import stem, weights

MIN_WORDS = 100
"""Words of a text below which nothing can be said to be missing from it: it may be the start of an article."""
_MOST_TOKENS = 400
"""Words of a sentence that are looked at; longer ones are tables and noise."""
MOST = 20
"""Figures, words and deeds of a headline that are looked at."""
_DECK = 3
"""Sentences at the start of a text that may be a part of the headline, printed again."""
_NEAREST = 0.25
"""Likeness from which a sentence is shown as the nearest one."""
_SHARE_OF_WORDS = 0.5
_LONGEST_NAME = 80
COLON = re.compile(r":(?!\d)")
"""A colon that may stand behind a speaker; that of a clock or a score does not."""
_QUOTED = re.compile(
    r"(?<!\w)(?:“[^“”]*”|‘[^‘]*?’(?!\w)|\"[^\"]*\"|'[^']*(?:'\w[^']*)*'(?!\w)|«[^«»]*»|„[^„“]*“)"
)


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """A headline and its text.

    ``told`` has the places (tokens) of each stem of a content word in each sentence of the text; sentences that only
    print the headline again are left out. ``likeness`` is the cosine of each of those sentences with the headline, 0
    where no vectors are stored.
    """

    article: AnnotatedArticle
    title: AnnotatedField
    told: Mapping[int, Mapping[str, tuple[int, ...]]]
    stems: frozenset[str]
    likeness: Mapping[int, float]
    quoted: tuple[Span, ...]

    @property
    def text(self) -> AnnotatedField:
        return self.article.text

    @property
    def long_enough(self) -> bool:
        """Whether the text has the words without which nothing can be missed in it."""
        return sum(token.is_word for token in self.text.tokens) >= MIN_WORDS

    def evidence(self, sentence: int, label: str) -> Evidence:
        """A sentence of the text as evidence."""
        span = self.text.sentences[sentence]
        return Evidence(self.article.id, "text", span.start, span.end, label)

    def in_quotes(self, token: Token) -> bool:
        """Whether a word of the headline stands in quotation marks."""
        return any(span.start <= token.start < span.end for span in self.quoted)


def pair_of(article: AnnotatedArticle) -> Pair | None:
    """The pair of an article; None where it has no headline or no text."""
    title, text = article.title, article.text
    if title is None or not any(token.is_word for token in title.tokens) or not text.sentences:
        return None
    again = set(_printed_again(title, text))
    told = {number: found for number, found in _told(text).items() if number not in again}
    if not told:
        return None
    stems = frozenset(word for found in told.values() for word in found)
    quoted = tuple(Span(*match.span()) for match in _QUOTED.finditer(title.text))
    return Pair(article, title, told, stems, _likeness(title, text, told), quoted)


def contents(tokens: Sequence[Token], places: Iterable[int]) -> dict[str, tuple[int, ...]]:
    """Stem -> places of the words of the open classes among ``places``."""
    found: dict[str, tuple[int, ...]] = {}
    for place in places:
        token = tokens[place]
        word = _plain(token.text)
        if token.is_word and word not in FUNCTION_WORDS:
            found[stem(word)] = (*found.get(stem(word), ()), place)
    return found


def places_in(tokens: Sequence[Token], span: Span) -> range:
    """The places of the tokens that begin in ``span``."""
    first = bisect_left(tokens, span.start, key=_start)
    return range(first, bisect_left(tokens, span.end, key=_start))


def quotable(name: str) -> str:
    """A name in quotation marks, on one line; "" where it is too long. It is never cut: half of an outlet's name would
    not be recognised where outlets are hidden."""
    line = " ".join(name.split())
    return f"“{line}”" if 0 < len(line) <= _LONGEST_NAME else ""


def share(stems: Iterable[str], of: Iterable[str]) -> float:
    """How much of the weight of ``of`` the ``stems`` in it have; 0 where it has none."""
    whole = frozenset(of)
    return weights(whole & frozenset(stems)) / weights(whole) if whole else 0.0


def nearest(pair: Pair, stems: Iterable[str]) -> int | None:
    """The sentence most like the headline with most of the weight of ``stems``; None where none is like it."""
    wanted = frozenset(stems)
    meaning = (1 - _SHARE_OF_WORDS) if any(pair.likeness.values()) else 0.0
    scored = {
        number: (1 - meaning) * share(found, wanted) + meaning * pair.likeness[number]
        for number, found in pair.told.items()
    }
    best = max(scored, key=lambda number: (scored[number], -number))
    return best if scored[best] >= _NEAREST else None


def headline_words(pair: Pair) -> dict[str, tuple[int, ...]]:
    """``contents`` of the whole headline."""
    return contents(pair.title.tokens, range(len(pair.title.tokens)))


def beside_nearest(pair: Pair, kind: HeadlineKind, place: Span, label: str, sentence: str) -> HeadlineCheck:
    """A check of the headline at ``place`` that no sentence answers, with the one nearest to the headline."""
    near = nearest(pair, headline_words(pair))
    return HeadlineCheck(
        kind,
        pair.article.id,
        Evidence(pair.article.id, "title", place.start, place.end, label),
        () if near is None else (pair.evidence(near, "nearest sentence"),),
        sentence,
        nearest=True,
    )


def shown(pair: Pair, place: Span) -> str:
    """The words of the headline at ``place``, in quotation marks and on one line."""
    return f"“{' '.join(pair.title.text[place.start : place.end].split())}”"


def voices_of(pair: Pair, sentence: int, wanted: Iterable[str]) -> dict[Voice, frozenset[str]]:
    """Which of the ``wanted`` stems a sentence of the text tells in which voice."""
    found = pair.told[sentence]
    return {
        voice: frozenset(
            word for word in wanted if any(pair.text.tokens[at].voice is voice for at in found.get(word, ()))
        )
        for voice in Voice
    }


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """Lower case, without accents and with straight apostrophes."""
    return "".join(each for each in normalize("NFKD", word.lower().replace("’", "'")) if not combining(each))


def _start(token: Token) -> int:
    return token.start


def _told(text: AnnotatedField) -> dict[int, dict[str, tuple[int, ...]]]:
    places: dict[int, list[int]] = {number: [] for number in range(len(text.sentences))}
    for place, token in enumerate(text.tokens):
        if token.sentence in places and len(places[token.sentence]) < _MOST_TOKENS:
            places[token.sentence].append(place)
    return {number: contents(text.tokens, own) for number, own in places.items() if own}


def _printed_again(title: AnnotatedField, text: AnnotatedField) -> Iterable[int]:
    """The sentences that are the headline once more, or at the start of the text a part of it."""
    headline = _letters(title.text)
    for number, span in enumerate(text.sentences):
        if span.end - span.start > 2 * len(title.text) + 20:
            continue
        letters = _letters(text.text[span.start : span.end])
        if letters == headline or (number < _DECK and letters and letters in headline):
            yield number


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _likeness(title: AnnotatedField, text: AnnotatedField, told: Iterable[int]) -> dict[int, float]:
    mine, theirs = stored_sentences(title), stored_sentences(text)
    if mine is None or theirs is None:
        return dict.fromkeys(told, 0.0)
    whole = mine.mean(axis=0)
    cosines = theirs @ (whole / max(float(np.linalg.norm(whole)), 1e-6))
    return {number: float(cosines[number]) for number in told}
