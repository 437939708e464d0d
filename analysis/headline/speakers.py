"""Somebody at a colon of the headline, to whom the words on its other side are given.

"Coast guard: Ferry ran aground" and "Harbour plan a disgrace: union" name a speaker; "Live updates: …", "Grell Bank: a
shameful day" and "‘Enough’: minister slams …" name a topic, or quote. A speaker is a short phrase without a verb that
ends in a person or a document that tells something; a body and a name that is no person's are speakers only where a
whole clause stands on the other side, as topics are mostly followed by a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from analysis.agency.people import is_person
from analysis.agency.wordsets import words
from analysis.headline.pair import Pair, places_in
from analysis.model import EntityKind, Span, Token

_COLON = re.compile(r"(?<!\s):(?!\d)")
"""That of a clock or a score names nobody, nor does one that stands free (" : The Post")."""
_LONGEST = 8
"""Words of a speaker."""
_MOST = 4
"""Colons that are looked at."""
_TELLING = words("poll survey study report source official audit memo letter document lawsuit paper analysis review")
_PEOPLE = words(
    """
    expert scientist researcher analyst critic economist spokesman spokeswoman spokesperson witness investigator
    inspector candidate king queen pope prince princess professor actor actress singer author premier chancellor
    governor ambassador envoy insider ally aide
    """
)
_GROUPS = words(
    """
    court ministry agency company firm bank commission committee council coastguard hospital church watchdog parliament
    campaign camp charity tribunal
    """
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})
MARKS = "\"'“”‘’«»„"
"""Quotation marks."""


def spoken(pair: Pair) -> Iterator[Span]:
    """The stretches of the headline that are given to a speaker at a colon."""
    title = pair.title
    colons = [match.start() for match in islice(_COLON.finditer(title.text), _MOST)]
    edges = [0, *(colon + 1 for colon in colons), len(title.text) + 1]
    for number, colon in enumerate(colons):
        before, behind = Span(edges[number], colon), Span(colon + 1, edges[number + 2] - 1)
        if _is_speaker(pair, before, behind):
            yield Span(colon + 1, len(title.text))
        elif number == len(colons) - 1 and _is_speaker(pair, behind, before):
            yield before


def clause_ends(pair: Pair) -> Iterator[Span]:
    """The colons that part two clauses of the outlet's own, as a full stop would."""
    given, start = list(spoken(pair)), 0
    for match in islice(_COLON.finditer(pair.title.text), _MOST):
        before = [pair.title.tokens[at] for at in places_in(pair.title.tokens, Span(start, match.start()))]
        if _is_clause(before) and not any(match.start() in (span.start - 1, span.end) for span in given):
            yield Span(*match.span())
        start = match.end()


def _is_speaker(pair: Pair, phrase: Span, other: Span) -> bool:
    told = [pair.title.tokens[at] for at in places_in(pair.title.tokens, phrase)]
    own = [token for token in told if token.is_word]
    if not 0 < len(own) <= _LONGEST or told[-1].text[-1] in MARKS or _is_clause(told) or _is_label(own):
        return False
    last = _head(own)
    if last.lemma in _TELLING or last.text.lower().removesuffix("s") in _TELLING or _is_people(last):
        return True
    kinds = _kinds(pair, last)
    if EntityKind.PERSON in kinds or (last.entity == "PERSON" and not kinds):
        return True
    named = last.entity in _BODIES or not kinds.isdisjoint({EntityKind.GROUP, EntityKind.COUNTRY})
    beyond = [pair.title.tokens[at] for at in places_in(pair.title.tokens, other)]
    return (named or last.text.lower() in _GROUPS) and _is_clause(beyond)


def _is_label(tokens: Sequence[Token]) -> bool:
    """"WATCH", "LIVE UPDATES": capitals, in a headline that is not all in capitals."""
    return all(token.text.isupper() for token in tokens) and any(len(token.text) > 4 for token in tokens)


def _is_people(token: Token) -> bool:
    """A noun for a person or a body of people, whatever the tagger takes it for in a headline."""
    lemma = token.text.lower()
    forms = {token.lemma, lemma, lemma.removesuffix("s")}
    return not forms.isdisjoint(_PEOPLE) or any(
        is_person(token._replace(pos="NOUN", entity="", lemma=form)) for form in forms
    )


def _kinds(pair: Pair, token: Token) -> set[EntityKind]:
    """What sort of actor the article takes a name for, in its headline and its text."""
    chains = {each.chain for each in pair.title.mentions if each.start <= token.start < each.end}
    return {pair.article.chains[chain].kind for chain in chains}


def _head(tokens: Sequence[Token]) -> Token:
    """The last word before what hangs on it: "minister" in "minister for ports"."""
    end = next((at for at, token in enumerate(tokens) if at and token.pos == "ADP"), len(tokens))
    return tokens[end - 1]


def _is_clause(tokens: Sequence[Token]) -> bool:
    return any(token.tag in _FINITE and token.pos in ("VERB", "AUX") for token in tokens)
