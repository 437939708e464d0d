"""Which words of one sentence stand in the place of a word of another sentence that tells the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.agency.phrases import referent
from analysis.agency.wordsets import words
from analysis.alternatives.sides import KEPT, Side, read
from analysis.annotation.tree import head_of
from analysis.details import agree, details
from analysis.model import Attribution, Evidence, MentionForm, Naming, Span, Token, Voice
from analysis.ngrams import FUNCTION_WORDS
from analysis.phrasing import kin

_MOST = 200
"""Words of a clause that are looked at."""
_WIDEST = 5
"""Words of a phrase that is set beside a loaded word."""
_DEEPEST = 30
_LONGEST_CUE = 60
_SHARED = 2
"""Content words of the clause around a mark that a sentence that tells the same has too."""
_INNER = frozenset({"relcl", "advcl", "ccomp", "parataxis", "acl", "conj"})
_DOES, _UNDERGOES = frozenset({"nsubj", "agent"}), frozenset({"dobj", "nsubjpass"})
_TOWARDS = frozenset({"prep"})
_ROLES = (_DOES, _UNDERGOES, _TOWARDS)
_MODIFIES = frozenset({"amod", "advmod", "compound", "nmod"})
_BEFORE = _MODIFIES | {"nummod", "quantmod"}
_LIGHT = words("be have do make take get give go come")
"""Verbs that say too little to stand for another, or to hold a place."""
_DIRECTIONS = words("back up down off out in on over away apart aside through around")
_PLACELESS = frozenset({"PRON", "DET", "NUM", "PUNCT"})


class Place(NamedTuple):
    """The words that stand in one place of two sentences: with a loaded word, and in the other one."""

    mine: Span
    theirs: Span


def tells_too(mine: Side, mark: Evidence, theirs: Side, sentence: Span) -> bool:
    """Whether the other sentence tells what the clause around the mark tells: it has some of the clause's other words.
    (A statement may be told by another clause of the sentence.)"""
    own = list(mine.places(Span(mark.start, mark.end)))
    if not own:
        return False
    around = _stems_of(mine, _verb_above(mine, own[0])) - {mine.stems[at] for at in own}
    return len(around & read(theirs, sentence).stems) >= min(_SHARED, max(1, len(around) // 2))


def same_word(mine: Side, mark: Evidence, theirs: Side, sentence: Span) -> Span | None:
    """Where the other sentence has the same word (all content words of the mark, in any form), not in a quotation."""
    spoken = [mine.tree.tokens[at].text.lower() for at in mine.places(Span(mark.start, mark.end))]
    there = read(theirs, sentence)
    if any(word in FUNCTION_WORDS and word not in there.words for word in spoken):
        return None  # "without proof" is more than "proof"
    wanted = {mine.stems[at] for at in mine.places(Span(mark.start, mark.end))} - {""}
    like = {stem for stem in there.own if any(kin(stem, each) for each in wanted)}
    found = sorted(at for stem in like for at in there.own[stem])
    held = {each for each in wanted if any(kin(stem, each) for stem in like)}
    if not wanted or held != wanted or found[-1] - found[0] >= _WIDEST:
        return None
    return theirs.tree.span(found)


def counterpart(mine: Side, mark: Evidence, theirs: Side, sentence: Span) -> Place | None:
    """The words in the place of the mark, by the first rule that is sure; None where none is. Words that the other
    article only quotes are not its choice."""
    own = list(mine.places(Span(mark.start, mark.end)))
    there = list(theirs.places(sentence))
    if not own or not there:
        return None
    head = head_of(mine.tree.tokens, own)
    if head is None:
        return None
    for rule in (_by_name, _by_modified, _by_speaker, _by_arguments, _by_verb):
        found = rule(mine, own, head, theirs, there)
        if found is not None:
            quoted = any(theirs.tree.tokens[at].voice is Voice.QUOTED for at in theirs.places(found.theirs))
            return None if quoted else found
    return None


def _verb_above(side: Side, place: int) -> int:
    """The verb of the clause around a word."""
    tokens = side.tree.tokens
    verb = place
    for _ in range(_DEEPEST):
        if tokens[verb].pos in ("VERB", "AUX") or tokens[verb].head == verb:
            break
        verb = tokens[verb].head
    return verb


@lru_cache(maxsize=KEPT)
def _stems_of(side: Side, verb: int) -> frozenset[str]:
    """The content stems of the clause of a verb, those of clauses inside it left out."""
    reached: list[int] = []
    waiting = [verb]
    while waiting and len(reached) < _MOST:
        current = waiting.pop()
        reached.append(current)
        waiting.extend(child for child in side.tree.children[current] if side.tree.tokens[child].dep not in _INNER)
    return frozenset(side.stems[at] for at in reached) - {""}


def _by_name(mine: Side, own: Sequence[int], head: int, theirs: Side, there: Sequence[int]) -> Place | None:
    """Both name the same actor in the same part of the clause: "strongman Teviot said", "President Teviot said"."""
    span = mine.tree.span(own)
    if mine.tree.tokens[head].pos == "VERB" or mine.tree.tokens[head].tag.startswith("VB"):
        return None
    for naming, entity in mine.namings_around(span):
        role = _role(mine, naming)
        other = [
            each for each, owner in theirs.named(theirs.tree.span(there))
            if owner == entity and _says(theirs, each) and _role(theirs, each) == role
        ]  # fmt: skip
        if role and len(other) == 1 and other[0].label.lower() != naming.label.lower():
            return Place(Span(naming.start, naming.end), Span(other[0].start, other[0].end))
    return None


def _says(side: Side, naming: Naming) -> bool:
    """Whether a naming is more than a pronoun, and does not begin with one ("its crew")."""
    first = next(iter(side.places(Span(naming.start, naming.end))), None)
    return naming.form is not MentionForm.PRONOUN and first is not None and side.tree.tokens[first].pos != "PRON"


def _role(side: Side, naming: Naming) -> str:
    """Whether the phrase of a naming does or undergoes something; "" where it does neither."""
    places = side.places(Span(naming.start, naming.end))
    head = head_of(side.tree.tokens, places)
    dep = side.tree.tokens[head].dep if head is not None else ""
    return "does" if dep in _DOES else "undergoes" if dep in _UNDERGOES else ""


def _by_modified(mine: Side, own: Sequence[int], head: int, theirs: Side, there: Sequence[int]) -> Place | None:
    """Both modify words of one stem: "a brutal crackdown", "a police crackdown"; or the other has no such word."""
    token = mine.tree.tokens[head]
    above = token.head
    if token.dep not in _MODIFIES or above in own or not mine.stems[above] or _is_light(mine, above):
        return None
    same = [at for at in there if theirs.tree.tokens[at].lemma == mine.tree.tokens[above].lemma]
    if len(same) != 1 or not _same_use(mine.tree.tokens[above], theirs.tree.tokens[same[0]]):
        return None
    return _place(mine, [*own, above], theirs, _premodified(theirs, same[0]))


def _same_use(one: Token, other: Token) -> bool:
    """Whether two words of one lemma may be one thing: no times, and not "the governor" and "the governor's office"."""
    owning = [token.dep in ("poss", "compound") for token in (one, other)]
    return one.pos == other.pos and owning[0] == owning[1] and not {one.entity, other.entity} & {"DATE", "TIME"}


def _by_speaker(mine: Side, own: Sequence[int], head: int, theirs: Side, there: Sequence[int]) -> Place | None:
    """Both report the same words of one speaker: "she railed", "she said"."""
    one = _cue(mine, mine.tree.span(own)) if mine.tree.tokens[head].pos == "VERB" else None
    if one is None or one.source is None or one.cue is None:
        return None
    whole = theirs.tree.span(there)
    cues = {
        each.cue for each in theirs.cues(whole)
        if each.cue and _same_source(mine, one, theirs, each) and _same_content(mine, one, theirs, each)
    }  # fmt: skip
    return Place(one.cue, next(iter(cues))) if len(cues) == 1 else None


def _by_arguments(mine: Side, own: Sequence[int], head: int, theirs: Side, there: Sequence[int]) -> Place | None:
    """Verbs with the same subject and the same object: "the mayor slammed the plan", "the mayor criticised it"."""
    if mine.tree.tokens[head].pos != "VERB":
        return None
    does, undergoes = _argument(mine, head, _DOES), _argument(mine, head, _UNDERGOES)
    if does is None or undergoes is None:
        return None
    verbs = [
        at for at in there
        if theirs.tree.tokens[at].pos == "VERB" and not _is_light(theirs, at)
        and _alike(mine, does, theirs, _argument(theirs, at, _DOES))
        and _alike(mine, undergoes, theirs, _argument(theirs, at, _UNDERGOES))
    ]  # fmt: skip
    return _place(mine, own, theirs, _with_particle(theirs, verbs[0])) if len(verbs) == 1 else None


def _by_verb(mine: Side, own: Sequence[int], head: int, theirs: Side, there: Sequence[int]) -> Place | None:
    """Nouns that are the same part of one verb, which has another part in common: "thugs blocked the road", "drivers
    blocked the road"; "a car ploughed into throngs of people", "a car ploughed through a crowd"."""
    if mine.tree.tokens[head].pos != "NOUN":
        return None
    verb = _verb_of(mine, head)
    if verb is None or _is_light(mine, verb):
        return None
    role = next((role for role in _ROLES if _argument(mine, verb, role) == head), None)
    rest = [each for each in _ROLES if each is not role and _argument(mine, verb, each) is not None]
    if role is None or not rest:
        return None
    for at in there:
        if theirs.stems[at] == mine.stems[verb] and theirs.tree.tokens[at].pos == "VERB":
            found = _argument(theirs, at, role)
            sure = any(_alike(mine, _argument(mine, verb, each), theirs, _argument(theirs, at, each)) for each in rest)
            if found is not None and sure and theirs.tree.tokens[found].pos not in _PLACELESS:
                return _place(mine, own, theirs, _premodified(theirs, found))
    return None


def _place(mine: Side, own: Sequence[int], theirs: Side, found: Sequence[int]) -> Place | None:
    first, last = min(own), max(own)
    if last - first >= _WIDEST or not found or found[-1] - found[0] >= _WIDEST:
        return None
    if {mine.stems[at] for at in own} == {theirs.stems[at] for at in found}:
        return None
    place = Place(mine.tree.span([first, last]), theirs.tree.span(found))
    return None if _other_figure(mine, place.mine, theirs, place.theirs) else place


def _other_figure(mine: Side, one: Span, theirs: Side, other: Span) -> bool:
    """Whether the two phrases tell different figures."""
    first, second = details(mine.field.text[one.start : one.end]), details(theirs.field.text[other.start : other.end])
    return bool(first and second) and not any(agree(each, another) for each in first for another in second)


def _premodified(side: Side, head: int) -> list[int]:
    """A word with what stands before it and modifies it, without article."""
    tokens = side.tree.tokens
    before = [child for child in side.tree.children[head] if child < head and tokens[child].dep in _BEFORE]
    first = min((place for child in before for place in side.tree.subtree(child)), default=head)
    return list(range(first, head + 1))


def _with_particle(side: Side, verb: int) -> list[int]:
    """A verb with the particle or direction right behind it ("pay back")."""
    behind = [at for at in side.tree.children[verb] if at == verb + 1 and side.tree.tokens[at].dep in ("prt", "advmod")]
    return [verb, *(at for at in behind if side.tree.tokens[at].text.lower() in _DIRECTIONS)]


def _argument(side: Side, verb: int, role: frozenset[str]) -> int | None:
    """Who does it or undergoes it, active and passive alike."""
    for child in side.tree.children[verb]:
        dep = side.tree.tokens[child].dep
        if dep in role:
            found = side.tree.child(child, "pobj") if dep in ("agent", "prep") else child
            return referent(side.tree, found, verb)
    return None


def _verb_of(side: Side, noun: int) -> int | None:
    above = side.tree.tokens[noun].head
    if side.tree.tokens[noun].dep == "pobj":
        above = side.tree.tokens[above].head
    return above if side.tree.tokens[above].pos == "VERB" else None


def _alike(mine: Side, one: int | None, theirs: Side, other: int | None) -> bool:
    """Whether two nouns name the same: one entity, or one stem that is no pronoun."""
    if one is None or other is None:
        return False
    if "PRON" in (mine.tree.tokens[one].pos, theirs.tree.tokens[other].pos):
        return False
    entity = mine.entity_at(one)
    if entity is not None and entity == theirs.entity_at(other):
        return True
    return bool(mine.stems[one]) and mine.stems[one] == theirs.stems[other]


def _same_source(mine: Side, one: Attribution, theirs: Side, other: Attribution) -> bool:
    if one.source is None or other.source is None or one.direct != other.direct:
        return False
    names = {entity for _, entity in mine.named(one.source)}
    if names & {entity for _, entity in theirs.named(other.source)}:
        return True
    own = {mine.stems[at] for at in mine.places(one.source)} - {""}
    return bool(own & {theirs.stems[at] for at in theirs.places(other.source)})


def _same_content(mine: Side, one: Attribution, theirs: Side, other: Attribution) -> bool:
    own = {mine.stems[at] for span in one.content for at in mine.places(span)} - {""}
    return len(own & {theirs.stems[at] for span in other.content for at in theirs.places(span)}) >= _SHARED


def _cue(side: Side, span: Span) -> Attribution | None:
    """The attribution whose cue the words are, or lie in."""
    near = side.cues(Span(span.start - _LONGEST_CUE, span.end))
    return next((each for each in near if each.cue is not None and each.cue.overlaps(span)), None)


def _is_light(side: Side, place: int) -> bool:
    return side.tree.tokens[place].lemma in _LIGHT or side.tree.tokens[place].dep in ("aux", "auxpass")
