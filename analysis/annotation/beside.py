"""Quotations that a reporting clause introduces: those in its content, and those right before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analysis.annotation.complements import verb_cue
from analysis.annotation.quotes import Quote
from analysis.annotation.sources import Clause
from analysis.annotation.work import GAP, REACH, WORD, Work
from analysis.model import Span

_RELATIVE = re.compile(r"\b(?:which|that|who|whom|whose|where)\b", re.IGNORECASE)
_ONE_WORD = 50
"""Characters of one word with what stands around it, at most."""


def introduced(work: Work, clause: Clause, content: Iterable[Span]) -> list[int]:
    """Quotations that the clause introduces: those in its content, and those right before or after it."""
    cue = work.tree.span(clause.cue)
    phrase = [cue, work.tree.span(clause.source)] if clause.source else [cue]
    spans = list(content)
    free = work.near(min([*phrase, *spans]).start, max(span.end for span in [*phrase, *spans]))
    numbers = [
        number
        for number, quote in free
        if any(span.overlaps(quote.span) for span in spans) and not quote.span.contains(cue)
    ]
    if work.tokens[clause.head].pos != "VERB" or (spans and not numbers):
        return numbers
    led = verb_cue(work.tree, clause.head)
    set_apart = led is not None and led[0].needs == "quotation"
    reach = min(phrase).start, max(span.end for span in phrase)
    relative = work.tokens[clause.head].dep == "relcl"  # "“...,” said the clerk, who announced ...": not the latter's
    near = [(number, quote) for number, quote in work.near(*reach) if _beside(work, quote, phrase)]
    leads = bool(spans) or any(quote.start >= reach[1] for _, quote in near)
    beside = [
        number
        for number, quote in near
        if not (relative and quote.end <= reach[0])
        and not (set_apart and not _set_apart(work.text, quote, phrase))
        and not (leads and quote.end <= reach[0] and (number in work.owner or _ended_before(work, quote, reach[0])))
    ]
    return sorted({*numbers, *beside})


def _set_apart(text: str, quote: Quote, phrase: list[Span]) -> bool:
    """Does a mark stand between quotation and verb: "continued: “...”", but not "commits “aggression”"?"""
    end = max(span.end for span in phrase)
    if quote.start >= end:
        return "," in text[end : quote.start] or ":" in text[end : quote.start]
    return bool(re.search(r"[,!?.…–—-]\W{0,3}$", text[quote.start : min(span.start for span in phrase)]))


def _ended_before(work: Work, quote: Quote, start: int) -> bool:
    """Did the sentence of the quotation end, with a full stop in it, before the one that begins at ``start``?"""
    ended = quote.end <= start and re.search(r"[.…]\W?$", work.text[quote.start : quote.end]) is not None
    return ended and work.text[start : start + 1].isupper()


def _beside(work: Work, quote: Quote, phrase: list[Span]) -> bool:
    """Only a comma, a colon or a few words stand between the quotation and the source or cue."""
    if any(quote.span.overlaps(span) for span in phrase):
        return False
    start = min(span.start for span in phrase)
    if min(abs(start - quote.end), abs(quote.start - max(span.end for span in phrase))) > REACH:
        return False
    if quote.end <= start:
        before = work.text[quote.end : start]
        if len(before) > _ONE_WORD or "\n" in before or "." in before or _RELATIVE.search(before):
            return False
        return bool(GAP.fullmatch(before)) or len(WORD.findall(before)) <= 1
    end = max(span.end for span in phrase)
    between = work.text[end : quote.start] if quote.start >= end else None
    if between is None or "\n" in between:
        return False
    return bool(GAP.fullmatch(between)) or (
        between.rstrip().endswith((":", ","))
        and len(WORD.findall(between)) <= 12
        and not re.search(r"[.!?]\s", between)
    )
