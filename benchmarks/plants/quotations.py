"""A quotation trimmed: words are cut from the start or the end of a remark that several outlets quote.

Shown is it where the shared remark strikes most of the cut words through for the changed article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from analysis.model import Span
from analysis.samples import SampleStory
from benchmarks.plants.base import Plant, Shown, shared

KIND = "a quotation trimmed"
_QUOTED = re.compile(r"“([^”]+)”|(?<!\w)‘((?:[^’]|’(?=\w))+)’(?!\w)|\"([^\"]+)\"")
_SENTENCE = re.compile(r"[^.?!]+[.?!,]?\s*")
_MARK = re.compile(r"[“”\"‘]")
_WORD = re.compile(r"[\w’'-]+")
_LEFT, _CUT = 4, 3
"""Words of a sentence that are left, and that are cut, at least."""


def plants(story: SampleStory) -> Iterator[Plant]:
    """Every quoted sentence of a remark that the key has for several outlets, with words cut from it at one end."""
    outlets = {article.outlet: number for number, article in enumerate(story.articles)}
    for remark in shared(story, "quotations_shared"):
        cells = {outlets[outlet]: Span(*cell) for outlet, cell in remark["cells"].items() if cell}
        runs = {number: _runs(story.articles[number].text[slice(*cell)]) for number, cell in cells.items()}
        for number, cell in cells.items():
            text = story.articles[number].text
            for span in _sentences(text, cell):
                words = [Span(*match.span()) for match in _WORD.finditer(text, *span)]
                told = _runs(text[slice(*span)])
                carried = any(told & theirs for other, theirs in runs.items() if other != number)
                if carried and len(words) >= _LEFT + _CUT and not _MARK.search(text, *span):
                    yield _plant(story, number, words, Random(f"{story.slug} {number} {span.start}"))


def is_shown(shown: Shown) -> bool:
    """Whether half of the cut words or more are struck through in the changed article's cut of the remark."""
    cut = {word.lower() for word in shown.plant.about["words"]}
    for remark in shown.comparison.shared_quotations:
        texts = [
            shown_text(shown, each.article, each.start, each.end)
            for one in remark.cuts
            if one.article == shown.changed
            for each in one.trimmed
            if each.field == "text"
        ]
        struck = {word.lower() for text in texts for word in _WORD.findall(text)}
        if 2 * len(cut & struck) >= len(cut):
            return True
    return False


def shown_text(shown: Shown, article: str, start: int, end: int) -> str:
    """The characters of a passage of a text."""
    return next(each for each in shown.comparison.articles if each.id == article).article.text[start:end]


def _runs(text: str) -> set[tuple[str, ...]]:
    """All runs of as many words as are left at least."""
    words = [word.lower() for word in _WORD.findall(text)]
    return {tuple(words[first : first + _LEFT]) for first in range(len(words) - _LEFT + 1)}


def _sentences(text: str, cell: Span) -> Iterator[Span]:
    for quotation in _QUOTED.finditer(text, *cell):
        inside = quotation.lastindex or 1
        for sentence in _SENTENCE.finditer(text, *quotation.span(inside)):
            yield Span(*sentence.span())


def _plant(story: SampleStory, number: int, words: list[Span], draw: Random) -> Plant:
    """A cut of three words or more; four or more are left, with a capital where the sentence began with one."""
    text = story.articles[number].text
    many = draw.randint(_CUT, len(words) - _LEFT)
    if draw.random() < 0.5:
        cut, new = Span(words[-many - 1].end, words[-1].end), ""
    else:
        after = words[many]
        first = text[after.start]
        cut = Span(words[0].start, after.start + 1)
        new = first.upper() if text[words[0].start].isupper() else first
    gone = [text[slice(*word)] for word in words if cut.start <= word.start and word.end <= cut.end]
    return Plant(KIND, story.slug, number, cut, new, {"words": gone})
