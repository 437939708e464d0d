"""One remark in several outlets: introduced by words of different classes."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.findings.figures import grouped, largest
from analysis.model import Comparison, CueClass, Evidence, Finding, QuotationCut, SharedQuotation

_BASE = 2.5
"""Where this stands among what is read."""


def introductions(comparison: Comparison) -> Iterator[Finding]:
    """The remark whose reporting words differ most in class."""
    found = [_finding(comparison, one) for one in comparison.shared_quotations]
    yield from largest(found)


def _finding(comparison: Comparison, quotation: SharedQuotation) -> Finding | None:
    cuts = {cut.article: cut for cut in quotation.cuts if cut.cue is not None}
    classes = {cut.cue.label for cut in cuts.values() if cut.cue is not None}
    if len(cuts) < 2 or len(classes) < 2:
        return None
    said = grouped([(article, _word(comparison, cut)) for article, cut in cuts.items()])
    who = f"of {quotation.speaker}" if quotation.speaker else "of a speaker who is not named"
    return Finding(
        kind="introductions",
        template=f"One remark {who} is introduced by {said}.",
        size=f"The same words in quotation marks in {len({cut.article for cut in quotation.cuts})} of "
        f"{len(comparison.articles)} articles",
        voice="quoted",
        unit="reporting word",
        rows=tuple((article, _word(comparison, cut)) for article, cut in cuts.items()),
        evidence=tuple(
            mark
            for cut in quotation.cuts
            for mark in (
                *([cut.cue] if cut.cue is not None else []),
                *(Evidence(cut.article, cut.field, *span, "quotation") for span in cut.spans),
            )
        ),
        weight=_BASE + 0.3 * len(classes - {CueClass.NEUTRAL.value}) + 0.1 * len(cuts),
    )


def _word(comparison: Comparison, cut: QuotationCut) -> str:
    assert cut.cue is not None
    article = next(each.article for each in comparison.articles if each.id == cut.article)
    return article.passage(cut.cue.field, cut.cue.start, cut.cue.end).lower()
