"""Loaded words in headlines: words, not rates, as a headline has about ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from analysis.findings.figures import Candidate, Figure, highest, lowest, named, passages_of
from analysis.model import Article, Comparison, Evidence, Finding, Voice
from analysis.prose import listed


def headlines(comparison: Comparison) -> Iterator[Candidate]:
    """Loaded words in the outlet's own voice, of all its own words in the headline."""
    texts = {each.id: each.article for each in comparison.articles}
    marks = {
        row.article: tuple(mark for mark in row.evidence if mark.field == "title")
        for row in comparison.measurements
        if row.measure == "loaded_words" and row.voice is Voice.OWN and row.part == "opening"
    }
    lengths = {each.id: each.headline_words(Voice.OWN) for each in comparison.articles}
    figures = tuple(
        Figure(article, len(found), lengths[article], found) for article, found in marks.items() if lengths[article]
    )
    if len(figures) > 1:
        yield Candidate("headline", "", figures, partial(_told, texts, figures))


def _told(texts: dict[str, Article], figures: Sequence[Figure], high: Figure, low: Figure) -> Finding:
    top, bottom = highest(figures, high), lowest(figures, low)
    said = "; ".join(f"{{{each.article}}} {_words(texts[each.article], each.evidence)}" for each in top)
    return Finding(
        kind="headline",
        template=f"Loaded words in headlines, in the outlets’ own voice: {said}; "
        f"{'none' if not bottom[-1].hits else 'fewest'} in {named(bottom)}.",
        size=f"{high.of} words of the headline against {low.of}",
        voice=Voice.OWN.value,
        unit="loaded words in the headline",
        rows=tuple((each.article, str(each.hits)) for each in figures),
        evidence=passages_of(figures),
        weight=0.0,
    )


def _words(article: Article, marks: Sequence[Evidence]) -> str:
    return listed([f"“{article.passage('title', mark.start, mark.end)}”" for mark in marks])
