"""Rows are shared out between threads without gap or overlap."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statements.stretches import each_stretch


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 3_000))
def test_every_row_is_worked_on_once(size):
    times = np.zeros(size, dtype=int)

    def work(rows):
        times[rows] += 1

    each_stretch(size, work)
    assert (times == 1).all()


@pytest.mark.parametrize("size", [1, 1_200])
def test_what_goes_wrong_in_a_thread_is_raised(size):
    with pytest.raises(ZeroDivisionError):
        each_stretch(size, lambda rows: 1 // 0)
