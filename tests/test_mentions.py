"""Mentions and chains of short invented texts, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import embedding
from analysis.annotation import annotate, annotator, renewed, with_vectors
from analysis.annotation.mentions import mentions_of
from analysis.annotation.model_files import name_and_version
from analysis.model import AnnotatedArticle, Article, EntityKind, MentionForm

LINE = "Mara Teviot, director of the Harbour Line, spoke first. "


def annotated(text: str, title: str | None = None) -> AnnotatedArticle:
    return annotate(Article("a1", text, title=title))


def chain_of(article: AnnotatedArticle, name: str) -> list[str]:
    """The mentions of the one chain called ``name``, pronouns left out; those of the title come first."""
    (number,) = [number for number, chain in enumerate(article.chains) if chain.name == name]
    return [
        field.text[mention.start : mention.end]
        for field in article.fields()
        for mention in field.mentions
        if mention.chain == number and mention.form is not MentionForm.PRONOUN
    ]


def kinds(text: str) -> dict[str, EntityKind]:
    return {chain.name: chain.kind for chain in annotated(text).chains}


def test_surname_honorific_office_and_apposition_are_one_chain() -> None:
    text = LINE + "Ms Teviot said the boats were full. Later the director left, and Teviot did not come back."
    assert chain_of(annotated(text), "Mara Teviot") == [
        "Mara Teviot",
        "director of the Harbour Line",
        "Ms Teviot",
        "the director",
        "Teviot",
    ]


def test_a_title_before_a_name_is_a_label_of_its_own() -> None:
    article = annotated("The union boss Mara Teviot spoke. President Brandt listened.")
    forms = {article.text.text[each.start : each.end]: each.form for each in article.text.mentions}
    assert forms["The union boss"] is MentionForm.LABEL
    assert forms["Mara Teviot"] is MentionForm.NAME
    assert forms["President Brandt"] is MentionForm.NAME
    assert chain_of(article, "Mara Teviot") == ["The union boss", "Mara Teviot"]


def test_what_somebody_is_said_to_be_is_a_label() -> None:
    article = annotated("Mara Teviot is the head of the ferry union. She was not the owner of the line.")
    assert chain_of(article, "Mara Teviot") == ["Mara Teviot", "the head of the ferry union"]


def test_a_clause_that_says_who_somebody_is_is_a_label_and_a_deed_is_none() -> None:
    text = "Mara Teviot, who owns the line, left. Ida Brandt, who left on Monday, came back."
    article = annotated(text)
    assert chain_of(article, "Mara Teviot") == ["Mara Teviot", "who owns the line"]
    assert chain_of(article, "Ida Brandt") == ["Ida Brandt"]


def test_two_people_of_one_surname_stay_apart() -> None:
    text = "Mr Olav Brandt and Mrs Ida Brandt came. Mr Brandt spoke for an hour. Mrs Brandt left early."
    article = annotated(text)
    assert chain_of(article, "Olav Brandt") == ["Mr Olav Brandt", "Mr Brandt"]
    assert chain_of(article, "Ida Brandt") == ["Mrs Ida Brandt", "Mrs Brandt"]


def test_an_epithet_stands_for_the_person_the_passage_is_about() -> None:
    text = "Mr Teviot's words were a plea to Olav Brandt, a first in the gravel tycoon's long rule."
    assert "the gravel tycoon" in chain_of(annotated("Anton Teviot won. " + text), "Anton Teviot")


def test_a_relative_is_not_the_person_named() -> None:
    article = annotated("Anton Teviot came late. Teviot's brother had left, and his wife was ill.")
    assert chain_of(article, "Anton Teviot") == ["Anton Teviot", "Teviot"]


def test_the_leader_of_a_country_by_its_adjective() -> None:
    text = (
        "Norwegian Prime Minister Olav Brandt met Danish President Ida Krone. "
        "The Danish leader was late, and the Norwegian leader waited."
    )
    article = annotated(text)
    assert "The Danish leader" in chain_of(article, "Ida Krone")
    assert "the Norwegian leader" in chain_of(article, "Olav Brandt")


def test_a_deputy_is_not_the_director() -> None:
    article = annotated(LINE + "The deputy director, Olav Brandt, was absent. The director called it a shame.")
    assert chain_of(article, "Mara Teviot")[-1] == "The director"
    assert "The deputy director" in chain_of(article, "Olav Brandt")


def test_a_government_seat_and_the_country_are_one() -> None:
    article = annotated("Norway protested. Oslo said the Norwegian government would wait. The country waits.")
    assert chain_of(article, "Norway") == ["Norway", "Oslo", "the Norwegian government", "The country"]


def test_an_acronym_and_a_short_form_stand_for_the_body() -> None:
    article = annotated("The Tessen Water Authority (TWA) shut the gates. The TWA was silent. The authority is new.")
    assert chain_of(article, "Tessen Water Authority") == [
        "The Tessen Water Authority",
        "TWA",
        "The TWA",
        "The authority",
    ]


def test_groups_of_different_countries_are_not_one() -> None:
    article = annotated("Norwegian soldiers left. Danish soldiers stayed. The Danish soldiers were tired.")
    assert chain_of(article, "Norwegian soldiers") == ["Norwegian soldiers"]
    assert len(chain_of(article, "Danish soldiers")) == 2


def test_kinds() -> None:
    found = kinds("Mara Teviot of Norway told the Harbour Union that the deal was off. The deal was long in coming.")
    assert found["Mara Teviot"] is EntityKind.PERSON
    assert found["Norway"] is EntityKind.COUNTRY
    assert found["Harbour Union"] is EntityKind.GROUP
    assert found["the deal"] is EntityKind.OTHER


def test_title_and_text_share_their_chains() -> None:
    article = annotated(LINE + "Teviot left.", title="Teviot quits as line boss walks out")
    assert chain_of(article, "Mara Teviot")[0] == "Teviot"


def test_a_common_noun_that_opens_a_sentence_is_no_name() -> None:
    article = annotated("Residents complained. The residents were heard.")
    assert [chain.kind for chain in article.chains] == [EntityKind.GROUP]


def test_pronouns_are_tied_by_gender() -> None:
    article = annotated("Mrs Ida Brandt met Mr Olav Krone. He thanked her.")
    field = article.text
    pronouns = {
        field.text[each.start : each.end]: article.chains[each.chain].name
        for each in field.mentions
        if each.form is MentionForm.PRONOUN
    }
    assert pronouns == {"He": "Olav Krone", "her": "Ida Brandt"}


@pytest.mark.parametrize(
    "text, tied",
    [
        ("Jon Hale spoke. Peter Voss listened. “He is a liar,” Voss said. “He knows it.”", {"Jon Hale"}),
        ("Jon Hale spoke. Peter Voss listened. Voss said: “We all know that he is a liar.”", {"Jon Hale"}),
        ("Jon Hale spoke. Peter Voss listened. “I told him so,” Voss said, “and then he left.”", {"Jon Hale"}),
        ("Jon Hale spoke. Peter Voss listened. Voss said he “would never sell his boat”.", {"Peter Voss"}),
        ("Peter Voss came. “He is a liar,” Voss said.", set()),
    ],
)
def test_he_in_a_whole_quotation_is_not_who_speaks_there(text: str, tied: set[str]) -> None:
    article = annotated(text)
    pronouns = [each for each in article.text.mentions if each.form is MentionForm.PRONOUN]
    assert {article.chains[each.chain].name for each in pronouns} == tied


@pytest.mark.parametrize(
    "text, speaker",
    [
        ("Neither Jon Hale nor Peter Voss said whether the line would close.", None),
        ("Last Friday Hale said the line was unsafe.", "Hale"),
        ("Ida Brandt owns the house. The line will close. The engineer said it was unsafe.", None),
        ("Ida Brandt owns the house. The line will close. The woman said it was unsafe.", "Ida Brandt"),
    ],
)
def test_a_speaker_is_named_only_where_the_text_says_who(text: str, speaker: str | None) -> None:
    assert {each.speaker for each in annotated(text).text.attributions} == {speaker}


def test_speakers_are_named_by_their_chain_and_officials_by_nobody() -> None:
    text = LINE + "“We sail,” the director said. “We wait,” officials said. “We hope,” she said."
    assert [each.speaker for each in annotated(text).text.attributions if each.direct] == [
        "Mara Teviot",
        None,
        "Mara Teviot",
    ]


def test_a_new_title_is_tied_to_the_same_text() -> None:
    before = annotated(LINE)
    after = renewed(before, Article("a1", LINE, title="Teviot quits"))
    assert after.title is not None
    assert after == annotate(Article("a1", LINE, title="Teviot quits"))
    assert chain_of(after, "Mara Teviot")[0] == "Teviot"


def by_earlier_rules(article: Article, model: str) -> AnnotatedArticle:
    """``article`` as rules that knew no attribution and no name might have annotated it."""
    full = with_vectors(annotate(article))
    assert full.text.attributions
    assert full.text.mentions
    text = replace(full.text, attributions=(), quotations=(), mentions=(), vectors=b"")
    return with_vectors(replace(full, annotator=f"rules 3, {model}", text=text, chains=()))


def test_later_rules_read_the_stored_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("a1", LINE + "“We sail,” the director said.", title="Teviot quits")
    full, earlier = with_vectors(annotate(article)), by_earlier_rules(article, name_and_version())
    monkeypatch.setattr(annotator, "parse", None)
    after = renewed(earlier, article)
    assert replace(after, text=replace(after.text, vectors=b"")) == replace(full, text=replace(full.text, vectors=b""))
    found, expected = embedding.stored(after.text), embedding.stored(full.text)
    assert found is not None
    assert expected is not None
    assert found == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("annotator_then", ["rules 2, {}", "rules 3, other 1.0", "an older form"])
def test_another_parse_is_made_anew(annotator_then: str, monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("a1", LINE + "“We sail,” the director said.")
    earlier = by_earlier_rules(article, name_and_version())
    earlier = replace(earlier, annotator=annotator_then.format(name_and_version()))
    assert with_vectors(renewed(earlier, article)) == with_vectors(annotate(article))
    monkeypatch.setattr(annotator, "parse", None)
    with pytest.raises(TypeError):
        renewed(earlier, article)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Mara Teviot",
                "Mr Brandt",
                "the",
                "director",
                "of",
                "‘",
                "”",
                "\u202e",
                "-",
                "Jr.",
                "Oslo",
                "'s",
                ",",
                "is",
                "she",
                "said",
                "\n\n",
                "’",
                "Water Authority",
                "(TWA)",
            ]
        ),
        max_size=25,
    )
)
def test_every_mention_lies_in_its_field_and_in_a_chain(words: list[str]) -> None:
    article = annotate(Article("a1", " ".join(words), title=" ".join(words[:5]) or None))
    for field in article.fields():
        assert list(field.mentions) == sorted(field.mentions)
        for mention in field.mentions:
            assert 0 <= mention.start < mention.end <= len(field.text)
            assert 0 <= mention.chain < len(article.chains)
            assert field.text[mention.start : mention.end].strip() == field.text[mention.start : mention.end]
    assert {each.chain for field in article.fields() for each in field.mentions} == set(range(len(article.chains)))


def test_no_text_has_no_mentions() -> None:
    assert mentions_of([]) == ((), ())
    assert annotated("").text.mentions == ()


def test_a_place_that_opens_the_sentence_is_no_part_of_the_name_after_it() -> None:
    article = annotated("Rain fell in Tessen. In Tessen Olga Brandt, the premier who wants a quay, spoke first.")
    names = [chain.name for chain in article.chains]
    assert "Olga Brandt" in names
    assert "Tessen Olga Brandt" not in names
    assert len(chain_of(article, "Tessen")) == 2


def test_ages_tell_who_is_meant() -> None:
    text = (
        "Skipper Joren Brandt, 51, met deckhand Nico Lund, 19, on the quay. The teenager was hurt. "
        "The 51-year-old said nothing, and the burly dad-of-two wept."
    )
    article = annotated(text)
    assert "The teenager" in chain_of(article, "Nico Lund")
    assert "The 51-year-old" in chain_of(article, "Joren Brandt")


def test_an_age_stands_for_the_person_named_before_and_not_for_somebody_older() -> None:
    article = annotated("Olav Lund, 51, sold the boat. The 19-year-old left.")
    assert chain_of(article, "Olav Lund") == ["Olav Lund"]
    article = annotated(
        "Olav Lund sold the boat. The 51-year-old would not say why. The burly dad-of-two told a story."
    )
    assert chain_of(article, "Olav Lund") == ["Olav Lund", "The 51-year-old", "The burly dad-of-two"]


def test_what_somebody_does_for_a_living_is_a_label_and_what_they_say_is_none() -> None:
    article = annotated("Ansgar Lund, who buys for the cannery, left. Ida Brandt, who says it rains, came.")
    assert chain_of(article, "Ansgar Lund") == ["Ansgar Lund", "who buys for the cannery"]
    assert chain_of(article, "Ida Brandt") == ["Ida Brandt"]


def test_a_ship_is_no_person_and_she_is_not_tied_to_it_or_to_a_town() -> None:
    article = annotated("The trawler Stella Kell sank near Marden. She said it was cold. Marden wept. She left.")
    kind = {chain.name: chain.kind for chain in article.chains}
    assert kind["Stella Kell"] is EntityKind.OTHER
    assert not [each for each in article.text.mentions if each.form is MentionForm.PRONOUN]


def test_a_headline_in_title_case_makes_no_names() -> None:
    title = "Minister Accuses Rivals of Theft as Crews Clash With Brandt"
    article = annotated("The minister left the hall early on Monday. Ida Brandt stayed.", title)
    assert article.title is not None
    names = [title[each.start : each.end] for each in article.title.mentions if each.form is MentionForm.NAME]
    assert names == ["Brandt"]


def test_both_parties_are_one_however_they_are_called() -> None:
    article = annotated("Both sides met in the hall. Both governments were tired. The two regions will meet again.")
    assert chain_of(article, "Both sides") == ["Both sides", "Both governments", "The two regions"]


def test_two_people_are_no_party() -> None:
    article = annotated("Both sides met in the hall. Both women were tired.")
    assert chain_of(article, "Both sides") == ["Both sides"]


def test_members_and_possessives_stand_for_their_body() -> None:
    text = (
        "Members of the Harbour Watch, a private association, sat down. The association was glad. "
        "Tamsin Brandt, who founded the Harbour Watch, sang. Her group had won, she said. "
        "The Harbour Watch claims more. Its leader, the self-appointed guardian Tamsin Brandt, left."
    )
    article = annotated(text)
    assert chain_of(article, "Harbour Watch") == [
        "Members of the Harbour Watch", "the Harbour Watch", "a private association", "The association",
        "the Harbour Watch", "Her group", "The Harbour Watch",
    ]  # fmt: skip
    assert {"Its leader", "the self-appointed guardian"} <= set(chain_of(article, "Tamsin Brandt"))


def test_a_possessive_without_a_clear_owner_is_left_alone() -> None:
    article = annotated("The Harbour Watch met. The Quay Club met. Ida Brandt left. Her group sang.")
    assert chain_of(article, "Her group") == ["Her group"]


def test_officers_are_those_of_the_service_spoken_of() -> None:
    article = annotated("The coastguard came late. Its crew was tired. Officers spoke to the skipper.")
    assert chain_of(article, "The coastguard") == ["The coastguard", "Its crew", "Officers"]
    article = annotated("The police came late. Officers spoke to the skipper.")
    assert chain_of(article, "The police") == ["The police", "Officers"]


def test_an_institution_is_known_by_the_noun_of_its_name() -> None:
    text = "A court has stopped the toll. The Upper Harbour Court said so on Monday. The court will meet again."
    assert chain_of(annotated(text), "Upper Harbour Court") == ["A court", "The Upper Harbour Court", "The court"]
    text = "The Meadow Trust sued. The trust was glad. The association wept."
    assert chain_of(annotated(text), "Meadow Trust") == ["The Meadow Trust", "The trust", "The association"]


def test_groups_without_a_name_are_told_apart_by_place() -> None:
    article = annotated("Yobs in Tessen broke panes. Yobs in Marden broke lamps. Hooligans in Tessen sang.")
    first, others, hooligans = (each.chain for each in article.text.mentions if each.end - each.start in (4, 9))
    assert first == hooligans
    assert first != others


def test_only_a_name_is_a_speaker() -> None:
    text = "Officials said it rained. One minister said it was late. Ida Brandt said so too. The 12 skippers said no."
    article = annotated(text)
    told = {
        text[each.source.start : each.source.end]: each.speaker for each in article.text.attributions if each.source
    }
    assert told["Officials"] is None
    assert told["One minister"] is None
    assert told["Ida Brandt"] == "Ida Brandt"
    forms = {text[each.start : each.end]: each.form for each in article.text.mentions}
    assert forms["Officials"] is MentionForm.LABEL
