"""Groups and bodies told in other words: by apposition, by count, by who sits in a court, by what they did."""

import pytest

from analysis.annotation import annotate
from analysis.model import Article
from analysis.names import entities


def event(*texts):
    return [annotate(Article(f"a{number}", text, None, f"Outlet {number}")) for number, text in enumerate(texts)]


def holders(articles, label):
    """Ids of the entities that hold a label with these words."""
    found = entities(articles)
    return {entity.id for entity in found if any(label in naming.label for naming in entity.namings)}


def test_an_apposition_with_a_count_names_the_same_people():
    articles = event("Only members of the savings scheme, some 4,300 people and shops, will get their money back.")
    assert holders(articles, "4,300 people") == holders(articles, "members of the savings scheme")


def test_a_list_is_no_apposition():
    articles = event("Teachers, 4,300 nurses and the drivers of the town marched to the harbour.")
    assert not holders(articles, "4,300 nurses") & holders(articles, "Teachers")


def test_a_large_count_is_the_same_people_in_two_outlets():
    articles = event(
        "The bus carried 140 pilgrims over the pass. The pilgrims sang.",
        "The pass was closed at night. On the bus 140 travellers waited until morning.",
    )
    assert holders(articles, "140 travellers") == holders(articles, "140 pilgrims")


@pytest.mark.parametrize("others", ["two shepherds", "another 140 shepherds", "190 shepherds"])
def test_few_further_or_otherwise_counted_people_are_others(others):
    first = "two" if others.startswith("two") else "140"
    articles = event(
        f"The bus carried {first} pilgrims over the pass.",
        f"The pass was closed at night. Up there {others} waited until morning.",
    )
    assert not holders(articles, "shepherds") & holders(articles, "pilgrims")


def test_the_judges_and_the_bench_are_the_court_of_the_story():
    articles = event(
        "The Harbour Tribunal Court ruled on Monday that the dues were too high. The court gave no date.",
        "The judges said that the dues were too high.",
        "The bench found that the dues were too high. A gull sat on the bench in the garden.",
    )
    home = holders(articles, "Harbour Tribunal Court")
    assert home
    assert holders(articles, "judges") == home
    assert home <= holders(articles, "bench")


def test_of_two_courts_named_as_often_neither_takes_the_judges():
    articles = event(
        "The Harbour Court ruled on Monday that the dues were too high.",
        "The Upland Court ruled on Monday that the dues were fair.",
        "The judges said that the dues were too high.",
    )
    assert not holders(articles, "judges") & (holders(articles, "Harbour Court") | holders(articles, "Upland Court"))


def test_who_does_the_same_to_the_same_is_the_same_group():
    articles = event(
        "Members of the Meadow League cut the steel wires of four sheep pens on Sunday. The Meadow League is small.",
        "Raiders came at dawn and cut the steel wires of four pens. The raiders sang.",
    )
    assert holders(articles, "aiders") & holders(articles, "Meadow League")


def test_who_does_it_to_something_else_is_another_group():
    articles = event(
        "Members of the Meadow League cut the steel wires of four sheep pens on Sunday. The Meadow League is small.",
        "Raiders came at dawn and cut the tyres of a tractor. The raiders sang.",
    )
    assert not holders(articles, "aiders") & holders(articles, "Meadow League")


def test_every_naming_stands_in_one_entity():
    articles = event(
        "Only members of the scheme, some 4,300 people, will be paid. The judges said so on Monday.",
        "A court ruled that 4,300 people must be paid. The Harbour Court sat for a day.",
    )
    namings = [naming for entity in entities(articles) for naming in entity.namings]
    places = [(each.article, each.field, each.start, each.end) for each in namings]
    assert len(places) == len(set(places))
