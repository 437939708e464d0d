"""Frames: which sides of a matter the sentences turn to, its cost, its morality, its politics and so on.

Counts: the sentences of the text that use a frame. Fourteen of the fifteen policy frames are told apart; a sentence may
use several or none. It is counted in the voice that has most of its words; words that only say who speaks do
not count beside what is said.

Formula: 100 times the number of sentences that use the frame, divided by the number of sentences of that voice. The
shares do not add up to 100. The fifteenth frame, other, is what none of the fourteen was found in; it has no row.

Method: words and phrases that point to a frame, with weights, and the sense of the sentence: its vector against a
direction for each frame. Both are added up as log-odds; from even odds on the sentence uses the frame. The cue words
and about 300 example sentences are our own, written after the codebook; what a word weighs was counted on US political
news. Where the model for the meaning of sentences is not installed the words alone decide, and more is missed.

Source: Boydstun, Gross, Resnik and Smith (2013), Identifying media frames and frame dynamics within and across policy
issues; Card, Boydstun, Gross, Resnik and Smith (2015), The Media Frames Corpus.

Limits: a frame found this way is mostly the topic: a strike is economic, a trial is about crime. So compare outlets
inside one event only, where the topic is the same. Single sentences are often judged wrongly, and experts disagree on
them too; the shares tell more than any one sentence. Irony and a frame that is named to be rejected count like any
other. Quality of life and culture are found least surely.

How well it does, further down, is told of whole articles and headlines, put in order by their strongest sentences, and
not of these shares. Single sentences were measured once (22 November 2026, 786 headlines of GVFC, eight frames): of ten
frames told from 0.5 on nearly eight were those of readers; of ten that readers told, three were found. The shares are
rather too low than too high.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.frames import OTHER, definitions, framed_sentences, measure_of
from analysis.measures.sentences import by_voice, share_of_sentences
from analysis.model import AnnotatedArticle, Measurement, Voice


def measure(event: Sequence[AnnotatedArticle]) -> list[Measurement]:
    """Share of sentences in % that use each frame, called ``frames.NAME``, for each article and voice."""
    return [row for article in event for row in _rows(article)]


def _rows(article: AnnotatedArticle) -> Iterator[Measurement]:
    framed = [each for each in framed_sentences(article) if each.field == "text" and each.uses]
    sentences = by_voice(article)
    for frame in (each.name for each in definitions() if each.name != OTHER):
        labels = {each.span: frame for each in framed if each.use_of(frame)}
        for voice in Voice:
            yield share_of_sentences(measure_of(frame), article, voice, sentences[voice], labels)
