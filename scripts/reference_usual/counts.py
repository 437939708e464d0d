"""One annotated article -> what was counted in it, by measure and voice, with the place of every mark."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from analysis.agency import deeds
from analysis.measures import measure_all
from analysis.measures.rates import PER_THOUSAND
from analysis.model import AnnotatedArticle, CueClass, Measurement, Voice


class Counted(NamedTuple):
    """Counts of one article.

    ``marks``: (measure, voice) -> for each mark, how many words of that voice stand before it in the text.
    ``openings``: the same measures counted in headline and first paragraph. ``shares``: gauge -> (hits, basis).
    ``tone``: mean score.
    """

    words: dict[Voice, int]
    marks: dict[tuple[str, Voice], tuple[int, ...]]
    openings: dict[tuple[str, Voice], int]
    shares: dict[str, tuple[int, int]]
    tone: dict[Voice, float]


def counted(article: AnnotatedArticle) -> Counted:
    """Everything that is counted in ``article`` by itself, without other articles of its event."""
    rows = measure_all([article])
    starts = {voice: [article.text.tokens[index].start for field, index in article.tokens(voice, "article")
                      if field.name == "text" and field.tokens[index].is_word] for voice in Voice}
    marks, openings, tone = {}, {}, {}
    for row in rows:
        if row.part == "opening":
            if row.value is not None and row.measure != "tone":
                openings[row.measure, row.voice] = int(row.value)
        elif row.unit == PER_THOUSAND:
            places = (bisect_left(starts[row.voice], mark.start) for mark in row.evidence)
            marks[row.measure, row.voice] = tuple(sorted(places))
        elif row.measure == "tone" and row.value is not None:
            tone[row.voice] = row.value
    words = {voice: len(starts[voice]) for voice in Voice}
    return Counted(words, marks, openings, _shares(article, rows, words), tone)


def _shares(article: AnnotatedArticle, rows: list[Measurement], words: dict[Voice, int]) -> dict[str, tuple[int, int]]:
    cues = next(row for row in rows if (row.measure, row.voice, row.part) == ("cues", Voice.OWN, "article"))
    own = [deed for deed in deeds([article]) if deed.voice is Voice.OWN]
    total = sum(words.values())
    headline = [row for row in rows if (row.measure, row.voice, row.part) == ("loaded_words", Voice.OWN, "opening")]
    loaded = sum(mark.field == "title" for row in headline for mark in row.evidence)
    return {
        "headline": (loaded, article.headline_words(Voice.OWN)),
        "voices": (total - words[Voice.OWN], total),
        "cues": (sum(mark.label != CueClass.NEUTRAL for mark in cues.evidence), len(cues.evidence)),
        "agency": (sum(deed.without_doer for deed in own), len(own)),
    }
