"""Lists in a sentence, and texts cut to a length."""

import pytest

from analysis.prose import counted, figure, listed, shortened, small


def test_a_list_as_a_sentence_has_it():
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
    assert listed([]) == ""


def test_a_text_is_cut_with_an_ellipsis_and_stands_on_one_line():
    assert shortened("one two", 7) == "one two"
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one, two", 6) == "one…"
    assert shortened("one\n  two", 20) == "one two"


def test_a_word_is_cut_only_where_it_is_very_long():
    label = "self-appointed spokesman of a so-called residents’ association"
    assert shortened(label, 60) == "self-appointed spokesman of a so-called residents’…"
    assert shortened("x" * 40, 10) == "x" * 9 + "…"
    assert shortened("one " + "x" * 40, 20) == "one " + "x" * 15 + "…"


@pytest.mark.parametrize("value, shown", [
    (53.51, "54"), (9.96, "10"), (9.94, "9.9"), (3.68, "3.7"), (4.0, "4"), (0.254, "0.25"), (0.999, "1.0"), (0, "0"),
    (-0.123, "−0.12"), (-0.001, "0"), (1234.5, "1,234"),
])
def test_a_figure_has_the_decimals_that_its_size_needs(value, shown):
    assert figure(value) == shown


def test_numbers_up_to_ten_are_words():
    assert counted(1, "statement") == "one statement"
    assert counted(3, "statement") == "three statements"
    assert counted(11, "loss", "losses") == "11 losses"


def test_small_numbers_are_words():
    assert [small(number) for number in (0, 5, 10, 11, 1200)] == ["no", "five", "ten", "11", "1,200"]
