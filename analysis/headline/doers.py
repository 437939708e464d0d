"""A doer that the headline leaves out and the text names, or the other way round.

Deeds are those of ``analysis.agency``; of those told by a noun only deaths ("shooting") are looked at. Two clauses
tell one deed where their words have one stem ("shooting", "shot dead"; "died" and "was killed" count as one) and they
name the same done-to, or where one of them names none and the sentence tells much of what the headline tells. A doer is
a person, a group, a country or an entity of the story; a flood is none, and neither is "somebody". The doer in the text
may be the claim of a source: the passage shows whose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.agency.people import is_person, is_place
from analysis.agency.wordsets import words
from analysis.headline.pair import MOST, Pair, contents, headline_words, places_in, quotable, share
from analysis.model import Deed, DeedForm, Evidence, HeadlineCheck, HeadlineKind, Span, Token, Voice
from analysis.phrasing import stem

_SAME_EVENT, _MEANS = 0.3, 0.45
"""Share of the headline's weight, and cosine, from which a sentence may tell a deed of the headline."""
_DEATHS = frozenset(map(stem, words("kill killed die died death dead slay slain murder shoot")))
_NOBODY = words(
    """
    someone somebody unknown unidentified unnamed anyone nobody who it that this they them he she his her i we you
    one another others people man woman men women person suspect suspects gunman gunmen shooter shooters attacker
    attackers assailant assailants bomber bombers killer killers terrorist terrorists
    """
)
"""Words that say no more of a doer than the deed does."""
_POLICE = words("police officer officers policeman policemen policewoman cop cops trooper troopers deputy")
_KIN = 5
"""Letters at the start that kin words have in common."""


def doers(pair: Pair, deeds: Sequence[Deed]) -> Iterator[HeadlineCheck]:
    """One check for each deed of the headline whose doer only one of the two names."""
    own = [deed for deed in deeds if deed.article == pair.article.id]
    text = [deed for deed in own if deed.field == "text" and _sentence(pair, deed) in pair.told]
    headline = [deed for deed in own if deed.field == "title" and deed.voice is Voice.OWN]
    for deed in headline[:MOST]:
        if any(span.start <= deed.start < span.end for span in pair.quoted):
            continue
        same = [other for other in text if _one_deed(pair, deed, other)]
        found = _hidden(pair, deed, same) if deed.without_doer else _added(pair, deed, same, text)
        if found is not None:
            yield found


def _hidden(pair: Pair, deed: Deed, same: Sequence[Deed]) -> HeadlineCheck | None:
    """The first clause of the text whose doer the headline does not name anywhere."""
    last = pair.title.tokens[places_in(pair.title.tokens, Span(deed.start, deed.end))[-1]]
    if deed.form is DeedForm.ACTIVE and last.tag != "VBG":  # a finite verb without subject: the parser has lost it
        return None
    if deed.form is DeedForm.NOMINAL and not _core(pair.title.tokens, deed) & _DEATHS:
        return None
    for other in same:
        doer = other.doer
        if doer is None or not _somebody(pair, other, doer) or _in_headline(pair, doer):
            continue
        shown = _name(pair.text.tokens, doer)
        name = quotable(pair.text.text[shown.start : shown.end]) or "somebody"
        said = "" if other.voice is Voice.OWN else ", in the words of a source"
        told = f"The headline names nobody who did it; the text does: {name}{said}."
        return _check(pair, deed, other, HeadlineKind.DOER_HIDDEN, told)
    return None


def _added(pair: Pair, deed: Deed, same: Sequence[Deed], text: Sequence[Deed]) -> HeadlineCheck | None:
    """A doer of the headline that no clause of the text names as doer, where the text tells the deed without one."""
    doer = deed.doer
    if doer is None or not same or any(other.doer is not None for other in same):
        return None
    if deed.form is DeedForm.NOMINAL or not _is_actor(pair.title.tokens, doer, deed.doer_entity):
        return None
    named = _stems(pair.title.tokens, _name(pair.title.tokens, doer))
    sentences = {_sentence(pair, other) for other in same}
    if any(named & frozenset(pair.told[number]) for number in sentences) or not named:
        return None
    doers_told = (_stems(pair.text.tokens, other.doer) for other in text if other.doer is not None)
    if any(named & other for other in doers_told):
        return None
    shown = _name(pair.title.tokens, doer)
    name = quotable(pair.title.text[shown.start : shown.end])
    told = f"The headline names a doer{name and f', {name}'}; where the text tells the deed it names none."
    return _check(pair, deed, same[0], HeadlineKind.DOER_ADDED, told)


def _one_deed(pair: Pair, deed: Deed, other: Deed) -> bool:
    mine, theirs = _core(pair.title.tokens, deed), _core(pair.text.tokens, other)
    if not mine & theirs and not (mine & _DEATHS and theirs & _DEATHS):
        return False
    if deed.done_to is not None and other.done_to is not None:
        if deed.done_to_entity is not None and deed.done_to_entity == other.done_to_entity:
            return True
        return not _stems(pair.title.tokens, deed.done_to).isdisjoint(_stems(pair.text.tokens, other.done_to))
    headline = headline_words(pair)
    sentence = _sentence(pair, other)
    return share(pair.told[sentence], headline) >= _SAME_EVENT and pair.likeness[sentence] >= _MEANS


def _core(tokens: Sequence[Token], deed: Deed) -> frozenset[str]:
    """The stems of the words that tell the deed."""
    return _stems(tokens, Span(deed.start, deed.end))


def _stems(tokens: Sequence[Token], span: Span) -> frozenset[str]:
    return frozenset(contents(tokens, places_in(tokens, span)))


def _name(tokens: Sequence[Token], doer: Span) -> Span:
    """The words of a doer without what follows a preposition: "soldiers" of "soldiers in the harbour"."""
    places = places_in(tokens, doer)
    end = next((at for at in places if at > places[0] and tokens[at].pos == "ADP"), places.stop)
    return Span(doer.start, tokens[end - 1].end) if places else doer


def _sentence(pair: Pair, deed: Deed) -> int:
    tokens = pair.text.tokens
    own = places_in(tokens, Span(deed.start, deed.end))
    return tokens[own[0]].sentence if own else -1


def _somebody(pair: Pair, deed: Deed, doer: Span) -> bool:
    """Whether the doer is an actor who is more than "somebody"."""
    tokens = [pair.text.tokens[place] for place in places_in(pair.text.tokens, doer)]
    telling = [token for token in tokens if token.is_word and token.pos in ("NOUN", "PROPN", "PRON")]
    if not telling or all(token.text.lower() in _NOBODY for token in telling):
        return False
    return _is_actor(pair.text.tokens, doer, deed.doer_entity)


def _is_actor(tokens: Sequence[Token], doer: Span, entity: str | None) -> bool:
    own = [tokens[place] for place in places_in(tokens, doer)]
    return entity is not None or any(is_person(token) or (is_place(token) and token.entity) for token in own)


def _in_headline(pair: Pair, doer: Span) -> bool:
    """Whether the headline names the doer by one of its words or a kin one ("Israeli", "Israel")."""
    headline = {token.text.lower() for token in pair.title.tokens if token.is_word}
    doer = _name(pair.text.tokens, doer)
    own = {pair.text.tokens[place].text.lower() for place in places_in(pair.text.tokens, doer)}
    if own & _POLICE and headline & _POLICE:
        return True
    starts = {word[:_KIN] for word in headline if len(word) >= _KIN}
    named = _stems(pair.text.tokens, doer)
    same = not named.isdisjoint(headline_words(pair))
    return same or any(word[:_KIN] in starts for word in own)


def _check(pair: Pair, deed: Deed, other: Deed, kind: HeadlineKind, sentence: str) -> HeadlineCheck:
    number = _sentence(pair, other)
    return HeadlineCheck(
        kind,
        pair.article.id,
        Evidence(pair.article.id, "title", deed.start, deed.end, str(deed.form)),
        (pair.evidence(number, str(other.form)),) if number in pair.told else (),
        sentence,
    )
