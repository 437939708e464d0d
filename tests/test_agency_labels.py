"""Agreement with the clauses labelled by hand, where the public sets are present."""

import pytest

from benchmarks import agency
from benchmarks.labels import SETS

FLOOR = 0.85
FORMS = {"active", "passive with agent", "passive without agent", "intransitive", "nominal", "none"}


def test_labels_hold_offsets_and_no_text():
    rows = agency.labels()
    assert len(rows) >= 150
    for row in rows:
        assert set(row) == {"set", "id", "start", "end", "form", "doer", "done_to", "part"}
        assert row["form"] in FORMS
        assert row["start"] < row["end"]
        assert row["form"] != "none" or row["doer"] is row["done_to"] is None


@pytest.mark.shared
@pytest.mark.skipif(not SETS.is_dir(), reason="the public sets are not in ../shared/benchmarks/data")
def test_agreement_with_the_labels():
    found = agency.agreement(agency.pairs(agency.labels()))
    print(found)
    assert found.form >= FLOOR
    assert found.form_and_doer_named >= FLOOR
