"""Lines of a page that tell nothing of the event are no statements; what tells of it stays."""

from __future__ import annotations

import pytest

from analysis.statements.asides import is_aside


@pytest.mark.parametrize("line", [
    "Read more: How the dam was built in Harl",
    "Sign up for our morning letter on boats",
    "Subscribe now and support our newsroom today.",
    "Follow us on every channel for the news",
    "Advertisement - continue below for the story",
    "(RELATED: Five ferries that never came home)",
    "Photo: Ada Holm / Harl Press Pictures",
    "(Photo by Ada Holm/Harl Press, File)",
    "By Ada Holm, Harl Correspondent",
    "Ada Holm in Velm contributed to this report.",
    "Additional reporting by Ada Holm and Bo Teviot",
    "MORE ON THIS…",
    "Stay tuned for more from the harbour.",
])
def test_calls_credits_and_author_lines_tell_nothing(line: str) -> None:
    assert is_aside(line)


@pytest.mark.parametrize("line", [
    "Read the full judgment aloud, the judge told the clerk.",
    "Subscribers left the paper in May.",
    "More people left the lower town on Monday.",
    "Follow the money, the auditors were told.",
    "By Monday the water had reached the bridge.",
    "By Holm's account the gates were open.",
    "Bad weather contributed to the fall of the bridge.",
    "Pictures of the flood were shown in court.",
    "Photo of the mayor's desk shows the letter.",
    "Share prices of the bank fell.",
    "Signs of age were found in the planks.",
    "Join the queue, officials said on Friday.",
    "The mayor (a former pilot) opened the gates.",
    "",
])
def test_what_tells_of_the_event_stays(line: str) -> None:
    assert not is_aside(line)


def test_a_long_line_is_no_aside() -> None:
    assert not is_aside("Read more: " + "boats and " * 30_000)
