"""Findings on what is told: details in conflict, and statements that were not found."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from handmade import article
from handmade_findings import LABELS, cell, event, statement, story, wide
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotation import annotate
from analysis.findings.conflicts import conflicts
from analysis.findings.statements import missing
from analysis.model import (
    Article,
    Attribution,
    Cell,
    Comparison,
    Evidence,
    FieldName,
    Finding,
    Measurement,
    Nearest,
    Span,
    Statement,
    Voice,
)


def test_a_conflict_gives_every_detail_with_its_outlets() -> None:
    cells = (cell("a", 0, "nine"), cell("b", 0, "9"), cell("c", 0, "eleven"))
    (finding,) = conflicts(story(statements=(statement(1, cells, "figure"),)))
    assert finding.sentence(LABELS) == (
        "The outlets give different figures for “Nine people were hurt”: nine in Calder Wire and Harbour Post; "
        "eleven in Strait Business."
    )
    assert dict(finding.rows) == {"a": "nine", "b": "9", "c": "eleven", "d": "not found"}
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


def test_an_outlet_that_gives_both_figures_is_shown_with_both_and_who_says_which() -> None:
    """"Nine … the hospital puts it at eleven" stands under neither side alone."""
    text = "Nine were hurt. Eleven, the hospital said, were hurt."
    made = article("c", LABELS["c"], "Title", text)
    at, source = text.index("Eleven"), text.index("the hospital")
    told = Attribution(Span(source, source + 12), None, None, None, (Span(at, at + 6),), False)
    made = replace(made, text=replace(made.text, attributions=(told,)))
    cells = (cell("a", 0, "nine"), cell("b", 0, "eleven"), *(
        Cell("c", "text", start, end, Voice.REPORTED, 1, False, detail)
        for start, end, detail in ((0, 15, "Nine"), (at, len(text), "Eleven"))
    ))
    comparison = replace(story(statements=(statement(1, cells, "figure"),)), articles=(*event(2), made))
    (finding,) = conflicts(comparison)
    assert finding.sentence(LABELS) == (
        "The outlets give different figures for “Nine people were hurt”: nine in Calder Wire; eleven in Harbour "
        "Post; Strait Business gives nine and eleven (the hospital)."
    )
    assert dict(finding.rows) == {"a": "nine", "b": "eleven", "c": "nine; eleven (the hospital)"}


def _finding_with(*texts: str, details: tuple[str, ...] = (), field: FieldName = "text") -> list[Finding]:
    """The conflict of "nine" in Calder Wire, "eleven" in Harbour Post and the first sentences of ``texts``."""
    made = [annotate(Article(one, text, "Title", LABELS[one])) for one, text in zip("cde", texts, strict=False)]
    given = details or ("nine",) * len(texts)
    cells = [cell("a", 0, "nine"), cell("b", 0, "eleven")]
    for one, detail in zip(made, given, strict=True):
        first = one.text.sentences[0]
        told = one.article.text[first.start : first.end]
        shown = re.search(re.escape(detail), told, re.IGNORECASE)
        cells.append(Cell(one.id, field, first.start, first.end, Voice.OWN, 1, False, shown[0] if shown else detail))
    return list(conflicts(replace(story(statements=(statement(1, tuple(cells), "figure"),)),
                                  articles=(*event(2), *made))))


def _row(text: str) -> str:
    """What is shown for Strait Business, whose text begins with the statement and the figure nine."""
    (finding,) = _finding_with(text)
    return dict(finding.rows)["c"]


@pytest.mark.parametrize("text, shown", [
    ("Nine people were hurt, and others put it at 11.", "nine; 11 (others)"),
    ("Nine people were hurt; the hospital in Norran puts the number at 11.", "nine; 11 (the hospital in Norran)"),
    ("Nine people were hurt. The harbour office puts the figure at eleven.", "nine; eleven (the harbour office)"),
    ("Nine people were hurt. The office, which counts everybody, puts it at eleven.", "nine; eleven (the office)"),
    ("Nine people were hurt. The union’s count stops at 11.", "nine; 11 (the union’s count)"),
    ("Nine people were hurt. The number of injured is 11.", "nine; 11"),
    ("Nine people were hurt. It was dark. The hospital treated 11 people.", "nine; 11"),
    ("Nine people were hurt. The report of the navy speaks of eleven.", "nine; eleven (the report of the navy)"),
])
def test_an_outlet_that_gives_the_other_figure_nearby_is_shown_with_both(text: str, shown: str) -> None:
    assert _row(text) == shown


@pytest.mark.parametrize("text", [
    "Nine people were hurt when 11 trawlers came.",
    "Nine people were hurt at 11.",
    "Nine people were hurt. The number of boats stood at 11.",
    "Nine people were hurt. The death toll stands at 11.",
    "Nine people were hurt. The youngest is eleven.",
    "Nine people were hurt. Eleven boats were sunk.",
    "Nine people were hurt. At eleven, angry crews closed the harbour.",
    "Nine people were hurt. Talks go on. The sun shone. The union puts the number at 11.",
])
def test_a_figure_that_counts_something_else_is_not_the_other_figure(text: str) -> None:
    assert _row(text) == "nine"


def test_the_sentence_with_the_other_figure_is_among_the_passages() -> None:
    (finding,) = _finding_with("Nine people were hurt. The union puts the number at 11.")
    (passage,) = (each for each in finding.evidence if each.label == "11")
    assert (passage.article, passage.field, passage.start, passage.end) == ("c", "text", 23, 55)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["nine", "11", "at least", "\n", ".", ":", "puts", "the", "number", "at", "“", "\ud800",
                                 "hurt", "eleven", ",", "(", "of", "\u202e"]), max_size=30).map(" ".join))
def test_any_text_around_a_figure_is_read_without_error(text: str) -> None:
    made = article("c", LABELS["c"], "Title", f"Nine were hurt. {text}")
    first = made.text.sentences[0]
    cells = (cell("a", 0, "nine"), cell("b", 0, "eleven"),
             Cell("c", "text", first.start, first.end, Voice.OWN, 1, False, "Nine"))
    told = replace(story(statements=(statement(1, cells, "figure"),)), articles=(*event(2), made))
    (finding,) = conflicts(told)
    for mark in finding.evidence:
        assert 0 <= mark.start < mark.end <= len(made.article.text) or mark.article != "c"
    assert "\n" not in finding.sentence(LABELS)


def test_figures_that_agree_stand_together_but_nobody_is_given_the_words_of_another() -> None:
    """17.2 and 17 million are one side; "more than" and "about" belong to the figure."""
    (finding,) = _finding_with(
        "The firm must repay 17.2 million.", "It must repay more than 17 million.", "It must repay about 17 million.",
        details=("17.2 million", "17 million", "17 million"),
    )
    assert finding.sentence(LABELS).endswith(
        "nine in Calder Wire; eleven in Harbour Post; 17.2 million in Strait Business, more than 17 million in Morning "
        "Plain, about 17 million in Quay Gazette."
    )


def test_a_round_figure_is_said_to_be_rounded() -> None:
    (finding,) = _finding_with("The firm must repay 17 million.", "The firm must repay 17.2 million.",
                               details=("17 million", "17.2 million"))
    assert "17.2 million in Morning Plain, rounded to 17 million in Strait Business." in finding.sentence(LABELS)


def test_the_dead_the_hurt_and_parts_of_them_are_not_held_against_each_other() -> None:
    (finding,) = _finding_with("Fifty people were killed on the quay.", "Forty people were killed on the quay.",
                               "Thirty people were injured on the quay. Two of those were boys.",
                               details=("fifty", "forty", "thirty"))
    assert dict(finding.rows) == {"a": "nine", "b": "eleven", "c": "fifty", "d": "forty", "e": "found"}


def test_a_share_price_is_another_one_every_minute() -> None:
    moved = [annotate(Article(one, f"Shares of the Norran line fell {figure} percent.", "Title", LABELS[one]))
             for one, figure in (("a", 4), ("b", 9))]
    cells = tuple(Cell(one.id, "text", 0, len(one.article.text), Voice.OWN, 1, False, one.article.text[-10:-1])
                  for one in moved)
    told = replace(story(statements=(statement(1, cells, "figure"),)), articles=tuple(moved))
    assert [cell.detail for cell in cells] == ["4 percent", "9 percent"]
    assert list(conflicts(told)) == []


def test_a_range_agrees_with_its_ends() -> None:
    cells = (cell("a", 0, "10-12 minutes"), cell("b", 0, "10 minutes"), cell("c", 0, "12 minutes"))
    assert list(conflicts(story(statements=(statement(1, cells, "figure"),)))) == []


def test_outlets_that_all_give_both_figures_contradict_nobody() -> None:
    cells = (cell("a", 0, "nine"), cell("a", 1, "eleven"), cell("b", 0, "nine"), cell("b", 1, "eleven"))
    assert list(conflicts(story(statements=(statement(1, cells, "figure"),)))) == []


def test_an_article_with_both_dates_tells_of_two_things() -> None:
    cells = (cell("a", 0, "Sunday"), cell("a", 1, "Monday"), cell("b", 0, "Monday"), cell("c", 0, "Sunday"))
    assert list(conflicts(story(statements=(statement(1, cells, "date"),)))) == []


def test_of_several_articles_two_alone_do_not_contradict_each_other_in_a_date() -> None:
    """That two sentences speak of the same thing is a guess; a third article makes it likelier."""
    two = (cell("a", 0, "Sunday"), cell("b", 0, "Monday"))
    assert list(conflicts(story(statements=(statement(1, two, "date"),)))) == []
    assert len(list(conflicts(story(statements=(statement(1, (*two, cell("c", 0, "Monday")), "date"),))))) == 1
    pair = replace(story(statements=(statement(1, two, "date"),)), articles=event(2))
    assert len(list(conflicts(pair))) == 1


def test_a_denial_is_told_beside_those_who_state_it() -> None:
    cells = (cell("a", 1), cell("b", 1, "not"), cell("c", 1))
    (finding,) = conflicts(story(statements=(statement(2, cells, "negation"),)))
    assert finding.sentence(LABELS) == (
        "The outlets contradict each other on “The gate was opened at dawn”: “not” in Harbour Post; without it in "
        "Calder Wire and Strait Business."
    )


def test_statements_that_only_one_outlet_lacks_are_counted_for_it() -> None:
    told_by_others = tuple(statement(n, tuple(cell(one, n - 1) for one in "abce")) for n in (1, 2))
    (finding,) = missing(wide(statements=told_by_others))
    assert finding.sentence(LABELS) == (
        "Two statements that all the others carry, at least in part, were not found in Morning Plain, the first of "
        "them: “Nine people were hurt”"
    )
    assert dict(finding.rows) == {"a": "0", "b": "0", "c": "0", "d": "2", "e": "0"}
    assert finding.size == "This article has 13 words, the others 13 to 13"


def test_what_the_others_contradict_each_other_in_is_not_said_to_be_carried_by_all_of_them() -> None:
    cells = tuple(cell(one, 0, detail) for one, detail in zip("abce", ("nine", "nine", "nine", "eleven"), strict=True))
    assert list(missing(wide(statements=(statement(1, cells, "figure"),)))) == []
    assert len(list(missing(wide(statements=(statement(1, cells),))))) == 1


def test_outlets_that_lack_equally_much_are_all_named() -> None:
    """Each lacks one statement that the four others carry."""
    lacked = (statement(1, tuple(cell(one, 0) for one in "abce")), statement(2, tuple(cell(one, 1) for one in "abcd")))
    (finding,) = missing(wide(statements=lacked))
    assert finding.sentence(LABELS) == (
        "One statement that all the others carry, at least in part, was not found in Morning Plain: “Nine people were "
        "hurt”; one other in Quay Gazette: “The gate was opened at dawn”"
    )
    assert finding.size == "These articles have 13 and 13 words, the others 13 to 13"
    assert len(finding.evidence) == 8


def test_a_statement_is_quoted_in_the_plainest_words_of_those_who_carry_it() -> None:
    """Not in those of the sentence that stands for it, which may be the most loaded one."""
    texts = {"a": "Reckless bosses let nine people down.", "b": "They say nine people were hurt.",
             "c": "Nine people were hurt.", "d": "Talks go on.", "e": "“Nine people were hurt."}
    made = tuple(article(one, LABELS[one], "Title", text) for one, text in texts.items())
    cells = tuple(Cell(one, "text", 0, len(text), Voice.OWN, 1) for one, text in texts.items() if one != "d")
    loaded = Measurement("loaded_words", "a", Voice.OWN, 1.0, "per 1,000 words", 9, (Evidence("a", "text", 0, 8, ""),))
    gist = Evidence("a", "text", 0, len(texts["a"]), "gist")
    told = replace(wide(statements=(Statement(1, gist, cells, "", (), ()),), measurements=(loaded,)), articles=made)
    (finding,) = missing(told)
    assert finding.sentence(LABELS).endswith("not found in Morning Plain: “Nine people were hurt”")


def test_a_sentence_with_a_figure_in_dispute_does_not_stand_for_what_all_carry() -> None:
    """The same sentences tell that people were hurt (carried by all but one) and how many (in dispute)."""
    texts = {"a": "Nine people were hurt.", "b": "People were hurt on the pier.", "c": "Eleven people were hurt.",
             "d": "Talks go on.", "e": "Nine people were hurt."}
    made = tuple(article(one, LABELS[one], "Title", text) for one, text in texts.items())
    cells = tuple(Cell(one, "text", 0, len(text), Voice.OWN, 1) for one, text in texts.items() if one != "d")
    counted = tuple(replace(one, detail=texts[one.article].split()[0]) for one in cells if one.article in "ace")
    gist = Evidence("a", "text", 0, len(texts["a"]), "gist")
    told = (Statement(1, gist, cells, "", (), ()), Statement(2, gist, counted, "figure", (), ()))
    (finding,) = missing(replace(wide(statements=told), articles=made))
    assert "“People were hurt on the pier”" in finding.sentence(LABELS)


def test_a_long_sentence_is_quoted_only_where_there_is_no_other_and_is_cut_between_words() -> None:
    text = "The gates at the lower end of the upper valley were opened at 2.40 a.m. " + "by hand " * 20 + "on Monday."
    made = tuple(article(one, LABELS[one], "Title", text if one != "d" else "Talks go on.") for one in LABELS)
    cells = tuple(Cell(one, "text", 0, len(text), Voice.OWN, 1) for one in "abce")
    told = replace(wide(statements=(Statement(1, Evidence("a", "text", 0, len(text), ""), cells, "", (), ()),)),
                   articles=made)
    sentence = next(missing(told)).sentence(LABELS)
    assert sentence.endswith(" by…”") or sentence.endswith(" hand…”")


def test_an_article_of_another_week_lacks_nothing() -> None:
    """What was news is background some days later."""
    def lacked(day: str) -> list[Finding]:
        made = tuple(replace(one, article=replace(one.article, published=day if one.id == "d" else "2031-03-12"))
                     for one in event(5))
        return list(missing(replace(
            wide(statements=(statement(1, tuple(cell(one, 0) for one in "abce")),)), articles=made)))

    assert len(lacked("2031-03-14T08:00")) == 1
    assert lacked("2031-03-15") == []


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
