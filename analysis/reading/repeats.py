"""Text that stands twice: captions under pictures, pull quotes, the headline again, paragraphs pasted double."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from analysis.reading.patterns import CAPTION
from analysis.reading.units import Unit, words_of

REPEATED = "repeated text"
MIN_WORDS = 6
"""Words from which on an identical paragraph counts as a repetition; shorter ones may be meant."""
TOP = 4
"""Units from the top among which a line that is nearly the title is taken for the title."""
SHINGLE = 4
"""Words in a row that are compared to find a pull quote."""
NEARLY_VERBATIM = 0.7
"""Share of a pull quote's shingles that must stand in one other paragraph."""
COMMON = 50
"""Shingles that stand in more paragraphs than this tell nothing (and would cost much)."""
MIN_QUOTE_WORDS = 8
MAX_QUOTE_WORDS = 70

_QUOTE_MARKS = frozenset("\"'“”‘’„«»")
_SPEAKER = re.compile(
    r"(?:[–—~-] ?)?(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|de|da|van|von|der|bin|al|el|la)){0,4}(?:,? ?\(?\w.{0,100})?"
)


def find_repeats(units: Sequence[Unit], reasons: Mapping[int, str], title: str | None) -> dict[int, str]:
    """Index -> reason, for kept units that repeat the title, a caption or another paragraph."""
    kept = [index for index in range(len(units)) if index not in reasons]
    found = _same_as(units, kept, title) | _captions(units, reasons)
    kept = [index for index in kept if index not in found]
    return found | _pull_quotes(units, kept)


def _same_as(units: Sequence[Unit], kept: Sequence[int], title: str | None) -> dict[int, str]:
    """Later copies of a paragraph, and lines that say the title again."""
    seen = {tuple(words_of(title or ""))}
    found: dict[int, str] = {}
    for index in kept:
        words = tuple(words_of(units[index].text))
        if words and (words in seen or (index < TOP and _nearly(words, words_of(title or "")))):
            found[index] = REPEATED
        elif len(words) >= MIN_WORDS:
            seen.add(words)
    return found


def _nearly(words: Sequence[str], title: Sequence[str]) -> bool:
    """True when all but a fifth of the words of a line and of the title are the same."""
    mine, theirs = set(words), set(title)
    return len(mine) >= MIN_WORDS and len(mine & theirs) >= 0.8 * len(mine | theirs)


def _captions(units: Sequence[Unit], reasons: Mapping[int, str]) -> dict[int, str]:
    """A short line that the next line says again and goes on, as alternative text and caption of a picture do."""
    found: dict[int, str] = {}
    for index in range(len(units) - 1):
        line, after = units[index], units[index + 1]
        start = words_of(line.text)
        if index in reasons or line.ends_sentence or not 3 <= len(start) <= 40:
            continue
        if words_of(after.text)[: len(start)] != start:
            continue
        if reasons.get(index + 1) == CAPTION:
            found[index] = CAPTION
        elif not after.ends_sentence and len(after.text) > len(line.text):
            found |= {index: CAPTION, index + 1: CAPTION}
    return found


def _pull_quotes(units: Sequence[Unit], kept: Sequence[int]) -> dict[int, str]:
    """Short paragraphs that stand nearly word for word in a longer one, each with the speaker's line below it."""
    shingles = {index: _shingles(units[index]) for index in kept}
    where: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for index, grams in shingles.items():
        for gram in grams:
            where[gram].add(index)
    found: dict[int, str] = {}
    for position, index in enumerate(kept):
        speaker = _speaker_below(units, kept, position)
        if _may_be_quote(units[index], speaker) and _stands_elsewhere(index, shingles, where, units):
            found[index] = REPEATED
            if speaker is not None:
                found[speaker] = REPEATED
    return found


def _shingles(unit: Unit) -> set[tuple[str, ...]]:
    words = words_of(unit.text)
    return {tuple(words[start:start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


def _may_be_quote(unit: Unit, speaker: int | None) -> bool:
    """A quotation and nothing else, or words with a speaker's line; not a sentence of the article ("...," he said)."""
    whole = unit.text[0] in _QUOTE_MARKS and unit.text.rstrip(".,!?…")[-1:] in _QUOTE_MARKS
    return (whole or speaker is not None) and MIN_QUOTE_WORDS <= unit.words <= MAX_QUOTE_WORDS


def _stands_elsewhere(
    index: int,
    shingles: Mapping[int, set[tuple[str, ...]]],
    where: Mapping[tuple[str, ...], set[int]],
    units: Sequence[Unit],
) -> bool:
    counts = Counter(other for gram in shingles[index] if len(where[gram]) <= COMMON
                     for other in where[gram] if other != index)
    return any(
        count >= NEARLY_VERBATIM * len(shingles[index]) and units[other].words > units[index].words
        for other, count in counts.most_common(3)
    )


def _speaker_below(units: Sequence[Unit], kept: Sequence[int], position: int) -> int | None:
    """Index of the line below when it reads like the name of a speaker ("Ana Ruiz, harbour master")."""
    if position + 1 >= len(kept) or kept[position + 1] != kept[position] + 1:
        return None
    line = units[kept[position + 1]]
    named = len(line.text) <= 150 and not line.ends_sentence and line.words <= 14 and _SPEAKER.fullmatch(line.text)
    return kept[position + 1] if named and ("," in line.text or line.words <= 4) else None
