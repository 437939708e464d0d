"""Labels told by clauses, by what somebody is called, by who leads and owns, and by what a headline cuts off."""

import pytest

from analysis.annotation import annotate
from analysis.model import Article, EntityKind
from analysis.names import entities


def event(*texts, titles=()):
    """Articles of one event; the first ones with a title."""
    titled = [*titles, *[None] * (len(texts) - len(titles))]
    pairs = enumerate(zip(texts, titled, strict=True))
    return [annotate(Article(f"a{number}", text, title, f"Outlet {number}")) for number, (text, title) in pairs]


def holders(articles, label):
    """Ids of the entities that hold a label with these words."""
    return {each.id for each in entities(articles) if any(label in naming.label for naming in each.namings)}


def test_those_who_are_told_by_the_clause_of_a_group_stand_for_it():
    articles = event(
        "In March 410 tenants who refused to sign were fined. The tenants sang.",
        "The fines for those who refused to sign will be looked at. Those who came late were sent home.",
    )
    assert holders(articles, "those who refused to sign") == holders(articles, "410 tenants")
    assert not holders(articles, "Those who came late")


def test_those_who_did_something_else_are_no_naming():
    articles = event(
        "In March 410 tenants who refused to sign were fined. The tenants sang.",
        "The fines for those who refused to leave will be looked at.",
    )
    assert not holders(articles, "those who refused")


def test_holders_of_something_are_those_with_it():
    articles = event(
        "Only holders of yellow harbour permits will be paid. The holders cheered.",
        "Farmers with yellow harbour permits will share the money.",
        "Bakers with brown dogs will not.",
    )
    home = holders(articles, "holders of yellow")
    assert home
    assert home & holders(articles, "Farmers")
    assert not home & holders(articles, "Bakers")


@pytest.mark.parametrize("text", [
    "Mara Teviot denounced the Meadow League as a gang of bullies.",
    "The Meadow League was denounced as a gang of bullies.",
    "Mara Teviot called the Meadow League a gang.",
])  # fmt: skip
def test_what_somebody_is_called_stands_for_them(text):
    articles = event(text, "The Meadow League sang. The Meadow League left.")
    assert holders(articles, "gang") == holders(articles, "Meadow League")


@pytest.mark.parametrize("text", [
    "Mara Teviot did not denounce the Meadow League as a gang of bullies.",
    "Mara Teviot joined the Meadow League as a gang of bullies came in.",
])  # fmt: skip
def test_what_somebody_is_not_called_does_not(text):
    articles = event(text, "The Meadow League sang. The Meadow League left.")
    assert not holders(articles, "gang") & holders(articles, "Meadow League")


def test_who_calls_himself_something_is_the_one_who_speaks():
    articles = event("Olav Brandt met Ida Krone. Olav Brandt described himself as a peacemaker. The peacemaker left.")
    assert holders(articles, "peacemaker") >= holders(articles, "Olav Brandt")


ORE = "Ida Krone, chief executive of Ore Harbour, left. Ore Harbour is rich."
UNION = "Mara Teviot, leader of the Dockers' Union, spoke on Monday. The Dockers' Union has 300 members."
MINISTRIES = "The Ministry of Transport will look at all fares. The Ministry of Health will not."


@pytest.mark.parametrize("first, second, label, other", [
    pytest.param("The judges left open whether drivers who paid in cash can claim anything. The drivers waited.",
                 "Hauliers were glad on Monday, but cash payers could be left out.",
                 "cash payers", "drivers", id="cash payers paid in cash"),
    pytest.param(ORE, "The ferry boss Ida Krone laughed. The ferry bosses said nothing.",
                 "ferry bosses", "Ore Harbour", id="the bosses are the body of the boss"),
    pytest.param(MINISTRIES, "Transport Minister Ida Krone admitted that her department had been slow.",
                 "department", "Ministry of Transport", id="her department is the ministry of her portfolio"),
    pytest.param(UNION, "Mara Teviot was angry. Her union is poor.",
                 "union", "Dockers' Union", id="her union is the one that she leads"),
    pytest.param("The 312 passengers waited. The passengers sang.", "On Monday 312 people were taken to Tessen.",
                 "312 people", "312 passengers", id="an odd count ties whatever the noun"),
])  # fmt: skip
def test_two_labels_are_one(first, second, label, other):
    articles = event(first, second)
    home = holders(articles, other)
    assert home
    assert holders(articles, label) <= home
    assert holders(articles, label)


@pytest.mark.parametrize("first, second, label, other", [
    pytest.param("Farm workers of Tessen sang.", "The shop workers left; the farm workers and their dogs stayed.",
                 "shop workers", "arm workers", id="a compound alone ties nobody"),
    pytest.param(ORE, "The ferry boss Ida Krone laughed. The bus bosses said nothing.",
                 "bus bosses", "Ore Harbour", id="the bosses of something else"),
    pytest.param(UNION, "Mara Teviot was angry. Her firm closed in May.",
                 "firm", "Dockers' Union", id="a union is no firm"),
    pytest.param(UNION + " Her firm closed in May.", "The Dockers' Union is old.",
                 "firm", "Dockers' Union", id="a union is no firm in its own article either"),
    pytest.param("Some 312 officers and 312 protesters stood in the square. The officers waited.",
                 "The 312 protesters sang.", "312 officers", "312 protesters", id="two groups of one size"),
])  # fmt: skip
def test_two_labels_are_two(first, second, label, other):
    articles = event(first, second)
    assert holders(articles, other)
    assert not holders(articles, label) & holders(articles, other)


def test_a_group_led_by_somebody_is_the_body_that_she_leads():
    articles = event(
        "Mara Teviot, chairwoman of the Meadow League, sang. The Meadow League is small.",
        "The suit was brought by a pressure group led by Mara Teviot.",
        "The other suit was brought by a choir.",
    )
    assert holders(articles, "pressure group") <= holders(articles, "Meadow League")
    assert not holders(articles, "choir") & holders(articles, "Meadow League")


def test_my_crews_are_those_of_the_service_that_the_speaker_leads():
    articles = event(
        "Commander Ruth Lund, who leads the coastguard, spoke. The coastguard has four boats.",
        "“My crews went out at night,” said Commander Ruth Lund. “My sister stayed.”",
    )
    assert holders(articles, "crews") <= holders(articles, "coastguard")
    assert not holders(articles, "sister") & holders(articles, "coastguard")


def test_her_chamber_is_the_court_where_she_is_a_judge():
    text = " Her chamber found that the dues were too high."
    court = "The Harbour Tribunal Court sat on Monday. The Harbour Tribunal Court gave no date."
    assert holders(event(court, "Judge Ida Krone spoke." + text), "chamber") == holders(event(court), "Harbour")
    poet = event(court, "Poet Ida Krone spoke." + text)
    assert not holders(poet, "chamber") & holders(poet, "Harbour")


def test_a_small_count_is_known_again_where_the_same_was_done():
    articles = event(
        "Angry farmers in 14 tractors blocked the market square.",
        "The market square was blocked by 14 tractors on Monday.",
        "In Norland 14 tractors were sold.",
    )
    home = holders(articles, "farmers")
    assert home <= holders(articles, "14 tractors")
    kept = next(each for each in entities(articles) if each.id in home)
    assert {naming.article for naming in kept.namings if "14" in naming.label} == {"a1"}


def test_another_verb_will_do_where_much_is_told_of_the_deed():
    articles = event(
        "Several yobs ripped up the tyres of two green lorries. The yobs fled.",
        "Later the vandals slashed the tyres of two green lorries. Vandals sang.",
        "Later the mechanics counted the tyres of two green lorries.",
    )
    assert holders(articles, "yobs") & holders(articles, "vandals")
    assert not holders(articles, "mechanics") & holders(articles, "vandals")


def test_others_at_the_start_of_a_sentence_are_a_label_of_who_did_the_same():
    articles = event(
        "Yobs broke a lamp. Others slashed the tyres of two green lorries.",
        "Later the vandals slashed the tyres of two green lorries. The vandals sang.",
    )
    (entity,) = [each for each in entities(articles) if any(naming.label == "Others" for naming in each.namings)]
    assert (entity.name, entity.kind) == ("vandals", EntityKind.GROUP)


def test_a_short_object_will_do_where_the_other_tells_all_of_it():
    articles = event(
        "Some 300 residents blocked the road to the quarry on Monday, some with banners. The residents sang.",
        "Protesters blocked the quarry road until noon.",
        "Protesters of another town blocked the harbour road until noon.",
    )
    assert holders(articles, "Protesters") & holders(articles, "residents")
    others = event(
        "Some 300 residents blocked the road to the quarry on Monday. The residents sang.",
        "Pickets blocked the harbour road until noon.",
    )
    assert not holders(others, "Pickets") & holders(others, "residents")


def test_what_two_groups_of_one_person_did_alike_makes_them_one():
    articles = event(
        "Olav Brandt leads the skippers. Olav Brandt insisted that his crews did not fire first.",
        "Olav Brandt was angry. Olav Brandt said his lads did not fire at all.",
        "Olav Brandt was angry. Olav Brandt said his neighbours did not vote at all.",
    )
    assert holders(articles, "lads") == holders(articles, "crews")
    assert not holders(articles, "neighbours") & holders(articles, "crews")


def test_the_families_of_the_island_are_the_islanders():
    articles = event("The islanders cheered. Islanders sang.", "The patience of the island’s families was great.",
                     "The village’s families slept.")  # fmt: skip
    assert holders(articles, "island’s families") == holders(articles, "slanders")
    assert not holders(articles, "village’s families") & holders(articles, "slanders")


def test_the_source_at_the_end_of_a_headline_is_cut_off_its_verb():
    text = "The Harbour Tribunal Court ruled on Monday. The court gave no date."
    articles = event(text, text, titles=["Harbour operator must repay 17 million florins, court rules"])
    assert not holders(articles, "court rules")
    title = [each for entity in entities(articles) for each in entity.namings if each.field == "title"]
    assert "court" in [naming.label for naming in title]
    assert all(articles[0].title.text[each.start : each.end].endswith(each.label) for each in title)


def test_every_naming_stands_in_one_entity_and_in_the_text():
    articles = event(
        "Mara Teviot, chairwoman of the League, called tenants who refused to sign a gang. A group of yobs left.",
        "Those who refused to sign, led by Mara Teviot, denounced the League’s bosses as “robbers”. Others sang.",
        titles=["League bosses must pay, court rules", "Those who refused to sign win, tenants say"],
    )
    namings = [naming for entity in entities(articles) for naming in entity.namings]
    places = [(each.article, each.field, each.start, each.end) for each in namings]
    fields = {(article.id, field.name): field.text for article in articles for field in article.fields()}
    assert len(places) == len(set(places))
    assert all(each.label in fields[each.article, each.field][each.start : each.end] for each in namings)


def test_a_small_round_count_ties_only_one_noun():
    articles = event(
        "The 25 rebels seized the gate. The rebels sang.", "Later 25 soldiers were hurt. The soldiers left.",
        "At dusk the 25 rebels went home.",
    )
    assert not holders(articles, "25 soldiers") & holders(articles, "25 rebels")
    assert len(holders(articles, "25 rebels")) == 1
