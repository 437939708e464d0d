"""The reference tables: what they say, how absent terms are treated, and how they are counted."""

import math

import pandas as pd
import pytest

from analysis import background
from analysis.ngrams import ORDERS
from analysis.phrasing import stem_counts
from scripts import reference_ngrams


@pytest.fixture
def small(tmp_path):
    (tmp_path / "unigrams.csv").write_text('term,count,documents\nharbour,30,9\n"1,000",6,5\nferry,3,3\n', "utf-8")
    (tmp_path / "ngrams.toml").write_text('version = "7"\ndocuments = 10\n[unigrams]\ntotal = 60\n', "utf-8")
    return background.load(1, tmp_path)


def test_listed_terms_have_their_share(small):
    assert small.probability("harbour") == 0.5
    assert small.probability("1,000") == 0.1
    assert small.document_count("harbour") == 9
    assert (small.version, small.documents) == ("7", 10)


def test_absent_terms_are_as_rare_as_the_rarest_listed(small):
    assert small.probability("lighthouse") == small.probability("ferry") == 0.05
    assert small.document_count("lighthouse") == 3


@pytest.mark.parametrize("n", ORDERS)
def test_shipped_tables_hold_frequent_terms_only(n):
    table = background.load(n)
    least = background.provenance()["least_documents"]
    assert len(table.counts) == background.provenance()[background.NAMES[n]]["listed"]
    assert all(least <= table.document_counts[term] <= table.counts[term] for term in table.counts)
    assert max(table.document_counts.values()) <= table.documents
    assert 0.2 < sum(table.counts.values()) / table.total < 1 or n > 1
    assert all(0 < table.probability(term) < 0.1 for term in ("the", "of the", "one of the", "zzyzx"))


def test_shipped_tables_say_where_they_come_from():
    about = background.provenance()
    assert {"corpus", "commit", "licence", "counted", "script", "version", "limits"} <= about.keys()
    assert about["documents"] == background.load().documents > 10_000


def test_counting_leaves_out_nothing_but_rare_terms():
    counts, documents = reference_ngrams.count(pd.Series(["The mayor's well-known plan. The plan", "the plan"]))
    assert counts[1] == {"the": 3, "mayor": 1, "well": 1, "known": 1, "plan": 3}
    assert counts[2]["mayor's well"] == counts[2]["well-known"] == 1
    assert counts[2]["the plan"] == documents[2]["the plan"] == 2
    assert "plan the" not in counts[2]
    assert reference_ngrams.kept(counts[1], documents[1], 9) == []


@pytest.mark.parametrize(
    "outlet,opinion",
    [("Harbour Post - Opinion", True), ("Guest Writer - Left", True), ("Harbour Post - News", False)],
)
def test_opinion_desks_are_told_by_name(outlet, opinion):
    assert reference_ngrams.is_opinion(outlet) is opinion


def test_rarest_count_bounds_the_prior_from_above():
    table = background.load(3)
    assert math.isclose(table.probability("no such phrase"), min(table.counts.values()) / table.total)


def test_the_shipped_stems_are_those_of_the_shipped_words():
    assert background.stems() == stem_counts(background.load().document_counts)
    assert stem_counts({"residents": 5, "resident": 9, "men": 2, "man": 1}) == {"resid": 9, "man": 2}
