"""The places of the words that negate in a sentence, and the words behind each that it may deny."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from analysis.phrasing import Word

_NEGATORS = frozenset(
    {
        "not", "no", "never", "without", "neither", "nor", "none", "nobody", "nothing", "nowhere", "hardly",
        "barely", "scarcely", "rarely", "seldom", "unable", "impossible",
    }
)
_NEGATING_STEMS = frozenset({"deni", "lack", "refus", "avoid"})
_FAILING_STEMS = frozenset({"fail", "failur", "declin"})
"""They negate what follows on "to" ("failed to", "declined, through a lawyer, to"), and nothing else ("a decline")."""
_SHORT = ("short", "of")
"""Behind a verb they deny what follows: "fell short of a majority"."""
_ASKED = frozenset({"comment", "request", "offer", "invit", "interview"})
"""Stems of what somebody "declined", where nothing simply went down."""
_TO = 6
"""Words behind them among which that "to" stands."""
_NO_NEGATION = frozenset({"only", "doubt", "just", "merely", "simply", "solely"})
"""After "no" or "not": "not only", "no doubt". ("No. 1" is none either.)"""
_BOUNDING = frozenset({"more", "fewer", "less", "later", "earlier", "longer"})
"""After "no" or "not", and before "than", they set a bound: "no fewer than 12"."""
ALMOST = frozenset({"hardly", "barely", "scarcely", "rarely", "seldom"})
"""They leave a little."""
STILL_TO = frozenset({"yet", "still"})
"""Before "to", they deny that it is so now: "yet to", and behind a form of "have" or "be" "still to"."""
_HOLDING = frozenset({"has", "have", "had", "is", "are", "was", "were"})
_NOT = frozenset({"not", "never"})
_MOST = 20
"""Negations of a sentence that are looked at: more are noise."""
Text = Sequence[Word]


def negations(text: Text) -> Iterator[int]:
    """The places of negations, of the first ``_MOST``; one that denies another right behind it ("did not fail to")
    denies nothing, nor does the other."""
    places = list(islice((place for place, word in enumerate(text) if _is_negation(text, place, word)), _MOST))
    undone = -1
    for place, then in pairwise([*places, len(text)]):
        if undone == place:
            continue
        denied = text[then].stem if then == place + 1 < len(text) else ""
        if text[place].text in _NOT and denied in _NEGATING_STEMS | _FAILING_STEMS:
            undone = then
        else:
            yield place


def _is_negation(text: Text, place: int, word: Word) -> bool:
    """Whether a word negates; only for those that may is looked at what follows."""
    may = word.text in _NEGATORS or word.stem in _NEGATING_STEMS | _FAILING_STEMS
    short = tuple(each.text for each in text[place : place + 2]) == _SHORT and place > 0
    return short or (may and _negates(word, following(text, place))) or _is_still_to(text, place)


def following(text: Text, place: int) -> Text:
    """The words that a negation may deny: those up to the end of its clause, or from the "to" of what failed on."""
    behind, clause = text[place + 1 :], text[place].clause
    if text[place].stem in _FAILING_STEMS:
        behind = behind[_failed(text[place], behind) :]
        clause = behind[0].clause if behind else clause
    return [word for word in behind if word.clause == clause]


def _failed(word: Word, behind: Text) -> int:
    """Where among the words behind "failed" or "declined" stands what did not come about; their number if nowhere."""
    near = behind[:_TO]
    aside = bool(near) and near[0].clause != word.clause
    opened = (n for n, each in enumerate(near) if each.text == "to" and (n == 0 or aside) and not _is_level(near, n))
    asked = (0 for each in near if word.stem == "declin" and not aside and each.stem in _ASKED)
    return next(opened, next(asked, len(behind)))


def _is_level(near: Text, to: int) -> bool:
    """Whether a figure follows: "declined to 36.9 billion"."""
    return to + 1 < len(near) and near[to + 1].text[0].isdigit()


def _negates(word: Word, behind: Text) -> bool:
    if word.stem in _FAILING_STEMS:
        return bool(behind)
    after = behind[0].text if behind else ""
    is_bound = after in _BOUNDING and len(behind) > 1 and behind[1].text == "than"
    negates = word.text in _NEGATORS and after not in _NO_NEGATION and not after.isdigit() and not is_bound
    return negates or word.stem in _NEGATING_STEMS


def _is_still_to(text: Text, place: int) -> bool:
    if text[place].text not in STILL_TO or not 0 < place < len(text) - 1:
        return False
    held = text[place].text == "yet" or text[place - 1].text in _HOLDING
    return held and text[place + 1].text == "to"
