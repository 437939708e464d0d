"""Findings on what is told, who is named, who is heard and who did it; they come before counts of words."""

from __future__ import annotations

from dataclasses import replace

from handmade import article, evidence
from handmade_story import told

from analysis.findings import MOST, findings_of
from analysis.findings.agency import agency
from analysis.findings.figures import grouped
from analysis.findings.names import namings
from analysis.findings.quotations import introductions
from analysis.findings.statements import conflicts, missing
from analysis.findings.voices import speaker_shares
from analysis.model import (
    AnnotatedArticle,
    Cell,
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
    Nearest,
    Span,
    Speaker,
    Speech,
    Statement,
    Voice,
)

LABELS = {"a": "Calder Wire", "b": "Harbour Post", "c": "Strait Business", "d": "Morning Plain", "e": "Quay Gazette"}
SENTENCES = ("Nine people were hurt.", "The gate was opened at dawn.", "Talks go on.")


def event(count: int = 4, repeat: int = 1) -> tuple[AnnotatedArticle, ...]:
    return tuple(
        article(one, name, "Title", " ".join(SENTENCES * repeat)) for one, name in list(LABELS.items())[:count]
    )


def cell(of: str, sentence: int, detail: str = "") -> Cell:
    start = len(" ".join(SENTENCES[:sentence])) + bool(sentence)
    return Cell(of, "text", start, start + len(SENTENCES[sentence]), Voice.OWN, 1, False, detail)


def statement(number: int, cells: tuple[Cell, ...], conflict: str = "", early: tuple[str, ...] = ()) -> Statement:
    gist = evidence(event()[0], SENTENCES[number - 1], "")
    return Statement(number, gist, cells, conflict, (), early)


def story(**parts: object) -> Comparison:
    return replace(Comparison(event(), (), (), (), ()), **parts)  # type: ignore[arg-type]


def wide(**parts: object) -> Comparison:
    """A story of five outlets."""
    return replace(story(**parts), articles=event(5))


def test_a_conflict_gives_every_detail_with_its_outlets() -> None:
    cells = (cell("a", 0, "nine"), cell("b", 0, "9"), cell("c", 0, "eleven"))
    (finding,) = conflicts(story(statements=(statement(1, cells, "figure"),)))
    assert finding.sentence(LABELS) == (
        "The outlets differ in the figure on “Nine people were hurt”: Calder Wire and Harbour Post “nine”; "
        "Strait Business “eleven”."
    )
    assert dict(finding.rows) == {"a": "nine", "b": "nine", "c": "eleven", "d": "not found"}
    assert len(finding.evidence) == 3


def test_what_differs_from_one_day_to_the_next_is_no_contradiction() -> None:
    cells = (cell("a", 0, "nine"), cell("b", 0, "eleven"))

    def days(*published: str) -> Comparison:
        made = tuple(
            replace(one, article=replace(one.article, published=day))
            for one, day in zip(event(2), published, strict=True)
        )
        return replace(story(statements=(statement(1, cells, "figure"),)), articles=made)

    assert len(list(conflicts(days("2031-03-12T08:00", "2031-03-12")))) == 1
    assert list(conflicts(days("2031-03-12", "2031-03-13"))) == []
    assert len(list(conflicts(days("2031-03-12T20:00", "2031-03-13T09:30+01:00")))) == 1
    assert list(conflicts(days("2031-03-12T20:00", "2031-03-13T21:00"))) == []


def test_a_denial_is_told_beside_those_who_state_it() -> None:
    cells = (cell("a", 1), cell("b", 1, "not"), cell("c", 1))
    (finding,) = conflicts(story(statements=(statement(2, cells, "negation"),)))
    assert finding.sentence(LABELS) == (
        "The outlets differ in the negation on “The gate was opened at dawn”: Harbour Post “not”; Calder Wire and "
        "Strait Business without it."
    )


def test_statements_that_only_one_outlet_lacks_are_counted_for_it() -> None:
    told_by_others = tuple(statement(n, tuple(cell(one, n - 1) for one in "abce")) for n in (1, 2))
    (finding,) = missing(wide(statements=told_by_others))
    assert finding.sentence(LABELS) == (
        "2 statements that all the others carry were not found in Morning Plain, the first of them: "
        "“Nine people were hurt”"
    )
    assert dict(finding.rows) == {"a": "0", "b": "0", "c": "0", "d": "2", "e": "0"}
    assert finding.size == "This article has 13 words, the others 13 to 13"


def test_an_outlet_that_could_not_know_yet_lacks_nothing() -> None:
    others = tuple(cell(one, 0) for one in "abce")
    assert list(missing(wide(statements=(statement(1, others, early=("d",)),)))) == []


def test_of_four_articles_one_lacks_something_by_chance() -> None:
    def lacked(count: int) -> list[Finding]:
        numbers = range(1, count + 1)
        return list(missing(story(statements=tuple(
            statement(n, tuple(cell(one, n - 1) for one in "abc")) for n in numbers))))

    assert not lacked(1)
    assert len(lacked(3)) == 1


def lacking(score: float, nearest: int) -> Statement:
    """The first sentence in four articles; in the fifth another one is the nearest."""
    close = cell("d", nearest)
    found = statement(1, tuple(cell(one, 0) for one in "abce"))
    return replace(found, nearest=(Nearest("d", "text", close.start, close.end, score),))


def test_a_statement_told_in_part_is_not_missing() -> None:
    assert len(list(missing(wide(statements=(lacking(0.30, 1),))))) == 1
    assert list(missing(wide(statements=(lacking(0.45, 1),)))) == []


def test_a_statement_is_not_missing_whose_nearest_sentence_carries_one_that_shares_a_sentence_with_it() -> None:
    shares = statement(2, (cell("b", 0), cell("d", 1)))
    apart = statement(2, (cell("b", 2), cell("d", 1)))
    assert list(missing(wide(statements=(lacking(0.30, 1), shares)))) == []
    assert len(list(missing(wide(statements=(lacking(0.30, 1), apart))))) == 1


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


def test_naming_quotes_a_label_that_guides_warn_of_beside_plain_ones() -> None:
    labels = (naming("a", "secretary"), naming("b", "union boss", "BBC"), naming("c", "secretary"))
    named = replace(naming("a", "Mara Teviot"), form=MentionForm.NAME)
    (finding,) = namings(story(entities=(Entity("t", "Mara Teviot", EntityKind.PERSON, (named, *labels)),)))
    assert finding.sentence(LABELS) == (
        "Mara Teviot is “secretary” in Calder Wire and Strait Business; “union boss” in Harbour Post, all in the "
        "outlets’ own voice."
    )
    assert finding.size.startswith("BBC warn of “union boss”")
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
    named = replace(naming("a", "Mara Teviot"), form=MentionForm.NAME)
    labels = (
        *(naming("a", "secretary"), naming("b", "teacher"), naming("b", "strident boss", at=8)),
        naming("c", "clerk"),
    )
    loaded = Measurement("loaded_words", "b", Voice.OWN, None, "per 1,000 words", 9,
                         (Evidence("b", "text", 8, 10, "strong"),))
    entity = Entity("t", "Mara Teviot", EntityKind.PERSON, (named, *labels))
    (finding,) = namings(story(entities=(entity,), measurements=(loaded,)))
    assert dict(finding.rows) == {"a": "secretary", "b": "strident boss", "c": "clerk", "d": "not named"}
    fewer = replace(entity, namings=tuple(one for one in entity.namings if one.article != "c"))
    assert list(namings(story(entities=(fewer,), measurements=(loaded,)))) == []


def test_one_remark_introduced_by_words_of_two_classes() -> None:
    (finding,) = introductions(told())
    assert finding.sentence({"aaa111": "Quill Post", "bbb222": "Northline Wire"}) == (
        "One remark of Ida Brandt is introduced by “said” in Quill Post and “claimed” in Northline Wire."
    )
    assert CueClass.DISTANCING in {mark.label for mark in finding.evidence}


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


def test_what_is_read_comes_before_what_is_counted() -> None:
    kinds = [finding.kind for finding in findings_of(told())]
    assert kinds == ["conflict", "introductions"]
    assert MOST == 5


def test_an_article_that_gives_both_details_contradicts_nobody() -> None:
    cells = (cell("a", 0, "nine"), cell("a", 1, "eleven"), cell("b", 0, "eleven"))
    assert list(conflicts(story(statements=(statement(1, cells, "figure"),)))) == []
