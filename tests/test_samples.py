"""The sample stories and their answer keys: complete, consistent with the texts, and written by us."""

import json
import re
from collections import Counter
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from analysis import samples
from analysis.errors import NotFoundError
from analysis.model import CueClass, Voice

STORIES = samples.stories()
SHARED = Path(__file__).parents[2] / "shared"
KINDS = {"loaded_words", "hedges", "boosters", "scare_quotes"}
LOADED = {"strong subjective", "intensifier", "one-sided term", "dysphemism", "euphemism", "dismissive"}
FORMS = {"active", "passive with agent", "passive without agent", "intransitive", "nominal"}
OPENING, CLOSING = "“‘\"", "”’\""
FIGURE = re.compile(r"\d+(?:[.,:]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\w+teen|twenty)\b")
NEGATION = re.compile(r"\b(?:no|not|never|nobody|nothing|denied|denies)\b|n’t\b")


def pairs(story):
    """(article, its record in the answer key), in order."""
    return zip(story.articles, samples.key(story.slug)["articles"], strict=True)


def everything(story, name):
    """(article, record) for all records of one list of the key."""
    return [(article, record) for article, answers in pairs(story) for record in answers[name]]


def passage(article, span, field="text"):
    assert 0 <= span[0] < span[1] <= len(article.passage(field, 0, 10**6))
    found = article.passage(field, *span)
    assert found == found.strip()
    return found


def by_outlet(story):
    return {article.outlet: article for article in story.articles}


def quoting(article, record):
    """The quoted stretches of the article that lie within or round the record's content."""
    answers = next(answers for other, answers in pairs(story_of(article)) if other is article)
    return [
        voice
        for voice in answers["voices"]
        if voice["voice"] == "quoted" and voice["field"] == record["field"]
        and any(start < voice["end"] and voice["start"] < end for start, end in record["content"])
    ]


def story_of(article):
    return next(story for story in STORIES if article in story.articles)


@pytest.fixture(params=STORIES, ids=lambda story: story.slug)
def story(request):
    return request.param


def test_there_is_a_story():
    assert STORIES


def test_a_story_says_that_it_is_invented(story):
    assert story.title
    assert "invented outlets, places and people" in story.note


def test_five_outlets_tell_it_in_an_article_each(story):
    outlets = [article.outlet for article in story.articles]
    assert len(set(outlets)) == len(outlets) >= 5
    assert all(350 <= len(article.text.split()) <= 800 for article in story.articles)
    assert all(article.title and article.url is None for article in story.articles)
    assert all(datetime.fromisoformat(article.published) for article in story.articles)


def test_the_articles_are_taken_as_they_stand(story):
    written = json.loads((samples.FOLDER / story.slug / "articles.json").read_text(encoding="utf-8"))
    assert [(article.title, article.text) for article in story.articles] == [
        (record["title"], record["text"]) for record in written
    ]
    assert not any(article.removed for article in story.articles)


def test_the_house_styles_of_quotation_marks_differ(story):
    styles = {next(mark for mark in article.text if mark in OPENING) for article in story.articles}
    assert styles == set(OPENING)


def test_an_unknown_story_has_no_key():
    with pytest.raises(NotFoundError, match="no-such-story"):
        samples.key("no-such-story")


@pytest.mark.parametrize("name", ["voices", "marks", "labels", "agency"])
def test_every_passage_of_the_key_stands_at_its_offsets(story, name):
    for article, record in everything(story, name):
        assert passage(article, (record["start"], record["end"]), record["field"]) == record["text"]


def test_every_attribution_points_into_its_field(story):
    for article, record in everything(story, "attributions"):
        assert record["content"]
        for span in [record["cue"], *record["content"], *([record["source"]] if record["source"] else [])]:
            assert passage(article, span, record["field"])


def test_the_key_covers_every_article(story):
    assert [answers["outlet"] for _, answers in pairs(story)] == [article.outlet for article in story.articles]
    for _, answers in pairs(story):
        assert all(answers[name] for name in ("attributions", "voices", "marks", "labels", "agency"))


def test_quoted_stretches_stand_in_quotation_marks(story):
    for article, record in everything(story, "voices"):
        text = record["text"]
        if record["voice"] == Voice.QUOTED:
            ends_paragraph = article.passage(record["field"], record["end"], record["end"] + 2) in ("", "\n\n")
            assert text[0] in OPENING
            assert text[-1] in CLOSING or ends_paragraph
        else:
            assert record["voice"] == Voice.REPORTED
            assert not set(text) & set("“”\"‘")


def test_one_quotation_runs_over_paragraphs(story):
    paragraphs = [
        len(record["content"])
        for article, record in everything(story, "attributions")
        if any(article.passage("text", end, end + 2) == "\n\n" for _, end in record["content"][:-1])
    ]
    assert max(paragraphs) >= 3


def test_an_attribution_is_direct_where_its_content_is_quoted(story):
    for article, record in everything(story, "attributions"):
        assert record["direct"] == bool(quoting(article, record))


def test_every_mark_has_the_voice_of_the_stretch_it_stands_in(story):
    for _, answers in pairs(story):
        for mark in answers["marks"]:
            voices = {
                voice["voice"]
                for voice in answers["voices"]
                if voice["field"] == mark["field"] and voice["start"] < mark["end"] and mark["start"] < voice["end"]
            }
            assert (voices or {"own"}) == {mark["voice"]}
            assert mark["kind"] != "scare_quotes" or mark["voice"] == "own"


def test_marks_of_every_kind_class_and_voice_are_planted(story):
    marks = [record for _, record in everything(story, "marks")]
    kinds = Counter(mark["kind"] for mark in marks)
    loaded = [mark for mark in marks if mark["kind"] == "loaded_words"]
    assert set(kinds) == KINDS
    assert len(loaded) >= 25
    assert kinds["hedges"] + kinds["boosters"] >= 10
    assert {mark["label"] for mark in loaded} == LOADED
    assert {mark["voice"] for mark in loaded} == set(Voice)
    assert any(mark["field"] == "title" for mark in loaded)


def test_cues_of_every_class_are_planted(story):
    classes = {record["class"] for _, record in everything(story, "attributions")}
    assert classes == set(CueClass)


def test_two_people_and_a_group_have_different_labels(story):
    names = {}
    for article, record in everything(story, "labels"):
        names.setdefault(record["entity"], {}).setdefault(article.outlet, set()).add(record["text"].lower())
    differing = [entity for entity, outlets in names.items() if len(set.union(*outlets.values())) >= 4]
    assert len([entity for entity in differing if entity[0].isupper()]) >= 2
    assert [entity for entity in differing if not entity[0].isupper()]


def test_statements_stand_in_whole_sentences_and_some_are_missing(story):
    statements = samples.key(story.slug)["statements"]
    articles = by_outlet(story)
    assert len(statements) >= 8
    for statement in statements:
        assert set(statement["cells"]) == set(articles)
        cells = {outlet: span for outlet, span in statement["cells"].items() if span}
        assert len(cells) >= 2
        for outlet, span in cells.items():
            assert passage(articles[outlet], span)[-1] in ".;!?”’\""
            assert span[0] == 0 or articles[outlet].text[span[0] - 1] in "\n "
    assert sum(None in statement["cells"].values() for statement in statements) >= 5


def test_conflicting_cells_differ_in_a_figure_or_a_negation(story):
    articles = by_outlet(story)
    conflicts = [statement for statement in samples.key(story.slug)["statements"] if statement["conflict"]]
    assert conflicts
    for statement in conflicts:
        found = [passage(articles[outlet], span).lower() for outlet, span in statement["cells"].items() if span]
        figures = {frozenset(FIGURE.findall(text)) for text in found}
        negated = {bool(NEGATION.search(text)) for text in found}
        assert len(figures) > 1 or len(negated) > 1, statement["id"]


def test_deeds_have_doers_in_some_outlets_only(story):
    agency = [record for _, record in everything(story, "agency")]
    assert {record["form"] for record in agency} <= FORMS
    for record in agency:
        assert (record["doer"] is not None) == (record["form"] in ("active", "passive with agent"))
    deeds = {}
    for record in agency:
        deeds.setdefault(record["done_to"], set()).add(record["form"])
    assert sum({"active", "passive without agent"} <= forms for forms in deeds.values()) >= 2


def test_shared_quotations_are_introduced_differently(story):
    articles = by_outlet(story)
    shared = samples.key(story.slug)["quotations_shared"]
    assert len(shared) >= 2
    for quotation in shared:
        classes = {
            record["class"]
            for article, record in everything(story, "attributions")
            for span in [quotation["cells"].get(article.outlet)]
            if span and record["field"] == "text" and span[0] <= record["cue"][0] < span[1]
        }
        texts = {passage(articles[outlet], span) for outlet, span in quotation["cells"].items()}
        assert len(texts) == len(quotation["cells"]) >= 3
        assert len(classes) >= 2


def test_a_paragraph_is_copied_from_the_agency(story):
    articles = by_outlet(story)
    for copy in samples.key(story.slug)["copied"]:
        first, *others = (passage(articles[outlet], span) for outlet, span in copy["cells"].items())
        assert len(others) >= 2
        assert first in others
        assert all(SequenceMatcher(None, first, other, autojunk=False).ratio() > 0.9 for other in others)
        assert len(set(others)) == 2


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the texts to compare with are not here")
def test_no_run_of_words_is_taken_from_texts_of_others(story):
    theirs = set()
    for path in (*SHARED.glob("stories/*.txt"), *SHARED.glob("mock/*.md")):
        theirs |= runs(path.read_text(encoding="utf-8", errors="replace"))
    assert theirs
    for article in story.articles:
        assert not runs(f"{article.title}\n{article.text}") & theirs


def runs(text, length=7):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
