"""What the words of a noun phrase tell: determiner, number, rank, country, other nouns, what follows the head."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.annotation.vocabulary import Noun, country, noun
from analysis.model import Token

_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my", "your"})
HARD = frozenset({"NOUN", "PROPN"})
_RANKS = frozenset({"vice", "deputy", "assistant", "associate", "under", "junior", "shadow", "lieutenant", "sub"})
COMPLEMENTS = frozenset({"of", "for", "at", "from"})
_PARTIES = frozenset({
    "side", "region", "group", "party", "camp", "faction", "delegation", "government", "country", "nation", "gang",
    "team", "state", "province", "union", "army", "neighbour", "neighbor",
})  # fmt: skip
"""Nouns for what may stand against another of its kind."""
_RIVALS = frozenset({"rival", "foe", "adversary", "combatant", "disputant", "antagonist", "belligerent", "squabbler"})
_ALSO_PEOPLE = frozenset({"guardian", "herald", "giant", "star", "fixture", "institution", "body"})
_WIDE = frozenset({"force", "group", "member", "country"})
"""Nouns that only an adjective tells apart ("armed forces")."""
_LONGEST_COMPLEMENT = 14
"""Tokens of "of the Harbour Authority", at most."""


def noun_in(token: Token) -> Noun | None:
    """The table's entry for a token, by its lemma or its form; plurals that the tagger took for names included."""
    word = token.text.lower()
    return noun(token.lemma) or noun(word) or (noun(word[:-1]) if word.endswith("s") else None)


def joined(words: Sequence[str]) -> str:
    """Words as one name, hyphens and clitics closed up."""
    return " ".join(words).replace(" - ", "-").replace(" ’s", "’s").replace(" 's", "'s")


def complement_end(tokens: Sequence[Token], head: int) -> int:
    """End of "of the line" after a noun for a person; ``head + 1`` where nothing follows."""
    index = head + 1
    if index >= len(tokens) or tokens[index].text.lower() not in COMPLEMENTS or tokens[index].head != head:
        return head + 1
    end = index + 1
    while end < len(tokens) and end - index < _LONGEST_COMPLEMENT and tokens[end].sentence == tokens[head].sentence:
        token = tokens[end]
        if token.pos in ("VERB", "AUX", "PRON", "SCONJ") and token.dep not in ("poss", "amod", "compound"):
            break
        if token.text in {",", ";", ":", ".", "—", "–", "(", ")", '"', "“", "”"} or not below(tokens, end, index):
            break
        end += 1
    while end > index + 1 and tokens[end - 1].pos not in ("NOUN", "PROPN"):
        end -= 1
    if end == index + 1 or (tokens[index].text.lower() == "from" and not _tells_where(tokens, index + 1, end)):
        return head + 1
    return end


def _tells_where(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Is it a place by its name, or "two regions"?"""
    return tokens[end - 1].text[:1].isupper() or is_pair(tokens, first, end - 1)


def is_pair(tokens: Sequence[Token], begin: int, head: int) -> bool:
    """ "Both sides", "neither government", "the two regions": the two parties of an event together."""
    words = [token.text.lower() for token in tokens[begin:head]]
    lemma = tokens[head].lemma
    if lemma in _RIVALS and words[:1] == ["the"] and tokens[head].tag == "NNS":
        return len(words) == 1 or (len(words) == 2 and "two" in words)
    if lemma not in _PARTIES:
        return False
    opposed = lemma in ("side", "gang", "camp", "faction")
    two = "two" in words and (words[0] in ("the", "two") or opposed)
    return two or any(word in ("both", "either", "neither") for word in words)


def is_epithet_before(tokens: Sequence[Token], index: int) -> bool:
    """The "guardian" of "the self-appointed guardian Mara Teviot": a word for a paper too, or unknown."""
    token = tokens[index]
    if token.tag != "NN" or not token.text.islower() or token.dep not in ("compound", "nmod") or token.head <= index:
        return False
    return token.lemma in _ALSO_PEOPLE and tokens[index + 1].pos == "PROPN"


def below(tokens: Sequence[Token], index: int, top: int) -> bool:
    """Does ``index`` depend on ``top``, through ten others at most?"""
    for _ in range(10):
        if index == top:
            return True
        if tokens[index].head == index:
            return False
        index = tokens[index].head
    return False


def modifiers_in(tokens: Sequence[Token], first: int, last: int, role: str) -> frozenset[str]:
    """Nouns and names in ``first:last`` besides the role: what tells one director from another."""
    soft = ("ADJ", "VERB") if role in _WIDE else ()
    return frozenset(
        token.lemma.rstrip(".").replace(".", "")
        for token in tokens[max(first, 0) : max(last, 0)]
        if (token.pos in HARD or token.pos in soft)
        and token.lemma != role
        and country(token.text) is None
        and token.is_word
    )


def ranks_in(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    """Words of rank ("deputy") among the tokens ``first:last``."""
    return frozenset(word for token in tokens[first:last] if (word := token.text.lower()) in _RANKS)


def number_in(tokens: Sequence[Token], begin: int, head: int) -> str:
    """How many, as written ("300"), or ``""``."""
    return next((token.text for token in tokens[begin:head] if token.pos == "NUM" and token.dep == "nummod"), "")


def country_in(tokens: Sequence[Token], first: int, last: int) -> str:
    """The first country named, or told by an adjective, in ``first..last`` (inclusive)."""
    for index in range(max(first, 0), last + 1):
        for length in (3, 2, 1):
            if index + length <= last + 1 and tokens[index].text[:1].isupper():
                words = [token.text for token in tokens[index : index + length]]
                if (place := country(joined(words))) is not None:
                    return place.name
    return ""


def country_after(tokens: Sequence[Token], end: int) -> str:
    """The country in "President Mara Teviot of Norland"."""
    if end + 1 >= len(tokens) or tokens[end].text.lower() != "of":
        return ""
    return country_in(tokens, end + 1, min(end + 2, len(tokens) - 1))


def owner_word(tokens: Sequence[Token], begin: int) -> str:
    """The possessive pronoun that opens a phrase, lower-case, or ``""``."""
    word = tokens[begin].text.lower()
    return word if word in _POSSESSIVES else ""


def place_around(tokens: Sequence[Token], begin: int, end: int) -> frozenset[str]:
    """The place of "residents in Tessen", or of "In Tessen residents ...", as a word that tells groups apart."""
    if end + 1 < len(tokens) and tokens[end].text == "in" and tokens[end + 1].pos == "PROPN":
        return frozenset({tokens[end + 1].lemma})
    if begin > 1 and tokens[begin - 2].text == "In" and tokens[begin - 1].pos == "PROPN":
        return frozenset({tokens[begin - 1].lemma})
    return frozenset()


def determiner_of(tokens: Sequence[Token], begin: int) -> str:
    """``the``, ``a``, ``poss`` or ``""`` (see ``Phrase.determiner``)."""
    word = tokens[begin].text.lower()
    if word in ("the", "this", "that", "these", "those"):
        return "the"
    if word in ("a", "an", "another", "one", "no", "any", "every", "each", "some"):
        return "a"
    if word in _POSSESSIVES or tokens[begin].dep == "poss":
        return "poss"
    return ""


def is_dash(tokens: Sequence[Token], index: int) -> bool:
    """A hyphen or dash between blanks parts two names: "Tarn - Norland has asked ..." """
    if tokens[index].text not in ("-", "–", "—", "‑") or not 0 < index < len(tokens) - 1:
        return False
    return tokens[index - 1].end < tokens[index].start and tokens[index].end < tokens[index + 1].start


def is_members(tokens: Sequence[Token], index: int) -> bool:
    """The apostrophe of "Road Users’ Association"."""
    if tokens[index - 1].text not in ("’", "'") or index >= len(tokens):
        return False
    body = noun_in(tokens[index])
    return body is not None and body.kind in ("group", "body")
