"""Sources at the end of a headline: "Operator must repay 17 million, court rules".

A parser takes "court rules" for one noun. Where the annotation has the source for itself, the label ends with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.model import AnnotatedField, Naming, Span
from analysis.names.guides import guides_of
from analysis.names.labels import Label, Labels


def cut_sources(labels: Labels) -> tuple[dict[Naming, int | None], dict[Naming, int]]:
    """Namings of titles that hold a reporting word besides its source (they go), and what is left of each -> number of
    the draft that has the same label."""
    known = _by_label(labels)
    gone: dict[Naming, int | None] = {}
    new: dict[Naming, int] = {}
    for label in labels.told():
        field = labels.fields[label.where]
        if label.naming.field == "title" and field.tokens[label.first].pos != "PRON":
            for source in _sources(field, label):
                text = field.text[source.start : source.end]
                home = known.get(text.lower())
                if home is not None:
                    gone[label.naming] = None
                    new[replace(label.naming, end=source.end, label=text, guides=guides_of(text))] = home
    return gone, new


def _by_label(labels: Labels) -> dict[str, int]:
    """A label in small letters -> the draft with most namings that has it."""
    drafts = sorted(enumerate(labels.drafts), key=lambda each: (len(each[1].namings), -each[0]))
    return {naming.label.lower(): number for number, draft in drafts for naming in draft.namings}


def _sources(field: AnnotatedField, label: Label) -> Iterator[Span]:
    """The source that a label begins with, where the reporting word comes next in it."""
    for each in field.attributions:
        if each.source is not None and each.cue is not None and each.source.start == label.naming.start:
            between = field.text[each.source.end : each.cue.start]
            if each.cue.end <= label.naming.end and between == " ":
                yield each.source
