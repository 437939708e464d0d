"""The figures of every article that stands in a story, by outlet and event, and what an outlet told in each event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.measures import MEASURES
from analysis.measures.rates import MIN_WORDS, PER_THOUSAND
from analysis.measures.sentences import MIN_SENTENCES, OF_SENTENCES
from analysis.model import Measurement, Voice

_UNITS = {measure.name: measure.unit for measure in MEASURES}
Choice = tuple[str, Voice]
"""A measure (or one of its classes) and a voice."""


class Figure(NamedTuple):
    """What a measure found in one voice of one article, in ``basis`` words (for shares: sentences) of that voice."""

    passages: int
    basis: int


_NOTHING = Figure(0, 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """One article: its outlet (None where unknown), its event, and its figures."""

    article: str
    outlet: str | None
    event: str
    figures: Mapping[Choice, Figure]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one outlet told in one event, its articles there taken together.

    ``rate`` is None where the ``basis`` in words or sentences of the voice is too small; ``others`` is the mean rate of
    the other outlets in the same event, None where none has one. Both in the unit of the measure.
    """

    outlet: str
    event: str
    articles: tuple[str, ...]
    passages: int
    basis: int
    rate: float | None
    others: float | None

    @property
    def distance(self) -> float | None:
        """How far the outlet lies above (or, negative, below) the mean of the others in the event."""
        return None if self.rate is None or self.others is None else self.rate - self.others


def figures_of(measurements: Iterable[Measurement]) -> dict[Choice, Figure]:
    """The figures of one article (its text, not its opening)."""
    return {
        (row.measure, row.voice): Figure(len(row.evidence), row.basis)
        for row in measurements
        if row.part == "article"
    }


def unit_of(measure: str) -> str:
    """Unit of a measure or of one of its classes ("loaded_words.one_sided")."""
    return _UNITS.get(measure.partition(".")[0], PER_THOUSAND)


def basis_of(measure: str) -> str:
    """What a measure is counted on: "words" or "sentences"."""
    return "sentences" if unit_of(measure) == OF_SENTENCES else "words"


def fewest_of(measure: str) -> int:
    """Words or sentences of a voice in a story, below which there is no rate."""
    return MIN_SENTENCES if unit_of(measure) == OF_SENTENCES else MIN_WORDS


def known(outlet: str | None) -> str | None:
    """The outlet's name; None where nothing of it can be seen (blanks, marks without width)."""
    return outlet if any(char.isprintable() and not char.isspace() for char in outlet or "") else None


def outlets_of(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """The outlets that are known by name, in alphabetical order."""
    return tuple(sorted({piece.outlet for piece in pieces if piece.outlet}, key=lambda name: (name.casefold(), name)))


def tellings(pieces: Sequence[Piece], measure: str, voice: Voice) -> tuple[Telling, ...]:
    """Every named outlet in every event it told, by event and then by outlet as they come.

    An article without an outlet is an outlet of its own among the others. The others' mean gives each outlet of the
    event the same weight, however many articles it has there.
    """
    events: dict[str, dict[str, list[Piece]]] = defaultdict(lambda: defaultdict(list))
    for piece in pieces:
        events[piece.event][piece.outlet or f"\0{piece.article}"].append(piece)
    return tuple(one for event, sides in events.items() for one in _told(event, sides, (measure, voice)))


def _told(event: str, sides: Mapping[str, Sequence[Piece]], choice: Choice) -> Iterator[Telling]:
    found = {outlet: [piece.figures.get(choice, _NOTHING) for piece in side] for outlet, side in sides.items()}
    rates = {outlet: _rate(figures, choice[0]) for outlet, figures in found.items()}
    known = {outlet: rate for outlet, rate in rates.items() if rate is not None}
    for outlet, side in sides.items():
        if side[0].outlet:
            others = [rate for other, rate in known.items() if other != outlet]
            yield Telling(
                outlet, event, tuple(piece.article for piece in side),
                sum(figure.passages for figure in found[outlet]), sum(figure.basis for figure in found[outlet]),
                rates[outlet], sum(others) / len(others) if others else None,
            )


def _rate(figures: Sequence[Figure], measure: str) -> float | None:
    """The rate of several articles together, on all their words or sentences."""
    basis = sum(figure.basis for figure in figures)
    per = 100 if basis_of(measure) == "sentences" else 1000
    return per * sum(figure.passages for figure in figures) / basis if basis >= fewest_of(measure) else None
