"""Words that one outlet uses more over several stories: a planted one is found, and chance is not taken for one."""

from __future__ import annotations

import numpy as np
import pytest
from handmade import article
from handmade_outlets import HABIT, told

from analysis.model import AnnotatedArticle, ContrastTerm
from analysis.ngrams import runs
from analysis.outlets import Distinctive, dealing, distinctive, without_names

PARTS = ("mor", "tel", "bran", "sul", "kev"), ("ten", "dal", "mere", "wick")
VOCABULARY = [f"{first}{second}" for first in PARTS[0] for second in PARTS[1]]


def listed(outlet: str, events: int = 10) -> dict[str, str]:
    pairs = [(one, story.id) for story, articles in told(events) for one in articles]
    found = distinctive([one for one, _ in pairs], [event for _, event in pairs], outlet, deals=499)
    return {one.term.term: one.term.voice for one in found}


def test_a_planted_word_is_found_and_nothing_else() -> None:
    assert listed("Quill Gazette") == {HABIT: "own+reported"}
    assert listed("Northline") == {}


def test_a_found_word_comes_with_its_figures_and_every_place() -> None:
    pairs = [(one, story.id) for story, articles in told() for one in articles]
    articles = {one.id: one.article for one, _ in pairs}
    (found,) = distinctive([one for one, _ in pairs], [event for _, event in pairs], "Quill Gazette", deals=499)
    assert found.term.tested
    assert (found.term.count, found.term.count_rest, found.events, found.of_events) == (100, 0, 10, 10)
    assert found.p == pytest.approx(1 / 500)
    assert 15 < found.expected < 25  # 100, of which about one in five words of these stories is the outlet's
    assert len(found.term.evidence) == 100
    assert {articles[one.article].text[one.start : one.end].lower() for one in found.term.evidence} == {HABIT}


def test_what_all_outlets_of_a_story_write_is_no_outlets_word() -> None:
    """One outlet tells the floods, which the others tell too; freely dealt, its word would be "flood"."""
    def text(event: int, seed: int) -> str:
        rng = np.random.default_rng((event, seed))
        topic = ["flood"] * 6 if event < 8 else ["levy"] * 6
        return " ".join(rng.permutation([*rng.choice(VOCABULARY, 60), *topic]).tolist())

    told_by = [(name, event) for name, first, last in (("A", 0, 8), ("B", 0, 16), ("C", 8, 16))
               for event in range(first, last)]
    articles = [article(f"{name}{event}", name, None, text(event, ord(name))) for name, event in told_by]
    events = [f"e{event}" for _, event in told_by]
    found = [one.term.term for outlet in "AC" for one in distinctive(articles, events, outlet, deals=199)]
    assert not {"flood", "levy"} & set(found)


def alike(seed: int) -> tuple[list[AnnotatedArticle], list[str]]:
    """Three outlets on eight events, every word dealt alike, in bursts, as words come."""
    rng = np.random.default_rng(seed)
    articles, events = [], []
    for event in range(8):
        for outlet in "ABC":
            shares = rng.gamma(0.3, size=len(VOCABULARY))
            words = rng.choice(VOCABULARY, size=40, p=shares / shares.sum())
            articles.append(article(f"{outlet}{event}", outlet, None, " ".join(words.tolist()) + "."))
            events.append(f"e{event}")
    return articles, events


def test_outlets_that_write_alike_have_a_word_in_five_libraries_of_a_hundred_at_most() -> None:
    found = sum(bool(distinctive(*alike(seed), "A", deals=59)) for seed in range(120))
    assert 1 <= found <= 12  # of draws with 5 % in 120, 98 % lie there


def test_too_few_different_deals_are_no_test() -> None:
    pairs = [(article(f"{outlet}{event}", outlet, None, "ferry " * 20 if outlet == "A" else "road " * 20), f"e{event}")
             for event in range(4) for outlet in "AB"]
    held = dealing.hand([one.article.outlet == "A" for one, _ in pairs], [event for _, event in pairs])
    assert dealing.different_deals(held) == 16
    assert distinctive([one for one, _ in pairs], [event for _, event in pairs], "A") == ()


def test_the_statistic_by_hand() -> None:
    """Of 40 words of a story 4 are "ferry", all in the outlet's 10: 1 expected, residuals 3 and -3, variance 9."""
    articles = [article(f"{side}{event}", side, None, "ferry " * 4 + "plain " * 6 if side == "A" else "plain " * 30)
                for event in range(3) for side in "AB"]
    held = dealing.hand([True, False] * 3, ["a", "a", "b", "b", "c", "c"])
    table = dealing.tables([list(runs(one.text.tokens)) for one in articles], held)[0]
    sides = np.stack([held.side, ~held.side], axis=1)
    row = table.terms.index("ferry")
    assert dealing.expected(table, held, sides)[row].tolist() == pytest.approx([3.0, 9.0])
    assert dealing.statistic(table, held, sides)[row].tolist() == pytest.approx([9 / 27**0.5, -9 / 27**0.5])


@pytest.mark.parametrize("term,left", [
    ("quill", False), ("gazette", False), ("quill gazette", False), ("gazette's quill", False), ("straße", False),
    ("gazette reporters", False), ("told the gazette", False), ("quill wire", False), ("bbc crew", False),
    ("gazettes", True), ("the ferry", True), ("captain's ferry", True), ("out of order", True),
])
def test_terms_with_a_word_of_a_hidden_name_are_left_out(term: str, left: bool) -> None:
    counted = ContrastTerm(term, len(term.split()), "a", 9.0, 1.0, 9, 0, True, "quoted", ())
    found = (Distinctive(counted, 0.01, 9.0, 1.0, 4, 4),)
    names = ["The Quill Gazette", "Calder Wire", "STRASSE", "BBC", "Voice of Ullane"]
    assert without_names(found, names) == (found if left else ())


def test_an_outlet_that_shares_no_story_has_no_words() -> None:
    assert distinctive([article("a", "A", None, "ferry " * 200)] * 3, ["x", "y", "z"], "A") == ()
    assert distinctive([], [], "A") == ()
