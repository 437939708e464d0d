"""Who is said to have said what: parse, quotation marks and paragraph order brought together.

First the clauses that the parse shows take the quotations they introduce; then a quotation left over goes to the
speaker beside it, to the speaker of the quotation before it, or, where it is long enough to be somebody's very words,
to an unknown source. What then remains without a source is a word in scare quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from analysis.annotation.clauses import Clause, clauses_of
from analysis.annotation.cues import cues
from analysis.annotation.quotes import Quote
from analysis.annotation.speakers import resolve_speakers
from analysis.annotation.tree import Tree
from analysis.model import Attribution, CueClass, Quotation, Span, Token

VERBATIM_WORDS = 5
"""A quotation of this many words is taken for somebody's very words even where no source was found."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_GAP = re.compile(r"[ \u00a0,;:–—-]*")


@dataclass
class _State:
    """Work in progress on one text."""

    text: str
    tree: Tree
    sentences: Sequence[Span]
    paragraphs: Sequence[Span]
    quotes: Sequence[Quote]
    found: list[Attribution] = field(default_factory=list)
    owner: dict[int, int] = field(default_factory=dict)
    """Number of a quote -> number of the attribution whose content holds it."""


def attributions_of(
    text: str, tokens: Sequence[Token], sentences: Sequence[Span], paragraphs: Sequence[Span], quotes: Sequence[Quote]
) -> tuple[tuple[Attribution, ...], tuple[Quotation, ...]]:
    """Attributions in text order, and the quotations with the mark of whether they have a source."""
    state = _State(text, Tree(tokens), sentences, paragraphs, quotes)
    for clause in clauses_of(state.tree):
        _add(state, clause)
    _take_enclosed(state)
    _take_left_over(state)
    attributions = sorted(state.found, key=lambda item: min(span.start for span in _spans(item)))
    marked = tuple(Quotation(quote.start, quote.end, number in state.owner) for number, quote in enumerate(quotes))
    return resolve_speakers(text, tokens, attributions), marked


def _spans(attribution: Attribution) -> list[Span]:
    return [span for span in (attribution.source, attribution.cue, *attribution.content) if span is not None]


def _add(state: _State, clause: Clause) -> None:
    tree = state.tree
    content = list(tree.spans(clause.content))
    numbers = _introduced(state, clause, content)
    content = merged([*content, *(state.quotes[number].span for number in numbers)])
    if not content:
        return
    cue = tree.span(clause.cue)
    source = tree.span(clause.source) if clause.source else None
    content = [piece for span in content for piece in _without(span, cue, source)]
    if not content:
        return
    for number in numbers:
        state.owner.setdefault(number, len(state.found))
    state.found.append(Attribution(source, None, cue, clause.cue_class, tuple(content), bool(numbers)))


def _introduced(state: _State, clause: Clause, content: Iterable[Span]) -> list[int]:
    """Quotations that the clause introduces: those in its content, and those right before or after it."""
    cue = state.tree.span(clause.cue)
    phrase = [cue, state.tree.span(clause.source)] if clause.source else [cue]
    spans = list(content)
    numbers = [
        number
        for number, quote in enumerate(state.quotes)
        if any(span.overlaps(quote.span) for span in spans) and not quote.span.contains(cue)
    ]
    if state.tree.tokens[clause.head].pos != "VERB" or (spans and not numbers):
        return numbers
    beside = [number for number, quote in enumerate(state.quotes) if _beside(state, quote, phrase)]
    return sorted({*numbers, *beside})


def _beside(state: _State, quote: Quote, phrase: list[Span]) -> bool:
    """Only a comma, a colon or a few words stand between the quotation and the source or cue."""
    if any(quote.span.overlaps(span) for span in phrase):
        return False
    start = min(span.start for span in phrase)
    if quote.end <= start:
        before = state.text[quote.end : start]
        return "\n" not in before and (bool(_GAP.fullmatch(before)) or len(_WORD.findall(before)) <= 1)
    end = max(span.end for span in phrase)
    between = state.text[end : quote.start] if quote.start >= end else None
    if between is None or "\n" in between:
        return False
    return bool(_GAP.fullmatch(between)) or (
        len(_WORD.findall(between)) <= 12 and between.rstrip().endswith((":", ",")) and not re.search(r"[.!?]\s", between)
    )


def _without(span: Span, *barred: Span | None) -> list[Span]:
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
                if piece.end > piece.start
            ]
    return pieces


def merged(spans: Iterable[Span]) -> list[Span]:
    """``spans`` in order, overlapping ones joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _take_enclosed(state: _State) -> None:
    """A quotation inside the content of an attribution has that attribution's source."""
    for number, quote in enumerate(state.quotes):
        if number in state.owner:
            continue
        for position, attribution in enumerate(state.found):
            if any(span.contains(quote.span) for span in attribution.content):
                state.owner[number] = position
                state.found[position] = replace(attribution, direct=True)
                break


def _take_left_over(state: _State) -> None:
    for number, quote in enumerate(state.quotes):
        if number in state.owner:
            continue
        previous = _previous(state, number)
        if previous is not None:
            _join(state, number, previous)
        elif (named := _named_before(state, quote)) is not None:
            _found(state, number, named)
        elif _is_verbatim(state, quote):
            _found(state, number, None)


def _join(state: _State, number: int, position: int) -> None:
    attribution = state.found[position]
    content = (*attribution.content, state.quotes[number].span)
    state.found[position] = replace(attribution, content=tuple(sorted(content)), direct=True)
    state.owner[number] = position


def _found(state: _State, number: int, source: Span | None) -> None:
    state.owner[number] = len(state.found)
    state.found.append(Attribution(source, None, None, None, (state.quotes[number].span,), True))


def _previous(state: _State, number: int) -> int | None:
    """The attribution that a quotation without a cue goes on with: the same paragraph, or an unbroken chain."""
    if number == 0 or not _is_verbatim(state, state.quotes[number], words=3) or number - 1 not in state.owner:
        return None
    quote, before = state.quotes[number], state.quotes[number - 1]
    between = state.text[before.end : quote.start]
    chain = "\n" in between and not before.closed and not between.strip()
    colon = "\n" in between and between.rstrip().endswith(":") and between.count("\n") <= 2
    if not chain and not colon and ("\n" in between or len(_WORD.findall(between)) > 40):
        return None
    return state.owner[number - 1]


def _named_before(state: _State, quote: Quote) -> Span | None:
    """The speaker in "Mara Teviot: “...”": a name that ends right before a colon and the quotation."""
    tokens = state.tree.tokens
    before = [index for index, token in enumerate(tokens) if token.end <= quote.start]
    if len(before) < 2 or tokens[before[-1]].text != ":" or tokens[before[-2]].pos != "PROPN":
        return None
    start = before[-2]
    while start and tokens[start - 1].pos == "PROPN" and tokens[start - 1].sentence == tokens[start].sentence:
        start -= 1
    return Span(tokens[start].start, tokens[before[-2]].end)


def _is_verbatim(state: _State, quote: Quote, words: int = VERBATIM_WORDS) -> bool:
    return len(_WORD.findall(state.text[quote.start : quote.end])) >= words


def hedged_cues(tokens: Sequence[Token]) -> list[Span]:
    """Adverbs that attribute without a source ("reportedly")."""
    known = cues("adverb")
    return [Span(token.start, token.end) for token in tokens
            if (token.text.lower(),) in known and known[(token.text.lower(),)].cue_class is CueClass.HEDGED]
