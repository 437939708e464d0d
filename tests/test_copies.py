"""Agency copy: passages that several outlets share."""

from dataclasses import replace

from handmade import article
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.copies import copies
from analysis.model import Quotation

LEAD = "The council of Harl met behind closed doors."
DAM = "The old dam above the town was finished in 1968 and holds back enough water for a third of the country."
DAM_CUT = "The old dam above the town holds back enough water for a third of the country."
SPILL = "It spilled over only once, in the wet spring of 1994, when the mill stood under water for nine days."
OTHER = "Nobody in the low streets had been told to leave before the water came up the stairs that night."


def texts(event, passages):
    by_id = {each.id: each for each in event}
    return [[by_id[place.article].text.text[place.start : place.end] for place in each.places] for each in passages]


def test_neighbouring_sentences_are_one_passage_and_a_cut_is_tolerated():
    event = [
        article("a", "Agency", "Dam", f"{LEAD} {DAM} {SPILL} {OTHER}"),
        article("b", "Blaze", "Dam", f"{DAM_CUT} {SPILL}"),
        article("c", "Courier", "Dam", "The council met. Nothing else is known of it in this town today."),
    ]
    assert texts(event, copies(event)) == [[f"{DAM} {SPILL}", f"{DAM_CUT} {SPILL}"]]


def test_a_passage_ends_where_other_articles_share_the_next_sentence():
    event = [
        article("a", "Agency", None, f"{DAM} {SPILL}"),
        article("b", "Blaze", None, f"{DAM} {SPILL}"),
        article("c", "Courier", None, f"{SPILL} {OTHER}"),
    ]
    assert texts(event, copies(event)) == [[DAM, DAM], [SPILL, SPILL, SPILL]]


def test_the_same_facts_in_other_words_are_no_copy():
    event = [
        article("a", "Agency", None, DAM),
        article("b", "Blaze", None, "A third of the country drinks from the dam, built above the town in 1968."),
    ]
    assert copies(event) == ()


def test_one_outlet_does_not_copy_itself():
    assert copies([article("a", "Agency", None, DAM), article("b", "Agency", None, DAM)]) == ()
    assert len(copies([article("a", None, None, DAM), article("b", None, None, DAM)])) == 1


def test_a_short_sentence_is_no_copy():
    event = [article("a", "Agency", None, LEAD), article("b", "Blaze", None, LEAD)]
    assert copies(event) == ()


def test_a_shared_quotation_alone_is_no_copy():
    text = f"“{OTHER[:-1]},” Ida Brandt said."
    event = [article("a", "Agency", None, text), article("b", "Blaze", None, text)]
    quoted = (Quotation(0, text.index("”") + 1, True),)
    assert len(copies(event)) == 1
    assert copies([replace(each, text=replace(each.text, quotations=quoted)) for each in event]) == ()


sentences = st.lists(st.sampled_from([LEAD, DAM, DAM_CUT, SPILL, OTHER, "A", "\ud800 \u202e dam."]), max_size=8)


@settings(deadline=None, max_examples=60)
@given(st.lists(sentences, max_size=5))
def test_places_are_whole_sentences_of_several_articles(chosen):
    event = [article(f"id{number}", f"Outlet {number}", None, " ".join(each)) for number, each in enumerate(chosen)]
    fields = {each.id: each.text for each in event}
    for passage in copies(event):
        assert len({place.article for place in passage.places}) == len(passage.places) > 1
        for place in passage.places:
            field = fields[place.article]
            assert place.start in {span.start for span in field.sentences}
            assert place.end in {span.end for span in field.sentences}
            assert len(field.text[place.start : place.end].split()) >= 12
