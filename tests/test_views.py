"""Every page through Streamlit's own test harness, on a library with the sample stories."""

import json
import re
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis import stored
from analysis.compare import compare
from analysis.model import Article, Story
from views import shared

ENTRY = str(Path(__file__).parents[1] / "dashboard.py")
TEXT = """Ferry to Lorn Island stops for the winter

The ferry to Lorn Island made its last crossing of the year on Friday, the harbour office of Wendlau said. It will
run again in April, provided that the new engine arrives by then.

"We were told on Thursday evening," said Marla Quist, who keeps the only shop on the island. The harbour office
insisted that everybody had known since the summer.
"""


@pytest.fixture(scope="module", autouse=True)
def library(tmp_path_factory):
    """A library of its own, filled once with the sample stories by the first page that is opened."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARALLAX_LIBRARY", f"sqlite:///{tmp_path_factory.mktemp('library') / 'library.db'}")
        st.cache_resource.clear()
        yield shared.library
        st.cache_resource.clear()


def opened(page=None, **parameters):
    app = AppTest.from_file(ENTRY, default_timeout=120)
    for name, value in parameters.items():
        app.query_params[name] = value
    if page:
        app.run()
        app.switch_page(f"views/{page}.py")
    return app.run()


def html(app):
    """Everything the page writes as HTML, what our own components draw included."""
    drawn = (json.loads(element.proto.json)["html"] for element in app.get("bidi_component") if element.proto.json)
    return "\n".join([*(element.proto.body for element in app.get("html")), *drawn])


def works(app):
    return not app.exception and not app.error


def test_own_stories_stand_before_the_samples_and_those_without_a_date_first():
    opened()
    library = shared.library()
    made = {"early": "1999-05-03", "undated": None, "late": "2020-05-03", "undated too": None}
    for name, day in made.items():
        library.annotate(Article(name, f"{TEXT} {name}", title=name, outlet="Lorn Post", published=day))
        library.save_story(Story(name, name, (name,)))
    shared.forget_shelf()
    shown = html(opened())
    titles = [re.sub("<.*?>", "", title) for title in re.findall(r"<h[23]>(.*?)</h[23]>", shown)]
    for name in made:
        library.remove_story(name)
    shared.forget_shelf()
    assert titles[:4] == ["undated too", "undated", "late", "early"]
    assert len(titles) == 7


def test_what_a_card_has_compared_is_not_compared_again(monkeypatch):
    counted = []

    def counting(articles, *rest):
        counted.append(len(articles))
        return compare(articles, *rest)

    opened()
    first, second, *_ = shared.library().story("harl-dam").articles
    shared.library().save_story(Story("two-of-harl", "Two of Harl", (first, second)))
    shared.forget_shelf()
    monkeypatch.setattr(stored, "compare", counting)
    assert works(opened())
    assert works(opened("compare", story="two-of-harl"))
    assert counted == [2]
    shared.library().delete_story("two-of-harl")
    shared.forget_shelf()


def test_stories_shows_samples_and_says_that_they_are_invented():
    app = opened()
    assert works(app)
    assert "<h1>Stories</h1>" in html(app)
    assert "are invented" in html(app)
    assert "px-lead" in html(app)


def test_search_leaves_only_stories_that_hold_every_word():
    app = opened(q="zzyzx")
    assert "No story matches." in html(app)


@pytest.mark.parametrize("page,title", [("compare", "Compare"), ("article", "Article"), ("add", "Add coverage"),
                                        ("methods", "Methods"), ("outlets", "Outlets")])
def test_every_page_opens(page, title):
    app = opened(page)
    assert works(app)
    assert f"<h1>{title}</h1>" in html(app)


@pytest.mark.parametrize("hide", [{}, {"hide": "true"}])
def test_an_address_of_stories_that_names_a_story_leads_to_it(hide):
    app = opened(story="harl-dam", **hide)
    assert works(app)
    assert "What differs" in html(app)


@pytest.mark.parametrize("asked", ["true", "maybe", "1", "", ["true", "true"], ["false", "true"]])
def test_hiding_replaces_every_outlet_name(library, asked):
    outlets = {article.outlet for articles in shared.shelf().values() for article in articles}
    app = opened(hide=asked)
    assert works(app)
    assert "Outlet A" in html(app)
    assert not [outlet for outlet in outlets if outlet in html(app)]


def test_article_shows_its_numbers_by_voice_and_what_was_cut():
    app = opened("article")
    assert "Numbers by voice" in html(app)
    assert "Hedges" in html(app)


def test_methods_prints_each_measure_with_its_list():
    from analysis.measures import MEASURES

    shown = html(opened("methods"))
    for measure in MEASURES:
        assert measure.title in shown
    assert "How usual is a figure, how big is a difference?" in shown
    headings = re.findall("<h[23][^>]*>(.*?)</h[23]>", shown)
    assert len(headings) == len(set(headings))
    assert "and not of these shares. Single sentences were measured once" in shown


def test_pasted_text_is_previewed_then_saved_into_a_new_story(library):
    app = opened("add")
    before = len(library().stories())
    app.text_area(key="paste_text").set_value(TEXT)
    app.text_input(key="paste_outlet").set_value("Wendlau Gazette")
    app.button(key="take").click().run()
    assert "What would be kept: 1 article" in html(app)
    assert len(library().stories()) == before
    app.button(key="save").click().run()
    assert "Added 1 article." in html(app)
    assert len(library().stories()) == before + 1
    assert any(article.outlet == "Wendlau Gazette" for articles in shared.shelf().values() for article in articles)


@pytest.mark.parametrize("text,asked", [("Rain fell on Wendlau.", True), ("Rain fell on Wendlau again. " * 8, False)])
def test_a_text_of_few_words_is_asked_about_and_may_be_saved(text, asked):
    app = opened("add")
    app.text_area(key="paste_text").set_value(text)
    app.button(key="take").click().run()
    assert [each.value.startswith("Only 4 words of text") for each in app.warning] == [True] * asked
    assert "save" in {button.key for button in app.button}


def test_text_that_cannot_be_read_gives_one_sentence_and_stays():
    app = opened("add")
    app.text_area(key="paste_text").set_value("   ")
    app.button(key="take").click().run()
    assert len(app.error) == 1
    assert "save" not in {button.key for button in app.button}


@pytest.mark.parametrize("text,expected", [
    ("**bold** $x$", r"\*\*bold\*\* \$x\$"),
    ("two\nlines", "two lines"),
    ("\u202eturned", "turned"),
    (":red[a]", "\\:\u2060red\\[a\\]"),
])
def test_plain_lets_nothing_act_as_markdown(text, expected):
    assert shared.plain(text) == expected


def test_slices_are_escaped_and_isolated():
    assert shared.slice_html("<b>&") == '<bdi dir="auto">&lt;b&gt;&amp;</bdi>'


def button(app, label):
    return next(button for button in app.button if button.label == label)


def dialog(story_id):
    """The content of the dialog as a page: in this harness every run is a full one, which closes a dialog."""

    def script(story_id):
        from views import edit_story

        edit_story.content(story_id)

    return AppTest.from_function(script, kwargs={"story_id": story_id}, default_timeout=60).run()


def test_a_story_is_renamed_split_and_merged_by_hand(library):
    sample = next(story for story in library().stories() if story.sample)
    app = dialog(sample.id)
    app.text_input[0].set_value("Renamed by hand")
    button(app, "Rename").click().run()
    assert works(app)
    assert library().story(sample.id).title == "Renamed by hand"

    app.multiselect(key=f"split-{sample.id}").set_value([sample.articles[0]]).run()
    button(app, "Make them a story of their own").click().run()
    assert library().story(sample.id).articles == sample.articles[1:]
    apart = next(story for story in library().stories() if story.articles == sample.articles[:1])

    app.selectbox(key=f"merge-{sample.id}").set_value(apart.id).run()
    button(app, "Merge the two stories").click().run()
    whole = library().story(sample.id)
    assert set(whole.articles) == set(sample.articles)
    assert whole.by_hand
    assert apart.id not in {story.id for story in library().stories()}


def test_article_gets_another_outlet_and_keeps_its_place_in_the_story(library):
    app = opened("article")
    old = app.selectbox(key="article_pick").value
    story = shared.story_of(old)
    next(field for field in app.text_input if field.label == "Outlet").set_value("Corrected Gazette")
    button(app, "Save the corrections").click().run()
    assert works(app)
    held = [library().article(article).outlet for article in library().story(story.id).articles]
    assert "Corrected Gazette" in held
    assert old not in library().story(story.id).articles


def test_a_second_article_joins_a_story_of_the_library(library):
    sample = next(story for story in library().stories() if story.sample)
    app = opened("add")
    app.text_area(key="paste_text").set_value(TEXT.replace("Friday", "Saturday"))
    app.button(key="take").click().run()
    app.radio(key="target").set_value("A story of the library").run()
    app.selectbox(key="old_story").set_value(sample.id).run()
    app.button(key="save").click().run()
    assert len(library().story(sample.id).articles) == len(sample.articles) + 1


def test_the_same_article_again_is_said_to_be_there(library):
    before = [article.id for article in library().articles()], len(library().stories())
    app = opened("add")
    app.text_area(key="paste_text").set_value(TEXT)
    app.text_input(key="paste_outlet").set_value("Wendlau Gazette")
    app.button(key="take").click().run()
    assert "in the library already" in app.info[0].value
    app.radio(key="target").set_value("Grouped by Parallax").run()
    app.button(key="save").click().run()
    assert ([article.id for article in library().articles()], len(library().stories())) == before


def test_an_unknown_article_in_the_address_is_said_and_another_is_shown():
    app = opened("article", article="no-such-id")
    assert not app.exception
    assert "Numbers by voice" in html(app)
