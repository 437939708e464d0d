"""The headline against its text: planted and clean pairs, what is shown beside, and hostile input."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import report
from analysis.agency import deeds
from analysis.annotation import annotate, with_vectors
from analysis.compare import compare
from analysis.headline import headline_checks
from analysis.model import Article, HeadlineKind
from tests.headline_pairs import MORE, PAIRS


def checks(title, text, identifier="a"):
    annotated = with_vectors(annotate(Article(identifier, text, title)))
    return annotated, headline_checks(annotated, deeds([annotated]))


def only(title, text):
    annotated, (found,) = checks(title, text)
    return annotated, found


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_what_is_planted_is_found_and_nothing_else(pair):
    _, found = checks(pair.title, pair.text + MORE)
    assert {check.kind for check in found} == pair.kinds


def test_an_attribution_is_shown_with_its_source_and_its_sentence():
    text = "It was calm. The ferry ran aground off Norran after an engine failure, the coast guard said on Monday."
    annotated, found = only("Ferry ran aground off Norran after engine failure", text + MORE)
    (shown,) = found.text
    assert annotated.article.passage("text", shown.start, shown.end) == text[13:]
    assert found.sentence == (
        "The headline states it in the outlet’s own voice; in the text it is attributed to “the coast guard”, as is "
        "usual where an authority reports what nobody disputes."
    )
    assert (found.article, found.headline.field, found.nearest) == ("a", "title", False)


@pytest.mark.parametrize("title, text", [
    ("Militia burned the village of Tarn", "The militia burned the village of Tarn, officials said."),
    ("Dam near Ostmere cracked in three places", "The dam near Ostmere cracked in three places, police claimed."),
    ("Dam near Ostmere cracked in three places", "The dam near Ostmere cracked in three places, a diver said."),
])
def test_only_plain_news_of_an_authority_is_said_to_be_usual(title, text):
    _, found = only(title, text + MORE)
    assert found.kind is HeadlineKind.ATTRIBUTED
    assert "authority" not in found.sentence


def test_only_the_part_that_is_attributed_is_marked():
    title = "Bridge at Ostray closes; inspectors ignored rust on its cables"
    text = "The bridge at Ostray closes on Monday. A former engineer says inspectors ignored rust on its cables."
    _, found = only(title, text + MORE)
    assert title[found.headline.start : found.headline.end] == "inspectors ignored rust on its cables"


def test_a_hidden_doer_is_named_as_the_text_names_it():
    annotated, found = only("Fisherman shot dead in Norran harbour",
                            "Two soldiers in uniform shot dead a fisherman in Norran harbour on Sunday." + MORE)
    assert found.sentence == "The headline names nobody who did it; the text does: “Two soldiers”."
    assert annotated.article.passage("title", found.headline.start, found.headline.end) == "shot dead"


def test_a_doer_in_a_claim_is_said_to_be_claimed():
    _, found = checks("Fisherman shot dead in Norran harbour",
                      "Residents said that soldiers had shot dead a fisherman in Norran harbour on Sunday." + MORE)
    (hidden,) = (check for check in found if check.kind is HeadlineKind.DOER_HIDDEN)
    assert hidden.sentence.endswith("“soldiers”, in the words of a source.")


def test_a_missing_figure_comes_with_the_nearest_sentence():
    text = "Norran will spend $25 million on its sea wall. The beach stays open."
    annotated, found = only("Norran spends $40 million on sea wall", text + MORE)
    assert annotated.article.passage("title", found.headline.start, found.headline.end) == "$40 million"
    assert annotated.article.passage("text", found.text[0].start, found.text[0].end).startswith("Norran will spend")
    assert found.nearest


def test_every_missing_word_is_named_once():
    _, found = checks("Storm wreaks havoc as hapless mayor dithers",
                      "A storm felled trees in Norran on Monday. The mayor waited." + MORE)
    words = [check.sentence.split("”")[0].strip("“") for check in found if check.kind is HeadlineKind.WORD]
    assert len(words) == len(set(words)) > 1
    assert "hapless" in words


def test_nothing_is_missed_in_a_short_text():
    assert checks("Mayor slams plan for 40,000 flats", "The mayor spoke about the plan for new flats.")[1] == ()


@pytest.mark.parametrize("title, text", [
    (None, "The mayor spoke."), ("", "The mayor spoke."), ("…?!", "The mayor spoke."), ("Mayor slams plan", ""),
    ("Mayor slams plan", "Mayor slams plan"), ("Mayor slams plan", " \n\n "),
])
def test_without_headline_or_text_nothing_is_said(title, text):
    assert checks(title, text)[1] == ()


def test_without_stored_vectors_words_alone_decide():
    pair = next(pair for pair in PAIRS if pair.name == "passive")
    annotated = annotate(Article("a", pair.text + MORE, pair.title))
    found = headline_checks(annotated, deeds([annotated]))
    assert HeadlineKind.ATTRIBUTED not in {check.kind for check in found}


def test_damaged_vectors_are_left_alone():
    pair = PAIRS[0]
    annotated = with_vectors(annotate(Article("a", pair.text + MORE, pair.title)))
    broken = replace(annotated, text=replace(annotated.text, vectors=annotated.text.vectors[:-3]))
    assert headline_checks(broken) == ()


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Ab 1,.?:“”'‘’-–;$%\n\u202e\ud800", max_size=60))
def test_passages_lie_in_headline_and_text(title):
    annotated = annotate(Article("a", "The mayor said 12 boats sank." + MORE, title))
    for check in headline_checks(annotated, deeds([annotated])):
        assert 0 <= check.headline.start < check.headline.end <= len(title)
        for passage in check.text:
            assert 0 <= passage.start < passage.end <= len(annotated.article.text)


def test_a_headline_full_of_marks_takes_no_time():
    title = "“" * 10_000 + " Mayor slams plan " + "1, " * 2_000 + " " * 20_000 + " -" * 2_000
    annotated = annotate(Article("a", "The mayor spoke." + MORE, title))
    assert all(check.article == "a" for check in headline_checks(annotated))


def test_both_keys_stand_in_the_json_of_a_comparison():
    text = "The mayor {} the plan for the harbour on Monday. She had read it in the hall."
    event = [
        annotate(Article("a", text.format("slammed") + MORE, "Mayor slams disgraceful harbour plan")),
        annotate(Article("b", text.format("criticised") + MORE, "Mayor criticises harbour plan")),
    ]
    told = json.loads(report.render(compare(event), "json"))
    assert [(each["article"], each["kind"]) for each in told["headlines"]] == [("a", "loaded word not in the text")]
    put = next(each for each in told["alternatives"] if each["word"]["field"] == "text")
    words = put["others"][0]["words"]
    assert event[1].article.text[words["start"] : words["end"]] == "criticised"
