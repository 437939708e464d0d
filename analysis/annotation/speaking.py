"""Who speaks in a direct quotation: one says "I" of oneself there, so that "he" in it is somebody else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from analysis.annotation.tree import head_of
from analysis.model import AnnotatedField, Attribution, Quotation, Span, Voice


def speaking(field: AnnotatedField) -> dict[int, int]:
    """Place of a token in a whole quotation -> place of the word that stands for its speaker.

    A quotation is whole where it begins with a capital. What is quoted in pieces belongs to a sentence of the outlet's
    (he "would never leave his country"), in which "he" may well be the speaker.
    """
    starts = [token.start for token in field.tokens]
    quotations = sorted((each for each in field.quotations if each.sourced), key=lambda each: each.start)
    found: dict[int, int] = {}
    for each in field.attributions:
        source = head_of(field.tokens, _within(starts, *each.source)) if each.source and each.direct else None
        quoted = list(_quoted(quotations, each)) if source is not None else []
        if source is not None and quoted and _begins_whole(field.text, quoted[0]):
            places = (place for span in quoted for place in _within(starts, *span))
            found.update((place, source) for place in places if field.tokens[place].voice is Voice.QUOTED)
    return found


def _within(starts: Sequence[int], start: int, end: int) -> range:
    return range(bisect_left(starts, start), bisect_left(starts, end))


def _quoted(quotations: Sequence[Quotation], attribution: Attribution) -> Iterator[Span]:
    """The quotations that begin in what is attributed, in text order."""
    for content in sorted(attribution.content):
        first = bisect_left(quotations, content.start, key=lambda each: each.start)
        for each in quotations[first : bisect_left(quotations, content.end, key=lambda each: each.start)]:
            yield Span(each.start, each.end)


def _begins_whole(text: str, quotation: Span) -> bool:
    return next((letter.isupper() for letter in text[quotation.start : quotation.end] if letter.isalnum()), False)
