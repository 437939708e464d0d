"""Loaded words in headlines: words, not rates, as a headline has about ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.findings.figures import SMALLEST
from analysis.model import HOW_USUAL_UNKNOWN, Article, Comparison, Evidence, Finding, Voice
from analysis.prose import listed

_FEWEST = 2
"""Loaded words in all headlines together; a single one is no difference between outlets."""


def headlines(comparison: Comparison) -> Iterator[Finding]:
    """Which headlines use loaded words in the outlet's own voice, where others use none."""
    texts = {each.id: each.article for each in comparison.articles}
    marks = {
        row.article: [mark for mark in row.evidence if mark.field == "title"]
        for row in comparison.measurements
        if row.measure == "loaded_words" and row.voice is Voice.OWN and row.part == "opening"
    }
    titled = [article for article in marks if texts[article].title]
    bare = [article for article in titled if not marks[article]]
    loaded = sorted((article for article in titled if marks[article]), key=lambda article: -len(marks[article]))
    if not bare or sum(len(marks[article]) for article in loaded) < _FEWEST:
        return
    said = [f"{{{article}}} {_words(texts[article], marks[article])}" for article in loaded]
    yield Finding(
        kind="headline",
        template=f"Loaded words in headlines, in the outlets’ own voice: {'; '.join(said)}; "
        f"none in {'the other one' if len(bare) == 1 else f'the other {len(bare)}'}.",
        size=f"Words, not rates: a headline has about ten; {HOW_USUAL_UNKNOWN}",
        voice=Voice.OWN.value,
        unit="loaded words in the headline",
        rows=tuple((article, str(len(marks[article]))) for article in titled),
        evidence=tuple(mark for article in titled for mark in marks[article]),
        weight=SMALLEST + 0.5 * len(marks[loaded[0]]) * len(bare) / len(titled),
    )


def _words(article: Article, marks: Sequence[Evidence]) -> str:
    return listed([f"“{article.passage('title', mark.start, mark.end)}”" for mark in marks])
