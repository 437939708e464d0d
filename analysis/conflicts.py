"""What two similar sentences contradict each other in: a figure, a date, a negation, the order of events.

Two sentences that a model of meaning finds near identical may say the opposite of each other: such models hardly see
"not", a figure, or who did it to whom. These rules look for just that. They err on the side of a conflict, because a
false agreement claims that two newsrooms confirmed each other. That another actor stands in the same place, or that
doer and done-to have changed places, is told by functions of their own (``name_replaced``, ``parts_exchanged``): such
sentences are kept apart, but are no contradiction, as both may be true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from analysis import opposites
from analysis.details import details, differing
from analysis.phrasing import Word, words

_NEGATORS = frozenset(
    {
        "not", "no", "never", "without", "neither", "nor", "none", "nobody", "nothing", "nowhere", "hardly",
        "barely", "scarcely", "unable",
    }
)
_NEGATING_STEMS = frozenset({"deni", "lack", "refus", "declin"})
_NO_NEGATION = frozenset({"only", "doubt", "just"})
"""After "no" or "not": "not only", "no doubt". ("No. 1" is none either.)"""
_BEFORE = (("before",), ("prior", "to"), ("ahead", "of"), ("until",))
_AFTER = (("after",), ("following",), ("since",), ("in", "the", "wake", "of"))
_JOINING = frozenset({"to", "from", "over", "not"})
"""Words of the closed classes around which two others may change sides: "from Harl to Velm"."""
_MUTUAL = frozenset(
    {
        "meet", "met", "talk", "marri", "fight", "fought", "clash", "agre", "negoti", "border", "and", "or",
        "both", "join",
    }
)
"""Stems of deeds that both sides do to each other, so that their order says nothing."""
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my"})
_ALIKE = 0.5
"""Share of content words in common from which differing negations outside a shared scope are a conflict."""
_NEARLY_ALL = 0.8
"""Share of content words in common from which exchanged words tell an exchange of parts, not another sentence."""
_SPELT_ALIKE = 0.75
"""Share of letters in common from which two names are spellings of one."""
_SCOPE = 3
"""Content words after a negation that it is taken to negate."""


def conflict(first: str, second: str) -> str | None:
    """What two sentences on the same thing contradict each other in, or None.

    "figure", "date", "negation" (a "not", or a word and its opposite) or "order" (before and after). The order of the
    two does not matter. Asked about sentences on different things the answer means nothing.
    """
    one, other = words(first), words(second)
    opposed = _opposed(one, other)
    if opposed or (opposed is None and _negated_differently(one, other)):
        return "negation"
    found = differing(details(first), details(second))
    if found:
        return found
    return "order" if _ordered_differently(one, other) else None


def name_replaced(first: str, second: str) -> bool:
    """Whether, in two sentences that are otherwise alike, a name stands where the other sentence has another one."""
    return _name_replaced(words(first), words(second))


def parts_exchanged(first: str, second: str) -> bool:
    """Whether two near-identical sentences tell who did it to whom the other way round."""
    return _exchanged(words(first), words(second))


def replaced(first: str, second: str) -> Iterator[tuple[str, str, bool]]:
    """Words of which one stands in the other's place in two sentences that are otherwise alike, and whether both
    follow an article or the like, as nouns do."""
    one, other = words(first), words(second)
    for left, right in _replacements(one, other):
        if len(left) == len(right) == 1 and left[0].content and right[0].content:
            nouns = _after_article(one, left[0]) and _after_article(other, right[0])
            yield left[0].text, right[0].text, nouns


def _after_article(text: Sequence[Word], word: Word) -> bool:
    place = text.index(word)
    return place > 0 and text[place - 1].text in _ARTICLES


def _negated_differently(one: Sequence[Word], other: Sequence[Word]) -> bool:
    scopes, others = list(_scopes(one)), list(_scopes(other))
    if _says_what_is_denied(scopes, others, other) or _says_what_is_denied(others, scopes, one):
        return True
    touched = any(scope & _stems(other) for scope in scopes) or any(scope & _stems(one) for scope in others)
    return touched and len(scopes) % 2 != len(others) % 2 and _alike(one, other)


def _says_what_is_denied(
    denied: Sequence[frozenset[str]], others: Sequence[frozenset[str]], text: Sequence[Word]
) -> bool:
    """Whether ``text`` holds all that the other sentence denies, and denies none of it."""
    said = _stems(text)
    return any(scope and scope <= said and not any(scope & each for each in others) for scope in denied)


def _scopes(text: Sequence[Word]) -> Iterator[frozenset[str]]:
    """The stems that each negation of the sentence negates."""
    for place, word in enumerate(text):
        following = text[place + 1].text if place + 1 < len(text) else ""
        negates = word.text in _NEGATORS and following not in _NO_NEGATION and not following.isdigit()
        if negates or word.stem in _NEGATING_STEMS or (word.stem == "fail" and following == "to"):
            near = [each.stem for each in text[place + 1 :] if each.content and each.clause == word.clause]
            yield frozenset(near[:_SCOPE])


def _opposed(one: Sequence[Word], other: Sequence[Word]) -> bool | None:
    """Whether a word of one contradicts its opposite in the other, next to a word they share: "opened" and "closed"
    do, "not opened" and "closed" do not (False). None where no word has its opposite there."""
    found = [_plain(one, place) == _plain(other, there) for place, there in _opposites(one, other)]
    return any(found) if found else None


def _opposites(one: Sequence[Word], other: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The places of words that are each other's opposites and stand next to a word both sentences share."""
    table = opposites.table()
    mine, theirs = {word.text for word in one}, {word.text for word in other}
    for place, word in enumerate(one):
        for opposite in table.get(word.text, frozenset()) & theirs - mine:
            if table[opposite] & theirs:  # "the door opened and closed"
                continue
            there = next(n for n, each in enumerate(other) if each.text == opposite)
            if _near(one, place) & _near(other, there):
                yield place, there


def _near(text: Sequence[Word], place: int) -> set[str]:
    """Stems of the content words around; for a word of the closed classes ("for", "more") of the next one only."""
    after = [word.stem for word in text[place + 1 :] if word.content]
    if not text[place].content:
        return set(after[:1])
    return {*[word.stem for word in text[:place] if word.content][-_SCOPE:], *after[:_SCOPE]}


def _plain(text: Sequence[Word], place: int) -> bool:
    return not any(word.text in ("not", "no", "never") for word in text[max(0, place - 3) : place])


def _ordered_differently(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether one puts before what the other puts after."""
    left, right = _timed(one), _timed(other)
    if left is None or right is None:
        return False
    same = len(left[1] & right[1]) + len(left[2] & right[2])
    crossed = len(left[1] & right[2]) + len(left[2] & right[1])
    return crossed > same if left[0] == right[0] else same > crossed


def _timed(text: Sequence[Word]) -> tuple[bool, set[str], set[str]] | None:
    """For "A before B": (True, stems of A, stems of B); for "A after B": (False, ...); None without either."""
    plain = [word.text for word in text]
    for before, markers in ((True, _BEFORE), (False, _AFTER)):
        for marker in markers:
            for place in range(len(text)):
                if tuple(plain[place : place + len(marker)]) == marker:
                    clause = range(place, len(text))
                    inside = {n for n in clause if text[n].clause == text[place].clause}
                    outside = [word for n, word in enumerate(text) if n not in inside]
                    return before, _stems(outside), _stems([text[n] for n in inside if n >= place + len(marker)])
    return None


def _name_replaced(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether a name stands where the other sentence has another one."""
    names, others = _names(one), _names(other)
    for left, right in _replacements(one, other):
        mine, theirs = _names(left), _names(right)
        only_names = all(word.name for word in (*_content(left), *_content(right)))
        if mine and theirs and only_names and not _share_a_name(mine, others) and not _share_a_name(theirs, names):
            return True
    return False


def _share_a_name(some: set[str], others: set[str]) -> bool:
    """Whether two sets of names have one in common: the same, spelt otherwise, as noun and adjective ("Vastria",
    "Vastrian"), or as initials."""
    return any(_same_name(one, other) for one in some for other in others) or bool(
        _initials(some) & _initials(others)
    )


def _same_name(one: str, other: str) -> bool:
    stems = len(one) > 4 and one[:4] == other[:4]
    return one == other or stems or SequenceMatcher(None, one, other).ratio() >= _SPELT_ALIKE


def _initials(names: set[str]) -> set[str]:
    """The names that are initials, and the initials of the others together, as sorted letters."""
    short = {"".join(sorted(name.replace(".", ""))) for name in names if len(name.replace(".", "")) < 5 or "." in name}
    return short | ({"".join(sorted(name[0] for name in names))} if len(names) > 1 else set())


def _exchanged(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two words have changed sides around a third one: "Ilmar invaded Vastria", "Vastria invaded Ilmar"."""
    if not _alike(one, other, _NEARLY_ALL):
        return False
    triples = set(_triples(one))
    return any((right, middle, left, turned) in triples for left, middle, right, turned in _triples(other))


def _triples(text: Sequence[Word]) -> Iterator[tuple[str, str, str, bool]]:
    """Three near words of one clause, in order, and whether "by" or "from" turns them round."""
    counts = Counter(word.stem for word in text)
    kept = [
        (place, word)
        for place, word in enumerate(text)
        if (word.content and counts[word.stem] == 1) or word.text in _JOINING
    ]
    for number, (place, middle) in enumerate(kept):
        if middle.stem in _MUTUAL or middle.name:
            continue
        for _, left in kept[max(0, number - 3) : number]:
            for end, right in kept[number + 1 : number + 4]:
                if left.content and right.content and left.clause == right.clause:
                    turned = any(word.text in ("by", "from") for word in text[place : end + 2])
                    yield left.stem, middle.stem, right.stem, turned


def _replacements(one: Sequence[Word], other: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Stretches that stand in each other's place, in sentences that have half of their words in common."""
    if not _alike(one, other):
        return
    matcher = SequenceMatcher(None, [w.stem for w in one], [w.stem for w in other], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "replace":
            yield one[a:b], other[c:d]


def _alike(one: Sequence[Word], other: Sequence[Word], share: float = _ALIKE) -> bool:
    mine, theirs = _stems(one), _stems(other)
    return 2 * len(mine & theirs) >= share * (len(mine) + len(theirs)) > 0


def _content(text: Sequence[Word]) -> list[Word]:
    return [word for word in text if word.content]


def _stems(text: Sequence[Word]) -> set[str]:
    return {word.stem for word in text if word.content}


def _names(text: Sequence[Word]) -> set[str]:
    return {word.text for word in text if word.name}
