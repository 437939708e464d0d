"""Word lists: reading, matching, and the state of the lists that are shipped."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled import field

from analysis import lexicons
from analysis.annotation import model_files
from analysis.errors import LexiconError
from analysis.lexicon_words import ANY_WORD, split
from analysis.model import AnnotatedField, Span, Token, Voice

TOML = """
title = "Sample"
description = "A list for tests."
licence = "MIT"
version = "1"
scale = "none"
sources = ["A paper."]
limits = ["A limit."]

[classes]
loud = "loud words"
soft = "soft words"
"""


@pytest.fixture
def make(tmp_path):
    """A list of these lines, read from files."""

    def make_list(*lines, toml=TOML, header="term,class,pos,note"):
        (tmp_path / "sample.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        (tmp_path / "sample.toml").write_text(toml, encoding="utf-8")
        lexicons.load.cache_clear()
        return lexicons.load("sample", tmp_path)

    return make_list


def found(lexicon, of, **options):
    return [(of.text[match.start : match.end], match.label) for match in lexicon.matches(of, **options)]


def test_a_list_keeps_its_provenance(make):
    lexicon = make("slam,loud,VERB,")
    assert (lexicon.name, lexicon.title, lexicon.version, lexicon.licence) == ("sample", "Sample", "1", "MIT")
    assert lexicon.sources == ("A paper.",)
    assert lexicon.limits == ("A limit.",)
    assert lexicon.classes == {"loud": "loud words", "soft": "soft words"}
    assert lexicon.terms == (lexicons.LexiconTerm("slam", "loud", ("VERB",)),)


@pytest.mark.parametrize("term, tokens", [
    ("so-called", ("so", "-", "called")),
    ("Rage-Fueled", ("rage", "-", "fueled")),
    ("*-fueled", ("*", "-", "fueled")),
    ("pseudo-*", ("pseudo", "-", "*")),
    ("doesn’t hold water", ("does", "n't", "hold", "water")),
    ("old wives' tale", ("old", "wives", "'", "tale")),
    ("harm's way", ("harm", "'s", "way")),
    ("of course", ("of", "course")),
    ("cannot deny", ("can", "not", "deny")),
])
def test_split_makes_the_tokens_of_the_tokenizer(term, tokens):
    assert split(term) == tokens


def test_one_word_matches_by_form_or_lemma_whatever_the_case(make):
    lexicon = make("slam,loud,,", "elites,soft,,")
    of = field("Critics SLAMMED|slam and slam elites|elite but no elite .")
    assert found(lexicon, of) == [("SLAMMED", "loud"), ("slam", "loud"), ("elites", "soft")]


def test_part_of_speech_keeps_other_uses_out(make):
    lexicon = make("may,soft,AUX,", "blast,loud,VERB|ADJ,")
    of = field("May||PROPN||DATE came and it may||AUX blast||NOUN or blasted|blast|ADJ .")
    assert found(lexicon, of) == [("may", "soft"), ("blasted", "loud")]


def test_each_word_of_a_phrase_may_be_inflected_and_hyphens_and_apostrophes_have_many_forms(make):
    lexicon = make("lash out,loud,,", "so-called,soft,,", "let's go,loud,,")
    of = field("He lashed|lash out . The so ‑ called plan . Let ’s go .")
    assert found(lexicon, of) == [("lashed out", "loud"), ("so ‑ called", "soft"), ("Let ’s go", "loud")]


def test_a_star_stands_for_one_word(make):
    lexicon = make("*-fueled,loud,,", "coal-fueled,exempt,,")
    assert found(lexicon, field("A rage - fueled speech .")) == [("rage - fueled", "loud")]
    assert found(lexicon, field("A coal - fueled plant .")) == []
    assert found(lexicon, field("A — - fueled speech .")) == []


def test_the_longest_term_wins_and_an_exempt_phrase_is_silent(make):
    lexicon = make("slam,loud,,", "grand slam,exempt,,", "slam the door,soft,,")
    of = field("A grand slam . Slam the door . Slam the gate .")
    assert found(lexicon, of) == [("Slam the door", "soft"), ("Slam", "loud")]


def test_the_form_as_written_goes_before_the_lemma_and_the_lemma_before_the_star(make):
    lexicon = make("left,soft,,", "leave,loud,,")
    assert found(lexicon, field("They left|leave .")) == [("left", "soft")]
    lexicon = make("*-run,loud,,", "ill-run,soft,,")
    assert found(lexicon, field("ill - run and well - run")) == [("ill - run", "soft"), ("well - run", "loud")]


def test_a_match_has_one_voice_and_one_sentence(make):
    lexicon = make("of course,loud,,", "course,soft,,")
    of = field("of course||| . of|||quoted course|||own . of . course")
    assert [(match.label, match.voice) for match in lexicon.matches(of)] == [
        ("loud", Voice.OWN), ("soft", Voice.OWN), ("soft", Voice.OWN),
    ]


def test_an_exempt_phrase_may_go_on_in_another_voice(make):
    lexicon = make("supposed,loud,,", "supposed to,exempt,,")
    assert found(lexicon, field("It was supposed to|||reported end .")) == []


def test_voice_and_limit_choose_among_the_matches(make):
    lexicon = make("slam,loud,,")
    of = field("slam slam|||quoted slam|||reported .")
    assert [match.start for match in lexicon.matches(of, Voice.QUOTED)] == [5]
    assert [match.start for match in lexicon.matches(of, limit=9)] == [0, 5]
    assert [match.start for match in lexicon.matches(of, Voice.REPORTED, limit=9)] == []


def test_names_are_passed_over(make):
    lexicon = make("savage,loud,,", "fury,loud,NOUN,")
    of = field("Then Dan||PROPN||PERSON Savage||PROPN||PERSON spoke . Savage||ADJ cuts . Fury||PROPN||PERSON won .")
    assert found(lexicon, of) == [("Savage", "loud")]
    assert found(lexicon, field("So Fury||PROPN||ORG grew .")) == []
    assert found(lexicon, field("“ Fury||PROPN||GPE grew .")) == [("Fury", "loud")]
    assert found(lexicon, field("Fury||PROPN||ORG Records||PROPN||ORG grew .")) == []


def test_a_headline_may_be_all_capitals_of_unknown_names(make):
    lexicon = make("fury,loud,NOUN,", "slam,soft,VERB,")
    title = field("Mayor||PROPN Slam||PROPN Fury||PROPN||PERSON Fury||PROPN", "title")
    assert [match.start for match in lexicon.matches(title)] == [6, 16]
    assert found(lexicon, field("A Slam||PROPN of Fury||PROPN .")) == []


@pytest.mark.parametrize("lines, message", [
    (["slam,shrill,,"], "“shrill” is not described"),
    (["slam,loud,VRB,"], "“VRB” is no universal part of speech"),
    ([",loud,,"], "the term is empty"),
    (["*,loud,,"], "the term is empty"),
    (["slam,loud,,a,b"], "more than 4 columns"),
    (["slam,loud,,", "Slam,soft,,"], "“Slam” stands twice in sample.csv, lines 2 and 3"),
    (["so-called,loud,,", "so‑called,soft,,"], "stands twice"),
    ([], "has no terms"),
    (['"slam,loud,,'], "not valid CSV"),
])
def test_a_bad_line_is_named(make, lines, message):
    with pytest.raises(LexiconError, match=message):
        make(*lines)


def test_a_bad_head_or_description_is_named(make):
    with pytest.raises(LexiconError, match=r"sample\.csv must begin with"):
        make("slam,loud", header="term,class")
    with pytest.raises(LexiconError, match=r"sample\.toml is not valid TOML"):
        make("slam,loud,,", toml="title = ")
    with pytest.raises(LexiconError, match=r"sample\.toml needs an entry “licence”"):
        make("slam,loud,,", toml=TOML.replace('licence = "MIT"', ""))


def test_a_missing_or_miscoded_file_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"nothing\.toml is missing"):
        lexicons.load("nothing", tmp_path)
    (tmp_path / "odd.toml").write_bytes(b"title = '\xe9'")
    with pytest.raises(LexiconError, match=r"odd\.toml is not UTF-8"):
        lexicons.load("odd", tmp_path)


def test_the_lists_shipped_are_those_the_measures_need():
    assert lexicons.names() == (
        "assertives", "attitudes", "boosters", "cues", "deeds", "factives", "hedges", "implicatives", "labels_to_watch",
        "loaded_words", "roles",
    )  # fmt: skip


@pytest.mark.parametrize("name", lexicons.names())
def test_a_shipped_list_says_where_it_comes_from_and_uses_its_classes(name):
    lexicon = lexicons.load(name)
    assert lexicon.licence == "MIT, our own list"
    assert {term.label for term in lexicon.terms} - {lexicons.EXEMPT} == set(lexicon.classes)


@pytest.mark.parametrize("name", lexicons.names())
def test_every_term_survives_the_tokenizer(name):
    lexicon = lexicons.load(name)
    lost = [term.term for term in lexicon.terms if term.label != lexicons.EXEMPT and not survives(lexicon, term)]
    assert lost == []


def survives(lexicon, term):
    """Is the term found, whole, in a sentence that the annotator's tokenizer has split?"""
    words = term.term.replace(ANY_WORD, "paper")
    carrier = f"They saw {words} there."
    wanted = Span(9, 9 + len(words))
    of = tokenized(carrier, wanted, term.pos[0] if term.pos else "X")
    return any((match.start, match.end) == wanted for match in lexicon.matches(of))


def tokenized(text, term, pos):
    doc = model_files.load().tokenizer(text)
    tokens = tuple(
        Token(each.idx, each.idx + len(each), each.text, each.lower_, pos if each.idx >= term.start else "X", "", "",
              each.i, "", Voice.OWN, 0)
        for each in doc
    )
    return AnnotatedField("text", text, tokens, (Span(0, len(text)),), (Span(0, len(text)),))


WORDS = st.lists(st.sampled_from(["so", "-", "called", "slam", "grand", "the", "door", "plan", "."]), max_size=12)
VOICES = st.lists(st.sampled_from(["own", "reported", "quoted"]), min_size=12, max_size=12)


@given(words=WORDS, voices=VOICES)
@settings(deadline=None, max_examples=100)
def test_matches_are_ordered_apart_and_inside_one_voice(words, voices):
    of = field(" ".join(f"{word}|||{voice}" for word, voice in zip(words, voices, strict=False)))
    matches = lexicons.load("loaded_words").matches(of)
    assert all(one.end <= other.start for one, other in pairwise(matches))
    for match in matches:
        inside = [token for token in of.tokens if match.start <= token.start and token.end <= match.end]
        assert {token.voice for token in inside} == {match.voice}
        assert len({token.sentence for token in inside}) == 1
