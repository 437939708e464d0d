"""A sentence has one voice, whoever asks: that of most of its words, the outlet's own where two have as many."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled import article, field

from analysis.annotation import annotate
from analysis.frames import framed_sentences
from analysis.loaded import loaded_sentences
from analysis.measures.sentences import by_voice
from analysis.model import Article, Span, Voice
from analysis.sentence_voice import voices_of_sentences

SPOKEN = st.lists(st.lists(st.sampled_from([*Voice]), min_size=1, max_size=7), min_size=1, max_size=5)


def spelled(sentence: list[Voice]) -> str:
    return " ".join(f"rain||X|{voice}" for voice in sentence) + " ."


@pytest.mark.parametrize(
    "sentence, voice",
    [
        ("rain||X|quoted fell", Voice.OWN),
        ("rain||X|quoted fell||X|reported", Voice.REPORTED),
        ("rain||X|quoted fell||X|quoted here", Voice.QUOTED),
        ("rain fell", Voice.OWN),
    ],
)
def test_most_words_decide_and_own_words_among_equals(sentence: str, voice: Voice) -> None:
    told = article(field(f"{sentence} ."))
    assert [each.voice for each in loaded_sentences(told.text)] == [voice]
    assert [each.voice for each in framed_sentences(told)] == [voice]
    assert {each for each, sentences in by_voice(told).items() if sentences} == {voice}


@settings(deadline=None)
@given(SPOKEN)
def test_frames_loaded_sentences_and_shares_agree(story: list[list[Voice]]) -> None:
    told = article(field(" ".join(map(spelled, story))))
    shares = {sentence: voice for voice, sentences in by_voice(told).items() for sentence in sentences}
    assert {Span(each.start, each.end): each.voice for each in loaded_sentences(told.text)} == shares
    assert {each.span: each.voice for each in framed_sentences(told)} == shares


@pytest.mark.parametrize(
    "text, voices",
    [
        ("“It will happen,” the general, who once led the northern fleet and reserves, said on Monday.", ["quoted"]),
        ("The dam is safe, Mara Teviot told reporters at a long meeting in the town hall of Brennick on Monday.",
         ["reported"]),
        ("According to Mara Teviot, the tall director of the Harbour Line, the dam is safe.", ["reported"]),
        ("“It will,” she said, and the police closed the road to the old harbour.", ["own"]),
        ("“It will,” she said as soldiers stormed the square before the town hall.", ["own"]),
        ("Mara Teviot spoke to reporters. The road is closed.", ["own", "own"]),
        ("“We wait,” she said. Nobody came.", ["quoted", "own"]),
    ],
)  # fmt: skip
def test_words_that_only_say_who_speaks_do_not_count_beside_what_is_said(text: str, voices: list[str]) -> None:
    assert [*voices_of_sentences(annotate(Article("a1", text)).text)] == voices
    shares = by_voice(annotate(Article("a1", text)))
    assert Counter(voices) == {str(voice): len(found) for voice, found in shares.items() if found}


def test_a_sentence_without_a_word_has_no_voice() -> None:
    assert voices_of_sentences(field("... . rain fell .")) == (None, Voice.OWN)
    assert voices_of_sentences(field("")) == ()
