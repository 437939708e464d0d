"""Whether one of two sentences denies what the other says: "did not open" and "opened", "opened" and "closed".

A denial is only held against what the other sentence states. "Not fully open", "not open yet", "people who do not pay"
and "not until Monday" deny less than "open" or "pay" states, and "who will pay is an open question" states nothing.
Such sentences are no contradiction; but for "not until" and "not the mill but the barn" they are no agreement either,
which ``denied_in_part`` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis import opposites
from analysis.negators import ALMOST, STILL_TO, following, negations
from analysis.phrasing import Word, stem, words

_PARTLY = frozenset(
    {
        "fully", "entirely", "completely", "wholly", "totally", "altogether", "necessarily", "immediately", "exactly",
        "quite", "yet", "always", "alone", "all", "every", "everyone", "everybody", "directly", "officially",
        "formally", "publicly", "initially", "particularly", "especially", "significantly", "clearly",
    }
)
"""Words close behind "not" of which the whole is denied, and not that it is so in part, or that it will be."""
_LATER = frozenset({"until", "till"})
"""Up to here something was not, and then it was."""
_CORRECTING = frozenset({"but", "rather"})
"""What follows is stated: "not the mill but the barn"."""
_CONDITIONS = frozenset({"whether", "if", "who", "whom", "whose", "which", "how", "why", "unclear"})
"""Words behind which something is asked, set as a condition, or said to tell one from another; "who" and the like
behind a comma state it ("Holm, who did not sign")."""
_QUESTIONS = frozenset({"whether", "if", "how", "why", "unclear"})
_ASIDE = _QUESTIONS | {"when", "while", "once"}
"""Words behind which a sentence states nothing of its own."""
_ASKING = frozenset({"who", "what", "which", "where", "when"})
"""Asked at the start of a sentence or clause: "Who will pay is open"."""
_FURTHER = frozenset({"also", "another", "again", "previously", "earlier"})
"""What is told with these is one more of its kind."""
_ALIKE = 0.5
"""Share of content words in common from which differing negations outside a shared scope are a conflict."""
_SCOPE = 3
"""Content words after a negation that it is taken to negate."""
_CLOSE = 2
"""Words behind "not" among which one of the words for a part stands."""
_DENYING, _FAILING = frozenset({"not", "no", "never", "unable"}), frozenset({"fail", "failur", "refus"})
_HOUSES = frozenset({"building", "buildings"})
"""Nouns with the stem of a deed ("built")."""
_LONGEST = 4_000
"""Characters of a sentence that are looked at."""
_OWNER = re.compile(r"\b([A-Z][^\W\d_]+)['’]s?\b")

_Text = Sequence[Word]


class _Read(NamedTuple):
    """A sentence: its words, in order and each once, the first place of each stem, the stems that contradict one of
    them, the stems of its owners ("Holm's"), and the places of its negations."""

    words: _Text
    texts: frozenset[str]
    places: Mapping[str, int]
    contrary: frozenset[str]
    owners: frozenset[str]
    negations: Sequence[int]


class _Denial(NamedTuple):
    """The stems that are denied, and whether in part only, or where nothing is stated."""

    scope: frozenset[str]
    limited: bool


def contradicting(first: str, second: str) -> bool:
    """Whether one sentence denies what the other states. The order of the two does not matter."""
    opposed = _opposed(_read(first), _read(second))
    return bool(opposed) if opposed is not None else _differently(first, second, loosely=False)


def denied_in_part(first: str, second: str) -> bool:
    """Whether one sentence denies of what the other says a part only, or denies what the other does not state: no
    contradiction, and no agreement."""
    if _opposed(_read(first), _read(second)) is not None:
        return False
    return _differently(first, second, loosely=True) and not _differently(first, second, loosely=False)


def _differently(first: str, second: str, *, loosely: bool) -> bool:
    """Whether one denies what the other says; ``loosely``: in part too, and where the other only asks."""
    one, other = _read(first), _read(second)
    if not one.negations and not other.negations:
        return False
    mine, theirs = list(_denials(one, other)), list(_denials(other, one))
    said, heard = (stems(one.words), stems(other.words)) if loosely else (_stated(one, other), _stated(other, one))
    if _says_what_is_denied(mine, theirs, heard, loosely) or _says_what_is_denied(theirs, mine, said, loosely):
        return True
    if not loosely and any(denial.limited for denial in (*mine, *theirs)):
        return False
    alone = _alone(mine, theirs, heard) or _alone(theirs, mine, said)
    return alone and len(mine) % 2 != len(theirs) % 2 and alike(one.words, other.words, _ALIKE)


@lru_cache(maxsize=20_000)
def _read(text: str) -> _Read:
    own = words(text)
    owners = frozenset(stem(owner.lower()) for owner in _OWNER.findall(text[:_LONGEST]))
    places: dict[str, int] = {}
    for place, word in enumerate(own):
        places.setdefault(word.stem, place)
    contrary = frozenset().union(*map(opposites.of, places))
    return _Read(own, frozenset(word.text for word in own), places, contrary, owners, tuple(negations(own)))


def _says_what_is_denied(denied: Sequence[_Denial], others: Sequence[_Denial], said: set[str], loosely: bool) -> bool:
    """Whether all that one sentence denies is ``said`` in the other, which denies none of it."""
    return any(
        denial.scope and denial.scope <= said and not any(denial.scope & each.scope for each in others)
        for denial in denied
        if loosely or not denial.limited
    )


def _alone(denied: Sequence[_Denial], others: Sequence[_Denial], said: set[str]) -> bool:
    """Whether one sentence denies something of what is ``said`` in the other, which denies nothing of the kind."""
    return any(
        denial.scope & said and not any(not each.scope or denial.scope & each.scope for each in others)
        for denial in denied
    )


def _stated(read: _Read, denying: _Read) -> set[str]:
    """The stems of what a sentence states: nothing asked, no occasion ("when he testified"), no further one of its
    kind. What the other sentence has in the same way is held against it."""
    own = read.words
    against = denying.texts
    if _FURTHER & (read.texts - against):
        return set()
    stated: list[Word] = []
    asked = -1
    for place, word in enumerate(own):
        opens = place == 0 or own[place - 1].clause != word.clause
        aside = word.text in _ASIDE or (opens and word.text in _ASKING) or _is_occasion(own, place)
        if aside and word.text not in against:
            asked = word.clause
        if word.clause != asked:
            stated.append(word)
    return stems(stated)


def _is_occasion(text: _Text, place: int) -> bool:
    return text[place].text == "time" and [word.text for word in text[max(0, place - 2) : place]] == ["by", "the"]


def _denials(read: _Read, other: _Read) -> Iterator[_Denial]:
    """What each negation of the sentence denies."""
    against = other.texts
    for place in read.negations:
        denied = following(read.words, place)
        if _LATER & (_texts(denied) - against):
            continue
        scope = _scope(denied)
        owned = scope & (other.owners - read.owners)
        yield _Denial(scope, bool(owned) or _is_limited(read.words, place, denied, against))


def _is_limited(text: _Text, place: int, following: _Text, against: frozenset[str]) -> bool:
    """Whether a negation denies a part only ("not fully"), or stands where nothing is stated ("people who do not");
    not where the other sentence has the same word there."""
    partly = _texts(following[:_CLOSE]) & _PARTLY - (against | ({"yet"} if "already" in against else set()))
    clause = [word.text for word in text[:place] if word.clause == text[place].clause]
    told_apart = set(clause) & _QUESTIONS | set(clause[1:]) & _CONDITIONS
    if text[place].text in STILL_TO and "already" not in against:
        return True
    return bool(partly or told_apart - against) or text[place].text in ALMOST - against


def _scope(following: _Text) -> frozenset[str]:
    """The stems of the words behind a negation that it denies: not those behind "but", nor behind an "and" that
    follows on such words ("is not safe and will be closed")."""
    found: list[str] = []
    for word in following:
        if word.text in _CORRECTING or (found and word.text == "and") or len(found) == _SCOPE:
            break
        if word.content and word.text not in _PARTLY:
            found.append(word.stem)
    return frozenset(found)


def _texts(text: _Text) -> set[str]:
    return {word.text for word in text}


def _opposed(one: _Read, other: _Read) -> bool | None:
    """Whether a word of one contradicts its opposite in the other, next to a word they share: "opened" and "closed"
    do, "not opened" and "closed" do not (False). None where no word has its opposite there."""
    found = [_plain(one.words, place) == _plain(other.words, there) for place, there in _opposites(one, other)]
    return any(found) if found else None


def _opposites(one: _Read, other: _Read) -> Iterator[tuple[int, int]]:
    """The places of words that are each other's opposites and stand next to a word both sentences share."""
    if one.contrary.isdisjoint(other.places):
        return
    for place, word in enumerate(one.words):
        contrary = opposites.of(word.stem)
        if contrary.isdisjoint(other.places) or not contrary.isdisjoint(one.places):
            continue  # "the door opened and closed"
        for there, opposite in enumerate(other.words):
            if opposite.stem not in contrary or not opposites.of(opposite.stem).isdisjoint(other.places):
                continue
            if _HOUSES & {word.text, opposite.text}:
                continue
            if _near(one.words, place) & _near(other.words, there):
                yield place, there


def _near(text: _Text, place: int) -> set[str]:
    """Stems of the content words around; for a word of the closed classes ("for", "more") of the next one only."""
    after = [word.stem for word in text[place + 1 :] if word.content]
    if not text[place].content:
        return set(after[:1])
    return {*[word.stem for word in text[:place] if word.content][-_SCOPE:], *after[:_SCOPE]}


def _plain(text: _Text, place: int) -> bool:
    """Whether nothing right before a word denies it: "not open", "failed to meet"."""
    near = text[max(0, place - _SCOPE) : place]
    return not any(word.text in _DENYING or word.stem in _FAILING for word in near)


def alike(one: _Text, other: _Text, share: float) -> bool:
    """Whether two sentences have this share of their content words in common."""
    mine, theirs = stems(one), stems(other)
    return 2 * len(mine & theirs) >= share * (len(mine) + len(theirs)) > 0


def stems(text: _Text) -> set[str]:
    """The stems of the content words."""
    return {word.stem for word in text if word.content}
