"""What every kind of plant shares: the plant, the changed article, the stretches of an answer key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.model import Article, Comparison, Span
from analysis.reading import read_text
from analysis.samples import SampleStory, key

CHANGED = " (changed)"


@dataclass(frozen=True, slots=True)
class Plant:
    """One change: in the text of article number ``article`` of ``story``, ``new`` stands in the place of ``span``.

    ``about`` holds what the kind needs to look for it; ``untitled`` leaves the headline out.
    """

    kind: str
    story: str
    article: int
    span: Span
    new: str
    about: Mapping[str, Any] = field(default_factory=dict)
    untitled: bool = False

    def changed(self, article: Article) -> Article:
        """The article with the change, as the text of a further outlet."""
        text = article.text[: self.span.start] + self.new + article.text[self.span.end :]
        return read_text(
            text,
            name="planted change",
            verbatim=True,
            outlet=f"{article.outlet}{CHANGED}",
            title=None if self.untitled else article.title,
            published=article.published,
            author=article.author,
        )

    def described(self, article: Article) -> str:
        """The change as a line of print, with a little of what stands round it."""
        start, end = self.span
        before, after = article.text[max(0, start - 30) : start], article.text[end : end + 30]
        line = f"{before}[-{article.text[start:end]}-]{{+{self.new}+}}{after}"
        return f"{self.story}, {article.outlet}: …{' '.join(line.split())}…"


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison with a plant in it: the untouched article and the changed one stand in it side by side."""

    plant: Plant
    comparison: Comparison
    original: str
    changed: str

    def moved(self, offset: int) -> int:
        """Where a place of the untouched text stands in the changed one; not for places inside the change."""
        start, end = self.plant.span
        return offset if offset <= start else offset + len(self.plant.new) - (end - start)


def answers(story: SampleStory) -> list[dict[str, Any]]:
    """The answers for each article of a story, in their order."""
    found: list[dict[str, Any]] = key(story.slug)["articles"]
    return found


def shared(story: SampleStory, name: str) -> list[dict[str, Any]]:
    """The rows of the key that go over all articles (``statements``, ``quotations_shared``)."""
    found: list[dict[str, Any]] = key(story.slug)[name]
    return found


def is_own(answer: Mapping[str, Any], span: Span) -> bool:
    """Whether a stretch of the text is in the outlet's own voice, by the key."""
    return not any(
        span.overlaps(Span(voice["start"], voice["end"])) for voice in answer["voices"] if voice["field"] == "text"
    )


def overlapping(spans: Iterable[Span], place: Span) -> bool:
    return any(place.overlaps(each) for each in spans)
