"""Which articles report the same event: clear cases, edge cases, and the floors on public sets."""

import gzip
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.events import group, similarities, surely_apart
from analysis.model import Article

SETS = Path(__file__).resolve().parents[1] / "../shared/benchmarks/data"
FLOORS = {"g5w": 0.928, "allsides2021": 0.787, "ecbplus": 0.880, "basil": 0.980}
"""B-cubed F1 of a plain TF-IDF baseline; ours is to be at or above it with one setting for all."""

FERRY = (
    Article("a1", "A ferry with 84 passengers ran aground off Tarn Island on Monday, the coast guard said.",
            "Ferry runs aground off Tarn Island"),
    Article("a2", "Passengers were taken off a ferry by lifeboat on Monday after it struck rocks at Tarn Island.",
            "Passengers rescued from ferry at Tarn Island"),
)
BUDGET = (
    Article("b1", "The Veldoran parliament passed a budget that raises the tax on sugar, after a night of debate.",
            "Veldora passes budget with sugar tax"),
    Article("b2", "A sugar tax was voted through by the parliament of Veldora early today as part of the budget.",
            "Sugar tax voted through in Veldora budget"),
)


def test_two_events_are_told_apart_in_any_order():
    assert group([*FERRY, *BUDGET]) == ["e1", "e1", "e2", "e2"]
    assert group([BUDGET[0], FERRY[0], BUDGET[1], FERRY[1]]) == ["e1", "e2", "e1", "e2"]


def test_no_article_and_one_article():
    assert group([]) == []
    assert group([FERRY[0]]) == ["e1"]


def test_two_articles():
    assert group(FERRY) == ["e1", "e1"]
    assert group([FERRY[0], BUDGET[0]]) == ["e1", "e2"]


def test_articles_fall_back_on_the_headline_or_the_text_they_have():
    assert group([replace(FERRY[0], text=""), replace(FERRY[1], title=None)]) == ["e1", "e1"]


def test_articles_without_words_stand_alone():
    empty = [Article("x", ""), Article("y", "", title=""), Article("z", "— … !"), Article("v", "the of and")]
    assert group(empty) == ["e1", "e2", "e3", "e4"]
    assert group([*empty, *FERRY])[-2:] == ["e5", "e5"]


def test_the_same_text_twice_is_one_event():
    assert group([FERRY[0], replace(FERRY[0], id="copy"), BUDGET[0]]) == ["e1", "e1", "e2"]


def test_close_dates_make_articles_more_alike_and_far_dates_less():
    def alike(first, second):
        pair = [replace(FERRY[0], published=first), replace(FERRY[1], published=second)]
        return similarities(pair)[0, 1]

    unknown = alike(None, None)
    assert alike("2026-03-01", "2026-03-03T09:00:00") == pytest.approx(1.1 * unknown)
    assert alike("2026-03-01", "2026-03-09") == pytest.approx(unknown)
    assert alike("2026-03-01", "2025-03-01") == pytest.approx(0.8 * unknown)
    assert alike("2026-03-01", "some day") == pytest.approx(unknown)


def test_other_weekdays_count_only_where_a_date_is_unknown():
    other = replace(FERRY[1], text=FERRY[1].text.replace("Monday", "Friday"))
    assert similarities([FERRY[0], other])[0, 1] == pytest.approx(0.5 * similarities(FERRY)[0, 1])
    dated = [replace(each, published="2026-03-02") for each in (FERRY[0], other)]
    assert similarities(dated)[0, 1] == pytest.approx(1.1 * similarities(FERRY)[0, 1])


words = st.text(alphabet="abcde '’-\n.", max_size=60)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(words, st.one_of(st.none(), words)), max_size=8))
def test_labels_are_numbered_by_first_appearance(pairs):
    labels = group([Article(str(number), text, title) for number, (text, title) in enumerate(pairs)])
    assert len(labels) == len(pairs)
    assert list(dict.fromkeys(labels)) == [f"e{number}" for number in range(1, len(set(labels)) + 1)]


@settings(deadline=None, max_examples=30)
@given(st.permutations([*FERRY, *BUDGET]))
def test_order_of_articles_does_not_matter(articles):
    labels = {article.id: label for article, label in zip(articles, group(articles), strict=True)}
    assert labels["a1"] == labels["a2"] != labels["b1"] == labels["b2"]


@pytest.mark.shared
@pytest.mark.skipif(not SETS.is_dir(), reason="the public sets in ../shared are not here")
@pytest.mark.parametrize("name", FLOORS)
def test_public_sets_stay_at_their_floors(name):
    with gzip.open(SETS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    given_ = [row["input"] for row in rows]
    labels = group([Article(each["id"], each["text"] or "", each["title"], published=each["published"])
                    for each in given_])
    assert b_cubed([row["gold"].get("event", row["group"]) for row in rows], labels) >= FLOORS[name]


def b_cubed(gold, labels):
    both, true, found = Counter(zip(gold, labels, strict=True)), Counter(gold), Counter(labels)
    pairs = list(zip(gold, labels, strict=True))
    precision = mean(both[pair] / found[pair[1]] for pair in pairs)
    recall = mean(both[pair] / true[pair[0]] for pair in pairs)
    return 2 * precision * recall / (precision + recall)


def test_only_what_no_chain_ties_is_surely_apart() -> None:
    both = Article("c", f"{FERRY[0].text} {BUDGET[0].text}", "Ferry aground, budget passed")
    assert surely_apart((*FERRY, *BUDGET)) == ["e1", "e1", "e2", "e2"]
    assert surely_apart((*FERRY, both, *BUDGET)) == ["e1"] * 5
    assert surely_apart(FERRY[:1]) == ["e1"]
