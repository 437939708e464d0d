"""A library of handmade articles: invented outlets that told the same invented events, again and again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from handmade import article

from analysis.annotation import annotator_version
from analysis.model import AnnotatedArticle, Story
from analysis.store import Library

OUTLETS = ("Calder Wire", "Harbour Post", "Northline", "Quill Gazette", "Tarn Mirror")
THIN = "Upland Echo"
_PLAIN = [
    *("harbour", "council", "road", "bridge", "winter", "ferry", "school", "market", "river", "night", "office"),
    *("street", "station", "engine", "island", "meeting", "morning", "repair", "plan", "figure", "report", "worker"),
    *("season", "valley", "tower", "garden", "bakery", "signal", "crossing", "village"),
]
HABIT = "reckless"
_HABITS = {"Quill Gazette": HABIT, "Tarn Mirror": "lamplight"}
"""What an outlet writes in every third of its sentences: the one a loaded word, the other a plain one."""


def text_of(outlet: str, event: int, sentences: int = 30) -> str:
    """Plain words dealt by a seeded hand, eight a sentence; "disgraceful" in some, in some events more than others."""
    rng = np.random.default_rng((event, sum(map(ord, outlet))))
    told = []
    for at in range(sentences):
        dealt = [str(word) for word in rng.choice(_PLAIN, size=8)]
        habit = [_HABITS[outlet]] if outlet in _HABITS and at % 3 == 0 else []
        loaded = ["disgraceful"] if rng.random() < 0.1 + 0.05 * (event % 4) else []
        told.append(" ".join([*dealt, *habit, *loaded]).capitalize() + ".")
    return f"{' '.join(told)} “{' '.join(rng.choice(_PLAIN, size=12))},” said Ida Brandt."


def told(events: int = 10) -> list[tuple[Story, list[AnnotatedArticle]]]:
    """Every outlet tells every event in one article; the thin one tells two of them."""
    return [(story, articles) for event in range(events) for story, articles in [_event(event)]]


def _event(event: int) -> tuple[Story, list[AnnotatedArticle]]:
    names = [*OUTLETS, *([THIN] if event < 2 else [])]
    articles = [
        replace(
            article(f"e{event:02}-{place}", outlet, f"Event {event}, told by number {place}", text_of(outlet, event),
                    f"2031-03-{event + 1:02}T{10 + place}:00"),
            annotator=annotator_version(),
        )
        for place, outlet in enumerate(names)
    ]
    return Story(f"event-{event:02}", f"Event {event} in Veldmar", tuple(one.id for one in articles)), articles


def fill(library: Library, events: int = 10, *, sample: bool = False) -> None:
    """Put them into ``library``, as samples where that is asked."""
    for story, articles in told(events):
        for one in articles:
            library.add(one)
        library.save_story(replace(story, sample=sample))
