"""The tone of clauses towards a person or group: labels, deciding words, counts; invented sentences only."""

import re
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled import article, field

from analysis import pieces
from analysis.annotation import annotate, with_vectors
from analysis.embedding import DIMENSIONS
from analysis.errors import TableError
from analysis.model import (
    Article,
    Chain,
    Correction,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Naming,
    Span,
    Tone,
    TonedClause,
    Voice,
)  # fmt: skip
from analysis.names import entities
from analysis.tone import FEWEST, Judge, overall, summary, tones
from analysis.tone.actors import is_actor
from analysis.tone.clauses import clause_heads
from analysis.tone.features import Features
from analysis.tone.weights import ALWAYS, LABELS, VECTORS, load, write


@pytest.mark.parametrize("damage", [("sentence,3,", "sentence,-1,"), ("clause,0,", "title,0,"), ("sentence,7,", "")])
def test_damaged_weights_of_vectors_are_named(tmp_path, damage):
    write(load(), tmp_path)
    path = tmp_path / "tone_vectors.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(*damage, 1), encoding="utf-8")
    with pytest.raises(TableError, match=r"tone_vectors\.csv"):
        load.__wrapped__(tmp_path)


@lru_cache
def annotated(text):
    return with_vectors(annotate(Article("a", text))).text


def judged(text, who):
    start = text.index(who)
    return Judge(annotated(text)).judge(Span(start, start + len(who)))


PRAISE = "Everybody praised the brave harbour master Teviot for her excellent and honest work."
BLAME = "The corrupt harbour master Teviot lied shamelessly and was condemned for a disgraceful failure."
PLAIN = "Teviot, the harbour master, will speak on Tuesday."


@pytest.mark.parametrize("text, label", [(PRAISE, 1), (BLAME, -1), (PLAIN, 0)])
def test_praise_blame_and_plain_news_are_told_apart(text, label):
    found = judged(text, "Teviot")
    assert found.label == label
    assert -1 <= found.score <= 1
    assert label == 0 or found.score * label > 0.3


def test_the_tone_is_towards_the_one_who_is_meant():
    text = "Brandt bitterly attacked Holm, calling him a liar and a crook who had betrayed the town."
    assert judged(text, "Holm").score < judged(text, "Brandt").score


def test_the_words_that_decided_are_named_and_speak_for_the_label():
    named = judged(BLAME, "Teviot").words
    harsh = {"corrupt", "condemned", "lied", "disgraceful", "failure"}
    assert {BLAME[span.start : span.end] for span, _ in named} & harsh
    assert all(weight < 0 for _, weight in named)
    assert [abs(weight) for _, weight in named] == sorted((abs(weight) for _, weight in named), reverse=True)


@pytest.mark.parametrize("one, other", [("he", "she"), ("his", "her")])
def test_man_or_woman_makes_no_difference_to_the_words(one, other):
    texts = [f"The council backed the plan because {word} staff had failed twice ." for word in (one, other)]
    fields = [field(text.replace(word, f"{word}||PRON")) for text, word in zip(texts, (one, other), strict=True)]
    found = [
        {feature.name for feature in Features(each).of(Span(at, at + len(word)))}
        for each, word in zip(fields, (one, other), strict=True)
        for at in [each.text.index(f" {word} ") + 1]
    ]
    assert found[0] == found[1]


def test_names_are_no_features():
    of = field("Brandt|brandt|PROPN||PERSON praised Holm|holm|PROPN||PERSON warmly .")
    names = " ".join(feature.name for feature in Features(of).of(Span(0, 6)))
    assert "holm" not in names
    assert "brandt" not in names
    assert "any:praised" in names


def test_the_words_that_decided_are_in_the_voice_of_the_head_not_of_the_first_word():
    text = "He said “the corrupt” President Obama is a vile liar and “a thug”.".replace("Obama", "Teviot")
    of = annotated(text)
    judge = Judge(of)
    start, end = text.index("the corrupt"), text.index("Teviot") + len("Teviot")
    target = Span(start, end)
    head, _ = judge.clause(target)
    voices = {token.start: token.voice for token in of.tokens}
    assert voices[start] is Voice.QUOTED
    assert of.tokens[head].voice is Voice.REPORTED
    named = judge.judge(target).words
    assert named
    assert {voices[span.start] for span, _ in named} == {Voice.REPORTED}


def test_vectors_of_clauses_that_do_not_fit_are_not_read():
    of = annotated("The corrupt harbour master Teviot lied, and the mayor of the town praised the brave sailors .")
    row = 2 * DIMENSIONS
    target = Span(27, 33)
    assert len(of.vectors) > row * len(of.sentences)
    alone = Judge(replace(of, vectors=of.vectors[: row * len(of.sentences)])).judge(target)
    more = Judge(replace(of, vectors=of.vectors + of.vectors[:row])).judge(target)
    assert more == alone != Judge(of).judge(target)


def test_without_vectors_the_words_alone_decide():
    bare = replace(annotated(BLAME), vectors=b"")
    assert Judge(bare).judge(Span(26, 32)).label == -1


def test_where_no_word_stands_the_tone_is_neutral():
    assert Judge(field("A calm day .")).judge(Span(400, 410)) == (0, 0.0, ())
    assert Judge(field("")).judge(Span(0, 1)) == (0, 0.0, ())


def test_a_clause_is_its_verb_and_what_hangs_on_it():
    of = annotated("The mayor resigned because the bridge that he built had collapsed.")
    heads = clause_heads(of.tokens)
    by_word = {token.text: of.tokens[heads[place]].text for place, token in enumerate(of.tokens)}
    assert (by_word["mayor"], by_word["bridge"], by_word["he"]) == ("resigned", "collapsed", "built")


def test_a_ring_of_heads_ends():
    tokens = [token._replace(head=(place + 1) % 3) for place, token in enumerate(field("one two three").tokens)]
    assert len(clause_heads(tokens)) == 3


@given(st.text(max_size=120), st.integers(0, 130), st.integers(1, 40))
@settings(deadline=None, max_examples=60)
def test_any_text_and_place_has_an_answer_within_bounds(text, start, length):
    judge = Judge(field(" ".join(f"{word}||NOUN" for word in text.replace("|", "").split())))
    found = judge.judge(Span(start, start + length))
    assert found.label in LABELS
    assert -1 <= found.score <= 1
    assert all(0 <= span.start < span.end <= len(judge.field.text) for span, _ in found.words)


def story(sentences, voice="own"):
    """An article in which each sentence is about Teviot, its first word; one clause a sentence."""
    text = field(" ".join(f"Teviot|teviot|PROPN|{voice}|PERSON {sentence} ." for sentence in sentences))
    tokens, first = [], 0
    for place, token in enumerate(text.tokens):
        first = place if token.text == "Teviot" else first
        tokens.append(token._replace(head=first))
    mentions = tuple(Mention(token.start, token.end, 0, MentionForm.NAME) for token in tokens if token.text == "Teviot")
    told = article(replace(text, tokens=tuple(tokens), mentions=mentions))
    return replace(told, chains=(Chain("Teviot", EntityKind.PERSON),))


def test_the_mean_and_spread_are_those_of_the_clauses():
    of = story(["spoke", "erred", "excellent||ADJ", "terrible||ADJ", "disgraceful||ADJ"])
    (tone,) = tones([of], entities([of]))
    labels = [clause.label for clause in tone.clauses]
    mean = sum(labels) / 5
    assert len(labels) == FEWEST
    assert set(labels) > {-1}
    assert (tone.article, tone.voice) == ("a1", Voice.OWN)
    assert tone.mean == pytest.approx(mean)
    assert tone.spread == pytest.approx((sum((each - mean) ** 2 for each in labels) / 4) ** 0.5)
    assert tone.relative == pytest.approx(0)
    assert sum(tone.count(label) for label in LABELS) == 5
    assert {of.text.text[clause.target.start : clause.target.end] for clause in tone.clauses} == {"Teviot"}


def test_a_clause_that_a_reader_dismisses_counts_no_more():
    of = story(["spoke", "erred", "left", "came", "won", "lost"])
    first, second = of.text.mentions[:2]
    dismissed = Correction("a1", "text", first.start, first.end, "dismiss", "tone")
    of_another = Correction("a1", "text", second.start, second.end, "dismiss", "loaded_words")
    (tone,) = tones([of], entities([of]), (dismissed, of_another))
    assert [clause.target.start for clause in tone.clauses] == [each.start for each in of.text.mentions[1:]]


def test_a_dismissed_clause_does_not_come_back_by_another_mention_in_it():
    of = story(["met||VERB Teviot|teviot|PROPN|own|PERSON", "erred", "left", "came", "won", "lost"])
    tokens = [token._replace(head=0) if token.sentence == 0 else token for token in of.text.tokens]
    of = replace(of, text=replace(of.text, tokens=tuple(tokens)))
    first = of.text.mentions[0]
    dismissed = Correction("a1", "text", first.start, first.end, "dismiss", "tone")
    (before,), (after,) = tones([of], entities([of])), tones([of], entities([of]), (dismissed,))
    assert len(before.clauses) - len(after.clauses) == 1


def test_a_mention_linked_to_nobody_or_somebody_else_counts_no_more():
    of = story(["spoke", "erred", "left", "came", "won", "lost"])
    first = of.text.mentions[0]
    for meant in ("", "Ida Brandt"):
        link = Correction("a1", "text", first.start, first.end, "link", entity=meant)
        (tone,) = tones([of], entities([of], (link,)), (link,))
        assert len(tone.clauses) == 5
    back = Correction("a1", "text", first.start, first.end, "link", entity="Teviot")
    both = (Correction("a1", "text", first.start, first.end, "link"), back)
    (tone,) = tones([of], entities([of], both), both)
    assert len(tone.clauses) == 6


def toned(article_id, *labels):
    clause = TonedClause(article_id, "text", 0, 5, Span(0, 5), Voice.OWN, 0, 0.0)
    clauses = tuple(replace(clause, label=label) for label in labels)
    mean = sum(labels) / len(labels) if len(labels) >= FEWEST else None
    return Tone("teviot", article_id, Voice.OWN, clauses, mean, 0.0 if mean is not None else None)


LABELLED = {"a": "Quill Post", "b": "Northline Wire", "c": "Daily Lamp"}


def test_outlets_with_one_mean_are_named_together():
    same = summary("Teviot", [toned("a", *[0] * 5), toned("b", -1, 1, 0, 0, 0)], LABELLED, ())
    assert "is the same in Quill Post (0.00, 5 clauses) and Northline Wire (0.00, 5 clauses)" in same
    tied = summary("Teviot", [toned("a", -1, *[0] * 4), toned("b", *[0] * 5), toned("c", *[0] * 5)], LABELLED, ())
    assert "highest that of Northline Wire (0.00, 5 clauses) and Daily Lamp (0.00, 5 clauses)" in tied


def test_without_enough_clauses_no_mean_is_told():
    assert "No outlet says enough about Teviot" in summary("Teviot", [toned("a", 0)], LABELLED, ())
    assert "Only Quill Post (0.00, 5 clauses)" in summary("Teviot", [toned("a", *[0] * 5), toned("b", 0)], LABELLED, ())


def test_everybody_is_all_clauses_of_a_voice():
    found = [toned("a", *[-1] * 5), toned("b", 0), toned("b", *[1] * 2)]
    whole = overall(found, Voice.OWN)
    assert (len(whole.clauses), whole.mean) == (8, pytest.approx(-3 / 8))
    assert overall(found, Voice.QUOTED).clauses == ()


@lru_cache
def actors_in(text):
    of = with_vectors(annotate(Article("a", text)))
    found = entities([of])
    fields = {("a", each.name): each for each in of.fields()}
    return {each.name for each in found if is_actor(each, fields)}


def test_a_place_is_no_group_however_it_is_called():
    place = (
        "Boats met on the Sand Bank. Nets were cut on the Sand Bank. Nobody fished on the Sand Bank that night. "
        "“I was on the Sand Bank,” Ida Brandt said. Ida Brandt praised the Harbour Board."
    )
    assert "Sand Bank" not in actors_in(place)
    assert "Ida Brandt" in actors_in(place)


def entity(text, name, kind):
    """An entity of which each ``name`` in ``text`` is a naming, and the fields of its article."""
    places = [found.start() for found in re.finditer(name, text.text)]
    namings = tuple(Naming("a", "text", at, at + len(name), name, MentionForm.NAME, Voice.OWN) for at in places)
    return Entity("e", name, kind, namings), {("a", "text"): text}


def test_a_ship_is_no_person():
    ship = field("the||DET Star|star|PROPN||WORK_OF_ART sank . the||DET Star|star|PROPN||EVENT lay .")
    tokens = (token._replace(head=place + (token.text == "the")) for place, token in enumerate(ship.tokens))
    told = entity(replace(ship, tokens=tuple(tokens)), "Star", EntityKind.PERSON)
    assert not is_actor(*told)
    person = field("Star|star|PROPN||PERSON sank . Star|star|PROPN||PERSON lay .")
    assert is_actor(*entity(person, "Star", EntityKind.PERSON))
    assert not is_actor(*entity(person, "Star", EntityKind.COUNTRY))


def test_too_few_clauses_make_no_mean_and_of_very_few_nothing_is_told():
    few = story(["spoke", "erred", "left", "came"])
    assert tones([few], entities([few])) == ()
    both = [few, replace(few, article=replace(few.article, id="a2"))]
    assert [(tone.mean, tone.spread, tone.relative, len(tone.clauses)) for tone in tones(both, entities(both))] == [
        (None, None, None, 4), (None, None, None, 4),
    ]  # fmt: skip


def test_voices_are_kept_apart():
    of = story(["spoke", "erred", "left", "came", "won"], voice="quoted")
    assert {tone.voice for tone in tones([of], entities([of]))} == {Voice.QUOTED}


def test_a_clause_with_two_mentions_counts_once():
    of = story(["spoke", "erred", "left", "came", "won"])
    twice = replace(of.text, mentions=tuple(each for each in of.text.mentions for _ in range(2)))
    (tone,) = tones([replace(of, text=twice)], entities([of]))
    assert len(tone.clauses) == 5


def test_no_articles_and_no_people_have_no_tone():
    assert tones([], ()) == ()
    assert tones([article(field("It rained ."))], ()) == ()


def test_of_an_endless_sentence_only_the_words_around_the_target_are_read():
    far = field(" ".join(["word"] * 3_000))
    assert len({feature.token for feature in Features(far).of(Span(5_000, 5_004))}) < 200


def test_the_weights_are_whole_and_survive_being_written(tmp_path):
    weights = load()
    assert weights.vectors.shape == (len(VECTORS), DIMENSIONS + 1, len(LABELS))
    assert ALWAYS in weights.words
    assert all(abs(sum(row)) < 0.003 for row in weights.words.values())
    write(weights, tmp_path)
    again = load.__wrapped__(tmp_path)
    assert again.words == weights.words
    assert (again.vectors == weights.vectors).all()


@pytest.mark.parametrize("damage", [
    "", "feature,negative\nx,1\n",
    *(f"feature,negative,neutral,positive\n{rows}\n" for rows in (
        "", "x,1,0,0", "always,1,nan,0", "always,1,1e300,0", "always,1,0", "always,1,0,0,0", '"always,1,0,0')),
])  # fmt: skip
def test_damaged_weights_are_named(tmp_path, damage):
    write(load(), tmp_path)
    name = "tone_words.csv" if damage else "tone_vectors.csv"
    (tmp_path / name).write_text(damage, encoding="utf-8")
    with pytest.raises(TableError, match=name):
        load.__wrapped__(tmp_path)


def test_each_word_is_given_the_vector_of_its_clause():
    of = annotated("The lake had risen and the gates were opened.")
    told, rows = pieces.texts(of), pieces.rows(of)
    by_word = {token.text: told[row] for token, row in zip(of.tokens, rows, strict=True)}
    assert by_word["lake"] == "The lake had risen"
    assert by_word["gates"] == "the gates were opened"
    short = annotated("The lake rose.")
    assert set(pieces.rows(short)) == {0}
