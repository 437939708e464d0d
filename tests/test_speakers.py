"""Who is heard in a story: words given to whom, who a source is, and in what capacity somebody speaks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled import article, field, span

from analysis.annotation import annotate
from analysis.model import (
    AnnotatedArticle,
    Article,
    Attribution,
    CueClass,
    Entity,
    EntityKind,
    Evidence,
    MentionForm,
    Naming,
    Span,
    SpeakerKind,
    Voice,
)
from analysis.names import entities
from analysis.speakers import NOBODY, speakers
from analysis.speakers.counting import evidence, shares, word_count


def said(of, source, content, *, speaker=None, cue=None, label=CueClass.NEUTRAL, claim=True):
    """An attribution by the first places of its words."""
    return Attribution(span(of, source) if source else None, speaker, span(of, cue) if cue else None,
                       label if cue else None, tuple(span(of, each) for each in content), False, claim)


def heard(spelled, *attributions, identifier="a1", title=None):
    """An article of one spelled field with these attributions, given as functions of the field."""
    of = field(spelled)
    return article(replace(of, attributions=tuple(each(of) for each in attributions)), title, identifier)


def entity(identifier, name, kind, *namings):
    """An entity with namings (article, words, form) at their first place."""
    return Entity(identifier, name, kind, tuple(
        Naming(of.id, "text", *span(of.text, words), words, form, Voice.OWN) for of, words, form in namings
    ))


def words_of(found):
    return {speaker.name: [speech.words for speech in speaker.speeches] for speaker in found}


TWO = ("Marsk said the|||reported dam|||reported held|||reported . "
       "“|||quoted Nobody|||quoted told|||quoted us|||quoted a|||quoted thing|||quoted ”|||quoted railed Iwell .")


def two():
    return heard(
        TWO,
        lambda of: said(of, "Marsk", ["the dam held"], speaker="Marsk", cue="said"),
        lambda of: said(of, "Iwell", ["“ Nobody told us a thing ”"], speaker="Iwell", cue="railed",
                        label=CueClass.HOSTILE),
    )


def test_words_share_position_cues_and_evidence_of_two_speakers():
    of = two()
    iwell, marsk = speakers([of], ())
    assert (iwell.name, marsk.name) == ("Iwell", "Marsk")
    assert [(each.words, each.share) for each in (*iwell.speeches, *marsk.speeches)] == [(5, 0.625), (3, 0.375)]
    assert marsk.speeches[0].position == of.text.text.index("the dam") / len(of.text.text)
    assert marsk.speeches[0].cues == (Evidence("a1", "text", 6, 10, "neutral"),)
    assert iwell.speeches[0].cues == (Evidence("a1", "text", *span(of.text, "railed"), "hostile"),)
    assert marsk.speeches[0].evidence == (Evidence("a1", "text", *span(of.text, "the dam held"), "reported"),)
    assert iwell.speeches[0].evidence == (
        Evidence("a1", "text", *span(of.text, "“ Nobody told us a thing ”"), "quoted"),
    )


def test_content_is_cut_where_its_voice_changes():
    of = heard("He called|||reported it|||reported “|||quoted a|||quoted mess|||quoted ”|||quoted today|||reported .",
               lambda of: said(of, "He", ["called it “ a mess ” today"], speaker="Dana Holm"))
    (speech,) = speakers([of], ())[0].speeches
    assert [(each.label, of.text.text[each.start : each.end]) for each in speech.evidence] == [
        ("reported", "called it"), ("quoted", "“ a mess ”"), ("reported", "today"),
    ]


def test_nested_words_belong_to_the_outermost_source_and_count_once():
    of = heard(
        "Marsk said experts called the dam safe .",
        lambda of: said(of, "experts", ["the dam safe"], cue="called"),
        lambda of: said(of, "Marsk", ["experts called the dam safe"], speaker="Marsk", cue="said"),
    )
    assert words_of(speakers([of], ())) == {"Marsk": [5]}


def test_where_contents_overlap_the_longer_keeps_the_words():
    of = heard(
        "one two three four five",
        lambda of: said(of, None, ["three four five"], speaker="Short Name"),
        lambda of: said(of, None, ["one two three four"], speaker="Long Name"),
    )
    assert words_of(speakers([of], ())) == {"Long Name": [4], "Short Name": [1]}


def test_wishes_and_plans_are_not_heard():
    of = heard("Marsk wants to stay .", lambda of: said(of, "Marsk", ["to stay"], speaker="Marsk", claim=False))
    assert speakers([of], ()) == ()


def test_the_title_counts_and_stands_at_zero():
    title = field("Dam safe : Marsk", "title")
    title = replace(title, attributions=(said(title, "Marsk", ["Dam safe"], speaker="Marsk"),))
    of = heard("It is late . The lake rose , Marsk said .",
               lambda of: said(of, "Marsk", ["The lake rose"], speaker="Marsk"), title=title)
    (speech,) = speakers([of], ())[0].speeches
    assert (speech.words, speech.position, speech.evidence[0].field) == (5, 0.0, "title")


def test_without_source_there_is_one_speaker_for_the_whole_story():
    one = heard("Reportedly the gates failed .", lambda of: said(of, None, ["the gates failed"]))
    other = heard("The dam reportedly held firm .", lambda of: said(of, None, ["The dam"]), identifier="a2")
    (nobody,) = speakers([one, other], ())
    assert (nobody.name, nobody.entity, nobody.kind) == (NOBODY, None, SpeakerKind.UNNAMED)
    assert [(each.article, each.words) for each in nobody.speeches] == [("a1", 3), ("a2", 2)]


def test_a_pronoun_is_the_speaker_it_was_resolved_to_and_otherwise_nobody():
    of = heard("She said yes . He said no no .",
               lambda of: said(of, "She", ["yes"], speaker="Mara Marsk"), lambda of: said(of, "He", ["no no"]))
    assert words_of(speakers([of], ())) == {NOBODY: [2], "Mara Marsk": [1]}


def test_a_source_is_the_entity_whose_naming_it_overlaps_in_all_outlets():
    one = heard("Ms|ms|PROPN Marsk|marsk|PROPN said it held .", lambda of: said(of, "Ms Marsk", ["it held"]))
    other = heard("The boss|boss|NOUN said so .", lambda of: said(of, "The boss", ["so"]), identifier="a2")
    marsk = entity("marsk", "Mara Marsk", EntityKind.PERSON, (one, "Marsk", MentionForm.NAME),
                   (other, "The boss", MentionForm.LABEL))
    (found,) = speakers([one, other], (marsk,))
    assert (found.id, found.name, found.entity) == ("marsk", "Mara Marsk", "marsk")
    assert [speech.words for speech in found.speeches] == [2, 1]


def test_a_resolved_name_finds_its_entity_by_name_and_by_surname():
    one = heard("She said it held .", lambda of: said(of, "She", ["it held"], speaker="Mara Marsk"))
    other = heard("He said so .", lambda of: said(of, "He", ["so"], speaker="Mr Marsk"), identifier="a2")
    marsk = entity("marsk", "Mara Marsk", EntityKind.PERSON)
    assert [speaker.entity for speaker in speakers([one, other], (marsk,))] == ["marsk"]


def test_a_surname_of_two_people_is_neither():
    of = heard("A b c d e f", lambda of: said(of, None, ["A b"], speaker="Mara Marsk"),
               lambda of: said(of, None, ["c d"], speaker="Odo Marsk"),
               lambda of: said(of, None, ["e f"], speaker="Marsk"))
    assert words_of(speakers([of], ())) == {"Mara Marsk": [2], "Marsk": [2], "Odo Marsk": [2]}


@pytest.mark.parametrize("text, name", [
    ("A critic of Mara Marsk said that the dam was old.", "critic of Mara Marsk"),
    ("Mara Marsk’s lawyers said that she would pay.", "Mara Marsk’s lawyers"),
])
def test_somebody_named_in_passing_does_not_speak(text, name):
    of = annotate(Article("a1", text))
    marsk = entity("marsk", "Mara Marsk", EntityKind.PERSON, (of, "Mara Marsk", MentionForm.NAME))
    assert [(each.name, each.entity, each.kind) for each in speakers([of], (marsk,))] == [
        (name, None, SpeakerKind.UNNAMED)
    ]


@pytest.mark.parametrize("text", [
    "Tam Iwell of the Tessen Board said that the dam was old.",
    "Lawyer Tam Iwell said that the dam was old.",
    "Her lawyer, Tam Iwell, said that the dam was old.",
    "“The dam is old,” said Tam Iwell, a lawyer for the Tessen Board.",
])
def test_a_person_named_speaks_whatever_else_the_source_names(text):
    of = annotate(Article("a1", text))
    everybody = [entity("iwell", "Tam Iwell", EntityKind.PERSON, (of, "Tam Iwell", MentionForm.NAME))]
    if "Board" in text:
        everybody.append(entity("board", "Tessen Board", EntityKind.GROUP, (of, "Tessen Board", MentionForm.NAME)))
    assert [each.entity for each in speakers([of], everybody)] == ["iwell"]


def test_some_of_a_party_are_not_the_party():
    of = heard("Some Reeds|reed|PROPN said no . Reeds said so .",
               lambda of: said(of, "Some Reeds", ["no"], speaker="Reeds"))
    party = entity("reeds", "Reeds", EntityKind.GROUP, (of, "Reeds", MentionForm.NAME))
    assert [(each.name, each.entity) for each in speakers([of], (party,))] == [("Reeds", None)]


def test_phrases_are_joined_over_outlets_without_determiners_and_tails():
    one = heard("The officials at noon said it held .", lambda of: said(of, "The officials at noon", ["it held"]))
    other = heard("some Officials , who left , said so .",
                  lambda of: said(of, "some Officials , who left", ["so"]), identifier="a2")
    (found,) = speakers([one, other], ())
    assert (found.name, found.entity, [speech.words for speech in found.speeches]) == ("officials", None, [2, 1])


def test_shares_of_an_article_add_up_and_the_most_words_come_first():
    more = heard("Marsk said no no no no .", lambda of: said(of, "Marsk", ["no no no no"], speaker="Marsk"),
                 identifier="a2")
    found = speakers([two(), more], ())
    assert words_of(found) == {"Marsk": [3, 4], "Iwell": [5]}
    assert [each.name for each in found] == ["Marsk", "Iwell"]
    assert sum(speech.share for each in found for speech in each.speeches if speech.article == "a1") == 1


@pytest.mark.parametrize("text", ["", " ", "\ud800 said \u200f", "“”" * 50])
def test_odd_texts_have_no_speaker(text):
    assert speakers([AnnotatedArticle(Article("a1", text), "x", field(text.replace("|", "")))], ()) == ()
    assert speakers([], ()) == ()


CONTENTS = st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), min_size=1, max_size=3)


@given(claims=st.lists(CONTENTS, max_size=8), quoted=st.sets(st.integers(0, 29)))
@settings(deadline=None, max_examples=100)
def test_each_attributed_word_is_given_once_and_no_passage_crosses_voices(claims, quoted):
    of = field(" ".join(f"w{number}|||{'quoted' if number in quoted else 'reported'}" for number in range(30)))
    ends = [token.end for token in of.tokens]
    spans = [[Span(of.tokens[a].start, ends[min(a + n, 30) - 1]) for a, n in sorted(claim)] for claim in claims]
    of = replace(of, attributions=tuple(Attribution(None, None, None, None, tuple(each), False) for each in spans))
    given_out = shares(of)
    inside = {token for token in of.tokens for each in spans for one in each if one.start <= token.start < one.end}
    taken = [index for share in given_out for index in share.tokens]
    assert sorted(taken) == sorted({index for index, token in enumerate(of.tokens) if token in inside})
    assert sum(word_count(of, share) for share in given_out) == len(inside)
    passages = [each for share in given_out for each in evidence("a1", of, share)]
    for each in passages:
        voices = {str(token.voice) for token in of.tokens if each.start <= token.start < each.end}
        assert voices == {each.label}
    assert sum(sum(each.start <= token.start < each.end for token in of.tokens) for each in passages) == len(inside)


KINDS = [
    ("Environment Minister Odo Solin said the lake had fallen.", "politician"),
    ("“We will rebuild,” said Sen. Ida Brandt (D-Velm).", "politician"),
    ("Mara Teviot, a candidate for the council, said the road was closed.", "politician"),
    ("Police chief Lorn Abbery said that the road was closed.", "official"),
    ("“The road is closed,” said Jan Ferrow, a spokesman for the Interior Ministry.", "official"),
    ("Judge Nella Voss said that the company had lied.", "official"),
    ("Pavel Rusk, an analyst at Corran Bank, said that the price would fall.", "expert"),
    ("Ilse Borg, professor of law at the University of Velm, said that the vote was void.", "expert"),
    ("Dana Holm, chief executive of Varn Paper, said that the mill was closed.", "business"),
    ("Bank director Dana Holm said that the mill was closed.", "business"),
    ("“We were not asked,” said Tom Iwell, chairman of the Lower Velm Residents’ Association.", "campaigner"),
    ("Union president Ada Morrel said that the strike would go on.", "campaigner"),
    ("“The water was black,” said Jory Penn, 24, a deckhand.", "witness or ordinary person"),
    ("“The water was black,” said Jory Penn, 24.", "witness or ordinary person"),
    ("Reporter Hanne Oduro said that she saw no bottles.", "outlet or agency"),
    ("Officials said that the road was closed.", "unnamed"),
    ("Critics said that the plan was reckless.", "unnamed"),
    ("Residents said that the siren had not sounded.", "unnamed"),
    ("A spokesman who declined to be named said that the road was closed.", "unnamed"),
    ("One minister said that the plan was dead.", "unnamed"),
    ("The prime minister said that the plan was dead.", "politician"),
    ("One resident said that the siren had not sounded.", "witness or ordinary person"),
    ("A police spokesman said that the road was closed.", "official"),
    ("The ministry said that the road was closed.", "official"),
    ("The company said that the mill was closed.", "business"),
    ("The union said that the strike would go on.", "campaigner"),
    ("The report said that the battery was missing.", "document"),
    ("The newspaper said that the battery was missing.", "outlet or agency"),
    ("Jory Penn said that the battery was missing.", None),
]


@pytest.mark.parametrize("text, kind", KINDS, ids=[text[:40] for text, _ in KINDS])
def test_the_kind_is_told_by_the_words_around_the_source(text, kind):
    (found,) = speakers([annotate(Article("a1", text))], ())
    assert found.kind == kind


def test_the_kind_is_learnt_from_the_label_in_another_outlet():
    plain = annotate(Article("a1", "Jory Penn said that the battery was missing."))
    telling = annotate(Article("a2", "Jory Penn was there. The deckhand laughed."))
    penn = Entity("penn", "Jory Penn", EntityKind.PERSON, (
        Naming("a1", "text", 0, 9, "Jory Penn", MentionForm.NAME, Voice.OWN),
        Naming("a2", "text", 0, 9, "Jory Penn", MentionForm.NAME, Voice.OWN),
        Naming("a2", "text", 21, 33, "deckhand", MentionForm.LABEL, Voice.OWN),
    ))
    assert [each.kind for each in speakers([plain], (penn,))] == [None]
    assert [each.kind for each in speakers([plain, telling], (penn,))] == [SpeakerKind.WITNESS]


def test_a_country_that_speaks_is_official():
    of = annotate(Article("a1", "Norrane said that the border was closed."))
    norrane = Entity("n", "Norrane", EntityKind.COUNTRY,
                     (Naming("a1", "text", 0, 7, "Norrane", MentionForm.NAME, Voice.OWN),))
    assert [(each.name, each.kind) for each in speakers([of], (norrane,))] == [("Norrane", SpeakerKind.OFFICIAL)]


def test_a_spokesperson_speaks_for_the_body_that_is_an_entity():
    of = annotate(Article("a1", "A spokesman for the Tessen Board said that the road was closed."))
    start = of.text.text.index("Tessen")
    board = Entity("b", "Tessen Board", EntityKind.GROUP,
                   (Naming("a1", "text", start, start + 12, "Tessen Board", MentionForm.NAME, Voice.OWN),))
    assert [each.name for each in speakers([of], (board,))] == ["Tessen Board"]


def kind_in(text):
    found = speakers([annotate(Article("a", text))], entities([annotate(Article("a", text))]))
    return {each.name: each.kind for each in found}


def test_a_post_in_a_body_weighs_more_than_a_trade_or_a_mocking_title():
    kinds = kind_in(
        "Skipper Olav Brandt, chairman of the Fishers' League, said the sea was rough. The skipper, Olav Brandt, the "
        "self-styled admiral, said it again."
    )
    assert kinds["Olav Brandt"] is SpeakerKind.CAMPAIGNER


def test_a_secretary_for_something_in_a_government_is_a_politician():
    kinds = kind_in("Ines Corval, secretary for fisheries in the government, said it was fine.")
    assert kinds["Ines Corval"] is SpeakerKind.POLITICIAN
