"""Which of the policy frames a sentence uses, in whose voice, and by which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from analysis.model.annotated import Voice
from analysis.model.texts import FieldName, Span


class FrameUse(NamedTuple):
    """A frame that a sentence uses.

    ``score`` runs from 0 to 1. ``words`` are the stretches that speak for the frame and stand in the sentence's voice,
    in text order; empty where the sense of the whole sentence decided.
    """

    frame: str
    score: float
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FramedSentence:
    """A sentence of a title or text with the frames it uses: none, one or several.

    ``voice`` is that in which it tells what it tells (``sentence_voice``).
    """

    article: str
    field: FieldName
    span: Span
    voice: Voice
    uses: tuple[FrameUse, ...]

    def use_of(self, frame: str) -> FrameUse | None:
        """How the sentence uses ``frame``; None where it does not."""
        return next((use for use in self.uses if use.frame == frame), None)
