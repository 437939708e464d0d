"""A loaded word of the headline, in the outlet's own voice, that the text does not carry in any form.

Words are those of the list of loaded words; two forms of one word count as one ("fiery", "fierier"). Words in quotation
marks, beside "Name:" or in reported speech are somebody else's. The text may use a word as strong: it is shown beside.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis import lexicons
from analysis.headline.pair import MOST, Pair, beside_nearest, contents, shown
from analysis.headline.speakers import spoken
from analysis.lexicons import Match
from analysis.model import HeadlineCheck, HeadlineKind, Span, Token, Voice
from analysis.phrasing import kin


def strong_words(pair: Pair) -> Iterator[HeadlineCheck]:
    """One check for each loaded word that is missing from the text; none where the text is short."""
    if not pair.long_enough:
        return
    for match in lexicons.load("loaded_words").matches(pair.title, voice=Voice.OWN)[:MOST]:
        tokens = [token for token in pair.title.tokens if match.start <= token.start < match.end]
        if not _somebody_elses(pair, match, tokens) and not _carried(pair, match):
            place = Span(match.start, match.end)
            told = f"{shown(pair, place)}: this word was not found in the text, in any form."
            yield beside_nearest(pair, HeadlineKind.WORD, place, match.label, told)


def _somebody_elses(pair: Pair, match: Match, tokens: list[Token]) -> bool:
    if any(pair.in_quotes(token) for token in tokens):
        return True
    return any(span.start <= match.start < span.end for span in spoken(pair))


def _carried(pair: Pair, match: Match) -> bool:
    """Whether all content words of the term stand in the text, not necessarily together."""
    places = [place for place, token in enumerate(pair.title.tokens) if match.start <= token.start < match.end]
    own = contents(pair.title.tokens, places)
    return not own or all(any(kin(word, other) for other in pair.stems) for word in own)
