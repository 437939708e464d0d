"""Which articles a notice names where they report different events."""

from __future__ import annotations

import pytest
from handmade import article

from analysis.model import AnnotatedArticle
from analysis.notices import notices_of

FLOOD = "The Marl river flooded the lower town of Esk and rescuers carried people from roofs. "
VOTE = "Parliament in Tarn voted on a budget for school meals after a debate about bread. "
STRIKE = "Ferry crews at Norran stopped work over night shifts and blocked the harbour gate. "
CRASH = "Two trams collided near the opera in Velm when a signal failed during rehearsal. "
OUTLETS = dict(zip("abcdefgh", ("Wire", "Post", "Ledger", "Echo", "Tide", "Squall", "Beacon", "Courier"), strict=True))
MAY = ": differences between them may come from what happened, not from how it is told."


def event(*texts: str) -> list[AnnotatedArticle]:
    return [article(one, OUTLETS[one], None, text * 4) for one, text in zip(OUTLETS, texts, strict=False)]


@pytest.mark.parametrize("texts, told", [
    ((FLOOD, FLOOD, VOTE), "Ledger does not seem to report the same event as the others"),
    ((FLOOD, VOTE), "Wire and Post seem to report different events"),
    ((FLOOD, VOTE, STRIKE), "Wire, Post and Ledger seem to report different events"),
    ((VOTE, FLOOD, STRIKE, FLOOD, VOTE, FLOOD),
     "These articles seem to report three events, one in Post, Echo and Squall; one in Wire and Tide; one in Ledger"),
    ((FLOOD, VOTE, FLOOD, VOTE),
     "These articles seem to report two events, one in Wire and Ledger; one in Post and Echo"),
])
def test_all_articles_on_other_events_are_named(texts: tuple[str, ...], told: str) -> None:
    (notice,) = (each for each in notices_of(event(*texts)) if each.kind == "different events")
    assert notice.sentence(OUTLETS) == told + MAY


def test_many_events_are_counted() -> None:
    texts = [text.upper() for text in (
        "floods on river marl", "bread budget parliament", "ferry crews strike", "tram signal opera",
        "volcano ash airport", "chess champion resigns", "comet telescope astronomers",
    )]
    (notice,) = (each for each in notices_of(event(*texts)) if each.kind == "different events")
    assert notice.sentence(OUTLETS) == "These articles seem to report seven events" + MAY
    assert len(notice.articles) == 7


def test_where_each_is_like_the_next_none_is_said_to_report_the_same_as_another() -> None:
    texts = (FLOOD, FLOOD + VOTE, VOTE + STRIKE, STRIKE)
    (notice,) = (each for each in notices_of(event(*texts)) if each.kind == "different events")
    assert notice.sentence(OUTLETS) == "These articles may not all report the same event" + MAY
    assert len(notice.articles) == 4


def test_articles_on_one_event_give_no_such_notice() -> None:
    assert [each for each in notices_of(event(CRASH, CRASH)) if each.kind == "different events"] == []
