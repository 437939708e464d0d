"""Verbs of headlines that the tagger took for nouns, and the other way round, as far as the list of deeds knows them.

Headlines leave out articles and auxiliaries, so "gangs brawl at port" looks like a compound, and so does "barge rams
pier". Only the words of the list are looked at; the rest of the parse stays.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.agency.frames import LONGEST_SENTENCE, frame_of
from analysis.agency.people import is_person
from analysis.model import AnnotatedField, Token

_FINITE = frozenset({"VBZ", "VBD"})
_BARE = frozenset({"VB", "VBP"})


def retagged(field: AnnotatedField) -> AnnotatedField:
    """A headline with its misread deeds put right; any other field as it is."""
    if field.name != "title" or len(field.tokens) > LONGEST_SENTENCE:
        return field
    tokens = list(field.tokens)
    for place in range(1, len(tokens)):
        frame = frame_of(tokens[place].lemma)
        if frame is None:
            continue
        if frame.nominal and (_stands_before_verb(tokens, place) or (frame.mutual and _takes_plural(tokens, place))):
            tokens[place] = tokens[place]._replace(pos="NOUN", tag="NN")
        elif frame.nominal and frame.verbal and _follows_people(tokens, place):
            _make_verb(tokens, place, "VBP")
        elif not frame.nominal and _follows_doer(tokens, place):
            _make_verb(tokens, place, "VBZ")
            _join_next(tokens, place)
    return replace(field, tokens=tuple(tokens))


def _stands_before_verb(tokens: list[Token], place: int) -> bool:
    """ "Harbour clash shuts road": of a bare and a finite verb side by side the first is a noun."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    bare = tokens[place].tag in _BARE and tokens[place - 1].pos in ("NOUN", "PROPN")
    return bare and after is not None and after.tag in _FINITE


def _takes_plural(tokens: list[Token], place: int) -> bool:
    """ "Harbour clash shuts road" again, "shuts" read as a plural: what two sides do to each other has no object."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].tag in _BARE and after is not None and (after.tag, after.dep) == ("NNS", "dobj")


def _follows_people(tokens: list[Token], place: int) -> bool:
    """ "Gangs brawl": a plural of people is seldom the first part of a compound."""
    before, token = tokens[place - 1], tokens[place]
    after = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    plural = before.tag == "NNS" and before.dep == "compound" and before.head == place and is_person(before)
    return plural and token.tag == "NN" and after not in _FINITE and not after.startswith("NN")


def _follows_doer(tokens: list[Token], place: int) -> bool:
    """ "Barge rams pier": a word that is never a noun in the list, after a singular noun it was joined to."""
    before, token = tokens[place - 1], tokens[place]
    joined = before.tag in ("NN", "NNP", "JJR") and before.dep in ("compound", "amod") and before.head >= place
    return token.tag == "NNS" and joined and (_top(tokens, place) != place or _second(tokens, place) is not None)


def _make_verb(tokens: list[Token], place: int, tag: str) -> None:
    top = _top(tokens, place)
    token = tokens[place]._replace(pos="VERB", tag=tag)
    if top != place:
        head = place if tokens[top].head == top else tokens[top].head
        token = token._replace(dep=tokens[top].dep, head=head)
        tokens[top] = tokens[top]._replace(dep="dobj", head=place)
        _free(tokens, top, place)
    tokens[place] = token
    tokens[place - 1] = tokens[place - 1]._replace(dep="nsubj", head=place)


def _free(tokens: list[Token], noun: int, verb: int) -> None:
    """ "Barge rams pier, hurting two": what was joined to the noun follows from the deed."""
    for at in range(noun + 1, len(tokens)):
        if tokens[at].head == noun and (tokens[at].dep, tokens[at].tag) == ("acl", "VBG"):
            tokens[at] = tokens[at]._replace(dep="advcl", head=verb)


def _join_next(tokens: list[Token], place: int) -> None:
    after = _second(tokens, place)
    if after is None:
        return
    top = _top(tokens, after)
    tokens[after] = tokens[after]._replace(pos="VERB", tag="VBZ", dep="conj", head=place)
    if top != after:
        tokens[top] = tokens[top]._replace(dep="dobj", head=after)


def _second(tokens: list[Token], place: int) -> int | None:
    """ "Barge rams and sinks a ferry": the second verb, read as a noun too."""
    after = place + 2
    if after + 1 >= len(tokens) or tokens[place + 1].lemma != "and" or tokens[after].tag != "NNS":
        return None
    frame = frame_of(tokens[after].lemma)
    return after if frame is not None and not frame.nominal else None


def _top(tokens: list[Token], place: int) -> int:
    """The head of the noun phrase behind ``place`` that the word at ``place`` was taken for a part of, else itself."""
    top = place
    while tokens[top].head > top and tokens[top].dep in ("compound", "poss", "nmod", "amod"):
        top = tokens[top].head
    return top
