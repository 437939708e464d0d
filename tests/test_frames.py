"""The policy frames of sentences and articles: words, sense, voice, and what the tables hold."""

from __future__ import annotations

import csv
import math
import tomllib
from dataclasses import replace

import numpy as np
import pytest
from handmade import article, field
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import embedding, frames
from analysis.errors import LexiconError
from analysis.frames import (
    OTHER,
    definitions,
    document_scores,
    documents,
    framed_sentences,
    scores,
    tables,
    title_of,
    with_scores,
)
from analysis.frames.differences import differences
from analysis.frames.tables import Weights
from analysis.frames.terms import terms_in
from analysis.measures import frames as measure
from analysis.model import Measurement, Span, Voice

NAMES = (
    "economic", "capacity_and_resources", "morality", "fairness_and_equality", "legality", "policy",
    "crime_and_punishment", "security_and_defense", "health_and_safety", "quality_of_life", "cultural_identity",
    "public_opinion", "political", "external_regulation_and_reputation", "other",
)


def weights_of(words: dict[tuple[str, ...], tuple[tuple[int, float], ...]], first: float = 0.0) -> Weights:
    """All biases are -1; the direction of the first frame is ``first`` along the first number of a vector."""
    directions = np.zeros((14, 384), np.float32)
    directions[0, 0] = first
    bias = np.full(14, -1, np.float32)
    return Weights(NAMES[:-1], words, directions, bias, bias, max(map(len, words), default=1))


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two words and a phrase: "price" 1.5 economic, "sin" 2 moral, "price of sin" 1 moral."""
    made = weights_of({("price",): ((0, 1.5),), ("sin",): ((2, 2.0),), ("price", "of", "sin"): ((2, 1.0),)}, 4.0)
    for module in (scores, documents, frames):
        monkeypatch.setattr(module, "weights", lambda: made)


def vectors_of(*first: float) -> bytes:
    """A vector for each sentence, 0 but for its first number."""
    table = np.zeros((len(first), 384), "<f2")
    table[:, 0] = first
    return table.tobytes()


def test_the_fifteen_frames_have_titles_and_meanings():
    assert tuple(each.name for each in definitions()) == NAMES
    assert all(each.title and each.meaning.endswith(".") for each in definitions())
    assert title_of("fairness_and_equality") == "Fairness and equality"


@pytest.mark.usefixtures("known")
def test_words_add_up_and_are_the_marks():
    found = framed_sentences(article("a", None, None, "The price was a sin. Rain fell."))
    assert [each.span for each in found] == [Span(0, 20), Span(21, 31)]
    assert [(use.frame, use.score, use.words) for use in found[0].uses] == [
        ("economic", round(1 / (1 + math.exp(-0.5)), 3), (Span(4, 9),)),
        ("morality", round(1 / (1 + math.exp(-1)), 3), (Span(16, 19),)),
    ]
    assert found[1].uses == ()


@pytest.mark.usefixtures("known")
def test_the_longest_term_wins_and_a_term_counts_once():
    found = framed_sentences(article("a", None, None, "The price of sin. A sin, a sin, a sin."))
    use = found[0].use_of("morality")
    assert use is not None
    assert use.score == 0.5
    assert use.words == (Span(4, 16),)
    assert found[0].use_of("economic") is None
    again = found[1].use_of("morality")
    assert again is not None
    assert again.score == round(1 / (1 + math.exp(-1)), 3)
    assert len(again.words) == 3


@pytest.mark.usefixtures("known")
def test_the_sense_of_a_sentence_decides_without_a_word():
    plain = article("a", None, None, "Rain fell. Snow fell.")
    sensed = replace(plain, text=replace(plain.text, vectors=vectors_of(0.5, 0.0)))
    first, second = framed_sentences(sensed)
    assert [(use.frame, use.words) for use in first.uses] == [("economic", ())]
    assert second.uses == ()
    cut = replace(plain, text=replace(plain.text, vectors=vectors_of(0.5)))
    assert not any(each.uses for each in framed_sentences(cut)), "vectors that do not fit are not read"


@pytest.mark.usefixtures("known")
def test_a_sentence_belongs_to_the_voice_of_most_of_its_words_and_so_do_its_marks():
    said, own = framed_sentences(article("a", None, None, "“It is a sin and a great shame,” he said. A “sin” it was."))
    assert (said.voice, own.voice) == (Voice.QUOTED, Voice.OWN)
    assert [len(use.words) for use in said.uses] == [1]
    assert own.uses[0].words == ()


@pytest.mark.usefixtures("known")
def test_an_article_is_scored_by_its_three_strongest_sentences_and_its_headline():
    said = document_scores(article("a", None, "A sin", "A sin. Rain. Rain. Rain."))
    assert said["morality"] == pytest.approx(1 / (1 + math.exp(-(1 + 1 - 1) / 3)), abs=1e-4)
    assert said["economic"] == pytest.approx(1 / (1 + math.e), abs=1e-4)
    assert said[OTHER] == pytest.approx(1 - said["morality"], abs=1e-4)
    assert tuple(said) == NAMES


@pytest.mark.usefixtures("known")
def test_at_most_eight_sentences_are_read_and_the_others_take_their_mean_sense(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []

    def embed(texts):
        asked.extend(texts)
        return np.frombuffer(vectors_of(*(0.5 if text == "A sin." else 0.25 for text in texts)), "<f2").reshape(-1, 384)

    monkeypatch.setattr(embedding, "available", lambda: True)
    monkeypatch.setattr(embedding, "embed", embed)
    made = article("a", None, None, "Rain fell. " * 11 + "A sin. The price.")
    [(same, said)] = with_scores([made])
    assert same is made
    # First the first sentence, then those with words by turns: of equal ones the earlier.
    assert len(asked) == 8
    assert {"A sin.", "The price."} < set(asked)
    # Sense: 1 for 7 of the read, 2 for the sin: mean 1.125. The price has words of 1.5; the next best take the mean.
    best = [1.5 + 1 - 1, 2 - 1, 1.125 - 1]
    assert said["economic"] == pytest.approx(1 / (1 + math.exp(-sum(best) / 3)), abs=1e-3)


@pytest.mark.usefixtures("known")
def test_stored_vectors_are_not_read_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(embedding, "available", lambda: True)
    monkeypatch.setattr(embedding, "embed", lambda texts: pytest.fail("read again"))
    plain = article("a", None, None, "Rain fell. Snow fell.")
    sensed = replace(plain, text=replace(plain.text, vectors=vectors_of(0.5, 0.0)))
    ((_, scores),) = with_scores([sensed])
    assert scores["economic"] == pytest.approx(0.5, abs=1e-4)


def test_no_word_is_no_frame():
    empty = article("a", None, None, "")
    assert document_scores(empty) == dict.fromkeys(NAMES, 0.0)
    assert framed_sentences(article("a", None, "…", "— !")) == ()


@pytest.mark.parametrize("entity", ["PERSON", "LOC"])
def test_a_name_is_no_term(entity: str):
    tokens = [each._replace(entity=entity) for each in field("Price spoke.").tokens]
    assert not list(terms_in(tokens, 0, len(tokens), {("price",)}, 1))


@pytest.mark.parametrize(
    "words, terms",
    [
        ("the Dogger/compound Bank/pobj", []),
        ("the Royal/compound Dogger/compound Bank/pobj", [("bank",)]),
        ("the Dogger/compound Bank/compound Authority/pobj", [("bank",)]),
        ("the National/amod Bank/pobj", [("bank",)]),
        ("the Bank/pobj", [("bank",)]),
    ],
)
def test_a_proper_noun_alone_makes_a_name_of_the_word_after_it(words: str, terms: list[tuple[str, ...]]):
    read = field(" ".join(word.partition("/")[0] for word in words.split())).tokens
    tokens = [
        token._replace(dep=dep, entity="ORG", pos="PROPN") if dep else token
        for token, (_, _, dep) in zip(read, (word.partition("/") for word in words.split()), strict=True)
    ]
    assert [found.term for found in terms_in(tokens, 0, len(tokens), {("bank",)}, 1)] == terms


@pytest.mark.parametrize(
    "text, frame",
    [
        ("The mill loses money and will cut 300 jobs.", "economic"),
        ("The judge ruled that the order is unconstitutional.", "legality"),
        ("He was convicted of robbery and sentenced to prison.", "crime_and_punishment"),
        ("Nurses treat patients for infections at the hospital.", "health_and_safety"),
        ("Thousands of protesters marched and demonstrators signed a petition.", "public_opinion"),
        ("It is a sin, immoral and shameful, the bishop preached.", "morality"),
        ("Senators from both parties seek votes in the midterm election campaign.", "political"),
        ("Soldiers and troops guard the border against terrorists.", "security_and_defense"),
    ],
)
def test_words_alone_tell_plain_sentences(text: str, frame: str):
    said = document_scores(article("a", None, None, text))
    assert said[frame] > 0.5
    assert frame == max((name for name in NAMES if name != OTHER), key=said.__getitem__)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .“”\n\u202ePrice\ud800", max_size=200), st.integers(0, 3))
def test_spans_lie_in_the_text_and_scores_between_0_and_1(text: str, title: int):
    made = article("a", None, "Costs"[: title * 2] or None, text)
    assert all(0 <= value <= 1 for value in document_scores(made).values())
    for each in framed_sentences(made):
        for use in each.uses:
            assert 0.5 <= use.score <= 1
            assert all(each.span.start <= start < end <= each.span.end for start, end in use.words)


def test_shares_of_sentences_by_voice_with_their_sentences():
    text = "The economy lost money. " + "Rain fell on the hill. " * 9 + "“The cost is too high,” she said."
    rows = [row for row in measure.measure([article("a", None, None, text)]) if row.measure == "frames.economic"]
    own = next(row for row in rows if row.voice is Voice.OWN)
    assert (own.basis, own.value, own.unit) == (10, 10.0, "% of sentences")
    assert [(mark.start, mark.end, mark.label) for mark in own.evidence] == [(0, 23, "economic")]
    assert next(row for row in rows if row.voice is Voice.REPORTED).value is None


def share(identifier: str, frame: str, hits: int, of: int) -> Measurement:
    marks = tuple(measure_evidence(identifier, place) for place in range(hits))
    return Measurement(f"frames.{frame}", identifier, Voice.OWN, 100 * hits / of if of >= 5 else None, "%", of, marks)


def measure_evidence(identifier: str, place: int):
    from analysis.model import Evidence

    return Evidence(identifier, "text", 10 * place, 10 * place + 9, "")


def test_the_widest_gap_comes_first():
    rows = [share("a", "economic", 18, 20), share("b", "economic", 1, 20), share("c", "economic", 2, 4),
            share("a", "policy", 4, 20), share("b", "policy", 5, 20), share("c", "policy", 0, 4)]
    first, second = differences(rows, Voice.OWN)
    assert (first.frame, first.most, first.least) == ("economic", rows[0], rows[1])
    # p = 19/40, z = 0.85 / sqrt(0.475 * 0.525 * 0.1)
    assert first.z == pytest.approx(0.85 / math.sqrt(0.475 * 0.525 * 0.1))
    assert (second.frame, second.used) == ("policy", 9)


def test_one_article_with_enough_text_makes_no_difference():
    only = differences([share("a", "economic", 5, 20), share("b", "economic", 2, 4)], Voice.OWN)
    assert [(each.most, each.z) for each in only] == [(None, 0.0)]
    assert differences([], Voice.OWN) == ()


def test_the_learned_tables_hold_known_frames_and_no_benchmark():
    table = tables.weights()
    assert table.names == NAMES[:-1]
    assert table.directions.shape == (14, 384)
    assert np.isfinite(table.directions).all()
    assert all(weight > 0 for pairs in table.words.values() for _, weight in pairs)
    about = tomllib.loads((tables.LEARNED / "frames.toml").read_text(encoding="utf-8"))
    assert about["trained_on"] == []


def test_the_written_tables_fit_together():
    with (tables.WRITTEN / "cues.csv").open(encoding="utf-8", newline="") as stream:
        cues = list(csv.DictReader(stream))
    assert {row["frame"] for row in cues} == set(NAMES[:-1])
    assert len({(row["term"], row["frame"]) for row in cues}) == len(cues)
    examples = {row["frame"] for row in tables.rows(tables.WRITTEN / "examples.csv")}
    assert examples == {*NAMES[:-1], "none"}


DIRECTIONS, WORDS, WRITTEN = "frames_directions.csv", "frames_words.csv", "definitions.csv"


def changed(row, place, cell):
    """A damage: a cell of a row (0: the head) becomes another one; cells are dropped or added from there for a list."""
    def damaged(lines):
        cells = lines[row]
        new = [*cells[:place], *cell] if isinstance(cell, list) else [*cells[:place], cell, *cells[place:][1:]]
        return [*lines[:row], new, *lines[row + 1 :]]

    return damaged


@pytest.mark.parametrize("name, damage", [
    (name, damage) for name in (DIRECTIONS, WORDS, WRITTEN) for damage in (
        lambda lines: [], lambda lines: lines[:1], changed(1, 1, []), changed(1, -1, ["x", "y", "z"]),
        changed(0, 0, "name"), changed(1, 0, ""),
    )
] + [
    (name, changed(1, 2, cell)) for name in (DIRECTIONS, WORDS) for cell in ("nan", "inf", "1e39", "much", "")
] + [
    (DIRECTIONS, lambda lines: [line[:-1] for line in lines]), (DIRECTIONS, lambda lines: lines[:-1]),
    (DIRECTIONS, lambda lines: [*lines, lines[1]]), (WORDS, changed(1, 1, "weather")), (WORDS, changed(1, 0, " ")),
    (WRITTEN, lambda lines: lines[:-1]),
])  # fmt: skip
def test_a_damaged_table_is_told_in_a_sentence(tmp_path, monkeypatch, name, damage):
    for file in (tables.LEARNED / DIRECTIONS, tables.LEARNED / WORDS, tables.WRITTEN / WRITTEN):
        with file.open(encoding="utf-8", newline="") as stream:
            lines = list(csv.reader(stream))
        with (tmp_path / file.name).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(damage(lines) if file.name == name else lines)
    monkeypatch.setattr(tables, "LEARNED", tmp_path)
    monkeypatch.setattr(tables, "WRITTEN", tmp_path)
    monkeypatch.setattr(tables, "definitions", tables.definitions.__wrapped__)
    with pytest.raises(LexiconError, match=name):
        tables.weights.__wrapped__()


def test_a_missing_table_is_told_in_a_sentence(tmp_path):
    with pytest.raises(LexiconError, match=r"frames_words.csv"):
        list(tables.rows(tmp_path / "frames_words.csv"))
