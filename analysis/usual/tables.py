"""The reference tables: quantiles of every measure, and how far articles and outlets usually lie apart.

Figures alone, counted in a corpus of news by ``scripts.reference_usual``; no text can be read from them.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analysis.model import Voice

FOLDER = Path(__file__).parents[2] / "data" / "reference"
QUANTILES, SPREADS, PROVENANCE = "usual_quantiles.csv", "usual_spreads.csv", "usual.toml"


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


Spreads = Mapping[tuple[str, str], Spread]
"""(gauge, voice or "") -> its Spread."""


@cache
def quantiles() -> Mapping[tuple[str, Voice], Mapping[int, tuple[float, ...]]]:
    """(measure, voice) -> words of that voice -> 0th to 100th percentile; counts of the opening stand at 0 words."""
    found: dict[tuple[str, Voice], dict[int, tuple[float, ...]]] = {}
    for row in _rows(QUANTILES):
        figures = tuple(map(float, row["percentiles 0 to 100"].split()))
        found.setdefault((row["measure"], Voice(row["voice"])), {})[int(row["words"])] = figures
    return found


@cache
def spreads() -> Spreads:
    """(gauge, voice or "") -> its Spread."""
    return {(row["gauge"], row["voice"]): spread_of(row) for row in _rows(SPREADS)}


def spread_of(row: Mapping[str, object]) -> Spread:
    """A row of the table as a Spread."""
    names = ("mean", "between", "within", "topic", "event")
    return Spread(row["kind"] == "share", *(float(str(row[name])) for name in names))


@cache
def provenance() -> Mapping[str, Any]:
    """What the tables were counted in, when, and with which versions."""
    return tomllib.loads((FOLDER / PROVENANCE).read_text(encoding="utf-8"))


def version() -> str:
    """Version of the tables, to be stored with results."""
    return f"{provenance()['name']} {provenance()['version']}"


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
