"""How loaded a sentence is beside the other outlets: words that they have too, and words that they do without."""

from __future__ import annotations

import csv
import math
import random
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled import article, field

from analysis.annotation import annotate
from analysis.compare import compare
from analysis.errors import TableError
from analysis.layers import marks_of
from analysis.loaded import company, loaded_in_company, loaded_sentences, score
from analysis.loaded.company_weights import TABLE, CompanyWeights, Lack, company_weights
from analysis.loaded.weights import Weights
from analysis.model import (
    AnnotatedArticle,
    AnnotatedField,
    Article,
    Cell,
    Evidence,
    LoadedSentence,
    OthersSay,
    Statement,
    Voice,
)
from analysis.report.story import story_dict
from benchmarks.accuracy.in_company import answers
from scripts.train_loaded.company import Example, fitted, usual_of

WORDS = Weights(base=-1.0, kinds={"question": 0.5}, words={"simply": 0.8, "quietly": -0.5, "bluntly": 0.6})
TABLE_OF_TWO = CompanyWeights(article=Lack(0.5, 0.4), sentence=Lack(0.3, 0.2))
FILLED = " ".join(f"{first}{second}oba" for first in "bcdfghjk" for second in "aeiou")
"""Forty words of no meaning."""


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score, "weights", lambda: WORDS)
    monkeypatch.setattr(company, "company_weights", lambda: TABLE_OF_TWO)
    monkeypatch.setattr(company, "FEWEST", 2)


def logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def event(*texts: str, outlets: Sequence[str | None] = ()) -> list[AnnotatedArticle]:
    names = outlets or [None] * len(texts)
    made = [article(field(text), identifier=f"a{n}") for n, text in enumerate(texts)]
    return [replace(each, article=replace(each.article, outlet=name)) for each, name in zip(made, names, strict=True)]


def statement(articles: Sequence[AnnotatedArticle], *places: tuple[int, int]) -> Statement:
    """One that the (article, sentence) carry."""
    spans = [(articles[at].id, articles[at].text.sentences[number]) for at, number in places]
    cells = tuple(Cell(name, "text", span.start, span.end, Voice.OWN, 1) for name, span in spans)
    return Statement(1, Evidence(cells[0].article, "text", cells[0].start, cells[0].end, "gist"), cells)


def first(articles: Sequence[AnnotatedArticle], *told: Statement) -> LoadedSentence:
    return loaded_in_company(articles, told)["a0", "text"][0]


SIMPLY = "It simply|simply|ADV fell down ."


@pytest.mark.usefixtures("known")
class TestScore:
    def test_a_word_that_no_other_article_has_counts_more(self) -> None:
        found = first(event(SIMPLY, "The bridge fell .", "The bridge broke ."))
        assert found.score == pytest.approx(logistic(-1 + 0.8 * (1 + 0.5 * (1 - 0.4))))
        assert [each.others for each in found.words] == [OthersSay.ALONE]

    def test_a_word_that_all_others_have_counts_less(self) -> None:
        found = first(event(SIMPLY, "Simply the bridge fell .", "The bridge simply broke ."))
        assert found.score == pytest.approx(logistic(-1 + 0.8 * (1 - 0.5 * 0.4)))
        assert [each.others for each in found.words] == [OthersSay.TOO]

    def test_a_word_that_some_others_have_counts_by_their_share(self) -> None:
        found = first(event(SIMPLY, "Simply the bridge fell .", "The bridge broke .", "The bridge gave way ."))
        assert found.score == pytest.approx(logistic(-1 + 0.8 * (1 + 0.5 * (2 / 3 - 0.4))))
        assert [each.others for each in found.words] == [None]

    def test_where_the_same_is_told_those_sentences_decide(self) -> None:
        articles = event(SIMPLY, "The bridge fell down . It was simply old .", "It broke down . It was simply old .")
        found = first(articles, statement(articles, (0, 0), (1, 0)))
        assert found.score == pytest.approx(logistic(-1 + 0.8 * (1 + 0.3 * (1 - 0.2))))
        assert [each.others for each in found.words] == [OthersSay.WITHOUT]

    @pytest.mark.parametrize("clauses, others, without", [
        ("it simply fell", OthersSay.WITHOUT, ("a1", "a2")),
        ("it fell", None, ()),
    ])
    def test_others_do_without_a_word_only_where_its_clause_is_what_they_tell(
        self, clauses: str, others: OthersSay | None, without: tuple[str, ...]
    ) -> None:
        articles = event(SIMPLY, "The bridge fell down .", "It broke down .")
        told = statement(articles, (0, 0), (1, 0), (2, 0))
        told = replace(told, cells=(replace(told.cells[0], clauses=clauses), *told.cells[1:]))
        (word,) = first(articles, told).words
        assert (word.others, word.without) == (others, without)

    def test_one_of_two_who_tell_the_same_has_the_word(self) -> None:
        articles = event(SIMPLY, "Simply the bridge fell .", "The bridge broke down .")
        found = first(articles, statement(articles, (0, 0), (1, 0), (2, 0)))
        assert found.score == pytest.approx(logistic(-1 + 0.8 * (1 + 0.3 * (0.5 - 0.2))))

    def test_a_second_sentence_that_tells_the_same_counts_for_its_article(self) -> None:
        articles = event(SIMPLY, "The bridge fell . Simply bad planks .")
        found = first(articles, statement(articles, (0, 0), (1, 0), (1, 1)))
        assert found.score == pytest.approx(logistic(-1 + 0.8 * (1 - 0.3 * 0.2)))

    def test_what_speaks_against_and_what_is_no_content_word_stay_as_they_are(self) -> None:
        found = first(event("It quietly|quietly|ADV fell ?", "The bridge fell ."))
        assert found.score == pytest.approx(logistic(-1 - 0.5 + 0.5 * math.log(2)))
        assert [each.others for each in found.words] == [None]

    def test_words_are_compared_by_stem_whoever_says_them_and_in_the_headline(self) -> None:
        other = article(field("The bridge fell ."), title=field("Bluntness||NOUN|quoted over bridge", "title"),
                        identifier="b")
        found = first([*event("It bluntly|bluntly|ADV fell ."), other])
        alone = first(event("It bluntly|bluntly|ADV fell .", "The bridge fell ."))
        assert found.score < alone.score


@pytest.mark.usefixtures("known")
class TestCompany:
    def test_without_others_the_score_is_that_of_the_article_alone(self) -> None:
        for articles in (event(SIMPLY), event(SIMPLY, "The bridge fell .", outlets=("Post", "Post"))):
            assert first(articles) == loaded_sentences(articles[0].text)[0]

    def test_articles_of_the_same_outlet_are_no_company(self) -> None:
        shared = event(SIMPLY, "Simply the bridge fell .", "The bridge broke .", outlets=("Post", "Post", "Wire"))
        assert first(shared).score == pytest.approx(logistic(-1 + 0.8 * (1 + 0.5 * (1 - 0.4))))

    def test_an_article_of_a_few_words_does_not_say_what_others_lack(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(company, "FEWEST", 40)
        short = event(SIMPLY, "The bridge fell .")
        assert first(short) == loaded_sentences(short[0].text)[0]
        long = first(event(SIMPLY, f"The bridge fell . {FILLED} ."))
        assert [each.others for each in long.words] == [OthersSay.ALONE]

    def test_empty_articles_are_borne(self) -> None:
        empty = AnnotatedField("text", "", (), (), ())
        found = loaded_in_company([article(empty, identifier="a"), article(empty, identifier="b")], ())
        assert found == {("a", "text"): (), ("b", "text"): ()}
        assert loaded_in_company([], ()) == {}


SPELLED = st.lists(
    st.tuples(
        st.sampled_from(["simply", "bluntly", "quietly", "bridge", "?", "“", "”", ".", "\ud800", "\u202e", "—"]),
        st.sampled_from(["ADJ", "ADV", "NOUN", "PUNCT"]), st.sampled_from([*Voice]),
    ),
    min_size=1, max_size=25,
)  # fmt: skip


@settings(deadline=None, max_examples=100)
@given(st.lists(SPELLED, min_size=2, max_size=4), st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), max_size=5))
def test_words_lie_inside_their_sentence_and_share_at_most_all(
    texts: list[list[tuple[str, str, Voice]]], picked: list[tuple[int, int]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(company, "FEWEST", 1)
        patch.setattr(company, "company_weights", lambda: CompanyWeights(Lack(3.0, 0.5), Lack(-4.0, 0.5)))
        articles = event(*(" ".join(f"{word}||{pos}|{voice}" for word, pos, voice in text) for text in texts))
        places = [(at % len(articles), n % len(articles[at % len(articles)].text.sentences)) for at, n in picked]
        found = loaded_in_company(articles, [statement(articles, *places)] if places else ())
    for each in articles:
        scored = found[each.id, "text"]
        assert [(one.start, one.end) for one in scored] == list(each.text.sentences)
        for one in scored:
            assert 0 <= one.score <= 1
            edges = [one.start, *(edge for word in one.words for edge in (word.start, word.end)), one.end]
            assert edges == sorted(edges)
            assert all(word.start < word.end and 0 < word.share <= 1 for word in one.words)


JUDGED = "The council met on Monday. The reckless mayor shamelessly slammed the harbour plan in a brazen speech. "
PLAIN = "The council met on Monday. The mayor criticised the harbour plan in a speech. "
MORE = (
    "The plan would move the ferry terminal to the northern pier by next spring and cost 40 million crowns. "
    "Fishing crews use the old pier, and shopkeepers on Quay Street fear that fewer travellers will pass their doors. "
    "Engineers measured the depth of the basin in March, and a report about dredging is due before the summer break. "
    "The harbour master expects two years of work, during which boats would land at a floating jetty. "
    "Residents can send letters to the town hall until the end of June, when a committee will weigh them. "
)


class TestShipped:
    def test_the_comparison_shows_one_score_everywhere_and_names_what_others_write(self) -> None:
        texts = {"a": ("Post", JUDGED + MORE), "b": ("Wire", PLAIN + MORE)}
        made = compare([annotate(Article(name, text, outlet=outlet)) for name, (outlet, text) in texts.items()])
        one = next(each for each in made.loaded["a", "text"] if "mayor" in JUDGED[each.start : each.end])
        told = next(each for each in story_dict(made)["loaded_sentences"] if each["start"] == one.start)
        assert told["score"] == round(one.score, 4)
        assert [each["others"] for each in told["words"]] == [OthersSay.WITHOUT] * 4
        (mark,) = (each for each in marks_of(made, "a", "text") if each.layer == "lsent")
        assert mark.title.startswith(f"Loaded sentence ({one.score:.2f} of 1)")
        assert "reckless (one other outlet tells it without)" in mark.title
        assert "slammed (others write: criticised)" in mark.title
        (evidence,) = (mark for row in made.measurements for mark in row.evidence
                       if row.measure == "loaded_sentences" and row.article == "a")  # fmt: skip
        assert (evidence.start, evidence.end) == (one.start, one.end)

    def test_the_public_set_is_scored_as_a_comparison_scores_it(self) -> None:
        texts = {"a": JUDGED + MORE, "b": PLAIN + MORE}
        rows = [{"id": name, "input": {"text": text, "title": None}, "gold": {"event": "one"}}
                for name, text in texts.items()]  # fmt: skip
        made = compare([annotate(Article(name, text)) for name, text in texts.items()])
        for answer in answers(rows):
            scored = made.loaded[answer["id"], "text"]
            assert [(each["start"], each["end"]) for each in answer["sentences"]] == [each[:2] for each in scored]
            assert [each["loaded"] for each in answer["sentences"]] == [round(each.score, 4) for each in scored]

    def test_the_shipped_weights_raise_words_of_ones_own_a_little_and_tell_their_source(self) -> None:
        table = company_weights()
        for lack in table:
            assert 0 < lack.weight < 1
            assert 0.4 < lack.usual < 0.9
        about = tomllib.loads(TABLE.with_suffix(".toml").read_text(encoding="utf-8"))
        assert about["limits"]
        assert about["trained_on"] == []
        assert len(list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))) == 2


class TestFit:
    def test_what_is_usual_is_the_mean_share_by_what_words_add(self) -> None:
        alone = [Example(0.0, 2.0, 2.0, False, True, "Post"), Example(0.0, 2.0, 1.0, False, False, "Wire")]
        told = [Example(0.0, 1.0, 0.25, True, True, "Post")]
        assert usual_of(alone + told) == (0.75, 0.25)

    def test_a_planted_weight_is_found_again(self) -> None:
        draw = random.Random(0)
        examples = []
        for _ in range(8_000):
            odds, adds, lack, told = draw.gauss(0, 1.5), draw.uniform(0, 4), draw.random(), draw.random() < 0.3
            chance = logistic(odds + 0.5 * adds * (lack - (0.4 if told else 0.6)))
            outspoken = draw.random() < chance
            examples.append(Example(odds, adds, adds * lack, told, outspoken, "Post" if outspoken else "Wire"))
        assert fitted(examples, (0.6, 0.4)) == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("written", [
    "", "feature,weight\n", "feature,weight,usual\nlacking in the articles of others,0.3,0.6\n",
    "feature,weight,usual\nlacking in the articles of others,0.3,much\nlacking where others tell the same,0.1,0.6\n",
    "feature,weight,usual\nlacking in the articles of others,9,0.6\nlacking where others tell the same,0.1,0.6\n",
    "feature,weight,usual\nlacking in the articles of others,0.3,0.6\nlacking where others tell the same,0.1,0.",
    "feature,weight,usual\n" + 2 * "lacking in the articles of others,0.3,0.6\n"
    "lacking where others tell the same,0.1,0.6\n",
])
def test_damaged_weights_are_named(tmp_path: Path, written: str) -> None:
    damaged = tmp_path / "loaded_company.csv"
    damaged.write_text(written, encoding="utf-8")
    with pytest.raises(TableError, match=r"loaded_company\.csv"):
        company_weights(damaged)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"loaded_company\.csv"):
        company_weights(tmp_path / "loaded_company.csv")
