"""The words of a sentence as similarity sees them: stems, names, weights, and where a clause ends."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from Stemmer import Stemmer

from analysis import background
from analysis.ngrams import FUNCTION_WORDS

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[.][^\W\d_](?=[.]))*|[,;:]|(?<=[^\W\d_]{4})[.](?=\s)")
_LONGEST = 4_000
"""Characters of a sentence that are looked at; longer ones are tables and noise."""
_SPELLINGS = (
    (re.compile(r"[’‘ʼ]"), "'"),
    (re.compile(r"\b(\w+)-not-(?=\w)", re.I), r"\1 "),
    (re.compile(r"\bunless\b", re.I), "if not"),
    (re.compile(r"\bcannot\b", re.I), "can not"),
    (re.compile(r"\bwon't\b", re.I), "will not"),
    (re.compile(r"\bcan't\b", re.I), "can not"),
    (re.compile(r"n't\b", re.I), " not"),
    (re.compile(r"\b(do|does|did|have|has|had|is|are|was|were|could|would|should)nt\b", re.I), r"\1 not"),
    (re.compile(r"'(?:s|re|ve|ll|d)?\b", re.I), " "),
    (re.compile(r"(?<!plead )(?<!pleads )(?<!pleaded )(?<!pleading )\bnot guilty\b", re.I), "acquitted"),
    (re.compile(r"\b(?:turn|vot|knock)(ed|e?s|ing)? (?:down|back)\b", re.I), r"reject\1"),
    (re.compile(r"\brul(e|ed|es|ing) out\b", re.I), "refused"),
    (re.compile(r"\bcall(ed|s|ing)? off\b", re.I), r"cancel\1"),
    (re.compile(r"\b(?:went|go|goes|going) ahead\b", re.I), "proceed"),
    (re.compile(r"\b(?:went|go|goes|going|carried|carry|carries|keep|keeps|kept) on (?=\w+ing\b)", re.I), "continue "),
    (re.compile(r"\b(?:gather|gain)(?:ed|s|ing)? strength\b", re.I), "strengthened"),
)
_stemmer = Stemmer("english")
_IRREGULAR = """
    held/hold fell/fall fallen/fall rose/rise risen/rise won/win lost/lose bought/buy sold/sell sent/send spent/spend
    built/build broke/break broken/break began/begin begun/begin chose/choose chosen/choose drew/draw drawn/draw
    drove/drive driven/drive fought/fight found/find flew/fly flown/fly froze/freeze frozen/freeze gave/give given/give
    grew/grow grown/grow heard/hear hid/hide hidden/hide kept/keep knew/know known/know led/lead lent/lend
    meant/mean met/meet paid/pay ran/run seen/see sank/sink sunk/sink shook/shake shot/shoot spoke/speak
    spoken/speak stole/steal stolen/steal stood/stand struck/strike sought/seek swore/swear sworn/swear
    taught/teach threw/throw thrown/throw thought/think took/take taken/take tore/tear torn/tear understood/understand
    withdrew/withdraw withdrawn/withdraw wrote/write written/write caught/catch brought/bring became/become
    fled/flee felt/feel upheld/uphold withheld/withhold retook/retake retaken/retake forbade/forbid
    forbidden/forbid shrank/shrink shrunk/shrink overthrew/overthrow hurt/injure wounded/injure
    injury/injure injuries/injure men/man women/woman
    children/child people/person lives/life
"""
_BASE = dict(pair.split("/") for pair in _IRREGULAR.split())
"""Irregular forms -> the form that is stemmed. "Left" and "saw" are other words too and stay as they are."""
_NO_VERBS = frozenset({"men", "women", "children", "people", "lives"})
_KIN = 5
"""Letters that two stems must have in common to be kin."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word: lower case ("u.s." for "U.S." and "US"), stem, whether it is one of the open classes, whether it is (part
    of) a name, and the number of the clause it stands in (clauses end at commas, colons and semicolons)."""

    text: str
    stem: str
    content: bool
    name: bool
    clause: int


@cache
def stem(word: str) -> str:
    """The word without its endings, irregular forms brought to their base (Snowball stemmer for English, version 3)."""
    return str(_stemmer.stemWord(_BASE.get(word, word)))


def is_past(word: str) -> bool:
    """Whether a word (in small letters) is a verb form of what was: "opened", "begun"."""
    return (word in _BASE and word not in _NO_VERBS) or (word.endswith("ed") and not word.endswith("eed"))


def kin(one: str, other: str) -> bool:
    """Whether two stems are one, or one the start of the other ("desper", "desperado"; not "rip", "ripe")."""
    starts = one.startswith(other) or other.startswith(one)
    return bool(one) and (one == other or (min(len(one), len(other)) >= _KIN and starts))


@lru_cache(maxsize=20_000)
def words(sentence: str) -> tuple[Word, ...]:
    """The words and numbers of the sentence in order."""
    text = sentence[:_LONGEST]
    for pattern, plain in _SPELLINGS:
        text = pattern.sub(plain, text)
    tokens = _TOKEN.findall(text)
    titled = _is_titled([token for token in tokens if token[0].isalpha()])
    found: list[Word] = []
    clause = 0
    for place, token in enumerate(tokens):
        if token[0] in ",;:.":
            clause += 1
            continue
        lower = "u.s." if token == "US" else f"{token.lower()}{'.' * ('.' in token and token[0].isalpha())}"
        first = place == 0 or tokens[place - 1] in (".", ":")
        name = token[0].isupper() and lower not in FUNCTION_WORDS and not titled
        name = name and (not first or _starts_name(tokens, place))
        found.append(Word(lower, stem(lower), lower not in FUNCTION_WORDS, name, clause))
    return tuple(found)


def weight(term: str) -> float:
    """How much a stem tells: its inverse document frequency in news at large, at least a little for every word."""
    documents, counts, rarest = _frequencies()
    return 0.3 + math.log((documents + 1) / (counts.get(term, rarest) + 1))


def weights(terms: Iterable[str]) -> float:
    """The sum of the terms' weights; the same whatever their order."""
    return sum(map(weight, sorted(terms)))


def _is_titled(tokens: list[str]) -> bool:
    """Whether nearly every word is capitalised, as in some headlines: capitals then tell no names."""
    long = [token for token in tokens if len(token) > 3]
    return len(long) > 3 and sum(token[0].isupper() for token in long) > 0.8 * len(long)


def _starts_name(tokens: list[str], place: int) -> bool:
    """Whether the capitalised first word of a sentence is a name: it is rare, or another capital follows."""
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    _, counts, _ = _frequencies()
    return stem(tokens[place].lower()) not in counts or following[:1].isupper()


def stem_counts(document_counts: Mapping[str, int]) -> dict[str, int]:
    """Articles by stem, those of its most frequent form, from articles by word (kept as ``background.stems``)."""
    counts: dict[str, int] = {}
    for word, documents in document_counts.items():
        counts[stem(word)] = max(documents, counts.get(stem(word), 0))
    return counts


@cache
def _frequencies() -> tuple[int, Mapping[str, int], int]:
    """Articles in the reference corpus, articles by stem (those of its most frequent form), those of the rarest."""
    table = background.load()
    return table.documents, background.stems(), table.rarest_documents
