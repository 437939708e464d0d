"""Names found by their capitals: which runs of capitalised words are names, in sentences and in headlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.annotation.vocabulary import HONORIFICS, country, is_given, noun
from analysis.model import Token

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "mon", "tue", "tues",
    "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "a.m.", "p.m.", "gmt", "bst", "et", "est", "i", "i’m", "i'm",
})  # fmt: skip
_LINKS = frozenset({"of", "for", "and", "&", "the"})
_PARTICLES = frozenset({"de", "da", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "bin", "ibn",
                        "al", "el", "ben", "dos", "ter", "zu"})  # fmt: skip
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LONGEST = 16
"""Tokens of a name, at most."""


def _surnames(tokens: Sequence[Token]) -> frozenset[str]:
    """Words that end a person's name or follow a form of address: names wherever they stand with a capital."""
    found = set()
    for before, token in pairwise(tokens):
        named = before.text[:1].isupper() and token.text.istitle() and len(token.text) > 2
        person = before.pos == token.pos == "PROPN" and (
            token.entity == before.entity == "PERSON" or is_given(before.text)
        )
        if named and (person or before.text.lower().rstrip(".") in ("mr", "mrs", "ms", "dr")):
            found.add(token.text)
    return frozenset(word for word in found if noun(word.lower()) is None and country(word) is None)


def _places(tokens: Sequence[Token]) -> frozenset[str]:
    """Single words that stand alone after "in" or "near", as places do."""
    found = set()
    for index in range(1, len(tokens)):
        word = tokens[index].text
        follows = index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper()
        if tokens[index - 1].text.lower() in ("in", "near", "outside") and word.istitle() and not follows:
            found.add(word)
    return frozenset(word for word in found if word.lower() not in _CALENDAR and noun(word.lower()) is None)


def _capitals(tokens: Sequence[Token]) -> frozenset[str] | None:
    """Names inside sentences in ordinary spelling, which are names in a headline too; None without such sentences."""
    found: set[str] | None = None
    for first, last in sentences(tokens):
        if not is_headline(tokens, first, last):
            inside = range(first + 1, last)
            found = found or set()
            found.update(tokens[index].text for index in inside if _is_proper(tokens, index, first))
    return None if found is None else frozenset(found)


def _is_proper(tokens: Sequence[Token], index: int, first: int) -> bool:
    return tokens[index].text[:1].isupper() and tokens[index].pos == "PROPN" and not _opens(tokens, index, first)


class Known(NamedTuple):
    """Words of an article that are known to be names, whatever the tagger takes them for."""

    surnames: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    capitals: frozenset[str] | None = None
    """Those of sentences in ordinary spelling; None where there is no such sentence."""


class Style(NamedTuple):
    """How capitals are to be read in a sentence."""

    headline: bool
    surnames: frozenset[str]
    places: frozenset[str]
    capitals: frozenset[str] | None


NOTHING = Known()


def known_in(fields: Iterable[Sequence[Token]]) -> Known:
    """What the words of all fields of one article tell of its names."""
    each = tuple(fields)
    capitals = [found for tokens in each if (found := _capitals(tokens)) is not None]
    return Known(
        frozenset[str]().union(*map(_surnames, each)),
        frozenset[str]().union(*map(_places, each)),
        frozenset[str]().union(*capitals) if capitals else None,
    )


def sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) token of each sentence."""
    first = 0
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or tokens[index].sentence != tokens[first].sentence:
            yield first, index
            first = index


def runs_of(tokens: Sequence[Token], first: int, last: int, style: Style) -> list[tuple[int, int]]:
    """Runs of capitalised words that are names, or titles before names, in one sentence."""
    runs: list[tuple[int, int]] = []
    index = first
    while index < last:
        if not _capital(tokens, index, first, style):
            index += 1
            continue
        end = _run_end(tokens, index, first, last, style)
        runs.append((index, end))
        index = end
    return runs


def _run_end(tokens: Sequence[Token], begin: int, first: int, last: int, style: Style) -> int:
    end = begin + 1
    while end < last and end - begin < _LONGEST:
        if _capital(tokens, end, first, style):
            if _starts_anew(tokens, begin, end) or _after_place(tokens, begin, end, first, style):
                break
            end += 1
        elif (reach := _link(tokens, begin, end, first, last, style)) > end:
            end = reach
        else:
            break
    return end


def _link(tokens: Sequence[Token], begin: int, end: int, first: int, last: int, style: Style) -> int:
    """End of a joint at ``end`` ("of the", a hyphen, "van") that a capital follows, or ``end`` itself."""
    text = tokens[end].text.lower()
    if text in ("’", "'") and end + 1 < last and _is_body_noun(tokens[end + 1].text):
        return end + 2 if tokens[end + 1].text[:1].isupper() else end
    glued = end + 1 < last and tokens[end].start == tokens[end - 1].end and tokens[end].end == tokens[end + 1].start
    if text in ("-", "‑", "–", "/", "&") and glued:
        nexts = tokens[end + 1]
        if end + 2 < last and tokens[end + 2].pos == "NOUN" and text != "&":
            return end  # two names joined for the nonce: "the Teviot-Brandt summit"
        syllable = nexts.text.islower() and len(nexts.text) <= 4 and end - begin > 1
        if _capital(tokens, end + 1, first, style) or (nexts.text.isalpha() and (nexts.pos == "PROPN" or syllable)):
            return end + 2
        return end
    if text in _PARTICLES and tokens[end - 1].pos == "PROPN" and end + 1 < last:
        return end + 2 if _capital(tokens, end + 1, first, style) else end
    reach = end
    while reach < last and tokens[reach].text.lower() in _LINKS and reach - end < 2:
        reach += 1
    if reach == end or reach >= last or not _capital(tokens, reach, first, style):
        return end
    return reach if _is_body(tokens, begin, end, reach) else end


def _is_body(tokens: Sequence[Token], begin: int, end: int, reach: int) -> bool:
    """Do "of", "for", "and" stand inside the name of a body ("Ministry of Ports and Harbours")?"""
    joint = tokens[end].text.lower()
    kind = tokens[end].entity
    if kind == "ORG" and tokens[end - 1].entity == tokens[reach].entity == "ORG" and joint != "and":
        return True
    before = noun(tokens[end - 1].text.lower())
    named = any(_is_body_noun(tokens[index].text) for index in range(begin, end))
    if joint in ("of", "for"):
        return before is not None and before.kind in ("group", "body")
    return named and kind == "ORG" and joint in ("and", "&")


def _is_body_noun(text: str) -> bool:
    found = noun(text.lower())
    return found is not None and found.kind in ("group", "body")


def _starts_anew(tokens: Sequence[Token], begin: int, index: int) -> bool:
    """A form of address in the middle of a run begins another name ("Friday Mr Teviot"), unless a title is before."""
    word = tokens[index].text.lower().rstrip(".")
    before = noun(tokens[index - 1].text.lower())
    return word in ("mr", "mrs", "ms") and word in HONORIFICS and (before is None or before.kind != "person")


def _after_place(tokens: Sequence[Token], begin: int, index: int, first: int, style: Style) -> bool:
    """Is a name next, after the place that opens the sentence ("In Tessen Mara Teviot said ...")?"""
    word = tokens[begin].text
    place = word in style.places or country(word) is not None or is_given(tokens[index].text)
    if index != begin + 1 or not place or begin == first or tokens[begin - 1].text not in ("In", "At", "Near", "From"):
        return False
    pair = index + 1 < len(tokens) and tokens[index + 1].text.istitle() and tokens[index].text.istitle()
    return pair and tokens[index].pos == tokens[index + 1].pos == "PROPN" and not _is_body_noun(tokens[index + 1].text)


def _capital(tokens: Sequence[Token], index: int, first: int, style: Style) -> bool:
    token = tokens[index]
    text = token.text
    if not text[:1].isupper() and not (text[:1].isalpha() and any(map(str.isupper, text)) and token.pos == "PROPN"):
        return False
    if text in style.surnames:
        return True
    follows = index > first and tokens[index - 1].pos == token.pos == "PROPN" and is_given(tokens[index - 1].text)
    if text.lower() in _CALENDAR or (token.entity in ("DATE", "TIME", "MONEY", "PERCENT") and not follows):
        return text.lower().rstrip(".") in HONORIFICS
    if token.pos in ("PRON", "AUX", "SCONJ", "CCONJ", "INTJ", "PART", "PUNCT", "SYM") and country(text) is None:
        return False
    inside = not style.headline and text.istitle() and not _opens(tokens, index, first)
    if token.pos in ("VERB", "ADV") and inside and tokens[index - 1].text[:1].isupper():
        return True
    if token.pos in ("DET", "ADP", "VERB", "ADV", "NUM") and token.entity not in _NAMED:
        return False
    if token.pos == "DET":
        return False
    if style.headline and style.capitals is not None:
        return text in style.capitals or is_given(text) or country(text) is not None or text.isupper()
    if style.headline:
        return token.entity in _NAMED or (token.pos == "PROPN" and noun(text.lower()) is None)
    if _opens(tokens, index, first) and token.pos != "PROPN":
        return country(text) is not None or (token.entity in _NAMED and token.pos != "NOUN")
    return not (_opens(tokens, index, first) and _ordinary(tokens, index))


def _ordinary(tokens: Sequence[Token], index: int) -> bool:
    """Is the word that opens a sentence a common noun ("Police said") and not the start of a title or name?"""
    known = noun(tokens[index].lemma) or noun(tokens[index].text.lower())
    follows = index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper()
    return known is not None and not follows


def _opens(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Is it the first word of its sentence, or of a quotation?"""
    before = index - 1
    while before >= first and not tokens[before].is_word:
        if tokens[before].text in {"“", "‘", '"', "'", "``", ":", "«", "—", "–"}:
            return True
        before -= 1
    return before < first


def is_headline(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Headline style: nearly every longer word has a capital, the verbs too."""
    if any(token.tag in _FINITE and token.text.islower() and len(token.text) > 3 for token in tokens[first:last]):
        return False
    words = [token.text for token in tokens[first:last] if len(token.text) > 3 and token.text.isalpha()]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
