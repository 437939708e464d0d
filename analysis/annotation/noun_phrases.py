"""Noun phrases that may stand for an actor: names found by their capitals, labels by the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.annotation.ages import counted_kin_end, is_age_noun
from analysis.annotation.phrase import Phrase, describe
from analysis.annotation.vocabulary import HONORIFICS, country, is_given, noun
from analysis.model import Token

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "mon", "tue", "tues",
    "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "a.m.", "p.m.", "gmt", "bst", "et", "est", "i", "i’m", "i'm",
})  # fmt: skip
_LINKS = frozenset({"of", "for", "and", "&", "the"})
_PARTICLES = frozenset({"de", "da", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "bin", "ibn",
                        "al", "el", "ben", "dos", "ter", "zu"})  # fmt: skip
_LEFT = frozenset({
    "det", "amod", "compound", "nummod", "poss", "nmod", "advmod", "predet", "quantmod", "case", "punct",
    "npadvmod", "cc", "conj", "neg", "appos", "prep", "pcomp",
})  # fmt: skip
_DULL = frozenset({
    "day", "week", "month", "year", "time", "hour", "minute", "moment", "today", "tomorrow", "yesterday", "night",
    "morning", "afternoon", "evening", "weekend", "decade", "century", "way", "part", "lot", "bit", "kind", "sort",
    "number", "percent", "per", "thing", "something", "anything", "nothing", "everything", "one", "example", "case",
    "fact", "reason", "end", "beginning", "start", "place", "point", "rest", "half", "quarter", "third", "dozen",
    "hundred", "thousand", "million", "billion", "series", "total", "amount", "level", "degree", "addition",
    "order", "account", "course", "term", "light", "view",
})  # fmt: skip
_LONGEST = 16
"""Tokens of a name, or of a phrase to the left of its head, at most."""


def surnames_of(tokens: Sequence[Token]) -> frozenset[str]:
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


def places_of(tokens: Sequence[Token]) -> frozenset[str]:
    """Single words that stand alone after "in" or "near", as places do."""
    found = set()
    for index in range(1, len(tokens)):
        word = tokens[index].text
        follows = index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper()
        if tokens[index - 1].text.lower() in ("in", "near", "outside") and word.istitle() and not follows:
            found.add(word)
    return frozenset(word for word in found if word.lower() not in _CALENDAR and noun(word.lower()) is None)


class Known(NamedTuple):
    """Words of an article that are known to be names, whatever the tagger takes them for."""

    surnames: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


class _Style(NamedTuple):
    """How capitals are to be read in a sentence."""

    headline: bool
    surnames: frozenset[str]
    places: frozenset[str]


_NOTHING = Known()


def phrases_of(tokens: Sequence[Token], known: Known = _NOTHING) -> list[Phrase]:
    """Noun phrases in text order; one may stand inside another ("Mara Teviot" in "Mara Teviot's plan")."""
    found: dict[tuple[int, int], Phrase] = {}
    for first, last in _sentences(tokens):
        runs = _runs(tokens, first, last, known)
        for begin, end, head in (*_chunks(tokens, first, last, runs), *((b, e, e - 1) for b, e in runs)):
            phrase = describe(tokens, begin, end, head)
            if phrase is not None:
                found.setdefault((phrase.first, phrase.last), phrase)
    return _without_repeats(sorted(found.values(), key=lambda each: (each.first, -each.last)))


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or tokens[index].sentence != tokens[first].sentence:
            yield first, index
            first = index


def _runs(tokens: Sequence[Token], first: int, last: int, known: Known) -> list[tuple[int, int]]:
    """Runs of capitalised words that are names, or titles before names, in one sentence."""
    style = _Style(_is_headline(tokens, first, last), *known)
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


def _run_end(tokens: Sequence[Token], begin: int, first: int, last: int, style: _Style) -> int:
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


def _link(tokens: Sequence[Token], begin: int, end: int, first: int, last: int, style: _Style) -> int:
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


def _after_place(tokens: Sequence[Token], begin: int, index: int, first: int, style: _Style) -> bool:
    """Is a name next, after the place that opens the sentence ("In Tessen Mara Teviot said ...")?"""
    place = tokens[begin].text in style.places or country(tokens[begin].text) is not None or is_given(tokens[index].text)
    if index != begin + 1 or not place or begin == first or tokens[begin - 1].text not in ("In", "At", "Near", "From"):
        return False
    pair = index + 1 < len(tokens) and tokens[index + 1].text.istitle() and tokens[index].text.istitle()
    return pair and tokens[index].pos == tokens[index + 1].pos == "PROPN" and not _is_body_noun(tokens[index + 1].text)


def _capital(tokens: Sequence[Token], index: int, first: int, style: _Style) -> bool:
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


def _is_headline(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Headline style: nearly every longer word has a capital."""
    words = [token.text for token in tokens[first:last] if len(token.text) > 3 and token.text.isalpha()]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _chunks(
    tokens: Sequence[Token], first: int, last: int, runs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """(begin, end, head) of the phrases of one sentence: around nouns, and around runs of capitals."""
    run_at = {index: run for run in runs for index in range(*run)}
    covered: set[int] = set()
    for head in range(last - 1, first - 1, -1):
        if head in covered:
            continue
        token = tokens[head]
        run = run_at.get(head)
        if run is not None:
            covered.update(range(*run))
            yield (*run, run[1] - 1) if run[0] - 1 in run_at else _widened(tokens, first, run)
        elif is_age_noun(tokens, head):
            yield _left_edge(tokens, head, first, head), head + 1, head
        elif token.pos in ("NOUN", "PROPN") and _is_head(tokens, head):
            if token.entity in _TIMES or token.lemma in _DULL:
                continue
            top = tokens[head].head if head < tokens[head].head < counted_kin_end(tokens, head) else head
            yield _left_edge(tokens, top, first, head), head + 1, head


def _is_head(tokens: Sequence[Token], head: int) -> bool:
    token = tokens[head]
    target = tokens[token.head]
    if token.dep in ("compound", "amod", "npadvmod", "nmod") and token.head > head and target.pos in ("NOUN", "PROPN"):
        return False
    following = tokens[head + 1] if head + 1 < len(tokens) else None
    if following is None or following.text not in ("-", "‑") or following.start != token.end:
        return True
    return counted_kin_end(tokens, head) > head + 1


def _widened(tokens: Sequence[Token], first: int, run: tuple[int, int]) -> tuple[int, int, int]:
    """A run with the words before it that belong to it: "the union boss Mara Teviot"."""
    begin, end = run
    head = end - 1
    left = _left_edge(tokens, head, first, begin)
    if left == begin and begin > first:
        before = tokens[begin - 1]
        known = noun(before.lemma)
        if before.pos in ("NOUN", "PROPN") and known is not None and known.kind == "person" and before.tag != "NNS":
            return _left_edge(tokens, begin - 1, first, begin - 1), end, head
    return left, end, head


def _left_edge(tokens: Sequence[Token], head: int, first: int, begin: int) -> int:
    """Index of the first token of the phrase that ends in ``head`` and reaches left to ``begin`` at least."""
    edge = begin
    while edge > first and begin - edge < _LONGEST and _belongs(tokens, edge - 1, head, edge):
        edge -= 1
    while edge < begin and (tokens[edge].pos in ("PUNCT", "CCONJ", "ADP", "PART") or tokens[edge].text in "'’s"):
        edge += 1
    return edge


def _belongs(tokens: Sequence[Token], index: int, head: int, edge: int) -> bool:
    """Does ``index`` depend on ``head`` or on a word between, as a part of its phrase?"""
    token = tokens[index]
    if token.text in {",", ";", ":", "—", "–", "(", ")", "--"} or token.pos in ("VERB", "AUX", "PRON", "SCONJ"):
        participle = token.tag in ("VBN", "VBG", "PRP$") and token.dep in ("amod", "poss", "compound")
        if not participle:
            return False
    current = index
    for _ in range(6):
        if tokens[current].dep not in _LEFT or (tokens[current].head < index and tokens[current].dep != "case"):
            return False
        current = tokens[current].head
        if current == head:
            return True
        if not index - _LONGEST <= current <= head:
            return False
    return False


def _without_repeats(phrases: list[Phrase]) -> list[Phrase]:
    """A name inside a phrase for the same actor is left out: "Teviot" in "union boss Mara Teviot"."""
    kept: list[Phrase] = []
    open_: list[Phrase] = []
    for phrase in phrases:
        open_ = [outer for outer in open_ if outer.last > phrase.first]
        if not any(_same_actor(outer, phrase) for outer in open_):
            kept.append(phrase)
            open_.append(phrase)
    return kept


def _same_actor(outer: Phrase, inner: Phrase) -> bool:
    """Does a phrase inside another stand for the same actor: the end of it, or the title before its name?"""
    if outer.last == inner.last and outer.head == inner.head:
        return True
    titled = bool(outer.name) and not inner.name and outer.role == inner.role
    return titled and inner.last <= outer.last
