"""An adverb added to a cue: "said" becomes "defiantly said".

Shown is it where the reporting word that the page gives for the changed article has the adverb or another class, or
where the adverb is marked in the outlet's own voice (loaded words, hedges, boosters).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from analysis.model import Evidence, Span, Voice
from analysis.samples import SampleStory
from benchmarks.plants.base import Plant, Shown, answers, is_own

KIND = "an adverb added to a cue"
ADVERBS = (
    *("defiantly", "grudgingly", "falsely", "angrily", "proudly", "reluctantly", "calmly", "curtly", "nervously"),
    *("wearily", "patiently", "gleefully", "coolly", "hesitantly", "tearfully", "bluntly", "wrongly", "rightly"),
    *("repeatedly", "quietly", "cheerfully", "belatedly", "vaguely", "evasively", "frankly", "loudly", "softly"),
)
"""Adverbs that tell how somebody spoke or what to think of it; in no word list of ours are all of them."""
_MARKS = ("loaded_words", "hedges", "boosters")
_VERB = re.compile(r"[a-z]+")


def plants(story: SampleStory) -> Iterator[Plant]:
    """Every cue of the key that is one word with its source beside it, in own voice."""
    for number, (answer, article) in enumerate(zip(answers(story), story.articles, strict=True)):
        for record in answer["attributions"]:
            place = _place(record, article.text)
            if record["field"] == "text" and place is not None and is_own(answer, Span(*record["cue"])):
                adverb = Random(f"{story.slug} {number} {place}").choice(ADVERBS)
                new = f"{adverb} " if place == record["cue"][0] else f" {adverb}"
                about = {"cue": Span(*record["cue"]), "adverb": adverb}
                yield Plant(KIND, story.slug, number, Span(place, place), new, about)


def _place(record: dict[str, Any], text: str) -> int | None:
    """Before the verb where the source stands before it; behind a short source that follows the verb ("said Iwell
    defiantly"); behind a verb that ends its sentence; None for anything else."""
    if record["source"] is None or record["cue"] is None:
        return None
    cue, source = Span(*record["cue"]), Span(*record["source"])
    word = text[cue.start : cue.end]
    if not _VERB.fullmatch(word):
        return None
    if source.end <= cue.start:
        return cue.end if text[cue.end : cue.end + 1] == "." else cue.start
    plain = text[cue.end : source.start] == " " and "," not in text[source.start : source.end]
    return source.end if plain and len(text[source.start : source.end].split()) <= 4 else None


def is_shown(shown: Shown) -> bool:
    """Whether a reader sees another reporting word, or the adverb marked, in the changed article."""
    return _is_in_voices(shown) or _is_marked(shown)


def _is_in_voices(shown: Shown) -> bool:
    before = {(_text(shown, each), each.label) for each in _at_cue(shown, shown.original, moved=False)}
    after = {(_text(shown, each), each.label) for each in _at_cue(shown, shown.changed, moved=True)}
    labels = {label for _, label in after} != {label for _, label in before}
    return bool(after) and (labels or any(shown.plant.about["adverb"] in text for text, _ in after))


def _at_cue(shown: Shown, article: str, *, moved: bool) -> list[Evidence]:
    """The reporting words that Voices gives at the planted place."""
    start, end = shown.plant.about["cue"]
    if moved:
        start, end = start + len(shown.plant.new) * (shown.plant.span.start <= start), shown.moved(end)
    return [each for each in _cues(shown, article) if each.start < end and start < each.end]


def _cues(shown: Shown, article: str) -> Iterable[Evidence]:
    for speaker in shown.comparison.speakers:
        for speech in speaker.speeches:
            if speech.article == article:
                yield from (each for each in speech.cues if each.field == "text")


def _text(shown: Shown, mark: Evidence) -> str:
    article = next(each for each in shown.comparison.articles if each.id == mark.article)
    return article.article.passage(mark.field, mark.start, mark.end).lower()


def _is_marked(shown: Shown) -> bool:
    start = shown.plant.span.start
    place = Span(start, start + len(shown.plant.new))
    return any(
        place.overlaps(Span(mark.start, mark.end))
        for row in shown.comparison.measurements
        if row.article == shown.changed and row.voice is Voice.OWN and row.measure.partition(".")[0] in _MARKS
        for mark in row.evidence
        if mark.field == "text"
    )
