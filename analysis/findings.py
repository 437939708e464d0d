"""What differs, in plain sentences: measurements of one story -> at most five findings, the largest first.

Until reference tables say how usual a difference is, the order is by size alone: the difference between the highest
and the lowest outlet in standard errors of a Poisson rate (or of a share). It orders and does not prove; each finding
says so ("how usual: not yet measured") and sends the reader to its passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from analysis.measures import MEASURES
from analysis.model import HOW_USUAL_UNKNOWN, AnnotatedArticle, Article, CueClass, Evidence, Finding, Measurement, Voice

MOST = 5
FEWEST_MARKS = 3
"""A difference that rests on fewer marks is no finding: one word more or less would undo it."""
SMALLEST = 1.64
"""Standard errors below which a difference is not listed."""
NEAR = 0.85
"""An outlet with at least this share of the highest rate is named beside the highest."""
BURST = 25.0
"""Words come in quotations, not one by one: a share of words is taken to hold this many times less evidence."""


class _Figure(NamedTuple):
    article: str
    hits: int
    basis: int
    evidence: tuple[Evidence, ...]

    @property
    def rate(self) -> float:
        return self.hits / self.basis


def findings_of(articles: Sequence[AnnotatedArticle], measurements: Iterable[Measurement]) -> tuple[Finding, ...]:
    """The largest differences between ``articles``, at most five; empty where nothing stands out."""
    rows = list(measurements)
    if len({each.article.outlet or each.id for each in articles}) < 2:
        return ()
    found = [*_rates(rows), *_cue_shares(rows), *_voice_shares(articles), *_headlines(articles, rows)]
    return tuple(sorted(found, key=lambda finding: -finding.weight)[:MOST])


def _rates(rows: list[Measurement]) -> Iterator[Finding]:
    for measure in MEASURES:
        if not measure.finding:
            continue
        for voice, phrase in ((Voice.OWN, "in its own voice"), (Voice.REPORTED, "in reported speech")):
            figures = [
                _Figure(row.article, len(row.evidence), row.basis, row.evidence)
                for row in rows
                if row.measure == measure.name
                and row.voice is voice
                and row.part == "article"
                and row.value is not None
            ]
            finding = _rate(measure.name, measure.title.lower(), voice, phrase, figures)
            if finding is not None:
                yield finding


def _rate(name: str, title: str, voice: Voice, phrase: str, figures: list[_Figure]) -> Finding | None:
    if len(figures) < 2:
        return None
    high, low = max(figures, key=lambda each: each.rate), min(figures, key=lambda each: each.rate)
    pooled = sum(each.hits for each in figures) / sum(each.basis for each in figures)
    size = _standard_errors(high.rate - low.rate, pooled, high.basis, low.basis)
    if high.hits < FEWEST_MARKS or size < SMALLEST:
        return None
    return Finding(
        kind=name,
        template=_most_often(figures, title, phrase),
        size=f"{1000 * high.rate:.0f} per 1,000 words of that voice against {1000 * low.rate:.0f}; {HOW_USUAL_UNKNOWN}",
        voice=voice.value,
        unit=f"{title} per 1,000 {voice.value}-voice words",
        rows=tuple((each.article, f"{1000 * each.rate:.0f}") for each in figures),
        evidence=tuple(mark for each in figures for mark in each.evidence),
        weight=size,
    )


def _most_often(figures: list[_Figure], title: str, phrase: str) -> str:
    """Everybody near the top and everybody at the bottom is named, so that no outlet stands out by a hair."""
    top, bottom = _top(figures), _bottom(figures)
    names = _listed([f"{{{each.article}}}" for each in top])
    counts = _listed([f"{each.hits} in {each.basis}" for each in top])
    verb, voice = ("uses", phrase) if len(top) == 1 else ("use", phrase.replace("its", "their"))
    if len(bottom) == 1:
        least = f"{{{bottom[0].article}}} {bottom[0].hits or 'none'} in {bottom[0].basis}"
    else:
        least = f"{_listed([f'{{{each.article}}}' for each in bottom])} " + (
            "have none" if not bottom[0].hits else f"{bottom[0].hits} in {bottom[0].basis} each"
        )
    return f"{names} {verb} {title} {voice} most often, {counts} words; {least}."


def _top(figures: list[_Figure]) -> list[_Figure]:
    highest = max(each.rate for each in figures)
    return sorted((each for each in figures if each.rate >= NEAR * highest), key=lambda each: -each.rate)


def _bottom(figures: list[_Figure]) -> list[_Figure]:
    lowest = min(figures, key=lambda each: each.rate)
    return [
        each for each in figures if (each.hits, each.hits and each.basis) == (lowest.hits, lowest.hits and lowest.basis)
    ]


def _cue_shares(rows: list[Measurement]) -> Iterator[Finding]:
    total: dict[str, int] = {}
    marked: dict[str, list[Evidence]] = {}
    for row in rows:
        if row.measure == "cues" and row.voice is Voice.OWN and row.part == "article":
            total[row.article] = len(row.evidence)
            marked[row.article] = [mark for mark in row.evidence if mark.label != CueClass.NEUTRAL]
    figures = [
        _Figure(article, len(marked[article]), count, tuple(marked[article]))
        for article, count in total.items()
        if count >= FEWEST_MARKS
    ]
    if len(figures) < 2:
        return
    high, low = max(figures, key=lambda each: each.rate), min(figures, key=lambda each: each.rate)
    pooled = sum(each.hits for each in figures) / sum(each.basis for each in figures)
    size = _standard_errors(high.rate - low.rate, pooled * (1 - pooled), high.basis, low.basis)
    if high.hits < FEWEST_MARKS or size < SMALLEST:
        return
    top = _top(figures)
    words = ", ".join(dict.fromkeys(mark.label for each in top for mark in each.evidence))
    yield Finding(
        kind="cues",
        template=f"{_listed([f'{{{each.article}}}' for each in top])} {'introduces' if len(top) == 1 else 'introduce'} "
        f"what others say with other than neutral words most often, {_listed([_of(each) for each in top])} times "
        f"({words}); {_listed([f'{{{each.article}}}: {_of(each)}' for each in _bottom(figures)])}.",
        size=f"{high.hits} of {high.basis} cues against {low.hits} of {low.basis}; {HOW_USUAL_UNKNOWN}",
        voice=Voice.OWN.value,
        unit="cues other than neutral ones",
        rows=tuple((each.article, f"{each.hits} of {each.basis}") for each in figures),
        evidence=tuple(mark for each in figures for mark in each.evidence),
        weight=size,
    )


def _of(figure: _Figure) -> str:
    return f"{figure.hits} of {figure.basis}"


def _voice_shares(articles: Sequence[AnnotatedArticle]) -> Iterator[Finding]:
    figures = []
    for each in articles:
        words = each.word_count()
        if words >= 100:
            own = each.word_count(Voice.OWN)
            figures.append(_Figure(each.id, words - own, words, _quotations(each)))
    if len(figures) < 2:
        return
    high, low = max(figures, key=lambda each: each.rate), min(figures, key=lambda each: each.rate)
    pooled = sum(each.hits for each in figures) / sum(each.basis for each in figures)
    size = _standard_errors(high.rate - low.rate, pooled * (1 - pooled) * BURST, high.basis, low.basis)
    if size < SMALLEST:
        return
    yield Finding(
        kind="voices",
        template=f"{{{high.article}}} gives {100 * high.rate:.0f} % of its words to what others say; "
        f"{{{low.article}}} {100 * low.rate:.0f} %.",
        size=f"{high.hits} of {high.basis} words quoted or reported against {low.hits} of {low.basis}; "
        f"{HOW_USUAL_UNKNOWN}. Shown: the quotations.",
        voice="quoted and reported",
        unit="% of words quoted or reported",
        rows=tuple((each.article, f"{100 * each.rate:.0f} %") for each in figures),
        evidence=tuple(mark for each in figures for mark in each.evidence),
        weight=size,
    )


def _quotations(annotated: AnnotatedArticle) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(annotated.id, "text", quotation.start, quotation.end, "quotation")
        for quotation in annotated.text.quotations
        if quotation.sourced
    )


def _headlines(articles: Sequence[AnnotatedArticle], rows: list[Measurement]) -> Iterator[Finding]:
    texts = {each.id: each.article for each in articles}
    marks = {
        row.article: [mark for mark in row.evidence if mark.field == "title"]
        for row in rows
        if row.measure == "loaded_words" and row.voice is Voice.OWN and row.part == "opening"
    }
    titled = [article for article in marks if texts[article].title]
    bare = [article for article in titled if not marks[article]]
    loaded = sorted((article for article in titled if marks[article]), key=lambda article: -len(marks[article]))
    if not loaded or not bare:
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
    return _listed([f"“{article.passage('title', mark.start, mark.end)}”" for mark in marks])


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _standard_errors(difference: float, variance: float, first: int, second: int) -> float:
    """``difference`` in standard errors, for two means of ``first`` and ``second`` draws of ``variance``."""
    return difference / sqrt(variance * (1 / first + 1 / second)) if variance > 0 else 0.0
