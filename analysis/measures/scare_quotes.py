"""Scare quotes: quotation marks round a word or two that nobody is said to have said ("a “voluntary” payment").

Counts: quotations without a source, of one to four words, in the outlet's own voice. Left out are titles of works,
nicknames and names (capitalised words), and words that are mentioned as words (the term “levy”).

Method: 1,000 times their number, divided by the number of own-voice words. Only own voice is measured: a quotation that
has a source is never a scare quote.

Source: Wikipedia, Words to watch; style guides of BBC and Reuters; the rule of the three voices.

Limits: a word that was quoted with its source a paragraph earlier may stand here, and so may a term that is simply
new. Capitalised scare quotes are taken for names, unless "so-called" stands before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.measures.rates import Found, rates
from analysis.model import AnnotatedArticle, AnnotatedField, Measurement, Quotation, Token, Voice

LONGEST = 4
"""Words in a scare quote, at most: a longer stretch is speech whose source was not found."""

_MENTIONS = frozenset({
    "word", "term", "phrase", "expression", "slogan", "motto", "label", "name", "nickname", "title", "hashtag",
    "film", "movie", "song", "single", "album", "book", "novel", "memoir", "play", "musical", "series", "show", "poem",
    "episode", "podcast", "letter", "painting", "essay", "headline", "column", "entitle", "dub", "spell",
})
"""Lemmas before a quotation that name it: what follows is a title, a name, or a word spoken about."""
_HEADLINE_CASE = 0.6
"""Share of capitalised words from which a sentence counts as written in headline capitals, which say nothing."""


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Scare quotes per 1,000 own-voice words, for each article."""
    return [
        row
        for article in event
        for row in rates("scare_quotes", article, [one for each in article.fields() for one in _found(each)],
                         voices=(Voice.OWN,))
    ]


def _found(annotated: AnnotatedField) -> Iterator[Found]:
    for quotation in annotated.quotations:
        if not quotation.sourced and _is_scare_quote(annotated, quotation):
            yield Found(annotated.name, quotation.start, quotation.end, "scare quote", Voice.OWN)


def _is_scare_quote(annotated: AnnotatedField, quotation: Quotation) -> bool:
    inside = [token for token in annotated.tokens if quotation.start <= token.start and token.end <= quotation.end]
    words = [token for token in inside if token.is_word]
    before = [token for token in annotated.tokens if token.end <= quotation.start and token.text.strip()][-3:]
    return (
        1 <= len(words) <= LONGEST
        and all(token.voice is Voice.OWN for token in inside)
        and not any(token.text in ".!?" for token in inside)
        and not any(token.lemma in _MENTIONS for token in before[-2:])
        and (not _is_name(annotated, words) or _so_called(before))
    )


def _so_called(before: Sequence[Token]) -> bool:
    return "".join(token.text.lower() for token in before).endswith(("so-called", "socalled"))


def _is_name(annotated: AnnotatedField, words: Sequence[Token]) -> bool:
    """Capitalised inside a sentence that is not: a title, a name, a nickname between first name and surname."""
    around = [
        token for token in annotated.tokens
        if token.sentence == words[0].sentence and token not in words and token.is_word and len(token.text) > 3
    ]
    capitals = sum(token.text[0].isupper() for token in around)
    if capitals > _HEADLINE_CASE * len(around) and len(around) > 2:
        return False
    return all(token.text[0].isupper() or token.text[0].isdigit() for token in words if len(token.text) > 3)
