"""The same remark in several outlets: found however it is cut, and what each cut leaves out."""

import re
from dataclasses import replace

from handmade import article
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotation import annotate
from analysis.model import Article, Attribution, CueClass, Evidence, Quotation, Span
from analysis.quotations import shared_quotations
from analysis.speakers import speakers
from benchmarks.golden.remarks import cuts_found
from benchmarks.golden.stories import missed, slugs

WHOLE = "The dam is a gift to nobody. We had twenty minutes to decide, and we took ten of them."


def field_with(of, speaker, *, joined=True):
    """The field with its curly quotations attributed to ``speaker``: together where ``joined``, else one by one."""
    spans = [Span(*match.span()) for match in re.finditer("“[^”]*”", of.text)]
    cue = re.search(r"\b(said|railed)\b", of.text)
    contents = [tuple(spans)] if joined else [(span,) for span in spans]
    label = {"said": CueClass.NEUTRAL, "railed": CueClass.HOSTILE}[cue[0]] if cue else None
    place = Span(*cue.span()) if cue else None
    said = tuple(Attribution(None, speaker, place, label, each, True) for each in contents if each)
    return replace(of, quotations=tuple(Quotation(*span, True) for span in spans), attributions=said)


def told(identifier, text, speaker="Mara Marsk", *, title=None, outlet="", joined=True):
    made = article(identifier, outlet or f"Outlet {identifier}", title, text)
    headline = field_with(made.title, speaker) if made.title is not None else None
    return replace(made, text=field_with(made.text, speaker, joined=joined), title=headline)


def shared(*event):
    return shared_quotations(event, speakers(event, ()))


def cuts(event, quotation):
    """Article -> (quoted stretches, trimmed stretches)."""
    texts = {each.id: each.article for each in event}
    return {
        cut.article: (
            [texts[cut.article].passage(cut.field, *span) for span in cut.spans],
            [texts[each.article].passage(each.field, each.start, each.end) for each in cut.trimmed],
        )
        for cut in quotation.cuts
    }


def test_a_remark_split_around_its_cue_is_the_same_remark_and_nothing_is_trimmed():
    event = (told("a", f"“{WHOLE}” said Marsk."),
             told("b", "“The dam is a gift to nobody,” Marsk railed. “We had twenty minutes to decide — and we took "
                       "ten of them!”"))
    (found,) = shared(*event)
    assert found.speaker == "Mara Marsk"
    assert cuts(event, found) == {
        "a": ([WHOLE], []),
        "b": (["The dam is a gift to nobody,", "We had twenty minutes to decide — and we took ten of them!"], []),
    }
    start = event[1].text.text.index("railed")
    assert found.cuts[1].cue == Evidence("b", "text", start, start + 6, "hostile")
    assert found.cuts[0].cue.label == "neutral"


def test_a_short_cut_is_told_what_it_leaves_out_in_the_other_outlets_words():
    event = (told("a", f"“{WHOLE}” said Marsk."), told("b", "Marsk called it “a gift to nobody”."))
    (found,) = shared(*event)
    assert cuts(event, found) == {"a": (["The dam is a gift to nobody."], []),
                                  "b": (["a gift to nobody"], ["The dam is"])}
    assert found.cuts[1].cue is None
    assert {(each.article, each.field, each.label) for each in found.cuts[1].trimmed} == {("a", "text", "trimmed")}


STATEMENT = ("“We had twenty minutes to decide. Had we waited, the dam would have burst, and nobody in this valley "
             "would be alive to complain.”")


def test_each_sentence_of_a_statement_is_a_remark_of_the_outlets_that_carry_it():
    event = (told("a", f"{STATEMENT} said Marsk."), told("b", "“We had twenty minutes to decide,” said Marsk."),
             told("c", "“Nobody in this valley would be alive to complain,” Marsk railed."))
    whole = "Had we waited, the dam would have burst, and nobody in this valley would be alive to complain."
    assert [cuts(event, each) for each in shared(*event)] == [
        {"a": ([whole], []), "c": (["Nobody in this valley would be alive to complain,"],
                                   ["Had we waited, the dam would have burst, and"])},
        {"a": (["We had twenty minutes to decide."], []), "b": (["We had twenty minutes to decide,"], [])},
    ]


def test_two_cuts_of_one_sentence_without_a_common_word_are_not_set_side_by_side():
    event = (told("a", f"{STATEMENT} said Marsk."), told("b", "“Had we waited, the dam would have burst,” said Marsk."),
             told("c", "“Nobody in this valley would be alive to complain,” Marsk railed."))
    assert [[cut.article for cut in each.cuts] for each in shared(*event)] == [["a", "b"], ["a", "c"]]


def test_sentences_that_the_same_statements_carry_are_one_remark_and_those_of_one_outlet_are_left_out():
    event = (told("a", "“The siren stayed silent. Mr. Iwell was in bed. The gates were rusted open,” said Marsk."),
             told("b", "“The siren stayed silent,” Marsk railed. “The gates were rusted open.”"))
    (found,) = shared(*event)
    assert cuts(event, found) == {"a": (["The siren stayed silent.", "The gates were rusted open,"], []),
                                  "b": (["The siren stayed silent,", "The gates were rusted open."], [])}


def test_a_sentence_broken_off_by_its_cue_is_one():
    event = (told("a", "“We had twenty minutes,” said Marsk, “to warn the valley below the dam.”"),
             told("b", "“We had twenty minutes”, Marsk railed."))
    (found,) = shared(*event)
    assert cuts(event, found) == {
        "a": (["We had twenty minutes,", "to warn the valley below the dam."], []),
        "b": (["We had twenty minutes"], ["to warn the valley below the dam"])}


def named(of, *names):
    """The article with ``names`` parsed as proper nouns."""
    tokens = tuple(token._replace(pos="PROPN") if token.text in names else token for token in of.text.tokens)
    return replace(of, text=replace(of.text, tokens=tokens))


def test_a_list_of_names_is_no_remark_but_a_long_run_of_words_about_them_is():
    places = ("Norrane", "Brennick", "Kerrant", "Senmoor")
    listed = "Norrane, Brennick, Kerrant and Senmoor"
    first, second = f"“Troops march towards {listed},” said Marsk.", f"“Soldiers approach {listed},” said Marsk."
    assert shared(*(named(told(*each), *places) for each in (("a", first), ("b", second)))) == ()
    assert len(shared(told("a", first), told("b", second))) == 1
    third = f"“Foreign troops march towards {listed},” said Marsk."
    assert len(shared(*(named(told(*each), *places) for each in (("a", first), ("b", third))))) == 1


def test_the_cue_is_the_reporting_word_alone():
    event = [annotate(Article(name, text, None, name)) for name, text in {
        "a": "“Nobody in this valley would be alive to complain,” Helena Marsk wrote in the Beacon on Friday.",
        "b": "“Nobody in this valley would be alive to complain,” Helena Marsk pointed out on Friday."}.items()]
    (found,) = shared(*event)
    texts = {each.id: each.article.text for each in event}
    assert [texts[cut.article][cut.cue.start : cut.cue.end] for cut in found.cuts] == ["wrote", "pointed out"]


def test_what_several_others_carry_is_shown_once():
    event = (told("a", "“We had twenty minutes to decide and nobody called us,” said Marsk."),
             told("b", "“We had twenty minutes to decide and nobody called us,” said Marsk."),
             told("c", "“We had twenty minutes to decide,” said Marsk."))
    (found,) = shared(*event)
    assert cuts(event, found)["c"][1] == ["and nobody called us"]


def test_one_word_that_was_put_in_does_not_hide_the_rest():
    event = (told("a", "“We had just twenty minutes to decide about it,” said Marsk."),
             told("b", "“[We] had twenty minutes to decide about it,” said Marsk."))
    (found,) = shared(*event)
    assert [trimmed for _, trimmed in cuts(event, found).values()] == [[], []]


def test_common_words_alone_do_not_make_a_remark_shared():
    assert shared(told("a", "“That is what we have to do about it,” said Marsk."),
                  told("b", "“It is not what we have to do about them,” said Marsk.")) == ()


def test_the_same_short_words_of_two_named_people_are_two_remarks():
    first = "“Nobody warned the council about the siren,” said Marsk."
    second = "“Nobody warned the council about the gates,” said Iwell."
    assert shared(told("a", first), told("b", second, "Tom Iwell")) == ()
    assert len(shared(told("a", first), told("b", second, None))) == 1


def test_eight_words_are_the_same_remark_whoever_is_said_to_speak():
    words = "“Nobody warned the council about the siren or gates,” said somebody."
    assert len(shared(told("a", words), told("b", words, "Tom Iwell"))) == 1


def test_two_articles_of_one_outlet_share_nothing_but_articles_without_an_outlet_do():
    words = f"“{WHOLE}” said Marsk."
    assert shared(told("a", words, outlet="Post"), told("b", words, outlet="Post")) == ()
    event = (told("a", words), told("b", words))
    assert len(shared(*(replace(each, article=replace(each.article, outlet=None)) for each in event))) == 1


def test_the_headline_is_a_cut_only_where_the_text_has_none():
    words = f"“{WHOLE}” said Marsk."
    both = told("a", words, title="Dam “is a gift to nobody”")
    only = told("b", "The lake rose.", title="Dam “is a gift to nobody”")
    (found,) = shared(both, only)
    assert [(cut.article, cut.field) for cut in found.cuts] == [("a", "text"), ("b", "title")]


def test_remarks_stand_by_outlets_then_length():
    one, two = "We had twenty minutes to decide", "The siren on the roof stayed silent"
    three = "Hysteria helps nobody in town"
    event = [told(name, " ".join(f"“{remark}.”" for remark in remarks), joined=False)
             for name, remarks in {"a": (three, one, two), "b": (three, one, two), "c": (two,)}.items()]
    pieces, text = shared(*event), event[0].text.text
    assert [[len(cut.spans) for cut in each.cuts] for each in pieces] == [[1, 1, 1], [1, 1], [1, 1]]
    assert [text[slice(*each.cuts[0].spans[0])] for each in pieces] == [f"{words}." for words in (two, one, three)]


def test_nothing_is_shared_by_nobody():
    assert shared() == ()
    assert shared(told("a", ""), told("b", "“”" * 20)) == ()


def test_scare_quotes_are_no_remarks():
    event = [told(name, f"A “{WHOLE}” sign.") for name in "ab"]
    bare = [
        replace(each, text=replace(each.text, attributions=(),
                                   quotations=tuple(replace(one, sourced=False) for one in each.text.quotations)))
        for each in event
    ]
    assert shared(*bare) == ()


def two_outlets_with(text):
    """Two articles of this text, in which all between quotation marks is a quotation; nothing else is annotated."""
    spans = [Span(*match.span()) for match in re.finditer("“[^”]*”", text)]
    quotations = tuple(Quotation(*span, True) for span in spans)
    return [
        replace(plain, text=replace(plain.text, text=text, quotations=quotations))
        for plain in (article(name, f"Outlet {name}", None, "x") for name in "ab")
    ]


def test_thousands_of_remarks_that_share_words_in_a_chain_end_soon():
    words = [f"warden{number % 4999}x gate" for number in range(5_001)]
    text = "\n".join(f"“{words[at]} {words[at + 1]} opened”" for at in range(5_000))
    assert len(shared(*two_outlets_with(text))) >= 2_500


def test_ten_thousand_quotations_of_the_same_words_are_one_remark():
    text = "\n".join(["“Nobody in this valley would be alive to complain”"] * 5_000)
    (found,) = shared(*two_outlets_with(text))
    assert [len(cut.spans) for cut in found.cuts] == [5_000, 5_000]


VOCABULARY = ["dam", "siren", "stayed", "silent", "the", "gates", "of", "valley", "nobody", "complain", "we", "had"]
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=14)


@given(texts=st.lists(st.lists(WORDS, max_size=3), min_size=2, max_size=4))
@settings(deadline=None, max_examples=60)
def test_spans_are_quotations_and_trimmed_stretches_lie_in_quotations_of_other_articles(texts):
    event = [told(str(number), "\n".join(f"“{' '.join(words)}”" for words in each), joined=False)
             for number, each in enumerate(texts)]
    quoted = {each.id: {Span(one.start, one.end) for one in each.text.quotations} for each in event}
    for found in shared(*event):
        assert len({cut.article for cut in found.cuts}) == len(found.cuts) > 1
        mine = {cut.article: set(cut.spans) for cut in found.cuts}
        for cut in found.cuts:
            assert all(any(each.contains(span) for each in quoted[cut.article]) for span in cut.spans)
            for each in cut.trimmed:
                assert each.article != cut.article
                assert any(span.start <= each.start and each.end <= span.end for span in mine[each.article])


def test_nearly_all_shared_quotations_of_the_sample_stories_are_found():
    outcomes = [outcome for slug in slugs() for outcome in cuts_found(slug)]
    assert outcomes
    assert len(missed(outcomes)) <= 0.1 * len(outcomes), missed(outcomes)
