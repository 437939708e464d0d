"""Sentences, attributions and voices of short texts, worked out by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotation import annotate, annotator_version, corrected, pack, unpack
from analysis.annotation.attribution import attributions_of
from analysis.errors import LibraryError
from analysis.model import AnnotatedArticle, Article, Attribution, Correction, CueClass, Span, Voice


def annotated(text: str, title: str | None = None) -> AnnotatedArticle:
    return annotate(Article("a1", text, title=title))


def said(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    """(source, cue, content) of every attribution, as text."""
    return [
        (_slice(text, each.source), _slice(text, each.cue), [text[span.start : span.end] for span in each.content])
        for each in annotated(text).text.attributions
    ]


def _slice(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def voice_of(text: str, words: str) -> set[Voice]:
    start = text.index(words)
    reach = Span(start, start + len(words))
    tokens = annotated(text).text.tokens
    return {token.voice for token in tokens if Span(token.start, token.end).overlaps(reach)}


@pytest.mark.parametrize(
    "text,source,cue,content",
    [
        ("Mara Teviot said on Tuesday that the ferry would sail again.", "Mara Teviot", "said",
         "that the ferry would sail again"),
        ("“The ferry will sail again,” said Mara Teviot, a deckhand.", "Mara Teviot, a deckhand", "said",
         "“The ferry will sail again,”"),
        ("The strike cost two million crowns, according to the Chamber of Trade.", "the Chamber of Trade",
         "according to", "The strike cost two million crowns"),
        ("Critics claimed that the plan was reckless.", "Critics", "claimed", "that the plan was reckless"),
        ("The report said nine people were hurt.", "The report", "said", "nine people were hurt"),
    ],
)
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, [content]) in said(text)


def test_a_quotation_split_by_its_cue_is_one_attribution() -> None:
    text = "“We are ready,” Mara Teviot said, “and we will sail.”"
    assert said(text)[0] == ("Mara Teviot", "said", ["“We are ready,”", "“and we will sail.”"])


def test_a_quotation_without_a_cue_goes_on_with_the_speaker_before() -> None:
    text = "“The river rose at night,” said Odile Brandt. “Nobody warned the lower town.”"
    (attribution,) = annotated(text).text.attributions
    assert len(attribution.content) == 2
    assert attribution.speaker == "Odile Brandt"


def test_pronouns_and_surnames_stand_for_the_fullest_name() -> None:
    text = "Mara Teviot spoke first. “We will sail,” Teviot said. “Tomorrow,” she added, “if the wind allows it.”"
    claims = [each for each in annotated(text).text.attributions if each.claim]
    assert [each.speaker for each in claims] == ["Mara Teviot", "Mara Teviot"]


def test_cue_classes() -> None:
    text = "Brandt alleged that it was locked. The mayor admitted that it was. The guild pointed out that it knew."
    found = [each.cue_class for each in annotated(text).text.attributions if each.cue_class is not CueClass.NEUTRAL]
    assert found == [CueClass.DISTANCING, CueClass.CONCEDING, CueClass.ENDORSING]


def test_the_three_voices() -> None:
    text = "The mayor baselessly claimed that the brutal crews “hate this town” and left."
    assert voice_of(text, "baselessly claimed") == {Voice.OWN}
    assert voice_of(text, "brutal crews") == {Voice.REPORTED}
    assert voice_of(text, "hate this town") == {Voice.QUOTED}


def test_what_the_news_comes_as_is_attributed_and_the_news_is_not() -> None:
    text = "The ominous speech comes as the river rises by a metre a day, according to the state weather office."
    assert voice_of(text, "ominous speech") == {Voice.OWN}
    assert voice_of(text, "rises by a metre") == {Voice.REPORTED}


@pytest.mark.parametrize(
    "text,source,cue,content",
    [
        ("The guild opposes the brutal toll.", "The guild", "opposes", ["the brutal toll"]),
        ("The guild's criticism of the reckless plan went on.", "The guild", "criticism", ["of the reckless plan"]),
        ("That worries the fishermen.", "the fishermen", "worries", []),
        ("The plan seems reckless.", None, "seems", ["reckless"]),
        ("The mayor is proud of the brutal crews.", "The mayor", "proud", ["of the brutal crews"]),
    ],
)
def test_attitudes_are_kept_and_leave_every_voice_as_it_is(
    text: str, source: str | None, cue: str, content: list[str]
) -> None:
    assert (source, cue, content) in said(text)
    field = annotated(text).text
    assert not any(each.claim for each in field.attributions)
    assert {token.voice for token in field.tokens} == {Voice.OWN}


def test_an_attitude_does_not_make_a_scare_quote_a_quotation() -> None:
    (quotation,) = annotated("The guild resisted the “gift” and went home.").text.quotations
    assert not quotation.sourced


def test_words_inside_a_quotation_are_not_taken_apart() -> None:
    text = "“I think they claimed that we would sail,” said Mara Teviot."
    assert [cue for _, cue, _ in said(text)] == ["said"]


@pytest.mark.parametrize(
    "text,source,cue",
    [
        ("In his opinion, the crews are brutal.", "his", "In his opinion"),
        ("In the words of the guild, the crews are brutal.", "the guild", "In the words"),
        ("As many clerks have pointed out, the crews are brutal.", "many clerks", "pointed out"),
        ("The crews are brutal, as the clerks previously reported.", "the clerks", "reported"),
    ],
)
def test_a_claim_beside_the_phrase_that_attributes_it(text: str, source: str, cue: str) -> None:
    assert (source, cue) in [found[:2] for found in said(text)]
    assert voice_of(text, "crews are brutal") == {Voice.REPORTED}


def test_a_speaker_taken_for_an_apposition_speaks_all_the_same() -> None:
    text = "Ilvar did not dare to open the gate, the town's former toll clerk continues: “Not because he loves us.”"
    speakers = [source for source, cue, _ in said(text) if cue == "continues"]
    assert speakers == ["the town's former toll clerk"]
    assert voice_of(text, "did not dare") == {Voice.REPORTED}


def test_an_abbreviation_in_brackets_is_part_of_the_content() -> None:
    text = "The list included demands that the Guild of River Pilots (GRP) pledge to add no brutal crews."
    assert voice_of(text, "Pilots (GRP) pledge") == {Voice.REPORTED}


def test_a_quotation_after_a_purpose_draws_the_purpose_in() -> None:
    text = "The mayor accused the guild of hiring deckhands in order to turn them into a “private navy”."
    assert voice_of(text, "in order to turn them into a") == {Voice.REPORTED}


@pytest.mark.parametrize(
    "text,source,cue",
    [
        ("Odile Brandt: “The river rose at night and nobody came.”", "Odile Brandt", ":"),
        ("Odile Brandt gave the idea a try on the radio on Tuesday: “The river rose and nobody came.”",
         "Odile Brandt", "gave"),
        ("Odile Brandt argued that the town was warned. “The river rose at night and nobody came.”",
         "Odile Brandt", "argued"),
    ],
)
def test_a_quotation_without_a_reporting_verb_has_the_speaker_beside_it(text: str, source: str, cue: str) -> None:
    holders = [found[:2] for found in said(text) if any("nobody came" in piece for piece in found[2])]
    assert holders == [(source, cue)]


@pytest.mark.parametrize("outlet,claims", [("Harbour Times", 0), ("Guild Gazette", 1)])
def test_an_outlet_that_cites_itself_speaks_in_its_own_voice(outlet: str, claims: int) -> None:
    text = "The river was rising, as the Harbour Times reported."
    field = annotated(text).text
    found, _ = attributions_of(text, field.tokens, field.sentences, field.paragraphs, (), outlet)
    assert sum(each.claim for each in found) == claims


def test_a_word_in_marks_without_a_source_is_a_scare_quote_in_the_outlets_own_voice() -> None:
    text = "The town, which forms a “union” with its neighbour, has opened the gate."
    (quotation,) = annotated(text).text.quotations
    assert not quotation.sourced
    assert voice_of(text, "union") == {Voice.OWN}


def test_a_long_quotation_without_a_source_is_still_somebodys_very_words() -> None:
    text = "The wall carried a line: “Nobody here wants to strand their neighbours.”"
    assert voice_of(text, "strand their neighbours") == {Voice.QUOTED}


def test_heading_lines_and_paragraphs_end_sentences() -> None:
    field = annotated("A heading without a stop\nThe river rose. The town slept\n\nThe end").text
    assert [field.text[span.start : span.end] for span in field.sentences] == [
        "A heading without a stop", "The river rose.", "The town slept", "The end",
    ]


def test_the_title_has_its_own_annotation() -> None:
    article = annotated("The river rose.", title="“We waited”: town flooded")
    assert article.title is not None
    assert article.title.name == "title"
    assert [article.title.text[each.start : each.end] for each in article.title.quotations] == ["“We waited”"]


@pytest.mark.parametrize("text", ["", "   \n\n ", "\u202e“", "x" * 30_000, "“" * 500, "$a$ <b> *c*"])
def test_odd_texts_are_annotated_without_complaint(text: str) -> None:
    field = annotated(text).text
    assert all(field.text[token.start : token.end] == token.text for token in field.tokens)


@given(st.text(alphabet="Ab .,\n“”\"'said", max_size=60))
@settings(deadline=None, max_examples=60)
def test_offsets_voices_and_the_stored_form_hold_for_any_text(text: str) -> None:
    article = annotated(text)
    field = article.text
    assert [text[token.start : token.end] for token in field.tokens] == [token.text for token in field.tokens]
    assert all(first.end <= second.start for first, second in pairwise(field.tokens))
    for quotation in field.quotations:
        inside = {token.voice for token in field.tokens if quotation.start <= token.start < quotation.end}
        assert inside <= ({Voice.QUOTED} if quotation.sourced else set(Voice))
    for attribution in field.attributions:
        assert _in_order(attribution, len(text))
    assert unpack(article.article, pack(article)) == article


def _in_order(attribution: Attribution, length: int) -> bool:
    spans = [*attribution.content, *filter(None, (attribution.source, attribution.cue))]
    return all(0 <= span.start < span.end <= length for span in spans)


def voices_in(text: str, voice: Voice, title: str | None = None) -> str:
    """The words of one voice, joined by blanks; those of the title where there is one."""
    article = annotated(text, title)
    field = article.title or article.text
    return " ".join(token.text for token in field.tokens if token.voice is voice and token.is_word)


@pytest.mark.parametrize("style", ["‘{}’", "“{}”"])
def test_a_quotation_over_paragraphs_is_quoted_in_each(style: str) -> None:
    opening, closing = style.split("{}")
    text = f"{opening}They don’t care.\n\n{opening}Nobody warned us,{closing} said Odile Brandt."
    assert voices_in(text, Voice.QUOTED) == "They do care Nobody warned us"


@pytest.mark.parametrize(
    "text,reported",
    [
        ("The guild accused the greedy mayor of selling the river.", "selling the river"),
        ("The mayor denounced the lawful strike as reckless.", "reckless"),
        ("He dismissed the sober report as a joke.", "a joke"),
        ("Brandt criticised the kindly council for closing the gate.", "closing the gate"),
        ("Brandt slammed the kindly council.", ""),
        ("Brandt questioned the wise decision.", ""),
        ("He called the plan reckless.", "the plan reckless"),
    ],
)
def test_of_a_judgment_only_what_is_said_is_reported_and_not_the_thing(text: str, reported: str) -> None:
    assert voices_in(text, Voice.REPORTED) == reported


@pytest.mark.parametrize(
    "text,quoted",
    [
        ("The mayor blasted the new toll as ‘a gift to nobody’.", "a gift to nobody"),
        ("She described the plan as “a gift to nobody” on Monday.", "a gift to nobody"),
        ("The guild accused the mayor of ‘selling the river’.", "selling the river"),
        ("The mayor railed against the “silence” of the ministry.", "silence"),
    ],
)
def test_a_judgment_in_quotation_marks_leaves_the_thing_to_the_writer(text: str, quoted: str) -> None:
    assert voices_in(text, Voice.QUOTED) == quoted
    assert voices_in(text, Voice.REPORTED) == ""


def test_what_a_judgment_is_about_is_kept_as_an_attitude() -> None:
    found = annotated("The guild accused the mayor of selling the river.").text.attributions
    contents = {(each.claim, *[(span.start, span.end) for span in each.content]) for each in found}
    assert contents == {(True, (31, 48)), (False, (18, 30))}


@pytest.mark.parametrize(
    "text",
    [
        "The mate, who asked that his name be kept out of the paper, left at nine.",
        "Two clerks who asked not to be named left at nine.",
        "The “closure”, which Dorvany announced without asking anybody, lasted a week.",
        "The crew would not say why the lamp had been dark.",
        "The owners have to explain who sent the crews.",
        "Nobody expects that the ferry will sail again.",
        "The drivers can claim nothing.",
        "The gate held the water back and the guild held the gate open.",
        "Three clerks were questioned about the fire.",
    ],
)
def test_where_nobody_makes_a_claim_the_writer_speaks(text: str) -> None:
    assert {token.voice for token in annotated(text).text.tokens} == {Voice.OWN}


@pytest.mark.parametrize(
    "text,reported",
    [
        ("The clerks had a hard week: three of them asked why the gate was shut.", "why the gate was shut"),
        ("It was a bad night: the mayor said that nobody had called him.", "that nobody had called him"),
        ("But that is not all: according to a clerk, the town has no boats.", "the town has no boats"),
        ("The crews waited, according to the clerk; the mayor slept.", "The crews waited"),
        ("The toll cost nine crowns, according to the report, and the sum will rise.", "The toll cost nine crowns"),
        ("According to the report, the toll cost nine crowns and the sum will rise.",
         "the toll cost nine crowns and the sum will rise"),
        ("The new toll, which, lawyers say, could break the law, starts in May.", "could break the law"),
        ("The toll, which lawyers say could break the law, starts in May.", "could break the law"),
        ("The toll, the mayor said, starts in May.", "The toll starts in May"),
        ("The man who broke the gate has left, police say.", "The man who broke the gate has left"),
        ("The team is led by two clerks and takes help from the guild, according to the mayor.",
         "The team is led by two clerks and takes help from the guild"),
        ("“We will sail,” Mara Teviot said, according to the Beacon.", ""),
    ],
)
def test_a_claim_ends_where_the_writer_goes_on(text: str, reported: str) -> None:
    assert voices_in(text, Voice.REPORTED) == reported


@pytest.mark.parametrize(
    "text,reported",
    [
        ("The guild puts the number at nine.", "the number at nine"),
        ("The guild puts the ship at risk.", ""),
        ("The log records that the gate was open.", "that the gate was open"),
        ("The judges held that the toll was unlawful.", "that the toll was unlawful"),
        ("By the count of the harbour office, forty ships left.", "forty ships left"),
        ("Nine were hurt, by the guild's reckoning; the mayor slept.", "Nine were hurt"),
        ("Nine were hurt, by our count.", ""),
        ("The toll was lifted after judges ruled that it broke the law.", "that it broke the law"),
        ("The toll was raised without approval, the court ruled on Tuesday.", "The toll was raised without approval"),
        ("The bridge will close in May, Tarrow told the Beacon.", "The bridge will close in May"),
        ("The Crossing must pay nine florins, Piers Ondal, the lawyer of the islanders, told the Beacon.",
         "The Crossing must pay nine florins"),
        ("Ilvar did not dare to open the gate, the town's former toll clerk (2009 to 2012) continues: “He wept.”",
         "Ilvar did not dare to open the gate"),
    ],
)
def test_claims_of_rulings_records_and_counts(text: str, reported: str) -> None:
    assert voices_in(text, Voice.REPORTED) == reported


def test_the_speaker_after_the_verb_is_no_object() -> None:
    text = "They waited all night. ‘Brandt for mayor!’ shouted one, from behind a slice of tart."
    assert ("one", "shouted", ["‘Brandt for mayor!’"]) in said(text)


def test_a_quotation_before_a_speaker_is_not_that_of_a_clause_about_the_speaker() -> None:
    text = "“Six crowns pays for the paint,” observed Mara Oren of the guild, who has advised the mayor."
    assert voices_in(text, Voice.REPORTED) == ""
    assert voice_of(text, "Six crowns") == {Voice.QUOTED}


@pytest.mark.parametrize(
    "title,reported",
    [
        ("Board: Levy Is Too High", "Levy Is Too High"),
        ("Harbour board: toll must rise", "toll must rise"),
        ("Levy is too high: minister", "Levy is too high"),
        ("Toll must rise: Tarrow", "Toll must rise"),
        ("Toll rise unlawful, court rules", "Toll rise unlawful"),
        ("Toll Unlawful, Court Rules", "Toll Unlawful"),
        ("Mayor Says Toll Will Rise", "Toll Will Rise"),
        ("Union Demands Higher Pay For Crews", "Higher Pay For Crews"),
        ("Ostray Bridge: ministry takes up oversight of tolls", ""),
        ("New York: mayor says toll will rise", "toll will rise"),
        ("Minister Endorses Plan", ""),
        ("Bridge Deal: Council Votes Again", ""),
        ("Harbour fire: what we know so far", ""),
        ("Analysis: why the toll rose", ""),
        ("Court rules limit press access to hearings", ""),
    ],
)
def test_claims_in_headlines(title: str, reported: str) -> None:
    assert voices_in("The river rose.", Voice.REPORTED, title) == reported


def test_a_verb_in_a_title_in_title_case_is_a_verb() -> None:
    article = annotated("The river rose.", title="Mayor Slams Toll as 'Theft'")
    assert article.title is not None
    assert {token.text: token.pos for token in article.title.tokens}["Slams"] == "VERB"
    assert [each.sourced for each in article.title.quotations] == [True]


@pytest.mark.parametrize("line", ["TARN - ", "TARN CITY (Beacon) — ", "TARN, March 3 – "])
def test_a_dateline_is_neither_source_nor_content(line: str) -> None:
    text = f"{line}The toll was raised without approval, the court ruled on Tuesday."
    assert voices_in(text, Voice.REPORTED) == "The toll was raised without approval"
    (claim,) = (each for each in annotated(text).text.attributions if each.claim)
    assert _slice(text, claim.source) == "the court"


def test_a_lone_surrogate_does_no_harm() -> None:
    text = "The \ud83d mayor said that the \udc00river rose."
    article = annotated(text)
    assert [text[token.start : token.end] for token in article.text.tokens] == [
        token.text for token in article.text.tokens
    ]
    assert unpack(article.article, pack(article)) == article


@given(st.text(alphabet="Ab :,-\ud800‘’“” Board said", max_size=40))
@settings(deadline=None, max_examples=40)
def test_any_line_can_be_a_headline(text: str) -> None:
    field = annotated("The river rose.", title=text).title
    assert field is None or [text[token.start : token.end] for token in field.tokens] == [
        token.text for token in field.tokens
    ]
    for attribution in field.attributions if field is not None else ():
        assert _in_order(attribution, len(text))


def test_a_spoilt_blob_is_a_clear_error() -> None:
    with pytest.raises(LibraryError, match="add the article again"):
        unpack(Article("a1", "text", name="harbour.txt"), b"not a blob")


def test_a_voice_correction_changes_the_tokens_it_covers_and_no_others() -> None:
    article = annotated("The crews were brutal. The gate closed.")
    changed = corrected(article, [Correction("a1", "text", 15, 21, "voice", voice=Voice.REPORTED)])
    assert [token.text for token in changed.text.tokens if token.voice is Voice.REPORTED] == ["brutal"]
    assert corrected(article, [Correction("other", "text", 15, 21, "voice", voice=Voice.QUOTED)]) == article


def test_the_annotators_version_names_rules_and_model() -> None:
    assert annotator_version().startswith("rules ")
    assert "3.8.0" in annotator_version()
