"""Loaded sentences: sentences whose wording judges, takes a side, or passes on a judgement of somebody.

Counts: the sentences of the text with a score of 0.5 or more. The score, 0 to 1, adds up what speaks for and against:
words of our list of loaded words, more where the outlet itself says them; negative and positive words; reporting words
that take a stand; questions, hedges, adverbs, adjectives; a quotation; and some 450 plain words that outspoken desks
write more, or less, often than agencies on the same topics and days. Behind each sentence stand the words that speak
for its score, each with its share; what is left is a quotation or the grammar.

In a comparison the score looks at how the other outlets say the same. A word behind it counts less the more of them
have it too, because it is then the plain name of the thing, and more the more of them do without it: in the sentences
that tell the same, or, where none does, in their whole articles. A word that all others lack counts about a tenth more,
one that all have up to a sixth less. Beside the word stands which it is, and what others write in its place where that
is known for sure. On average nothing changes, so that the yardsticks, which were counted on single articles, stay
valid. An article by itself (also on Outlets) is scored without.

Formula: 100 times the number of those sentences, divided by the number of sentences of that voice. A sentence counts
for the voice that has most of its words; words that only say who speaks do not count beside what is said. Under five
sentences of a voice no share is given.

Method: logistic regression, weights in data/weights/loaded.csv, fitted on US news of 2010 to 2020 by desk, and on
sentences that readers labelled for judging somebody; words of our list and quotations were given some more by hand. The
bound is set so that three in twenty sentences of sober news desks reach it. What company counts is learned too
(data/weights/loaded_company.csv), from outspoken and sober desks, each beside sober ones on the same event.
Judging words of people and groups (adjectives, predicates, labels) count as they do anywhere: as a kind of their own
they made the score no better on sets that experts marked.

Source: Recasens, Danescu-Niculescu-Mizil and Jurafsky (2013), Linguistic models for analyzing and detecting biased
language; Fan et al. (2019), In plain sight: media bias through the lens of factual reporting; Hutto and Gilbert (2014),
VADER; Hamborg and Donnay (2021), NewsMTSC.

Limits: a score is a pointer and no verdict. Readers agree on such sentences only about four times in five. A quoted
attack counts in the voice of who made it, and an outlet may have good reason to quote it. Facts that are left out, or
that stand there to hurt, and irony, are not found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.loaded import LOADED, loaded_sentences
from analysis.measures.sentences import by_voice, share_of_sentences
from analysis.model import AnnotatedArticle, FieldName, LoadedSentence, Measurement, Span, Voice

Scores = Mapping[tuple[str, FieldName], Sequence[LoadedSentence]]
"""Article and field -> its sentences as scored."""


def measure(event: Sequence[AnnotatedArticle], scores: Scores | None = None) -> list[Measurement]:
    """Share of loaded sentences in %, for each article and voice; ``scores`` are those in company, if there is any."""
    texts = {each.id: loaded_sentences(each.text) if scores is None else scores[each.id, "text"] for each in event}
    return [row for article in event for row in _rows(article, texts[article.id])]


def _rows(article: AnnotatedArticle, scored: Sequence[LoadedSentence]) -> Iterator[Measurement]:
    sentences = by_voice(article)
    loaded = {Span(each.start, each.end): "loaded" for each in scored if each.score >= LOADED}
    for voice in Voice:
        yield share_of_sentences("loaded_sentences", article, voice, sentences[voice], loaded)
