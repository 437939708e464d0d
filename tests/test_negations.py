"""Denials that contradict a statement, and those that deny less than it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import embedding
from analysis.conflicts import conflict
from analysis.negations import contradicting, denied_in_part
from analysis.similarity import similarity


@pytest.mark.parametrize(
    "first, second",
    [
        ("The road is not open.", "The road is open."),
        ("The road is not fully open.", "The road is fully open."),
        ("Not all of the crew survived.", "All of the crew survived."),
        ("The mill has not yet reopened.", "The mill has already reopened."),
        ("The mill has yet to reopen.", "The mill has already reopened."),
        ("The bridge did not stay open until Monday.", "The bridge stayed open until Monday."),
        ("The gate was closed not by fire but by flood.", "The gate was closed by fire."),
        ("Farmers who do not pay the levy lose their land.", "Farmers who pay the levy lose their land."),
        ("Holm, who did not sign the plan, left.", "Holm, who signed the plan, left."),
        ("Holm said that he did not sign the plan.", "Holm said that he signed the plan."),
        ("The suit does not name Holm as a defendant.", "The suit names Holm as a defendant."),
        ("The suit does not name Holm's adviser as a defendant.", "The suit names Holm's adviser as a defendant."),
        ("Vastria did not test a missile.", "Vastria tested a missile."),
        ("The kiln is not out of control and those near it aren't in danger.", "The kiln is out of control."),
        ("The mayor did not sign when he was asked.", "The mayor signed when he was asked."),
        ("Vastria did not test another missile.", "Vastria tested another missile."),
        ("Holm asked whether the dam did not hold.", "Holm asked whether the dam did hold."),
        ("The mayor failed, three times in a row, to repair the quay.", "The mayor repaired the quay."),
        ("The inquiry told of the mayor's failure to repair the quay.", "The mayor could repair the quay."),
        ("The ferry didnt leave the harbour.", "The ferry did leave the harbour."),
        ("The ferry declined to leave the harbour.", "The ferry did leave the harbour."),
        ("The guild ruled out a strike at the mill.", "The guild will call a strike at the mill."),
        ("The mayor was found not guilty of fraud.", "The mayor was found guilty of fraud."),
        ("No one was hurt when the crane fell in Harl.", "Several people suffered injuries as the crane fell in Harl."),
        ("Members voted down the plan for the mill.", "Members approved the plan for the mill."),
        ("The water in Velm is safe to drink.", "The water in Velm is unsafe to drink."),
        ("The guild accepted the offer.", "The guild spurned the offer."),
        ("Holm will attend the fair in Harl.", "Holm will skip the fair in Harl."),
        ("The mill kept its promise to growers.", "The mill broke its promise to growers."),
        ("The river in Harl is still rising.", "The river in Harl has stopped rising."),
        ("The mill said it would stop selling oats.", "The mill said it would go on selling oats."),
        ("The guild called off the walkout.", "The guild went ahead with the walkout."),
        ("The storm weakened off the coast.", "The storm gathered strength off the coast."),
        ("The tax hits small mills hardest.", "The tax hits large mills hardest."),
        ("The party fell short of a majority.", "The party won a majority."),
        ("Most voters backed the levy.", "Few voters backed the levy."),
    ],
)
def test_a_denial_of_what_is_said_is_a_contradiction(first, second):
    assert conflict(first, second) == conflict(second, first) == "negation"
    assert not denied_in_part(first, second)


@pytest.mark.parametrize(
    "first, second",
    [
        ("The bridge did not reopen until Monday.", "The bridge reopened on Monday."),
        ("The gate was closed not by fire but by flood.", "The gate was closed by flood."),
        ("Not only the mill but the barn burned.", "The mill burned."),
        ("The mill has not yet reopened.", "The mill has not reopened."),
        ("The mill has yet to reopen.", "The mill has not reopened."),
        ("The party fell short of a majority.", "The party lacks a majority."),
        ("The guild will strike unless the levy is cut.", "If the levy is not cut, the guild will strike."),
        ("Holm paid for missing the goals.", "Holm paid for failing to meet the goals."),
        ("The do-not-call list grew in Harl.", "The list of those who bar calls grew in Harl."),
        ("A leak destroyed the building.", "A leak blew up the building where they lived."),
        ("The blast destroyed a block of flats.", "The blast destroyed a residential building with flats."),
        ("The mill has still to reopen.", "The mill is yet to reopen."),
        ("No fewer than 12 people were hurt.", "At least 12 people were hurt."),
        ("The gate stayed open for no longer than an hour.", "The gate stayed open for an hour at most."),
        ("The mayor declined, through a lawyer, to comment.", "The mayor declined to comment."),
        ("The mayor declined an interview.", "The mayor did not give an interview."),
        ("Fares declined on the ferry in May.", "Fares fell on the ferry in May."),
        ("Fares declined to 36 crowns on the ferry.", "Fares fell to 36 crowns on the ferry."),
        ("The mayor was found not guilty of fraud.", "The mayor was acquitted of fraud."),
        ("Velm Mills will buy Harl Steel for 9 million.", "Harl Steel is selling itself to Velm Mills."),
        ("Price declines slowed on the ferry.", "Falling prices slowed on the ferry."),
        ("Crews rarely repair the quay.", "Crews do not usually repair the quay."),
        ("Neither the mayor nor any other witness signed.", "No other witness signed."),
        ("The quay is impossible to repair.", "Crews are unable to repair the quay."),
        ("The council did not fail to approve the budget.", "The council approved the budget."),
        ("The court did not refuse to hear the case.", "The court heard the case."),
        ("The minister never refused to pay.", "The minister paid."),
        ("The mayor had no comment on the quay.", "The mayor had not seen the quay and could not comment."),
        ("Holm, who did not vote, was cleared of failing to repair the quay.", "Holm was cleared of failing to repair "
         "the quay."),
    ],
)
def test_what_comes_to_the_same_is_neither(first, second):
    assert conflict(first, second) is conflict(second, first) is None
    assert not denied_in_part(first, second)


@pytest.mark.parametrize(
    "first, second",
    [
        ("The road is not fully open.", "The road is open."),
        ("The mill has not yet reopened.", "The mill reopened."),
        ("The mill has yet to reopen.", "The mill reopened."),
        ("The mill has still to reopen.", "The mill reopened."),
        ("Holm did not immediately sign the plan.", "Holm signed the plan."),
        ("Not all of the crew survived.", "The crew survived."),
        ("The ferry barely reached the harbour.", "The ferry reached the harbour."),
        ("The toll does not pay for the cables.", "Who will pay for the cables is an open question."),
        ("The toll will not pay for the cables.", "Holm asked whether the toll will pay for the cables."),
        ("The plan has consequences for farmers who do not pay the levy.", "Farmers pay the levy."),
        ("The suit does not name Holm as a defendant.", "The suit names Holm's adviser as a defendant."),
        ("Vastria did not test a missile.", "Vastria also tested a missile in May."),
        ("If the dam does not hold, the valley floods.", "The dam holds."),
        ("Holm did not testify.", "The mill had closed by the time Holm testified to the council."),
    ],
)
def test_a_denial_in_part_is_neither_contradiction_nor_agreement(first, second):
    assert conflict(first, second) is conflict(second, first) is None
    assert denied_in_part(first, second)
    assert denied_in_part(second, first)
    assert similarity([(first, second)])[0] < 0.5


def test_a_date_told_with_not_until_is_still_compared():
    assert conflict("The bridge did not reopen until Monday.", "The bridge reopened on Sunday.") == "date"


def test_without_the_model_a_denial_in_part_is_kept_apart(monkeypatch):
    monkeypatch.setattr(embedding, "available", lambda: False)
    assert similarity([("The road is not fully open.", "The road is open.")])[0] < 0.5


FRAGMENTS = "the dam did not hold who whether yet fully but until Monday Holm's Holm also no never , opened closed all"


@settings(deadline=None, max_examples=100)
@given(*[st.lists(st.sampled_from(FRAGMENTS.split()), max_size=12).map(" ".join)] * 2)
def test_the_order_does_not_matter_and_nothing_contradicts_itself(first, second):
    assert contradicting(first, second) == contradicting(second, first)
    assert denied_in_part(first, second) == denied_in_part(second, first)
    assert not (contradicting(first, second) and denied_in_part(first, second))
    assert not contradicting(first, first)
    assert not denied_in_part(first, first)


@pytest.mark.parametrize(
    "first, second",
    [("dam not closed", "dam opened no opened"), ("the dam rose", "the dam fell and the dam climbed")],
)
def test_a_word_told_twice_contradicts_its_opposite_either_way_round(first, second):
    assert contradicting(first, second) == contradicting(second, first)


def test_hostile_sentences_do_no_harm():
    text = "who did not, not but until yet Holm's " * 3000
    assert not contradicting(text, text[9:] + "\ud800")
    assert not denied_in_part(text, text)


def test_a_sentence_of_negations_alone_is_read_in_part():
    many = "The dam is not open, not shut, not whole, not old. " * 60
    assert contradicting(many, "The dam is open.") is contradicting("The dam is open.", many)
