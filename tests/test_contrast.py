"""Word contrast: the formula against an independent implementation, and what is listed with which passages."""

import math
import re
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import background
from analysis.contrast import PRIOR, TOP_BY_TFIDF, TOP_BY_Z, contrast, log_odds, sensitivity
from analysis.model import AnnotatedArticle, AnnotatedField, Article, Span, Token, Voice
from analysis.ngrams import is_listable, ngrams, occurrences, plain_runs, runs
from analysis.ngrams import terms as ngram_terms

OWN, REPORTED, QUOTED = Voice.OWN, Voice.REPORTED, Voice.QUOTED


def tokens_of(*stretches):
    """Tokens of (voice, text) stretches set side by side; a full stop ends a sentence."""
    tokens, offset, sentence = [], 0, 0
    for voice, text in stretches:
        for match in re.finditer(r"n't|(?:(?!n't)\w)+|['’]s\b|[^\w\s]", text):
            word = match[0]
            start = offset + match.start()
            tokens.append(Token(start, start + len(word), word, word.lower(), "X", "X", "dep", 0, "", voice, sentence))
            sentence += word == "."
        offset += len(text)
    return tuple(tokens)


def article(identifier, outlet, *stretches):
    stretches = [each if isinstance(each, tuple) else (OWN, each) for each in stretches]
    text = "".join(part for _, part in stretches)
    field = AnnotatedField("text", text, tokens_of(*stretches), (Span(0, len(text)),), (Span(0, len(text)),))
    return AnnotatedArticle(Article(identifier, text, outlet=outlet), "handmade", field)


def terms(found, **wanted):
    return {each.term for each in found if all(getattr(each, name) == value for name, value in wanted.items())}


# --- n-grams ---------------------------------------------------------------------------------------------------------


def listed_ngrams(n, *stretches):
    return [term for _, words in runs(tokens_of(*stretches)) for term, _ in ngrams(words, n)]


def test_phrases_end_at_marks_sentences_and_voices():
    assert listed_ngrams(2, (OWN, "Old harbour, new ferry. It sank")) == ["old harbour", "new ferry", "it sank"]
    assert listed_ngrams(2, (OWN, "she said "), (REPORTED, "it sank "), (QUOTED, "at once")) == [
        "she said", "it sank", "at once"]


def test_hyphens_and_clitics_tie_words():
    assert listed_ngrams(2, (OWN, "grief-stricken talk")) == ["grief-stricken", "stricken talk"]
    assert listed_ngrams(2, (OWN, "The mayor’s plan didn't work")) == [
        "the mayor", "mayor's plan", "plan did", "didn't work"]
    assert listed_ngrams(2, (OWN, "pre- and post-war")) == ["and post", "post-war"]
    assert listed_ngrams(2, (OWN, "tax - and spend")) == ["and spend"]
    assert listed_ngrams(3, (OWN, "a state-run ferry")) == ["a state-run", "state-run ferry"]


def test_spans_cut_the_phrase_out_of_the_text():
    text = "The Mayor’s well-known plan"
    for n in (1, 2, 3):
        found = occurrences(runs(tokens_of((OWN, text))), {OWN}, n)
        assert all(text[start:end].lower().replace("’", "'") == term for term, [(start, end)] in found.items())


@pytest.mark.parametrize(
    "term,expected",
    [("autocrat", True), ("so-called", True), ("war of words", True), ("the autocrat", False), ("of", False),
     ("didn't sink", False), ("mayor of", False), ("2024", False), ("r", False), ("12 ferries", False),
     ("x" * 41, False)],
)
def test_listable(term, expected):
    assert is_listable(term) is expected


# --- the formula -----------------------------------------------------------------------------------------------------


def monroe(counts1, counts2, prior):
    """Monroe, Colaresi & Quinn (2008) by another way: odds of Dirichlet posterior means, for all terms at once."""
    first, second = np.asarray(counts1, float) + prior, np.asarray(counts2, float) + prior
    share1, share2 = first / first.sum(), second / second.sum()
    delta = np.log(share1) - np.log1p(-share1) - np.log(share2) + np.log1p(-share2)
    variance = np.reciprocal(first) + np.reciprocal(second)
    return delta, variance, delta / np.sqrt(variance)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.floats(0.001, 50)), min_size=2, max_size=30),
    st.sampled_from([100.0, 1000.0, 10_000.0]),
)
def test_log_odds_agree_with_an_independent_implementation(rows, a0):
    counts1, counts2, weights = (np.array(column, float) for column in zip(*rows, strict=True))
    prior = a0 * weights / weights.sum()
    expected = monroe(counts1, counts2, prior)
    n1, n2 = int(counts1.sum()), int(counts2.sum())
    for row, (y1, y2, _) in enumerate(rows):
        wanted = tuple(each[row] for each in expected)
        assert log_odds(y1, n1, y2, n2, prior[row], a0) == pytest.approx(wanted, abs=1e-9)


def test_log_odds_by_hand():
    # (3+1)/(10+10-3-1) = 1/4 against (1+1)/(20+10-1-1) = 1/14: ln 3.5; 1/4 + 1/2 = 0.75
    found = log_odds(3, 10, 1, 20, 1.0, 10.0)
    assert found.d == pytest.approx(math.log(3.5))
    assert found.variance == pytest.approx(0.75)
    assert found.z == pytest.approx(math.log(3.5) / math.sqrt(0.75))


counts = st.tuples(st.integers(0, 50), st.integers(0, 500)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@settings(deadline=None, max_examples=100)
@given(counts, counts, st.floats(0.001, 99))
def test_swapping_the_sides_turns_the_sign(first, second, a):
    there, back = log_odds(*first, *second, a, 100.0), log_odds(*second, *first, a, 100.0)
    assert there.z == pytest.approx(-back.z)
    assert there.variance == pytest.approx(back.variance)
    assert there.variance > 0


@settings(deadline=None, max_examples=50)
@given(counts, st.floats(0.001, 99))
def test_equal_sides_do_not_differ(side, a):
    assert log_odds(*side, *side, a, 100.0).z == 0


# --- what is listed --------------------------------------------------------------------------------------------------

FIRST = "The autocrat raged. The autocrat stormed out of Tarn. Tarn mourned its ferry. "
SECOND = "The president left Tarn. The president spoke of the ferry. Tarn waited. "


def test_z_and_tfidf_of_a_story_by_hand():
    one, two = article("1", "Post", FIRST), article("2", "Herald", SECOND)
    [found] = [each for each in contrast([one, two]) if each.term == "autocrat" and each.article == "1"]
    known = background.load(1)
    n1, n2 = len(re.findall(r"\w+", FIRST)), len(re.findall(r"\w+", SECOND))
    a = PRIOR * known.probability("autocrat")
    assert (found.count, found.count_rest, found.n, found.tested) == (2, 0, 1, False)
    assert found.z == pytest.approx(log_odds(2, n1, 0, n2, a).z)
    documents = known.document_count("autocrat") + 1
    assert found.tfidf == pytest.approx(1000 * 2 / n1 * (math.log((1 + known.documents + 2) / (1 + documents)) + 1))


def test_evidence_is_every_occurrence_in_the_outlet():
    one, two = article("1", "Post", FIRST), article("2", "Herald", SECOND)
    for each in contrast([one, two]):
        source = {"1": one, "2": two}[each.article].article
        assert len(each.evidence) == each.count
        for mark in each.evidence:
            assert (mark.article, mark.field, mark.label) == (each.article, "text", each.term)
            assert source.passage("text", mark.start, mark.end).lower() == each.term


def test_shared_words_and_function_words_are_not_listed():
    found = contrast([article("1", "Post", FIRST), article("2", "Herald", SECOND)])
    assert "autocrat" in terms(found, article="1")
    assert "president" in terms(found, article="2")
    assert not {"the", "of", "the autocrat", "its"} & terms(found)
    assert all(each.z > 0 for each in found)


def test_several_articles_of_an_outlet_are_one_side():
    found = contrast([article("1", "Post", FIRST), article("2", "Herald", SECOND), article("3", "Post", FIRST)])
    [autocrat] = [each for each in found if each.term == "autocrat"]
    assert (autocrat.article, autocrat.count) == ("1", 4)
    assert Counter(mark.article for mark in autocrat.evidence) == {"1": 2, "3": 2}


def test_articles_without_outlet_are_sides_of_their_own():
    found = contrast([article("1", None, FIRST), article("2", None, SECOND), article("3", "", SECOND)])
    assert {each.article for each in found} == {"1", "2", "3"}


@pytest.mark.parametrize(
    "articles",
    [[], [article("1", "Post", FIRST)], [article("1", "Post", FIRST), article("2", "Post", SECOND)],
     [article("1", "Post", FIRST), article("2", "Herald", "")], [article("1", "Post", ""), article("2", None, "… !")]],
    ids=["none", "one", "one outlet", "one empty", "all empty"],
)
def test_nothing_to_contrast(articles):
    assert contrast(articles) == []


def test_an_empty_article_does_not_stand_in_the_way_of_the_others():
    found = contrast([article("1", "Post", FIRST), article("2", "Herald", SECOND), article("3", "Echo", "")])
    assert "autocrat" in terms(found, article="1")
    assert not terms(found, article="3")


def test_voices_are_contrasted_apart():
    one = article("1", "Post", "The ferry sank and ", (REPORTED, "panic spread, panic spread "),
                  (QUOTED, "total chaos"))
    two = article("2", "Herald", "The ferry sank and ", (REPORTED, "calm returned "), (QUOTED, "total order"))
    found = contrast([one, two])
    assert "chaos" in terms(found, voice="quoted", article="1")
    assert "chaos" not in terms(found, voice="own+reported")
    assert {"panic spread"} <= terms(found, voice="own+reported", article="1")
    assert not terms(found, voice="quoted") & {"panic", "panic spread"}


def test_phrases_never_mix_own_and_reported_words():
    stretches = ["warned ", (REPORTED, "disaster loomed. ")] * 3
    found = contrast([article("1", "Post", *stretches), article("2", "Herald", SECOND)])
    assert "disaster loomed" in terms(found)
    assert not any(term.startswith("warned ") for term in terms(found))


def test_a_term_nested_in_a_longer_one_is_shown_once():
    text = "A heated exchange followed. Another heated exchange followed. "
    found = terms(contrast([article("1", "Post", text), article("2", "Herald", SECOND)]), article="1")
    assert "heated exchange followed" in found
    assert not {"heated", "exchange", "heated exchange", "exchange followed", "followed"} & found


def test_a_term_that_also_stands_alone_is_kept():
    text = "A heated exchange. Another heated exchange. Then one more exchange. "
    found = terms(contrast([article("1", "Post", text), article("2", "Herald", SECOND)]), article="1")
    assert {"heated exchange", "exchange"} <= found
    assert "heated" not in found


def test_phrases_are_listed_from_the_second_occurrence_but_compounds_at_once():
    one = article("1", "Post", "A grief-stricken speech shook Tarn")
    found = terms(contrast([one, article("2", "Herald", SECOND)]), article="1")
    assert "grief-stricken" in found
    assert "speech shook" not in found


def test_a_text_that_is_not_annotated_has_the_terms_it_would_have():
    text = "The mayor's plan, a grief-stricken town. Don't go!\nRents rose 1,500 crowns"
    found = list(plain_runs(text))
    assert ngram_terms(found, 1) == {"the", "mayor", "plan", "a", "grief", "stricken", "town", "do", "go", "rents",
                                     "rose", "1,500", "crowns"}
    assert ngram_terms(found, 2) == {"the mayor", "mayor's plan", "a grief", "grief-stricken", "stricken town",
                                     "don't go", "rents rose", "rose 1,500", "1,500 crowns"}
    assert ngram_terms(found, 3) == {"the mayor's plan", "a grief-stricken", "grief-stricken town", "rents rose 1,500",
                                     "rose 1,500 crowns"}


def test_the_library_only_adds_to_document_frequencies():
    story = [article("1", "Post", FIRST), article("2", "Herald", SECOND)]
    own = [each.article for each in story]
    library = [*own, *(article(f"l{number}", "Echo", FIRST).article for number in range(50))]
    plain, wide = contrast(story), contrast(story, library)
    keys = [[(each.term, each.article, each.z, each.count) for each in found] for found in (plain, wide)]
    assert keys[0] == keys[1]
    narrow = {each.term: each.tfidf for each in plain if each.article == "1"}
    assert all(each.tfidf < narrow[each.term] for each in wide if each.article == "1" and each.n == 1)
    assert contrast(story, [*library, *library]) == wide
    assert contrast(story, own) == plain


def test_lists_have_a_limit_and_an_order():
    text = " ".join(f"{chr(97 + i)}{chr(97 + j)}zz." * 2 for i in range(15) for j in range(10))
    found = contrast([article("1", "Post", text), article("2", "Herald", SECOND)])
    ranked = [each.z for each in found if each.article == "1" and each.n == 1]
    assert TOP_BY_Z <= len(ranked) <= TOP_BY_Z + TOP_BY_TFIDF
    assert ranked == sorted(ranked, reverse=True)


def test_hostile_words_are_counted_but_not_listed():
    found = contrast([article("1", "Post", "x" * 10_000 + " sank. " + FIRST), article("2", "Herald", SECOND)])
    assert found
    assert max(len(each.term) for each in found) < 130


# --- sensitivity -----------------------------------------------------------------------------------------------------


def test_sensitivity_is_a_share_for_each_two_priors():
    one = " ".join(f"{letter * 3}." * (1 + place % 4) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz"))
    story = [article("1", "Post", one, "government. " * 3, "house. " * 3), article("2", "Herald", SECOND)]
    found = sensitivity(story)
    assert set(found) == {(100.0, 1000.0), (100.0, 10_000.0), (1000.0, 10_000.0)}
    assert all(0 <= share <= 1 for share in found.values())


def test_sensitivity_is_undefined_where_too_few_terms_compete():
    assert sensitivity([]) == {}
    assert sensitivity([article("1", "Post", FIRST), article("2", "Herald", SECOND)]) == {}
