"""The tabs Names, Voices, Statements and Agency of Compare, on a story made by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from handmade import comparison
from handmade_story import SHUT, told
from streamlit.testing.v1 import AppTest
from test_view_compare import Shelf, library, page_html, run  # noqa: F401  (fixtures)

from analysis.model import Comparison, Correction, EntityKind, Tone, Voice
from analysis.tone import gaps
from views import shared
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
    assert "Wikipedia warns of “controversial”" in html
    assert "<td>2 own</td>" in html


def test_a_label_opens_its_sentences_and_a_wrong_link_is_corrected(
    run: Callable[..., AppTest], library: Shelf  # noqa: F811
) -> None:
    app = run(told(), tab="Names")
    html = pick(app, f"names_table_{picking.named('mayor')}", "controversial mayor")
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
    assert "role not stated" in html
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


def test_an_article_that_gives_two_figures_shows_both_each_once(run: Callable[..., AppTest]) -> None:  # noqa: F811
    made = told()
    shut, *others = made.statements
    first, *rest = shut.cells
    twice = tuple(replace(first, detail=figure) for figure in ("17", "Twenty-three", "23"))
    shut = replace(shut, conflict="figure", cells=(*twice, *rest))
    app = run(replace(made, statements=(shut, *others)), tab="Statements")
    html = re.sub("</?bdi[^>]*>", "", page_html(app))
    assert "≠ 17 and Twenty-three, own voice" in html
    assert "≠ 23" not in html


def test_a_cell_that_may_tell_a_statement_says_where(run: Callable[..., AppTest]) -> None:  # noqa: F811
    made = told()
    shut, found, mess = made.statements
    found = replace(found, nearest=tuple(replace(near, perhaps=True) for near in found.nearest), early=("aaa111",))
    app = run(replace(made, statements=(shut, found, mess)), tab="Statements")
    assert '<td class="none">perhaps, ¶3, published earlier</td>' in page_html(app)
    told_by = pick(app, "statements_table", "“Engineers found cracks,” the mayor said.")
    assert "Perhaps told here:" in told_by
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
    assert 'mean −1.00<span class="sub">spread 0.00<' in html
    assert "5 clauses: 5\u00a0negative" in html
    everybody = html.split("All persons and groups, all outlets")[1]
    assert 'mean −0.83<span class="sub">spread 0.41<' in everybody
    assert "6 clauses: 5\u00a0negative, 1\u00a0neutral" in everybody
    assert "1 clause: neutral" in html
    assert "not enough text" in html
    assert "never a finding" in html
    assert "Only <bdi" in html or "Only Quill Post" in html


def toned(tone: Tone, *labels: int) -> Tone:
    """``tone`` with clauses of these labels, and what the tables say of them."""
    clauses = tuple(replace(tone.clauses[0], label=label) for label in labels)
    return replace(tone, clauses=clauses, mean=sum(labels) / len(labels), spread=0.5, usual_percentile=14.0,
                   interval=(-0.62, 0.13))  # fmt: skip


def test_the_means_are_drawn_on_one_scale_with_range_and_standing(run: Callable[..., AppTest]) -> None:  # noqa: F811
    made = told()
    post, wire = made.tones
    app = run(replace(made, tones=(toned(post, *[-1] * 9, 0), toned(wire, *[1] * 8, 0))), tab="Tone")
    html = page_html(app)
    assert "likely −0.62 to 0.13" in html
    assert "more negative than 8 in 10" in html
    (chart,) = app.get("plotly_chart")
    drawn = json.loads(chart.proto.spec)
    assert drawn["layout"]["xaxis"]["range"] == pytest.approx([-1.24, 1.24])
    assert drawn["layout"]["xaxis"]["title"]["text"] == "Tone, mean from −1 to 1,<br>own voice; n = 2 articles"
    assert drawn["layout"]["yaxis"]["ticktext"] == ["Northline Wire", "Quill Post", "Unnamed outlet 3"]
    assert "not enough text" in str(drawn["layout"]["annotations"])
    assert [shape["type"] for shape in drawn["layout"]["shapes"]].count("rect") == 2


def with_gaps(made: Comparison, *tones: Tone) -> Comparison:
    return replace(made, tones=tones, tone_gaps=gaps(tones))


def test_the_gaps_say_whether_they_are_more_than_chance(run: Callable[..., AppTest]) -> None:  # noqa: F811
    made = told()
    post, wire = made.tones
    far = page_html(run(with_gaps(made, toned(post, *[-1] * 9, 0), toned(wire, *[1] * 8, 0)), tab="Tone"))
    row = far[far.index("How far apart are the outlets?") :]
    assert "<td>own voice</td><td>1.79</td><td>yes</td><td>larger than 99 in 100 pairs" in row
    assert "it is more than chance, and larger than 99 in 100 pairs of outlets on one event" in far
    near = page_html(run(with_gaps(made, toned(post, *[-1] * 3, 0, 0), toned(wire, *[0] * 5)), tab="Tone"))
    assert "<td>0.60</td><td>no: articles of one outlet differ by this much too</td>" in near
    assert "so we cannot call it a difference" in near


def test_of_several_voices_with_a_mean_one_is_drawn(run: Callable[..., AppTest]) -> None:  # noqa: F811
    made = told()
    quoted = toned(replace(made.tones[0], voice=Voice.QUOTED), -1, -1, 0, 0, 1)
    app = run(replace(made, tones=(*made.tones, quoted)), tab="Tone")
    app.segmented_control(key="tone_voice").set_value(Voice.QUOTED)
    app.run()
    assert "quoted words; n = 1 article" in app.get("plotly_chart")[0].proto.spec


def test_without_a_mean_nothing_is_drawn(run: Callable[..., AppTest]) -> None:  # noqa: F811
    made = told()
    few = tuple(replace(tone, mean=None, spread=None, relative=None) for tone in made.tones)
    app = run(replace(made, tones=few), tab="Tone")
    assert not app.get("plotly_chart")
    assert "No outlet says enough about" in page_html(app)


def test_of_those_whom_several_outlets_speak_of_a_name_comes_before_a_label(
    run: Callable[..., AppTest],  # noqa: F811
) -> None:
    made = told()
    named = next(each for each in made.entities if each.name == "Ida Brandt")
    fewer = tuple(replace(tone, entity=named.id, clauses=tone.clauses[:1], mean=None) for tone in made.tones)
    app = run(replace(made, tones=(*made.tones, *fewer)), tab="Tone")
    (box,) = (each for each in app.selectbox if each.label == "Person or group")
    assert [option.partition(" (")[0] for option in box.options] == ["Ida Brandt", "the mayor"]


def test_an_outlet_opens_its_clauses_with_the_words_that_decided(run: Callable[..., AppTest]) -> None:  # noqa: F811
    app = run(told(), tab="Tone")
    html = pick(app, "tone_table", "Quill Post")
    assert ">reckless<" in html.split("Negative: 5 clauses")[1]


def test_an_outlet_without_a_clause_has_nothing_to_open(run: Callable[..., AppTest]) -> None:  # noqa: F811
    html = page_html(run(told(), tab="Tone"))
    table = html[html.index("Tone towards the mayor") :]
    assert re.search(r'<th scope="row"><bdi[^>]*>Unnamed outlet 3<', table)
    assert re.search(r'data-pick="\w+"[^>]*><bdi[^>]*>Quill Post<', table)


def correcting(run: Callable[..., AppTest]) -> tuple[AppTest, str]:  # noqa: F811
    """The tab Tone with the form open that corrects the clause of the wire about the mayor, and its key."""
    app = run(told(), tab="Tone")
    pick(app, "tone_table", "Northline Wire")
    opened = next(str(one.key) for one in app.get("popover") if str(one.key).startswith("tone_0_"))
    app.session_state[opened] = True
    return app.run(), opened.removesuffix("_correct")


def test_a_clause_is_dismissed_from_the_tone(run: Callable[..., AppTest], library: Shelf) -> None:  # noqa: F811
    app, key = correcting(run)
    app.button(key=f"{key}_dismiss").click().run()
    (clause,) = told().tones[1].clauses
    assert [(one.kind, one.measure, one.article, one.start, one.end) for one in library.added] == [
        ("dismiss", "tone", "bbb222", *clause.target)]


def test_who_is_meant_in_a_clause_is_corrected_on_tone(run: Callable[..., AppTest], library: Shelf) -> None:  # noqa: F811
    app, key = correcting(run)
    app.selectbox(key=f"{key}_meant").set_value("Ida Brandt").run()
    app.button(key=f"{key}_link").click().run()
    (clause,) = told().tones[1].clauses
    assert [(one.kind, one.entity, one.start, one.end) for one in library.added] == [
        ("link", "Ida Brandt", *clause.target)]


def both() -> Comparison:
    """The story with a tone towards two: the mayor, of whom more is said, and Ida Brandt."""
    made = told()
    named = next(each for each in made.entities if each.name == "Ida Brandt")
    return replace(made, tones=(*made.tones, replace(made.tones[0], entity=named.id)))


def test_the_address_names_the_one_whose_tone_is_shown(run: Callable[..., AppTest]) -> None:  # noqa: F811
    app = run(both(), tab="Tone")
    (box,) = (each for each in app.selectbox if each.label == "Person or group")
    assert box.value == "mayor"
    box.set_value("ida-brandt").run()
    assert app.query_params["who"] in (picking.named("ida-brandt"), [picking.named("ida-brandt")])
    again = run(both(), tab="Tone", who=picking.named("ida-brandt"))
    (box,) = (each for each in again.selectbox if each.label == "Person or group")
    assert box.value == "ida-brandt"
    assert "in this address" not in page_html(again)


def groups() -> Comparison:
    """The story with a third entity, a group."""
    made = told()
    union = replace(made.entities[1], id="union", name="Dockers", kind=EntityKind.GROUP)
    return replace(made, entities=(*made.entities, union))


def name_box(app: AppTest) -> str:
    """Who is chosen on Names."""
    (box,) = (each for each in app.selectbox if each.label == "Name")
    return str(box.value)


def test_the_address_names_whose_labels_are_shown(run: Callable[..., AppTest]) -> None:  # noqa: F811
    app = run(groups(), tab="Names")
    assert name_box(app) == "mayor"
    (box,) = (each for each in app.selectbox if each.label == "Name")
    box.set_value("ida-brandt").run()
    assert app.query_params["who"] in (picking.named("ida-brandt"), [picking.named("ida-brandt")])
    assert name_box(run(groups(), tab="Names", who=picking.named("union"))) == "union"
    assert "in this address" in page_html(run(groups(), tab="Names", who=picking.named("nobody")))


def test_a_choice_of_name_outlives_a_changed_count_of_mentions(
    run: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch,  # noqa: F811
) -> None:
    app = run(groups(), tab="Names")
    (box,) = (each for each in app.selectbox if each.label == "Name")
    box.set_value("ida-brandt").run()
    mayor, *others = groups().entities
    more = replace(groups(), entities=(replace(mayor, namings=mayor.namings * 2), *others))
    monkeypatch.setattr(shared, "compared", lambda story: (more, repr(more)))
    assert name_box(app.run()) == "ida-brandt"


def test_another_kind_shows_its_first_name(run: Callable[..., AppTest]) -> None:  # noqa: F811
    app = run(groups(), tab="Names", who=picking.named("ida-brandt"))
    (kind,) = (each for each in app.get("button_group") if each.proto.label == "Who or what")
    kind.set_value(EntityKind.GROUP).run()
    assert name_box(app) == "union"
    assert "in this address" not in page_html(app)


def test_an_address_of_somebody_else_is_told(run: Callable[..., AppTest]) -> None:  # noqa: F811
    assert "The person or group in this address" in page_html(run(both(), tab="Tone", who=picking.named("nobody")))


@pytest.mark.parametrize("tab", ["Names", "Voices", "Statements", "Agency", "Tone"])
def test_an_empty_tab_says_that_nothing_was_found(run: Callable[..., AppTest], tab: str) -> None:  # noqa: F811
    assert "px-none" in page_html(run(comparison(), tab=tab))


@pytest.mark.parametrize("tab", ["Names", "Voices", "Statements", "Agency", "Tone"])
def test_hidden_names_stay_hidden(run: Callable[..., AppTest], tab: str) -> None:  # noqa: F811
    html = page_html(run(told(), hidden=True, tab=tab))
    assert "Northline Wire" not in html
    assert "Quill Post" not in html


def test_a_link_made_by_hand_is_told_among_the_corrections(run: Callable[..., AppTest]) -> None:  # noqa: F811
    link = Correction("bbb222", "text", 0, 9, "link", entity="Ida Brandt")
    app = run(replace(told(), corrections=(link,)))
    app.session_state["corrections"] = True
    assert "linked to Ida Brandt" in page_html(app.run())


def test_a_clause_left_out_of_the_tone_is_told_among_the_corrections(run: Callable[..., AppTest]) -> None:  # noqa: F811
    dismissed = Correction("bbb222", "text", 0, 9, "dismiss", "tone")
    app = run(replace(told(), corrections=(dismissed,)))
    app.session_state["corrections"] = True
    assert "clause left out of the tone" in page_html(app.run())
