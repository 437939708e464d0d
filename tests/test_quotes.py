"""Where quotations begin and end, in text as real pages have it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotation.parse import paragraphs_of
from analysis.annotation.quotes import quotes_of


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes_of(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    "text,expected",
    [
        ("“We sail,” she said.", ["“We sail,”"]),
        ('"We sail," she said. "Now."', ['"We sail,"', '"Now."']),
        ("The ‘grand plan’ failed.", ["‘grand plan’"]),
        ("‘The workers’ rights come first,’ he said.", ["‘The workers’ rights come first,’"]),
        ("The workers’ rights aren’t new.", []),
        ("It's the crew's ship, isn't it?", []),
        ("'We won't sail,' she said.", ["'We won't sail,'"]),
        ("“He told me ‘go’ and I went,” she said.", ["“He told me ‘go’ and I went,”"]),
        ("‘He said “go” to me,’ she said.", ["‘He said “go” to me,’"]),
        ('Closed by another kind: "As for air strikes.» Then more.', ['"As for air strikes.»']),
        ("«Nous» and „wir” and »ihr« meet.", ["«Nous»", "„wir”", "»ihr«"]),
        ("He is 6'2\" tall and calm.", []),
        ("A plan. to open a front,” he stated.", ["to open a front,”"]),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "She went on: “Nobody told us that the gate would close. We waited all night.\n\nThe gate closed at nine."
    assert quoted(text) == ["“Nobody told us that the gate would close. We waited all night."]


def test_a_quotation_over_paragraphs_is_open_in_each() -> None:
    text = "“First we waited.\n\n“Then we left,” she said."
    assert quoted(text) == ["“First we waited.", "“Then we left,”"]


def test_a_second_opening_mark_closes_an_unclosed_quotation_at_its_sentence() -> None:
    text = "“We waited all night. Then the mayor came, and said “no more.”"
    assert quoted(text) == ["“We waited all night.", "“no more.”"]


@given(st.text(alphabet="ab .,\n\"“”‘’'«»", max_size=80))
@settings(deadline=None, max_examples=100)
def test_quotations_never_overlap_nor_cross_a_paragraph(text: str) -> None:
    paragraphs = paragraphs_of(text)
    quotes = quotes_of(text, paragraphs)
    assert all(first.end <= second.start for first, second in pairwise(quotes))
    for quote in quotes:
        assert quote.start < quote.end
        assert any(paragraph.contains(quote.span) for paragraph in paragraphs)


@pytest.mark.parametrize(
    "text,expected",
    [
        ("‘First we waited. They don’t care.\n\n‘Then we left,’ she said.",
         ["‘First we waited. They don’t care.", "‘Then we left,’"]),
        ("‘We waited,’ she said. ‘The crews’ rooms were gone.\n\n‘It wasn’t fair.\n\n‘Then we left.’",
         ["‘We waited,’", "‘The crews’ rooms were gone.", "‘It wasn’t fair.", "‘Then we left.’"]),
        ("'First we waited.\n\n'Then we left,' she said.", ["'First we waited.", "'Then we left,'"]),
        ("A plan. It was the crew of ‘98.\n\n‘We sail,’ she said.", ["‘We sail,’"]),
    ],
)
def test_a_quotation_over_paragraphs_in_single_marks_is_open_in_each(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text,expected",
    [
        ("‘They ran. ‘Get out!’ shouted one, and we ran too,’ she said.",
         ["‘They ran. ‘Get out!’ shouted one, and we ran too,’"]),
        ("‘The ‘grand plan’ was no plan,’ she said.", ["‘The ‘grand plan’ was no plan,’"]),
        ("‘We sail, said one. ‘We wait,’ said another.", ["‘We wait,’"]),
    ],
)
def test_single_marks_inside_single_marks_belong_to_the_quotation_around_them(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="ab .,\n‘’'", max_size=80))
@settings(deadline=None, max_examples=100)
def test_single_marks_never_make_quotations_that_overlap(text: str) -> None:
    quotes = quotes_of(text, paragraphs_of(text))
    assert all(first.end <= second.start for first, second in pairwise(quotes))
    assert all(quote.start < quote.end for quote in quotes)
