"""The page Outlets, run by Streamlit's AppTest on a library of handmade articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from handmade_outlets import HABIT, OUTLETS, THIN, fill
from streamlit.testing.v1 import AppTest

from analysis.store import Library
from views.parts import picking

ENTRY = str(Path(__file__).parents[1] / "dashboard.py")
ALL = (*OUTLETS, THIN)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which five outlets can be compared, and two in which none can, one of samples."""
    made = tmp_path_factory.mktemp("outlets")
    for name, events in (("full", 9), ("small", 3), ("samples", 3)):
        library = Library(f"sqlite:///{made / name}.db")
        fill(library, events, sample=name == "samples")
        library.close()
    return made


@pytest.fixture
def opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AppTest]]:
    def run(name: str = "full", **parameters: str) -> AppTest:
        monkeypatch.setenv("PARALLAX_LIBRARY", f"sqlite:///{folder / name}.db")
        st.cache_resource.clear()
        app = AppTest.from_file(ENTRY, default_timeout=120)
        for key, value in parameters.items():
            app.query_params[key] = value
        app.run()
        app.switch_page("views/outlets.py")
        return app.run()

    yield run
    st.cache_resource.clear()


def html(app: AppTest) -> str:
    assert not app.exception
    assert not app.error
    parts = [str(element.proto.body) for element in app.get("html")]
    parts += [json.loads(element.proto.json)["html"] for element in app.get("bidi_component") if element.proto.json]
    return "\n".join(parts)


def test_a_small_library_is_told_what_it_lacks(opened: Callable[..., AppTest]) -> None:
    shown = html(opened("small"))
    assert "Not enough articles yet" in shown
    assert "at least 8 articles in at least 4 stories" in shown
    assert shown.count("3 of 8 articles, 3 of 4 stories") == len(OUTLETS)
    assert "2 of 8 articles, 2 of 4 stories" in shown
    assert "invented outlet" not in shown


def test_outlets_of_sample_stories_are_marked_as_such(opened: Callable[..., AppTest]) -> None:
    assert html(opened("samples")).count("stories · sample: an invented outlet") == len(ALL)


def test_outlets_stand_in_alphabetical_order_with_range_and_basis(opened: Callable[..., AppTest]) -> None:
    app = opened()
    shown = html(app)
    places = [shown.index(f'auto">{outlet}</bdi></button>') for outlet in OUTLETS]
    assert places == sorted(places)
    assert "no ranking" in shown
    chart = app.get("plotly_chart")[0].proto
    assert "n = 45 articles of 5 outlets" in chart.spec
    assert f"{THIN}</bdi>: 2 of 8 articles, 2 of 4 stories" in shown
    assert "1 outlet has no figure for this measure and voice." in shown
    assert [one.key for one in app.get("download_button")] == ["outlets_csv"]


def test_a_row_opens_its_stories_and_articles(opened: Callable[..., AppTest]) -> None:
    app = opened()
    app.session_state["outlets_table"] = {"pick": picking.named("Quill Gazette")}
    shown = html(app.run())
    assert "9 stories behind the figure" in shown
    assert 'href="article?article=e00-3"' in shown
    assert 'href="compare?story=event-08"' in shown


def test_the_choice_changes_figure_voice_and_measure(opened: Callable[..., AppTest]) -> None:
    app = opened()
    app.segmented_control(key="figure").set_value("alone")
    shown = html(app.run())
    assert "beside the others the comparison is fairer" in shown
    app.segmented_control(key="voice").set_value("quoted")
    shown = html(app.run())
    assert "No outlet has enough words of this voice" in shown
    assert "0 of 8 articles, 0 of 4 stories" in shown
    app.segmented_control(key="voice").set_value("own")
    app.selectbox(key="measure").set_value("hedges")
    assert "too rare to tell" in html(app.run())


def test_two_outlets_and_when_their_difference_shows(opened: Callable[..., AppTest]) -> None:
    app = opened()
    assert "Choose two outlets, and the answer stands here." in html(app)
    app.selectbox(key="one").set_value(OUTLETS[0])
    app.selectbox(key="other").set_value("Quill Gazette")
    shown = html(app.run())
    assert "Visible now." in shown
    assert "Quill Gazette lies" in shown
    app.selectbox(key="other").set_value(THIN)
    assert "Too few shared stories to say." in html(app.run())
    app.selectbox(key="other").set_value(OUTLETS[0])
    assert "Choose two different outlets." in html(app.run())


def test_words_of_an_outlet_and_their_passages(opened: Callable[..., AppTest]) -> None:
    app = opened()
    app.selectbox(key="outlet").set_value("Quill Gazette")
    shown = html(app.run())
    assert "9 of 9" in shown
    assert "under 1 in 100" in shown
    app.session_state["outlet_words_table"] = {"pick": picking.named("Quill Gazette", "own+reported", HABIT)}
    assert "Quill Gazette</bdi></b>, own voice, paragraph 1" in html(app.run())
    app.selectbox(key="outlet").set_value("Northline")
    assert "No word stands out more than chance would have it." in html(app.run())


def test_hidden_names_are_nowhere_on_the_page(opened: Callable[..., AppTest]) -> None:
    app = opened(hide="true")
    app.selectbox(key="outlet_letter").set_value("Outlet D")
    app.session_state["outlets_table"] = {"pick": picking.named("Quill Gazette")}
    shown = html(app.run())
    seen = "\n".join([shown, app.get("plotly_chart")[0].proto.spec, *map(str, app.selectbox)])
    assert "Outlet E" in shown
    assert not [outlet for outlet in ALL if outlet in seen]
    assert not app.get("download_button")
    assert 'href="article?article=e00-3&amp;hide=true"' in shown


def test_words_of_a_hidden_name_are_left_out_and_counted(
    opened: Callable[..., AppTest], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handmade_outlets._HABITS", {"Quill Gazette": "quill"})
    library = Library(f"sqlite:///{folder / 'own.db'}")
    fill(library, 8)
    library.close()
    assert ">quill</" in html(opened("own", outlet="Quill Gazette"))
    app = opened("own", hide="true")
    app.selectbox(key="outlet_letter").set_value("Outlet D")
    shown = html(app.run())
    assert "quill" not in shown.lower()
    assert "1 word or phrase left out while names are hidden" in shown
    assert "No other word stands out" in shown


@pytest.mark.parametrize("hide,key", [("true", "one_letter"), ("false", "one")])
def test_a_blank_name_is_no_outlet(
    opened: Callable[..., AppTest], folder: Path, monkeypatch: pytest.MonkeyPatch, hide: str, key: str
) -> None:
    monkeypatch.setattr("handmade_outlets.OUTLETS", (*OUTLETS, " "))
    library = Library(f"sqlite:///{folder / f'blank-{hide}.db'}")
    fill(library, 8)
    library.close()
    app = opened(f"blank-{hide}", hide=hide)
    assert "n = 40 articles of 5 outlets" in app.get("plotly_chart")[0].proto.spec
    assert len(app.selectbox(key=key).options) == len(ALL)
    assert not app.exception


def test_figures_without_a_range_say_so(
    opened: Callable[..., AppTest], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handmade_outlets.text_of", lambda *_: "Reckless ferry plans met the river council. " * 30)
    library = Library(f"sqlite:///{folder / 'alike.db'}")
    fill(library, 8)
    library.close()
    shown = html(opened("alike"))
    assert '<td class="n">0</td><td class="n">no range</td><td class="n">0</td>' in shown
    assert "there is no range" in shown
    assert "too rare to tell" not in shown


def test_nothing_is_counted_or_drawn_anew_on_a_rerun(
    opened: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(outlet="Quill Gazette")

    def fails(*_: object) -> None:
        raise AssertionError("computed again")

    for name in ("pieces_of", "standings", "distinctive", "told_with"):
        monkeypatch.setattr(f"analysis.outlets.{name}", fails)
    assert HABIT in html(app.run())


def test_a_hostile_name_shows_as_text(
    opened: Callable[..., AppTest], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "<script>alert(1)</script> **loud** \u202e" + "x" * 500
    monkeypatch.setattr("handmade_outlets.OUTLETS", (*OUTLETS, name))
    library = Library(f"sqlite:///{folder / 'hostile.db'}")
    fill(library, 8)
    library.close()
    app = opened("hostile", outlet="Quill Gazette")
    shown = html(app)
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    app.selectbox(key="one").set_value(name)
    assert "x" * 100 not in html(app.run())
