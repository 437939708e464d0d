"""A comparison of invented articles: notices, findings, corrections, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analysis.annotation import annotate
from analysis.code_version import code_version
from analysis.compare import compare
from analysis.measures.sentences import OF_SENTENCES
from analysis.model import (
    AnnotatedArticle,
    Article,
    Comparison,
    Correction,
    Flag,
    Measurement,
    Voice,
    outlet_labels,
)

PLAIN = "The crews of the ferry stopped work at dawn and walked to the gate of the harbour. "
LOADED = "The shameful and disgraceful plan was a disastrous farce. "


def article(identifier: str, text: str, outlet: str | None = None, **about: object) -> Article:
    return replace(Article(identifier, text, outlet=outlet), **about)  # type: ignore[arg-type]


def comparison(*articles: Article, corrections: tuple[Correction, ...] = ()) -> Comparison:
    annotated = [annotate(each) for each in articles]
    return compare(annotated, corrections)


def kinds(result: Comparison) -> list[str]:
    return [notice.kind for notice in result.notices]


def measured(result: Comparison, measure: str, identifier: str, voice: Voice = Voice.OWN) -> Measurement:
    (row,) = [
        each
        for each in result.measurements
        if (each.measure, each.article, each.voice, each.part) == (measure, identifier, voice, "article")
    ]
    return row


@pytest.fixture(scope="module")
def plain_and_loaded() -> tuple[Article, Article]:
    return article("p", PLAIN * 12, "Calder Wire"), article("l", PLAIN * 9 + LOADED * 4, "Harbour Post")


def test_the_loaded_outlet_is_named_with_counts_and_passages(plain_and_loaded: tuple[Article, Article]) -> None:
    result = comparison(*plain_and_loaded)
    labels = outlet_labels(plain_and_loaded)
    (finding,) = [each for each in result.findings if each.kind == "loaded_words"]
    sentence = finding.sentence(labels)
    marks = measured(result, "loaded_words", "l").evidence
    assert sentence.startswith(f"Harbour Post uses loaded words in its own voice most often, {len(marks)} in ")
    assert "Calder Wire none in 204." in sentence
    assert "more than chance" in finding.size
    assert finding.chance_p is not None
    assert finding.chance_p < 0.05
    assert finding.gap_percentile is not None
    assert finding.gap_percentile > 95
    assert set(finding.evidence) == set(marks)


def test_equal_articles_have_no_finding_and_say_that_they_are_the_same() -> None:
    result = comparison(article("a", PLAIN * 10, "Calder Wire"), article("b", PLAIN * 10, "Harbour Post"))
    assert result.findings == ()
    assert "same text" in kinds(result)


def test_one_article_is_measured_and_compared_with_nothing(plain_and_loaded: tuple[Article, Article]) -> None:
    result = comparison(plain_and_loaded[1])
    assert result.findings == ()
    assert result.contrast == ()
    assert kinds(result)[0] == "one article"
    assert measured(result, "loaded_words", "l").value is not None


def test_two_articles_of_one_outlet_are_no_comparison_of_outlets(plain_and_loaded: tuple[Article, Article]) -> None:
    first, second = plain_and_loaded
    result = comparison(first, replace(second, outlet="Calder Wire"))
    assert result.findings == ()
    assert "one outlet" in kinds(result)


def test_notices_name_days_flags_and_short_texts() -> None:
    result = comparison(
        article("a", PLAIN * 10, "Calder Wire", published="2031-03-12T10:40", flags=(Flag.TRANSLATION,)),
        article("b", PLAIN, "Harbour Post", published="2031-03-20", flags=(Flag.OPINION, Flag.OUTLET_GUESSED)),
        article("c", PLAIN * 9, None),
    )
    found = {notice.kind: notice for notice in result.notices}
    labels = outlet_labels(tuple(each.article for each in result.articles))
    assert found["different days"].sentence(labels).startswith("The articles were published 8 days apart")
    assert found["translation"].articles == ("a",)
    assert found["opinion"].articles == ("b",)
    assert "Harbour Post (17)" in found["too short"].sentence(labels)
    assert found["no date"].articles == ("c",)
    assert found["no outlet"].articles == ("c",)
    assert found["outlet guessed"].articles == ("b",)


def test_articles_on_different_events_are_noticed() -> None:
    flood = "The Marl river flooded the lower town of Esk on Monday night and rescuers carried people from roofs. " * 8
    vote = "Parliament in Tarn voted on a budget for school meals after a debate about the price of bread. " * 8
    result = comparison(
        article("a", flood, "Calder Wire", title="Marl river floods Esk"),
        article("b", vote, "Harbour Post", title="Tarn parliament passes school meals budget"),
    )
    assert "different events" in kinds(result)


def test_a_dismissed_mark_leaves_evidence_value_and_finding_and_is_disclosed(
    plain_and_loaded: tuple[Article, Article],
) -> None:
    before = measured(comparison(*plain_and_loaded), "loaded_words", "l")
    mark = before.evidence[0]
    correction = Correction("l", mark.field, mark.start, mark.end, "dismiss", measure="loaded_words")
    result = comparison(*plain_and_loaded, corrections=(correction,))
    after = measured(result, "loaded_words", "l")
    assert before.value is not None
    assert after.value == pytest.approx(before.value * (len(before.evidence) - 1) / len(before.evidence))
    assert mark not in after.evidence
    assert all(mark not in each.evidence for each in result.measurements if each.measure.startswith("loaded_words"))
    assert all(mark not in finding.evidence for finding in result.findings)
    assert "corrections" in kinds(result)


def test_a_corrected_voice_moves_the_mark_to_that_voice(plain_and_loaded: tuple[Article, Article]) -> None:
    mark = measured(comparison(*plain_and_loaded), "loaded_words", "l").evidence[0]
    correction = Correction("l", mark.field, mark.start, mark.end, "voice", voice=Voice.QUOTED)
    result = comparison(*plain_and_loaded, corrections=(correction,))
    assert mark not in measured(result, "loaded_words", "l").evidence
    assert mark in measured(result, "loaded_words", "l", Voice.QUOTED).evidence


def test_evidence_never_crosses_a_voice_boundary_but_in_whole_sentences() -> None:
    text = PLAIN * 8 + "The mayor claimed that the disastrous plan was “a shameful farce” and a disgraceful one. "
    result = comparison(article("a", text * 2, "Calder Wire"), article("b", PLAIN * 9, "Harbour Post"))
    fields = {(each.id, field.name): field for each in result.articles for field in each.fields()}
    for row in result.measurements:
        for mark in row.evidence if row.unit != OF_SENTENCES else ():
            tokens = [
                token for token in fields[mark.article, mark.field].tokens if mark.start <= token.start < mark.end
            ]
            assert {token.voice for token in tokens} == {row.voice}


def test_versions_are_kept_with_the_result(plain_and_loaded: tuple[Article, Article]) -> None:
    versions = comparison(*plain_and_loaded).versions
    assert versions["annotator"].startswith("rules ")
    assert versions["parallax"].endswith(code_version())
    assert "loaded_words 2" in versions["lexicons"]
    assert versions["background"]


def test_annotated_articles_keep_their_order(plain_and_loaded: tuple[Article, Article]) -> None:
    annotated: list[AnnotatedArticle] = [annotate(each) for each in plain_and_loaded]
    assert [each.id for each in compare(annotated[::-1]).articles] == ["l", "p"]


def test_the_version_of_the_code_changes_with_any_line_of_it(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    rule = tmp_path / "rules" / "one.py"
    found = []
    for text in ("x = 1\n", "x = 2\n"):
        rule.write_text(text, encoding="utf-8")
        code_version.cache_clear()
        found.append(code_version(tmp_path))
    rule.rename(tmp_path / "one.py")
    code_version.cache_clear()
    assert len({*found, code_version(tmp_path)}) == 3
