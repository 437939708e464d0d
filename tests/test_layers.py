"""What a comparison marks in a field: words, names, deeds without a doer, statements and agency copy."""

from dataclasses import replace

from handmade_story import FOUND, MESS, SHUT, told

from analysis.annotation import annotate
from analysis.compare import compare
from analysis.highlight import Copied, Told, field_html
from analysis.layers import frames_of, marks_of
from analysis.model import Article, Correction


def shown(article, layer):
    made = told()
    text = next(each.article.text for each in made.articles if each.id == article)
    marks = marks_of(made, article, "text")
    return [(text[mark.start : mark.end], mark.title) for mark in marks if mark.layer == layer]


def test_names_that_stand_more_than_once_are_marked_with_who_is_meant():
    assert shown("bbb222", "name") == [
        ("The mayor", "the mayor, own voice; Wikipedia warns of “controversial”"),
        ("the mayor said", "the mayor, own voice; Wikipedia warns of “controversial”"),
    ]


def test_of_nested_names_the_outer_one_is_marked():
    assert [words for words, _ in shown("aaa111", "name")] == ["Ida Brandt"]


def test_a_deed_without_a_doer_is_marked_and_one_with_a_doer_is_not():
    assert shown("bbb222", "nodoer") == [("was closed", "No doer: passive without agent, own voice")]
    assert shown("aaa111", "nodoer") == []


def test_sentences_know_their_statements_and_what_they_are_nearest_to():
    made = told()
    frames = [frame for frame in frames_of(made, "aaa111", "text") if isinstance(frame, Told)]
    assert [(frame.numbers, frame.near, frame.only) for frame in frames] == [
        ((SHUT,), (), False),
        ((MESS,), (), True),
        ((), (FOUND,), False),
    ]


def test_agency_copy_says_who_else_runs_it():
    copies = [frame for frame in frames_of(told(), "ccc333", "text") if isinstance(frame, Copied)]
    assert [frame.note for frame in copies] == ["Agency copy, in 2 of 3 articles, counted once"]


def test_frames_add_buttons_and_leave_the_text_alone():
    made = told()
    wire = made.articles[1]
    html = field_html(wire.text, marks_of(made, wire.id, "text"), frames=frames_of(made, wire.id, "text"))
    assert html.count('class="sn"') == 2
    assert f'data-n="{SHUT}" aria-label="Statement {SHUT}"' in html
    assert '<span class="st only" data-st="2" data-near="">' in html
    assert '<span class="cp"><span class="cn" data-note="Agency copy, in 2 of 3 articles, counted once">' in html


def test_a_loaded_sentence_is_marked_with_the_words_behind_it_until_a_reader_dismisses_it():
    text = "The council met on Monday. " * 6 + "This disgraceful, shameful and utterly reckless plan is an outrage. "
    one = annotate(Article("a", text + "It will be discussed again on Friday.", outlet="Post"))
    two = annotate(Article("b", "The council met on Monday. " * 8, outlet="Wire"))
    at = text.index("This disgraceful")
    whole = (at, len(text) - 1)

    def marked(made):
        return [mark for mark in marks_of(made, "a", "text") if mark.layer == "lsent"]

    (mark,) = marked(compare([one, two]))
    assert (mark.start, mark.end) == whole
    assert mark.title.startswith("Loaded sentence (0.")
    assert "disgraceful" in mark.title
    assert marked(compare([one, two], [Correction("a", "text", *whole, "dismiss", "loaded_sentences")])) == []


def test_the_mark_of_a_loaded_headline_goes_when_a_reader_dismisses_it():
    title = "This disgraceful, shameful and utterly reckless plan is an outrage"
    event = [annotate(Article(each, "The council met on Monday. " * 3, title=title)) for each in "ab"]
    other = Correction("a", "title", 0, len(title), "dismiss", "hedges")
    for measure, marks in (("loaded_sentences", 0), ("", 0), ("hedges", 1)):
        made = compare(event, [replace(other, measure=measure)])
        assert sum(mark.layer == "lsent" for mark in marks_of(made, "a", "title")) == marks
        assert sum(mark.layer == "lsent" for mark in marks_of(made, "b", "title")) == 1
