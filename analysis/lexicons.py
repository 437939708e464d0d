"""Word lists: read from ``data/lexicons/NAME.csv`` + ``NAME.toml``, and matched on annotated tokens.

A list is a CSV file with the columns ``term,class,pos,note`` and a TOML file that says where it comes from.

- ``term``: one or more words. It matches whatever the case and the form of apostrophe or hyphen. Each of its words
  matches a token by its lower-cased form or its lemma, so "slam" finds "slammed" and "elites" finds only the
  plural. ``*`` stands for any one word: ``*-fueled`` finds "rage-fueled".
- ``class``: a label of the TOML table ``classes``, or ``exempt``: a phrase in which a listed word is innocent
  ("grand slam"). It takes part in the matching, so that it wins over the shorter word, and is never returned.
- ``pos``: universal parts of speech, parted by ``|``, one of which the last token must have.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from analysis.errors import LexiconError
from analysis.kept import FIELDS, kept
from analysis.lexicon_words import ANY_WORD, Words, split, words_of
from analysis.model import AnnotatedField, FieldName, Token, Voice

FOLDER = Path(__file__).resolve().parent.parent / "data" / "lexicons"
EXEMPT = "exempt"

_COLUMNS = ("term", "class", "pos", "note")
_POS = frozenset({
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
})
_NAMELIKE = frozenset({"NOUN", "ADJ"})
_KEYS: Mapping[str, type] = {
    "title": str, "description": str, "classes": dict, "sources": list, "licence": str, "version": str,
    "scale": str, "limits": list,
}


class LexiconTerm(NamedTuple):
    """One line of a list: the term as written, its class, and the parts of speech it is limited to (none: any)."""

    term: str
    label: str
    pos: tuple[str, ...] = ()


class Match(NamedTuple):
    """A term found: offsets into the field, the list's term, its class, and the voice of all its tokens."""

    start: int
    end: int
    term: str
    label: str
    voice: Voice


@dataclass(slots=True)
class _Node:
    """A step in the tree of terms: what may follow, and the term that may end here."""

    following: dict[str, _Node] = field(default_factory=dict)
    term: LexiconTerm | None = None


@dataclass(frozen=True)
class Lexicon:
    """A word list with its provenance. ``classes`` maps each label to its meaning."""

    name: str
    version: str
    title: str
    description: str
    classes: Mapping[str, str]
    sources: tuple[str, ...]
    licence: str
    scale: str
    limits: tuple[str, ...]
    terms: tuple[LexiconTerm, ...]

    def matches(self, annotated: AnnotatedField, voice: Voice | None = None, limit: int | None = None) -> list[Match]:
        """The terms found in ``annotated``, in order: the longest first at each place, never overlapping.

        All tokens of a match stand in one sentence and have one voice. ``voice`` keeps the matches of that voice
        only; ``limit`` those that end at or before that offset.
        """
        end = len(annotated.text) if limit is None else limit
        return [
            match
            for match in self._all_matches(annotated)
            if match.end <= end and voice in (None, match.voice) and match.label != EXEMPT
        ]

    def _all_matches(self, annotated: AnnotatedField) -> tuple[Match, ...]:
        """As found once in ``annotated``: several measures ask for the same list."""
        found = _found(annotated)
        if id(self) not in found:
            found[id(self)] = (self, tuple(self._find(annotated)))
        return found[id(self)][1]

    def _find(self, annotated: AnnotatedField) -> Iterator[Match]:
        words = words_of(annotated)
        done = 0
        for position in _starts(self._tree, words):
            if position < done:
                continue
            length, found = self._longest(annotated.name, words.tokens, words.keys, position)
            if found is not None:
                first, last = words.tokens[position], words.tokens[position + length - 1]
                yield Match(first.start, last.end, found.term, found.label, first.voice)
            done = position + length

    def _longest(
        self, field_name: FieldName, tokens: Sequence[Token], keys: Sequence[Sequence[str]], begin: int
    ) -> tuple[int, LexiconTerm | None]:
        """(number of tokens, term) of the longest match at ``begin``; the more literal one where two are as long."""
        best: tuple[int, LexiconTerm | None] = (0, None)
        paths = [(self._tree, begin)]
        while paths:
            node, position = paths.pop()
            term, length = node.term, position - begin
            if term is not None and length > best[0] and _allowed(term, field_name, tokens, begin, position - 1):
                best = (length, term)
            if position < len(tokens) and tokens[position].sentence == tokens[begin].sentence:
                # The last path is followed first: wildcard, then lemma, then the form as written.
                paths += [(node.following[key], position + 1) for key in keys[position] if key in node.following]
        return best

    @cached_property
    def _tree(self) -> _Node:
        root = _Node()
        for term in self.terms:
            node = root
            for word in split(term.term):
                node = node.following.setdefault(word, _Node())
            node.term = term
        return root


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """The lists there are, in alphabetical order."""
    return tuple(sorted(path.stem for path in folder.glob("*.csv")))


@lru_cache(maxsize=64)
def load(name: str, folder: Path = FOLDER) -> Lexicon:
    """The list ``name``; raises ``LexiconError`` where a file is missing or malformed."""
    about = _read_about(folder / f"{name}.toml")
    terms = _read_terms(folder / f"{name}.csv", about["classes"])
    return Lexicon(
        name=name, terms=terms, version=about["version"], title=about["title"], description=about["description"],
        classes=about["classes"], sources=tuple(about["sources"]), licence=about["licence"], scale=about["scale"],
        limits=tuple(about["limits"]),
    )


_BEFORE_A_NOUN = frozenset({"amod", "compound"})
"""Relations of a word that stands as an adjective does, whatever the tagger takes it for ("a brazen breach")."""


@kept(FIELDS)
def _found(_: AnnotatedField) -> dict[int, tuple[Lexicon, tuple[Match, ...]]]:
    """Filled by each list in its turn, which is held beside its matches so that no other takes its id."""
    return {}


def _starts(tree: _Node, words: Words) -> Sequence[int]:
    """Where a term may begin, in order; after a term's wildcard its second word decides."""
    after = tree.following.get(ANY_WORD)
    if after is not None and ANY_WORD in after.following:
        return range(len(words.tokens))
    begun = {place for form in tree.following.keys() & words.places.keys() - {ANY_WORD} for place in words.places[form]}
    if after is not None:
        begun.update(place - 1 for form in after.following.keys() & words.places.keys() for place in words.places[form])
    return sorted(begun - {-1})


def _allowed(term: LexiconTerm, field_name: FieldName, tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Is it in one voice, does the part of speech fit, and is it no name? A surname "Savage" is no verdict.

    Taggers take many capitalised words for names. In a headline, a word that is part of no known name may be any part
    of speech; at the start of a sentence, a noun or adjective may be taken for a name of one word, unless a person's.
    """
    if term.label != EXEMPT and any(token.voice is not tokens[begin].voice for token in tokens[begin : end + 1]):
        return False
    last = tokens[end]
    if last.pos != "PROPN" or "PROPN" in term.pos:
        return not term.pos or last.pos in term.pos or ("ADJ" in term.pos and last.dep in _BEFORE_A_NOUN)
    if begin < end:
        return True
    if field_name == "text" and _starts_sentence(tokens, begin):
        alone = end + 1 == len(tokens) or tokens[end + 1].pos != "PROPN"
        return alone and last.entity != "PERSON" and (not term.pos or not _NAMELIKE.isdisjoint(term.pos))
    return not last.entity and (field_name == "title" or not term.pos)


def _starts_sentence(tokens: Sequence[Token], position: int) -> bool:
    before = position - 1
    while before >= 0 and tokens[before].sentence == tokens[position].sentence and not tokens[before].is_word:
        before -= 1
    return before < 0 or tokens[before].sentence != tokens[position].sentence


def _read_about(path: Path) -> dict[str, Any]:
    try:
        about = tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"The description {path.name} is not valid TOML ({error}); please correct it.") from error
    for key, kind in _KEYS.items():
        if not isinstance(about.get(key), kind) or not about[key]:
            raise LexiconError(f"The description {path.name} needs an entry “{key}” ({kind.__name__}); please add it.")
    return about


def _read_terms(path: Path, classes: Mapping[str, str]) -> tuple[LexiconTerm, ...]:
    rows = csv.DictReader(io.StringIO(_read(path)), strict=True)
    if tuple(rows.fieldnames or ()) != _COLUMNS:
        raise LexiconError(f"The list {path.name} must begin with the line “{','.join(_COLUMNS)}”.")
    seen: dict[tuple[str, ...], int] = {}
    terms: list[LexiconTerm] = []
    try:
        for row in rows:
            term = _read_term(row, f"{path.name}, line {rows.line_num}", classes)
            first = seen.setdefault(split(term.term), rows.line_num)
            if first != rows.line_num:
                raise LexiconError(f"“{term.term}” stands twice in {path.name}, lines {first} and {rows.line_num}.")
            terms.append(term)
    except csv.Error as error:
        raise LexiconError(f"The list {path.name} is not valid CSV ({error}); please correct it.") from error
    if not terms:
        raise LexiconError(f"The list {path.name} has no terms; please add some or remove the file.")
    return tuple(terms)


def _read_term(row: Mapping[str | None, Any], where: str, classes: Mapping[str, str]) -> LexiconTerm:
    term, label = (row["term"] or "").strip(), (row["class"] or "").strip()
    pos = tuple(filter(None, (row["pos"] or "").strip().split("|")))
    if None in row:
        raise LexiconError(f"{where}: more than {len(_COLUMNS)} columns; put text with a comma in quotation marks.")
    if not term.strip(f"{ANY_WORD} -"):
        raise LexiconError(f"{where}: the term is empty; please write one or remove the line.")
    if label not in classes and label != EXEMPT:
        raise LexiconError(f"{where}: the class “{label}” is not described in the .toml file; please add it there.")
    if unknown := [part for part in pos if part not in _POS]:
        raise LexiconError(f"{where}: “{unknown[0]}” is no universal part of speech (ADJ, ADV, NOUN, VERB ...).")
    return LexiconTerm(term, label, pos)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LexiconError(f"The word list file {path.name} is missing from {path.parent.name}.") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"The word list file {path.name} is not UTF-8 text; please save it as UTF-8.") from error
