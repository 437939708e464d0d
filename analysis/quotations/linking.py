"""Which lines are the same: those that share a run of words long enough, or rare enough, to be no accident.

Every run of a few words is looked up in one table, so the time grows with the number of words, never with the number
of pairs. A run links all lines that hold it:

- eight words, of the same named speaker, or of some weight, whoever is said to speak (two outlets may resolve a source
  differently);
- five words of some weight, of speakers that do not contradict each other, or of less weight, of the same named one;
- three or four words that are rare in the news, of speakers that do not contradict each other;
- a short whole quotation of some weight ("a gift to nobody"), of the same named speaker, or where it has four words, of
  speakers that do not contradict each other; for one of five to eight words of the same named speaker five of them are
  enough, if they hold one word that tells anything.

A run's weight is the sum of the weights of its words of the open classes (``phrasing.weight``: about 1 for "think",
4 for "alive"), so that turns of speech ("I think that the country") link nothing. Names have no
weight, so that a list of countries makes no two lines the same; they count in runs of eight words that hold a verb.
Speakers contradict each other where both are named and not the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.ngrams import FUNCTION_WORDS
from analysis.phrasing import stem, weights
from analysis.quotations.lines import Line

LONG, PLAIN, SHORT = 8, 5, (3, 4)
"""Words of the runs that are looked up."""
_ANY_SPEAKER = {LONG: 3.0, PLAIN: 5.0, 4: 9.0, 3: 9.0}
_SAME_SPEAKER = {LONG: 0.0, PLAIN: 3.5, 4: 9.0, 3: 9.0}
"""Weight from which a run of so many words links."""
_ANY_SPEAKER_WHOLE = {4: 4.0}
_SAME_SPEAKER_WHOLE = {PLAIN: 1.0, 4: 3.0, 3: 3.0}
"""The same where the run is a whole quotation in one of the outlets, or five words of one of at most eight."""

Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What the words of an event are mostly taken for, so that one slip of the parse changes nothing."""

    names: frozenset[str]
    verbs: frozenset[str]

    @staticmethod
    def of(lines: Iterable[Line]) -> Taken:
        """Counts every word of ``lines``."""
        seen: Counter[str] = Counter()
        names: Counter[str] = Counter()
        verbs: Counter[str] = Counter()
        for word in (word for line in lines for word in line.words):
            seen[word.text] += 1
            names[word.text] += word.name
            verbs[word.text] += word.verb
        return Taken(
            frozenset(word for word in seen if 2 * names[word] > seen[word]),
            frozenset(word for word in seen if 2 * verbs[word] > seen[word]),
        )

    def tells(self, gram: Gram) -> bool:
        """Whether a run holds a word of the open classes that is no name."""
        return any(_open(word) and word not in self.names for word in gram)


def links(lines: Sequence[Line], outlets: Mapping[str, str]) -> list[list[int]]:
    """Groups of line numbers that hold one run, each group from two outlets or more; a line may be in many groups."""
    return [
        group
        for held in _held(lines).values()
        for group in held
        if len({outlets[lines[number].article] for number in group}) > 1
    ]


def _held(lines: Sequence[Line]) -> dict[Gram, list[list[int]]]:
    """Each run that may link -> the groups of lines that it links."""
    table: dict[Gram, dict[int, None]] = {}
    for number, line in enumerate(lines):
        for gram in _grams(line):
            table.setdefault(gram, {})[number] = None
    wholes = {whole for line in lines for whole in _wholes(line)}
    taken = Taken.of(lines)
    return {
        gram: list(_groups(gram, list(held), lines, _limits(gram, taken, gram in wholes)))
        for gram, held in table.items()
        if len(held) > 1
    }


def _grams(line: Line) -> Iterator[Gram]:
    words = [word.text for word in line.words]
    for length in (*SHORT, PLAIN, LONG):
        for first in range(len(words) - length + 1):
            yield tuple(words[first : first + length])


def _wholes(line: Line) -> Iterator[Gram]:
    """The short quotations of a line, each as a whole, or as its runs of five words."""
    by_quotation: dict[int, list[str]] = {}
    for word in line.words:
        by_quotation.setdefault(word.quotation, []).append(word.text)
    for words in by_quotation.values():
        if len(words) in SHORT:
            yield tuple(words)
        elif PLAIN <= len(words) <= LONG:
            yield from (tuple(words[first : first + PLAIN]) for first in range(len(words) - PLAIN + 1))


def _limits(gram: Gram, taken: Taken, whole: bool) -> tuple[bool, bool]:
    """Whether a run links lines of speakers that do not contradict each other, and of the same named speaker."""
    length = len(gram)
    any_speaker, same_speaker = _ANY_SPEAKER[length], _SAME_SPEAKER[length]
    if whole:
        any_speaker = _ANY_SPEAKER_WHOLE.get(length, any_speaker)
        same_speaker = _SAME_SPEAKER_WHOLE.get(length, same_speaker)
    told = length == LONG and not taken.verbs.isdisjoint(gram)
    weight = weights(stem(word) for word in gram if _open(word) and (told or word not in taken.names))
    return weight >= any_speaker, weight >= same_speaker


def _groups(
    gram: Gram, held: Sequence[int], lines: Sequence[Line], limits: tuple[bool, bool]
) -> Iterator[list[int]]:
    any_speaker, same_speaker = limits
    if not same_speaker:
        return
    by_speaker: dict[str | None, list[int]] = {}
    for number in held:
        speaker = lines[number].speaker
        by_speaker.setdefault(speaker.id if speaker is not None else None, []).append(number)
    if any_speaker and (len(gram) == LONG or len(by_speaker.keys() - {None}) <= 1):
        yield list(held)
        return
    yield from (group for speaker, group in by_speaker.items() if speaker is not None or any_speaker)


def _open(word: str) -> bool:
    """Whether a word is of the open classes; "don't" and "it's" are not."""
    return word not in FUNCTION_WORDS and word.removesuffix("n't").partition("'")[0] not in FUNCTION_WORDS
