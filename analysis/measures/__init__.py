"""Measures of the articles of one event: one file each, listed here, and shown on the methods page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from analysis.measures import (
    assertives,
    boosters,
    cues,
    factives,
    frames,
    hedges,
    implicatives,
    loaded_sentences,
    loaded_words,
    scare_quotes,
)
from analysis.measures.rates import PER_THOUSAND
from analysis.measures.sentences import OF_SENTENCES
from analysis.model import AnnotatedArticle, Measurement


@dataclass(frozen=True, slots=True)
class Measure:
    """One entry of the registry.

    ``measure`` makes the Measurements of an event; the docstring of its module is what the methods page prints.
    ``unit`` is that of a whole article. ``lexicon`` names the word list it reads. ``finding`` is False for what
    stands in the table only, because its rate alone does not tell enough to be put in words.
    """

    name: str
    title: str
    unit: str
    measure: Callable[[Sequence[AnnotatedArticle]], list[Measurement]]
    lexicon: str | None
    finding: bool


MEASURES: tuple[Measure, ...] = (
    Measure("loaded_words", "Loaded words", PER_THOUSAND, loaded_words.measure, "loaded_words", True),
    Measure("loaded_sentences", "Loaded sentences", OF_SENTENCES, loaded_sentences.measure, None, False),
    Measure("hedges", "Hedges", PER_THOUSAND, hedges.measure, "hedges", True),
    Measure("boosters", "Boosters", PER_THOUSAND, boosters.measure, "boosters", True),
    Measure("factives", "Factives", PER_THOUSAND, factives.measure, "factives", False),
    Measure("assertives", "Assertives", PER_THOUSAND, assertives.measure, "assertives", False),
    Measure("implicatives", "Implicatives", PER_THOUSAND, implicatives.measure, "implicatives", False),
    Measure("cues", "Attribution cues", PER_THOUSAND, cues.measure, "cues", False),
    Measure("scare_quotes", "Scare quotes", PER_THOUSAND, scare_quotes.measure, None, True),
    Measure("frames", "Frames", OF_SENTENCES, frames.measure, None, False),
)


def measure_all(
    event: Sequence[AnnotatedArticle], loaded: loaded_sentences.Scores | None = None
) -> list[Measurement]:
    """Every measure of every article of ``event``, in the order of ``MEASURES``.

    ``loaded`` are the scores of its sentences in company; without them each article is scored as it is alone.
    """
    rows = {each.name: each.measure for each in MEASURES}
    if loaded is not None:
        rows["loaded_sentences"] = partial(loaded_sentences.measure, scores=loaded)
    return [row for measure in rows.values() for row in measure(event)]
