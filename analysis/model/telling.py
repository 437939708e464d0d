"""How a story is told: who is named and how, who speaks, what is stated, who did what to whom.

Spans are offsets into the field of the article that the record names; passages are sliced when shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.model.annotated import EntityKind, MentionForm, Voice
from analysis.model.texts import FieldName, Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage behind a number: offsets into the title or text of one article, within one voice."""

    article: str
    field: FieldName
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention of an entity. ``label`` is the words as they are counted: without a leading article or a "'s".

    ``guides`` names the style guides that warn of the label ("BBC, Reuters"), or is ``""``.
    """

    article: str
    field: FieldName
    start: int
    end: int
    label: str
    form: MentionForm
    voice: Voice
    guides: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group or country of a story, tied together over its articles (Hamborg et al. 2019).

    ``id`` is unique in the story and the same whenever the same texts are compared.
    """

    id: str
    name: str
    kind: EntityKind
    namings: tuple[Naming, ...]


class SpeakerKind(StrEnum):
    """In what capacity somebody is heard. A speaker whose part the articles do not tell has none (None)."""

    OFFICIAL = "official"
    POLITICIAN = "politician"
    EXPERT = "expert"
    BUSINESS = "business"
    WITNESS = "witness or ordinary person"
    CAMPAIGNER = "campaigner"
    OUTLET = "outlet or agency"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker is given to say in one article.

    ``words`` counts words of attributed content, each once; ``share`` is their part of all attributed words of the
    article, None where it has none. ``position`` is where the first of it stands, 0 (start of the text) to 1.
    ``cues`` are the reporting words, labelled by cue class; ``evidence`` the content, labelled quoted or reported.
    """

    article: str
    words: int
    share: float | None
    position: float
    cues: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose words a story carries; ``entity`` is the id of an Entity, or None."""

    id: str
    name: str
    kind: SpeakerKind | None
    entity: str | None
    speeches: tuple[Speech, ...]


@dataclass(frozen=True, slots=True)
class QuotationCut:
    """One outlet's cut of a remark that several carry.

    ``spans`` are the quoted sentences in the article, without marks; all cuts of a remark share one core of words.
    ``trimmed`` are stretches of other outlets' cuts that this one does not carry. ``cue`` is the reporting word with
    its class as label, or None.
    """

    article: str
    field: FieldName
    spans: tuple[Span, ...]
    trimmed: tuple[Evidence, ...]
    cue: Evidence | None


@dataclass(frozen=True, slots=True)
class SharedQuotation:
    """The same remark in the articles of several outlets; ``speaker`` is the name, None where nobody is named."""

    speaker: str | None
    cuts: tuple[QuotationCut, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A sentence that carries a statement.

    ``paragraph`` counts from 1; 0 is the headline. ``copied`` is True inside agency copy shared with another outlet.
    ``detail`` is the figure, date or negation in which it conflicts with other cells, as it stands there, or ``""``.
    ``clauses`` are the words of its clauses that carry the statement, ``""`` where those are the whole sentence.
    """

    article: str
    field: FieldName
    start: int
    end: int
    voice: Voice
    paragraph: int
    copied: bool = False
    detail: str = ""
    clauses: str = ""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence most like a statement in an article where the statement was not found; ``score`` is 0 to 1.

    ``perhaps``: it may tell the statement all the same, in part or in words too different to be aligned.
    """

    article: str
    field: FieldName
    start: int
    end: int
    score: float
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that at least one outlet tells, with the sentences that tell it.

    ``number`` counts from 1 in the order of the grid. ``gist`` is the sentence that stands for it. ``cells`` may hold
    several sentences of an article, the best first. ``conflict`` says in what its cells contradict each other
    ("figure", "date", "negation" ...), or is ``""``. ``nearest`` has one entry for each article without a cell that has
    any sentence; ``early`` are those of them that were published before the first article that carries the statement.
    """

    number: int
    gist: Evidence
    cells: tuple[Cell, ...]
    conflict: str = ""
    nearest: tuple[Nearest, ...] = ()
    early: tuple[str, ...] = ()

    @property
    def carriers(self) -> tuple[str, ...]:
        """The articles that carry it, each once, in the order of the cells."""
        return tuple(dict.fromkeys(cell.article for cell in self.cells))


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """A passage that several outlets run in (nearly) the same words: agency copy, one Evidence an article."""

    places: tuple[Evidence, ...]


class DeedForm(StrEnum):
    """In what form a deed is told."""

    ACTIVE = "active"
    PASSIVE_WITH_AGENT = "passive with agent"
    PASSIVE = "passive without agent"
    INTRANSITIVE = "intransitive"
    NOMINAL = "nominal"


@dataclass(frozen=True, slots=True)
class Deed:
    """A clause that tells a deed of harm, force, conflict or blame.

    ``start`` and ``end`` are the verb (with its auxiliaries) or the noun; ``theme`` is the class in the deed lexicon.
    ``doer`` and ``done_to`` are the phrases that name them in the clause, None where none does; ``doer_entity`` and
    ``done_to_entity`` are ids of Entities, or None.
    """

    article: str
    field: FieldName
    start: int
    end: int
    clause: Span
    form: DeedForm
    theme: str
    voice: Voice
    doer: Span | None = None
    done_to: Span | None = None
    doer_entity: str | None = None
    done_to_entity: str | None = None

    @property
    def without_doer(self) -> bool:
        """True where the clause names nobody and nothing that did it. Whether a doer is known it does not say."""
        return self.doer is None
