"""Whatever is asked about two sentences: their order does not matter, and nothing contradicts itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.certainty import claims_less
from analysis.conflicts import conflict, parts_exchanged
from analysis.name_places import places_changed
from analysis.negations import contradicting, denied_in_part
from analysis.other_kinds import other_of_a_kind
from analysis.other_names import other_countries, other_people

FRAGMENTS = """
    the dam did not hold until Monday Holm's Holm no never , opened closed unsafe safe rose fell may will some every all
    after before caused by followed later US Kenya in 12 dozens of three at least declined to from Tarn Velm Ada Robert
    mother uncles bus vans referee coach said was by pilot 3-1 2-1
"""
SENTENCES = st.lists(st.sampled_from(FRAGMENTS.split()), max_size=12).map(" ".join)
ASKED = (
    *(contradicting, denied_in_part, conflict, parts_exchanged),
    *(claims_less, places_changed, other_people, other_countries, other_of_a_kind),
)


@pytest.mark.parametrize("asked", ASKED)
@settings(deadline=None, max_examples=200)
@given(first=SENTENCES, second=SENTENCES)
def test_the_order_does_not_matter_and_nothing_contradicts_itself(asked, first, second):
    assert asked(first, second) == asked(second, first)
    assert not asked(first, first)
