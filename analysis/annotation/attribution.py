"""Who is said to have said what: parse, quotation marks and paragraph order brought together.

First the clauses that the parse shows take the quotations they introduce; then a quotation left over goes to the
speaker beside it, to the speaker of the quotation before it, or, where it is long enough to be somebody's very words,
to an unknown source. What then remains without a source is a word in scare quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from analysis.annotation.attitudes import attitudes_of
from analysis.annotation.beside import introduced
from analysis.annotation.claims import is_name_given, is_untold
from analysis.annotation.clauses import clauses_of
from analysis.annotation.headings import headings_of
from analysis.annotation.leftover import take_left_over, take_named
from analysis.annotation.quotes import Quote
from analysis.annotation.sources import Clause
from analysis.annotation.spans import merged
from analysis.annotation.tree import Tree
from analysis.annotation.work import REACH, Work
from analysis.model import Attribution, Quotation, Span, Token

_SPEAKER = 8
"""Words between a quotation and its verb that name the speaker, at most."""
_NAMING, _NOT_NAMING = ("NOUN", "PROPN", "PRON"), ("VERB", "AUX", "PUNCT")
_WRITER = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})
"""Outside quotations: whoever writes, and the reader."""
_BRACKET = 60
"""Characters of an abbreviation in brackets, at most."""


def attributions_of(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
    quotes: Sequence[Quote],
    outlet: str | None = None,
) -> tuple[tuple[Attribution, ...], tuple[Quotation, ...]]:
    """Attributions in text order, and the quotations with the mark of whether they have a source.

    ``outlet``: name of the outlet; what it says of its own reports ("as the Harbour Times reported") is its own voice.
    """
    work = Work(text, Tree(tokens), sentences, paragraphs, quotes)
    take_named(work)
    for clause in clauses_of(work.tree):
        _add(work, clause)
    _add_headings(work)
    _take_enclosed(work)
    take_left_over(work)
    _add_attitudes(work)
    _take_back_own(work, outlet)
    _take_back_told(work)
    attributions = sorted(_outer(work), key=lambda item: min(span.start for span in _spans(item)))
    marked = tuple(Quotation(quote.start, quote.end, number in work.owner) for number, quote in enumerate(quotes))
    return tuple(attributions), marked


def _add_headings(work: Work) -> None:
    """Claims of headlines, where no cue was found in the line."""
    claims = [each for each in work.found if each.claim and each.content]
    told = {work.sentence_of(span.start) for each in claims for span in (each.cue, *each.content) if span}
    for clause in headings_of(work.tree):
        if work.tokens[clause.head].sentence not in told:
            _add(work, clause)


def _add_attitudes(work: Work) -> None:
    """Attitudes where no cue was found; they take no quotation and change no voice."""
    cues = merged(each.cue for each in work.found if each.cue is not None)
    for clause in attitudes_of(work.tree):
        cue = work.tree.span(clause.cue)
        at = bisect_right(cues, cue.start, key=lambda span: span.start) - 1
        if at >= 0 and cues[at].contains(cue):
            continue
        source = work.tree.span(clause.source) if clause.source else None
        spans = work.tree.spans(sorted(set(clause.content)))
        content = tuple(piece for span in spans for piece in _without(work.text, span, cue, source))
        if source or content:
            work.found.append(Attribution(source, None, cue, clause.cue_class, content, False, claim=False))


def _take_back_own(work: Work, outlet: str | None) -> None:
    """An outlet that cites itself, and a writer who says "I think", make a claim of their own: it stays own voice."""
    own = _bare(outlet or "")
    for number, each in enumerate(work.found):
        cited = _bare(work.text[each.source.start : each.source.end]) if each.source is not None else ""
        if ((own and cited == own) or cited in _WRITER) and not each.direct:
            work.found[number] = replace(each, claim=False)


def _take_back_told(work: Work) -> None:
    """A wish inside what somebody else said is no claim: "the crew plans to end the “farce”, Teviot said"."""
    told = [each for number, each in enumerate(work.found) if each.claim and number not in work.promoted]
    spans = merged(span for each in told for span in each.content)
    for number in work.promoted:
        each = work.found[number]
        at = bisect_right(spans, each.content[0].start, key=lambda span: span.start) - 1
        if at >= 0 and spans[at].contains(each.content[0]):
            work.found[number] = replace(each, claim=False)


def _bare(name: str) -> str:
    return re.sub(r"^the\s+", "", name.strip().lower())


def _outer(work: Work) -> list[Attribution]:
    """What was found, without cues inside a quotation that has a source: its words are taken whole."""
    owned = [quote for number, quote in enumerate(work.quotes) if number in work.owner]
    return [each for each in work.all_found() if each.cue is None or not _within(owned, each.cue)]


def _within(quotes: Sequence[Quote], span: Span) -> bool:
    at = bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1
    return at >= 0 and quotes[at].span.contains(span)


def _spans(attribution: Attribution) -> list[Span]:
    return [span for span in (attribution.source, attribution.cue, *attribution.content) if span is not None]


def _add(work: Work, clause: Clause) -> None:
    tree = work.tree
    content = _bracketed(work.text, tree.spans(clause.content))
    topic = tree.spans(clause.topic)
    numbers = introduced(work, clause, [*content, *topic])
    _add_topic(work, clause, topic)
    content = merged([*content, *(work.quotes[number].span for number in numbers)])
    if not content:
        return
    cue = tree.span(clause.cue)
    source = tree.span(clause.source) if clause.source else None
    barred = cue, source, work.dateline_at(min(span.start for span in content))
    content = [piece for span in _up_to(work, content, cue, source) for piece in _without(work.text, span, *barred)]
    source = _outside(work, _after_dateline(work, source), cue, numbers)
    if not content:
        return
    for number in numbers:
        work.owner.setdefault(number, len(work.found))
    no_claim = is_untold(tree, clause.head) or (source is None and is_name_given(tree, clause.head))
    told = bool(numbers) and not no_claim
    if told and not clause.claim:
        work.promoted.add(len(work.found))
    work.found.append(
        Attribution(source, None, cue, clause.cue_class, tuple(content), bool(numbers), clause.claim or told)
    )


def _after_dateline(work: Work, source: Span | None) -> Span | None:
    """``source`` without the place that the article was written at: "TARN - The mayor"."""
    line = work.dateline_at(source.start) if source is not None else None
    if source is None or line is None:
        return source
    return Span(line.end, source.end) if line.end < source.end else None


def _outside(work: Work, source: Span | None, cue: Span, numbers: Sequence[int]) -> Span | None:
    """Who speaks in "“..., all of it,” one clerk told": a source inside its own quotation was misread."""
    holding = (work.quotes[number] for number in numbers if source and work.quotes[number].span.contains(source))
    quote = next(holding, None)
    if quote is None or quote.span.contains(cue):
        return source
    first, last = work.token_at(quote.end), work.token_at(cue.start)
    words = work.tokens[first:last]
    if not 0 < len(words) <= _SPEAKER or any(token.pos in _NOT_NAMING and token.text != "-" for token in words):
        return None
    return Span(words[0].start, words[-1].end) if any(token.pos in _NAMING for token in words) else None


def _add_topic(work: Work, clause: Clause, topic: Sequence[Span]) -> None:
    """What a judgment is about, kept as the object of an attitude."""
    if topic:
        cue = work.tree.span(clause.cue)
        source = work.tree.span(clause.source) if clause.source else None
        content = tuple(piece for span in topic for piece in _without(work.text, span, cue, source))
        work.found.append(Attribution(source, None, cue, clause.cue_class, content, False, claim=False))


def _up_to(work: Work, content: list[Span], cue: Span, source: Span | None) -> list[Span]:
    """``content`` that stands before source and cue, drawn out to them: "nine were hurt, two badly, police said"."""
    start = min(cue.start, source.start if source else cue.start)
    last = content[-1]
    if last.end > start or work.text[last.end - 1] in "”\"»’'":
        return content
    gap = work.text[last.end : start]
    kept = re.sub(r"\W+as$", "", gap.rstrip(" ,\u00a0"))
    if not kept or len(kept) > REACH or re.search(r"[.!?;:\n\"“”]", kept):
        return content
    return [*content[:-1], Span(last.start, last.end + len(kept))]


def _without(text: str, span: Span, *barred: Span | None) -> list[Span]:
    """``span`` without the parts that belong to cue or source."""
    pieces = [span]
    for bar in barred:
        if bar is not None:
            pieces = [
                piece
                for part in pieces
                for piece in (
                    [part] if not part.overlaps(bar) else [Span(part.start, bar.start), Span(bar.end, part.end)]
                )
            ]
    return [trimmed for piece in pieces if (trimmed := _trimmed(text, piece)) is not None]


def _trimmed(text: str, span: Span) -> Span | None:
    """``span`` without blanks at its edges; None where nothing else is in it."""
    inside = text[span.start : span.end]
    start = span.start + len(inside) - len(inside.lstrip())
    end = span.start + len(inside.rstrip())
    return Span(start, end) if start < end else None


def _bracketed(text: str, spans: Sequence[Span]) -> list[Span]:
    """``spans``, joined where only a bracket's inside parts them: "the Guild of River Pilots (GRP) pledged"."""
    joined: list[Span] = []
    for span in spans:
        gap = text[joined[-1].end - 1 : span.start + 1] if joined else ""
        if 1 < len(gap) <= _BRACKET and re.fullmatch(r".?\s*\([^()\n]*\)", gap):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _take_enclosed(work: Work) -> None:
    """A quotation inside the content of an attribution has that attribution's source (the first one's)."""
    holders = sorted((span, number) for number, each in enumerate(work.found) for span in each.content)
    open_spans: list[tuple[int, Span]] = []
    at = 0
    for number, quote in enumerate(work.quotes):
        while at < len(holders) and holders[at][0].start <= quote.start:
            open_spans.append((holders[at][1], holders[at][0]))
            at += 1
        open_spans = [each for each in open_spans if each[1].end >= quote.end]
        if number not in work.owner and open_spans:
            position = min(open_spans)[0]
            work.owner[number] = position
            work.found[position] = replace(work.found[position], direct=True)
