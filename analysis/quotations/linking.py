"""Which remarks are the same: those that share a run of words long enough, or rare enough, to be no accident.

Every run of a few words is looked up in one table, so the time grows with the number of words, never with the number
of pairs. A run links all remarks that hold it:

- eight words, whoever is said to speak (two outlets may resolve a source differently);
- five words of some weight, of speakers that do not contradict each other, or of less weight, of the same named one;
- three or four words that are rare in the news, of speakers that do not contradict each other;
- a short whole quotation of some weight ("a gift to nobody"), of the same named speaker, or where it has four words, of
  speakers that do not contradict each other.

A run's weight is the sum of the weights of its words of the open classes (``phrasing.weight``: about 1 for "think",
4 for "alive"), so that turns of speech ("I think that the country") link nothing.
Speakers contradict each other where both are named and not the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.ngrams import FUNCTION_WORDS
from analysis.phrasing import stem, weights
from analysis.quotations.lines import Line, Word

LONG, PLAIN, SHORT = 8, 5, (3, 4)
"""Words of the runs that are looked up."""
_ANY_SPEAKER = {LONG: 3.0, PLAIN: 5.0, 4: 9.0, 3: 9.0}
_SAME_SPEAKER = {LONG: 3.0, PLAIN: 3.5, 4: 9.0, 3: 9.0}
"""Weight from which a run of so many words links."""
_ANY_SPEAKER_WHOLE = {4: 4.0}
_SAME_SPEAKER_WHOLE = {4: 3.0, 3: 3.0}
"""The same where the run is a whole quotation in one of the outlets."""

Gram = tuple[str, ...]


def links(lines: Sequence[Line], outlets: Mapping[str, str]) -> list[list[int]]:
    """Groups of line numbers that hold one run, each group from two outlets or more; a line may be in many groups."""
    return [
        group
        for held in _held(lines).values()
        for group in held
        if len({outlets[lines[number].article] for number in group}) > 1
    ]


def telling(lines: Iterable[Line]) -> Telling:
    """What the words of an event are taken for."""
    return Telling(
        frozenset(_mostly(lines, lambda word: word.name)), frozenset(_mostly(lines, lambda word: word.verb))
    )


def _held(remarks: Sequence[Line]) -> dict[Gram, list[list[int]]]:
    """Each run that may link -> the groups of remarks that it links."""
    table: dict[Gram, dict[int, None]] = {}
    for number, remark in enumerate(remarks):
        for gram in _grams(remark):
            table.setdefault(gram, {})[number] = None
    wholes = {whole for remark in remarks for whole in _wholes(remark)}
    return {
        gram: list(_groups(gram, list(held), remarks, gram in wholes)) for gram, held in table.items() if len(held) > 1
    }


def _grams(remark: Line) -> Iterator[Gram]:
    words = [word.text for word in remark.words]
    for length in (*SHORT, PLAIN, LONG):
        for first in range(len(words) - length + 1):
            yield tuple(words[first : first + length])


def _wholes(remark: Line) -> Iterator[Gram]:
    """The short quotations of a remark, each as a whole."""
    by_quotation: dict[int, list[str]] = {}
    for word in remark.words:
        by_quotation.setdefault(word.quotation, []).append(word.text)
    yield from (tuple(words) for words in by_quotation.values() if len(words) in SHORT)


def _groups(gram: Gram, held: Sequence[int], remarks: Sequence[Line], whole: bool) -> Iterator[list[int]]:
    length = len(gram)
    weight = weights(stem(word) for word in gram if _tells(word))
    any_speaker, same_speaker = _ANY_SPEAKER[length], _SAME_SPEAKER[length]
    if whole:
        any_speaker = _ANY_SPEAKER_WHOLE.get(length, any_speaker)
        same_speaker = _SAME_SPEAKER_WHOLE.get(length, same_speaker)
    if weight < same_speaker:
        return
    by_speaker: dict[str | None, list[int]] = {}
    for number in held:
        speaker = remarks[number].speaker
        by_speaker.setdefault(speaker.id if speaker is not None else None, []).append(number)
    if weight >= any_speaker and (length == LONG or len(by_speaker.keys() - {None}) <= 1):
        yield list(held)
        return
    yield from (group for speaker, group in by_speaker.items() if speaker is not None or weight >= any_speaker)


def _tells(word: str) -> bool:
    """Whether a word is of the open classes; "don't" and "it's" are not."""
    return word not in FUNCTION_WORDS and word.removesuffix("n't").partition("'")[0] not in FUNCTION_WORDS
