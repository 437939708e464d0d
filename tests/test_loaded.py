"""How loaded a sentence is: what adds to it, by how much, and which words are shown for it."""

from __future__ import annotations

import csv
import math
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled import article, field

from analysis.annotation import annotate
from analysis.compare import compare
from analysis.errors import TableError
from analysis.loaded import LOADED, loaded_sentences, score
from analysis.loaded.weights import TABLE, Weights, weights
from analysis.measures.loaded_sentences import measure
from analysis.measures.sentences import MIN_SENTENCES
from analysis.model import AnnotatedField, Article, Attribution, CueClass, LoadedSentence, Quotation, Span, Voice
from analysis.records import as_record
from analysis.report.story import story_dict

KNOWN = Weights(
    base=-1.0,
    kinds={"listed": 1.0, "listed in own voice": 0.5, "quoted voice": 0.25, "third": 0.75, "question": 0.5,
           "scare quotes": 0.6, "hostile cue": 0.7, "name": -2.0},
    words={"simply": 0.5, "quietly": -0.5, "barely": 0.01},
)
RECKLESS = "reckless|reckless|ADJ"


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score, "weights", lambda: KNOWN)


def logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def only(of: AnnotatedField) -> LoadedSentence:
    (found,) = loaded_sentences(of)
    return found


def words(of: AnnotatedField) -> dict[str, float]:
    return {of.text[each.start : each.end]: each.share for one in loaded_sentences(of) for each in one.words}


@pytest.mark.usefixtures("known")
class TestScore:
    def test_a_plain_sentence_has_the_base_and_no_words(self) -> None:
        assert only(field("The gate opened .")) == LoadedSentence(0, 17, logistic(-1), Voice.OWN, (Voice.OWN,), ())

    def test_a_listed_word_counts_once_more_in_own_voice(self) -> None:
        told = field(f"A {RECKLESS} plan .")
        assert only(told).score == pytest.approx(logistic(-1 + 1.5 * math.log(2)))
        assert words(told) == {"reckless": pytest.approx(1)}
        reported = field("A reckless|reckless|ADJ|reported plan .")
        assert only(reported).score == pytest.approx(logistic(-1 + math.log(2)))

    def test_a_second_word_of_a_kind_adds_less(self) -> None:
        told = field(f"A {RECKLESS} and {RECKLESS} plan .")
        assert only(told).score == pytest.approx(logistic(-1 + 1.5 * math.log(3)))
        assert [each.share for each in only(told).words] == pytest.approx([0.5, 0.5])

    def test_a_learned_word_counts_once_and_less_than_a_hint_is_not_named(self) -> None:
        told = field("It simply|simply|ADV simply|simply|ADV barely|barely|ADV fell .")
        assert only(told).score == pytest.approx(logistic(-1 + 0.5 + 0.01))
        assert words(told) == {"simply": pytest.approx(0.5 / 0.51)}

    @pytest.mark.parametrize("pos", ["PROPN", "NOUN"])
    def test_names_and_nouns_have_no_weight_of_their_own(self, pos: str) -> None:
        taken = -2 * math.log(2) if pos == "PROPN" else 0
        assert only(field(f"Then Simply|simply|{pos} fell .")).score == pytest.approx(logistic(-1 + taken))

    def test_a_word_that_speaks_against_lowers_the_score_and_is_not_named(self) -> None:
        told = field("It quietly|quietly|ADV fell .")
        assert only(told).score == pytest.approx(logistic(-1.5))
        assert words(told) == {}

    def test_what_no_word_chose_takes_its_share_and_is_not_named(self) -> None:
        told = field("he|he|PRON|quoted simply|simply|ADV|quoted fell||VERB|quoted .")
        form = 0.25 + 0.75 * math.log(2)
        assert only(told).score == pytest.approx(logistic(-1 + form + 0.5))
        assert words(told) == {"simply": pytest.approx(0.5 / (form + 0.5))}
        assert only(told).voices == (Voice.QUOTED,)

    def test_two_quoted_words_are_not_yet_a_quoted_voice(self) -> None:
        told = field("It is so||X|quoted wet||X|quoted .")
        assert only(told).score == pytest.approx(logistic(-1))
        assert (only(told).voice, only(told).voices) == (Voice.OWN, (Voice.OWN, Voice.QUOTED))

    def test_stretches_that_overlap_are_shown_as_one(self) -> None:
        told = field(f"The “ {RECKLESS} ” plan .", quotations=(Quotation(4, 16, False),))
        assert words(told) == {"“ reckless ”": pytest.approx(1)}
        assert only(told).score == pytest.approx(logistic(-1 + 2.1 * math.log(2)))

    def test_a_cue_that_takes_a_stand_counts(self) -> None:
        cue = Attribution(Span(0, 4), None, Span(5, 12), CueClass.HOSTILE, (Span(13, 20),), False)
        told = field("They ranted||VERB that . ".replace("ranted", "blurted"), attributions=(cue,))
        assert words(told) == {"blurted": pytest.approx(1)}

    def test_sentences_are_scored_apart(self) -> None:
        told = field(f"A {RECKLESS} plan . It fell . Why ?")
        assert [each.score for each in loaded_sentences(told)] == pytest.approx(
            [logistic(-1 + 1.5 * math.log(2)), logistic(-1), logistic(-1 + 0.5 * math.log(2))])

    def test_a_line_without_a_word_has_no_voice_and_the_score_0(self) -> None:
        assert only(field("— .")) == LoadedSentence(0, 3, 0.0, None, (), ())

    def test_an_empty_text_has_no_sentences(self) -> None:
        assert loaded_sentences(AnnotatedField("text", "", (), (), ())) == ()


TOKENS = st.lists(
    st.tuples(
        st.sampled_from(["reckless", "simply", "he", "she", "Why", "?", "!", "“", "”", ".", "terrible", "great", "said",
                         "n’t", "\ud800", "\u202e", "utterly", "so-called", "may"]),
        st.sampled_from(["ADJ", "ADV", "NOUN", "PROPN", "VERB", "PUNCT", "X"]), st.sampled_from([*Voice]),
    ),
    min_size=1, max_size=40,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(TOKENS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=4))
def test_words_lie_inside_their_sentence_in_order_and_share_at_most_all(
    spelled: list[tuple[str, str, Voice]], marked: list[tuple[int, int]]
) -> None:
    plain = " ".join(f"{word}||{pos}|{voice}" for word, pos, voice in spelled)
    length = len(field(plain).text)
    quotations = [Quotation(min(at, length - 1), min(at + size, length), False) for at, size in marked]
    cues = [Attribution(None, None, Span(each.start, each.end), CueClass.HOSTILE, (), False) for each in quotations]
    told = field(plain, quotations=quotations, attributions=cues)
    found = loaded_sentences(told)
    assert [(each.start, each.end) for each in found] == list(told.sentences)
    for each in found:
        assert 0 <= each.score <= 1
        edges = [each.start, *(edge for word in each.words for edge in (word.start, word.end)), each.end]
        assert edges == sorted(edges)
        assert all(word.start < word.end and 0 < word.share <= 1 for word in each.words)
        assert sum(word.share for word in each.words) <= 1 + 1e-9


LOADED_SAID = (
    "The reckless mayor has shamelessly betrayed the very people who trusted her.",
    "“This plan is an utter disgrace, and she is a liar,” Teviot said.",
    "His so-called reform is nothing but a brazen handout to cronies.",
)
PLAIN_SAID = (
    "The council will meet on Tuesday at 10 a.m. in the town hall.",
    "Teviot said that the bridge carried 4,000 cars a day in March.",
    "The ferry leaves Harl every two hours and takes 30 minutes.",
)


@pytest.mark.parametrize("loaded", LOADED_SAID)
@pytest.mark.parametrize("plain", PLAIN_SAID)
def test_the_shipped_weights_put_loaded_sentences_over_the_bound_and_plain_ones_below(loaded: str, plain: str) -> None:
    first, second = loaded_sentences(annotate(Article("a", f"{loaded} {plain}")).text)
    assert first.score >= LOADED > second.score
    assert first.words


def test_the_shipped_words_are_no_names_and_their_source_is_told() -> None:
    rows = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
    learned = [row["word"] for row in rows if row["kind"] == "word"]
    assert len(set(learned)) == len(learned) > 100
    assert all(word == word.lower() for word in learned)
    about = tomllib.loads(TABLE.with_suffix(".toml").read_text(encoding="utf-8"))
    assert about["trained_on"] == ["newsmtsc"]
    assert str(len(learned)) in about["sources"][0]
    assert about["limits"]


@pytest.mark.parametrize("written", [
    "kind,word\nbase,\n", "kind,word,weight\nbase,,much\n", "kind,word,weight\nbase\n", "kind,word,weight\nbase,,nan\n",
    "", "kind,word,weight\n", "kind,word,weight\nlisted,,1\n", "kind,word,weight\nbase,,-2,1\n",
    "kind,word,weight\nbase,,-2\nlisted,,1e300\n", "kind,word,weight\nbase,,-2\nword,,1\n",
    "kind,word,weight\nbase,,-2\nbase,,2\n", 'kind,word,weight\nbase,,-2\n"listed,,1\n',
])
def test_damaged_weights_are_named(tmp_path: Path, written: str) -> None:
    damaged = tmp_path / "loaded.csv"
    damaged.write_text(written, encoding="utf-8")
    with pytest.raises(TableError, match=r"loaded\.csv"):
        weights(damaged)


def test_weights_that_are_no_text_are_named(tmp_path: Path) -> None:
    damaged = tmp_path / "loaded.csv"
    damaged.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TableError, match=r"loaded\.csv"):
        weights(damaged)


def test_signs_are_no_words() -> None:
    for sign in (":)", "):", ":d", "``"):
        told = field(f"{sign}||ADV The gate {sign}||INTJ opened .")
        assert words(told) == {}
        assert only(told).score == pytest.approx(only(field("x||ADV The gate y||INTJ opened .")).score)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"loaded\.csv"):
        weights(tmp_path / "loaded.csv")


@pytest.mark.usefixtures("known")
class TestMeasure:
    def test_the_share_is_of_the_sentences_of_a_voice(self) -> None:
        loaded = f"A {RECKLESS} and {RECKLESS} plan . "
        told = article(field(loaded + "It fell . " * 4 + "So||X|quoted fell||X|quoted ."))
        own, reported, quoted = measure([told])
        assert (own.voice, own.value, own.basis, own.part) == (Voice.OWN, 20.0, 5, "article")
        assert [(each.start, each.end, each.label) for each in own.evidence] == [(0, 30, "loaded")]
        assert (reported.value, reported.basis, quoted.value, quoted.basis) == (None, 0, None, 1)

    def test_too_few_sentences_make_no_share_but_keep_their_passages(self) -> None:
        told = article(field(f"A {RECKLESS} and {RECKLESS} plan . " + "It fell . " * (MIN_SENTENCES - 2)))
        own = measure([told])[0]
        assert (own.value, own.basis, len(own.evidence)) == (None, MIN_SENTENCES - 1, 1)


def test_the_record_of_an_article_tells_the_words_behind_each_score() -> None:
    text = f"{LOADED_SAID[0]} {PLAIN_SAID[0]}"
    first, second = as_record("a", annotate(Article("a", text)), with_text=False)["sentences"]
    assert first["loaded"] >= LOADED > second["loaded"]
    assert "reckless" in {text[each["start"] : each["end"]] for each in first["words"]}
    assert all(0 < each["share"] <= 1 for each in first["words"])


def test_a_comparison_carries_every_sentence_with_score_voice_and_words() -> None:
    text = f"{LOADED_SAID[0]} {PLAIN_SAID[0]}"
    event = [annotate(Article(name, text, title="Council meets")) for name in ("a", "b")]
    carried = story_dict(compare(event))["loaded_sentences"]
    places = [("title", 0), ("text", 0), ("text", len(LOADED_SAID[0]) + 1)]
    assert [(each["article"], each["field"], each["start"]) for each in carried] == [
        (name, *place) for name in ("a", "b") for place in places
    ]
    assert [each["score"] >= LOADED for each in carried] == [False, True, False] * 2
    assert {each["voice"] for each in carried} == {"own"}
    assert [bool(each["words"]) for each in carried[:2]] == [False, True]
