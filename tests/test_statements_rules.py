"""Rules by which alike clauses are told apart, or are not."""

import json

import pytest
from test_statements import NEAR_MISSES, event, needs_model, shared

from analysis.annotation import annotate
from analysis.model import Article
from analysis.statements import statements

BLOCKED = "In March some 400 {} blocked the salt market for five hours in anger over the dues."


def told(*texts):
    """Texts as annotated articles, each with a sentence of its own behind it."""
    ends = ("A choir sang on the church steps.", "Onions were dear at the market in Port Ansel.")
    pairs = zip(texts, ends, strict=True)
    return [annotate(Article(f"a{n}", f"{text} {end}", None, f"O{n}")) for n, (text, end) in enumerate(pairs)]


def together(found, *starts):
    """Do sentences at these offsets of the articles a0, a1 stand in one statement without conflict?"""
    wanted = {(f"a{number}", start) for number, start in enumerate(starts)}
    return any(wanted <= {(cell.article, cell.start) for cell in each.cells} and not each.conflict for each in found)


@needs_model
def test_another_label_in_a_copied_line_is_no_other_actor():
    assert together(statements(told(BLOCKED.format("traders"), BLOCKED.format("agitators"))), 0, 0)


@needs_model
@pytest.mark.parametrize("other", ["The bakers blocked the road.", "The nurses blocked the market."])
def test_another_noun_in_a_short_line_is(other):
    assert not any(not each.conflict for each in shared(statements(event("The nurses blocked the road.", other))))


@needs_model
def test_what_should_have_been_was_not():
    first = "The mill had raised its flour price three times without consent."
    second = "The mill should have had consent before it raised its flour price three times."
    assert together(statements(told(first, second)), 0, 0)


@needs_model
def test_nobody_since_and_in_a_drawer_since_agree():
    first = "Nobody had practised the fire drill for Pell since 2015."
    second = "The fire drill for Pell had lain in a drawer since 2015."
    assert not any(each.conflict for each in statements(told(first, second)))
    opposite = "The fire drill for Pell had been practised since 2015."
    assert not together(statements(told(first, opposite)), 0, 0)


@needs_model
def test_what_all_articles_tell_in_one_breath_is_no_dispute_between_them():
    both = "The guard says the siren of Pell was tested in May. The mill says the siren of Pell was not tested in May."
    found = statements(told(both, both))
    assert together(found, 0, 0)
    assert together(found, both.index("The mill"), both.index("The mill"))
    assert not any(each.conflict for each in found)


def conflicts(first, second):
    """What the statements of two sentences contradict each other in, with the words that show it."""
    found = shared(statements(told(first, second)))
    return {(each.conflict, *(cell.detail for cell in each.cells)) for each in found}


@needs_model
@pytest.mark.parametrize(
    "first, second, kind",
    [
        (
            "At least 14 people died when a coach fell into the gorge near Pell, the guard said.",
            "At least 19 people died when a coach fell into the gorge near Pell, the guard said.",
            ("figure", "14", "19"),
        ),
        (
            "The former treasurer Colm Ade admitted that he took money from the Pell fund.",
            "The former treasurer Colm Ade denied that he took money from the Pell fund.",
            ("negation", "", "denied"),
        ),
        (
            "The ferry men of Pell had put on their vests before they left the harbour.",
            "The ferry men of Pell put on their vests after they had left the harbour.",
            ("order", "before", "after"),
        ),
    ],
)
def test_sentences_that_agree_in_one_clause_and_contradict_each_other_in_another_are_in_conflict(first, second, kind):
    assert conflicts(first, second) == {kind}


@needs_model
def test_another_clause_of_two_sentences_in_conflict_makes_no_second_conflict():
    first = "The flood swept through the mill of Pell and killed three people in the valley."
    second = "The flood swept through the mill of Pell and killed ten people in the valley."
    assert [each.conflict for each in shared(statements(told(first, second)))] == ["figure"]


@needs_model
def test_a_figure_in_a_clause_that_the_other_does_not_tell_is_no_conflict():
    first = "The guard ship Heron of the harbour at Pell chased off the smugglers, who had taken over 26 boats."
    second = "The guard ship Heron of the harbour at Pell chased off the smugglers after two hours."
    assert [each.conflict for each in shared(statements(told(first, second)))] == [""]


@needs_model
def test_the_doer_in_another_clause_keeps_clauses_apart():
    first = "Harl accused Velm of shelling the villages at the border, where the bridge was closed."
    second = "Velm accused Harl of shelling the villages at the border, where the bridge was closed."
    assert not any(not each.conflict for each in shared(statements(told(first, second))))


@needs_model
def test_hardly_any_near_miss_is_agreement_with_pieces_either():
    rows = [json.loads(line) for line in NEAR_MISSES.read_text("utf-8").splitlines()]
    drawn = [row for row in rows if not row["same"]][::5]
    agreed = [row for row in drawn if any(not each.conflict for each in shared(statements(told(row["s1"], row["s2"]))))]
    assert len(drawn) >= 40
    assert len(agreed) <= 0.05 * len(drawn)
