"""One annotated article -> what was counted in it, by measure and voice, with the place of every mark."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from analysis.agency import deeds
from analysis.measures import measure_all
from analysis.measures.cues import SHARES
from analysis.measures.rates import MARKED, PER_THOUSAND
from analysis.measures.sentences import OF_SENTENCES, by_voice
from analysis.model import AnnotatedArticle, Measurement, Voice

Key = tuple[str, Voice]
"""Measure and voice."""


class Counted(NamedTuple):
    """Counts of one article.

    ``marks``: (measure, voice) -> for each mark, how many words of that voice stand before it in the text.
    ``openings``: the same measures counted in headline and first paragraph. ``shares``: gauge -> (hits, basis).
    ``spoken``: sentences of each voice. ``sentences``: (measure, voice) -> which of these, from 0, are of that kind.
    """

    words: dict[Voice, int]
    marks: dict[Key, tuple[int, ...]]
    openings: dict[Key, int]
    shares: dict[str, tuple[int, int]]
    spoken: dict[Voice, int]
    sentences: dict[Key, tuple[int, ...]]


def counted(article: AnnotatedArticle) -> Counted:
    """Everything that is counted in ``article`` by itself, without other articles of its event."""
    rows = measure_all([article])
    starts = {voice: [article.text.tokens[index].start for field, index in article.tokens(voice, "article")
                      if field.name == "text" and field.tokens[index].is_word] for voice in Voice}
    spoken = by_voice(article)
    begins = {voice: [sentence.start for sentence in sentences] for voice, sentences in spoken.items()}
    words = {voice: len(starts[voice]) for voice in Voice}
    return Counted(
        words=words,
        marks=_places(rows, PER_THOUSAND, starts),
        openings={(row.measure, row.voice): int(row.value) for row in rows
                  if row.part == "opening" and row.unit == MARKED and row.value is not None},
        shares=_shares(article, rows, words),
        spoken={voice: len(sentences) for voice, sentences in spoken.items()},
        sentences=_places(rows, OF_SENTENCES, begins),
    )


def _places(rows: list[Measurement], unit: str, starts: dict[Voice, list[int]]) -> dict[Key, tuple[int, ...]]:
    """Where the passages of the measures with ``unit`` stand among the words or sentences that begin at ``starts``."""
    return {
        (row.measure, row.voice): tuple(sorted(bisect_left(starts[row.voice], mark.start) for mark in row.evidence))
        for row in rows
        if row.part == "article" and row.unit == unit
    }


def _shares(article: AnnotatedArticle, rows: list[Measurement], words: dict[Voice, int]) -> dict[str, tuple[int, int]]:
    cues = next(row for row in rows if (row.measure, row.voice, row.part) == ("cues", Voice.OWN, "article"))
    own = [deed for deed in deeds([article]) if deed.voice is Voice.OWN]
    total = sum(words.values())
    headline = [row for row in rows if (row.measure, row.voice, row.part) == ("loaded_words", Voice.OWN, "opening")]
    loaded = sum(mark.field == "title" for row in headline for mark in row.evidence)
    return {
        "headline": (loaded, article.headline_words(Voice.OWN)),
        "voices": (total - words[Voice.OWN], total),
        **{gauge: (sum(mark.label in classes for mark in cues.evidence), len(cues.evidence))
           for gauge, classes in SHARES.items()},
        "agency": (sum(deed.without_doer for deed in own), len(own)),
    }
