"""The tab Frames of Compare, on two articles in which plain words decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from handmade import article, comparison
from streamlit.testing.v1 import AppTest
from test_view_compare import Shelf, library, page_html, run  # noqa: F401  (fixtures)

from analysis.measures import frames
from analysis.model import Comparison
from views.parts import picking

COST = "The economy and the budget lost money in the recession. "
RAIN = "Rain fell on the hill. "
LAW = "The judge and the court and the lawyer read the constitution. "


def framed(first: str = COST * 27 + LAW * 3, second: str = RAIN * 27 + LAW * 3) -> Comparison:
    """The Post with 27 sentences on cost, the Wire with none; both with three on the law."""
    post = article("aaa111", "Quill Post", "A bill", first, "2031-05-02")
    wire = article("bbb222", "Northline Wire", "Rain", second, "2031-05-01")
    return replace(comparison(), articles=(post, wire), notices=(), findings=(), contrast=(),
                   measurements=tuple(frames.measure([post, wire])))


def choose(app: AppTest, *key: str) -> str:
    """What the page shows after a row or a cell is chosen."""
    app.session_state["frames_table_own"] = {"pick": picking.named(*key)}
    return page_html(app.run())


def test_the_table_says_where_the_outlets_differ_most(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(framed(), tab="Frames"))
    assert "Quill Post uses the frame “economic” in 27 of 30 sentences; Northline Wire in 0 of 30." in html
    assert "90 % of the sentences of that voice against 0 %; more than chance, and " in html
    assert '<span class="sub">more than chance</span>' in html
    table = html[html.index('<th scope="col">Frame'):]
    assert table.index("Economic") < table.index("Legality")
    assert '<td><span class="zero">0 %</span><span class="sub">0 of 30</span></td>' in table
    assert '<td class="shade4">' in table
    assert "Not found in this voice:" in html


def test_every_frame_is_explained(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(framed(), tab="Frames"))
    assert html.count('<th scope="row">') >= 15
    assert "Relations" not in html
    assert "what others think of us" in html


def test_where_outlets_are_alike_the_page_says_so(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(framed(COST * 5 + RAIN * 5, COST * 6 + RAIN * 4), tab="Frames"))
    assert "there is no notable difference" in html
    assert '<span class="sub">more than chance</span>' not in html


def test_a_frame_opens_the_sentences_of_all_outlets_and_a_figure_those_of_one(
    run: Callable[..., AppTest],  # noqa: F811
) -> None:
    app = run(framed(), tab="Frames")
    assert choose(app, "frame", "legality").count('class="px-passage"') == 6
    html = choose(app, "cell", "legality", "aaa111")
    assert html.count('class="px-passage"') == 3
    assert ">judge</mark>" in html
    assert "Legality in <bdi" in html
    assert ": 3 sentences</h3>" in html


def test_figures_are_read_out_with_frame_outlet_and_counts(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(framed(), tab="Frames"))
    assert 'aria-label="90 % of Quill Post, economic: 27 of 30 sentences">90 %</button>' in html
    assert '<caption class="px-heard">Frames, own voice: share of each outlet’s sentences</caption>' in html


def test_the_address_brings_back_what_was_chosen(run: Callable[..., AppTest]) -> None:  # noqa: F811
    asked = {"tab": "Frames", "row": picking.named("cell", "legality", "aaa111")}
    assert page_html(run(framed(), **asked)).count('class="px-passage"') == 3
    elsewhere = page_html(run(framed(), **asked, frames_voice="Quoted words"))
    assert "No sentence of this voice uses a frame" in elsewhere
    assert 'class="px-passage"' not in page_html(run(framed(), tab="Frames", row="<b>nothing</b>"))


def test_sentences_are_not_scored_anew_on_a_rerun(
    run: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    app = run(framed(), tab="Frames")
    assert choose(app, "frame", "legality").count('class="px-passage"') == 6

    def fails(*_: object) -> None:
        raise AssertionError("scored again")

    monkeypatch.setattr("analysis.frames.framed_sentences", fails)
    monkeypatch.setattr("views.parts.frames_tab.framed_sentences", fails)
    assert choose(app, "cell", "legality", "aaa111").count('class="px-passage"') == 3


def test_titles_with_an_and_of_their_own_stand_in_quotation_marks(
    run: Callable[..., AppTest]  # noqa: F811
) -> None:
    html = page_html(run(framed(COST * 5 + RAIN * 5, COST * 6 + RAIN * 4), tab="Frames"))
    assert "The frame used most is “economic”." in html
    assert "“crime and punishment”, “security and defense”" in html


def test_a_sentence_is_dismissed_beside_its_passage(
    run: Callable[..., AppTest], library: Shelf  # noqa: F811
) -> None:
    app = run(framed(), tab="Frames")
    choose(app, "cell", "legality", "bbb222")
    opened = next(str(one.key) for one in app.get("popover") if str(one.key).startswith("frames_"))
    app.session_state[opened] = True
    app.run()
    app.button(key=f"{opened.removesuffix('_correct')}_dismiss").click().run()
    start = len(RAIN * 27)
    assert [(one.kind, one.measure, one.start, one.end) for one in library.added] == [
        ("dismiss", "frames", start, start + len(LAW) - 1)
    ]


def test_too_little_text_is_said_and_no_frame_at_all(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(framed(COST * 2, COST * 2), tab="Frames"))
    assert "Not enough text in this voice" in html
    assert "not enough text</span>" in html
    assert "px-none" in page_html(run(framed(RAIN, RAIN), tab="Frames"))


def test_hidden_names_stay_hidden(run: Callable[..., AppTest]) -> None:  # noqa: F811
    app = run(framed(COST * 9 + "The Quill Post has a lawyer and a judge. "), hidden=True, tab="Frames")
    html = page_html(app) + choose(app, "frame", "legality")
    assert "Quill Post" not in html
    assert "Northline Wire" not in html
    assert not [one for one in app.get("download_button") if "frames" in str(one.key)]


def test_all_measures_puts_the_frames_under_one_heading(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(framed(), tab="All measures"))
    assert html.count('<th scope="row">Frames</th>') == 1
    table = html[html.index('<th scope="row">Frames</th>'):]
    assert table.index("economic</bdi>") < table.index("legality</bdi>")
    assert '<th scope="row" class="sub"><bdi dir="auto">morality' not in table
