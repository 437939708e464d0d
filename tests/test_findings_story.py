"""Findings on who is named, who is heard and who did it; what is read comes before counts of words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from handmade import article
from handmade_findings import LABELS, event, story
from handmade_story import told

from analysis.findings import MOST, findings_of
from analysis.findings.agency import agency
from analysis.findings.figures import grouped
from analysis.findings.names import namings
from analysis.findings.quotations import introductions
from analysis.findings.rates import rates
from analysis.findings.voices import cue_shares, speaker_shares
from analysis.model import (
    Article,
    Comparison,
    CueClass,
    Deed,
    DeedForm,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    Measurement,
    MentionForm,
    Naming,
    Span,
    Speaker,
    Speech,
    Voice,
)
from analysis.usual import Spread


def deed(of: str, place: int, *, doer: bool, done_to: str | None = None) -> Deed:
    return Deed(of, "text", place, place + 1, Span(place, place + 1), DeedForm.ACTIVE if doer else DeedForm.PASSIVE,
                "harm", Voice.OWN, Span(0, 1) if doer else None, None, None, done_to)


def test_agency_names_the_outlet_whose_deeds_go_without_a_doer() -> None:
    deeds = (*(deed("a", n, doer=False) for n in range(4)), *(deed("b", n, doer=True) for n in range(5)))
    (candidate,) = agency(story(deeds=deeds))
    finding = candidate.told(*candidate.figures)
    assert finding.sentence(LABELS) == (
        "Calder Wire tells 4 of 4 deeds without naming a doer in the clause; Harbour Post 0 of 5."
    )
    assert [mark.label for mark in finding.evidence[:1]] == ["passive without agent, no doer"]


def naming(of: str, label: str, guides: str = "", at: int = 0) -> Naming:
    return Naming(of, "text", at, at + 4, label, MentionForm.LABEL, Voice.OWN, guides)


def beside(of: str, at: int = 5) -> Naming:
    """A name one space behind a label that stands at the start."""
    return replace(naming(of, "Mara Teviot", at=at), form=MentionForm.NAME)


def test_naming_quotes_a_label_that_guides_warn_of_beside_plain_ones() -> None:
    labels = (naming("a", "secretary"), naming("b", "controversial boss", "Wikipedia"), naming("c", "secretary"))
    names = (beside("a"), beside("b"))
    (finding,) = namings(story(entities=(Entity("t", "Mara Teviot", EntityKind.PERSON, (*names, *labels)),)))
    assert finding.sentence(LABELS) == (
        "Mara Teviot is called “secretary” in Calder Wire and Strait Business; “controversial boss” in Harbour Post, "
        "all in the outlets’ own voice."
    )
    assert finding.size == "Wikipedia warns of “controversial”"
    assert dict(finding.rows)["d"] == "not named"


def test_a_long_list_of_labels_is_cut_and_says_so() -> None:
    said = [(str(n), f"label {n}") for n in range(9)] + [(f"x{n}", "label 0") for n in range(5)]
    assert grouped(said) == (
        "“label 0” in {0}, {x0}, {x1} and 3 others; “label 1” in {1}; “label 2” in {2}; “label 3” in {3}; "
        "“label 4” in {4}; “label 5” in {5}; 3 others elsewhere"
    )


def test_labels_without_a_loaded_word_are_no_finding_however_they_differ() -> None:
    named = replace(naming("a", "Mara Teviot"), form=MentionForm.NAME)
    labels = (naming("a", "secretary"), naming("b", "former teacher"))
    assert list(namings(story(entities=(Entity("t", "Mara Teviot", EntityKind.PERSON, (named, *labels)),)))) == []


def test_a_label_with_a_loaded_word_is_told_before_an_earlier_plain_one() -> None:
    labels = (
        *(naming("a", "secretary"), naming("b", "teacher"), naming("b", "strident boss", at=8)),
        naming("c", "clerk"),
    )
    names = (beside("a"), beside("b", at=12))
    loaded = Measurement("loaded_words", "b", Voice.OWN, None, "per 1,000 words", 9,
                         (Evidence("b", "text", 8, 10, "strong"),))
    entity = Entity("t", "Mara Teviot", EntityKind.PERSON, (*names, *labels))
    (finding,) = namings(story(entities=(entity,), measurements=(loaded,)))
    assert dict(finding.rows) == {"a": "secretary", "b": "strident boss", "c": "clerk", "d": "not named"}
    fewer = replace(entity, namings=tuple(one for one in entity.namings if one.article != "c"))
    assert list(namings(story(entities=(fewer,), measurements=(loaded,)))) == []


@pytest.mark.parametrize("voice,shown", [
    (None, "name only"),
    (Voice.REPORTED, "labels in others’ words only"),
    (Voice.QUOTED, "labels in others’ words only"),
])
def test_a_row_says_whether_an_outlet_without_own_labels_reports_one(voice: Voice | None, shown: str) -> None:
    labels = [naming("a", "secretary"), naming("b", "controversial boss", "Wikipedia"), naming("c", "secretary")]
    others = [beside("a"), beside("b"), replace(naming("d", "Mara Teviot"), form=MentionForm.NAME)]
    others += [replace(naming("d", "the boss", at=20), voice=voice)] if voice else []
    entity = Entity("t", "Mara Teviot", EntityKind.PERSON, (*labels, *others))
    (finding,) = namings(story(entities=(entity,)))
    assert dict(finding.rows)["d"] == shown


def labelled(text: str, label: str, *, others: str = "secretary", also: str = "") -> list[Finding]:
    """Harbour Post calls Mara Teviot ``label`` in ``text``; two other outlets call her ``others``."""
    made = [replace(one) for one in event(3)]
    made[1] = article("b", LABELS["b"], "Title", text)

    def found(words: str, form: MentionForm) -> list[Naming]:
        starts = [at.start() for at in re.finditer(re.escape(words), text)] if words else []
        return [Naming("b", "text", at, at + len(words), words, form, Voice.OWN) for at in starts]

    mine = [*found(label, MentionForm.LABEL), *found(also, MentionForm.LABEL), *found("Teviot", MentionForm.NAME)]
    entity = Entity("t", "Teviot", EntityKind.PERSON, (beside("a"), naming("a", others), naming("c", others), *mine))
    other = Entity("k", "Krone", EntityKind.PERSON, tuple(found("Krone", MentionForm.NAME)))
    at = text.index("tyrant")
    loaded = Measurement("loaded_words", "b", Voice.OWN, None, "per 1,000 words", 9,
                         (Evidence("b", "text", at, at + len("tyrant"), "strong"),))
    return list(namings(replace(story(entities=(entity, other), measurements=(loaded,)), articles=tuple(made))))


def test_a_loaded_label_must_stand_beside_a_name_or_be_a_loaded_noun_for_whom_the_article_names_most() -> None:
    assert labelled("The tyrant clerk Teviot left. Krone spoke. Krone sat.", "tyrant clerk")
    assert labelled("Teviot, 51, the tyrant clerk, left. Krone spoke. Krone sat.", "tyrant clerk")
    assert not labelled("Teviot left. The tyrant clerk spoke.", "tyrant clerk")
    assert labelled("Teviot left. The tyrant of Ullane spoke.", "tyrant of Ullane")
    assert not labelled("Teviot left. The tyrant spoke. Krone said so. Krone sat. Krone ate.", "tyrant")


def test_an_outlet_that_uses_the_plain_label_of_the_others_too_does_not_label_otherwise() -> None:
    text = "The tyrant Teviot left. Union secretary Teviot spoke."
    assert labelled(text, "tyrant")
    assert not labelled(text, "tyrant", also="Union secretary")


def test_one_remark_introduced_by_words_of_two_classes() -> None:
    (finding,) = introductions(told())
    assert finding.sentence({"aaa111": "Quill Post", "bbb222": "Northline Wire"}) == (
        "One remark of Ida Brandt is introduced by “said” in Quill Post and “claimed” in Northline Wire."
    )
    assert CueClass.DISTANCING in {mark.label for mark in finding.evidence}


def test_a_remark_recalled_days_later_or_introduced_twice_is_not_set_beside_the_others() -> None:
    made = told()
    later = tuple(replace(one, article=replace(one.article, published=f"2031-05-0{day}"))
                  for day, one in enumerate(made.articles, 1))
    assert list(introductions(replace(made, articles=later))) == []
    (remark,) = made.shared_quotations
    first = remark.cuts[0]
    twice = replace(first, spans=(*first.spans, Span(first.spans[0].end + 500, first.spans[0].end + 520)))
    assert list(introductions(replace(made, shared_quotations=(replace(remark, cuts=(twice, remark.cuts[1])),)))) == []


def test_whom_few_of_many_articles_quote_is_not_compared() -> None:
    def speech(of: str, words: int) -> Speech:
        return Speech(of, words, words / 300, 0.0, (), ())

    def candidates(heard_in: str) -> int:
        mara = Speaker("m", "Mara Teviot", None, "mara", tuple(speech(one, 150) for one in heard_in))
        others = Speaker("o", "Piers Hallow", None, None, tuple(speech(one, 150) for one in "abcd"))
        return len(list(speaker_shares(story(speakers=(mara, others)))))

    assert (candidates("ab"), candidates("abc")) == (0, 1)


def test_a_speaker_heard_at_length_in_one_outlet_and_hardly_in_another() -> None:
    def speech(of: str, words: int, total: int) -> Speech:
        return Speech(of, words, words / total, 0.0, (), ())

    mara = Speaker("m", "Mara Teviot", None, "mara", (speech("a", 280, 300), speech("b", 10, 300)))
    other = Speaker("o", "Piers Hallow", None, None, (speech("a", 20, 300), speech("b", 290, 300)))
    (candidate,) = speaker_shares(story(speakers=(mara, other)))
    finding = candidate.told(*candidate.figures)
    assert finding.sentence(LABELS) == (
        "Calder Wire gives Mara Teviot 93 % of all words that it quotes or reports; Harbour Post 3 %."
    )


def test_the_size_of_a_rate_gives_both_figures_without_ranges_that_answer_another_question() -> None:
    def row(of: str, hits: int) -> Measurement:
        marks = tuple(Evidence(of, "text", at, at + 1, "") for at in range(hits))
        return Measurement("loaded_words", of, Voice.OWN, hits / 0.299, "per 1,000 words", 299, marks)

    (candidate,) = [one for one in rates(story(measurements=(row("a", 16), row("b", 1)))) if one.voice == "own"]
    finding = candidate.told(*candidate.figures)
    assert finding.size == "54 per 1,000 words of that voice against 3.3"
    assert dict(finding.rows) == {"a": "54", "b": "3.3"}


def test_what_is_read_comes_before_what_is_counted() -> None:
    kinds = [finding.kind for finding in findings_of(told())]
    assert kinds == ["conflict", "introductions"]
    assert MOST == 5




def cues(of: str, said: str) -> tuple[Measurement, Article]:
    """The reporting words of an article, a "word:class" each, and the article that they are all of."""
    pairs = [each.split(":") for each in said.split()]
    text = " ".join(word for word, _ in pairs)
    starts = [sum(len(word) + 1 for word, _ in pairs[:at]) for at in range(len(pairs))]
    marks = tuple(Evidence(of, "text", at, at + len(word), label)
                  for at, (word, label) in zip(starts, pairs, strict=True))
    return Measurement("cues", of, Voice.OWN, None, "per 1,000 words", 200, marks), Article(of, text)


def introduced(*said: str) -> Comparison:
    made = [cues(of, each) for of, each in zip("ab", said, strict=True)]
    articles = tuple(replace(one, article=text) for one, (_, text) in zip(event(2), made, strict=True))
    return replace(story(measurements=tuple(row for row, _ in made)), articles=articles)


def test_a_class_of_reporting_words_is_a_share_of_all_and_is_told_with_its_words() -> None:
    made = introduced("claimed:distancing insisted:distancing claimed:distancing said:neutral noted:endorsing",
                      "said:neutral told:neutral Said:neutral railed:hostile")
    counts = {each.gauge: [figure.of for figure in each.figures] for each in cue_shares(made)}
    assert counts == {"cues": ["4 of 5", "1 of 4"], "cues.distancing": ["3 of 5", "0 of 4"],
                      "cues.endorsing": ["1 of 5", "0 of 4"], "cues.conceding": ["0 of 5", "0 of 4"],
                      "cues.hostile": ["0 of 5", "1 of 4"], "cues.hedged": ["0 of 5", "0 of 4"]}
    candidate = next(each for each in cue_shares(made) if each.gauge == "cues.distancing")
    finding = candidate.told(*candidate.figures)
    assert finding.template == ("{a} introduces what others say with distancing words most often, 3 of 5 times "
                                "(“claimed” and “insisted”); {b}: 0 of 4.")
    assert finding.size == "3 of 5 cues against 0 of 4"
    assert [(mark.article, mark.label) for mark in finding.evidence] == [("a", "distancing")] * 3


def test_of_distancing_words_and_all_that_are_not_neutral_one_is_told() -> None:
    made = introduced(" ".join(["claimed:distancing"] * 12 + ["said:neutral"] * 3), " ".join(["said:neutral"] * 30))
    share = Spread(share=True, mean=0.1, between=0.05, within=0.0, topic=0.01, event=0.02)
    rare = replace(share, mean=0.04)
    (finding,) = findings_of(made, {("cues", ""): share, ("cues.distancing", ""): rare})
    assert (finding.kind, finding.unit) == ("cues", "distancing cues")
    assert finding.chance_p is not None
    assert finding.chance_p < 0.001


@pytest.mark.parametrize("label,others,found", [
    ("ruler", "president", True), ("union boss", "union leader", True), ("ruler", "teacher", False),
    ("boss", "director", False), ("clerk", "president", False),
])
def test_what_tells_of_power_is_loaded_beside_an_office(label: str, others: str, found: bool) -> None:
    made = [replace(one) for one in event(3)]
    made[1] = article("b", LABELS["b"], "Title", f"The {label} Teviot left.")
    mine = replace(naming("b", label, at=4), end=4 + len(label))
    name = Naming("b", "text", mine.end + 1, mine.end + 7, "Teviot", MentionForm.NAME, Voice.OWN)
    labels = (naming("a", others), naming("c", others), mine)
    entity = Entity("t", "Teviot", EntityKind.PERSON, (beside("a"), name, *labels))
    assert bool(list(namings(replace(story(entities=(entity,)), articles=tuple(made))))) is found


def test_of_two_under_loaded_labels_the_one_who_is_mentioned_most_is_told() -> None:
    def person(key: str, mentions: int) -> Entity:
        labels = (naming("a", "secretary"), naming("b", "controversial boss", "Wikipedia"), naming("c", "secretary"))
        return Entity(key, key, EntityKind.PERSON, (*[beside("a")] * mentions, beside("b"), *labels))

    for first, second in ((3, 9), (9, 3)):
        (finding,) = namings(story(entities=(person("One", first), person("Other", second))))
        assert finding.template.startswith("One" if first > second else "Other")
