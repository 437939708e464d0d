"""When the difference between two outlets would become visible."""

from __future__ import annotations

import numpy as np
import pytest

from analysis import outlets
from analysis.model import Voice
from analysis.outlets.pair import Outlook, of_differences
from analysis.outlets.sheet import Figure, Piece


def test_about_thirty_more() -> None:
    # m = 1, s^2 = 32/7: t = 1.32 is under 2.36; N = 7.849 * 32/7 + 1.92 = 37.8, so 38, and 8 are there.
    found = of_differences([3.0, -1.0] * 4)
    assert found == Outlook("more", 8, 1.0, 30)
    answer, basis = outlets.sentences(found, "Post", "Wire", "per 1,000 words")
    assert answer == "Not visible yet: about 30 more articles of each, on the same stories, would show it."
    assert basis.startswith("Post lies 1.0 above Wire (per 1,000 words, mean of the 8 stories that both told).")


def test_visible_now() -> None:
    found = of_differences([-1.0, -3.0, -2.0, -2.0])  # t = 2 * 2 / 0.816 = 4.9, beyond 3.18
    assert found == Outlook("visible", 4, -2.0)
    assert outlets.sentences(found, "Post", "Wire", "per 1,000 words")[1].startswith("Wire lies 2.0 above Post")


def test_the_forecast_keeps_its_word() -> None:
    """With as many stories as forecast, eight samples of ten show the difference."""
    rng = np.random.default_rng(7)
    shown = sum(of_differences([float(x) for x in rng.normal(1, sqrt_32_7, 38)]).kind == "visible"
                for sqrt_32_7 in [(32 / 7) ** 0.5] * 1_000)
    assert 760 <= shown <= 840


@pytest.mark.parametrize("differences,kind", [
    ([1.0, 2.0, 3.0], "too few"), ([], "too few"), ([1.0, -1.0, 2.0, -2.0], "equal"), ([0.0] * 6, "equal"),
    ([2.1, -1.9] * 10, "far"), ([1.0] * 4, "visible"),
])
def test_the_other_answers(differences: list[float], kind: str) -> None:
    found = of_differences(differences)
    assert found.kind == kind
    assert found.more is None
    answer, basis = outlets.sentences(found, "A", "B", "per 1,000 words")
    assert answer.endswith(".")
    assert basis.endswith(".")


def test_only_stories_count_that_both_told_with_enough_words() -> None:
    def piece(outlet: str, event: int, passages: int, words: int = 1_000) -> Piece:
        return Piece(f"{outlet}{event}", outlet, f"e{event}", {("hedges", Voice.OWN): Figure(passages, words)})

    pieces = [piece("A", event, 5 + event % 2) for event in range(6)] + [piece("B", event, 2) for event in range(5)]
    pieces.append(piece("B", 5, 2, 99))
    found = outlets.outlook(pieces, "hedges", Voice.OWN, "A", "B")
    assert found.events == 5
    assert found.gap == pytest.approx(3.4)  # 3, 4, 3, 4, 3
    assert outlets.outlook(pieces, "hedges", Voice.QUOTED, "A", "B").kind == "too few"
