"""The tabs Names, Voices, Statements and Agency of Compare, on a story made by hand."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from handmade import comparison
from handmade_story import SHUT, told
from streamlit.testing.v1 import AppTest
from test_view_compare import Shelf, library, page_html, run  # noqa: F401  (fixtures)

from analysis.model import Correction
from views.parts import picking


def key_of(html: str, words: str) -> str:
    """The name of the button that says ``words``."""
    return re.findall(rf'data-pick="(\w+)"[^>]*><bdi dir="auto">{re.escape(words)}<', html)[0]


def pick(app: AppTest, table: str, words: str) -> str:
    """What the page shows after a row is chosen."""
    app.session_state[table] = {"pick": key_of(page_html(app), words)}
    return page_html(app.run())


def test_names_show_the_ladder_and_the_guides_that_warn(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(told(), tab="Names"))
    assert "BBC warns of</bdi> this label" in html
    assert "<td>2 own</td>" in html


def test_a_label_opens_its_sentences_and_a_wrong_link_is_corrected(
    run: Callable[..., AppTest], library: Shelf  # noqa: F811
) -> None:
    app = run(told(), tab="Names")
    html = pick(app, f"names_table_{picking.named('mayor')}", "mayor")
    assert html.count('class="px-passage"') == 2
    opened = next(str(one.key) for one in app.get("popover") if str(one.key).startswith("name_"))
    app.session_state[opened] = True
    app.run()
    key = opened.removesuffix("_correct")
    app.selectbox(key=f"{key}_meant").set_value("Ida Brandt").run()
    app.button(key=f"{key}_link").click().run()
    assert [(one.kind, one.entity, one.article) for one in library.added] == [("link", "Ida Brandt", "bbb222")]


def test_voices_show_kind_share_place_and_cues(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(told(), tab="Voices"))
    assert "75 % · 3 words · ¶2" in html
    assert "claimed (distancing)" in html
    assert "part in the story not told" in html
    assert "px-trim" in html


def test_a_speaker_opens_every_passage(run: Callable[..., AppTest]) -> None:  # noqa: F811
    app = run(told(), tab="Voices")
    assert "Engineers found cracks" in pick(app, "voices_table", "the mayor").split("every passage")[1]


def test_statements_show_conflicts_and_empty_cells_with_the_nearest_sentence(
    run: Callable[..., AppTest],  # noqa: F811
) -> None:
    app = run(told(), tab="Statements")
    html = page_html(app)
    assert "≠ <bdi" in html
    assert "not found, published earlier" in html
    assert "3 of 3" in html
    told_by = pick(app, "statements_table", "“Engineers found cracks,” the mayor said.")
    assert "Not found in this article. Nearest sentence:" in told_by
    assert "Talks may resume on Monday." in told_by.split("px-cells")[1]


def test_a_statement_is_named_to_the_reading_view(run: Callable[..., AppTest]) -> None:  # noqa: F811
    assert f'data-statement="{SHUT}"' in page_html(run(told(), tab="Statements"))


def test_agency_counts_clauses_without_a_doer_and_opens_them(run: Callable[..., AppTest]) -> None:  # noqa: F811
    app = run(told(), tab="Agency")
    assert "1 of 1" in page_html(app)
    html = pick(app, "agency_table_form", "passive without agent")
    assert "no doer in the clause" in html
    assert 'data-letter="P">was closed' in html


def test_tone_shows_a_row_an_outlet_and_says_how_far_to_trust_it(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(told(), tab="Tone"))
    assert "mean −0.50 · spread 0.25" in html
    assert "−0.12 against the event’s mean" in html
    assert "5 clauses: 5 negative" in html
    assert "1 clause: 1 neutral" in html
    assert "not enough text" in html
    assert "never a finding" in html
    assert "Only <bdi" in html or "Only Quill Post" in html


def test_of_those_whom_several_outlets_speak_of_a_name_comes_before_a_label(
    run: Callable[..., AppTest],  # noqa: F811
) -> None:
    from dataclasses import replace

    made = told()
    named = next(each for each in made.entities if each.name == "Ida Brandt")
    fewer = tuple(replace(tone, entity=named.id, clauses=tone.clauses[:1], mean=None) for tone in made.tones)
    app = run(replace(made, tones=(*made.tones, *fewer)), tab="Tone")
    (box,) = (each for each in app.selectbox if each.label == "Person or group")
    assert [option.partition(" (")[0] for option in box.options] == ["Ida Brandt", "the mayor"]


def test_an_outlet_opens_its_clauses_with_the_words_that_decided(run: Callable[..., AppTest]) -> None:  # noqa: F811
    app = run(told(), tab="Tone")
    html = pick(app, f"tone_table_{picking.named('mayor')}", "Quill Post")
    assert ">reckless<" in html.split("Negative")[1]


@pytest.mark.parametrize("tab", ["Names", "Voices", "Statements", "Agency", "Tone"])
def test_an_empty_tab_says_that_nothing_was_found(run: Callable[..., AppTest], tab: str) -> None:  # noqa: F811
    assert "px-none" in page_html(run(comparison(), tab=tab))


@pytest.mark.parametrize("tab", ["Names", "Voices", "Statements", "Agency", "Tone"])
def test_hidden_names_stay_hidden(run: Callable[..., AppTest], tab: str) -> None:  # noqa: F811
    html = page_html(run(told(), hidden=True, tab=tab))
    assert "Northline Wire" not in html
    assert "Quill Post" not in html


def test_a_link_made_by_hand_is_told_among_the_corrections(run: Callable[..., AppTest]) -> None:  # noqa: F811
    from dataclasses import replace

    link = Correction("bbb222", "text", 0, 9, "link", entity="Ida Brandt")
    app = run(replace(told(), corrections=(link,)))
    app.session_state["corrections"] = True
    assert "linked to Ida Brandt" in page_html(app.run())
