"""Deeds in sentences that were made for these tests: form, doer, done-to, what is left out, and entities."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agency import deeds
from analysis.annotation import annotate
from analysis.model import (
    AnnotatedArticle,
    Article,
    Chain,
    Correction,
    Deed,
    DeedForm,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Naming,
    Span,
    Voice,
)

ACTIVE, PASSIVE, AGENT = DeedForm.ACTIVE, DeedForm.PASSIVE, DeedForm.PASSIVE_WITH_AGENT
INTRANSITIVE, NOMINAL = DeedForm.INTRANSITIVE, DeedForm.NOMINAL


def told(text: str, title: str | None = None) -> list[tuple[str, DeedForm, str | None, str | None]]:
    """(words, form, doer, done-to) of each deed."""
    article = Article("a", text, title)

    def shown(deed: Deed, span: Span | None) -> str | None:
        return None if span is None else article.passage(deed.field, *span)

    def row(deed: Deed) -> tuple[str, DeedForm, str | None, str | None]:
        words = article.passage(deed.field, deed.start, deed.end)
        return words, deed.form, shown(deed, deed.doer), shown(deed, deed.done_to)

    return [row(deed) for deed in deeds([annotate(article)])]


@pytest.mark.parametrize("text, wanted", [
    ("Soldiers killed three farmers on Monday.", ("killed", ACTIVE, "Soldiers", "three farmers")),
    ("The flood destroyed the old mill.", ("destroyed", ACTIVE, "The flood", "the old mill")),
    ("The guards fired at the crowd.", ("fired at", ACTIVE, "The guards", "the crowd")),
    ("The rebels opened fire on the convoy.", ("opened fire", ACTIVE, "The rebels", "the convoy")),
    ("Protesters clashed with police near the port.", ("clashed", ACTIVE, "Protesters", "police near the port")),
    ("The police moved to clear the road.", ("to clear", ACTIVE, "The police", "the road")),
    ("The men who attacked the camp fled.", ("attacked", ACTIVE, "The men", "the camp")),
    ("The blast left nine people wounded.", ("wounded", ACTIVE, "The blast", "nine people")),
    ("The minister blamed the union for the delay.", ("blamed", ACTIVE, "The minister", "the union")),
    ("The gunman fired into the crowd, killing a nurse.", ("killing", ACTIVE, "The gunman", "a nurse")),
])  # fmt: skip
def test_active(text, wanted):
    assert wanted in told(text)


@pytest.mark.parametrize("text, wanted", [
    ("Four people were injured in the raid.", ("were injured", PASSIVE, None, "Four people")),
    ("Two miners got hurt.", ("got hurt", PASSIVE, None, "Two miners")),
    ("The families evicted on Friday slept in a church.", ("evicted", PASSIVE, None, "The families")),
    ("The man was arrested and jailed.", ("jailed", PASSIVE, None, "The man")),
    ("Several houses were damaged by Tuesday.", ("were damaged", PASSIVE, None, "Several houses")),
    ("A guard was stabbed by a prisoner.", ("was stabbed", AGENT, "a prisoner", "A guard")),
    ("The town was shelled by government troops.", ("was shelled", AGENT, "government troops", "The town")),
    ("The boat destroyed by the navy was empty.", ("destroyed", AGENT, "the navy", "The boat")),
])  # fmt: skip
def test_passive(text, wanted):
    assert wanted in told(text)


@pytest.mark.parametrize("text, wanted", [
    ("Twelve people died in the fire.", ("died", INTRANSITIVE, None, "Twelve people")),
    ("The old bridge collapsed at noon.", ("collapsed", INTRANSITIVE, None, "The old bridge")),
    ("A warehouse burned all night.", ("burned", INTRANSITIVE, None, "A warehouse")),
    ("Two crews clashed near the port.", ("clashed", INTRANSITIVE, None, "Two crews")),
])  # fmt: skip
def test_intransitive(text, wanted):
    assert wanted in told(text)


def test_the_same_verb_is_active_with_an_object():
    assert ("burned", ACTIVE, "The soldiers", "a warehouse") in told("The soldiers burned a warehouse.")


@pytest.mark.parametrize("text, wanted", [
    ("The killing of the farmer shocked the valley.", ("killing", NOMINAL, None, "the farmer")),
    ("The shelling of the town by the army went on.", ("shelling", NOMINAL, "the army", "the town")),
    ("The army's attack on the village lasted an hour.", ("attack", NOMINAL, "The army", "the village")),
    ("A police raid on the market ended at noon.", ("raid", NOMINAL, "police", "the market")),
    ("Her murder was never solved.", ("murder", NOMINAL, None, "Her")),
    ("Clashes went on through the night.", ("Clashes", NOMINAL, None, None)),
    ("The rebels launched an attack on the port.", ("attack", NOMINAL, "The rebels", "the port")),
    ("Seventeen people suffered injuries.", ("injuries", NOMINAL, None, "Seventeen people")),
])  # fmt: skip
def test_nominal(text, wanted):
    assert wanted in told(text)


@pytest.mark.parametrize("text", [
    "The police did not attack anyone.",
    "Nobody was hurt.",
    "No soldiers were killed.",
    "The dam could collapse.",
    "The army will bomb the town.",
    "The general wants to invade the valley.",
    "They threatened to burn the house.",
    "If the gates fail, people would die.",
    "The treaty would prevent attacks.",
    "There is a risk of war.",
    "They left without hurting anyone.",
    "Did the guards shoot the prisoner?",
    "The injured man sat on a bench.",
    "The murder trial began on Monday.",
    "She had a heart attack.",
    "The company fired two clerks.",
    "The director shot a film.",
    "The shop charged ten crowns for bread.",
    "The two firms struck a deal.",
])  # fmt: skip
def test_no_deed(text):
    assert told(text) == []


def test_what_was_averted_did_not_happen() -> None:
    assert told("Engineers prevented the destruction of the town. Police foiled the attack on the port.") == []


def test_war_alone_is_a_matter_and_one_that_broke_out_a_deed() -> None:
    assert told("They spoke of war.") == []
    assert [words for words, *_ in told("War broke out on Monday.")] == ["War"]


def test_a_strike_has_no_done_to() -> None:
    assert told("Dockers went on strike on Monday.") == [("went on strike", DeedForm.ACTIVE, "Dockers", None)]


def test_headlines_leave_out_the_auxiliary():
    assert told("Rain fell.", "Seventeen hurt in fall from tower") == [("hurt", PASSIVE, None, "Seventeen")]


def test_two_verbs_share_the_subject_and_the_object():
    found = told("The gunman shot and killed a clerk.")
    assert [deed[1:] for deed in found] == [(ACTIVE, "The gunman", "a clerk")] * 2


def test_voice_theme_and_clause():
    text = "The guards beat him. “Soldiers burned our house,” said Mara Teviot."
    found = [deed for deed in deeds([annotate(Article("a", text))]) if deed.theme == "harm"]
    burned = next(deed for deed in found if text[deed.start : deed.end] == "burned")
    assert burned.voice is Voice.QUOTED
    assert text[slice(*burned.clause)] == "Soldiers burned our house"
    assert not burned.without_doer


def test_article_theme_voice_form_and_whether_there_is_a_doer():
    one = annotate(Article("one", "Two men were killed. Three women were killed. Soldiers attacked the town."))
    other = annotate(Article("two", "Soldiers killed a farmer."))
    found = deeds([one, other])
    assert [(deed.article, deed.theme, deed.voice, deed.form, deed.without_doer) for deed in found] == [
        ("one", "harm", Voice.OWN, PASSIVE, True),
        ("one", "harm", Voice.OWN, PASSIVE, True),
        ("one", "conflict", Voice.OWN, ACTIVE, False),
        ("two", "harm", Voice.OWN, ACTIVE, False),
    ]


def linked(
    text: str, mentions: dict[str, int], named: dict[str, str], corrections: Sequence[Correction] = ()
) -> list[tuple[str | None, str | None]]:
    """(doer's, done-to's entity) of each deed. ``mentions``: words -> chain; ``named``: words of a naming -> entity."""
    article = Article("a", text)
    plain = annotate(article)
    spans = {words: (text.index(words), text.index(words) + len(words)) for words in mentions}
    chains = tuple(Chain(str(chain), EntityKind.PERSON) for chain in sorted(set(mentions.values())))
    form = MentionForm.NAME
    found = tuple(Mention(*spans[words], chain, form) for words, chain in mentions.items())
    annotated = AnnotatedArticle(
        article, "", type(plain.text)("text", text, plain.text.tokens, plain.text.sentences, plain.text.paragraphs,
                                      mentions=found), chains=chains)  # fmt: skip
    entities = [
        Entity(entity, words, EntityKind.PERSON, (Naming("a", "text", *spans[words], words, form, Voice.OWN),))
        for words, entity in named.items()
    ]
    return [(deed.doer_entity, deed.done_to_entity) for deed in deeds([annotated], entities, corrections)]


def test_a_pronoun_that_a_reader_links_to_nobody_has_no_deed_by_its_chain():
    text = "Colonel Brask came at dawn. He attacked the town."
    place = (text.index("He"), text.index("He") + 2)
    nobody, brask = (Correction("a", "text", *place, "link", entity=name) for name in ("", "Colonel Brask"))
    mentions, named = {"Colonel Brask": 0, "He": 0}, {"Colonel Brask": "brask"}
    assert linked(text, mentions, named) == [("brask", None)]
    assert linked(text, mentions, named, (nobody,)) == [(None, None)]
    assert linked(text, mentions, named, (nobody, brask)) == [("brask", None)]


def test_phrases_are_linked_to_the_entities_whose_naming_they_hold():
    text = "Colonel Brask attacked the town of Vell."
    named = {"Colonel Brask": "brask", "the town of Vell": "vell"}
    found = linked(text, {"Colonel Brask": 0, "the town of Vell": 1}, named)
    assert found == [("brask", "vell")]


def test_a_pronoun_goes_by_the_chain_of_its_mention():
    text = "Colonel Brask came home. Guards arrested him."
    found = linked(text, {"Colonel Brask": 0, "Guards": 1, "him": 0}, {"Colonel Brask": "brask"})
    assert found == [(None, "brask")]


WORDS = st.lists(
    st.sampled_from([
        *("Soldiers", "killed", "the", "town", "was", "attacked", "by", "who", "and", "clashes", "of", "not", "to"),
        *("“", "”", ".", ",", "?", "\n\n", "\u200f", "left", "hurt", "war", "could", "if", "charged", "with"),
    ]),
    max_size=25,
)  # fmt: skip


@given(parts=WORDS)
@settings(deadline=None, max_examples=60)
def test_any_words_give_spans_inside_the_text(parts):
    text = " ".join(parts)
    for deed in deeds([annotate(Article("a", text, text or None))]):
        for span in (Span(deed.start, deed.end), deed.clause, deed.doer, deed.done_to):
            assert span is None or 0 <= span.start < span.end <= len(text)
            assert span is None or text[span.start : span.end].strip()


def test_nothing_to_read_gives_nothing():
    assert deeds([]) == ()
    assert deeds([annotate(Article("a", "", ""))]) == ()
