"""What it counts that others lack a word: a small table, made by ``scripts/train_loaded`` and read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.shipped import restored
from analysis.weights import by_key, figure, rows

TABLE = Path(__file__).resolve().parents[2] / "data" / "weights" / "loaded_company.csv"
COLUMNS = ("feature", "weight", "usual")
ARTICLE, SENTENCE = "lacking in the articles of others", "lacking where others tell the same"


class Lack(NamedTuple):
    """``weight``: what a word adds more where all others lack it than where all have it, as a share of what it adds by
    itself. ``usual``: the share of others that lack a word behind a score, on average."""

    weight: float
    usual: float


class CompanyWeights(NamedTuple):
    """Of the articles of others, where none of them tells the same; and of the sentences that do, where any does."""

    article: Lack
    sentence: Lack


@cache
def company_weights(table: Path = TABLE) -> CompanyWeights:
    """The table as shipped; raises TableError where it is missing or damaged."""
    with restored(table):
        lines = {name: _lack(row) for (name,), row in by_key(rows(table, COLUMNS), "feature").items()}
        return CompanyWeights(lines[ARTICLE], lines[SENTENCE])


def _lack(row: Mapping[str, str]) -> Lack:
    found = Lack(figure(row["weight"]), figure(row["usual"]))
    if not all(0 <= each <= 1 for each in found):
        raise ValueError(f"{row['feature']}: weight and usual must lie between 0 and 1")
    return found
