"""The tables that ``scripts.train_frames`` writes, and where they come from."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import sklearn
from numpy.typing import NDArray

from analysis import embedding
from analysis.annotation import annotator_version
from analysis.embedding import DIMENSIONS
from analysis.frames.tables import DIRECTIONS, LEARNED, WORDS, Term

Numbers = NDArray[np.float64]


def write_words(
    words: Mapping[tuple[Term, int], float], names: tuple[str, ...], sentences: Mapping[Term, int],
    cues: Mapping[Term, Mapping[int, float]],
) -> None:
    """One row a term and frame; ``sentences``: in how many of the corpus a term stands."""
    table = [
        (" ".join(term), names[place], f"{weight:.2f}", "written" if place in cues.get(term, {}) else "learned",
         sentences.get(term, 0))
        for (term, place), weight in words.items()
    ]
    table.sort(key=lambda row: (names.index(row[1]), row[3] != "written", -float(row[2]), row[0]))
    _write(LEARNED / WORDS, ("term", "frame", "weight", "origin", "sentences"), table)


def write_directions(names: tuple[str, ...], table: Numbers, bias: Numbers, alone: Numbers) -> None:
    """One row a frame: what is added to its score, with vectors and by words alone, and its direction."""
    heads = ("frame", "bias", "bias_alone", *(f"d{number}" for number in range(DIMENSIONS)))
    lines = [
        (name, f"{with_sense:.3f}", f"{words:.3f}", *(f"{value:.3f}" for value in row))
        for name, with_sense, words, row in zip(names, bias, alone, table, strict=True)
    ]
    _write(LEARNED / DIRECTIONS, heads, lines)


def provenance(number: int, outlets: int) -> str:
    """The TOML file beside the tables, for so many sentences and outlets of the corpus."""
    return f'''title = "Policy frames: weights of words and directions of sentence vectors"
source = "Definitions, cue words and example sentences of data/frames (our own); words counted on {number:,} sentences \
of {outlets} outlets in news15k (US news 2010-2020, Article-Bias-Prediction, Apache-2.0), labelled by the directions"
licence = "MIT; figures counted on Apache-2.0 data"
version = "1"
date = "{datetime.now(UTC).date()}"
script = "python -m scripts.train_frames CORPUS"
versions = "annotator {annotator_version()}; {embedding.version()}; scikit-learn {sklearn.__version__}"
trained_on = []
unit = "log-odds"
limits = [
  "No benchmark was seen. Slopes and the share of learned words were chosen among a few by two of them.",
  "The corpus is US political news: words learned from it lean towards its topics.",
  "The directions rest on some 300 sentences written by one hand.",
]
'''


def _write(path: Path, heads: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(lines)
