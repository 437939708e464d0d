"""The same remark as several outlets carry it: what each kept, what it trimmed, and how it introduced it.

The quotations of one attribution make a remark, so that one split around its cue ("We had twenty minutes," she said,
"to decide") reads on. Two remarks of different articles are the same where they share a run of words long or rare
enough (``analysis.quotations.linking``). Marks, case and square brackets do not matter; a translation of the same
remark in other words is not found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from analysis.model import AnnotatedArticle, QuotationCut, SharedQuotation, Speaker
from analysis.quotations.linking import linked
from analysis.quotations.remarks import Remark, remarks
from analysis.quotations.trimming import trimmed

__all__ = ["shared_quotations"]


def shared_quotations(event: Sequence[AnnotatedArticle], speakers: Sequence[Speaker]) -> tuple[SharedQuotation, ...]:
    """Remarks that two or more outlets quote: those in most articles first, then the longest, then in text order.

    One cut an article, in the order of ``event``: its text where that carries the remark, else its title. An article
    without an outlet counts as an outlet of its own.
    """
    outlets = {article.id: article.article.outlet or article.id for article in event}
    groups = [_cuts_of(group) for group in linked(remarks(event, speakers), outlets)]
    groups = [cuts for cuts in groups if len({outlets[article] for article in cuts}) > 1]
    groups.sort(key=lambda cuts: (-len(cuts), -max(map(_length, cuts.values()))))
    return tuple(_shared(cuts, outlets) for cuts in groups)


def _cuts_of(group: Sequence[Remark]) -> dict[str, list[Remark]]:
    """Article -> its remarks of a group: those of its text, or where that has none, of its title."""
    cuts: dict[str, list[Remark]] = {}
    for remark in group:
        cuts.setdefault(remark.article, []).append(remark)
    return {
        article: [remark for remark in mine if remark.field == "text"] or mine for article, mine in cuts.items()
    }


def _length(cut: Sequence[Remark]) -> int:
    return sum(len(remark.words) for remark in cut)


def _shared(cuts: Mapping[str, Sequence[Remark]], outlets: Mapping[str, str]) -> SharedQuotation:
    names = Counter(remark.speaker.name for cut in cuts.values() for remark in cut if remark.speaker is not None)
    speaker = max(names, key=lambda name: names[name]) if names else None
    return SharedQuotation(speaker, tuple(_cut(article, cuts, outlets) for article in cuts))


def _cut(article: str, cuts: Mapping[str, Sequence[Remark]], outlets: Mapping[str, str]) -> QuotationCut:
    mine = cuts[article]
    others = (remark for other, cut in cuts.items() if outlets[other] != outlets[article] for remark in cut)
    spans = sorted(span for remark in mine for span in remark.spans)
    cue = next((remark.cue for remark in mine if remark.cue is not None), None)
    return QuotationCut(article, mine[0].field, tuple(spans), tuple(trimmed(mine, others)), cue)
