"""Agreement with the headlines labelled by hand, where the public sets are present."""

import pytest

from benchmarks import headlines
from benchmarks.labels import SETS


def test_labels_hold_ids_and_kinds_and_no_text():
    rows = headlines.labels()
    assert len(rows) == 100
    for row in rows:
        assert set(row) == {"set", "id", "kinds", "open", "part"}
        assert set(row["kinds"]) | set(row["open"]) <= set(headlines.NAMES.values())
        assert not set(row["kinds"]) & set(row["open"])


def test_what_a_reader_leaves_open_is_judged_neither_way():
    row = {"set": "s", "id": "1", "kinds": ["word"], "open": ["figure"], "part": "test"}
    judged = list(headlines.judged([(row, frozenset({"figure", "question"}))]))
    assert [(each.kind, each.found, each.labelled) for each in judged] == [
        ("question", True, False), ("word", False, True),
    ]


def test_a_first_line_that_is_the_headline_is_cut():
    assert headlines.without_headline("Ferry sinks.\n\nIt sank.", "Ferry sinks") == "It sank."
    assert headlines.without_headline("Ferry sinks off Norran.\nIt sank.", "Ferry sinks").startswith("Ferry sinks")


@pytest.mark.shared
@pytest.mark.skipif(not SETS.is_dir(), reason="the public sets are not in ../shared/benchmarks/data")
def test_agreement_with_the_labels():
    judged = list(headlines.judged(headlines.found_in(headlines.labels())))
    found = [each for each in judged if each.found]
    assert sum(each.labelled for each in found) >= 0.9 * len(found)
    assert sum(each.found for each in judged if each.labelled) >= 0.4 * sum(each.labelled for each in judged)
