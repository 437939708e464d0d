"""Who is said to have said what: parse, quotation marks and paragraph order brought together.

First the clauses that the parse shows take the quotations they introduce; then a quotation left over goes to the
speaker beside it, to the speaker of the quotation before it, or, where it is long enough to be somebody's very words,
to an unknown source. What then remains without a source is a word in scare quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from analysis.annotation.clauses import Clause, clauses_of, source_of, verb_cue
from analysis.annotation.quotes import Quote
from analysis.annotation.spans import merged
from analysis.annotation.speakers import resolve_speakers
from analysis.annotation.tree import Tree
from analysis.model import Attribution, Quotation, Span, Token

VERBATIM_WORDS = 5
"""A quotation of this many words is taken for somebody's very words even where no source was found."""

_REACH = 200
"""Characters between a quotation and its source or cue, at most."""

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
    named: set[int] = field(default_factory=set)
    """Numbers of the quotes that stand after "Name:"; no verb takes those."""


def attributions_of(
    text: str, tokens: Sequence[Token], sentences: Sequence[Span], paragraphs: Sequence[Span], quotes: Sequence[Quote]
) -> tuple[tuple[Attribution, ...], tuple[Quotation, ...]]:
    """Attributions in text order, and the quotations with the mark of whether they have a source."""
    state = _State(text, Tree(tokens), sentences, paragraphs, quotes)
    _take_named(state)
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
    content = [piece for span in _up_to(state, content, cue, source) for piece in _without(span, cue, source)]
    if not content:
        return
    for number in numbers:
        state.owner.setdefault(number, len(state.found))
    state.found.append(
        Attribution(source, None, cue, clause.cue_class, tuple(content), bool(numbers), clause.claim or bool(numbers))
    )


def _introduced(state: _State, clause: Clause, content: Iterable[Span]) -> list[int]:
    """Quotations that the clause introduces: those in its content, and those right before or after it."""
    cue = state.tree.span(clause.cue)
    phrase = [cue, state.tree.span(clause.source)] if clause.source else [cue]
    spans = list(content)
    free = _near(state, min([*phrase, *spans]).start, max(span.end for span in [*phrase, *spans]))
    numbers = [
        number
        for number, quote in free
        if any(span.overlaps(quote.span) for span in spans) and not quote.span.contains(cue)
    ]
    if state.tree.tokens[clause.head].pos != "VERB" or (spans and not numbers):
        return numbers
    reach = min(phrase).start, max(span.end for span in phrase)
    beside = [number for number, quote in _near(state, *reach) if _beside(state, quote, phrase)]
    return sorted({*numbers, *beside})


def _up_to(state: _State, content: list[Span], cue: Span, source: Span | None) -> list[Span]:
    """``content`` that stands before source and cue, drawn out to them: "nine were hurt, two badly, police said"."""
    start = min(cue.start, source.start if source else cue.start)
    last = content[-1]
    if last.end > start:
        return content
    gap = state.text[last.end : start]
    kept = gap.rstrip(" ,\u00a0")
    if not kept or len(kept) > _REACH or re.search(r"[.!?;:\n\"“”]", kept):
        return content
    return [*content[:-1], Span(last.start, last.end + len(kept))]


def _near(state: _State, start: int, end: int) -> list[tuple[int, Quote]]:
    """Numbered quotations, not yet named, that overlap ``start:end`` or stand within reach of it."""
    first = bisect_left(state.quotes, start - _REACH, key=lambda quote: quote.end)
    last = bisect_right(state.quotes, end + _REACH, key=lambda quote: quote.start)
    return [(number, state.quotes[number]) for number in range(first, last) if number not in state.named]


def _beside(state: _State, quote: Quote, phrase: list[Span]) -> bool:
    """Only a comma, a colon or a few words stand between the quotation and the source or cue."""
    if any(quote.span.overlaps(span) for span in phrase):
        return False
    start = min(span.start for span in phrase)
    if min(abs(start - quote.end), abs(quote.start - max(span.end for span in phrase))) > _REACH:
        return False
    if quote.end <= start:
        before = state.text[quote.end : start]
        return "\n" not in before and (bool(_GAP.fullmatch(before)) or len(_WORD.findall(before)) <= 1)
    end = max(span.end for span in phrase)
    between = state.text[end : quote.start] if quote.start >= end else None
    if between is None or "\n" in between:
        return False
    return bool(_GAP.fullmatch(between)) or (
        len(_WORD.findall(between)) <= 12
        and between.rstrip().endswith((":", ","))
        and not re.search(r"[.!?]\s", between)
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


def _take_named(state: _State) -> None:
    for number, quote in enumerate(state.quotes):
        named = _named_before(state, quote)
        if named is not None:
            state.named.add(number)
            _found(state, number, named)


def _take_left_over(state: _State) -> None:
    for number, quote in enumerate(state.quotes):
        if number in state.owner:
            continue
        governor = _governor(state, quote)
        if governor is not None:
            state.owner[number] = len(state.found)
            state.found.append(replace(governor, content=(quote.span,), direct=True))
            continue
        previous = _previous(state, number)
        if previous is not None:
            _join(state, number, previous)
        elif _is_verbatim(state, quote):
            _found(state, number, _speaker_before(state, quote))


def _governor(state: _State, quote: Quote) -> Attribution | None:
    """The nearest reporting verb above a quotation in the parse ("calls the plan “a gift to nobody”")."""
    tokens = state.tree.tokens
    inside = range(_first(tokens, quote.start), _first(tokens, quote.end))
    above = next(
        (tokens[index].head for index in inside if not quote.start <= tokens[tokens[index].head].start < quote.end),
        None,
    )
    if above is None:
        return None
    for index in (above, *state.tree.ancestors(above)):
        cue = verb_cue(state.tree, index)
        source = source_of(state.tree, index) if cue is not None else []
        if cue is not None and source:
            place = state.tree.span(source)
            if not place.overlaps(quote.span):
                return Attribution(place, None, state.tree.span(cue[1]), cue[0].cue_class, (), True)
    return None


def _speaker_before(state: _State, quote: Quote) -> Span | None:
    """For a paragraph that is one quotation: the last source of the paragraph before it."""
    numbers = [at for at, paragraph in enumerate(state.paragraphs) if paragraph.contains(quote.span)]
    if not numbers or not numbers[0] or state.paragraphs[numbers[0]].end - quote.end > 1:
        return None
    paragraph = state.paragraphs[numbers[0]]
    if state.text[paragraph.start : quote.start].strip():
        return None
    before = state.paragraphs[numbers[0] - 1]
    sources = [
        each.source
        for each in state.found
        if each.source is not None
        and before.contains(each.source)
        and not any(_inside_content(other, each) for other in state.found if other is not each)
    ]
    return max(sources, default=None)


def _inside_content(outer: Attribution, inner: Attribution) -> bool:
    return inner.source is not None and any(span.contains(inner.source) for span in outer.content)


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
    last = _first(tokens, quote.start) - 1
    if last < 1 or tokens[last].text != ":" or tokens[last - 1].pos != "PROPN":
        return None
    start = last - 1
    while start and tokens[start - 1].pos == "PROPN" and tokens[start - 1].sentence == tokens[start].sentence:
        start -= 1
    return Span(tokens[start].start, tokens[last - 1].end)


def _first(tokens: Sequence[Token], offset: int) -> int:
    """Index of the first token that starts at ``offset`` or later."""
    return bisect_left(tokens, offset, key=lambda token: token.start)


def _is_verbatim(state: _State, quote: Quote, words: int = VERBATIM_WORDS) -> bool:
    return len(_WORD.findall(state.text[quote.start : quote.end])) >= words
