"""How much others are heard and how they are introduced, where outlets differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from analysis.findings.figures import (
    BURST,
    FEWEST_MARKS,
    SMALLEST,
    Figure,
    difference,
    extremes,
    highest,
    largest,
    lowest,
    named,
    passages_of,
)
from analysis.model import (
    HOW_USUAL_UNKNOWN,
    AnnotatedArticle,
    Comparison,
    CueClass,
    Evidence,
    Finding,
    Measurement,
    Speaker,
    Voice,
)
from analysis.prose import listed

_FEWEST_WORDS = 100


def cue_shares(comparison: Comparison) -> Iterator[Finding]:
    """Reporting words other than neutral ones, as a share of all."""
    figures = _cues(comparison.measurements)
    if len(figures) < 2:
        return
    high, low = extremes(figures)
    size = difference(figures, share=True)
    if high.hits < FEWEST_MARKS or size < SMALLEST:
        return
    top = highest(figures)
    words = ", ".join(dict.fromkeys(mark.label for each in top for mark in each.evidence))
    yield Finding(
        kind="cues",
        template=f"{named(top)} {'introduces' if len(top) == 1 else 'introduce'} what others say with other than "
        f"neutral words most often, {listed([each.of for each in top])} times ({words}); "
        f"{listed([f'{{{each.article}}}: {each.of}' for each in lowest(figures)])}.",
        size=f"{high.hits} of {high.basis} cues against {low.hits} of {low.basis}; {HOW_USUAL_UNKNOWN}",
        voice=Voice.OWN.value,
        unit="cues other than neutral ones",
        rows=tuple((each.article, each.of) for each in figures),
        evidence=passages_of(figures),
        weight=size,
    )


def _cues(rows: Sequence[Measurement]) -> list[Figure]:
    figures = []
    for row in rows:
        if row.measure == "cues" and row.voice is Voice.OWN and row.part == "article":
            marked = tuple(mark for mark in row.evidence if mark.label != CueClass.NEUTRAL)
            if len(row.evidence) >= FEWEST_MARKS:
                figures.append(Figure(row.article, len(marked), len(row.evidence), marked))
    return figures


def voice_shares(comparison: Comparison) -> Iterator[Finding]:
    """Words quoted or reported, as a share of all."""
    figures = []
    for each in comparison.articles:
        words = each.word_count()
        if words >= _FEWEST_WORDS:
            figures.append(Figure(each.id, words - each.word_count(Voice.OWN), words, _quotations(each)))
    if len(figures) < 2:
        return
    high, low = extremes(figures)
    size = difference(figures, share=True, burst=BURST)
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
        evidence=passages_of(figures),
        weight=size,
    )


def _quotations(annotated: AnnotatedArticle) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(annotated.id, "text", quotation.start, quotation.end, "quotation")
        for quotation in annotated.text.quotations
        if quotation.sourced
    )


def speaker_shares(comparison: Comparison) -> Iterator[Finding]:
    """The named speaker whose share of the attributed words differs most between the outlets."""
    totals = Counter[str]()
    for speaker in comparison.speakers:
        totals.update({speech.article: speech.words for speech in speaker.speeches})
    found = [_speaker(speaker, totals) for speaker in comparison.speakers if speaker.entity is not None]
    yield from largest(found)


def _speaker(speaker: Speaker, totals: Mapping[str, int]) -> Finding | None:
    figures = _heard(speaker, totals)
    if len(figures) < 2 or len(speaker.speeches) < 2:
        return None
    high, low = extremes(figures)
    size = difference(figures, share=True, burst=BURST)
    if size < SMALLEST:
        return None
    return Finding(
        kind="speakers",
        template=f"{{{high.article}}} gives {speaker.name} {100 * high.rate:.0f} % of all words that it quotes or "
        f"reports; {{{low.article}}} {100 * low.rate:.0f} %.",
        size=f"{high.hits} of {high.basis} attributed words against {low.hits} of {low.basis}; {HOW_USUAL_UNKNOWN}",
        voice="quoted and reported",
        unit=f"% of attributed words: {speaker.name}",
        rows=tuple((each.article, f"{100 * each.rate:.0f} %") for each in figures),
        evidence=passages_of(figures),
        weight=size,
    )


def _heard(speaker: Speaker, totals: Mapping[str, int]) -> list[Figure]:
    """The speaker's words in every article that attributes enough words to anybody."""
    said = {speech.article: speech for speech in speaker.speeches}
    figures = []
    for article, total in totals.items():
        mine = said.get(article)
        if total >= _FEWEST_WORDS:
            figures.append(Figure(article, mine.words if mine else 0, total, mine.evidence if mine else ()))
    return figures
