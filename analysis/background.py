"""The background: how frequent words and phrases are in news at large.

Counted by ``scripts/reference_ngrams.py`` on a reference corpus and kept as plain tables in ``data/reference``
(figures only; ``ngrams.toml`` says on which corpus, and its limits). A term that is not listed counts as being as
rare as the rarest listed one of its order: the table cannot tell a term just under the cut from one never seen,
and so the prior never falls where the list happens to end. (The probabilities of unlisted terms therefore bound
theirs from above, and do not sum to one over every thinkable term.)
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "data" / "reference"
NAMES: Mapping[int, str] = {1: "unigrams", 2: "bigrams", 3: "trigrams"}


@dataclass(frozen=True, slots=True)
class Background:
    """Counts and document frequencies of the terms of one order (1: words, 2: bigrams, 3: trigrams).

    ``version`` is that of the tables, ``total`` the number of occurrences of all terms in the corpus, listed or not,
    ``documents`` the number of its articles.
    """

    version: str
    total: int
    documents: int
    counts: Mapping[str, int]
    document_counts: Mapping[str, int]
    rarest_count: int
    rarest_documents: int

    def probability(self, term: str) -> float:
        """Share of the term among all terms of its order; that of the rarest listed one if it is not listed."""
        return self.counts.get(term, self.rarest_count) / self.total

    def document_count(self, term: str) -> int:
        """Number of the corpus's articles that hold the term; that of the rarest listed one if it is not listed."""
        return self.document_counts.get(term, self.rarest_documents)


def load(n: int = 1, folder: Path = FOLDER) -> Background:
    """The background of terms of ``n`` words; read once."""
    return _load(n, folder)


@cache
def _load(n: int, folder: Path) -> Background:
    with (folder / f"{NAMES[n]}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        terms, counts, documents = zip(*reader, strict=True)
    about = provenance(folder)
    numbers, document_numbers = tuple(map(int, counts)), tuple(map(int, documents))
    return Background(
        version=about["version"],
        total=about[NAMES[n]]["total"],
        documents=about["documents"],
        counts=dict(zip(terms, numbers, strict=True)),
        document_counts=dict(zip(terms, document_numbers, strict=True)),
        rarest_count=min(numbers),
        rarest_documents=min(document_numbers),
    )


@cache
def stems(folder: Path = FOLDER) -> Mapping[str, int]:
    """Number of the corpus's articles by stem (``phrasing.stem``), that of the most frequent word with the stem.

    Counted beforehand, because 16,000 words take half a second to stem.
    """
    with (folder / "stems.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        return {stem: int(documents) for stem, documents in reader}


@cache
def provenance(folder: Path = FOLDER) -> Mapping[str, Any]:
    """Where the tables come from: corpus, commit, licence, date, limits, totals."""
    return tomllib.loads((folder / "ngrams.toml").read_text(encoding="utf-8"))
