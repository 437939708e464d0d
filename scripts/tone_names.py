"""Sentence vectors that do not tell who is named: so that names decide little.

The sentence model knows names, and a model of tone fitted on its vectors would learn that sentences on some people are
more often negative. So the weights are fitted on vectors of the same sentences with other given names in place of
people's names, and the directions in which the exchange moves vectors most are taken out of them (Ravfogel et al. 2020,
Null it out: guarding protected attributes by iterative nullspace projection; here the directions are those of the
differences, and one round).
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from analysis import embedding
from analysis.model import AnnotatedField

GIVEN_NAMES = Path(__file__).resolve().parents[1] / "data" / "names" / "given_names.csv"
DIRECTIONS = 100
"""Of 384, that are taken out."""
_TITLES = frozenset({"Mr.", "Mrs.", "Ms.", "Dr.", "President", "Sen.", "Gov."})

Array = np.ndarray[Any, Any]


def without_people(field: AnnotatedField, texts: Sequence[str], chance: random.Random) -> list[str]:
    """``texts`` of a field with each word of a person's name replaced by a given name, the same one throughout."""
    words = dict.fromkeys(
        token.text for token in field.tokens
        if token.entity == "PERSON" and token.text[:1].isupper() and token.text not in _TITLES
    )  # fmt: skip
    others = {word: chance.choice(given_names()) for word in words}
    if not others:
        return list(texts)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(others, key=len, reverse=True)))})\b")
    return [pattern.sub(lambda found: others[found[0]], text) for text in texts]


def given_names() -> list[str]:
    """The given names of our own list."""
    with GIVEN_NAMES.open(encoding="utf-8", newline="") as stream:
        return [row["name"] for row in csv.DictReader(stream)]


def embedded(texts: Sequence[str], folder: Path) -> Array:
    """The vectors of ``texts``, kept in ``folder`` for the next run."""
    distinct = list(dict.fromkeys(texts))
    digest = sha256("\n".join((embedding.version(), *distinct)).encode("utf-8", "replace")).hexdigest()[:16]
    kept = folder / f"tone-names-{digest}.npy"
    if not kept.exists():
        np.save(kept, embedding.embed(distinct).astype("<f2"))
    vectors = np.load(kept).astype(np.float32)
    places = {text: place for place, text in enumerate(distinct)}
    return np.asarray(vectors[[places[text] for text in texts]])


def projection(given: Array, exchanged: Array) -> Array:
    """The matrix that takes out of a vector the directions in which ``exchanged`` differ most from ``given``."""
    moved = exchanged - given
    moved = moved[np.abs(moved).sum(axis=1) > 0.01]
    directions = np.linalg.svd(moved.T @ moved)[0][:, :DIRECTIONS]
    return np.asarray(np.eye(given.shape[1]) - directions @ directions.T)
