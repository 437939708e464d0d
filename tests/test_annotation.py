"""Sentences, attributions and voices of short texts, worked out by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotation import annotate, annotator_version, corrected, pack, unpack
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
    assert [each.speaker for each in annotated(text).text.attributions] == ["Mara Teviot", "Mara Teviot"]


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
