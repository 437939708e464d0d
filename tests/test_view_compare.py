"""The page Compare, run by Streamlit's AppTest on a comparison made by hand."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import article, comparison, evidence, measurement
from handmade_story import told
from streamlit.testing.v1 import AppTest

from analysis.model import Comparison, ContrastTerm, Correction, Finding, Story, Voice
from views import shared
from views.parts import drawn

PAGE = Path(__file__).parents[1] / "views" / "compare.py"
HOSTILE = "<script>alert(1)</script> $x^2$ **loud** [link](http://a.example) \u202e" + "x" * 10_000


class Shelf:
    """Stands for the library: takes corrections and forgets the rest."""

    def __init__(self) -> None:
        self.added: list[Correction] = []
        self.removed: list[Correction] = []

    def add_correction(self, correction: Correction) -> None:
        self.added.append(correction)

    def remove_correction(self, correction: Correction) -> None:
        self.removed.append(correction)


@pytest.fixture
def library() -> Shelf:
    return Shelf()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, library: Shelf) -> Callable[..., AppTest]:
    """Opens the page on a comparison; keyword arguments are query parameters."""

    def opened(made: Comparison, title: str = "Bridge closure", *, hidden: bool = False, **query: str) -> AppTest:
        story = Story("s1", title, tuple(one.id for one in made.articles), sample=True)
        articles = tuple(one.article for one in made.articles)
        monkeypatch.setattr(shared, "shelf", lambda: {story: articles})
        monkeypatch.setattr(shared, "compared", lambda story_id: (made, repr(made)))
        monkeypatch.setattr(shared, "library", lambda: library)
        app = AppTest.from_file(str(PAGE), default_timeout=30)
        app.session_state[shared.HIDE] = hidden
        for name, value in {"story": "s1", **query}.items():
            app.query_params[name] = value
        return app.run()

    return opened

OPEN = {"passages-loaded_words-own": "true"}
"""The address in which the passages of the first finding are open."""


def page_html(app: AppTest) -> str:
    """Everything the page writes as HTML, the reading view included."""
    assert not app.exception
    parts = [str(element.proto.body) for element in app.get("html")]
    parts += [json.loads(element.proto.json)["html"] for element in app.get("bidi_component") if element.proto.json]
    return "\n".join(parts)


def test_the_story_its_articles_and_what_limits_them(run: Callable[..., AppTest]) -> None:
    made = comparison()
    html = page_html(run(made))
    total = sum(one.word_count() for one in made.articles)
    assert "Bridge closure" in html
    assert f"3 outlets, 3 articles, {total} words · 1 and 2 May 2031" in html
    assert "Unnamed outlet 3 has fewer than 100 words." in html
    assert "No headline was found in this text." in html


def test_headlines_stand_in_order_of_publication(run: Callable[..., AppTest]) -> None:
    heads = next(part for part in page_html(run(comparison())).split("\n") if "px-heads" in part)
    assert heads.index("Northline Wire") < heads.index("Quill Post") < heads.index("Unnamed outlet 3")
    assert 'data-letter="L">Reckless</mark>' in heads


def test_a_finding_shows_its_sentence_its_rows_and_on_demand_its_passages(run: Callable[..., AppTest]) -> None:
    closed = page_html(run(comparison()))
    assert "Quill Post puts loaded words in its own voice; Northline Wire uses none." in closed
    assert "px-passage" not in closed
    opened = page_html(run(comparison(), **OPEN))
    assert opened.count('class="px-passage"') == 2
    assert "own voice, paragraph 1" in opened
    assert "own voice, headline" in opened


def test_where_nothing_stands_out_the_page_says_so(run: Callable[..., AppTest]) -> None:
    assert "No notable difference" in page_html(run(replace(comparison(), findings=())))


def test_where_nothing_stands_out_the_page_says_where_to_read_on(run: Callable[..., AppTest]) -> None:
    html = page_html(run(replace(told(), findings=())))
    assert "one statement found in several articles, 2 in one only</bdi> (<b>Statements</b>)" in html


def test_a_mark_is_dismissed_beside_its_passage(run: Callable[..., AppTest], library: Shelf) -> None:
    app = run(comparison(), **OPEN)
    app.session_state["f-loaded_words-own_aaa111_title_0_correct"] = True
    app.run()
    next(button for button in app.button if "_dismiss_" in str(button.key)).click().run()
    assert not app.exception
    assert [(one.kind, one.measure, one.field) for one in library.added] == [("dismiss", "loaded_words", "title")]


def test_a_voice_is_corrected_beside_its_passage(run: Callable[..., AppTest], library: Shelf) -> None:
    app = run(comparison(), **OPEN)
    app.session_state["f-loaded_words-own_aaa111_text_0_correct"] = True
    app.run()
    app.radio(key="f-loaded_words-own_aaa111_text_0_scope").set_value("the whole sentence").run()
    app.button(key="f-loaded_words-own_aaa111_text_0_quoted").click().run()
    only = library.added[0]
    assert (only.kind, only.voice, only.start) == ("voice", Voice.QUOTED, 0)
    assert comparison().articles[0].article.text[only.start : only.end].endswith("stranded hundreds.")


def test_corrections_are_disclosed_and_can_be_undone(run: Callable[..., AppTest], library: Shelf) -> None:
    made = Correction("aaa111", "text", 4, 12, "dismiss", "loaded_words")
    app = run(replace(comparison(), corrections=(made,)))
    assert [expander.label for expander in app.expander if "correction" in expander.label] == [
        "1 correction made by hand in this story"]
    app.session_state["corrections"] = True
    app.run()
    app.button(key="undo_0").click().run()
    assert library.removed == [made]


def test_two_to_four_articles_stand_side_by_side(run: Callable[..., AppTest]) -> None:
    many = Comparison(tuple(article(f"id{n}", f"Outlet number {n}", f"Title {n}", "A text.") for n in range(5)),
                      (), (), (), ())
    app = run(many)
    control = app.get("button_group")[0]
    assert app.session_state["outlets_s1"] == ["id0", "id1", "id2"]
    control.set_value(["id0", "id1", "id2", "id3"]).run()
    assert app.query_params["read"] == "id0.id1.id2.id3"
    app.get("button_group")[0].set_value(["id0", "id1", "id2", "id3", "id4"]).run()
    assert app.session_state["outlets_s1"] == ["id0", "id1", "id2", "id3"]
    assert "Four articles fit side by side" in page_html(app)
    app.get("button_group")[0].set_value(["id0"]).run()
    assert "Two articles are the fewest" in page_html(app)


def test_the_address_brings_the_choice_back(run: Callable[..., AppTest]) -> None:
    assert run(comparison(), read="bbb222.ccc333").session_state["outlets_s1"] == ["bbb222", "ccc333"]
    assert len(run(comparison(), read="nonsense").session_state["outlets_s1"]) == 3


def test_words_says_that_it_describes(run: Callable[..., AppTest]) -> None:
    app = run(comparison())
    assert "this describes these articles and not how an outlet writes" in page_html(app)
    app.session_state["words_outlet_s1"] = "aaa111"
    html = page_html(app.run())
    assert "closure</bdi></button>" in html
    assert "disgraceful mess</bdi></button>" not in html


def test_all_measures_gives_words_where_there_is_no_figure(run: Callable[..., AppTest]) -> None:
    html = page_html(run(comparison(), tab="All measures"))
    assert "not enough text" in html
    assert "Words of this voice (the basis)" in html
    assert "Likely range" in html


def test_hidden_names_are_nowhere(run: Callable[..., AppTest]) -> None:
    app = run(comparison(), hidden=True, **OPEN)
    html = page_html(app)
    assert "Outlet A" in html
    assert "Quill Post" not in html
    assert "Northline Wire" not in html
    assert not any("Quill" in label for group in app.get("button_group") for label in group.options)


def hostile() -> Comparison:
    one = article("h1", HOSTILE, HOSTILE, HOSTILE + ". A vile plan.", "2031-05-01")
    two = article("h2", "*Loud* $a$", "Title", "Some words.", "2031-05-02")
    vile = evidence(one, "vile", HOSTILE)
    finding = Finding("loaded_words", "{h1} says " + HOSTILE, HOSTILE, "own", HOSTILE, (("h1", HOSTILE),), (vile,), 1.0)
    term = ContrastTerm(HOSTILE, 1, "h1", 1.0, 1.0, 1, 0, False, "own+reported", (vile,))
    rows = tuple(measurement(of, "loaded_words", Voice.OWN, ()) for of in (one, two))
    return Comparison((one, two), (), rows, (term,), (finding,))


def test_hostile_text_shows_as_text(run: Callable[..., AppTest]) -> None:
    for tab in ("Words", "All measures"):
        app = run(hostile(), HOSTILE, **OPEN, tab=tab)
        html = page_html(app)
        assert "<script" not in html
        assert "&lt;script&gt;alert(1)" in html
        assert not app.markdown
        assert all("$a$" not in label for group in app.get("button_group") for label in group.options)


def test_an_unknown_story_is_one_sentence(run: Callable[..., AppTest]) -> None:
    app = run(comparison(), story="gone")
    assert len(app.error) == 1
    assert not app.exception


def test_one_article_alone_is_shown(run: Callable[..., AppTest]) -> None:
    alone = comparison().articles[0]
    assert "Quill Post" in page_html(run(Comparison((alone,), (), (), (), ())))


def test_while_names_are_hidden_each_comparison_hides_its_own_outlets() -> None:
    def script() -> None:
        from dataclasses import replace

        import streamlit as st
        from handmade_story import told

        from views import shared

        st.session_state.hide = True
        first = told()
        articles = tuple(replace(one, article=replace(one.article, outlet=f"Harbour Ledger {place}"))
                         for place, one in enumerate(first.articles))
        other = replace(first, articles=articles)
        for made in (first, other, first):
            name = made.articles[0].article.outlet or ""
            st.text(shared.masker(made)(f"{name} and {other.articles[0].article.outlet}"))

    shown = [each.value for each in AppTest.from_function(script).run().text]
    name = told().articles[0].article.outlet
    assert shown[0] == shown[2] == "Outlet B and Harbour Ledger 0"
    assert name
    assert name not in "".join(shown)
    assert shown[1] == "Outlet B and Outlet B"


def test_long_html_is_drawn_in_sections() -> None:
    assert drawn.flow(["<p>a</p>", "", "b"]) == '<div class="px-flow"><div><p>a</p></div><div>b</div></div>'
