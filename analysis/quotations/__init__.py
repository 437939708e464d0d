"""The same remark as several outlets carry it: what each kept, what it trimmed, and how it introduced it.

A remark is a quoted sentence (``analysis.quotations.lines``), or several of one statement that the same outlets carry.
All its cuts hold a run of words in common (``analysis.quotations.cores``), long or rare enough to be no accident
(``analysis.quotations.linking``); a long statement of which each outlet takes other sentences makes several remarks.
Marks, case and square brackets do not matter; a translation of the same remark in other words is not found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.fixed_order import in_fixed_order
from analysis.model import AnnotatedArticle, FieldName, QuotationCut, SharedQuotation, Span, Speaker
from analysis.quotations.cores import groups
from analysis.quotations.lines import Line, lines
from analysis.quotations.remarks import remarks
from analysis.quotations.trimming import trimmed

__all__ = ["shared_quotations"]

Texts = Mapping[tuple[str, FieldName], str]
Cuts = Mapping[str, Sequence[Line]]
"""Article -> its lines of a remark."""


def shared_quotations(event: Sequence[AnnotatedArticle], speakers: Sequence[Speaker]) -> tuple[SharedQuotation, ...]:
    """Remarks that two or more outlets quote: those in most articles first, then the longest, then in text order.

    One cut an article, in the order of ``event``: its text where that carries the remark, else its title. Its spans
    are without quotation marks. An article without an outlet counts as an outlet of its own.
    """
    outlets = {article.id: article.article.outlet or article.id for article in event}
    texts = {(article.id, field.name): field.text for article in event for field in article.fields()}
    given = {article.id: number for number, article in enumerate(event)}
    found = lines(remarks(in_fixed_order(event), speakers))
    shared = list(_joined(_cuts_of([found[number] for number in group]) for group in groups(found, outlets)))
    shared.sort(key=lambda cuts: (-len(cuts), -max(map(_length, cuts.values()))))
    return tuple(_in_order(_shared(cuts, outlets, texts), given) for cuts in shared)


def _in_order(told: SharedQuotation, given: Mapping[str, int]) -> SharedQuotation:
    return replace(told, cuts=tuple(sorted(told.cuts, key=lambda cut: given[cut.article])))


def _cuts_of(group: Iterable[Line]) -> Cuts:
    """Those of an article's text, or where that has none, of its title."""
    cuts: dict[str, list[Line]] = {}
    for line in group:
        cuts.setdefault(line.article, []).append(line)
    return {article: [line for line in mine if line.field == "text"] or mine for article, mine in cuts.items()}


def _joined(shared: Iterable[Cuts]) -> Iterator[Cuts]:
    """Sentences that the very same statements carry, as one remark."""
    same: dict[frozenset[int], list[Cuts]] = {}
    for cuts in shared:
        same.setdefault(frozenset(line.remark for mine in cuts.values() for line in mine), []).append(cuts)
    for sentences in same.values():
        yield {
            article: list({line.spans: line for cuts in sentences for line in cuts[article]}.values())
            for article in sentences[0]
        }


def _length(cut: Sequence[Line]) -> int:
    return sum(len(line.words) for line in cut)


def _shared(cuts: Cuts, outlets: Mapping[str, str], texts: Texts) -> SharedQuotation:
    names = Counter(line.speaker.name for mine in cuts.values() for line in mine if line.speaker is not None)
    speaker = max(names, key=lambda name: names[name]) if names else None
    return SharedQuotation(speaker, tuple(_cut(article, cuts, outlets, texts) for article in cuts))


def _cut(article: str, cuts: Cuts, outlets: Mapping[str, str], texts: Texts) -> QuotationCut:
    mine = cuts[article]
    others = (line for other, cut in cuts.items() if outlets[other] != outlets[article] for line in cut)
    spans = sorted(span for line in mine for span in line.spans)
    cue = next((line.cue for line in mine if line.cue is not None), None)
    field = mine[0].field
    runs = _runs_of(texts[article, field], spans)
    return QuotationCut(article, field, tuple(runs), tuple(trimmed(mine, others)), cue)


def _runs_of(text: str, spans: Iterable[Span]) -> list[Span]:
    """Stretches with nothing but space between them, as one."""
    runs: list[Span] = []
    for span in spans:
        if runs and not text[runs[-1].end : span.start].strip():
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    return runs
