"""Frames in which articles differ beyond chance, with the error held over the frames of one voice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import comparison

from analysis.findings.frames import framings
from analysis.model import Comparison, Evidence, Measurement, Voice
from analysis.usual import Spread

TABLE = {
    (f"frames.{frame}", "own"): Spread(share=True, mean=0.2, between=0.1, within=0.0, topic=0.02, event=0.1)
    for frame in ("economic", "policy")
}


def story(**shares: tuple[tuple[int, int], ...]) -> Comparison:
    """The articles of the bridge story, with so many of so many sentences that use a frame."""
    made = comparison()
    rows = [
        Measurement(
            f"frames.{frame}", article.id, Voice.OWN, 100 * hits / of if of >= 5 else None, "% of sentences", of,
            tuple(Evidence(article.id, "text", place, place + 1, frame) for place in range(hits)),
        )
        for frame, figures in shares.items()
        for article, (hits, of) in zip(made.articles, figures, strict=False)
    ]
    return replace(made, measurements=tuple(rows))


def test_a_wide_gap_is_told_with_its_counts_and_a_narrow_one_is_not() -> None:
    made = story(economic=((27, 30), (1, 30), (12, 30)), policy=((6, 30), (4, 30), (5, 30)))
    (found,) = framings(made, Voice.OWN, TABLE)
    assert found.kind == "frames.economic"
    labels = {article.id: name for article, name in zip(made.articles, ("Post", "Wire", "Daily"), strict=True)}
    assert found.sentence(labels) == "Post uses the frame “economic” in 27 of 30 sentences; Wire in 1 of 30."
    assert found.size.startswith("90 % of the sentences of that voice against 3 %; more than chance, and ")
    assert found.chance_p is not None
    assert found.chance_p <= 0.02
    assert len(found.evidence) == 40


def test_several_outlets_are_told_one_by_one() -> None:
    made = story(economic=((26, 30), (1, 30), (27, 30)))
    labels = {article.id: name for article, name in zip(made.articles, ("Post", "Wire", "Daily"), strict=True)}
    (found,) = framings(made, Voice.OWN, TABLE)
    assert found.sentence(labels) == (
        "Daily uses the frame “economic” in 27 of 30 sentences, Post in 26 of 30; Wire in 1 of 30."
    )


@pytest.mark.parametrize("shares", [((27, 30), (1, 4)), ((8, 30), (4, 30))])
def test_too_little_text_or_a_gap_that_chance_makes_is_nothing(shares: tuple[tuple[int, int], ...]) -> None:
    assert framings(story(economic=shares), Voice.OWN, TABLE) == []
    assert framings(story(economic=shares), Voice.QUOTED, TABLE) == []
