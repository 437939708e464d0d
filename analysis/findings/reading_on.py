"""Where to read on in a story in which nothing stands out: how much there is, and no claim that it is unusual."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analysis.findings.figures import FEWEST_MARKS
from analysis.findings.voices import cue_shares
from analysis.model import Comparison, Entity, MentionForm, Voice
from analysis.prose import counted, small

_FEWEST_LABELS = 3
"""Labels of one person or group that are worth a look."""
_DISTANCING = "cues.distancing"


class Place(NamedTuple):
    """A question of Compare (the name of its tab), and what can be read there, to complete "..."."""

    tab: str
    text: str


def reading_on(comparison: Comparison) -> tuple[Place, ...]:
    """At most one place each for statements, labels, reporting words, remarks and speakers; none where there is nothing
    to see."""
    sources = (_statements, _labels, _distancing, _remarks, _speakers)
    return tuple(place for source in sources for place in source(comparison))


def _statements(comparison: Comparison) -> Iterator[Place]:
    shared = sum(len(one.carriers) > 1 for one in comparison.statements)
    alone = len(comparison.statements) - shared
    if shared and alone:
        yield Place("Statements", f"{counted(shared, 'statement')} found in several articles, {alone:,} in one only")


def _labels(comparison: Comparison) -> Iterator[Place]:
    most = max(comparison.entities, key=lambda one: len(_labels_of(one)), default=None)
    if most is not None and len(_labels_of(most)) >= _FEWEST_LABELS:
        yield Place("Names", f"{counted(len(_labels_of(most)), 'label')} for {most.name}")


def _labels_of(entity: Entity) -> set[str]:
    """The labels that outlets give in their own voice, where two or more name the entity."""
    if len({naming.article for naming in entity.namings}) < 2:
        return set()
    return {naming.label.casefold() for naming in entity.namings
            if naming.form is MentionForm.LABEL and naming.voice is Voice.OWN}


def _distancing(comparison: Comparison) -> Iterator[Place]:
    figures = next((each.figures for each in cue_shares(comparison) if each.gauge == _DISTANCING), ())
    if figures:
        low, *_, high = sorted(figures, key=lambda figure: figure.rate)
        if high.hits >= FEWEST_MARKS and high.rate > low.rate:
            yield Place("Voices", f"reporting words that keep a distance: from {low.of} to {high.of} in an article")


def _remarks(comparison: Comparison) -> Iterator[Place]:
    remarks = comparison.shared_quotations
    if remarks:
        cut = sum(any(each.trimmed for each in one.cuts) for one in remarks)
        told = f", {'' if cut == len(remarks) else f'{small(cut)} of them '}cut differently" if cut else ""
        yield Place("Voices", f"{counted(len(remarks), 'remark')} quoted in several articles{told}")


def _speakers(comparison: Comparison) -> Iterator[Place]:
    heard = [len({speech.article for speech in one.speeches}) for one in comparison.speakers]
    alone = sum(articles == 1 for articles in heard)
    if alone and not comparison.shared_quotations:
        yield Place("Voices", f"{alone} of {len(heard)} speakers heard in one article only")
