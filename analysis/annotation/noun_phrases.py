"""Noun phrases that may stand for an actor: names found by their capitals, labels by the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.annotation.ages import counted_kin_end, is_age_noun
from analysis.annotation.capitals import NOTHING, Known, Style, is_headline, runs_of, sentences
from analysis.annotation.phrase import Phrase
from analysis.annotation.phrase_labels import label
from analysis.annotation.phrase_names import describe
from analysis.annotation.vocabulary import noun
from analysis.model import Token

_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
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
"""Tokens of a phrase to the left of its head, at most."""


def phrases_of(tokens: Sequence[Token], known: Known = NOTHING) -> list[Phrase]:
    """Noun phrases in text order; one may stand inside another ("Mara Teviot" in "Mara Teviot's plan")."""
    found: dict[tuple[int, int], Phrase] = {}
    for first, last in sentences(tokens):
        headline = is_headline(tokens, first, last)
        runs = runs_of(tokens, first, last, Style(headline, *known))
        capitals = {index for run in runs for index in range(*run)}
        for begin, end, head in (*_chunks(tokens, first, last, runs), *((b, e, e - 1) for b, e in runs)):
            named = any(index in capitals for index in range(begin, end))
            phrase = describe(tokens, begin, end, head) if named or not headline else label(tokens, begin, head)
            if phrase is not None:
                found.setdefault((phrase.first, phrase.last), phrase)
    return _without_repeats(sorted(found.values(), key=lambda each: (each.first, -each.last)))


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
        elif token.pos in ("NOUN", "PROPN") and token.is_word and _is_head(tokens, head):
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
