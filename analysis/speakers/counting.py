"""Whose every attributed word is: each counted once, the words of a nested attribution for the outermost source.

"Marsk said experts had called the dam safe" is given to Marsk alone: it is she whom the outlet lets speak. Where two
attributions overlap without nesting, the one with more content keeps the words. Wishes and plans (``claim`` False) are
no speech.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from analysis.model import AnnotatedField, Attribution, Evidence, Span, Token, Voice
from analysis.speakers.manner import with_manner

QUOTED, REPORTED = "quoted", "reported"


@dataclass(frozen=True, slots=True)
class Share:
    """The tokens of one field that an attribution is given, by index, in order."""

    attribution: Attribution
    tokens: tuple[int, ...]


def shares(field: AnnotatedField) -> list[Share]:
    """The claims of a field with the tokens each is given, in the order of the text; those given no word are left out.

    The time grows with the content, not with its nesting: tokens once given are skipped in one step.
    """
    starts = [token.start for token in field.tokens]
    free = list(range(len(field.tokens) + 1))
    claims = [attribution for attribution in field.attributions if attribution.claim and attribution.content]
    claims.sort(key=lambda each: (-_length(each.content), each.source is None, each.content[0].start))
    found = []
    for attribution in claims:
        taken = [index for span in attribution.content for index in _take(starts, free, span)]
        if any(field.tokens[index].is_word for index in taken):
            found.append(Share(attribution, tuple(sorted(taken))))
    return sorted(found, key=lambda share: share.tokens[0])


def word_count(field: AnnotatedField, share: Share) -> int:
    """Words (``Token.is_word``) among the tokens given."""
    return sum(field.tokens[index].is_word for index in share.tokens)


def evidence(article: str, field: AnnotatedField, share: Share) -> Iterator[Evidence]:
    """The content given, cut where its voice changes, labelled quoted or reported."""
    run: list[int] = []
    for index in share.tokens:
        if run and (index != run[-1] + 1 or _label(field.tokens[index]) != _label(field.tokens[run[0]])):
            yield from _passage(article, field, run)
            run = []
        run.append(index)
    yield from _passage(article, field, run)


def cue(article: str, field: AnnotatedField, attribution: Attribution) -> Evidence | None:
    """The reporting word with its class, and with the adverbs beside it that tell how it was said ("grudgingly
    admitted"), cut where its voice changes; None where there is none."""
    if attribution.cue is None or attribution.cue_class is None:
        return None
    first = bisect_left(field.tokens, attribution.cue.start, key=lambda token: token.start)
    last = bisect_left(field.tokens, attribution.cue.end, key=lambda token: token.start)
    first, last = with_manner(field.tokens, first, last)
    tokens = field.tokens[first:last]
    kept = list(takewhile(lambda token: token.voice is tokens[0].voice, tokens))
    if not kept:
        return None
    return Evidence(article, field.name, kept[0].start, kept[-1].end, attribution.cue_class.value)


def _length(content: Sequence[Span]) -> int:
    return max(span.end for span in content) - min(span.start for span in content)


def _take(starts: Sequence[int], free: list[int], span: Span) -> Iterator[int]:
    """The tokens in ``span`` that nobody has, marked as taken. ``free`` points from each token to the next free one."""
    last = bisect_left(starts, span.end)
    index = _next_free(free, bisect_left(starts, span.start))
    while index < last:
        yield index
        free[index] = index + 1
        index = _next_free(free, index + 1)


def _next_free(free: list[int], index: int) -> int:
    root = index
    while free[root] != root:
        root = free[root]
    while free[index] != root:
        free[index], index = root, free[index]
    return root


def _label(token: Token) -> str:
    return QUOTED if token.voice is Voice.QUOTED else REPORTED


def _passage(article: str, field: AnnotatedField, run: Sequence[int]) -> Iterator[Evidence]:
    if any(field.tokens[index].is_word for index in run):
        first, last = field.tokens[run[0]], field.tokens[run[-1]]
        yield Evidence(article, field.name, first.start, last.end, _label(first))
