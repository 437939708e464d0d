"""Entities of invented events: chains tied across outlets, labels, ladders, corrections."""

from __future__ import annotations

import json

import pytest

from analysis import lexicons
from analysis.__main__ import main
from analysis.annotation import annotate
from analysis.model import AnnotatedArticle, Article, Correction, Entity, EntityKind, MentionForm, Voice
from analysis.names import entities, guides_of, label_of, ladder, warned


def event(*texts: str) -> list[AnnotatedArticle]:
    return [annotate(Article(f"a{number}", text)) for number, text in enumerate(texts, 1)]


def labels(found: tuple[Entity, ...], name: str) -> list[str]:
    (entity,) = [each for each in found if each.name == name]
    return sorted(each.label for each in entity.namings if each.form is not MentionForm.PRONOUN)


def test_a_description_of_one_outlet_is_known_from_another() -> None:
    found = entities(event(
        "The union boss Mara Teviot called off the strike.",
        "The strike is over. The union boss gave in on Monday.",
    ))
    assert labels(found, "Mara Teviot") == ["Mara Teviot", "union boss", "union boss"]


def test_spellings_short_forms_and_middle_names_are_one() -> None:
    found = entities(event(
        "Spokesman Dmitry Orlanov spoke. Robert S. Krone left.", "Dimitri Orlanov spoke.", "Bob Krone left."
    ))
    by_people = {each.name: len(each.namings) for each in found if each.kind is EntityKind.PERSON}
    assert sorted(by_people.values()) == [2, 3]


def test_people_of_one_surname_stay_apart_across_outlets() -> None:
    found = entities(event("Olav Brandt spoke.", "Ida Brandt spoke.", "Mrs Brandt left."))
    assert labels(found, "Ida Brandt") == ["Ida Brandt", "Mrs Brandt"]
    assert labels(found, "Olav Brandt") == ["Olav Brandt"]


def test_a_father_and_his_son_are_two() -> None:
    names = [each.name for each in entities(event("Olav Brandt spoke.", "Olav Brandt Jr. spoke."))]
    assert sorted(names) == ["Olav Brandt", "Olav Brandt Jr."]


def test_countries_by_name_and_seat() -> None:
    found = entities(event("Norway protested.", "Oslo protested, and the Norwegian government wrote a letter."))
    assert labels(found, "Norway") == ["Norway", "Norwegian government", "Oslo"]


def test_the_acronym_of_one_outlet_is_the_name_of_another() -> None:
    found = entities(event("The Tessen Water Authority closed the gates.", "The TWA closed the gates."))
    assert labels(found, "Tessen Water Authority") == ["TWA", "Tessen Water Authority"]


def test_those_most_outlets_name_come_first_and_matters_last() -> None:
    found = entities(event(
        "The deal failed. The deal was bad. Mara Teviot left. Ida Brandt stayed.", "Mara Teviot ended the deal."
    ))
    assert found[0].name == "Mara Teviot"
    assert found[-1].kind is EntityKind.OTHER
    assert "deal" in found[-1].name


def test_ids_are_stable_and_unique() -> None:
    texts = event("Olav Brandt spoke.", "Olav Brandt Jr. spoke.", "Ida Brandt spoke.")
    ids = [each.id for each in entities(texts)]
    assert len(set(ids)) == len(ids)
    assert ids == [each.id for each in entities(texts)]
    assert "olav-brandt" in ids


def test_the_voice_is_that_of_the_words() -> None:
    found = entities(event("Mara Teviot left. “Mara Teviot is tired,” said Ida Brandt."))
    (entity,) = [each for each in found if each.name == "Mara Teviot"]
    assert [each.voice for each in entity.namings] == [Voice.OWN, Voice.QUOTED]


def test_a_reader_moves_a_mention_or_takes_it_out() -> None:
    text = "Mara Teviot met Ida Brandt. The baker laughed."
    articles = event(text)
    start = text.index("The baker")
    moved = Correction("a1", "text", start, start + len("The baker"), "link", entity="Ida Brandt")
    assert "baker" in labels(entities(articles, [moved]), "Ida Brandt")
    assert "baker" not in labels(entities(articles, [moved]), "Mara Teviot")
    out = Correction("a1", "text", start, start + len("The baker"), "link", entity="")
    assert not any(naming.start == start for each in entities(articles, [out]) for naming in each.namings)


def test_a_reader_may_name_somebody_new() -> None:
    text = "Mara Teviot left. Wrenfolk cheered."
    start = text.index("Wrenfolk")
    new = Correction("a1", "text", start, start + 8, "link", entity="The crowd")
    found = entities(event(text), [new])
    assert labels(found, "The crowd") == ["Wrenfolk"]


@pytest.mark.parametrize("text,label", [
    ("The  union\nboss", "union boss"), ("an officer", "officer"), ("his aide’s", "aide"),
    ("“the ‘saviour’", "saviour"),
    ("Mara Teviot", "Mara Teviot"), ("the", "the"), ("“" * 5_000, "“" * 5_000), ("A", "A"),
])
def test_labels_lose_article_possessive_and_marks(text: str, label: str) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize("label,guides", [
    ("armed terrorists", "AP, BBC, Reuters, Wikipedia"), ("so-called union", "Wikipedia"), ("illegal immigrants", "AP"),
    ("union boss", ""), ("section chief", ""), ("cults", "AP, Wikipedia"), ("", ""),
])
def test_labels_that_guides_warn_of(label: str, guides: str) -> None:
    assert guides_of(label) == guides


def test_every_guide_named_is_described() -> None:
    lexicon = lexicons.load("labels_to_watch")
    assert {term.label for term in lexicon.terms} == set(lexicon.classes)


def test_a_label_in_an_article_bears_the_guides_name() -> None:
    found = entities(event("Two extremists fled. The extremists were caught."))
    assert {naming.guides for each in found for naming in each.namings} == {"Wikipedia"}


def test_the_ladder_counts_by_article_and_voice_and_leaves_pronouns_out() -> None:
    found = entities(event(
        "The union boss Mara Teviot left. She was tired. “The Union Boss failed,” said Olav Krone.",
        "Union boss Mara Teviot left.",
    ))
    (entity,) = [each for each in found if each.name == "Mara Teviot"]
    rungs = ladder(entity)
    assert [(rung.label, rung.total) for rung in rungs] == [("union boss", 3), ("Mara Teviot", 2)]
    assert rungs[0].counts == {"a1": {Voice.OWN: 1, Voice.QUOTED: 1}, "a2": {Voice.OWN: 1}}
    assert rungs[0].count("a1") == 2
    assert rungs[0].count("a1", Voice.QUOTED) == 1
    assert rungs[0].count("a3") == 0


def test_an_age_and_a_noun_tell_who_is_meant_in_another_outlet() -> None:
    found = entities(event("Deckhand Nico Lund, 19, was hurt.", "A deckhand of 19 was hurt.", "A deckhand of 44 sang."))
    assert labels(found, "Nico Lund") == ["Deckhand", "Nico Lund", "deckhand"]


def test_groups_without_a_name_need_a_word_in_common_across_outlets() -> None:
    found = entities(event("Yobs in Tessen broke panes.", "Hooligans in Tessen sang.", "Vandals broke a lamp."))
    assert sorted(len(each.namings) for each in found if each.kind is EntityKind.GROUP) == [1, 2]


def test_our_crews_are_not_those_of_another_outlet() -> None:
    found = entities(event("“My crews are tired,” she said.", "The crews were tired."))
    assert [len(each.namings) for each in found if each.kind is EntityKind.GROUP] == [1, 1]


def test_no_articles_no_entities() -> None:
    assert entities([]) == ()
    assert entities(event("")) == ()


def test_annotate_prints_mentions_with_ids_shared_by_the_articles_of_an_event(tmp_path, capsys) -> None:
    rows = [
        {"id": "x", "text": "The union boss Ida Brandt left. She was tired.", "event": "7"},
        {"id": "y", "text": "Olav Brandt stayed."},
        {"id": "z", "text": "The union boss left.", "event": 7},
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main(["annotate", str(path), "--verbatim"]) == 0
    printed = {each["id"]: each for each in map(json.loads, capsys.readouterr().out.splitlines())}
    assert printed["x"]["mentions"] == [
        {"start": 0, "end": 14, "entity": "ida-brandt"}, {"start": 15, "end": 25, "entity": "ida-brandt"},
    ]
    assert printed["z"]["mentions"] == [{"start": 0, "end": 14, "entity": "ida-brandt"}]
    assert printed["y"]["mentions"] == [{"start": 0, "end": 11, "entity": "olav-brandt"}]


def test_annotate_keeps_ids_that_no_file_can_hold(tmp_path, capsys):
    ids = ["\ud800", "?", "ü"]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps({"id": each, "text": "Ida Brandt left."}) for each in ids), encoding="utf-8")
    assert main(["annotate", str(path), "--verbatim"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids
    assert "ü" in lines[2]


def test_our_country_is_that_of_the_speaker_and_the_country_the_only_one() -> None:
    found = entities(event(
        "Sweden and Norway met. Norwegian President Mara Teviot spoke. “We will defend our country,” Teviot said.",
        "Norway voted on Monday. The country is calm.",
        "Norway and Sweden voted on Monday. The country is calm.",
    ))
    assert labels(found, "Norway") == ["Norway", "Norway", "Norway", "country", "country"]
    assert labels(found, "Sweden") == ["Sweden", "Sweden"]


def test_the_president_among_two_is_the_subject_before() -> None:
    found = entities(event(
        "Norwegian President Mara Teviot met Swedish President Olav Brandt in Berlin. Teviot praised Brandt. "
        "The president said a deal was near."
    ))
    assert "president" in labels(found, "Mara Teviot")
    assert "president" not in labels(found, "Olav Brandt")


def test_a_ship_with_a_first_name_is_no_person() -> None:
    found = entities(event(
        "The trawler Stella Marr sank. Two men were aboard the Stella Marr. Stella Marr was built in 1999."
    ))
    (ship,) = [each for each in found if each.name == "Stella Marr"]
    assert ship.kind is EntityKind.OTHER


def test_a_group_without_a_name_is_called_by_its_most_even_label() -> None:
    found = entities(event(
        "Both gangs met. Both gangs left.", "Both gangs met on Monday. Both sides left the town.",
    ))
    assert "both sides" in [each.name for each in found]


def test_one_guide_warns_and_two_warn() -> None:
    assert warned("self-styled pro-life admirals") == "AP warns of “pro-life”"
    assert warned("the so-called terrorists") == (
        "Wikipedia warns of “so-called”; AP, BBC, Reuters and Wikipedia warn of “terrorist”"
    )
    assert warned("the secretary") == guides_of("the secretary") == ""
    assert guides_of("so-called terror cell") == "Reuters, Wikipedia"
