"""What two similar sentences contradict each other in: a figure, a date, a negation, the order of events.

Two sentences that a model of meaning finds near identical may say the opposite of each other: such models hardly see
"not", a figure, or who did it to whom. These rules look for just that. They err on the side of a conflict, because a
false agreement claims that two newsrooms confirmed each other. That another actor stands in the same place, or that
doer and done-to have changed places, is told by functions of their own (``name_replaced``, ``parts_exchanged``): such
sentences are kept apart, but are no contradiction, as both may be true.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher
from itertools import takewhile

from analysis.details import details, differing
from analysis.exchanged import ARTICLES, MUTUAL, voice_turned, words_exchanged
from analysis.negations import alike, contradicting
from analysis.other_actors import actors_replaced
from analysis.phrasing import Word, words
from analysis.same_names import may_be_one, names, share_a_name, told_in
from analysis.sequence import ordered_differently

_JOINING = frozenset({"to", "from", "over", "not"})
"""Words of the closed classes around which two others may change sides: "from Harl to Velm"."""
_ALIKE = 0.5
"""Share of content words in common from which stretches of two sentences stand in each other's place."""
_PREPOSITIONS = frozenset({"by", "of", "in", "for", "with", "from", "at", "on", "over", "under", "against", "near"})
"""Words behind which a noun stands ("to" may stand before a verb)."""
_MOST_SET_BEFORE = 3
"""Words of a noun with what is set before it."""
_MOSTLY = 0.65
"""Share from which another actor in the place of one is another actor, and no other line."""
_TAKING = ("from", "over", "against")
_OF_NOUNS = ("ion", "ment", "ness", "ity")
_NEARLY_ALL = 0.8
"""Share of content words in common from which exchanged words tell an exchange of parts, not another sentence."""
_OWNER = re.compile(r"\b([^\W\d_]+)['’](?:s\b|(?=\s))")


def conflict(first: str, second: str) -> str | None:
    """What two sentences on the same thing contradict each other in, or None.

    "figure", "date", "negation" (a "not", or a word and its opposite) or "order" (before and after). The order of the
    two does not matter. Asked about sentences on different things the answer means nothing.
    """
    if contradicting(first, second):
        return "negation"
    found = differing(details(first), details(second))
    if found:
        return found
    return "order" if ordered_differently(first, second) else None


def name_replaced(first: str, second: str) -> bool:
    """Whether, in two sentences that are otherwise alike, a name stands where the other sentence has another one."""
    return _name_replaced(words(first), words(second))


def parts_exchanged(first: str, second: str) -> bool:
    """Whether two sentences tell who did it to whom the other way round: any two words where they are near identical,
    two names where they are alike, or stand "from" and "over" each other, two words that stand between the same words,
    or a deed that is told in the passive and in the active."""
    one, other = words(first), words(second)
    if _exchanged(one, other) or _named_beside(one, other):
        return True
    return alike(one, other, _NEARLY_ALL) and (words_exchanged(one, other) or voice_turned(one, other))


def actors_in_place(first: str, second: str) -> Iterator[tuple[str, str]]:
    """The nouns of two actors of which one stands where the other does, in sentences that are mostly alike."""
    one, other = words(first), words(second)
    if alike(one, other, _MOSTLY):
        for left, right in _replacements(one, other):
            yield from actors_replaced(one[left.start : left.stop], other[right.start : right.stop])


def replaced(first: str, second: str) -> Iterator[tuple[str, str, bool]]:
    """Words of which one stands in the other's place in two sentences that are otherwise alike, and whether both stand
    where a noun does: behind an article, an owner or the like, or before a word of the open classes and behind none
    ("police chief", but not "troops took key towns")."""
    one, other = words(first), words(second)
    owners = {owner.lower() for text in (first, second) for owner in _OWNER.findall(text)}
    for left, right in _replacements(one, other):
        if len(left) == len(right) == 1 and one[left.start].content and other[right.start].content:
            nouns = _like_a_noun(one, left.start, owners) and _like_a_noun(other, right.start, owners)
            yield one[left.start].text, other[right.start].text, nouns


def another_name_alone(first: str, second: str) -> bool:
    """Whether two sentences are the same word for word but for a name in the place of another."""
    one, other = words(first), words(second)
    return _name_replaced(one, other) and sole_replacement(one, other) is not None


def another_noun_alone(first: str, second: str) -> tuple[str, str] | None:
    """The two nouns with the words before them, where the sentences are the same word for word but for one in the place
    of another: one that stands behind an article or a preposition, first ("Young doctors said"), or last ("faulty
    brakes"); else None."""
    one, other = words(first), words(second)
    found = sole_replacement(one, other)
    if found is None:
        return None
    nouns = [_sole_noun(text, stretch) for text, stretch in zip((one, other), found, strict=True)]
    return (nouns[0], nouns[1]) if nouns[0] and nouns[1] else None


def _sole_noun(text: Sequence[Word], stretch: range) -> str:
    """The words of a stretch without its article, if a noun and what is set before it stand there; else ""."""
    start = stretch.start + (text[stretch.start].text in ARTICLES)
    found = text[start : stretch.stop]
    plain = all(word.content and not word.name and word.clause == found[0].clause for word in found)
    if not 0 < len(found) <= _MOST_SET_BEFORE or not plain:
        return ""
    before = text[start - 1] if start else None
    is_last = len(found) == 1 and stretch.stop == len(text) and before is not None and before.content
    is_noun = before is None or before.text in ARTICLES | _PREPOSITIONS or is_last
    return " ".join(word.text for word in found) if is_noun else ""


def sole_replacement(one: Sequence[Word], other: Sequence[Word]) -> tuple[range, range] | None:
    """The places of the only stretch in which two sentences differ, if that has words in both; else None."""
    matcher = SequenceMatcher(None, [w.stem for w in one], [w.stem for w in other], autojunk=False)
    differing = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if len(differing) != 1 or differing[0][0] != "replace":
        return None
    _, a, b, c, d = differing[0]
    return range(a, b), range(c, d)


def _like_a_noun(text: Sequence[Word], place: int, owners: Set[str]) -> bool:
    before = text[place - 1] if place else None
    if before and before.text in ARTICLES | owners:
        return True
    opens = before is None or not before.content or before.clause != text[place].clause
    return opens and any(each.content and each.clause == text[place].clause for each in text[place + 1 : place + 2])


def _name_replaced(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether a name stands where the other sentence has another one."""
    for left, right in _replacements(one, other):
        here, there = one[left.start : left.stop], other[right.start : right.stop]
        mine, theirs = names(here), names(there)
        only_names = all(word.name for word in (*_content(here), *_content(there)))
        if mine and theirs and only_names and not _same(here, one, there, other):
            return True
    return False


def _same(here: Sequence[Word], one: Sequence[Word], there: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether a name that stands ``here`` in one sentence may be the one ``there``, or elsewhere in the other."""
    shared = share_a_name(names(here), names(other)) or share_a_name(names(there), names(one))
    return shared or may_be_one(here, there) or told_in(_named(here), other) or told_in(_named(there), one)


def _exchanged(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two words have changed sides around a third one: "Ilmar invaded Vastria", "Vastria invaded Ilmar"."""
    if not alike(one, other, _ALIKE):
        return False
    names = None if alike(one, other, _NEARLY_ALL) else {word.stem for word in (*one, *other) if word.name}
    triples = set(_triples(one))
    return any(
        (right, middle, left, turned) in triples and (names is None or {left, right} <= names)
        for left, middle, right, turned in _triples(other)
    )


def _named_beside(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether each sentence names behind "from" whom the other names elsewhere: "Vastria
    took it from Ilmar", "Ilmar took it from Vastria"."""
    if any(word.content and word.stem in MUTUAL for word in (*one, *other)):
        return False
    names, others = ({word.stem for word in text if word.name} for text in (one, other))
    for preposition in _TAKING:
        here, there = _behind(one, preposition), _behind(other, preposition)
        if (here - there) & others and (there - here) & names:
            return True
    return False


def _behind(text: Sequence[Word], preposition: str) -> set[str]:
    """The stems of the names that begin right behind the word."""
    found: set[str] = set()
    for place, word in enumerate(text):
        if word.text == preposition:
            start = place + 1 + any(each.text in ARTICLES for each in text[place + 1 : place + 2])
            found.update(each.stem for each in takewhile(lambda each: each.name, text[start:]))
    return found


def _triples(text: Sequence[Word]) -> Iterator[tuple[str, str, str, bool]]:
    """Three near words of one clause, in order, and whether "by" or "from" turns them round."""
    counts = Counter(word.stem for word in text)
    kept = [
        (place, word)
        for place, word in enumerate(text)
        if (word.content and counts[word.stem] == 1 and not word.text[0].isdigit()) or word.text in _JOINING
    ]
    for number, (place, middle) in enumerate(kept):
        if middle.stem in MUTUAL or not _may_be_verb(text, place):
            continue
        for _, left in kept[max(0, number - 3) : number]:
            for end, right in kept[number + 1 : number + 4]:
                if left.content and right.content and left.clause == right.clause:
                    turned = any(word.text in ("by", "from") for word in text[place : end + 2])
                    yield left.stem, middle.stem, right.stem, turned


def _may_be_verb(text: Sequence[Word], place: int) -> bool:
    """No name, and no noun as its ending or an article before it shows."""
    behind_article = place > 0 and text[place - 1].text in ARTICLES
    return not (text[place].name or behind_article or text[place].text.endswith(_OF_NOUNS))


def _replacements(one: Sequence[Word], other: Sequence[Word]) -> Iterator[tuple[range, range]]:
    """Places of stretches that stand in each other's place, in sentences that have half of their words in common."""
    if not alike(one, other, _ALIKE):
        return
    matcher = SequenceMatcher(None, [w.stem for w in one], [w.stem for w in other], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "replace":
            yield range(a, b), range(c, d)


def _named(text: Sequence[Word]) -> list[Word]:
    return [word for word in text if word.name]


def _content(text: Sequence[Word]) -> list[Word]:
    return [word for word in text if word.content]
