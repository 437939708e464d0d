"""Agency copy: passages that several outlets run in (nearly) the same words.

Sentences are compared by their runs of four words ("shingles", Broder 1997). Two of them are copies where they share
at least four fifths of the words of the shorter and three fifths of those of the longer, in the same order and in
stretches of at least two words. Neighbouring sentences that the same articles copy are joined into one passage. The
same quotation alone is no agency copy: at least eight of the shared words of a passage stand outside quotation marks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from analysis.model import AnnotatedArticle, CopiedPassage, Evidence, Span

_SHINGLE = 4
_FEWEST_WORDS = 12
"""Shared words from which a passage is agency copy."""
_FEWEST_UNQUOTED = 8
_FEWEST_IN_SENTENCE = 5
"""Words of a sentence from which it is compared at all."""
_OF_SHORTER, _OF_LONGER = 0.8, 0.6
_LEAST_SHINGLES = 2
"""Shingles in common from which two sentences are compared word by word."""
_MOST_PLACES = 30
"""Different sentences that may have a shingle; one that more have is a phrase, not a copy."""
_MOST_WORDS = 150
"""Words of a sentence that are compared; a longer one is a table."""
_MOST_COMPARED = 20_000
_WORD = re.compile(r"\w+(?:['’]\w+)?")

Words = tuple[str, ...]
Place = tuple[int, int]
"""Article in the event, index of the sentence in its text."""


@dataclass(frozen=True, slots=True)
class _Run:
    """The same sentences, one after the other, in several articles: the places where they start, how many they are."""

    starts: Mapping[int, int]
    length: int


def copies(event: Sequence[AnnotatedArticle]) -> tuple[CopiedPassage, ...]:
    """The passages that articles of at least two outlets share, in the order of the first article that has each.

    Each has one Evidence for every article that runs it: whole sentences, with the outlet's words unchanged. Articles
    without an outlet count as outlets of their own. Headlines are not compared.
    """
    classes = _classes(event)
    found = [run for run in _runs(classes) if _outlets(event, run) > 1 and _is_long_enough(event, run)]
    found.sort(key=lambda run: min(run.starts.items()))
    return tuple(CopiedPassage(tuple(_evidence(event, run, each) for each in sorted(run.starts))) for run in found)


def _evidence(event: Sequence[AnnotatedArticle], run: _Run, article: int) -> Evidence:
    first = run.starts[article]
    sentences = event[article].text.sentences
    return Evidence(event[article].id, "text", sentences[first].start, sentences[first + run.length - 1].end, "copied")


def _outlets(event: Sequence[AnnotatedArticle], run: _Run) -> int:
    return len({event[article].article.outlet or event[article].id for article in run.starts})


def _classes(event: Sequence[AnnotatedArticle]) -> dict[Place, int]:
    """A number for each sentence that stands in several articles; copies of one another have the same."""
    places: dict[Words, list[Place]] = defaultdict(list)
    for article, annotated in enumerate(event):
        for number, sentence in enumerate(annotated.text.sentences):
            text = annotated.text.text[sentence.start : sentence.end]
            words = tuple(map(str.lower, _WORD.findall(text[: 20 * _MOST_WORDS])))[:_MOST_WORDS]
            if len(words) >= _FEWEST_IN_SENTENCE:
                places[words].append((article, number))
    distinct = list(places)
    groups = _united(len(distinct), _near_copies(distinct, [{place[0] for place in places[each]} for each in distinct]))
    members: dict[int, list[Place]] = defaultdict(list)
    for words, group in zip(distinct, groups, strict=True):
        members[group].extend(places[words])
    return {
        place: group
        for group, same in members.items()
        if len({article for article, _ in same}) > 1
        for place in same
    }


def _near_copies(distinct: Sequence[Words], articles: Sequence[set[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of different sentences of different articles that are copies of each other."""
    having: dict[Words, list[int]] = defaultdict(list)
    for number, words in enumerate(distinct):
        for shingle in {words[place : place + _SHINGLE] for place in range(len(words) - _SHINGLE + 1)}:
            if len(having[shingle]) <= _MOST_PLACES:
                having[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        if 1 < len(numbers) <= _MOST_PLACES:
            shared.update((one, other) for at, one in enumerate(numbers) for other in numbers[at + 1 :])
    likely = [pair for pair, count in shared.items() if count >= _LEAST_SHINGLES]
    for one, other in sorted(likely, key=lambda pair: (-shared[pair], pair))[:_MOST_COMPARED]:
        if len(articles[one] | articles[other]) > 1 and _is_copy(distinct[one], distinct[other]):
            yield one, other


def _is_copy(one: Words, other: Words) -> bool:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks if block.size > 1)
    shorter, longer = sorted((len(one), len(other)))
    return shared >= _OF_SHORTER * shorter and shared >= _OF_LONGER * longer


def _united(size: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each of ``size`` things the smallest of those it is tied to by the pairs."""
    parent = list(range(size))

    def root(thing: int) -> int:
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return [root(thing) for thing in range(size)]


def _runs(classes: Mapping[Place, int]) -> Iterator[_Run]:
    """Stretches of sentences that the same articles have in the same order, as long as they go."""
    where: dict[int, dict[int, int]] = defaultdict(dict)
    for (article, number), group in sorted(classes.items()):
        where[group].setdefault(article, number)
    done: set[int] = set()
    for place in sorted(classes):
        group = classes[place]
        if group in done:
            continue
        starts, length = where[group], 0
        while group not in done and where[group] == {each: first + length for each, first in starts.items()}:
            done.add(group)
            length += 1
            article, first = next(iter(starts.items()))
            group = classes.get((article, first + length), -1)
            if group < 0:
                break
        yield _Run(starts, length)


def _is_long_enough(event: Sequence[AnnotatedArticle], run: _Run) -> bool:
    """Whether the article with the fewest words has enough of them, and enough outside quotation marks."""
    counts = [_counts(event[article], first, run.length) for article, first in run.starts.items()]
    return min(every for every, _ in counts) >= _FEWEST_WORDS and min(free for _, free in counts) >= _FEWEST_UNQUOTED


def _counts(annotated: AnnotatedArticle, first: int, length: int) -> tuple[int, int]:
    """Words of the sentences, and those of them outside quotation marks."""
    field = annotated.text
    span = Span(field.sentences[first].start, field.sentences[first + length - 1].end)
    quoted = [each for each in field.quotations if each.start < span.end and span.start < each.end]
    starts = [span.start + match.start() for match in _WORD.finditer(field.text[span.start : span.end])]
    free = sum(not any(each.start <= start < each.end for each in quoted[:100]) for start in starts)
    return len(starts), free
