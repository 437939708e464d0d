"""Two people's views on one matter are two statements; one remark, and one silence, is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_statements import needs_model

from analysis.annotation import annotate
from analysis.model import AnnotatedField, Article
from analysis.statements import statements
from analysis.statements.parts import Parts
from analysis.statements.units import Unit, silent, terms
from analysis.statements.views import two_views
from analysis.statements.wording import named_speakers, said_by

ADA, TOM, NOBODY = frozenset({"ada", "holm"}), frozenset({"tom", "pell"}), frozenset[str]()
LEAD = "The council of Harl met on Monday about the old harbour."


def unit(speaker: frozenset[str], *parts: str, ends: str = "", **weights: float) -> Unit:
    """A piece that ``speaker`` says, with these terms of weight 1 and those of other ``weights``."""
    found = {**dict.fromkeys(parts, 1.0), **{name.replace("_", "#"): value for name, value in weights.items()}}
    return Unit(0, "text", 0, 1, "", "", found, parts=Parts("", frozenset(ends.split())), speaker=speaker)


def field(text: str) -> tuple[AnnotatedField, list[frozenset[str]]]:
    """A text as annotated, and by token the name of whoever says it."""
    annotated = annotate(Article("a", text, None, "Outlet"))
    found = named_speakers(annotated.text, annotated.chains)
    return annotated.text, [found.get(place, NOBODY) for place in range(len(annotated.text.tokens))]


def said(text: str, word: str) -> set[str]:
    """The words of the name of whoever says ``word`` in a text."""
    annotated, by = field(text)
    return set(next(by[place] for place, token in enumerate(annotated.tokens) if token.text == word))


def test_what_two_people_say_is_one_remark_from_three_fifths_of_its_words_on() -> None:
    # Of four and four words two are common: 4 of 8. With three common ones it is 6 of 8.
    assert two_views(unit(ADA, "quay", "rot", "mend", "soon"), unit(TOM, "quay", "rot", "sell", "dear"))
    assert not two_views(unit(ADA, "quay", "rot", "mend", "soon"), unit(TOM, "quay", "rot", "mend", "dear"))


@pytest.mark.parametrize("other", [NOBODY, ADA, frozenset({"holm"})])
def test_only_two_named_people_hold_two_views(other: frozenset[str]) -> None:
    assert not two_views(unit(ADA, "quay", "rot"), unit(other, "quay", "sell"))


def test_a_telling_figure_in_common_makes_it_the_same_and_a_small_one_does_not() -> None:
    # 24 of 64 by weight and 6 of 18 are too little for one remark; but who else would tell of "4,218"?
    large, small = {"_large": 12.0}, {"_small": 3.0}
    assert not two_views(unit(ADA, *"abcdefghijklmnopqrst", **large), unit(TOM, *"ABCDEFGHIJKLMNOPQRST", **large))
    assert two_views(unit(ADA, *"abcdef", **small), unit(TOM, *"ABCDEF", **small))


def test_two_who_do_not_answer_are_two_and_one_is_one() -> None:
    quiet = {"_silence": 8.0}
    assert two_views(unit(NOBODY, ends="mill", **quiet), unit(NOBODY, ends="council mayor", **quiet))
    assert not two_views(unit(NOBODY, ends="mill owner", **quiet), unit(NOBODY, ends="mill", **quiet))
    assert not two_views(unit(NOBODY, ends="", **quiet), unit(NOBODY, ends="mill", **quiet))


def test_a_name_is_taken_from_the_attribution_that_holds_the_words() -> None:
    text = f'{LEAD} "The quay is rotten," said Ada Holm. Tom Pell, a fisherman, said the harbour needs a crane.'
    assert said(text, "rotten") == {"ada", "holm"}
    assert said(text, "crane") == {"tom", "pell"}
    assert said(text, "council") == set()


@pytest.mark.parametrize("who", ["Officials", "The council", "The mayor's office"])
def test_who_is_nobody_named_is_nobody(who: str) -> None:
    assert said(f"{LEAD} {who} said the harbour needs a crane.", "crane") == set()


def test_most_of_the_words_must_be_somebodys() -> None:
    by = {0: ADA, 1: ADA, 2: TOM}
    assert said_by(by, [0, 1, 2]) == ADA
    assert said_by(by, [0, 2]) == NOBODY
    assert said_by(by, [0, 3]) == NOBODY
    assert said_by(by, []) == NOBODY


@given(st.lists(st.sampled_from([ADA, TOM, NOBODY])))
def test_nobody_says_most_where_two_share_it(names: list[frozenset[str]]) -> None:
    by = dict(enumerate(names))
    most = said_by(by, range(len(names)))
    assert not most or 2 * names.count(most) > len(names)


def together(one: str, other: str) -> bool:
    """Do two outlets that have the lead in common tell these sentences in one statement?"""
    texts = (f"{LEAD} {one} A choir sang on the steps.", f"{LEAD} {other} Onions were dear in Port Ansel.")
    event = [annotate(Article(f"a{at}", text, None, f"O{at}")) for at, text in enumerate(texts)]
    wanted = {(f"a{at}", len(LEAD) + 1) for at in (0, 1)}
    return any(wanted <= {(cell.article, cell.start) for cell in each.cells} for each in statements(event))


@needs_model
@pytest.mark.parametrize(
    "one, other, same",
    [
        ('"The crane on the quay must be repaired before winter," said Ada Holm.',
         'The crane on the quay must be repaired before winter, Ada Holm said.', True),
        ('"The crane on the quay is rusty and a danger to every child," said Ada Holm.',
         '"The crane on the quay is admired by visitors and painters," said Tom Pell.', False),
        ("The mill did not respond to a request for comment.",
         "The mill declined to comment.", True),
        ("The mill did not respond to a request for comment.",
         "The bishop declined to comment.", False),
    ],
)  # fmt: skip
def test_a_row_holds_one_remark_and_one_silence(one: str, other: str, same: bool) -> None:
    assert together(one, other) is same


@pytest.mark.parametrize(
    "text, is_silence",
    [
        ("The mill did not return a call on Monday.", True),
        ("She has not returned repeated phone messages.", True),
        ("Some guests chose not to return to the mill.", False),
        ("The mill did not immediately respond.", True),
    ],
)
def test_who_does_not_come_back_is_not_silent(text: str, is_silence: bool) -> None:
    assert (silent(text), "#silence" in terms(text)) == (is_silence, is_silence)
