"""Who speaks in passages that invite a false answer: a wrong name is worse than none."""

from __future__ import annotations

import pytest

from analysis.annotation import annotate
from analysis.model import Article, Attribution, Span, Voice

PRESIDENTS = (
    "Norland’s President Ivo Tarrant and his Sundmark counterpart Pavel Orsk agreed on Monday to share a port.\n\n"
    "Orsk said the port was needed. "
)


def found(text: str, title: str | None = None) -> list[Attribution]:
    return list(annotate(Article("a1", text, title=title)).text.attributions)


def claims(text: str) -> list[tuple[str | None, str | None, str]]:
    """(source, speaker, content) of every claim, as text."""
    return [
        (_slice(text, each.source), each.speaker, " ".join(text[span.start : span.end] for span in each.content))
        for each in found(text)
        if each.claim and each.content
    ]


def _slice(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def speaker_of(text: str, words: str) -> str | None:
    """The speaker of the claim whose content begins with ``words``."""
    return next(speaker for _, speaker, content in claims(text) if content.startswith(words))


@pytest.mark.parametrize("source", ["However, the president", "The president"])
def test_an_office_stands_for_who_holds_it_and_spoke_last_though_told_as_a_counterpart(source: str) -> None:
    text = f"{PRESIDENTS}{source} said that Sundmark would pay."
    assert speaker_of(text, "that Sundmark") == "Pavel Orsk"


def test_an_office_with_its_country_stands_for_who_holds_it_there() -> None:
    text = f"{PRESIDENTS}The Norland president said that ships would wait."
    assert speaker_of(text, "that ships") == "Ivo Tarrant"
    assert speaker_of(f"Sundmark president says port will open\n\n{PRESIDENTS}", "port will open") == "Pavel Orsk"


def test_a_description_is_not_of_somebody_who_is_named_much_later() -> None:
    text = (
        "The toll rose. The road was closed. Buses stood still. Nobody moved. Trade stopped.\n\n"
        "The Tarn councillor said the toll was fair. Shops closed. Schools closed. It rained. The river rose.\n\n"
        "Councillor Ines Teviot of Ullmouth, who was abroad, said nothing had reached her."
    )
    assert speaker_of(text, "the toll was fair") is None


def test_a_name_after_a_long_title_is_the_speaker() -> None:
    text = "The managing director of the Harbour Line, Mara Teviot, said a sale was near. She added that it was cheap."
    assert speaker_of(text, "a sale") == "Mara Teviot"
    assert speaker_of(text, "that it was cheap") == "Mara Teviot"


@pytest.mark.parametrize(
    "source,speaker",
    [
        ("The Beacon’s Mara Teviot", "Mara Teviot"),
        ("Harbour office chief Mara Teviot", "Mara Teviot"),
        ("A critic of Mara Teviot", None),
        ("A former clerk of the guild boss Mara Teviot", None),
    ],
)
def test_the_name_that_ends_a_source_is_the_speaker_unless_it_is_mentioned_in_passing(
    source: str, speaker: str | None
) -> None:
    text = f"{source} said that the toll was unlawful."
    assert speaker_of(text, "that the toll") == speaker


def test_a_town_is_nobody_whom_she_stands_for() -> None:
    text = (
        "Lene Marrick, the government’s envoy, opened the talks. The envoy announced that Tarn and Ullmouth would be "
        "asked to pay for the dredging. She noted that Tarn had closed the bank."
    )
    assert speaker_of(text, "that Tarn had closed") == "Lene Marrick"


def test_nobody_named_only_in_the_quotation_says_it() -> None:
    text = (
        "At the quay, owner Agna Mott handed out cake. “I paid nine crowns to visit my own mother,” she said. "
        "“It is robbery.”"
    )
    assert {speaker for _, speaker, _ in claims(text)} == {"Agna Mott"}


def test_who_goes_on_is_who_spoke_last() -> None:
    before = "Opposition politician Pavel Orsk said the army was split.\n\n"
    text = f"{before}“It will not march,” the country’s former culture minister continued."
    assert speaker_of(text, "“It will") == "Pavel Orsk"
    assert speaker_of(f"{before}“It will not march,” a former minister continued.", "“It will") is None
    another = f"{before}A clerk said it was. “It will not march,” the country’s former culture minister continued."
    assert speaker_of(another, "“It will") is None


def test_information_and_opinion_are_whose_they_are() -> None:
    text = "Pavel Orsk left early. According to his information, hardly any troops are there."
    assert claims(text)[-1][:2] == ("his", "Pavel Orsk")


def test_a_body_is_it() -> None:
    text = "The Harbour Guild said the toll was unlawful but condemned the strike, which it blamed on the mayor."
    assert speaker_of(text, "on the mayor") == "Harbour Guild"
    freed = "On Friday, Norland freed two pilots whom it had charged with planning a raid on the port."
    assert claims(freed) == [("it", "Norland", "planning a raid on the port")]


@pytest.mark.parametrize("line", ["Tarn/Ullmouth - ", "TARN/ULLMOUTH (Beacon) - ", "Tarn, March 3 - ", "Tarn (TA) - "])
def test_a_dateline_does_not_speak(line: str) -> None:
    text = f"{line}Norland is warning of a threat from the east."
    assert [source for source, _, _ in claims(text)] == ["Norland"]
    assert not any("Tarn" in (speaker or "") for _, speaker, _ in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "On the chart the signal tells where she is.",
        "The silence showed that nobody was on deck.",
        "The crews intend to end the closure.",
        "Norland has an obligation to ensure the safety of Tarn, “which we will do”.",
        "The court held that the company has not shown that it had asked.",
        "There was no proof that the letters had been sent.",
        "The sailors would be asked to pay for the barge.",
        "The guild held a rally called “Bring Her Back”.",
        "I think the toll is a mistake.",
        "The school will charge tuition, which some could hardly pay.",
    ],
)
def test_things_deeds_and_the_writer_make_no_claim(text: str) -> None:
    sources = {source for source, _, _ in claims(text)}
    assert sources <= {"The court", "Norland"}
    assert not any("obligation" in (source or "") for source in sources)


@pytest.mark.parametrize(
    "text,source,content",
    [
        (
            "The clerk confirmed that the memo was genuine and described it as an early draft.",
            "The clerk",
            "an early draft",
        ),
        (
            "He said sailors were using flares and said fishermen from Tarn were directing them.",
            "He",
            "fishermen from Tarn were directing them",
        ),
        (
            "The mayor has denied that her town will join the strike and has accused the guild of fraud.",
            "The mayor",
            "fraud",
        ),
        ("The mayor denied that her town will join the strike, accusing the guild of fraud.", "The mayor", "fraud"),
        ("Teviot repeated claims Thursday that the guild wants peace.", "Teviot", "that the guild wants peace"),
    ],
)
def test_a_second_claim_is_by_who_made_the_first(text: str, source: str, content: str) -> None:
    assert (source, content) in [(told, said) for told, _, said in claims(text)]


def test_the_first_claim_ends_where_the_second_begins() -> None:
    text = "The clerk confirmed that the memo was genuine and described it as an early draft."
    assert "that the memo was genuine" in [said for _, _, said in claims(text)]


def test_claims_that_are_rejected_are_somebody_elses() -> None:
    text = "The secretary rejected reports that a patrol boat had watched."
    assert (None, None, "that a patrol boat had watched") in claims(text)


def test_a_quotation_whose_sentence_has_ended_is_not_that_of_the_next_one() -> None:
    text = "Teviot said that “boats are being armed.” The crews, according to Teviot, intend to hide “sleeping cells”."
    assert not any(source == "The crews" for source, _, _ in claims(text))
    memo = "The memo warned that a ban “will be broken within a week”. The office described it as an early draft."
    assert ("The office", None, "an early draft") in claims(memo)


def test_a_source_is_never_inside_its_own_quotation() -> None:
    text = "“We send a list every morning—all the names of everybody that comes in,” a front-desk clerk told the paper."
    assert all("names" not in (source or "") for source, _, _ in claims(text))


def test_hearsay_is_reported_by_nobody_named() -> None:
    text = "The smugglers are said to have left for Tarn."
    assert [(source, said.split()[-1]) for source, _, said in claims(text)] == [(None, "Tarn")]


def test_the_speaker_after_a_verb_with_a_particle_speaks() -> None:
    text = "“Every crown went into that bridge,” pointed out Anselm Brade, the engineer who runs the crossing."
    assert claims(text)[0][1] == "Anselm Brade"


def test_the_mate_of_a_vessel_is_not_the_vessel() -> None:
    text = "On Tuesday the Stella Kell was rammed. The trawler’s mate revealed that the launch had no lights."
    assert speaker_of(text, "that the launch") is None


def test_the_newspaper_is_no_company_named_before() -> None:
    text = "{} hired a lawyer on Monday. Mara Teviot praised {}. The newspaper said agents were looking in."
    assert speaker_of(text.format("Whitefell Energy", "Whitefell Energy"), "agents") is None
    assert speaker_of(text.format("The Tarn Gazette", "the Tarn Gazette"), "agents") == "Tarn Gazette"


def test_he_is_the_speaker_and_not_whom_he_spoke_of() -> None:
    text = "The lawyer Toby Marsk said that Gorrel had made mistakes. He noted that all doors look alike."
    assert speaker_of(text, "that all doors") == "Toby Marsk"


def test_a_charge_is_reported_and_not_the_writers_word() -> None:
    text = "Norland released two pilots. The court had charged them with planning terrorist attacks on the port."
    tokens = annotate(Article("a1", text)).text.tokens
    assert {token.voice for token in tokens if token.text in ("terrorist", "attacks")} == {Voice.REPORTED}


@pytest.mark.parametrize("other", ["Jon Holm continued", "Jon Holm, the engineer, went on", "Jon Holm added"])
def test_who_begins_anew_does_not_take_the_quotation_before(other: str) -> None:
    text = f"Mara Teviot said: “We are ready. The bridge closes at nine.” {other}: “You are not.”"
    assert [(speaker, said) for _, speaker, said in claims(text)] == [
        ("Mara Teviot", "“We are ready. The bridge closes at nine.”"),
        ("Jon Holm", "“You are not.”"),
    ]


def test_a_quotation_in_what_one_says_is_not_beside_what_another_says() -> None:
    text = "Mara Teviot said the bridge “will close”, while Jon Holm said it “will not”."
    assert [(speaker, said) for _, speaker, said in claims(text)] == [
        ("Mara Teviot", "the bridge “will close”"),
        ("Jon Holm", "it “will not”"),
    ]


def test_one_of_two_people_who_is_nowhere_called_an_engineer_does_not_go_on_as_the_engineer() -> None:
    text = "{} met Jon Holm in Tarn. Teviot said: “We are ready.” The engineer continued: “You are not.”"
    assert speaker_of(text.format("Mara Teviot"), "“You are") is None
    assert speaker_of(text.format("Engineer Mara Teviot"), "“You are") == "Mara Teviot"


@pytest.mark.parametrize(
    "tail",
    [
        "and on Tuesday the police closed the road",
        "but the police closed the road on Tuesday",
        "and Norland closed the road",
    ],
)
def test_what_the_outlet_tells_after_an_aside_is_its_own(tail: str) -> None:
    text = f"The bridge was unsafe, Mara Teviot said, {tail}."
    assert [said for _, _, said in claims(text)] == ["The bridge was unsafe"]
    tokens = annotate(Article("a1", text)).text.tokens
    assert {token.voice for token in tokens if token.text in ("closed", "road")} == {Voice.OWN}


@pytest.mark.parametrize(
    "tail",
    ["and it will open again", "and the police will close the road", "and the road was worse", "and she closed it"],
)
def test_what_may_go_on_with_what_was_said_stays_the_speakers(tail: str) -> None:
    text = f"The bridge was unsafe, Mara Teviot said, {tail}."
    assert [said for _, _, said in claims(text)] == [f"The bridge was unsafe {tail}"]


@pytest.mark.parametrize(
    "told",
    ["did not say that the bridge was unsafe", "never claimed the bridge was unsafe", "never said “the bridge is bad”"],
)
def test_what_somebody_did_not_say_is_no_claim(told: str) -> None:
    assert claims(f"Mara Teviot {told}.") == []


@pytest.mark.parametrize("told", ["did not say until Monday", "did not just say", "did not deny"])
def test_a_negated_verb_that_still_tells_makes_a_claim(told: str) -> None:
    text = f"Mara Teviot {told} that the bridge was unsafe."
    assert claims(text) == [("Mara Teviot", "Mara Teviot", "that the bridge was unsafe")]


@pytest.mark.parametrize(
    "text,source",
    [
        ("“Not true”, tweeted Anna Reed.", "Anna Reed"),
        ("“This is not true”, tweeted the mayor.", "the mayor"),
    ],
)
def test_who_follows_the_verb_after_a_quotation_and_a_comma_speaks(text: str, source: str) -> None:
    assert [told for told, _, _ in claims(text)] == [source]


def test_whom_a_second_verb_addresses_does_not_speak() -> None:
    sources = [source for source, _, _ in claims("The mayor read the “letter”, called the police and left.")]
    assert sources == ["The mayor"]


def test_many_sources_without_end_stay_quick_and_whole() -> None:
    text = "it said " * 400 + "The guild, " * 400 + "they said it had charged it with it, it said.\n" * 100
    assert annotate(Article("a1", text)).text.text == text


def test_every_span_of_a_relative_according_to_stands_in_order() -> None:
    text = "It is an order in which according to the Guild some 8,000 pilots lose their pay."
    (claim, *_) = [each for each in annotate(Article("a1", text)).text.attributions if each.claim]
    assert claim.source is not None
    assert claim.cue is not None
    assert text[claim.source.start : claim.source.end] == "the Guild"
    assert text[claim.cue.start : claim.cue.end] == "according to"


@pytest.mark.parametrize(
    "told", ["Neither Reed nor Hale said that the port would close.", "No official said that the port would close."]
)
def test_what_nobody_said_is_no_claim_and_nobodys(told: str) -> None:
    assert not claims(told)
    assert not [each.speaker for each in found(told) if each.speaker]


def test_a_number_of_officials_is_not_nobody() -> None:
    assert claims("No fewer than five officials said that the port would close.")


def test_a_day_is_no_part_of_the_name_after_it() -> None:
    article = annotate(Article("a1", "The talks failed. On Friday Teviot said they would go on. Mara Teviot left."))
    assert [chain.name for chain in article.chains if "Teviot" in chain.name] == ["Mara Teviot"]
