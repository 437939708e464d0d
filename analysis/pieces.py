"""The pieces of a sentence that can be told apart: its clauses, without the words that say who said it.

One sentence may tell two things ("the lake had risen and the gates were opened"), which another outlet tells in two
sentences, and "the service said" is no part of what is told. So statements are aligned by clauses. A clause is the
subtree of a verb in the dependency parse without the clauses inside it; a verb joined by "and" is given the subject of
the first. Where there is no parse a sentence is one piece.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.kept import FIELDS, kept
from analysis.model import AnnotatedField, Span, Token

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj", "pcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_VERBS = frozenset({"VERB", "AUX"})
_BARE = " ,;:.–—-"
_JOINTS = ("and ", "or ", "but ", "that ", "which ")
_DEEPEST = 60
"""Steps up the tree after which a word is taken to belong to the whole sentence."""
_FEWEST_WORDS = 3
"""Words of a clause that tells something of its own."""
_MOST_CUT = 1_000
"""Sentences of a field that are cut, from its start; the others stay whole."""
_LONGEST = 400
"""Tokens of a sentence that are looked at; longer ones are tables and noise, and stay whole."""


class Attributed(NamedTuple):
    """Places of the tokens in a cue, in a cue or a source, and in what is attributed."""

    cues: frozenset[int]
    sources: frozenset[int]
    contents: frozenset[int]


class Piece(NamedTuple):
    """What one clause tells: the index of its sentence in the field, its words with single spaces, and the place of
    the token (its verb, as a rule) that the others hang on; -1 where a sentence could not be cut."""

    sentence: int
    text: str
    head: int = -1


@kept(FIELDS)
def pieces(field: AnnotatedField) -> tuple[Piece, ...]:
    """The pieces of all sentences in order; a sentence has at least one, itself where it cannot be cut."""
    return tuple(_each_piece(field))


def _each_piece(field: AnnotatedField) -> Iterator[Piece]:
    attributed = _attributed(field)
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for place, token in enumerate(field.tokens):
        by_sentence[token.sentence].append(place)
    for number, sentence in enumerate(field.sentences):
        places = by_sentence[number]
        cut = number < _MOST_CUT and 0 < len(places) <= _LONGEST
        clauses: dict[str, int] = {}
        for text, members in _clauses(field.tokens, places, attributed) if cut else ():
            clauses.setdefault(text, _top(field.tokens, members))
        told = [Piece(number, text, head) for text, head in clauses.items() if text.count(" ") + 1 >= _FEWEST_WORDS]
        whole = " ".join(field.text[sentence.start : sentence.end].split())
        yield from told or [Piece(number, whole, next(iter(clauses.values()), -1))]


def extra_texts(field: AnnotatedField, cut: Iterable[Piece]) -> tuple[str, ...]:
    """The texts of those pieces that are not just their sentence, in order, each once: what is embedded besides the
    sentences."""
    return tuple(dict.fromkeys(piece.text for piece in cut if not is_whole(field, piece)))


def texts(field: AnnotatedField) -> tuple[str, ...]:
    """The texts whose vectors are stored with a field: its sentences as they stand, then ``extra_texts``."""
    sentences = (field.text[span.start : span.end] for span in field.sentences)
    return (*sentences, *extra_texts(field, pieces(field)))


def rows(field: AnnotatedField) -> tuple[int, ...]:
    """For each token the place in ``texts``, and so the row of ``vectors``, of its clause; where that is not among them
    (it is short, or only says who said it), of its sentence."""
    cut = pieces(field)
    extra = {text: place for place, text in enumerate(extra_texts(field, cut), len(field.sentences))}
    found = [token.sentence for token in field.tokens]
    attributed = _attributed(field)
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for place, token in enumerate(field.tokens):
        by_sentence[token.sentence].append(place)
    for number in {piece.sentence for piece in cut if piece.text in extra}:
        for text, members in _clauses(field.tokens, by_sentence[number], attributed):
            for place in members if text in extra else ():
                found[place] = extra[text]
    return tuple(found)


def is_whole(field: AnnotatedField, piece: Piece) -> bool:
    """Whether a piece has all words of its sentence."""
    span = field.sentences[piece.sentence]
    return letters(piece.text) == letters(field.text[span.start : span.end])


@kept(FIELDS)
def _attributed(field: AnnotatedField) -> Attributed:
    claims = [each for each in field.attributions if each.claim]
    cues = places_of(field.tokens, [each.cue for each in claims if each.cue])
    sources = places_of(field.tokens, [each.source for each in claims if each.source])
    contents = places_of(field.tokens, [span for each in claims for span in each.content])
    return Attributed(cues, cues | sources, contents - cues - sources)


def places_of(tokens: Sequence[Token], spans: Iterable[Span]) -> frozenset[int]:
    """The indices of the tokens that begin inside any of the spans."""
    starts = [token.start for token in tokens]
    return frozenset(
        place
        for span in set(spans)
        for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    )


@lru_cache(maxsize=20_000)
def letters(text: str) -> str:
    """The letters and digits of a text, which stay the same however it is spaced and quoted."""
    return "".join(filter(str.isalnum, text))


def _clauses(
    tokens: Sequence[Token], places: Sequence[int], spans: Attributed
) -> Iterator[tuple[str, Sequence[int]]]:
    """The texts of the clauses of one sentence that hold more than marks and joints, with the places of their words."""
    heads = {place for place in places if _is_head(tokens, place)}
    members: dict[int, list[int]] = defaultdict(list)
    for place in places:
        members[_head_of(tokens, place, heads)].append(place)
    for head in sorted(members):
        own = _without_source(tokens, head, members[head], spans)
        text = _told(tokens, sorted({*_lent_subject(tokens, head, members), *own}) if own else own)
        if text:
            yield text, members[head]


def _top(tokens: Sequence[Token], members: Sequence[int]) -> int:
    """The place of the token that all others of a clause hang on."""
    inside = set(members)
    return next((at for at in members if tokens[at].head == at or tokens[at].head not in inside), members[0])


def _without_source(tokens: Sequence[Token], head: int, own: list[int], spans: Attributed) -> list[int]:
    """The places of a clause without those that only say who said it: all of them in "Holm told reporters", where the
    content is another clause; none in "Holm denied the claims", where the content stands in the clause itself."""
    said = [place for place in own if place in spans.sources]
    if not said:
        return own
    if head not in spans.cues:
        return [place for place in own if place not in spans.sources]
    return own if any(place in spans.contents for place in own) else []


def _is_head(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.head == place or token.dep == "ROOT":
        return True
    verb = token.pos in _VERBS
    return verb and (token.dep in _CLAUSES or (token.dep == "conj" and tokens[token.head].pos in _VERBS))


def _head_of(tokens: Sequence[Token], place: int, heads: set[int]) -> int:
    """The nearest head above; -1 where none is found."""
    for _ in range(_DEEPEST):
        if place in heads:
            return place
        place = tokens[place].head
    return -1


def _lent_subject(tokens: Sequence[Token], head: int, members: Mapping[int, Sequence[int]]) -> list[int]:
    """The subject of the first verb, for one that is joined to it and has none."""
    verb = head
    for _ in range(_DEEPEST):
        subject = [place for place in members.get(verb, ()) if _is_subject(tokens, place, verb)]
        if subject or verb < 0 or tokens[verb].dep != "conj" or tokens[verb].head == verb:
            break
        verb = tokens[verb].head
    else:
        return []
    if verb == head or not subject:
        return []
    return [place for place in members[verb] if place in subject or tokens[place].head in subject]


def _is_subject(tokens: Sequence[Token], place: int, verb: int) -> bool:
    return tokens[place].dep in _SUBJECTS and tokens[place].head == verb


def _told(tokens: Sequence[Token], places: Sequence[int]) -> str:
    """The words in order, without quotation marks, and without marks and joints at either end."""
    words = [tokens[place].text for place in places]
    text = " ".join(word for word in words if word.strip() and word not in "\"'“”‘’«»„()[]")
    text = text.replace(" - ", "-").strip(_BARE)
    while text.lower().startswith(_JOINTS):
        text = text.split(" ", 1)[1].strip(_BARE)
    text = text.removesuffix(" and").removesuffix(" or").removesuffix(" but").strip(_BARE)
    return text if any(character.isalnum() for character in text) else ""
