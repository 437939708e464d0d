"""One remark in several outlets: introduced by words of different classes.

A remark that is quoted again days later is recalled, which calls for other words; and an article that quotes it twice
may introduce it in two ways itself. Neither is set beside the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from analysis.findings.days import within_a_day
from analysis.findings.figures import grouped, largest
from analysis.model import Comparison, CueClass, Evidence, Finding, QuotationCut, SharedQuotation

_FURTHEST = 200
"""Characters between two parts of a remark that one reporting word introduces: "said", who that is, and when."""
_BASE = 2.5
"""Where this stands among what is read."""


def introductions(comparison: Comparison) -> Iterator[Finding]:
    """The remark whose reporting words differ most in class."""
    found = [_finding(comparison, one) for one in comparison.shared_quotations]
    yield from largest(found)


def _finding(comparison: Comparison, quotation: SharedQuotation) -> Finding | None:
    cuts = _comparable(comparison, quotation)
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


def _comparable(comparison: Comparison, quotation: SharedQuotation) -> dict[str, QuotationCut]:
    """Article -> its cut, of articles that introduce the remark once and within a day of another that does."""
    times = {each.id: each.article.published for each in comparison.articles}
    once = [cut for cut in quotation.cuts if cut.cue is not None and _is_one_place(cut)]
    return {
        cut.article: cut for cut in once
        if any(other is not cut and within_a_day(times[cut.article], times[other.article]) for other in once)
    }


def _is_one_place(cut: QuotationCut) -> bool:
    return all(after.start - before.end <= _FURTHEST for before, after in pairwise(sorted(cut.spans)))


def _word(comparison: Comparison, cut: QuotationCut) -> str:
    assert cut.cue is not None
    article = next(each.article for each in comparison.articles if each.id == cut.article)
    return article.passage(cut.cue.field, cut.cue.start, cut.cue.end).lower()
