"""Attribution cues: the words that introduce what somebody else said, by how they present it.

Counts: the cue of every attributed claim ("said", "according to"), and hedged cues without a source ("reportedly").
Classes: neutral (said), distancing (claimed), endorsing (pointed out), conceding (admitted), hostile (railed), hedged.

Method: 1,000 times the number of cues, divided by the number of words of that voice. A cue belongs to whoever utters
it: in the article's own sentence it is own voice.

Source: Floyd (2000), The reporting verbs and bias in the press; Recasens, Danescu-Niculescu-Mizil and Jurafsky (2013);
attribution as source, cue and content after Pareti (2012) and Newell et al. (2018).

Limits: literal uses exist ("denied the claim"), so read the clause. The telling comparison is the same speaker, or the
same quotation, in different outlets. The rate rises where little is told in the outlet's own voice, with few words
beside the cues: what differs is therefore looked for in the share of each class among all cues. Cues that the parser
misses are not counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from analysis import lexicons
from analysis.measures.rates import Found, rates
from analysis.model import AnnotatedArticle, AnnotatedField, CueClass, Measurement, Span

COLOURED = tuple(each for each in CueClass if each is not CueClass.NEUTRAL)
SHARES: Mapping[str, frozenset[CueClass]] = {
    "cues": frozenset(COLOURED), **{f"cues.{each.value}": frozenset({each}) for each in COLOURED}
}
"""Gauge -> the classes that it counts among all cues of the own voice."""


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Cues per 1,000 words, in all and by class, for each article and voice."""
    return [
        row
        for article in event
        for row in rates("cues", article, [each for one in article.fields() for each in _cues(one)], CueClass)
    ]


def _cues(annotated: AnnotatedField) -> list[Found]:
    """Each cue once, in the order of the text; the cue of an attribution goes before a word of the list."""
    kept: list[Found] = []
    taken: set[int] = set()
    for found in (*_attributed(annotated), *_hedged(annotated)):
        if taken.isdisjoint(range(found.start, found.end)):
            taken.update(range(found.start, found.end))
            kept.append(found)
    return sorted(kept, key=lambda found: found.start)


def _attributed(annotated: AnnotatedField) -> Iterator[Found]:
    for attribution in annotated.attributions:
        if attribution.claim and attribution.cue is not None and attribution.cue_class is not None:
            yield from _in_one_voice(annotated, attribution.cue, attribution.cue_class)


def _in_one_voice(annotated: AnnotatedField, cue: Span, label: CueClass) -> Iterator[Found]:
    """The cue, cut where another voice begins, so that its passage never crosses into it."""
    first = bisect_left(annotated.tokens, cue.start, key=lambda token: token.start)
    tokens = list(takewhile(lambda token: token.end <= cue.end, islice(annotated.tokens, first, None)))
    kept = list(takewhile(lambda token: token.voice is tokens[0].voice, tokens))
    if kept:
        yield Found(annotated.name, kept[0].start, kept[-1].end, label.value, kept[0].voice)


def _hedged(annotated: AnnotatedField) -> Iterator[Found]:
    for match in lexicons.load("cues").matches(annotated):
        if match.label == CueClass.HEDGED:
            yield Found(annotated.name, match.start, match.end, match.label, match.voice)
