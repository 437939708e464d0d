"""How many of whom met with what: "seventeen people were hurt", counted in the parse of a sentence.

The same count told differently is what outlets most often contradict each other in, and its words say little ("23 had
been treated"), so likeness of the sentences does not find it. Counts are compared by *fate*: words that news has for
the same outcome are one fate, as the style guides' lists of casualties, arrests and crowds have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.details import DATES, Detail, details
from analysis.model import Token

_FATES = {
    "dead": "die kill dead perish drown fatality death slay",
    "hurt": "hurt injure wound treat hospitalise hospitalize injury injured wounded maim",
    "held": "arrest detain jail custody arrested detained arrestee detainee",
    "gone": "evacuate displace evacuee displaced uproot",
    "missing": "missing unaccounted",
    "rescued": "rescue save",
}
_FATE = {word: fate for fate, words in _FATES.items() for word in words.split()}
_ANYBODY = frozenset(
    {"", "people", "person", "resident", "victim", "casualty", "injury", "fatality", "death", "patient"}
)
"""Counted nouns that may stand for each other; any other is a group of its own ("three children")."""
_LIGHT = frozenset({"be", "suffer", "sustain", "receive", "leave", "report", "make", "take"})
"""Verbs whose object or complement tells the fate: "suffered injuries", "were hurt", "left 17 injured"."""
_DEEDS_DONE = frozenset({"nsubjpass", "dobj"})
_COMPLEMENTS = frozenset({"dobj", "acomp", "attr", "oprd", "ccomp", "xcomp"})
_BOUNDS = frozenset(
    {"more", "less", "few", "than", "over", "at", "least", "about", "around", "nearly", "almost", "some", "up", "to"}
)
_MORE = frozenset({"other", "another", "further", "more", "additional", "including", "among"})
"""Words around a figure that tell a part, or those that come on top."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure, who or what is counted (a lemma, "" for anybody), and their fate ("" where it is none of those)."""

    figure: Detail
    who: str
    fate: str


def counts(tokens: Sequence[Token], places: Sequence[int]) -> tuple[Count, ...]:
    """What the sentence counts whose tokens stand at ``places`` (in order, one after the other)."""
    return tuple(count for place in places if tokens[place].pos == "NUM" for count in _count(tokens, places, place))


def fate_of(lemma: str) -> str:
    """The fate that a word tells, "" where it tells none."""
    return _FATE.get(lemma, "")


def _count(tokens: Sequence[Token], places: Sequence[int], place: int) -> Iterator[Count]:
    number = tokens[place]
    noun = number.head if number.dep == "nummod" else place
    if number.dep in ("compound", "quantmod") or _is_part(tokens, places, place, noun):
        return
    who = "" if noun == place else tokens[noun].lemma
    fate = next(_fates(tokens, places, noun), "")
    figure = _figure(tokens, places, place)
    if figure and tokens[noun].pos in ("NOUN", "NUM", "ADJ") and (fate or noun != place):
        yield Count(figure, "" if fate and who in _ANYBODY else who, fate)


def _is_part(tokens: Sequence[Token], places: Sequence[int], place: int, noun: int) -> bool:
    """"Three of them", "two others", "among them four"; and what counts nothing: a "10-yard run", "No. 2"."""
    near = range(max(places[0], place - 3), min(places[-1], noun + 1) + 1)
    if any(tokens[at].lemma in _MORE and tokens[min(at + 1, places[-1])].lemma != "than" for at in near):
        return True
    before = [token.text.lower() for token in tokens[max(places[0], place - 2) : place]]
    if before == ["no", "."] or before[-1:] in (["no"], ["no."]) or (before and tokens[place - 1].pos == "PROPN"):
        return True
    if place == places[-1]:
        return False
    named = before[-1:] == ["the"] and tokens[place + 1].pos == "PROPN"  # "the 737 Max planes"
    return named or tokens[place + 1].lemma in ("of", "-", "–")


def _fates(tokens: Sequence[Token], places: Sequence[int], noun: int) -> Iterator[str]:
    """The fate that the noun itself tells ("12 deaths"), words at it ("17 injured people") or the verb it hangs on."""
    told = [noun, *(at for at in places if tokens[at].head == noun and tokens[at].dep in ("amod", "acl"))]
    verb = tokens[noun].head
    lemma = tokens[verb].lemma
    if tokens[noun].dep in _DEEDS_DONE or (tokens[noun].dep == "nsubj" and lemma in ("die", "perish", "drown")):
        told.append(verb)
    if tokens[noun].dep in ("nsubj", "nsubjpass", "dobj") and lemma in _LIGHT:
        told.extend(at for at in places if tokens[at].head == verb and tokens[at].dep in _COMPLEMENTS)
    for at in told:
        if tokens[at].lemma in _FATE and not _is_denied(tokens, places, at):
            yield _FATE[tokens[at].lemma]


def _is_denied(tokens: Sequence[Token], places: Sequence[int], place: int) -> bool:
    return any(tokens[at].head == place and tokens[at].dep == "neg" for at in places)


def _figure(tokens: Sequence[Token], places: Sequence[int], place: int) -> Detail | None:
    first = place
    while first > places[0] and _belongs(tokens[first - 1]):
        first -= 1
    told = " ".join(token.text for token in tokens[first : place + 1]).replace(" - ", "-")
    found = [each for each in details(told) if each.kind not in DATES]
    return found[-1] if found and found[-1].value > 1 else None


def _belongs(token: Token) -> bool:
    return token.pos == "NUM" or token.text == "-" or token.lemma in _BOUNDS
