"""Blind reading: no outlet's name is left where it would tell."""

from __future__ import annotations

import pytest

from views.masks import inside, mask_of

MASK = mask_of({"Evening Blaze": "Outlet A", "Brennick Courier": "Outlet B", "Northline Agency": "Outlet C"})


@pytest.mark.parametrize(
    "text,expected",
    [
        ("She told the Evening  Blaze.", "She told the Outlet A."),
        ("EVENING BLAZE reports", "Outlet A reports"),
        ("He told the Blaze that the Courier knew.", "He told the Outlet A that the Outlet B knew."),
        ("BRENNICK (Northline) — The river", "BRENNICK (Outlet C) — The river"),
        ("The town of Brennick and a blaze in the evening", "The town of Brennick and a blaze in the evening"),
        ("Blazers", "Blazers"),
    ],
)
def test_names_are_replaced_and_ordinary_words_stay(text: str, expected: str) -> None:
    assert MASK(text) == expected


def test_variants_of_a_name_are_replaced_too() -> None:
    mask = mask_of({"The Quibble Herald": "Outlet A", "Fisher’s Post (UK)": "Outlet B"})
    assert mask("The Quibble Herald and Quibble Herald editors") == "Outlet A and Outlet A editors"
    assert mask("Fisher's Post, Fisher’s Post (UK)") == "Outlet B, Outlet B"


@pytest.mark.parametrize(
    "text,expected",
    [
        ("evening-blaze.example or www.eveningblaze.example", "Outlet A.example or www.Outlet A.example"),
        ("@EveningBlaze, #evening_blaze", "@Outlet A, #Outlet A"),
        ("An Evening-Blaze reporter", "An Outlet A reporter"),
        ("The evening blazes", "The evening blazes"),
        ("late in the evening. Blaze after blaze", "late in the evening. Blaze after blaze"),
        ("in the evening\n\nBlaze of the year", "in the evening\n\nBlaze of the year"),
        ("www.theeveningblaze24.example, m.eveningblazes.example", "www.Outlet A.example, m.Outlet A.example"),
        ("@EveningBlaze_UK and Evening_Blaze_online", "@Outlet A_UK and Outlet A_online"),
        ("evening%20blaze, Evening\u200bBlaze, evening+blaze", "Outlet A, Outlet A, Outlet A"),
        ("nets and tides, Nets & Tides, nets&tides, netsandtides.example, netstides.example",
         "Outlet D, Outlet D, Outlet D, Outlet D.example, Outlet D.example"),
        ("Netsand tides", "Outlet D"),
        ("Band Aid and BandAid, no bandaids", "Outlet E and Outlet E, no bandaids"),
        ("B Aid", "B Aid"),
        ("& and and", "& and and"),
    ],
)  # fmt: skip
def test_joined_forms_of_a_name_are_replaced(text: str, expected: str) -> None:
    names = {"Evening Blaze": "Outlet A", "Nets & Tides": "Outlet D", "Band Aid": "Outlet E"}
    assert mask_of(names)(text) == expected


@pytest.mark.parametrize(
    "text,expected",
    [
        ("Week said that last week, in the WEEK, weeks passed", "A said that last week, in A, weeks passed"),
        ("The Week wrote about the week of the vote", "A wrote about the week of the vote"),
        ("week.example, www.theweek.example, @week, #week", "A.example, www.A.example, @A, #A"),
        ("in midweek", "in midweek"),
    ],
)
def test_a_name_of_one_word_is_replaced_with_its_capitals_or_in_an_address(text: str, expected: str) -> None:
    assert mask_of({"The Week": "A"})(text) == expected


@pytest.mark.parametrize("name", ["News - - - Daily", "- " * 400 + "z", "a " * 400 + "z", "News . _ Daily"])
@pytest.mark.parametrize("text", ["News " + "-" * 20_000, "-" * 20_000, "- " * 10_000, "a" * 20_000, "a " * 10_000])
def test_names_of_signs_do_not_hang(name: str, text: str) -> None:
    assert mask_of({name: "Outlet A"})(text) == text


def test_a_name_of_a_sign_alone_is_only_that_sign() -> None:
    assert mask_of({"&": "Outlet A"})("fish & chips and more") == "fish Outlet A chips and more"


def test_no_names_leave_the_text_alone() -> None:
    assert mask_of({})("Evening Blaze") == "Evening Blaze"


def test_a_name_that_looks_like_a_pattern_is_taken_literally() -> None:
    assert mask_of({"(.*)": "Outlet A"})("a (.*) b") == "a Outlet A b"


NAMES = {"Radical Outrage": "Outlet A", "O’Brien's Herald": "Outlet B"}


def places(text: str, label: str) -> list[tuple[str, tuple[str, int, int]]]:
    found = [at for at in range(len(text)) if text.startswith(label, at)]
    return [(label, (text, at, at + len(label))) for at in found]


@pytest.mark.parametrize(
    "text,label,shown",
    [
        ("Radical Outrage lied. RADICAL  Outrage left.", "Outrage", "Outlet A"),
        ("It was O'Brien’s Herald that lied.", "Herald", "Outlet B"),
        ("He told the Outrage so.", "Outrage", "Outlet A"),
        ("The town (Radical) rose.", "Radical", "Outlet A"),
        ("x" * 500 + " Radical Outrage lied.", "Outrage", "Outlet A"),
        ("Radical Outrage lied. Outrage grew.", "Outrage", "Outlet A"),
        ("Radical Outrage lied. Outrage grew. Outrage fell.", "Outrage", None),
        ("Outrage grew.", "Outrage", None),
        ("Radical Outrage and the mayor.", "mayor", None),
    ],
)
def test_a_label_within_an_outlets_name_is_replaced_where_it_stands_alone(
    text: str, label: str, shown: str | None
) -> None:
    alone = inside(NAMES, places(text, label))
    assert alone == ({} if shown is None else {label: shown})
    mask = mask_of(NAMES, alone)
    assert mask(label) == (shown or label)
    assert mask(f"The {label.lower()} of the town") == f"The {label.lower()} of the town"


def test_without_outlets_no_label_is_replaced() -> None:
    assert inside({}, [("Outrage", ("Radical Outrage", 8, 15))]) == {}
