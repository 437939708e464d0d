"""What several outlets have word for word is one statement, however little its words tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_statements import event, needs_model, shared

from analysis.model import AnnotatedArticle, AnnotatedField, Article, Span
from analysis.statements import statements
from analysis.statements.repeated import repeated

SAYING = "You do not win by talking about winning."
OTHERS = ("The ferry to Ansel sank near the pier.", "A baker in Pell has raised the price of rye bread.")


def bare(number, sentences):
    """An article with these sentences and no parse."""
    text = " ".join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    article = Article(f"a{number}", text, None, f"O{number}")
    field = AnnotatedField("text", text, (Span(0, len(text)),), tuple(spans), ())
    return AnnotatedArticle(article, None, field)


def bare_event(*articles):
    return [bare(number, sentences) for number, sentences in enumerate(articles)]


def test_what_another_article_has_word_for_word_is_found_in_both():
    articles = bare_event([OTHERS[0], SAYING], ["She said: “you do not win by talking about winning”, and left."])
    text = "ou do not win by talking about winning"
    assert repeated(articles, [(0, 1)]) == {(0, 1): f"Y{text}", (1, 0): f"y{text}"}


def test_half_of_a_sentence_or_four_words_are_not_enough():
    half = bare_event([SAYING], ["He would win by talking about it."])
    assert repeated(half, [(0, 0)]) == {}
    short = bare_event(["They came at night."], ["They came at night."])
    assert repeated(short, [(0, 0)]) == {}


def test_an_article_that_repeats_itself_agrees_with_nobody():
    assert repeated(bare_event([SAYING, SAYING], [OTHERS[0]]), [(0, 0), (0, 1)]) == {}


def test_of_several_stretches_the_longest_is_taken():
    articles = bare_event([SAYING], ["You do not win by trying."], [SAYING])
    assert repeated(articles, [(0, 0), (1, 0)])[0, 0] == SAYING.removesuffix(".")


@given(st.lists(st.lists(st.text("ab ’\u200f“", min_size=1, max_size=40), max_size=4), max_size=3))
def test_stretches_stand_in_their_sentences(articles):
    parts = bare_event(*articles)
    light = [(at, number) for at, each in enumerate(articles) for number in range(len(each))]
    for (at, number), stretch in repeated(parts, light).items():
        assert stretch in " ".join(articles[at][number].split())


def test_of_many_same_lines_twenty_are_held_against_each_other():
    lines = ["ha " * 300] * 500
    found = repeated(bare_event(lines, lines), [(0, number) for number in range(500)])
    assert sorted(found) == [*((0, number) for number in range(20)), *((1, number) for number in range(500))]


@needs_model
@pytest.mark.parametrize("second", [f"“{SAYING}”", f"“{SAYING[:-1]},” said Ada Holm, who leads the rowers of Pell."])
def test_a_saying_of_common_words_is_one_statement(second):
    articles = event(f"“{SAYING}” {OTHERS[0]}", f"{second} {OTHERS[1]}")
    (both,) = shared(statements(articles))
    assert {each.start for each in both.cells} == {0}


@needs_model
def test_another_saying_of_common_words_is_not():
    articles = event(f"“{SAYING}” {OTHERS[0]}", f"“You do not lose by asking.” {OTHERS[1]}")
    assert shared(statements(articles)) == []
