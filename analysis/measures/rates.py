"""From passages found to Measurements: rates for an article, counts for its opening, by voice and by class."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis import lexicons
from analysis.kept import FIELDS, kept
from analysis.model import AnnotatedArticle, AnnotatedField, Evidence, FieldName, Measurement, Part, Voice

MIN_WORDS = 100
"""Words of a voice below which no rate is given: one word would move it by more than 10 per 1,000."""

PER_THOUSAND = "per 1,000 words"
MARKED = "marked words"
PARTS: tuple[Part, ...] = ("article", "opening")
_NOT_A_LETTER = re.compile(r"\W")


class Found(NamedTuple):
    """A passage that a measure counts, all of it in one voice."""

    field: FieldName
    start: int
    end: int
    label: str
    voice: Voice


def rate_per_thousand(
    name: str, article: AnnotatedArticle, voice: Voice, found: Sequence[Found], part: Part = "article",
    basis: int | None = None,
) -> Measurement:
    """The Measurement of those of ``found`` that lie in ``part`` and have ``voice``.

    ``article``: their number per 1,000 words of that voice, None under ``MIN_WORDS`` words. ``opening``: their
    number, None where that voice does not speak there. The passages are kept in any case. ``basis``, the number of
    words, is counted where it is not given.
    """
    words = article.word_count(voice, part) if basis is None else basis
    evidence = tuple(
        Evidence(article.id, each.field, each.start, each.end, each.label)
        for each in found
        if each.voice is voice and _lies_in(each, article, part)
    )
    return Measurement(
        measure=name, article=article.id, voice=voice, value=_value(len(evidence), words, part),
        unit=PER_THOUSAND if part == "article" else MARKED, basis=words, evidence=evidence, part=part,
    )


def rates(
    name: str, article: AnnotatedArticle, found: Sequence[Found], classes: Iterable[str] = (),
    voices: Sequence[Voice] = tuple(Voice),
) -> Iterator[Measurement]:
    """One Measurement a part and voice, then one for each of ``classes``, called ``name.class_with_underscores``."""
    groups: Mapping[str, Sequence[Found]] = {name: found} | {
        f"{name}.{_NOT_A_LETTER.sub('_', label)}": [each for each in found if each.label == label] for label in classes
    }
    for part in PARTS:
        words = words_by_voice(article, part)
        for group, members in groups.items():
            for voice in voices:
                yield rate_per_thousand(group, article, voice, members, part, words[voice])


def lexicon_rates(name: str, event: Sequence[AnnotatedArticle], *, by_class: bool = False) -> list[Measurement]:
    """Rates of the terms of the list ``name``; with ``by_class`` also of each of its classes."""
    lexicon = lexicons.load(name)
    classes = lexicon.classes if by_class else ()
    return [
        row
        for article in event
        for row in rates(name, article, [each for one in article.fields() for each in _terms(lexicon, one)], classes)
    ]


def words_by_voice(article: AnnotatedArticle, part: Part) -> Counter[Voice]:
    """Number of words of each voice in ``part``."""
    return _word_counts(article)[part]


@kept(FIELDS)
def _word_counts(article: AnnotatedArticle) -> Mapping[Part, Counter[Voice]]:
    return {part: Counter(_voices_of_words(article, part)) for part in PARTS}


def _voices_of_words(article: AnnotatedArticle, part: Part) -> Iterator[Voice]:
    for annotated, index in article.tokens(part=part):
        token = annotated.tokens[index]
        if token.is_word:
            yield token.voice


def _terms(lexicon: lexicons.Lexicon, annotated: AnnotatedField) -> Iterator[Found]:
    for match in lexicon.matches(annotated):
        yield Found(annotated.name, match.start, match.end, match.label, match.voice)


def _lies_in(found: Found, article: AnnotatedArticle, part: Part) -> bool:
    if part == "article":
        return found.field == "text"
    paragraphs = article.text.paragraphs
    return found.field == "title" or (bool(paragraphs) and found.end <= paragraphs[0].end)


def _value(count: int, words: int, part: Part) -> float | None:
    if part == "opening":
        return float(count) if words else None
    return 1000 * count / words if words >= MIN_WORDS else None
