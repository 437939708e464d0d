"""How much others are heard and how they are introduced, where outlets differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import partial

from analysis.findings.figures import FEWEST_MARKS, Candidate, Figure, highest, lowest, named, passages_of
from analysis.measures.cues import SHARES
from analysis.model import AnnotatedArticle, Article, Comparison, Evidence, Finding, Measurement, Speaker, Voice
from analysis.prose import listed

_FEWEST_WORDS = 100
_MOST_CUES, _LONGEST_CUE = 6, 25
"""Different reporting words that a sentence names, and the length in characters of the longest."""


def cue_shares(comparison: Comparison) -> Iterator[Candidate]:
    """Reporting words other than neutral ones, and those of each class, as shares of all."""
    cues = [row for row in comparison.measurements
            if row.measure == "cues" and row.voice is Voice.OWN and row.part == "article"]
    texts = {each.id: each.article for each in comparison.articles}
    for gauge, classes in SHARES.items():
        figures = _cues(cues, classes)
        if len(figures) > 1:
            kind = "other than neutral" if len(classes) > 1 else min(classes).value
            yield Candidate(gauge, "", figures, partial(_cues_told, texts, kind, figures))


def _cues_told(
    texts: Mapping[str, Article], kind: str, figures: Sequence[Figure], high: Figure, low: Figure
) -> Finding:
    top = highest(figures, high)
    words = _words(texts, [mark for each in top for mark in each.evidence])
    return Finding(
        kind="cues",
        template=f"{named(top)} {'introduces' if len(top) == 1 else 'introduce'} what others say with {kind} words "
        f"most often, {listed([each.of for each in top])} times{f' ({words})' if words else ''}; "
        f"{listed([f'{{{each.article}}}: {each.of}' for each in lowest(figures, low)])}.",
        size=f"{high.hits} of {high.basis} cues against {low.hits} of {low.basis}",
        voice=Voice.OWN.value,
        unit=f"{kind} cues",
        rows=tuple((each.article, each.of) for each in figures),
        evidence=passages_of(figures),
        weight=0.0,
    )


def _words(texts: Mapping[str, Article], marks: Sequence[Evidence]) -> str:
    """"“claimed”, “insisted” and others": the reporting words, each once."""
    found = (texts[mark.article].passage(mark.field, mark.start, mark.end).lower() for mark in marks)
    words = [f"“{word}”" for word in dict.fromkeys(found) if len(word) <= _LONGEST_CUE]
    return listed([*words[:_MOST_CUES], *(["others"] if len(words) > _MOST_CUES else [])])


def _cues(rows: Sequence[Measurement], classes: Container[str]) -> tuple[Figure, ...]:
    figures = []
    for row in rows:
        marked = tuple(mark for mark in row.evidence if mark.label in classes)
        if len(row.evidence) >= FEWEST_MARKS:
            figures.append(Figure(row.article, len(marked), len(row.evidence), marked))
    return tuple(figures)


def voice_shares(comparison: Comparison) -> Iterator[Candidate]:
    """Words quoted or reported, as a share of all."""
    figures = []
    for each in comparison.articles:
        words = each.word_count()
        if words >= _FEWEST_WORDS:
            figures.append(Figure(each.id, words - each.word_count(Voice.OWN), words, _quotations(each)))
    if len(figures) > 1:
        yield Candidate("voices", "", tuple(figures), partial(_voices_told, figures))


def _voices_told(figures: Sequence[Figure], high: Figure, low: Figure) -> Finding:
    return Finding(
        kind="voices",
        template=f"{{{high.article}}} gives {100 * high.rate:.0f} % of its words to what others say; "
        f"{{{low.article}}} {100 * low.rate:.0f} %.",
        size=f"{high.of} words quoted or reported against {low.of}; shown are the quotations",
        voice="quoted and reported",
        unit="% of words quoted or reported",
        rows=tuple((each.article, f"{100 * each.rate:.0f} %") for each in figures),
        evidence=passages_of(figures),
        weight=0.0,
    )


def _quotations(annotated: AnnotatedArticle) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(annotated.id, "text", quotation.start, quotation.end, "quotation")
        for quotation in annotated.text.quotations
        if quotation.sourced
    )


def speaker_shares(comparison: Comparison) -> Iterator[Candidate]:
    """Each named speaker's share of the attributed words, where most of the articles quote or report that speaker.

    Whom one of many quotes belongs to what that article tells, which another story would tell too.
    """
    totals = Counter[str]()
    for speaker in comparison.speakers:
        totals.update({speech.article: speech.words for speech in speaker.speeches})
    for speaker in comparison.speakers:
        figures = _heard(speaker, totals)
        heard = sum(figure.hits > 0 for figure in figures)
        if speaker.entity is not None and heard > 1 and 2 * heard > len(figures):
            yield Candidate("speakers", "", figures, partial(_speaker_told, speaker.name, figures))


def _speaker_told(name: str, figures: Sequence[Figure], high: Figure, low: Figure) -> Finding:
    return Finding(
        kind="speakers",
        template=f"{{{high.article}}} gives {name} {100 * high.rate:.0f} % of all words that it quotes or "
        f"reports; {{{low.article}}} {100 * low.rate:.0f} %.",
        size=f"{high.of} attributed words against {low.of}",
        voice="quoted and reported",
        unit=f"% of attributed words: {name}",
        rows=tuple((each.article, f"{100 * each.rate:.0f} %") for each in figures),
        evidence=passages_of(figures),
        weight=0.0,
    )


def _heard(speaker: Speaker, totals: Mapping[str, int]) -> tuple[Figure, ...]:
    """The speaker's words in every article that attributes enough words to anybody."""
    said = {speech.article: speech for speech in speaker.speeches}
    figures = []
    for article, total in totals.items():
        mine = said.get(article)
        if total >= _FEWEST_WORDS:
            figures.append(Figure(article, mine.words if mine else 0, total, mine.evidence if mine else ()))
    return tuple(figures)
