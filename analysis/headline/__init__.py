"""The headline against the text under it: what it states, names, counts and calls otherwise than the text does.

Looked for: what the headline states as a fact and the text only attributes; a doer that one of the two names and the
other leaves out; a figure, and a loaded word of the outlet's own, that the text does not carry; and whether the
headline is a question. Each is shown with the passage of the headline and the sentence of the text to read it against.

Method: a sentence tells what the headline tells where it holds most of the weight of its content words (stems, weighed
by their rarity in news) and its stored vector is near. Deeds and doers are those of Agency, loaded words those of our
list, figures are compared with rounding.

Limits: it is a pointer and no charge. A headline has ten words: it must leave out, and a source two lines below may be
enough. What is told in quite other words is missed; a figure may have been worked out from others; the text may use
another word as strong. Short texts (under 100 words) are not searched for what is missing from them.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.headline.attributed import attributed
from analysis.headline.doers import doers
from analysis.headline.figures import figures
from analysis.headline.pair import pair_of
from analysis.headline.questions import questions
from analysis.headline.strong_words import strong_words
from analysis.model import AnnotatedArticle, Deed, HeadlineCheck

__all__ = ["headline_checks"]


def headline_checks(article: AnnotatedArticle, deeds: Sequence[Deed] = ()) -> tuple[HeadlineCheck, ...]:
    """The differences between the headline of ``article`` and its text, in the order of the kinds.

    ``deeds`` are those of the article's event, as ``agency.deeds`` gives them; without them no doer is looked for.
    Empty where the article has no headline, no text, or nothing but its headline.
    """
    pair = pair_of(article)
    if pair is None:
        return ()
    own = [deed for deed in deeds if deed.article == article.id and deed.field == "title"]
    return (
        *attributed(pair, own), *doers(pair, deeds), *figures(pair), *strong_words(pair), *questions(pair)
    )  # fmt: skip
