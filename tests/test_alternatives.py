"""Loaded words and how others put the same thing: which words stand in one place, and when nothing is sure."""

import pytest

from analysis.alternatives import alternatives
from analysis.alternatives.sides import read
from analysis.annotation import annotate
from analysis.measures import loaded_words
from analysis.model import Article, Cell, Evidence, Span, Statement, Voice
from analysis.names import entities

BASE = "The ferry from Norran was late on Monday. "


def put(mine, *others):
    """(phrase, how each other puts it) of every loaded word; the sentences make one statement."""
    event = [annotate(Article(str(number), BASE + text)) for number, text in enumerate((mine, *others))]
    found = alternatives(event, loaded_words.measure(event), [statement_of(event)], entities(event))
    texts = {each.id: each.article.text for each in event}

    def words(place):
        return None if place is None else texts[place.article][place.start : place.end]

    own = [each for each in found if each.word.article == "0"]
    return [(words(each.phrase), [("same" if other.same else words(other.words)) for other in each.others])
            for each in own]  # fmt: skip


def statement_of(event, voice=Voice.OWN):
    cells = tuple(
        Cell(each.id, "text", span.start, span.end, voice, 1) for each in event for span in each.text.sentences[1:]
    )
    first = cells[0]
    return Statement(1, Evidence(first.article, "text", first.start, first.end, ""), cells)


@pytest.mark.parametrize("mine, other, expected", [
    ("The mayor slammed the plan for the harbour.", "The mayor criticised the plan for a new harbour.",
     ("slammed", ["criticised"])),
    ("The plan for the harbour was slammed by the mayor.", "The mayor criticised the plan for the harbour.",
     ("slammed", ["criticised"])),
    ("A brutal crackdown on the strikers began in Norran.", "A police crackdown on the strikers began in Norran.",
     ("brutal crackdown", ["police crackdown"])),
    ("A brutal crackdown on the strikers began in Norran.", "The crackdown on the strikers began in Norran.",
     ("brutal crackdown", ["crackdown"])),
    ("The town will pay a whopping 40 million crowns for a wall.", "The town will pay 40 million crowns for a wall.",
     ("whopping 40 million crowns", ["40 million crowns"])),
    ("Thugs blocked the road to the dam.", "Drivers blocked the road to the dam.", ("Thugs", ["Drivers"])),
    ("The mayor railed that the harbour plan would ruin the town.",
     "The mayor said that the harbour plan would cost the town too much.", ("railed", ["said"])),
])  # fmt: skip
def test_words_in_one_place_are_set_side_by_side(mine, other, expected):
    assert expected in put(mine, other)


@pytest.mark.parametrize("mine, other", [
    ("The mayor slammed the plan for the harbour.", "Fishermen in the harbour read the plan of the mayor."),
    ("The town will pay a whopping 40 million crowns for the wall.",
     "The town will pay 25 million crowns for the wall."),
    ("A brutal crackdown on the strikers began in Norran.", "Strikers in Norran spoke of the work of the police."),
    ("Thugs blocked the road to the dam.", "They blocked the road to the dam."),
    ("The mayor slammed the plan for the harbour.", "“The mayor hates the plan for the harbour,” said Ida Marn."),
])  # fmt: skip
def test_where_nothing_is_sure_only_the_sentence_is_shown(mine, other):
    (found,) = put(mine, other)
    assert found[1] == [None]


def test_the_same_word_is_told_as_such():
    assert put("The mayor slammed the plan for the harbour.", "The harbour plan was slammed by the mayor.") == [
        ("slammed", ["same"])
    ]


def test_a_term_of_several_words_is_the_same_only_as_a_whole():
    found = put("Without proof, the mayor blamed the harbour board.", "The mayor blamed the board and showed proof.")
    assert all("same" not in others for _, others in found)


def test_a_sentence_that_tells_another_thing_is_left_out():
    assert put("The mayor slammed the plan for the harbour.", "Rain fell on the hills all night.") == []


def test_one_wording_an_outlet_and_none_of_the_same_article():
    found = put("The mayor slammed the plan. The mayor slammed the plan again.",
                "The mayor criticised the plan. The mayor read the plan.")
    assert [others for _, others in found] == [["criticised"], ["criticised"]]


def test_a_word_inside_a_quotation_is_not_looked_at():
    text = "“It is a disgraceful plan for the harbour,” said the mayor."
    assert put(text, "The mayor spoke of the harbour plan.") == []


def test_a_mark_that_a_reader_dismissed_is_gone():
    event = [annotate(Article("0", BASE + "The mayor slammed the plan.")),
             annotate(Article("1", BASE + "The mayor criticised the plan."))]  # fmt: skip
    assert alternatives(event, [], [statement_of(event)]) == ()


def test_a_statement_of_one_article_says_nothing():
    event = [annotate(Article("0", BASE + "The mayor slammed the plan."))]
    assert alternatives(event, loaded_words.measure(event), [statement_of(event)]) == ()


def test_passages_lie_in_their_fields():
    event = [annotate(Article("0", BASE + "\u202eThe mayor slammed the brutal plan.")),
             annotate(Article("1", BASE + "The mayor criticised the plan."))]  # fmt: skip
    for each in alternatives(event, loaded_words.measure(event), [statement_of(event)]):
        for place in (each.word, each.phrase, *(other.words or other.sentence for other in each.others)):
            field = next(one for one in event if one.id == place.article).text
            assert Span(0, len(field.text)).contains(Span(place.start, place.end))
            assert place.start < place.end


def test_a_long_sentence_is_read_once_however_many_loaded_words_it_has():
    event = [annotate(Article(each, "brutal radical disgraceful " * 40)) for each in "ab"]
    cells = tuple(
        Cell(each.id, "text", span.start, span.end, Voice.OWN, 1) for each in event for span in each.text.sentences
    )
    statement = Statement(1, Evidence("a", "text", cells[0].start, cells[0].end, ""), cells)
    read.cache_clear()
    found = alternatives(event, loaded_words.measure(event), [statement], entities(event))
    assert len(found) > 100
    assert read.cache_info().misses <= len(cells)
