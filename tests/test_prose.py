"""Lists in a sentence, and texts cut to a length."""

from analysis.prose import listed, shortened


def test_a_list_as_a_sentence_has_it():
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
    assert listed([]) == ""


def test_a_text_is_cut_with_an_ellipsis_and_stands_on_one_line():
    assert shortened("one two", 7) == "one two"
    assert shortened("one two", 6) == "one t…"
    assert shortened("one\n  two", 20) == "one two"
