"""Rules by which alike clauses are told apart, or are not."""

import pytest
from test_statements import event, needs_model, shared

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
