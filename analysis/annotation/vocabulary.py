"""The tables of ``data/names``: nouns for people and groups, countries, first names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[2] / "data" / "names"

HONORIFICS = {
    **dict.fromkeys(("mr", "sir", "lord", "herr", "monsieur", "señor", "mister", "signor"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady", "madam", "madame", "frau", "señora", "mx"), "f"),
    **dict.fromkeys(("dr", "prof", "doctor", "rev", "reverend", "hon"), ""),
    "mx": "",
}
"""Forms of address (without a full stop) -> ``m``, ``f`` or unknown."""

_TITLES = {
    "gen": "general", "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "sen": "senator",
    "rep": "representative", "gov": "governor", "maj": "major", "cmdr": "commander", "adm": "admiral", "pm": "minister",
    "supt": "superintendent", "insp": "inspector", "det": "detective", "fm": "minister", "potus": "president",
    "pres": "president", "sec": "secretary",
}  # fmt: skip
_PERSON_ENDINGS = re.compile(r"\w{2,}(?:woman|person|ologist|crat|goer|monger)$|\w{4,}man$")


class Noun(NamedTuple):
    """What a noun says of the actor it stands for. Nouns of one ``sense`` may stand for the same actor."""

    kind: str
    """``person``, ``group``, ``body`` (a group only inside a name) or ``country``."""
    gender: str
    sense: str


class Country(NamedTuple):
    """A country found by a name, an adjective or a seat of government (``how``)."""

    name: str
    how: str


@lru_cache(maxsize=8192)
def noun(word: str) -> Noun | None:
    """The table's entry for a lower-case noun in the singular, or an abbreviated title."""
    found = _actors().get(_TITLES.get(word.rstrip("."), word))
    if found is None and "-" in word:
        found = _actors().get(word.rsplit("-", 1)[1])
    if found is None and _PERSON_ENDINGS.match(word):
        return Noun("person", "f" if word.endswith("woman") else "", word)
    return found


def collective(word: str) -> str:
    """The class of nouns by which the same people together may be called ("villagers", "locals"), or ``""``."""
    return _collectives().get(word, "")


def role_of(word: str) -> str:
    """The noun that a title stands for ("gen." is a general), else the word itself."""
    return _TITLES.get(word.rstrip("."), word)


def country(words: str) -> Country | None:
    """The country that ``words`` stand for, whatever the case."""
    return _countries().get(_folded(words))


def gender_of(given: str) -> str:
    """``m``, ``f`` or ``""`` for a first name."""
    return _given().get(given.casefold(), "")


def is_given(word: str) -> bool:
    """Is it a common first name?"""
    return word.casefold() in _given()


def short_forms(given: str) -> frozenset[str]:
    """All listed forms of a first name, itself included, case-folded."""
    return _short().get(given.casefold(), frozenset({given.casefold()}))


def _folded(words: str) -> str:
    return words.casefold().replace("’", "'").replace(".", "")


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@cache
def _actors() -> dict[str, Noun]:
    return {row["word"].lower(): Noun(row["kind"], row["gender"], row["sense"]) for row in _rows("actors.csv")}


@cache
def _collectives() -> dict[str, str]:
    return {row["word"]: row["sense"] for row in _rows("collectives.csv")}


@cache
def _countries() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for row in _rows("countries.csv"):
        for how, column in (("name", "name"), ("name", "other_names"), ("adjective", "adjectives"), ("seat", "seats")):
            for words in filter(None, row[column].split("|")):
                found.setdefault(_folded(words), Country(row["name"], how))
    return found


@cache
def _given() -> dict[str, str]:
    return {row["name"].casefold(): row["gender"] for row in _rows("given_names.csv")}


@cache
def _short() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _rows("short_forms.csv"):
        group = frozenset(name.casefold() for name in (row["name"], *row["other_forms"].split("|")))
        for name in group:
            found[name] = found.get(name, frozenset()) | group
    return found
