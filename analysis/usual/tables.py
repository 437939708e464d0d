"""The reference tables: quantiles of every measure, and how far articles and outlets usually lie apart.

Figures alone, counted in a corpus of news by ``scripts.reference_usual``; no text can be read from them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from analysis.model import Voice
from analysis.shipped import restored
from analysis.weights import by_key, rows

FOLDER = Path(__file__).parents[2] / "data" / "reference"
QUANTILES, SPREADS, PROVENANCE = "usual_quantiles.csv", "usual_spreads.csv", "usual.toml"
TONE_QUANTILES = "tone_quantiles.csv"
_PERCENTILES = 101
_SPREAD = ("mean", "between", "within", "topic", "event")


@dataclass(frozen=True, slots=True)
class Spread:
    """How a gauge varies, beyond what counting by itself would make it vary.

    A gauge is what a difference can be tested in: the rate of a measure in one voice, or a share (``share`` True). For
    rates the spreads are relative variances of the rate (a gamma distribution, Gamma-Poisson counts), for shares the
    correlations of a beta-binomial distribution: ``between`` all articles of the corpus, ``within`` an article from
    stretch to stretch, ``topic`` between articles of one outlet on one topic, ``event`` between outlets on one event.
    ``mean`` is the mean rate per word, or the mean share.
    """

    share: bool
    mean: float
    between: float
    within: float
    topic: float
    event: float


Number = TypeVar("Number", float, NDArray[np.float64])
"""One figure, or many at once."""
Spreads = Mapping[tuple[str, str], Spread]
"""(gauge, voice or "") -> its Spread."""


@cache
def quantiles() -> Mapping[tuple[str, Voice], Mapping[int, tuple[float, ...]]]:
    """(measure, voice) -> length -> 0th to 100th percentile.

    The length is in words of that voice, for shares in its sentences, for tone in its clauses about one person or
    group; counts of the opening stand at length 0. Raises TableError where a table is missing or damaged.
    """
    found: dict[tuple[str, Voice], dict[int, tuple[float, ...]]] = {}
    for name in (QUANTILES, TONE_QUANTILES):
        with restored(FOLDER / name):
            for (measure, voice, length), row in by_key(read_rows(name), "measure", "voice", "length").items():
                if int(length) < (name == TONE_QUANTILES):
                    raise ValueError(f"{measure}, {voice}: there is no length of {length}")
                found.setdefault((measure, Voice(voice)), {})[int(length)] = _percentiles(row)
    return found


def _percentiles(row: Mapping[str, str]) -> tuple[float, ...]:
    figures = tuple(map(float, row["percentiles 0 to 100"].split()))
    if len(figures) != _PERCENTILES or not all(map(isfinite, figures)) or list(figures) != sorted(figures):
        raise ValueError(f"{row['measure']}, {row['voice']}: {_PERCENTILES} percentiles, rising, are needed")
    return figures


@cache
def spreads() -> Spreads:
    """(gauge, voice or "") -> its Spread. Raises TableError where the table is missing or damaged."""
    with restored(FOLDER / SPREADS):
        held = by_key(read_rows(SPREADS), "gauge", "voice")
        return {(gauge, voice): spread_of(row) for (gauge, voice), row in held.items()}


def spread_of(row: Mapping[str, object]) -> Spread:
    """A row of the table as a Spread. Raises ValueError where a figure is no figure."""
    mean, between, within, topic, event = (float(str(row[name])) for name in _SPREAD)
    if not all(map(isfinite, (mean, between, within, topic, event))) or min(mean, topic, event) <= 0:
        raise ValueError(f"{row['gauge']}: mean and spreads must be above 0")
    return Spread(row["kind"] == "share", mean, between, within, topic, event)


@cache
def provenance() -> Mapping[str, Any]:
    """What the tables were counted in, when, and with which versions. Raises TableError where that is not told."""
    with restored(FOLDER / PROVENANCE) as path:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        if not {"name", "version", "articles"} <= set(found):
            raise ValueError("name, version and articles are needed")
        return found


def version() -> str:
    """Version of the tables, to be stored with results."""
    return f"{provenance()['name']} {provenance()['version']}"


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table in ``FOLDER``. Raises ValueError where it has none or is damaged."""
    return rows(FOLDER / name)
