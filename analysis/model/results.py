"""What is said of a story: measurements with their passages, findings, notices, corrections, the whole comparison."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from analysis.model.annotated import AnnotatedArticle, Part, Voice
from analysis.model.loaded import LoadedSentence
from analysis.model.telling import CopiedPassage, Deed, Entity, Evidence, SharedQuotation, Speaker, Statement
from analysis.model.texts import Article, FieldName
from analysis.model.tone import Tone, ToneGap
from analysis.model.wording import Alternative, HeadlineCheck

NOT_ENOUGH_TEXT = "not enough text"
_PLACE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measure of one article in one voice.

    ``value`` is None where it is undefined (shown as "not enough text"), never 0 in its place. ``basis`` is the
    denominator in the words of that voice; ``part`` is ``article`` (the text) or ``opening`` (headline and first
    paragraph, where ``value`` is a count, because ten words make no rate). ``usual_percentile`` (0 to 100) says where
    ``value`` stands among articles of the reference corpus with as many words of that voice, ``interval`` within which
    bounds, in the unit of ``value``, the rate behind it likely lies (see ``analysis.usual``); None where unknown.
    """

    measure: str
    article: str
    voice: Voice
    value: float | None
    unit: str
    basis: int
    evidence: tuple[Evidence, ...] = ()
    part: Part = "article"
    usual_percentile: float | None = None
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ContrastTerm:
    """A word or phrase that one outlet uses more than the rest do (see ``contrast``).

    ``voice`` is ``own+reported`` (the outlet's choice of words) or ``quoted``. ``tested`` is True only where a
    permutation test could be made; otherwise z describes and proves nothing.
    """

    term: str
    n: int
    article: str
    z: float
    tfidf: float
    count: int
    count_rest: int
    tested: bool
    voice: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that limits a comparison; not a finding. ``template`` holds ``{article id}`` for outlets."""

    kind: str
    template: str
    articles: tuple[str, ...] = ()

    def sentence(self, labels: Mapping[str, str]) -> str:
        """The notice in words, with ``labels`` (article id -> outlet as shown) filled in."""
        return fill(self.template, labels)


@dataclass(frozen=True, slots=True)
class Finding:
    """One plain sentence on where outlets differ, with the numbers and passages behind it.

    ``rows`` gives each article's figure as shown beside the sentence; ``size`` says how large, on which basis.
    ``chance_p`` is how often articles of one outlet on one topic differ as much, corrected over everything that was
    tested in the story; ``gap_percentile`` (0 to 100) is the place of the gap among pairs of outlets on one event.
    Both are None for what is read and not counted (a contradiction, a label).
    """

    kind: str
    template: str
    size: str
    voice: str
    unit: str
    rows: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    weight: float
    chance_p: float | None = None
    gap_percentile: float | None = None

    def sentence(self, labels: Mapping[str, str]) -> str:
        """The finding in words, with ``labels`` (article id -> outlet as shown) filled in."""
        return fill(self.template, labels)


@dataclass(frozen=True, slots=True)
class Correction:
    """A user's word against the machine's: a mark dismissed, a stretch given another voice, a mention linked anew.

    ``kind`` is ``dismiss`` (``measure`` names the measure, or ``""`` for all), ``voice`` (``voice`` is the right one)
    or ``link`` (``entity`` is the name of the person, group or country that the mention stands for; ``""`` where it
    stands for none). Kept in the library, applied to every comparison, counted and disclosed.
    """

    article: str
    field: FieldName
    start: int
    end: int
    kind: Literal["dismiss", "voice", "link"]
    measure: str = ""
    voice: Voice | None = None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A set of articles on one event, grouped by Parallax or put together by hand."""

    id: str
    title: str
    articles: tuple[str, ...]
    by_hand: bool = False
    sample: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything Parallax can say about one story. Articles keep the order they were given in."""

    articles: tuple[AnnotatedArticle, ...]
    notices: tuple[Notice, ...]
    measurements: tuple[Measurement, ...]
    contrast: tuple[ContrastTerm, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    entities: tuple[Entity, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    shared_quotations: tuple[SharedQuotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    copies: tuple[CopiedPassage, ...] = ()
    deeds: tuple[Deed, ...] = ()
    tones: tuple[Tone, ...] = ()
    tone_gaps: tuple[ToneGap, ...] = ()
    headlines: tuple[HeadlineCheck, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    loaded: Mapping[tuple[str, FieldName], tuple[LoadedSentence, ...]] = field(default_factory=dict)
    """Article and field -> its sentences, each scored with regard to how the other outlets say the same."""


def fill(template: str, labels: Mapping[str, str]) -> str:
    """``template`` with every ``{article id}`` replaced by its label; other braces stay as they are."""
    return _PLACE.sub(lambda place: labels.get(place[1], place[0]), template)


def outlet_labels(articles: tuple[Article, ...], *, hidden: bool = False) -> dict[str, str]:
    """Article id -> the name to show: the outlet, numbered where it is unknown or stands twice.

    ``hidden`` replaces every name by "Outlet A", "Outlet B" ... (one letter an outlet), for blind reading.
    """
    names = [article.outlet or "" for article in articles]
    if hidden:
        distinct = list(dict.fromkeys(name or article.id for name, article in zip(names, articles, strict=True)))
        names = [
            f"Outlet {_letters(distinct.index(name or article.id))}"
            for name, article in zip(names, articles, strict=True)
        ]
    names = [name or f"Unnamed outlet {position}" for position, name in enumerate(names, 1)]
    labels: dict[str, str] = {}
    for position, (article, name) in enumerate(zip(articles, names, strict=True)):
        number = names[: position + 1].count(name)
        label = name if names.count(name) == 1 else f"{name} ({number})"
        while label in labels.values() or (label != name and label in names):
            number += 1
            label = f"{name} ({number})"
        labels[article.id] = label
    return labels


def _letters(index: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    head, tail = divmod(index, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + tail)
