"""Each token's voice, from quotations and attributions (see ``model.Voice``)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from analysis.annotation.spans import merged
from analysis.model import Attribution, Quotation, Span, Token, Voice


def with_voices(
    tokens: Sequence[Token], quotations: Iterable[Quotation], attributions: Iterable[Attribution]
) -> tuple[Token, ...]:
    """``tokens`` with their voices: quoted inside sourced quotations, reported inside other attributed content."""
    quoted = [Span(quotation.start, quotation.end) for quotation in quotations if quotation.sourced]
    reported = [span for attribution in attributions for span in attribution.content if attribution.claim]
    voices = [Voice.OWN] * len(tokens)
    for spans, voice in ((reported, Voice.REPORTED), (quoted, Voice.QUOTED)):
        for span in merged(spans):
            for index in _inside(tokens, span):
                voices[index] = voice
    told = zip(tokens, voices, strict=True)
    return tuple(token if token.voice is voice else token._replace(voice=voice) for token, voice in told)


def _inside(tokens: Sequence[Token], span: Span) -> Iterable[int]:
    first = bisect_left(tokens, span.start, key=lambda token: token.start)
    for index in range(first, len(tokens)):
        if tokens[index].start >= span.end:
            return
        yield index
